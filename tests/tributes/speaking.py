"""What the tests of speaking for a family have in common: a helper who says something, what everybody sees of it."""

from __future__ import annotations

from uuid import uuid4

from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer
from snowdrop.tributes import actions_of_speaking as actions
from snowdrop.tributes.models_of_speaking import Spoken
from tests.world.cast import NOON
from tests.world.on_page import shared_with

WORDS = "Thank you for every word. We read them slowly."
MARK = "Jonas writes for the family"


def say(who: Viewer, memorial: Memorial, **given: object) -> Spoken:
    """A helper says something for the family, to everybody unless it is said otherwise."""
    said = {"title": "", "words": WORDS, "language": "en", "name": "Jonas", "audience": "everybody"}
    return actions.say(who, memorial, **{"spoken_id": uuid4(), **said, **given, "now": NOON})  # type: ignore[arg-type]


def seen(memorial: Memorial, viewer: Viewer = NOBODY_KNOWN) -> list[tuple[str, str]]:
    """The letters that somebody finds on the page: the first paragraph of each, and its mark."""
    things = shared_with(viewer, Memorial.objects.get(pk=memorial.pk)).things
    return [(one.letter.paragraphs[0], one.letter.mark) for one in things if one.letter]
