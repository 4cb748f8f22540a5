"""What is asked once before something that cannot be undone: what will happen, in plain words, and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snowdrop.audiences.table import Shown
from snowdrop.memorials.models import Memorial, PrivateLink, Remembered
from snowdrop.memorials.queries import circles_of, listed_circles, seeing_address, who_sees_words
from snowdrop.memorials.vocabulary import Audience


@dataclass(frozen=True, slots=True)
class Question:
    """A question as `memorials/asked_once.html` shows it."""

    flower: str
    title: str
    sentences: tuple[str, ...]
    button: str
    back: str
    answers: tuple[tuple[str, str], ...] = ()
    """Names and values that the answer carries."""
    look: tuple[str, str] | None = None
    """An address where one can look first at what would be, and its words."""


_WHO_CAN_OPEN: Final = {
    Audience.HELPERS: (
        gettext_lazy("Open the page to your helpers?"),
        gettext_lazy("Those whom you have asked to help can open it. You see who they are under “Helpers”."),
    ),
    Audience.LINK: (
        gettext_lazy("Open the page to people with a private link?"),
        gettext_lazy("Whoever has one of your links can open it: nobody has to sign in, and a link can be passed on."),
    ),
    Audience.MEMBERS: (
        gettext_lazy("Open the page to everybody who has signed in here?"),
        gettext_lazy("Anybody with an account on this server who has the address can open it."),
    ),
    Audience.EVERYBODY: (
        gettext_lazy("Open the page to everybody?"),
        gettext_lazy(
            "Anybody who has its address can open it and need not sign in. Search engines are asked to leave it out."
        ),
    ),
}


def before_opening(memorial: Memorial, *, shown: Shown) -> Question:
    """Before somebody may open the page who could not until now: who will see what."""
    circles = circles_of(memorial)
    title, *who = who_can_open(shown, circles)
    return Question(
        flower=memorial.flower,
        title=title,
        sentences=(
            *who,
            _("They see what it is called, the names, days and words that you wrote, and what you share with them."),
            _("What you keep to yourselves stays so: each letter and photo has its own choice under “What we share”."),
            _("You can make it private again at any time, with one press. What people saved cannot be called back."),
        ),
        button=_("Open it"),
        back=reverse("publication", args=[memorial.slug]),
        answers=(
            ("to", shown.audience),
            *(("circles", str(circle)) for circle in circles if circle in shown.circles),
            ("sure", "yes"),
        ),
        look=(seeing_address(memorial, shown), _("See first how the page would look to them")),
    )


def who_can_open(shown: Shown, circles: Mapping[UUID, str]) -> tuple[str, ...]:
    """The title, and who can open it then; circles by their names."""
    if shown.audience == Audience.CIRCLES:
        named = {"circles": who_sees_words(shown, circles)}
        return (
            _("Open the page to %(circles)s?") % named,
            _("Those whom you let into %(circles)s can open it after they have signed in, and your helpers.") % named,
        )
    title, who = _WHO_CAN_OPEN[Audience(shown.audience)]
    sentences = [str(title), str(who)]
    if shown.audience == Audience.LINK and circles:
        also = _("Everybody in %(circles)s can open it too, and your helpers.")
        sentences.append(also % {"circles": listed_circles(circles.values())})
    elif shown.audience == Audience.MEMBERS:
        sentences.append(_("So can whoever has one of your private links, without signing in."))
    return tuple(sentences)


def before_being_found(memorial: Memorial) -> Question:
    """Before search engines may find the page."""
    return Question(
        flower=memorial.flower,
        title=_("Let search engines find the page?"),
        sentences=(
            _("Whoever searches for a name or words that stand on it may find it, also people whom you do not expect."),
            _("Search engines keep what they have read. Asking them to leave it out again takes days, or longer."),
            _("Photographs, films and everything that is not open to everybody are left out as before."),
        ),
        button=_("Let it be found"),
        back=reverse("publication", args=[memorial.slug]),
    )


def before_taking_away(memorial: Memorial, remembered: Remembered) -> Question:
    """Before somebody who is remembered is taken off the memorial."""
    title = _("Take %(names)s off this memorial?") if remembered.names else _("Take this one off the memorial?")
    return Question(
        flower=memorial.flower,
        title=title % {"names": remembered.names},
        sentences=(
            _("The name, the days and the words that you wrote here go with it. They cannot be brought back."),
            _("Letters and photographs stay."),
        ),
        button=_("Take it off"),
        back=reverse("change_remembered", args=[memorial.slug, remembered.id]),
    )


def before_taking_back_link(memorial: Memorial, link: PrivateLink) -> Question:
    """Before a private link ends."""
    return Question(
        flower=memorial.flower,
        title=_("Take back “%(name)s”?") % {"name": link.name} if link.name else _("Take back this link?"),
        sentences=(
            _("It stops working at once, for everybody who has it. It cannot be brought back; you can make a new one."),
            _("What people have saved for themselves stays with them."),
        ),
        button=_("Take it back"),
        back=reverse("private_links", args=[memorial.slug]),
    )
