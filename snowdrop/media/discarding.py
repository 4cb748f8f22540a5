"""Removes every byte that is kept for a memorial, whatever it is; its rows go afterwards, with those of all rooms."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.db.models import Model

from snowdrop.media.arrival import ArrivedPart
from snowdrop.media.models import Expected, Picture, Recording, Rendition, Track
from snowdrop.media.store import the_store

KEPT_UNDER: Final[tuple[tuple[type[Model], str], ...]] = (
    (ArrivedPart, "blob"),
    (Picture, "original"),
    (Rendition, "blob"),
    (Recording, "original"),
    (Track, "blob"),
)
"""Every table whose rows name bytes in the store, and the column that names them."""


EXPECTED: Final[tuple[type[Model], str]] = (Expected, "name")
"""The table of names that no row speaks of yet: their bytes may be there, or not."""


def discard_everything_of(memorial_id: UUID) -> None:
    """Removes the bytes of everything that a memorial has in the store. Twice, or after an interruption, is fine."""
    store = the_store()
    for model, column in (*KEPT_UNDER, EXPECTED):
        names = model._base_manager.filter(memorial_id=memorial_id).exclude(**{column: ""})
        for name in names.values_list(column, flat=True).iterator():
            store.discard(name)
