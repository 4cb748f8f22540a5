"""The family's list of those who should never find its memorial.

Being put on it ends everything by which somebody was let in, in the same act. The list itself is asked at every door
(`Memorial.objects.visible_to`), so that it holds for whoever signs in later, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import Q, QuerySet

from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.actions.circles import shut_the_door
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Block, Helper, Invitation, Keeper, Member, Memorial, RequestToSee
from snowdrop.memorials.vocabulary import BlockBy
from snowdrop.people.marks import address_mark, name_mark
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer


class KeeperStays(ValueError):
    """This is the address or the name of somebody who keeps the memorial: keepers cannot keep each other out."""


@dataclass(frozen=True, slots=True)
class _Meant:
    """By what somebody is kept out: its mark, and how the family wrote it."""

    by_what: BlockBy
    mark: bytes
    written: str


@transaction.atomic
def keep_out(
    viewer: Viewer,
    memorial: Memorial,
    *,
    addresses: Iterable[str] = (),
    names: Iterable[str] = (),
    people: Iterable[Person] = (),
    now: datetime,
) -> list[Block]:
    """Keeps out whoever has one of these addresses or names, and these people; those who are there already stay there.

    Their places in circles, their helping, their invitations and their requests to see end with it. Returns the rows
    that stand for all of this. Raises NotAllowed, and KeeperStays, after which nothing has changed.
    """
    Memorial.objects.hold(memorial.pk)
    require(rules.is_keeper(viewer, memorial))
    meant = list(_meant(addresses, names, people))
    known = _people_with(meant)
    if Keeper.objects.filter(memorial=memorial, person__in=known).exists():
        raise KeeperStays
    blocks = [_block(viewer, memorial, one, now) for one in meant]
    _end_what_stands_open(memorial, meant)
    for person in known.filter(_has_a_part_in(memorial)):
        shut_the_door(viewer, memorial, person, now=now)
    return blocks


@transaction.atomic
def take_back_block(viewer: Viewer, memorial: Memorial, block: Block, *, now: datetime) -> None:
    """Takes somebody off the list; what ended when they came onto it does not come back. Raises NotAllowed, Frozen."""
    require(rules.is_keeper(viewer, memorial) and block.memorial_id == memorial.id)
    rules.require_not_frozen(memorial)
    write("block.taken_back", viewer, memorial, block.id, now)
    Block.objects.filter(pk=block.pk).delete()


def _meant(addresses: Iterable[str], names: Iterable[str], people: Iterable[Person]) -> Iterator[_Meant]:
    """Each once; what leaves no mark means nobody."""
    given = [
        *(_Meant(BlockBy.ADDRESS, address_mark(address), address) for address in addresses),
        *(_Meant(BlockBy.NAME, name_mark(name), name) for name in names),
        *(_Meant(BlockBy.ACCOUNT, bytes(one.address_mark), _written(one)) for one in people),
    ]
    yield from {(one.by_what, one.mark): one for one in given if one.mark}.values()


def _written(person: Person) -> str:
    return f"{person.name} ({person.email})" if person.name else person.email


def _block(viewer: Viewer, memorial: Memorial, one: _Meant, now: datetime) -> Block:
    standing = Block.objects.filter(memorial=memorial, by_what=one.by_what, mark=one.mark).first()
    if standing:
        return standing
    block = Block(memorial=memorial, by_what=one.by_what, mark=one.mark, made_by=viewer.person_id, made_at=now)
    block.written = one.written
    block.save(force_insert=True)
    write("block.made", viewer, memorial, block.id, now)
    return block


def _addresses(meant: Collection[_Meant]) -> set[bytes]:
    return {one.mark for one in meant if one.by_what != BlockBy.NAME}


def _names(meant: Collection[_Meant]) -> set[bytes]:
    return {one.mark for one in meant if one.by_what == BlockBy.NAME}


def _people_with(meant: Collection[_Meant]) -> QuerySet[Person]:
    return Person.objects.filter(Q(address_mark__in=_addresses(meant)) | Q(name_mark__in=_names(meant)))


def _has_a_part_in(memorial: Memorial) -> Q:
    members, helpers = Member.objects.filter(memorial=memorial), Helper.objects.filter(memorial=memorial)
    accepted = Invitation.objects.filter(memorial=memorial).exclude(accepted_by=None)
    parts = (members.values("person"), helpers.values("person"), accepted.values("accepted_by"))
    return reduce(or_, (Q(pk__in=people) for people in parts))


def _end_what_stands_open(memorial: Memorial, meant: Collection[_Meant]) -> None:
    """Invitations and requests to see: by their address, and by the name that they were given or gave."""
    addresses, names = _addresses(meant), _names(meant)
    open_invitations = Invitation.objects.filter(memorial=memorial, let_in_at=None)
    for rows in (open_invitations, RequestToSee.objects.filter(memorial=memorial)):
        ended = [one.pk for one in rows if bytes(one.address_mark) in addresses or name_mark(one.name) in names]
        rows.filter(pk__in=ended).delete()
