"""PostgreSQL as one side of a move."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import psycopg
from psycopg.sql import SQL, Composed, Identifier, Literal

from snowdrop.console.moving.sides import MARK, CannotMove, Unwritable, plain_json
from snowdrop.console.moving.tables import PLACES, Column, Row, Table, Value

_AT_ONCE: Final = 2000
_READ: Final = {
    "truth": "{}::int",
    "uuid": "replace({}::text, '-', '')",
    "moment": "to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')",
    "hour": "to_char({}, 'HH24:MI:SS.US')",
    "day": "{}::text",
    "json": "{}::text",
    "network": "host({})",
}
_KEYS: Final = {"uuid": "{}::uuid", "text": '{} COLLATE "C"', "whole": "{}::bigint", "bytes": "{}::bytea"}
"""How a key is compared: text byte by byte, as SQLite does, whatever the order of this database."""
_PLACE: Final = (
    "coalesce((SELECT min(id) - 1 FROM ground_entry WHERE (written_in, id) > (last_written::text::xid8, last_entry)),"
    " greatest(last_entry, (SELECT max(id) FROM ground_entry)))"
)
"""A reader's place as the number before the first entry that is new to it (docs/decisions/0024)."""
_BETWEEN_TABLES: Final = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY 1, 2"""
_OTHERS: Final = """
    SELECT coalesce(nullif(application_name, ''), 'a program') || ' of ' || usename
           || coalesce(' from ' || host(client_addr), '')
    FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend' LIMIT 1"""


class PostgreSQL:
    """A database of a PostgreSQL server."""

    def __init__(self, name: str, wanted: Mapping[str, Any]) -> None:
        """Connects with what Django would connect with. Raises CannotMove."""
        self.name = name
        options = {name: value for name, value in wanted["OPTIONS"].items() if name != "pool"}
        asked = {"dbname": wanted["NAME"], "user": wanted["USER"], "password": wanted["PASSWORD"]}
        asked |= {"host": wanted["HOST"], "port": wanted["PORT"], "application_name": "snowdrop move-to", **options}
        try:
            self._at = psycopg.connect(**{name: value for name, value in asked.items() if value}, autocommit=True)
            self._at.execute("SET TIME ZONE 'UTC'; SET DateStyle = 'ISO'; SET synchronous_commit = on")
        except psycopg.Error as problem:
            raise CannotMove(f"{self.name} cannot be reached: {problem}") from problem
        if self._asked("SHOW server_encoding") != "UTF8":
            self.close()
            raise CannotMove(f"{self.name} does not keep text as UTF-8. Make it with: createdb --encoding UTF8")

    def stand_still(self) -> None:
        """Locks every table against writers, and reads all of them as they are at this moment."""
        if other := self._asked(_OTHERS):
            raise CannotMove(
                f"{self.name} is in use: {other} is connected. Stop `snowdrop serve` on every machine first."
            )
        self._at.autocommit = False
        self._at.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        tables = SQL(", ").join(map(Identifier, sorted(self.columns())))
        self._at.rollback()  # what was asked until now is not the moment that counts
        try:
            self._at.execute(SQL("LOCK TABLE {} IN SHARE MODE NOWAIT").format(tables))
        except psycopg.Error as problem:
            raise CannotMove(f"Somebody is writing to {self.name}. Stop Snowdrop everywhere first.") from problem

    def columns(self) -> Mapping[str, frozenset[str]]:
        """Those of the schema in which the tables of Snowdrop are."""
        found: dict[str, set[str]] = {}
        rows = self._at.execute(
            "SELECT table_name, column_name FROM information_schema.columns NATURAL JOIN information_schema.tables"
            " WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'"
        )
        for table, column in rows:
            found.setdefault(table, set()).add(column)
        return {table: frozenset(columns) for table, columns in found.items()}

    def count(self, table: Table) -> int:
        """How many rows there are."""
        return int(self._asked(SQL("SELECT count(*) FROM {}").format(Identifier(table.name))))

    def rows(self, table: Table, *, after: Value = None) -> Iterator[Row]:
        """By a cursor of the server, so that a few rows at a time are in memory."""
        asked = SQL("SELECT {} FROM {}{} ORDER BY {}").format(
            SQL(", ").join(_expression(table, column) for column in table.columns),
            Identifier(table.name),
            _later_than(table, after),
            _key(table),
        )
        in_json = [place for place, column in enumerate(table.columns) if column.kind == "json"]
        with self._at.transaction(), self._at.cursor("rows", binary=True) as cursor:
            cursor.itersize = _AT_ONCE
            for row in cursor.execute(asked):
                yield _with_plain_json(row, in_json) if in_json else row

    def last_number(self, table: Table) -> int:
        """What its sequence has given out."""
        return int(
            self._asked(SQL("SELECT coalesce(pg_sequence_last_value({}::regclass), 0)").format(_sequence(table)))
        )

    def mark(self, identity: str) -> None:
        """In a table of its own, which also holds what `open_for_rows` takes away."""
        with self._at.transaction():
            self._at.execute(SQL("CREATE TABLE {} (identity text, put_back text)").format(Identifier(MARK)))
            self._at.execute(SQL("INSERT INTO {} VALUES ({})").format(Identifier(MARK), Literal(identity)))

    def marked(self) -> str | None:
        """The mark and its table are made at once, so there is never one without the other."""
        if MARK not in self.columns():
            return None
        return str(self._asked(SQL("SELECT identity FROM {} WHERE identity IS NOT NULL").format(Identifier(MARK))))

    def open_for_rows(self) -> None:
        """Takes away the constraints between tables and writes down how to put them back; twice is fine."""
        keep = SQL("INSERT INTO {} (put_back) VALUES (%s)").format(Identifier(MARK))
        with self._at.transaction():
            for table, name, definition in self._at.execute(_BETWEEN_TABLES).fetchall():
                self._at.execute(keep, [f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}'])
                self._at.execute(SQL("ALTER TABLE {} DROP CONSTRAINT {}").format(SQL(table), Identifier(name)))

    def cut(self, table: Table, *, after: Value) -> None:
        """In one transaction."""
        self._at.execute(SQL("DELETE FROM {}{}").format(Identifier(table.name), _later_than(table, after)))

    def append(self, table: Table, rows: Sequence[Row]) -> None:
        """By COPY, in one transaction. Entries come before every transaction that is still to come (restored.py)."""
        names: list[str] = [column.name for column in table.columns]
        beside: Row = ()
        if table.name == "ground_entry":
            names, beside = [*names, "written_in"], ("0",)
        statement = SQL("COPY {} ({}) FROM STDIN").format(
            Identifier(table.name), SQL(", ").join(map(Identifier, names))
        )
        try:
            with self._at.transaction(), self._at.cursor() as cursor, cursor.copy(statement) as copy:
                for row in rows:
                    copy.write_row((*row, *beside) if beside else row)
        except (psycopg.DataError, psycopg.IntegrityError, UnicodeEncodeError) as problem:
            raise _unwritable(table, rows, problem) from problem

    def join(self, numbers: Sequence[tuple[Table, int]]) -> None:
        """In one transaction; the constraints between tables look at every row as they come back."""
        try:
            with self._at.transaction():
                wanted = SQL("SELECT put_back FROM {} WHERE put_back IS NOT NULL").format(Identifier(MARK))
                for (put_back,) in self._at.execute(wanted).fetchall():
                    self._at.execute(put_back)
                for table, number in numbers:
                    reset = SQL("SELECT setval({}::regclass, {}, {})")
                    self._at.execute(reset.format(_sequence(table), Literal(max(number, 1)), Literal(number > 0)))
                self._at.execute(SQL("DELETE FROM {} WHERE put_back IS NOT NULL").format(Identifier(MARK)))
        except psycopg.IntegrityError as problem:
            raise CannotMove(f"Rows do not fit together: {problem.diag.message_primary}.") from problem
        self._at.execute("ANALYZE")

    def unmark(self) -> None:
        """In one transaction."""
        self._at.execute(SQL("DROP TABLE {}").format(Identifier(MARK)))

    def close(self) -> None:
        """Nothing of what was open stays."""
        self._at.close()

    def _asked(self, question: Any) -> Any:
        found = self._at.execute(question).fetchone()
        return found[0] if found else None


def _expression(table: Table, column: Column) -> Composed:
    if table.name == PLACES and column.name in {"last_entry", "last_written"}:
        return SQL(_PLACE if column.name == "last_entry" else "0::bigint").format()
    return SQL(_READ.get(column.kind, "{}")).format(Identifier(column.name))


def _key(table: Table) -> Composed:
    return SQL('{} COLLATE "C"' if table.by.kind == "text" else "{}").format(Identifier(table.by.name))


def _later_than(table: Table, after: Value) -> Composed:
    if after is None:
        return SQL("").format()
    given = SQL(_KEYS[table.by.kind]).format(Literal(after))
    return SQL(" WHERE {} > {}").format(_key(table), given)


def _sequence(table: Table) -> Composed:
    return SQL("pg_get_serial_sequence({}, {})").format(Literal(f'"{table.name}"'), Literal(table.by.name))


def _with_plain_json(row: Row, places: Sequence[int]) -> Row:
    values = list(row)
    for place in places:
        said = values[place]
        if isinstance(said, str):
            values[place] = plain_json(said)
    return tuple(values)


def _unwritable(table: Table, rows: Sequence[Row], problem: Exception) -> Unwritable:
    """Names the row, and never what it says: PostgreSQL tells the line, for what came to it at all."""
    for row in rows:
        for column, value in zip(table.columns, row, strict=True):
            if isinstance(value, str) and _is_no_text_of_postgresql(value):
                return Unwritable(
                    table, row[table.key], f"its {column.name} has a sign in it that PostgreSQL cannot keep"
                )
    diag = problem.diag if isinstance(problem, psycopg.Error) else None
    line = re.search(r"line (\d+)", (diag and diag.context) or "")
    row = rows[int(line[1]) - 1] if line else rows[0]
    return Unwritable(table, row[table.key], f"PostgreSQL says: {(diag and diag.message_primary) or 'no'}")


def _is_no_text_of_postgresql(value: str) -> bool:
    """NUL, or half of a sign, by itself or as JSON writes it."""
    return "\x00" in value or any("\ud800" <= sign <= "\udfff" for sign in value)
