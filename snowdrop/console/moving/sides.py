"""One side of a move: a database as rows in the order of their keys, with values as both databases say them alike."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final, Protocol

from snowdrop.console.moving.tables import MIGRATIONS, Row, Table, Value, all_tables
from snowdrop.settings.databases import database

MARK: Final = "snowdrop_unfinished_copy"
"""A table that stands in a database as long as it is a copy that is not finished: nothing is served from such a one."""


class CannotMove(Exception):
    """Nothing is moved, or no more; the sentence says why, and what to do. The database that serves is as it was."""


class Unwritable(CannotMove):
    """A row cannot be kept by the other database."""

    def __init__(self, table: Table, key: Value, why: str) -> None:
        """What it says is never told."""
        super().__init__(
            f"{table.name}, {table.by.name} {said(key)}: {why}. Mend this row in the database that serves"
            " (`python -m snowdrop shell`), and run this again; it goes on from here."
        )


class Side(Protocol):
    """A database that is moved from or to. `name` is what people are told: where it is, without a password."""

    name: str

    def stand_still(self) -> None:
        """Lets nobody write until `close`. Raises CannotMove where somebody is at work."""

    def columns(self) -> Mapping[str, frozenset[str]]:
        """The tables that there are, and their columns."""

    def count(self, table: Table) -> int:
        """How many rows there are."""

    def rows(self, table: Table, *, after: Value = None) -> Iterator[Row]:
        """The rows with a later key, in the order of their keys, a few at a time."""

    def last_number(self, table: Table) -> int:
        """The highest key that was ever given out."""

    def mark(self, identity: str) -> None:
        """Says in an empty database that it is a copy of this instance which is not finished."""

    def marked(self) -> str | None:
        """The identity that `mark` was given; None for a database that is no unfinished copy."""

    def open_for_rows(self) -> None:
        """Lets rows come in any order: what one says of another is looked at in `join`."""

    def cut(self, table: Table, *, after: Value) -> None:
        """Takes away the rows with a later key; all of them if `after` is None."""

    def append(self, table: Table, rows: Sequence[Row]) -> None:
        """Adds rows, all or none. Raises Unwritable."""

    def join(self, numbers: Sequence[tuple[Table, int]]) -> None:
        """Looks whether all rows fit together, and lets numbers go on where they were. Raises CannotMove."""

    def unmark(self) -> None:
        """From now on it is a database like any other."""

    def close(self) -> None:
        """Lets go of the database."""


def side(url: str, data: Path) -> Side:
    """The database at this address, which is written as the setting is. Raises CannotMove, WrongSetting."""
    wanted, name = database(url, data), name_of(url, data)
    if _is_sqlite(wanted):
        from snowdrop.console.moving.in_sqlite import SQLite

        return SQLite(name, Path(wanted["NAME"]))
    from snowdrop.console.moving.in_postgresql import PostgreSQL

    return PostgreSQL(name, wanted)


def name_of(url: str, data: Path) -> str:
    """Where the database at this address is, as people are told it: without a user or a password."""
    wanted = database(url, data)
    if _is_sqlite(wanted):
        return f"sqlite://{wanted['NAME']}"
    port = f":{wanted['PORT']}" if wanted["PORT"] else ""
    return f"postgresql://{wanted['HOST'] or 'localhost'}{port}/{wanted['NAME']}"


def is_there(url: str, data: Path) -> bool:
    """Whether there may be a database at this address; to open one that is a file would make it."""
    wanted = database(url, data)
    return not _is_sqlite(wanted) or Path(wanted["NAME"]).exists()


def identity(of: Side) -> str:
    """The same for every copy of one instance, however old: when its database was prepared, step by step."""
    history = next(table for table in all_tables() if table.name == MIGRATIONS)
    return hashlib.blake2b(repr(list(of.rows(history))).encode(), digest_size=16).hexdigest()


def said(key: Value) -> str:
    """A key as people are told it."""
    return key.hex() if isinstance(key, bytes) else str(key)


def plain_json(text: str) -> str:
    """JSON as both databases say it alike. Raises ValueError."""
    return json.dumps(json.loads(text, parse_float=_number), sort_keys=True, separators=(",", ":"))


def plain_network(text: str) -> str:
    """An address of the network in its shortest form."""
    return str(ip_address(text))


def _is_sqlite(wanted: Mapping[str, Any]) -> bool:
    return bool(wanted["ENGINE"].endswith(".sqlite"))


def _number(text: str) -> Any:
    exact = Decimal(text)
    return int(exact) if exact == exact.to_integral_value() and abs(exact) < 2**53 else float(text)
