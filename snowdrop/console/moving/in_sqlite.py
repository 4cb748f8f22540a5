"""SQLite as one side of a move."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from snowdrop.console.moving.sides import MARK, CannotMove, Unwritable, plain_json, plain_network
from snowdrop.console.moving.tables import PLACES, Row, Table, Value

_AT_ONCE: Final = 500
_WAIT: Final = 5.0
"""Seconds for which a writer who is at work is waited for."""
_AS_SERVED: Final = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "temp_store=MEMORY")
_PLACE: Final = (
    "coalesce((SELECT min(id) - 1 FROM ground_entry WHERE id > last_entry),"
    " max(last_entry, (SELECT max(id) FROM ground_entry)), last_entry)"
)
"""A reader's place as the number before the first entry that is new to it (docs/decisions/0024)."""


def _plain_moment(text: str) -> str:
    return text if len(text) == 26 else f"{text}.000000"


def _plain_hour(text: str) -> str:
    return text if len(text) == 15 else f"{text}.000000"


_READ: Final[Mapping[str, Callable[[Any], Value]]] = {
    "moment": _plain_moment,
    "hour": _plain_hour,
    "json": plain_json,
    "network": plain_network,
}
_WRITE: Final[Mapping[str, Callable[[Any], Value]]] = {
    "moment": lambda text: text.removesuffix(".000000"),  # as Django writes it
    "hour": lambda text: text.removesuffix(".000000"),
}


class SQLite:
    """The database in one file."""

    def __init__(self, name: str, path: Path) -> None:
        """Opens it, or makes it. Raises CannotMove."""
        self.name = name
        try:
            self._at = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
            for pragma in (*_AS_SERVED, "foreign_keys=OFF"):
                self._at.execute(f"PRAGMA {pragma}")
        except sqlite3.Error as problem:
            raise CannotMove(f"{path} cannot be opened: {problem}.") from problem

    def stand_still(self) -> None:
        """Keeps the one place of a writer; others may read."""
        try:
            self._at.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as problem:
            raise CannotMove(f"Somebody is writing to {self.name}. Stop Snowdrop first.") from problem
        self._refuse_astray()

    def columns(self) -> Mapping[str, frozenset[str]]:
        """All but SQLite's own tables."""
        names = self._at.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'"
        )
        return {name: self._columns_of(name) for (name,) in names.fetchall()}

    def count(self, table: Table) -> int:
        """How many rows there are."""
        return int(self._at.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0])

    def rows(self, table: Table, *, after: Value = None) -> Iterator[Row]:
        """In the order of bytes, which is that of PostgreSQL's collation "C"."""
        key = f'"{table.by.name}"'
        where, given = (f" WHERE {key} > ?", (after,)) if after is not None else ("", ())
        wanted = ", ".join(_expression(table, column.name) for column in table.columns)
        found = self._at.execute(f'SELECT {wanted} FROM "{table.name}"{where} ORDER BY {key}', given)
        changes = [(place, _READ[column.kind]) for place, column in enumerate(table.columns) if column.kind in _READ]
        while some := found.fetchmany(_AT_ONCE):
            for row in some:
                yield _changed(row, changes) if changes else row

    def last_number(self, table: Table) -> int:
        """SQLite writes it down for itself."""
        found = self._at.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,)).fetchone()
        return int(found[0]) if found else 0

    def mark(self, identity: str) -> None:
        """In a table of its own."""
        self._at.execute("BEGIN IMMEDIATE")
        self._at.execute(f"CREATE TABLE {MARK} (identity text NOT NULL)")
        self._at.execute(f"INSERT INTO {MARK} VALUES (?)", (identity,))
        self._at.execute("COMMIT")

    def marked(self) -> str | None:
        """The mark and its table are made at once, so there is never one without the other."""
        if MARK not in self.columns():
            return None
        return str(self._at.execute(f"SELECT identity FROM {MARK}").fetchone()[0])

    def open_for_rows(self) -> None:
        """What rows say of others is not looked at in this connection."""

    def cut(self, table: Table, *, after: Value) -> None:
        """In one transaction."""
        where, given = (f' WHERE "{table.by.name}" > ?', (after,)) if after is not None else ("", ())
        self._at.execute(f'DELETE FROM "{table.name}"{where}', given)

    def append(self, table: Table, rows: Sequence[Row]) -> None:
        """In one transaction."""
        changes = [(place, _WRITE[column.kind]) for place, column in enumerate(table.columns) if column.kind in _WRITE]
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join("?" * len(table.columns))})'
        self._at.execute("BEGIN IMMEDIATE")
        try:
            self._at.executemany(statement, (_changed(row, changes) for row in rows) if changes else rows)
            self._at.execute("COMMIT")
        except sqlite3.Error as problem:
            self._at.execute("ROLLBACK")
            raise Unwritable(table, rows[0][table.key], f"from here on, SQLite says: {problem}") from problem

    def join(self, numbers: Sequence[tuple[Table, int]]) -> None:
        """In one transaction."""
        self._refuse_astray()
        self._at.execute("BEGIN IMMEDIATE")
        for table, number in numbers:
            self._at.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table.name,))
            self._at.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table.name, number))
        self._at.execute("COMMIT")
        self._at.execute("PRAGMA optimize")

    def unmark(self) -> None:
        """In one transaction."""
        self._at.execute(f"DROP TABLE {MARK}")

    def close(self) -> None:
        """Nothing of what was open stays."""
        self._at.close()

    def _refuse_astray(self) -> None:
        """SQLite looks at this only where it is asked to, and others may have written to the file."""
        if astray := self._at.execute("PRAGMA foreign_key_check").fetchone():
            raise CannotMove(
                f"In {self.name}, a row of {astray[0]} (rowid {astray[1]}) belongs to one of {astray[2]} that is not"
                " there. PostgreSQL would not take it. Mend it before, and ask how it came to be."
            )

    def _columns_of(self, name: str) -> frozenset[str]:
        return frozenset(row[1] for row in self._at.execute(f'PRAGMA table_info("{name}")'))


def _expression(table: Table, column: str) -> str:
    if table.name == PLACES:
        return {"last_entry": _PLACE, "last_written": "0"}.get(column, f'"{column}"')
    return f'"{column}"'


def _changed(row: Row, changes: Sequence[tuple[int, Callable[[Any], Value]]]) -> Row:
    values = list(row)
    for place, change in changes:
        if values[place] is not None:
            values[place] = change(values[place])
    return tuple(values)
