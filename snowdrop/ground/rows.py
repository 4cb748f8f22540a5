"""Many rows of one model in one statement each way, for the few places where that is the whole point."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from django.db import connection, models

_MOST_TOGETHER: Final = 256
"""Rows in one statement of SQLite."""


@lru_cache(maxsize=32)
def _place(model: type[models.Model], columns: tuple[str, ...]) -> str:
    """The table and its columns, as a statement that fills them names them."""
    quote = connection.ops.quote_name
    known = {field.column for field in model._meta.concrete_fields}
    if unknown := set(columns) - known:
        raise LookupError(f"{model.__name__} has no columns {sorted(unknown)}.")
    return f"{quote(model._meta.db_table)} ({', '.join(map(quote, columns))})"


@lru_cache(maxsize=64)
def _insert(model: type[models.Model], columns: tuple[str, ...], together: int) -> str:
    """For so many rows of SQLite; the same text each time, so that it stays prepared."""
    row = f"({', '.join('?' * len(columns))})"
    return f"INSERT INTO {_place(model, columns)} VALUES {', '.join([row] * together)}"


def bytes_present(model: type[models.Model], column: str, values: Sequence[bytes]) -> list[bytes]:
    """Which of these a column of bytes holds already."""
    return [bytes(held) for (held,) in rows_with(model, (column,), column, values)]


def rows_with(
    model: type[models.Model], columns: tuple[str, ...], column: str, values: Sequence[Any]
) -> list[tuple[Any, ...]]:
    """Rows of which a column holds one of these, as the database has them: none is made into an object.

    No query is built anew, which costs more than the database does: this is for what is asked with every message.
    """
    quote, places = connection.ops.quote_name, ", ".join(["%s"] * len(values))
    names, table = ", ".join(map(quote, columns)), quote(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {names} FROM {table} WHERE {quote(column)} IN ({places})", list(values))
        return cursor.fetchall()


def insert_rows(model: type[models.Model], columns: tuple[str, ...], rows: Sequence[Sequence[Any]]) -> None:
    """Inserts rows whose values the database understands as they are (no field conversion). In a transaction only."""
    if connection.vendor == "postgresql":
        statement = f"COPY {_place(model, columns)} FROM STDIN"
        with connection.cursor() as cursor, connection.wrap_database_errors, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
        return
    begun = 0
    with connection.wrap_database_errors:
        while begun < len(rows):
            # Many rows in a statement: between two, this thread waits for its turn among the others of the process.
            # By powers of two there are few different ones, which stay prepared.
            together = min(_MOST_TOGETHER, 1 << (len(rows) - begun).bit_length() - 1)
            values = [value for row in rows[begun : begun + together] for value in row]
            connection.connection.execute(_insert(model, columns, together), values)
            begun += together


def update_unchanged(
    model: type[models.Model], column: str, value: Any, *, if_still: str, rows: Sequence[tuple[Any, Any]]
) -> set[Any]:
    """Sets a column that is empty, in rows (key, and what the column `if_still` held when it was read) that hold it
    still; returns the keys of these. One statement: whoever else wants to write waits no longer than it takes. For some
    thousand rows at most; SQLite takes 32,766 values in a statement, three for each row.
    """
    if not rows:
        return set()
    quote, pairs = connection.ops.quote_name, ", ".join(["(%s, %s)"] * len(rows))
    table, key = quote(model._meta.db_table), quote(model._meta.pk.attname)
    keys = [key for key, _ in rows]
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {quote(column)} = %s"
            f" WHERE {key} IN ({', '.join(['%s'] * len(keys))})"  # by itself, for SQLite looks no pair up in an index
            f" AND {quote(column)} IS NULL AND ({key}, {quote(if_still)}) IN (VALUES {pairs}) RETURNING {key}",
            [value, *keys, *(one for row in rows for one in row)],
        )
        return {key for (key,) in cursor.fetchall()}
