"""What the page shows on which a family chooses who reads first."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from snowdrop.ground.words import day_in_words
from snowdrop.memorials.menu import Link, menu_for
from snowdrop.memorials.models import Memorial, ReadingRule
from snowdrop.memorials.queries import called, name_of_keeper
from snowdrop.memorials.vocabulary import LETS_PASS, FirstReading
from snowdrop.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class FirstReadingPage:
    """Everything beside the form that `comfort/first_reading.html` shows.

    `chosen`: who chose what holds, and when; "" while nobody has. `held_address`: where a press lets what is held now
    pass too; "" where the choice lets nothing pass.
    """

    over: str
    flower: str
    menu: tuple[Link, ...]
    now: str | Promise
    chosen: str
    held_address: str
    circles_address: str


def first_reading_page(viewer: Viewer, memorial: Memorial, rule: ReadingRule | None) -> FirstReadingPage:
    """Who reads first now, by whose choice, and what else can be done."""
    lets_pass = rule is not None and rule.first_reading in LETS_PASS
    return FirstReadingPage(
        over=called(memorial),
        flower=memorial.flower,
        menu=menu_for(viewer, memorial, here="first_reading"),
        now=FirstReading(memorial.first_reading).label,
        chosen=_chosen(viewer, rule) if rule else "",
        held_address=reverse("let_held_pass", args=[memorial.slug]) if lets_pass else "",
        circles_address=reverse("circles", args=[memorial.slug]),
    )


def _chosen(viewer: Viewer, rule: ReadingRule) -> str:
    day = day_in_words(rule.at)
    if rule.by == viewer.person_id:
        return _("You chose this on %(day)s.") % {"day": day}
    return _("%(by)s chose this on %(day)s.") % {"by": name_of_keeper(rule.by), "day": day}
