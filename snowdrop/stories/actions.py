"""What authors do: write a story, tell it, move it on the ladder, take it back, leave it, delete it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from snowdrop.ground.ids import new_secret
from snowdrop.ground.refusals import require
from snowdrop.people.viewer import Viewer
from snowdrop.stories import rules
from snowdrop.stories.acting import (
    destroy_key_afterwards,
    new_story,
    note_change,
    put_on_shelf,
    screened,
    set_out,
    write,
)
from snowdrop.stories.models import FirstReader, Refusal, Story, Telling
from snowdrop.stories.shelf import mark_of
from snowdrop.stories.vocabulary_of_telling import Leaving, Reader, Step


class WrittenMeanwhile(ValueError):
    """Another open page has changed this story since this one was opened; nothing was changed."""

    def __init__(self, pen: str) -> None:
        super().__init__(pen)
        self.pen = pen


class NoWords(ValueError):
    """A story without words cannot be told."""


@transaction.atomic
def write_story(
    viewer: Viewer, *, story_id: UUID, said: Mapping[str, Any], pen: str, pen_before: str = "", now: datetime
) -> Story:
    """Keeps a story as its author has it, for them alone; what is told of it stays as it is until it is told anew.

    Under the id of one of the viewer's own it changes that. `pen` names the open page that writes, `pen_before` the one
    whose words it began with. Raises NotAllowed or WrittenMeanwhile.
    """
    require(viewer.is_signed_in)
    story = Story.objects.select_for_update().filter(pk=story_id).first()
    if story is None:
        story = new_story(viewer, story_id)
        write("story.begun", story.pk, now)
    require(rules.is_author(viewer, story))
    if story.pen not in ("", pen, pen_before):
        raise WrittenMeanwhile(story.pen)
    story.said, story.pen = {**story.said, **said}, pen
    story.save(update_fields=["said", "pen"])
    return story


def tell(viewer: Viewer, story: Story, *, now: datetime) -> Telling:
    """Tells a story to everybody as it now is, or so that it waits until somebody has looked (rules.must_wait).

    Raises NotAllowed or NoWords.
    """
    require(rules.is_author(viewer, story))
    found = screened(story.said)
    with transaction.atomic():
        story = _own(viewer, story)
        if not story.said.get("words", "").strip():
            raise NoWords
        story.told = dict(story.said)
        story.save(update_fields=["told"])
        Refusal.objects.filter(story=story).delete()
        _choose_reader(story)
        telling = set_out(viewer, story, story.told, found, now=now)
        write("story.told", story.pk, now)
    return telling


@transaction.atomic
def take_back(viewer: Viewer, story: Story, *, now: datetime) -> None:
    """Takes a story back: with the next request nobody else finds it anywhere. Twice is fine. Raises NotAllowed."""
    story = _own(viewer, story)
    taken, _ = Telling.objects.filter(pk=story.pk).delete()
    if taken:
        note_change(story.pk)
        write("story.taken_back", story.pk, now)


def put_back(viewer: Viewer, story: Story, *, now: datetime) -> Telling:
    """Tells a story again as it stood when it was taken back. Twice is fine.

    Raises NotAllowed, also if it was never told.
    """
    require(rules.is_author(viewer, story) and bool(story.told))
    found = screened(story.told)
    with transaction.atomic():
        story = _own(viewer, story)
        telling = set_out(viewer, story, story.told, found, now=now)
        write("story.told", story.pk, now)
    return telling


def move(viewer: Viewer, story: Story, *, step: Step, called: str, now: datetime) -> Story:
    """Moves a story up or down the ladder; what stood under it before is shown nowhere with the next request.

    A name that the screens do not pass waits, with the story. Raises NotAllowed.
    """
    require(rules.is_author(viewer, story))
    named = {"step": step, "called": rules.name_on(step, called)}
    found = screened({**(story.told or {}), **named})
    with transaction.atomic():
        story = _own(viewer, story)
        story.said = {**story.said, **named}
        story.told = {**story.told, **named} if story.told else None
        story.save(update_fields=["said", "told"])
        if story.told and Telling.objects.filter(pk=story.pk).exists():
            set_out(viewer, story, story.told, found, now=now)
        write("story.moved", story.pk, now)
    return story


@transaction.atomic
def delete(viewer: Viewer, story: Story, *, now: datetime) -> None:
    """Deletes a story for good, with everything that answered it, and its key. Raises NotAllowed."""
    story = _own(viewer, story)
    note_change(story.pk)
    put_on_shelf(viewer, story.pk, there=False)
    write("story.deleted", story.pk, now)
    destroy_key_afterwards(story.pk)
    Story.objects.filter(pk=story.pk).delete()


def leave(viewer: Viewer, choices: Mapping[UUID, Leaving], *, now: datetime) -> None:
    """Does with each of the viewer's stories what they choose; before an account is deleted, all of them are asked.

    Raises NotAllowed.
    """
    for story in Story.objects.of(viewer).filter(pk__in=choices):
        if choices[story.pk] is Leaving.TAKEN_BACK:
            take_back(viewer, story, now=now)
        elif choices[story.pk] is Leaving.WITHOUT_NAME:
            leave_without_name(viewer, story, now=now)


@transaction.atomic
def leave_without_name(viewer: Viewer, story: Story, *, now: datetime) -> None:
    """Leaves a told story to its readers under no name, and forgets for good whose it is. It cannot be undone.

    What its author kept for themselves goes; words no longer reach anybody. Raises NotAllowed, also if it is not told.
    """
    story = _own(viewer, story)
    telling = Telling.objects.filter(pk=story.pk).first()
    require(telling is not None)
    assert telling
    telling.step, telling.called, telling.words_welcome = Step.NOBODY, "", False
    telling.author = ""
    telling.save(update_fields=["step", "called", "words_welcome", "author"])
    story.said, story.told, story.pen = {}, None, ""
    story.save(update_fields=["said", "told", "pen"])
    story.words_back.all().delete()
    story.soft_answers.all().delete()
    FirstReader.objects.filter(story=story).delete()
    put_on_shelf(viewer, story.pk, there=False)
    note_change(story.pk)
    write("story.left", story.pk, now)


def _own(viewer: Viewer, story: Story) -> Story:
    """The story as it stands now, under a lock. Raises NotAllowed."""
    require(rules.is_author(viewer, story))
    return Story.objects.select_for_update().get(pk=story.pk)


def _choose_reader(story: Story) -> None:
    """Who reads words first, as the author has said; somebody trusted gets one secret address, and keeps it."""
    reader = story.told.get("reader", Reader.SERVER)
    row, _ = FirstReader.objects.get_or_create(story=story)
    row.reader = reader
    if reader == Reader.TRUSTED and not row.secret:
        row.secret_for_author = new_secret()
        row.secret = mark_of("secret", row.secret_for_author.encode())
    elif reader != Reader.TRUSTED:
        row.secret, row.secret_for_author = None, ""
    row.save()
