"""What the author of a letter sees of its earlier versions. To everybody else there are none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from snowdrop.ground.languages import direction_of
from snowdrop.ground.zones import moment_in_words
from snowdrop.memorials.vocabulary import Audience
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.acting_on_letters import said_in
from snowdrop.tributes.models import Letter, Version
from snowdrop.tributes.queries import LetterOnPage, paragraphs
from snowdrop.tributes.screens import Frame, QuestionPage, frame_of, name_in_list

_FIRST_WORDS: Final = 120


@dataclass(frozen=True, slots=True)
class VersionOnList:
    """One version: when it was kept, how it begins, and where it can be looked at."""

    id: UUID
    when: str
    begins: str
    address: str


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """All versions of a letter, the last one first."""

    frame: Frame
    name: str
    back: str
    versions: tuple[VersionOnList, ...]
    let_go_address: str


@dataclass(frozen=True, slots=True)
class VersionPage:
    """One version beside what the letter says now."""

    frame: Frame
    back: str
    when: str
    version: LetterOnPage
    now: LetterOnPage
    is_shared: bool
    bring_back_address: str
    let_go_address: str


def versions_page(viewer: Viewer, letter: Letter, zone: str) -> VersionsPage:
    """The list; `zone` is the time zone in which hours are said."""
    addresses = [letter.memorial.slug, letter.id]
    listed = tuple(
        VersionOnList(
            id=one.id,
            when=moment_in_words(one.kept_at, zone),
            begins=Truncator(one.said["words"]).chars(_FIRST_WORDS),
            address=reverse("version", args=[*addresses, one.id]),
        )
        for one in Version.objects.of(viewer).filter(letter=letter)
    )
    return VersionsPage(
        frame=frame_of(viewer, letter.memorial),
        name=name_in_list(letter),
        back=reverse("letter", args=addresses),
        versions=listed,
        let_go_address=reverse("let_go_of_versions", args=addresses),
    )


def version_page(viewer: Viewer, version: Version, zone: str) -> VersionPage:
    """One version, with the present letter beside it."""
    letter = version.letter
    addresses = [letter.memorial.slug, letter.id, version.id]
    return VersionPage(
        frame=frame_of(viewer, letter.memorial),
        back=reverse("versions", args=addresses[:2]),
        when=moment_in_words(version.kept_at, zone),
        version=_as_letter(version.said),
        now=_as_letter(said_in(letter)),
        is_shared=letter.audience != Audience.ME,
        bring_back_address=reverse("bring_back_version", args=addresses),
        let_go_address=reverse("let_go_of_version", args=addresses),
    )


def let_go_question(viewer: Viewer, letter: Letter, version: Version | None) -> QuestionPage:
    """Asks whether one version, or all of them (None), should be let go for good."""
    addresses = [letter.memorial.slug, letter.id]
    return QuestionPage(
        frame=frame_of(viewer, letter.memorial),
        title=_("Let go of this earlier version?") if version else _("Let go of all earlier versions?"),
        words=_("The letter stays as it is. What you let go of is gone, and cannot be brought back."),
        button=_("Let go for good"),
        back=reverse("version", args=[*addresses, version.id]) if version else reverse("versions", args=addresses),
    )


def _as_letter(said: dict[str, str]) -> LetterOnPage:
    return LetterOnPage(
        title=said["title"],
        dedication=said["dedication"],
        paragraphs=paragraphs(said["words"]),
        signed=said["signed"],
        when=said["when"],
        language=said["language"],
        direction=direction_of(said["language"]),
    )
