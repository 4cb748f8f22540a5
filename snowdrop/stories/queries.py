"""What the pages of this room show: frozen objects. Nothing in them says who an author is, or counts anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Final
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from snowdrop.ground.drawing import Flower
from snowdrop.ground.languages import direction_of
from snowdrop.ground.templatetags.components import drawn_flower
from snowdrop.ground.words import paragraphs_of
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.queries import notice_address, report_address
from snowdrop.safeguarding.rules import somebody_is
from snowdrop.safeguarding.vocabulary_of_staff import Role
from snowdrop.stories import rules
from snowdrop.stories.finding import MOST, Found, leafed_through, nearest
from snowdrop.stories.models import Shelf, Story, Telling
from snowdrop.stories.shelf import shelf_mark
from snowdrop.stories.visit import Given
from snowdrop.stories.vocabulary import Axis, ContentNote, KindOfLoss
from snowdrop.stories.vocabulary_of_telling import SOFT_NAMES, Place, Soft

_FIRST_WORDS: Final = 18
_WORDS_OF_A_NAME: Final = 8
_LETTERS_OF_A_WORD: Final = 8
"""About; some scripts put nothing between words."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of story that a reader may not want to meet: its value in the form, and what it is called."""

    value: str
    name: str | Promise


@dataclass(frozen=True, slots=True)
class StoryInList:
    """A story as lists show it: under notes, only what it is called; its words are opened by its own page."""

    address: str
    title: str
    first_words: str
    called: str
    language: str
    direction: str
    notes: tuple[str | Promise, ...]
    drawing: SafeString
    why: str | Promise = ""


@dataclass(frozen=True, slots=True)
class FoundPage:
    """What was found: whether anything is near, and where leafing through goes on."""

    stories: tuple[StoryInList, ...]
    farther: tuple[StoryInList, ...]
    """What is found beside near ones, and is not near itself."""
    asked: bool
    is_near: bool
    more_address: str
    is_kept: bool
    has_given: bool


@dataclass(frozen=True, slots=True)
class SoftOnPage:
    """A soft answer that is welcome."""

    kind: str
    name: str | Promise


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One story as its readers get it."""

    id: UUID
    title: str
    called: str
    paragraphs: tuple[str, ...]
    language: str
    direction: str
    year: int
    notes: tuple[str | Promise, ...]
    kinds: tuple[Kind, ...]
    soft: tuple[SoftOnPage, ...]
    words_welcome: bool
    is_own: bool
    waits: bool
    may_be_found: bool
    once: str
    drawing: SafeString
    report_address: str


def found_page(viewer: Viewer, given: Given, *, after: UUID | None, now: datetime) -> FoundPage:
    """The stories nearest to what was given; where nothing was given to look for, stories to leaf through."""
    kept = viewer.is_signed_in and bool(kept_gives(viewer))
    if given.asks:
        found = nearest(viewer, given)
        near = [one for one in found if one.match.is_near]
        farther = [one for one in found if near and not one.match.is_near]
        first, rest = (tuple(_in_list(one.telling, one) for one in part) for part in (near or found, farther))
        return FoundPage(first, rest, True, bool(near), "", kept, given != Given())
    stories = leafed_through(viewer, given, after=after, now=now)
    more = f"{reverse('found_stories')}?from={stories[MOST - 1].pk}" if len(stories) > MOST else ""
    return FoundPage(tuple(map(_in_list, stories[:MOST])), (), False, True, more, kept, given != Given())


def story_page(viewer: Viewer, telling: Telling) -> StoryPage:
    """One story. `once` is new with each page, so that an answer that is sent twice comes once."""
    is_own = rules.is_author(viewer, telling.story)
    return StoryPage(
        id=telling.pk,
        title=telling.title,
        called=rules.name_on(telling.step, telling.called),
        paragraphs=paragraphs_of(telling.words),
        language=telling.language,
        direction=direction_of(telling.language),
        year=telling.year,
        notes=_notes(telling),
        kinds=_kinds(telling),
        soft=tuple(SoftOnPage(one, SOFT_NAMES[Soft(one)]) for one in telling.soft),
        words_welcome=telling.words_welcome,
        is_own=is_own,
        waits=hasattr(telling, "wait"),
        may_be_found=telling.may_be_found and not hasattr(telling, "wait"),
        once=token_hex(16),
        drawing=_flower_of(telling.pk),
        report_address="" if is_own else report_address("story", telling.pk),
    )


def kept_gives(viewer: Viewer) -> Given | None:
    """What the viewer asked us to remember of what they gave, or nothing."""
    shelf = Shelf.objects.filter(mark=shelf_mark(viewer)).first() if viewer.is_signed_in else None
    return Given.of(shelf.gives) if shelf and shelf.gives else None


@dataclass(frozen=True, slots=True)
class OwnStory:
    """One of the viewer's own in their list."""

    id: UUID
    name: str
    state: str
    called: str
    address: str
    write_address: str
    is_told: bool
    was_told: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class Back:
    """Words that an author has got."""

    id: UUID
    paragraphs: tuple[str, ...]
    name: str
    is_folded: bool


@dataclass(frozen=True, slots=True)
class OwnStoryPage:
    """One of the viewer's own: who sees it under which name, and what may be done."""

    story: OwnStory
    waits: bool
    in_danger: bool
    nobody_reads: bool
    secret_address: str
    notice_address: str


@dataclass(frozen=True, slots=True)
class AnswersPage:
    """What came back, asked for: which soft answers there were, never how many, and words."""

    story: OwnStory
    soft: tuple[str | Promise, ...]
    words: tuple[Back, ...]


def own_stories(viewer: Viewer) -> tuple[OwnStory, ...]:
    """The viewer's own stories, by what they are called."""
    stories = Story.objects.of(viewer).select_related("telling__wait", "refusal")
    return tuple(sorted(map(_own, stories), key=lambda one: (one.name.casefold(), one.id)))


def own_story_page(story: Story) -> OwnStoryPage:
    """One of the viewer's own, as they keep it."""
    own, wait = _own(story), getattr(getattr(story, "telling", None), "wait", None)
    reader = getattr(story, "first_reader", None)
    secret = reader.secret_for_author if reader else ""
    return OwnStoryPage(
        story=own,
        waits=wait is not None,
        in_danger=wait is not None and rules.may_be_in_danger(wait.crisis),
        nobody_reads=wait is not None and not somebody_is(Role.MODERATOR),
        secret_address=settings.SNOWDROP.address + reverse("words_by_secret", args=[secret]) if secret else "",
        notice_address=notice_address("story", story.pk),
    )


def answers_page(story: Story) -> AnswersPage:
    """What came back to one of the viewer's own. Soft answers stand in the order of their names, each once."""
    given = set(story.soft_answers.values_list("kind", flat=True))
    words = story.words_back.filter(place=Place.THROUGH).order_by("id")
    backs = tuple(Back(one.pk, paragraphs_of(one.words), one.name, one.lane != "green") for one in words)
    return AnswersPage(_own(story), tuple(SOFT_NAMES[one] for one in Soft if one in given), backs)


def _own(story: Story) -> OwnStory:
    said, telling = story.said, getattr(story, "telling", None)
    waits, refused = telling is not None and hasattr(telling, "wait"), getattr(story, "refusal", None)
    if waits:
        state = _("Told; somebody reads it first, and until then only you see it")
    elif telling:
        state = _("Told; everybody may read it")
    elif refused:
        state = _("Not shown")
    elif story.told:
        state = _("Taken back; only you see it")
    else:
        state = _("A draft; only you see it")
    return OwnStory(
        id=story.pk,
        name=said.get("title") or _beginning(said.get("words", ""), _WORDS_OF_A_NAME) or _("A story without words yet"),
        state=state,
        called=rules.name_on(said.get("step", ""), said.get("called", "")),
        address=reverse("own_story", args=[story.pk]),
        write_address=reverse("write_story", args=[story.pk]),
        is_told=telling is not None,
        was_told=bool(story.told) and telling is None and not refused,
        why_not=refused.why if refused else "",
    )


def _in_list(telling: Telling, found: Found | None = None) -> StoryInList:
    words = "" if telling.notes else _beginning(telling.words, _FIRST_WORDS)
    return StoryInList(
        address=reverse("story", args=[telling.pk]),
        title=telling.title,
        first_words=words,
        called=rules.name_on(telling.step, telling.called),
        language=telling.language,
        direction=direction_of(telling.language),
        notes=_notes(telling),
        drawing=_flower_of(telling.pk),
        why=found.match.reasons[0].sentence if found and found.match.reasons else "",
    )


def _beginning(text: str, words: int) -> str:
    """The first words of a text, in any script."""
    return Truncator(Truncator(text).words(words)).chars(words * _LETTERS_OF_A_WORD)


def _notes(telling: Telling) -> tuple[str | Promise, ...]:
    return tuple(ContentNote(one).label for one in telling.notes if one in ContentNote)


def _kinds(telling: Telling) -> tuple[Kind, ...]:
    """The kinds to which a story belongs and that a reader may hide: its kinds of loss and its notes."""
    kinds: Sequence[str] = telling.facets.get(Axis.KIND_OF_LOSS, [])
    notes = [Kind(f"note {one}", ContentNote(one).label) for one in telling.notes if one in ContentNote]
    return (*notes, *(Kind(f"kind {one}", KindOfLoss(one).label) for one in kinds if one in KindOfLoss))


def _flower_of(story_id: UUID) -> SafeString:
    """A flower drawn from the random id of the story: another for each, whoever wrote it."""
    flowers = tuple(Flower)
    return drawn_flower(flowers[story_id.int % len(flowers)], seed=story_id.hex, size=72)
