"""What is shown of what lies behind a warning: the warning, and the desk of those who moderate this server."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from snowdrop.comfort import queries
from snowdrop.comfort.content import Content, read_content
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.screened import screened
from snowdrop.ground.drawing import draw_kind
from snowdrop.ground.words import day_in_words, paragraphs_of
from snowdrop.memorials.menu import Link, menu_for
from snowdrop.memorials.vocabulary import Kind
from snowdrop.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class GuardedLabel:
    """What is said of a piece without a word, or the name, of its sender: kind, day, and what the rules have seen."""

    kind_words: str | Promise
    kind_drawing: SafeString
    arrived: str
    reasons: tuple[str, ...]
    correction: str


@dataclass(frozen=True, slots=True)
class WarningPage:
    """Everything that `comfort/behind_warning.html` shows; `decide_address` keeps it away unopened."""

    flower: str
    menu: tuple[Link, ...]
    label: GuardedLabel
    open_address: str
    decide_address: str
    desk_address: str


@dataclass(frozen=True, slots=True)
class ModeratingPage:
    """Everything beside the form that `comfort/moderating.html` shows: one piece under a veil, or none.

    Not how its sender can be reached, nor for whom it was sent: a moderator judges words.
    """

    label: GuardedLabel | None
    paragraphs: tuple[str, ...] = ()
    name: str = ""
    about: str = ""
    language: str = ""
    give_address: str = ""
    seal_address: str = ""


def warning_page(viewer: Viewer, comfort: Comfort) -> WarningPage:
    """The warning before one piece."""
    parts = [comfort.memorial.slug, comfort.handle]
    return WarningPage(
        flower=comfort.memorial.flower,
        menu=menu_for(viewer, comfort.memorial, here="reading"),
        label=_label(comfort, read_content(comfort)),
        open_address=reverse("open_behind_warning", args=parts),
        decide_address=reverse("decide", args=parts),
        desk_address=reverse("reading", args=parts[:1]),
    )


def moderating_page(comfort: Comfort | None) -> ModeratingPage:
    """The desk of those who moderate."""
    if comfort is None:
        return ModeratingPage(None)
    content = read_content(comfort)
    return ModeratingPage(
        label=_label(comfort, content),
        paragraphs=paragraphs_of(content.words),
        name=content.name,
        about=content.relation,
        language=comfort.language,
        give_address=reverse("give_to_desk", args=[comfort.handle]),
        seal_address=reverse("keep_sealed", args=[comfort.handle]),
    )


def _label(comfort: Comfort, content: Content) -> GuardedLabel:
    kind = Kind(comfort.kind)
    said = screened(comfort, content)
    return GuardedLabel(
        kind_words=kind.label,
        kind_drawing=mark_safe(draw_kind(kind.value)),
        arrived=_("Came on %(day)s") % {"day": day_in_words(comfort.arrived_at)},
        reasons=tuple(reason.words for reason in said.reasons),
        correction=queries.last_correction(comfort),
    )
