"""The family's list of those who should never find its memorial; only those who keep the memorial ever see it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from snowdrop.audiences.table import audience
from snowdrop.ground.words import day_in_words
from snowdrop.memorials.models import Invitation, Keeper, Member, Memorial, RequestToSee
from snowdrop.memorials.queries.inviting import known_as
from snowdrop.memorials.queries.memorial import FamilyRoom, family_room, published_to
from snowdrop.memorials.vocabulary import Audience, BlockBy
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class BlockOnList:
    """Somebody who is kept out, as the family wrote it, and by what."""

    id: UUID
    written: str
    by_what: str
    since: str


@dataclass(frozen=True, slots=True)
class BlocksRoom:
    """The list, and what it cannot do: whoever is not signed in cannot be told apart from a stranger.

    `open_to` says to whom the page is open beyond people who are known: "everybody", "link", or nobody ("").
    """

    room: FamilyRoom
    blocks: tuple[BlockOnList, ...]
    open_to: str


def blocks_room(viewer: Viewer, memorial: Memorial) -> BlocksRoom:
    """Everybody on the list, the newest first."""
    blocks = tuple(
        BlockOnList(one.id, one.written, str(BlockBy(one.by_what).label), day_in_words(one.made_at))
        for one in memorial.blocks.order_by("-made_at", "-id")
    )
    return BlocksRoom(family_room(viewer, memorial, here="people"), blocks, _open_to(memorial))


def _open_to(memorial: Memorial) -> str:
    to = audience(published_to(memorial))
    if to.is_published:
        return "everybody"
    return "link" if to.width >= audience(Audience.LINK).width else ""


@dataclass(frozen=True, slots=True)
class SomebodyHere:
    """Somebody whom a family can keep out by pointing at them: a person, or whoever has written a request to see."""

    key: str
    words: str
    person: Person | None = None
    address: str = ""


def who_is_here(memorial: Memorial, *, without_askers: bool = False) -> tuple[SomebodyHere, ...]:
    """Those in circles, those who help, those who wait to be let in, and those who have asked; never a keeper.

    `without_askers`: for a keeper for whom it is quiet, who is not told that anybody has asked.
    """
    accepted = Invitation.objects.filter(memorial=memorial).exclude(accepted_by=None).values("accepted_by")
    members = {one.person_id: one.name for one in Member.objects.filter(memorial=memorial)}
    people = Person.objects.filter(pk__in=[*members]) | Person.objects.filter(pk__in=accepted)
    people |= Person.objects.filter(pk__in=memorial.helpers.values("person"))
    people = people.exclude(pk__in=Keeper.objects.filter(memorial=memorial).values("person"))
    here = [
        SomebodyHere(f"person-{one.pk}", members.get(one.pk) or known_as(one), person=one) for one in people.distinct()
    ]
    asked = RequestToSee.objects.filter(memorial=memorial)
    here += [
        SomebodyHere(
            f"request-{one.pk}",
            _("%(name)s, who has asked to see") % {"name": one.name or one.address},
            address=one.address,
        )
        for one in (asked.none() if without_askers else asked)
    ]
    return tuple(sorted(here, key=lambda one: one.words.casefold()))
