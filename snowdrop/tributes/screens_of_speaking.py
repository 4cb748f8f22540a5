"""What a helper who speaks for the family sees of their own words; nothing of anybody else's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snowdrop.ground.languages import direction_of
from snowdrop.ground.words import day_in_words
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import FamilyRoom, family_room, rest_of
from snowdrop.memorials.rules_of_speaking import Reach
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.models_of_speaking import Spoken
from snowdrop.tributes.queries import LetterOnPage, paragraphs
from snowdrop.tributes.rules import is_said

BESIDE: Final = ("memorial", "letter", "proposal", "taken_over")
_FIRST_WORDS: Final = 60

_DRAFT: Final = gettext_lazy("Not said yet. Only you see it.")
_WAITS: Final = gettext_lazy("It waits until somebody of the family has read it. That may take a while.")
_NOT_NOW: Final = gettext_lazy(
    "The family would rather not say this now. Thank you for writing it. Your words are kept, and you can change them."
)
_SAID: Final = gettext_lazy("It is said, as far as the page is open.")
_OTHER_WORDS: Final = gettext_lazy("It is said. Your newer words wait until somebody of the family has read them.")
_TAKEN_BACK: Final = gettext_lazy(
    "The family has taken this back for now. Nothing is lost, and you need not do anything. Thank you for writing it."
)
_TAKEN_OVER: Final = gettext_lazy("The family has made this its own, and goes on with it. Thank you for beginning it.")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """One thing that the helper has written, and what has become of it; addresses are "" where nothing can be done."""

    name: str
    state: str | Promise
    address: str
    do_not_ask_address: str
    let_go_address: str


@dataclass(frozen=True, slots=True)
class SpeakingRoom:
    """What the helper has written for the family. While they rest, it offers nothing to write."""

    room: FamilyRoom
    written: tuple[OwnWords, ...]
    waits: bool
    rests: bool


def speaking_room(viewer: Viewer, memorial: Memorial, reach: Reach, *, now: datetime) -> SpeakingRoom:
    """The helper's own words, the last ones first."""
    own = Spoken.objects.by(viewer).filter(memorial=memorial).select_related(*BESIDE).order_by("-made_at", "-id")
    return SpeakingRoom(
        room=family_room(viewer, memorial, here="speaking"),
        written=tuple(_own_words(one) for one in own),
        waits=reach.waits,
        rests=rest_of(viewer, memorial, now=now) is not None,
    )


def _own_words(spoken: Spoken) -> OwnWords:
    addresses, waits = [spoken.memorial.slug, spoken.id], spoken.waiting
    taken_back = spoken.letter is not None and not is_said(spoken.letter)
    is_theirs = not spoken.is_taken_over and not taken_back
    asks = is_theirs and waits is not None and waits.not_now_at is None
    return OwnWords(
        name=name_of_words(spoken),
        state=_state(spoken, taken_back=taken_back),
        address="" if spoken.is_taken_over else reverse("spoken", args=addresses),
        do_not_ask_address=reverse("do_not_ask", args=addresses) if asks else "",
        let_go_address=reverse("let_go_of_writing", args=addresses) if is_theirs and not spoken.letter else "",
    )


def name_of_words(spoken: Spoken) -> str:
    """What the helper's list calls it: how it begins, or, once it is the family's, the day on which it was begun."""
    if spoken.is_taken_over:
        return _("Begun on %(day)s") % {"day": day_in_words(spoken.made_at)}
    return beginning_of(spoken.writing)


def beginning_of(said: Mapping[str, str]) -> str:
    """How somebody's words begin."""
    first = next(filter(None, (said.get("title"), said.get("words"))), "")
    return Truncator(first).chars(_FIRST_WORDS).replace("\n", " ") or _("Without words yet")


def _state(spoken: Spoken, *, taken_back: bool) -> str | Promise:
    waits = spoken.waiting
    if spoken.is_taken_over:
        return _TAKEN_OVER
    if taken_back:
        return _TAKEN_BACK
    if waits and waits.not_now_at:
        return _NOT_NOW
    if waits:
        return _OTHER_WORDS if spoken.letter else _WAITS
    return _SAID if spoken.letter else _DRAFT


@dataclass(frozen=True, slots=True)
class SpokenPage:
    """The page on which a helper writes; `letter` instead of the form where the words are not theirs to change now."""

    room: FamilyRoom
    state: str | Promise
    waits: bool
    letter: LetterOnPage | None


def spoken_page(viewer: Viewer, memorial: Memorial, reach: Reach, spoken: Spoken | None) -> SpokenPage:
    """The page around something that is written, or is there already."""
    taken_back = spoken is not None and spoken.letter is not None and not is_said(spoken.letter)
    return SpokenPage(
        room=family_room(viewer, memorial, here="speaking"),
        state=_state(spoken, taken_back=taken_back) if spoken else "",
        waits=reach.waits,
        letter=letter_of(spoken.writing) if spoken and taken_back else None,
    )


def letter_of(said: Mapping[str, str], *, mark: str = "") -> LetterOnPage:
    """Somebody's words as the page would show them."""
    language = said.get("language", "")
    return LetterOnPage(
        title=said.get("title", ""),
        dedication="",
        paragraphs=paragraphs(said.get("words", "")),
        signed="",
        when="",
        language=language,
        direction=direction_of(language),
        mark=mark,
    )
