"""What is asked once before something that cannot be undone: what will happen, in plain words, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snowdrop.memorials.models import Helper, Invitation, Memorial, PrivateLink, Remembered
from snowdrop.memorials.vocabulary import Audience
from snowdrop.people.viewer import Viewer


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


_WHO_CAN_OPEN: Final = {
    Audience.LINK: (
        gettext_lazy("Open the page to people with a private link?"),
        gettext_lazy("Whoever has one of your links can open it: nobody has to sign in, and a link can be passed on."),
    ),
    Audience.EVERYBODY: (
        gettext_lazy("Open the page to everybody?"),
        gettext_lazy(
            "Anybody who has its address can open it and need not sign in. Search engines are asked to leave it out."
        ),
    ),
}


def before_opening(memorial: Memorial, *, to: str) -> Question:
    """Before more people than now may open the page: who will see what."""
    title, who = _WHO_CAN_OPEN[Audience(to)]
    return Question(
        flower=memorial.flower,
        title=str(title),
        sentences=(
            str(who),
            _("They see what it is called, the names, days and words that you wrote, and what you share with them."),
            _("What you keep to yourselves stays so: each letter and photo has its own choice under “What we share”."),
            _("You can make it private again at any time, with one press. What people saved cannot be called back."),
        ),
        button=_("Open it"),
        back=reverse("publication", args=[memorial.slug]),
        answers=(("to", to), ("sure", "yes")),
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


def before_taking_back_invitation(memorial: Memorial, invitation: Invitation) -> Question:
    """Before an invitation ends that nobody has accepted."""
    name = invitation.name
    return Question(
        flower=memorial.flower,
        title=_("Take back the invitation for %(name)s?") % {"name": name} if name else _("Take back this invitation?"),
        sentences=(_("Its address stops working at once. Whoever opens it is told only that it is over."),),
        button=_("Take it back"),
        back=reverse("helpers", args=[memorial.slug]),
    )


def before_ending(viewer: Viewer, memorial: Memorial, helper: Helper) -> Question:
    """Before a helper stops, or is asked to stop."""
    if helper.person_id == viewer.person_id:
        return Question(
            flower=memorial.flower,
            title=_("Stop helping here?"),
            sentences=(
                _("You need no reason. Whatever you have not read yet waits for the family or another helper."),
                _("You will not see their page any more, unless they have opened it to you in another way."),
            ),
            button=_("Stop helping"),
            back=reverse("my_memorials"),
        )
    return Question(
        flower=memorial.flower,
        title=_("End the help of %(name)s?") % {"name": helper.person.name or helper.person.email},
        sentences=(
            _("They cannot read anything here any more, from now on. What they let through stays where it is."),
            _("Nobody tells them; you may want to."),
        ),
        button=_("End it"),
        back=reverse("helpers", args=[memorial.slug]),
    )
