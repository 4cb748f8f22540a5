"""Stories as they are told, by the real acts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from snowdrop.people.viewer import Viewer
from snowdrop.stories import actions
from snowdrop.stories.models import Story, Telling
from tests.world.cast import NOON

WORDS: Final = "We planted a pear tree for her in the spring. It has flowered twice now, and we sit under it."


def said(words: str = WORDS, **others: Any) -> dict[str, Any]:
    """What an author may have said of a story; only the words, unless more is given."""
    empty: Mapping[str, Any] = {
        "title": "",
        "language": "en",
        "notes": [],
        "facets": {},
        "step": "nobody",
        "called": "",
        "soft": ["me-too", "holding-you", "thank-you"],
        "words_welcome": False,
        "reader": "server",
        "may_be_found": False,
    }
    return {**empty, "words": words, **others}


def a_draft(author: Viewer, words: str = WORDS, *, now: datetime = NOON, **others: Any) -> Story:
    """A story that only its author has."""
    return actions.write_story(author, story_id=uuid4(), said=said(words, **others), pen=str(uuid4()), now=now)


def a_story(author: Viewer, words: str = WORDS, *, now: datetime = NOON, **others: Any) -> Telling:
    """A story that is told."""
    return actions.tell(author, a_draft(author, words, now=now, **others), now=now)


def shown_to(viewer: Viewer, story_id: UUID) -> Telling | None:
    """The story as this viewer gets it, or nothing."""
    return Telling.objects.visible_to(viewer).filter(pk=story_id).first()
