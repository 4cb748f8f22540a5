"""Every table that holds something of a memorial, in all rooms: found by its memorial's id, whoever brought it."""

from __future__ import annotations

from functools import cache
from typing import Final

from django.apps import apps
from django.db.models import Model

from snowdrop.memorials.models import Deletion, Memorial

LAST: Final[tuple[type[Model], ...]] = (Deletion, Memorial)
"""Removed after all others: while they stand, what is left to remove can be found."""


@cache
def tables_of_a_memorial() -> tuple[type[Model], ...]:
    """The tables of which a memorial has rows, those that lean on others before those on which they lean.

    A table belongs to memorials if it has a column `memorial_id`: a foreign key, or the id alone.
    """
    left = {model for model in apps.get_models(include_auto_created=True) if _has_memorial(model)} - set(LAST)
    ordered: list[type[Model]] = []
    while left:
        leaned_on = {to for model in left for to in _leans_on(model)}
        free = sorted(left - leaned_on, key=lambda model: model._meta.label)
        if not free:
            raise RuntimeError(f"These tables lean on each other in a circle: {sorted(map(str, left))}")
        ordered += free
        left -= set(free)
    return tuple(ordered)


def _has_memorial(model: type[Model]) -> bool:
    return any(field.column == "memorial_id" for field in model._meta.concrete_fields)


def _leans_on(model: type[Model]) -> set[type[Model]]:
    related = {field.related_model for field in model._meta.concrete_fields if field.related_model}
    return {one for one in related if isinstance(one, type)} - {model}
