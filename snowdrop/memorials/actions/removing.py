"""A deletion that has become final: the keys, the bytes, then every row of every room, until nothing is left.

Each step is a transaction of its own and safe to repeat. The row of the deletion goes last, so that a process that
ended in the middle leaves something by which the next one goes on.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from snowdrop.ground import journal, keys, published
from snowdrop.media.discarding import discard_everything_of
from snowdrop.memorials.models import Deletion, Helper, Keeper, Memorial
from snowdrop.memorials.rules_of_keeping import may_become_final
from snowdrop.memorials.tables import tables_of_a_memorial

AT_ONCE: Final = 500
"""Rows that are removed in one transaction, so that nobody waits long for the database."""


@transaction.atomic
def make_final(memorial_id: UUID, *, now: datetime) -> bool:
    """Ends the time in which a deletion can be taken back, if it is time; says whether it is final.

    From then on nobody keeps the memorial, so that no door leads to what is being removed.
    """
    Memorial.objects.hold(memorial_id)
    deletion = Deletion.objects.get(memorial=memorial_id)
    if deletion.final_since:
        return True
    if not may_become_final(deletion, now):
        return False
    deletion.final_since = now
    deletion.save(update_fields=["final_since"])
    Keeper.objects.filter(memorial=memorial_id).delete()
    Helper.objects.filter(memorial=memorial_id).delete()
    return True


def remove_everything(memorial_id: UUID, *, now: datetime) -> None:
    """Removes all that is kept of a memorial whose deletion is final. The key first: what is left then says nothing."""
    memorial = Memorial.objects.get(pk=memorial_id)
    published.take_away(memorial.slug)
    keys.destroy_data_key(memorial_id)
    discard_everything_of(memorial_id)
    for model in tables_of_a_memorial():
        while _remove_some(model, memorial_id):
            pass
    with transaction.atomic():
        Memorial.objects.hold(memorial_id)
        for model in tables_of_a_memorial():  # what came in the meantime, such as words that a guest had just sent
            model._base_manager.filter(memorial_id=memorial_id).delete()
        Deletion.objects.filter(memorial=memorial_id).delete()
        Memorial.objects.filter(pk=memorial_id).delete()
        journal.write("memorial.deleted", actor=None, subject_id=memorial_id, memorial_id=None, now=now)


@transaction.atomic
def _remove_some(model: type[Model], memorial_id: UUID) -> bool:
    rows = model._base_manager.filter(memorial_id=memorial_id)
    some = list(rows.values_list("pk", flat=True)[:AT_ONCE])
    rows.filter(pk__in=some).delete()
    return len(some) == AT_ONCE
