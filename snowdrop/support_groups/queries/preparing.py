"""What stands between a group and its opening, and the pages on which it is arranged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from snowdrop.ground.words import day_in_words
from snowdrop.support_groups import rules
from snowdrop.support_groups.models import Group, StaffedHours
from snowdrop.support_groups.queries.room import Way
from snowdrop.support_groups.vocabulary import WEEKDAYS


@dataclass(frozen=True, slots=True)
class Hours:
    """Staffed hours in the list: by the clocks of the group's place, who is there, and how to take them away."""

    words: str
    who: str
    take_away_address: str


@dataclass(frozen=True, slots=True)
class ArrangePage:
    """Everything that `support_groups/arrange.html` shows."""

    name: str
    is_open: bool
    missing: tuple[str, ...]
    facilitators: tuple[str, ...]
    invited: tuple[str, ...]
    hours: tuple[Hours, ...]
    zone: str
    rules_words: str
    group_address: str
    words_address: str
    rules_address: str
    hours_address: str
    invite_address: str
    open_address: str
    ways: tuple[Way, ...]


def missing_for_opening(group: Group) -> tuple[str, ...]:
    """What the group still needs before it can open, in plain words (trust.md 5.3); nothing if it can."""
    return tuple(_missing(group))


def _missing(group: Group) -> Iterator[str]:
    there = group.facilitators.count()
    if there == 0:
        yield _("Two facilitators who have accepted. Nobody has yet.")
    elif not rules.enough_facilitators(group):
        yield _("A second facilitator who has accepted, so that nobody is alone with it.")
    if not rules.has_a_lead():
        yield _("A safeguarding lead of this server. Whoever runs the server names one.")
    newest = rules.newest_rules(group)
    if newest is None or not newest.words.strip():
        yield _("What the group agrees, in its own words.")
    if not group.hours.exists():
        yield _("Staffed hours: when somebody of you is there.")
    if not group.closing_plan.strip():
        yield _("A closing plan: what becomes of the group and its words when it ends.")


def hours_in_words(hours: StaffedHours) -> str:
    """As in “Monday, 19:00 to 21:00”, by the clocks of the group's place."""
    begins, ends = time_format(hours.begins, "H:i"), time_format(hours.ends, "H:i")
    return _("%(day)s, %(from)s to %(to)s") % {"day": WEEKDAYS[hours.weekday], "from": begins, "to": ends}


def arrange_page(group: Group) -> ArrangePage:
    """The page on which a group is arranged, for somebody who may."""
    newest, at = rules.newest_rules(group), [group.slug]
    people = [one.member.persona.called for one in group.facilitators.select_related("member__persona")]
    return ArrangePage(
        name=group.name,
        is_open=group.is_open,
        missing=missing_for_opening(group),
        facilitators=tuple(sorted(people)),
        invited=tuple(
            _("%(name)s, until %(day)s") % {"name": one.name or _("Somebody"), "day": day_in_words(one.until)}
            for one in group.invitations.order_by("until")
        ),
        hours=tuple(_hours(group)),
        zone=group.zone.replace("_", " "),
        rules_words=newest.words if newest else "",
        group_address=reverse("support_group", args=at) if group.is_open else reverse("support_groups"),
        words_address=reverse("describe_group", args=at),
        rules_address=reverse("set_group_rules", args=at),
        hours_address=reverse("set_group_hours", args=at),
        invite_address=reverse("invite_facilitator", args=at),
        open_address=reverse("open_group", args=at),
        ways=tuple(_ways(group)),
    )


def _ways(group: Group) -> Iterator[Way]:
    if group.is_open and hasattr(group, "ending"):
        yield Way(_("Let the group go on after all"), reverse("keep_group", args=[group.slug]))
    elif group.is_open:
        yield Way(_("Go on in another group"), reverse("ask_to_merge", args=[group.slug]))
        yield Way(_("Let the group end"), reverse("end_group", args=[group.slug]))


def _hours(group: Group) -> Iterator[Hours]:
    for one in group.hours.order_by("weekday", "begins").prefetch_related("duties__facilitator__member__persona"):
        who = sorted(duty.facilitator.member.persona.called for duty in one.duties.all())
        yield Hours(
            words=hours_in_words(one),
            who=", ".join(who),
            take_away_address=reverse("take_away_group_hours", args=[group.slug, one.pk]),
        )
