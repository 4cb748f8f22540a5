"""Whether search engines may find the page of a memorial."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from snowdrop.ground import published
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Indexing, Memorial
from snowdrop.people.viewer import Viewer


@transaction.atomic
def let_be_found(viewer: Viewer, memorial: Memorial, *, now: datetime) -> Indexing:
    """Lets search engines find the page, which everybody may open already; twice is fine.

    Raises NotAllowed, Frozen.
    """
    require(rules.is_keeper(viewer, memorial) and rules.is_open_to_everybody(memorial))
    rules.require_not_frozen(memorial)
    indexing, _ = Indexing.objects.get_or_create(memorial=memorial, defaults={"by": viewer.person_id, "at": now})
    write("memorial.let_be_found", viewer, memorial, memorial.id, now)
    return indexing


@transaction.atomic
def be_found_no_more(viewer: Viewer, memorial: Memorial, *, now: datetime) -> None:
    """Asks search engines again to leave the page out: no copy says otherwise once this returns. Twice is fine."""
    require(rules.is_keeper(viewer, memorial))
    Indexing.objects.filter(memorial=memorial).delete()
    write("memorial.found_no_more", viewer, memorial, memorial.id, now)
    transaction.on_commit(lambda: published.take_away(memorial.slug))
