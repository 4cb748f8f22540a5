"""The guard: what comes from somebody whom the family keeps out is kept from everybody (trust.md 5.1, T08).

Its sender is answered as everybody is, after the same work: an answer of its own would tell who is on the list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from django.db import connection

from snowdrop.ground.rows import rows_with
from snowdrop.memorials import rules
from snowdrop.memorials.models import Block, Memorial
from snowdrop.memorials.vocabulary import BlockBy
from snowdrop.people.marks import address_mark, name_mark
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer

_COLUMNS: Final = ("memorial_id", "by_what", "mark")


@dataclass(frozen=True, slots=True)
class Listed:
    """The marks of those whom one family keeps out."""

    addresses: set[bytes] = field(default_factory=set)
    names: set[bytes] = field(default_factory=set)

    def keep_out(self, *, name: str, reach: str) -> bool:
        """Whether somebody who signs so, and may be reached so, is on the list; an address as a name is one too."""
        if not (self.addresses or self.names):
            return False
        return name_mark(name) in self.names or not self.addresses.isdisjoint(map(address_mark, (reach, name)))


def lists_of(memorials: Iterable[UUID]) -> Mapping[UUID, Listed]:
    """The lists of these memorials, in one question however many they are; an empty one for a family without."""
    lists: defaultdict[UUID, Listed] = defaultdict(Listed)
    stored = {Memorial._meta.pk.get_db_prep_value(one, connection): one for one in memorials}
    for memorial, by_what, mark in rows_with(Block, _COLUMNS, "memorial_id", list(stored)):
        listed = lists[stored[memorial]]
        (listed.names if by_what == BlockBy.NAME else listed.addresses).add(bytes(mark))
    return lists


def is_kept_out(viewer: Viewer, memorial: Memorial, *, name: str, reach: str) -> bool:
    """Whether a sender is kept out by what they write, or, signed in, by who they are."""
    if lists_of([memorial.pk])[memorial.pk].keep_out(name=name, reach=reach):
        return True
    person = Person.objects.filter(pk=viewer.person_id).first() if viewer.is_signed_in else None
    return person is not None and rules.is_blocked(memorial, person=person)
