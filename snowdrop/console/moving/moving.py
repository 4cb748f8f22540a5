"""The move itself: refuse, prepare, copy, compare, join. The database that serves is read, and never written to."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from pathlib import Path
from typing import Final, Protocol

from django.db.migrations.loader import MigrationLoader

from snowdrop.console.moving.comparing import Difference, agreed_until, differences, parts
from snowdrop.console.moving.sides import MARK, CannotMove, Side, identity, is_there, name_of, side
from snowdrop.console.moving.tables import MIGRATIONS, NOT_A_FIELD, Table, all_tables
from snowdrop.settings.environment import with_database

MOST_TOLD: Final = 20
"""Differences that are named; whoever has more has to begin anew."""


class Bar(Protocol):
    """What shows how far it has come."""

    def update(self, rows: int) -> object:
        """So many rows more."""


OpenBar = Callable[[str, int], AbstractContextManager[Bar]]
"""Opens a bar with a title and the number of all rows."""


@contextmanager
def standing_still(url: str, data: Path, *, leave_out: Collection[str]) -> Iterator[Side]:
    """The database that is moved, to which nobody writes meanwhile. Raises CannotMove, WrongSetting."""
    if not is_there(url, data):
        raise CannotMove(f"There is no database at {name_of(url, data)}.")
    source = side(url, data)
    try:
        source.stand_still()
        _refuse_other_version(source, all_tables(), leave_out)
        yield source
    finally:
        source.close()


@contextmanager
def another(source: Side, url: str, data: Path, *, there_already: bool) -> Iterator[Side]:
    """Where it is moved to; with `there_already`, it holds all tables. Raises CannotMove, WrongSetting."""
    name = name_of(url, data)
    if name == source.name:
        raise CannotMove(f"{name} is the database that serves already.")
    if there_already and not is_there(url, data):
        raise CannotMove(f"There is no database at {name}.")
    target = side(url, data)
    try:
        if there_already and not {table.name for table in all_tables()} <= target.columns().keys():
            raise CannotMove(f"{name} is no copy of this version.")
        yield target
    finally:
        target.close()


def prepare(source: Side, target: Side, url: str) -> tuple[Table, ...]:
    """Makes the tables of an empty target, or finds those of a copy that was interrupted. Raises CannotMove."""
    who, mark = identity(source), target.marked()
    if mark is None and (found := target.columns()):
        raise CannotMove(_why_not_empty(source, target, found.keys()))
    if mark not in {None, who}:
        raise CannotMove(f"{target.name} is an unfinished copy of another instance or version. {_EMPTY_IT}")
    if mark is None:
        target.mark(who)
    _migrate(url)
    target.open_for_rows()
    return all_tables()


def copy(source: Side, target: Side, tables: Collection[Table], bar: Bar) -> None:
    """Makes the target the same as the source: what agrees from the beginning of a table stays, the rest comes anew."""
    for table in tables:
        last, whole = agreed_until(source, target, table, bar.update)
        if whole:
            continue
        target.cut(table, after=last)
        for part in parts(source.rows(table, after=last)):
            target.append(table, part)
            bar.update(len(part))


def compare(source: Side, target: Side, tables: Collection[Table], bar: Bar) -> tuple[Difference, ...]:
    """The first rows that are not the same on both sides."""
    found = (one for table in tables for one in differences(source, target, table, bar.update))
    return tuple(islice(found, MOST_TOLD))


def join(source: Side, target: Side, tables: Collection[Table]) -> None:
    """Rows fit together; numbers go on after the last that was given out, also where its row is gone. CannotMove."""
    target.join([(table, source.last_number(table)) for table in tables if table.numbered])


def _refuse_other_version(source: Side, tables: Collection[Table], leave_out: Collection[str]) -> None:
    found = source.columns()
    if MARK in found:
        raise CannotMove(f"{source.name} is an unfinished copy itself.")
    history = next(table for table in tables if table.name == MIGRATIONS)
    applied = {(row[1], row[2]) for row in source.rows(history)} if MIGRATIONS in found else set()
    if applied != set(MigrationLoader(None).disk_migrations):
        raise CannotMove(f"{source.name} is not of this version. Run `python -m snowdrop migrate` first.")
    for table in tables:
        here = {name for name in found[table.name] if (table.name, name) not in NOT_A_FIELD}
        if here != {column.name for column in table.columns}:
            raise CannotMove(f"The table {table.name} in {source.name} has other columns than this version.")
    if unknown := sorted(found.keys() - {table.name for table in tables} - set(leave_out)):
        raise CannotMove(
            f"{source.name} has a table that this version does not know: {unknown[0]}."
            f" To go on without it, add: --without {unknown[0]}"
        )


_EMPTY_IT: Final = "Nothing is put over what is there: name an empty one, or empty it yourself."


def _why_not_empty(source: Side, target: Side, found: Collection[str]) -> str:
    if MIGRATIONS in found and identity(target) == identity(source):
        return f"{target.name} holds this instance already, as a finished copy or as an older one. {_EMPTY_IT}"
    return f"{target.name} is not empty. {_EMPTY_IT}"


def _migrate(url: str) -> None:
    """In a process of its own for which the target is the database: no migration can touch the one that serves."""
    made = subprocess.run(
        [sys.executable, "-m", "snowdrop", "migrate", "--verbosity", "0"],
        env=with_database(url),
        capture_output=True,
        text=True,
    )
    if made.returncode:
        raise CannotMove(f"The tables could not be made.\n{made.stderr.strip()}")
