"""What the acts on helpers' words have in common: what was said for the family becomes a letter that others see."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from snowdrop.audiences.table import Shown
from snowdrop.memorials import rules
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.acting import narrowest, next_place, show, take_published_copy_away
from snowdrop.tributes.acting_on_letters import change
from snowdrop.tributes.models import Letter
from snowdrop.tributes.models_of_speaking import Spoken

SAID_PARTS: Final = ("title", "words", "language")
"""What a helper's letter says; beside it stands their name."""


def let_out(viewer: Viewer, spoken: Spoken, said: Mapping[str, str], shown: Shown, *, now: datetime) -> None:
    """Lets these words out, to these people; the memorial is held already. Part of an act. Raises Frozen.

    It is refused while nothing may become wider, also where the same people would only read other words: nobody says
    anything for a family that has stopped.
    """
    memorial = spoken.memorial
    rules.require_not_frozen(memorial)
    letter = spoken.letter
    if letter is None:
        letter = begin_letter(viewer, memorial, said, author_id=spoken.person_id, now=now)
        shown_to, spoken.letter = letter.audience, letter
    else:
        shown_to = letter.audience
        change(viewer, letter, pen="", now=now, by_hand=True, **parts_of(said))
    spoken.name = said["name"]
    spoken.save(update_fields=["letter", "name"])
    show(viewer, letter, shown.audience, shown.circles)
    letter.save(update_fields=["audience"])
    write("letter.shown", viewer, memorial, letter.id, now)
    take_published_copy_away(memorial, shown_to)


def begin_letter(
    viewer: Viewer, memorial: Memorial, said: Mapping[str, str], *, author_id: UUID | None, now: datetime
) -> Letter:
    """A letter of these words at the end of the page, which nobody but its author sees yet. Part of an act."""
    letter = Letter(memorial=memorial, author_id=author_id, audience=narrowest(), place=next_place(memorial))
    letter.made_at = letter.changed_at = letter.kept_at = now
    for name, words in parts_of(said).items():
        setattr(letter, name, words)
    letter.save(force_insert=True)
    write("letter.written", viewer, memorial, letter.id, now)
    return letter


def parts_of(said: Mapping[str, str]) -> dict[str, str]:
    """The parts of a helper's words that a letter has too."""
    return {name: said.get(name, "") for name in SAID_PARTS}
