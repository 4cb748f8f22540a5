"""The heads of pages that are one form: where back leads, what is asked, what the button says."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from snowdrop.memorials.asking import Question
from snowdrop.support_groups.models import Group, Merging

_FLOWER = "forget-me-not"


@dataclass(frozen=True, slots=True)
class Step:
    """What `support_groups/step.html` shows around a form; `paragraphs` stand before it, `after` below the button."""

    back: str
    back_words: str
    over: str
    title: str
    button: str
    lead: str = ""
    paragraphs: tuple[str, ...] = ()
    after: str = ""
    is_draft: bool = False
    """Whether what is written is kept in the tab."""


def step_of_desk(group: Group, title: str, button: str, *, lead: str = "", after: str = "") -> Step:
    """A form that leads back to the desk."""
    back = reverse("group_desk", args=[group.slug])
    return Step(back, _("Back to the desk"), group.name, title, button, lead=lead, after=after)


def step_of_arranging(group: Group, title: str, button: str, *, lead: str = "") -> Step:
    """A form that leads back to where the group is arranged."""
    back = reverse("arrange_group", args=[group.slug])
    return Step(back, _("Arrange the group"), group.name, title, button, lead=lead)


def step_of_room(group: Group, title: str, button: str, *, lead: str = "", is_draft: bool = False) -> Step:
    """A form that leads back to the group."""
    back = reverse("support_group", args=[group.slug])
    return Step(back, _("Back to the group"), group.name, title, button, lead=lead, is_draft=is_draft)


def before_calling_off(group: Group) -> Question:
    """Before the end of a group is called off."""
    return Question(
        flower=_FLOWER,
        title=_("Let the group go on?"),
        sentences=(_("Members can write as before, and people can ask to be let in again."),),
        button=_("Let it go on"),
        back=reverse("arrange_group", args=[group.slug]),
    )


def before_stopping(group: Group) -> Question:
    """Before somebody stops looking after a group."""
    return Question(
        flower=_FLOWER,
        title=_("Stop looking after this group?"),
        sentences=(
            _("You stay in it as a member, by the same name. You need not say why."),
            _("What is on your desk goes back for the others."),
        ),
        button=_("Stop"),
        back=reverse("own_place", args=[group.slug]),
    )


def before_taking_back(group: Group, back: str) -> Question:
    """Before somebody takes their words back."""
    return Question(
        flower=_FLOWER,
        title=_("Take your words back?"),
        sentences=(
            _("Nobody but you sees them then. What others have answered stays."),
            _("You can show them again."),
        ),
        button=_("Take them back"),
        back=back,
    )


def before_agreeing(merging: Merging) -> Question:
    """Before a group takes in the members of another who want to come."""
    return Question(
        flower=_FLOWER,
        title=_("Take in those who come from “%(name)s”?") % {"name": merging.group.name},
        sentences=(
            _("Each of its members is asked, and comes only by an own yes, under a name for your group."),
            _("They agree to what your group has agreed. Nothing that was written there comes along."),
        ),
        button=_("Take them in"),
        back=reverse("group_desk", args=[merging.into.slug]),
    )
