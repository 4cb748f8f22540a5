"""The door: what everybody may know of groups, and what somebody who asks is told. Nothing in it counts anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from snowdrop.ground.words import day_in_words, paragraphs_of
from snowdrop.people.doorways import by_way_of_signing_in
from snowdrop.people.viewer import Viewer
from snowdrop.support_groups import rules
from snowdrop.support_groups.models import Group, Removal
from snowdrop.support_groups.queries.presence import Presence, presence_of
from snowdrop.support_groups.vocabulary import REFUSED_DAYS, NotThisTime, Why


@dataclass(frozen=True, slots=True)
class Listed:
    """One group in the list: what it is for, and its door."""

    name: str
    for_whom: str
    description: str
    address: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """Everything that `support_groups/groups.html` shows: the viewer's own groups, and those with an open door."""

    own: tuple[Listed, ...]
    others: tuple[Listed, ...]
    new_address: str


@dataclass(frozen=True, slots=True)
class DoorPage:
    """Everything that `support_groups/door.html` shows to somebody outside.

    `state` is "ask", "sign-in", "waits", "answered" or "taken-out"; `said` the sentences for it.
    """

    name: str
    for_whom: str
    paragraphs: tuple[str, ...]
    facilitators: tuple[str, ...]
    rules: tuple[str, ...]
    closing_plan: tuple[str, ...]
    presence: Presence
    state: str
    said: tuple[str, ...]
    ask_address: str
    take_back_address: str
    list_address: str


def list_page(viewer: Viewer) -> ListPage:
    """The list of groups. To everybody it says only what a group is for and how to ask."""
    own = Group.objects.visible_to(viewer) | Group.objects.prepared_by(viewer)
    own = own.distinct()
    others = Group.objects.with_open_door().exclude(pk__in=own.values("pk"))
    return ListPage(
        own=tuple(_listed(group) for group in own.select_related("opening").order_by("name", "pk")),
        others=tuple(_listed(group) for group in others.order_by("name", "pk")),
        new_address=reverse("make_group") if rules.may_open_groups(viewer) else "",
    )


def door_group(slug: str) -> Group:
    """A group at whose door anybody may stand. Raises Group.DoesNotExist."""
    return Group.objects.with_open_door().get(slug=slug)


def door_page(viewer: Viewer, group: Group, *, now: datetime) -> DoorPage:
    """The door of one group for somebody who is not in it."""
    state, said = _state(viewer, group, now)
    people = [one.member.persona.called for one in group.facilitators.select_related("member__persona")]
    address = reverse("ask_to_join", args=[group.slug])
    return DoorPage(
        name=group.name,
        for_whom=group.get_for_whom_display(),
        paragraphs=paragraphs_of(group.description),
        facilitators=tuple(sorted(people)),
        rules=agreed_paragraphs(group),
        closing_plan=paragraphs_of(group.closing_plan),
        presence=presence_of(viewer, group, now=now),
        state=state,
        said=said,
        ask_address=by_way_of_signing_in(address) if state == "sign-in" else address,
        take_back_address=reverse("take_back_group_request", args=[group.slug]),
        list_address=reverse("support_groups"),
    )


def _state(viewer: Viewer, group: Group, now: datetime) -> tuple[str, tuple[str, ...]]:
    if not viewer.is_signed_in:
        return "sign-in", ()
    removal = Removal.objects.filter(group=group, person=viewer.person_id).first()
    asked = rules.asks(viewer, group)
    if asked and not asked.answer:
        return "waits", ()
    if removal and (removal.for_good or not asked):
        why = _("You are not in this group any more, since %(day)s. %(why)s") % {
            "day": day_in_words(removal.at),
            "why": Why(removal.why).label,
        }
        return ("taken-out" if removal.for_good else "ask"), (why, *paragraphs_of(removal.words))
    if asked and asked.answered_at and asked.answered_at + timedelta(days=REFUSED_DAYS) > now:
        return "answered", (str(NotThisTime(asked.answer).label),)
    return "ask", ()


def _listed(group: Group) -> Listed:
    name = "support_group" if group.is_open else "arrange_group"
    return Listed(
        name=group.name,
        for_whom=group.get_for_whom_display(),
        description=group.description,
        address=reverse(name, args=[group.slug]),
    )


@dataclass(frozen=True, slots=True)
class AcceptPage:
    """Everything that `support_groups/accept.html` shows."""

    name: str
    description: tuple[str, ...]
    rules: tuple[str, ...]


def agreed_paragraphs(group: Group) -> tuple[str, ...]:
    """What a group has agreed, line by line."""
    newest = rules.newest_rules(group)
    return paragraphs_of(newest.words) if newest else ()


def accept_page(group: Group) -> AcceptPage:
    """What somebody reads who is asked to look after a group."""
    return AcceptPage(group.name, paragraphs_of(group.description), agreed_paragraphs(group))
