"""What the acts on letters have in common: their words become others, earlier ones are kept, a series has its order."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from snowdrop.ground.refusals import require
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.acting import in_order, set_places
from snowdrop.tributes.models import Letter, Series, Version
from snowdrop.tributes.rules import is_for_another_alone, may_change

PARTS: Final = ("dedication", "title", "words", "signed", "when", "day", "language")
"""What a letter says: what a version keeps of it."""


def said_in(letter: Letter) -> dict[str, str]:
    """What a letter says now, by the names of its parts."""
    return {name: getattr(letter, name) or "" for name in PARTS}


def change(viewer: Viewer, letter: Letter, *, pen: str, now: datetime, by_hand: bool, **said: str) -> None:
    """Gives a letter other words, and sets it in its place if it says another day. Part of an act.

    Words that somebody kept by their own press are kept as a version, for the author alone, before they become others;
    those that only the page itself kept are not. So there is one version for each time that somebody pressed the
    button and came back, however often a page kept what was written in between.
    """
    stood = said_in(letter)
    is_other = stood | said != stood
    if is_other and letter.kept_at:
        keep_version(letter, stood, letter.kept_at)
    for name, words in said.items():
        setattr(letter, name, words)
    if by_hand:
        letter.kept_at = now
    elif is_other:
        letter.kept_at = None
    note_change(viewer, letter, pen=pen, now=now)
    if (letter.day or "") != stood["day"]:
        set_in_series(viewer, letter)


def keep_version(letter: Letter, said: dict[str, str], kept_at: datetime) -> None:
    """Keeps what a letter said, for its author alone. Part of an act."""
    version = Version(memorial=letter.memorial, letter=letter, kept_at=kept_at)
    version.said = dict.fromkeys(PARTS, "") | said
    version.save(force_insert=True)


def note_change(viewer: Viewer, letter: Letter, *, pen: str, now: datetime) -> None:
    """Saves a letter whose fields have changed, and tells the journal. Part of an act."""
    letter.pen, letter.changed_at = pen, now
    letter.save()
    write("letter.changed", viewer, letter.memorial, letter.id, now)


def series_after(viewer: Viewer, memorial: Memorial, letter_id: UUID, now: datetime) -> Series:
    """The series of a letter after which another one is written; it begins with that. Part of an act.

    Raises NotAllowed if the letter is not the viewer's to change here.
    """
    before = Letter.objects.select_for_update().filter(pk=letter_id, memorial=memorial).first()
    require(before is not None and may_change(viewer, before))
    assert before
    if before.series is None:
        before.series = Series.objects.create(memorial=memorial, begun_by=viewer.person_id, begun_at=now)
        before.save(update_fields=["series"])
    return before.series


def set_in_series(viewer: Viewer, letter: Letter) -> None:
    """Sets a letter that says its day behind those of its series that are not later. Part of an act.

    Letters that say no day, and those that another keeper has for themselves alone, count for nothing.
    """
    if not letter.series_id or not letter.day:
        return
    line = in_order(letter.memorial)
    others = [
        one
        for one in line
        if isinstance(one, Letter) and one.series_id == letter.series_id and one.pk != letter.pk
        if not is_for_another_alone(viewer, one) and one.day
    ]
    if not others or letter not in line:
        return
    line.remove(letter)
    earlier = [one for one in others if one.day <= letter.day]
    line.insert(line.index(earlier[-1]) + 1 if earlier else line.index(others[0]), letter)
    set_places(line)
