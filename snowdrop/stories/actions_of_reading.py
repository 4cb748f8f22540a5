"""What those do who read stories first on this server, and how they are asked to."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from snowdrop.ground.refusals import require
from snowdrop.people.viewer import Viewer
from snowdrop.stories.acting import mark_of_words, note_change, write
from snowdrop.stories.models import Passed, Refusal, Telling, Wait


@transaction.atomic
def let_story_through(viewer: Viewer, telling: Telling, *, now: datetime) -> None:
    """Lets a story be read by everybody, for as long as these words stand. Raises NotAllowed."""
    telling = _waiting(viewer, telling)
    said = {"title": telling.title, "words": telling.words, "called": telling.called}
    read = {"words_mark": mark_of_words(said), "by": viewer.person_id}
    Passed.objects.update_or_create(story_id=telling.pk, defaults=read)
    Wait.objects.filter(pk=telling.pk).delete()
    note_change(telling.pk)
    write("story.let_through", telling.pk, now, by=viewer.person_id)


@transaction.atomic
def do_not_show(viewer: Viewer, telling: Telling, *, why: str, now: datetime) -> None:
    """Does not show a story, and tells its author why; their words stay theirs (trust.md 5.4). Raises NotAllowed."""
    telling = _waiting(viewer, telling)
    Refusal.objects.update_or_create(story_id=telling.pk, defaults={"why": why, "by": viewer.person_id})
    Telling.objects.filter(pk=telling.pk).delete()
    note_change(telling.pk)
    write("story.not_shown", telling.pk, now, by=viewer.person_id)


def _waiting(viewer: Viewer, telling: Telling) -> Telling:
    """The story while it waits for the viewer, under a lock. Raises NotAllowed."""
    found = Telling.objects.to_read_first(viewer).select_for_update(of=("self",)).filter(pk=telling.pk).first()
    require(found is not None)
    assert found
    return found
