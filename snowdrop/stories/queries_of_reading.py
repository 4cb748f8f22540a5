"""What waits for somebody who reads first: stories, and words that answer them. None of it says who an author is."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise

from snowdrop.ground.words import paragraphs_of
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.vocabulary import MEANINGS
from snowdrop.stories import rules
from snowdrop.stories.models import FirstReader, Telling, WordsBack
from snowdrop.stories.shelf import mark_of
from snowdrop.stories.vocabulary_of_telling import Place, Reader


def words_to_read(viewer: Viewer, *, secret: str = "") -> QuerySet[WordsBack]:
    """The words that wait for the viewer: by the secret address of one story, or as one who reads on this server."""
    held = WordsBack.objects.filter(place=Place.HELD).order_by("id")
    if secret:
        mark = mark_of("secret", secret.encode())
        return held.filter(story__first_reader__secret=mark, story__first_reader__reader=Reader.TRUSTED)
    ours = held.filter(story__first_reader__reader=Reader.SERVER)
    return ours if rules.reads_first(viewer) else ours.none()


def is_reader_by(secret: str) -> bool:
    """Whether this secret address is that of somebody whom an author trusts to read first."""
    return FirstReader.objects.filter(secret=mark_of("secret", secret.encode()), reader=Reader.TRUSTED).exists()


@dataclass(frozen=True, slots=True)
class ToRead:
    """One thing on the desk: its label first, the words folded."""

    id: UUID
    is_story: bool
    title: str
    called: str
    reasons: tuple[Promise | str, ...]
    paragraphs: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What waits: one thing at a time, and never how many."""

    one: ToRead | None


def desk(viewer: Viewer, *, secret: str = "") -> Desk:
    """The next thing for this reader. Raises NotAllowed through whoever asks without being one (views)."""
    story = None if secret else Telling.objects.to_read_first(viewer).select_related("wait").first()
    if story:
        why = tuple(MEANINGS[key].words for key in story.wait.reasons if key in MEANINGS)
        return Desk(ToRead(story.pk, True, story.title, story.called, why, paragraphs_of(story.words), story.language))
    words = words_to_read(viewer, secret=secret).first()
    if not words:
        return Desk(None)
    why = tuple(MEANINGS[key].words for key in words.reasons if key in MEANINGS)
    return Desk(ToRead(words.pk, False, "", words.name, why, paragraphs_of(words.words), ""))
