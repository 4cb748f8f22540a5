"""What the acts of this room have in common: shelves, screens of a whole story, change numbers, the journal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from snowdrop.ground import journal, keys
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.actions import open_case
from snowdrop.safeguarding.reading.words import LONGEST_READ
from snowdrop.safeguarding.screening import Screened, screen
from snowdrop.safeguarding.things import Thing
from snowdrop.safeguarding.vocabulary import LANES, MEANINGS, gravest
from snowdrop.stories import rules
from snowdrop.stories.models import Change, Count, Passed, Shelf, Story, Telling, Wait, stories_on_shelf_of
from snowdrop.stories.shelf import filled_with, mark_of, shelf_mark

FIELDS: Final = (
    "title",
    "words",
    "language",
    "notes",
    "facets",
    "step",
    "called",
    "soft",
    "words_welcome",
    "may_be_found",
)
"""What a telling shows of what its author has said."""

_OVERLAP: Final = 200
"""Characters that two parts of a long story share, so that no sentence falls between them."""


def put_on_shelf(viewer: Viewer, story_id: UUID, *, there: bool = True) -> None:
    """Puts a story on the viewer's shelf, or takes it off."""
    Shelf.objects.get_or_create(mark=shelf_mark(viewer))
    shelf = Shelf.objects.select_for_update().get(mark=shelf_mark(viewer))
    ids = stories_on_shelf_of(viewer) - {story_id}
    shelf.stories = filled_with(ids | {story_id} if there else ids)
    shelf.save(update_fields=["stories"])


def new_story(viewer: Viewer, story_id: UUID) -> Story:
    """A story with a key of its own, on the shelf of its author."""
    keys.common_key(story_id)
    story = Story.objects.create(pk=story_id)
    put_on_shelf(viewer, story_id)
    return story


def screen_whole(words: str, *, language: str, name: str = "") -> Screened:
    """What the screens say of a story of any length, read part by part: its widest lane, its gravest danger."""
    step = LONGEST_READ - _OVERLAP
    parts = [words[at : at + LONGEST_READ] for at in range(0, max(len(words) - _OVERLAP, 1), step)]
    found = [screen(part, language=language, name=name) for part in parts]
    reasons = {reason.key: reason for one in found for reason in one.reasons}
    return Screened(
        max((one.lane for one in found), key=LANES.index),
        any(one.clumsy for one in found),
        gravest([one.crisis for one in found]),
        tuple(reasons[key] for key in MEANINGS if key in reasons),
    )


def screened(said: Mapping[str, Any]) -> Screened:
    """What the screens say of a story as it would be shown, its title and its name included."""
    text = "\n\n".join(filter(None, (said.get("title", ""), said.get("words", ""))))
    return screen_whole(text, language=said.get("language", ""), name=said.get("called", ""))


def mark_of_words(said: Mapping[str, Any]) -> bytes:
    """The mark of the words that a reader has read, so that other words are read anew."""
    text = "\x00".join(str(said.get(name, "")) for name in ("title", "words", "called"))
    return mark_of("words", text.encode())


def set_out(viewer: Viewer, story: Story, said: Mapping[str, Any], found: Screened, *, now: datetime) -> Telling:
    """Shows a story as it is said; it waits if the screens ask for a person who has not read these very words."""
    shown = {name: said[name] for name in FIELDS if name in said}
    shown["called"] = rules.name_on(shown.get("step", ""), shown.get("called", ""))
    shown["author"] = Shelf.objects.get(mark=shelf_mark(viewer)).pk.hex
    before = Telling.objects.filter(pk=story.pk).first()
    year = before.year if before else now.year
    telling, _ = Telling.objects.update_or_create(pk=story.pk, defaults={**shown, "year": year})
    Wait.objects.filter(telling=telling).delete()
    was_read = Passed.objects.filter(story=story, words_mark=mark_of_words(shown)).exists()
    if rules.must_wait(found) and not was_read:
        why = [reason.key for reason in found.reasons]
        Wait.objects.create(telling=telling, lane=found.lane, crisis=found.crisis, reasons=why)
        open_case(Thing("story", story.pk), found.crisis, now=now)  # those who lead safeguarding hear of danger
    note_change(story.pk)
    return telling


def note_change(story_id: UUID) -> None:
    """Gives a change to what is told the next number. Under a lock, so that numbers appear in order."""
    Count.objects.get_or_create(pk=1)
    count = Count.objects.select_for_update().get(pk=1)
    count.number += 1
    count.save(update_fields=["number"])
    Change.objects.update_or_create(story_id=story_id, defaults={"number": count.number})


def write(verb: str, story_id: UUID, now: datetime, *, by: UUID | None = None) -> None:
    """One entry: never who the author is, and of when only the day (trust.md T10). `by` is for those who read first."""
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    journal.write(verb, actor=by, subject_id=story_id, memorial_id=None, now=day)


def destroy_key_afterwards(story_id: UUID) -> None:
    """Destroys the key of a story once its rows are gone for sure."""
    transaction.on_commit(lambda: keys.destroy_data_key(story_id))
