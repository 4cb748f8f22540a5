"""Which kept files the rows of a database speak of, and whether each of them opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final
from uuid import UUID

from django.db.models import Model

from snowdrop.ground import keys, sealing
from snowdrop.media.arrival import ArrivedPart
from snowdrop.media.discarding import KEPT_UNDER
from snowdrop.media.models import Picture, Recording, Rendition, Track
from snowdrop.media.store import Store

BOUND_TO: Final[dict[type[Model], Callable[[Any], bytes]]] = {
    ArrivedPart: lambda row: row.arrival.place_of_part(row.start),
    Picture: lambda row: row.place_of_original,
    Rendition: lambda row: row.picture.place_of_rendition(row.name),
    Recording: lambda row: row.place_of_original,
    Track: lambda row: row.recording.place_of_track(row.name),
}
"""For every table whose rows name kept files: what the bytes of a row are bound to."""


def questions() -> list[str]:
    """In SQL, for every table that names kept files: which."""
    return [f"SELECT {column} FROM {model._meta.db_table} WHERE {column} <> ''" for model, column in KEPT_UNDER]


def files_that_do_not_open(store: Store) -> Iterator[str]:
    """Yields for each kept file that a row speaks of "" if it opens to its last byte, or why it does not.

    Of a memorial whose key is gone nothing opens, and that is right: it was deleted.
    """
    for model, column in KEPT_UNDER:
        for row in model._base_manager.exclude(**{column: ""}).iterator(chunk_size=500):
            yield _why_it_does_not_open(store, getattr(row, column), row)


def _why_it_does_not_open(store: Store, name: str, row: Any) -> str:
    owner: UUID = row.memorial_id
    try:
        with store.open(name, keys.data_key(owner), bound_to=BOUND_TO[type(row)](row)) as reader:
            for _ in reader.read_range(0, reader.size):
                pass
    except keys.KeyIsGone:
        return ""
    except FileNotFoundError:
        return f"{row} speaks of the file {name}, which is not there"
    except sealing.Unreadable:
        return f"the file {name} of {row} cannot be opened"
    return ""
