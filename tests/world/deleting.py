"""The end of a memorial in an instance whose worker is ended again and again; told to a process of the instance."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings

from snowdrop.ground import clock, keys
from snowdrop.memorials import actions
from snowdrop.memorials.models import Deletion, Keeper, Memorial
from snowdrop.memorials.tables import LAST, tables_of_a_memorial
from snowdrop.people.viewer import Viewer
from tests.world import guests
from tests.world.shredding import fill_with_canaries


def a_memorial_to_be_deleted(pieces: int) -> dict[str, Any]:
    """A memorial with everything in it and some pieces of comfort, whose only keeper wants it gone now."""
    filled, now = fill_with_canaries("Mira"), clock.now()
    memorial = Memorial.objects.get(pk=filled["id"])
    for number in range(pieces):
        guests.send(memorial, now=now, words=f"Number {number}")
    keeper = Viewer(Keeper.objects.get(memorial=memorial).person_id)
    actions.ask_for_deletion(keeper, memorial, at_once=True, now=now)
    return {"id": filled["id"], **what_is_left(filled["id"])}


def what_is_left(memorial_id: str) -> dict[str, Any]:
    """Tables that still have rows of it, whether its key opens anything, files in the store, whether work is left."""
    tables = [
        model._meta.label
        for model in tables_of_a_memorial()
        if model._base_manager.filter(memorial_id=memorial_id).exists()
    ]
    tables += [model._meta.label for model in LAST if model._base_manager.filter(pk=memorial_id).exists()]
    try:
        has_key = bool(keys.data_key(UUID(memorial_id)))
    except keys.KeyIsGone:
        has_key = False
    files = sum(1 for path in settings.SNOWDROP.media.rglob("*") if path.is_file())
    return {"tables": tables, "key": has_key, "files": files, "unfinished": Deletion.objects.exists()}
