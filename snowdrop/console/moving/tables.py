"""What is moved: every table that this program knows, with the kind of each column, and the column that orders it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.apps import apps
from django.conf import settings
from django.db.models import Field, Model

Value = int | float | str | bytes | None
Row = tuple[Value, ...]
"""The values of one row as both databases say them alike: see KINDS."""

KINDS: Final = {
    "AutoField": "whole",
    "BigAutoField": "whole",
    "BigIntegerField": "whole",
    "PositiveBigIntegerField": "whole",
    "PositiveIntegerField": "whole",
    "PositiveSmallIntegerField": "whole",
    "BooleanField": "truth",  # 0 or 1
    "FloatField": "number",
    "CharField": "text",
    "TextField": "text",
    "GenericIPAddressField": "network",
    "UUIDField": "uuid",  # 32 hexadecimal digits
    "BinaryField": "bytes",
    "DateTimeField": "moment",  # 2026-03-14 12:00:00.000000, in UTC
    "DateField": "day",  # 2026-03-14
    "TimeField": "hour",  # 12:00:00.000000
    "JSONField": "json",  # names in order, without spaces, whole numbers without a point
}
"""Django's kinds of columns, and what is common to both databases in each. Another has to be thought of before."""
MIGRATIONS: Final = "django_migrations"
PLACES: Final = "ground_readerplace"
NOT_A_FIELD: Final = frozenset({("ground_entry", "written_in")})
"""Columns of PostgreSQL alone, which say nothing in another database (snowdrop/ground/journal.py)."""


class UnknownKind(LookupError):
    """A column is of a kind that nobody has thought of here."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column and its kind."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `key` is the place of the column by which its rows are told apart and ordered. `numbered`: the database
    gives out its keys, and never one twice."""

    name: str
    columns: tuple[Column, ...]
    key: int
    numbered: bool

    @property
    def by(self) -> Column:
        """The column of the key."""
        return self.columns[self.key]


def all_tables() -> tuple[Table, ...]:
    """Every table of this version, the history of its migrations first."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    return (
        Table(
            MIGRATIONS,
            (Column("id", "whole"), Column("app", "text"), Column("name", "text"), Column("applied", "moment")),
            key=0,
            numbered=True,
        ),
        *_of_models(models),
        *(_of_cache(str(cache["LOCATION"])) for cache in settings.CACHES.values()),
    )


def _of_models(models: list[type[Model]]) -> Iterator[Table]:
    for model in models:
        if not model._meta.proxy:
            fields = model._meta.local_concrete_fields
            columns = tuple(Column(str(field.column), _kind(field)) for field in fields)
            key = next(place for place, field in enumerate(fields) if field.primary_key)
            numbered = fields[key].get_internal_type() in {"AutoField", "BigAutoField"}
            yield Table(model._meta.db_table, columns, key, numbered)


def _of_cache(name: str) -> Table:
    """Limits on tries are counted in a table that no model knows; they go on where they were."""
    columns = (Column("cache_key", "text"), Column("value", "text"), Column("expires", "moment"))
    return Table(name, columns, key=0, numbered=False)


def _kind(field: Field[Any, Any]) -> str:
    while field.is_relation:
        field = field.target_field  # type: ignore[attr-defined]
    try:
        return KINDS[field.get_internal_type()]
    except KeyError:
        raise UnknownKind(f"{field.model._meta.db_table}.{field.column}") from None
