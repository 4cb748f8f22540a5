"""Many rows of one model in one statement each way, for the few places where that is the whole point."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db import connection, models


@lru_cache(maxsize=32)
def _statement(model: type[models.Model], columns: tuple[str, ...]) -> str:
    quote = connection.ops.quote_name
    known = {field.column for field in model._meta.concrete_fields}
    if unknown := set(columns) - known:
        raise LookupError(f"{model.__name__} has no columns {sorted(unknown)}.")
    names, places = ", ".join(map(quote, columns)), ", ".join(["%s"] * len(columns))
    return f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({places})"


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
    with connection.cursor() as cursor:
        cursor.executemany(_statement(model, columns), rows)
