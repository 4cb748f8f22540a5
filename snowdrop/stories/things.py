"""Stories among the things that can be reported and held back (snowdrop/safeguarding/things.py).

Whose a story is stays unsaid here too: its author finds what was decided, and how to object, with their own story. Two
people who have written down why can find out (safeguarding/actions/unmasking.py).
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snowdrop.ground.words import paragraphs_of
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.things import Description, Kind, bring_kind
from snowdrop.stories.acting import note_change
from snowdrop.stories.models import Shelf, Telling
from snowdrop.stories.shelf import ids_in, shelf_mark_of


def _sees(viewer: Viewer, story_id: UUID) -> bool:
    return Telling.objects.visible_to(viewer).filter(pk=story_id).exists()


def _describe(story_id: UUID) -> Description | None:
    """What strangers read of it; of what was taken back, nothing."""
    telling = Telling.objects.filter(pk=story_id).first()
    if telling is None:
        return None
    label = _("A story: %(title)s") % {"title": telling.title} if telling.title else _("A story")
    return Description(label=label, paragraphs=paragraphs_of(telling.words), language=telling.language)


def _narrowed(story_id: UUID, now: datetime) -> None:
    """Every process lets go of it, or takes it in again, at its next turn."""
    note_change(story_id)


def _who_wrote(story_id: UUID) -> UUID | None:
    """Opens every shelf, for no row says it; then makes everybody's mark until one is that of the shelf."""
    shelves = Shelf.objects.iterator()
    mark = next((bytes(one.mark) for one in shelves if story_id in ids_in(one.stories)), None)
    people = Person.objects.values_list("pk", flat=True).iterator() if mark else ()
    return next((person_id for person_id in people if shelf_mark_of(person_id) == mark), None)


STORY = bring_kind(Kind("story", gettext_lazy("A story"), _sees, _describe, _narrowed, _who_wrote))
