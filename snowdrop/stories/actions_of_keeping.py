"""What a reader asks us to remember of what they gave; only if they ask, and gone when they say so."""

from __future__ import annotations

from django.db import transaction

from snowdrop.ground.refusals import require
from snowdrop.people.viewer import Viewer
from snowdrop.stories.models import Shelf
from snowdrop.stories.shelf import shelf_mark
from snowdrop.stories.visit import Given


@transaction.atomic
def keep_given(viewer: Viewer, given: Given | None) -> None:
    """Keeps what the viewer gave, sealed on their shelf, or lets go of it (None). Raises NotAllowed for guests.

    No journal tells of it: what somebody looks for is nobody's news.
    """
    require(viewer.is_signed_in)
    shelf, _ = Shelf.objects.get_or_create(mark=shelf_mark(viewer))
    shelf.gives = given.kept() if given else None
    shelf.save(update_fields=["gives"])
