"""What the acts of this room have in common: a row that is held, its place in the line, who sees it, the front.

And what photos and clips have in common: both lie under a cover, and are added and described in the same way.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any, BinaryIO, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from snowdrop.audiences.table import Shown, all_audiences
from snowdrop.audiences.table import audience as row_of
from snowdrop.ground import keys, published
from snowdrop.ground.refusals import require
from snowdrop.media.models import Given
from snowdrop.media.queries import note_of
from snowdrop.memorials.actions import said_anew, show_to_circles
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import thing_shown
from snowdrop.memorials.rules import is_keeper, require_may_widen
from snowdrop.memorials.vocabulary import Audience
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.models import KINDS, AnyTribute, Clip, Photo
from snowdrop.tributes.rules import may_change, may_have_alone

Kind = TypeVar("Kind", bound=AnyTribute)
UnderCover = TypeVar("UnderCover", Photo, Clip)


def narrowest() -> str:
    """Who sees a thing until somebody chooses otherwise."""
    return all_audiences()[0].name


def show(viewer: Viewer, tribute: AnyTribute, audience: str, circles: Collection[UUID]) -> None:
    """Says who sees it; whoever acts saves the row.

    Raises UnknownAudience, NotAllowed, also for circles elsewhere, and Frozen where more people would see it than now.
    """
    require(audience != Audience.ME or may_have_alone(viewer, tribute))
    meant = frozenset(circles) if audience == Audience.CIRCLES else frozenset()
    before = Shown(narrowest()) if tribute._state.adding else thing_shown(tribute)
    after = Shown(row_of(audience).name, meant)
    require_may_widen(tribute.memorial, before, after)
    tribute.audience = audience
    show_to_circles(tribute.memorial, tribute.id, meant)
    if after != before:
        said_anew(tribute.id, after)


def show_to(viewer: Viewer, tribute: AnyTribute, shown: Shown, *, now: datetime) -> None:
    """Shows something to these from now on, and changes nothing else of it, not even its days. Part of an act.

    Raises NotAllowed, UnknownAudience, Frozen.
    """
    tribute = held(viewer, tribute)
    shown_to = tribute.audience
    show(viewer, tribute, shown.audience, shown.circles)
    tribute.save(update_fields=["audience"])
    write(f"{tribute.noun}.shown", viewer, tribute.memorial, tribute.id, now)
    take_published_copy_away(tribute.memorial, shown_to)


def in_order(memorial: Memorial) -> list[AnyTribute]:
    """Everything that stands on the page, in its order."""
    standing = [one for kind in KINDS for one in kind.objects.filter(memorial=memorial).standing()]
    return sorted(standing, key=lambda tribute: (tribute.place, tribute.id))


def set_places(line: list[AnyTribute]) -> None:
    """Gives everything that stands on the page its place in this order. Part of an act."""
    for place, one in enumerate(line):
        type(one).objects.filter(pk=one.pk).exclude(place=place).update(place=place)


def next_place(memorial: Memorial) -> int:
    """The place after everything that is there."""
    last = [kind.objects.filter(memorial=memorial).aggregate(last=Max("place"))["last"] for kind in KINDS]
    return max((place for place in last if place is not None), default=-1) + 1


def held(viewer: Viewer, tribute: Kind) -> Kind:
    """The row as it is now, which the viewer may change; nobody else does until the act is over. Raises NotAllowed.

    The memorial is held before it: every act of this room does so, and none waits for another that waits for it.
    """
    Memorial.objects.hold(tribute.memorial_id)
    row = type(tribute).objects.select_related("memorial").select_for_update(of=("self",)).get(pk=tribute.pk)
    require(may_change(viewer, row))
    return row


def fingerprint(memorial_id: UUID, author_id: UUID, noun: str, sha256: str) -> bytes:
    """What tells a file from every other, and nobody without the memorial's key which file it is.

    It is each keeper's own: giving a file must not tell that another has it, maybe for themselves alone.
    """
    checksum = author_id.bytes + noun.encode() + b"\x00" + sha256.encode()
    return hmac.new(keys.data_key(memorial_id), checksum, hashlib.sha256).digest()[:16]


def add(
    viewer: Viewer,
    memorial: Memorial,
    kind: type[UnderCover],
    take_in: Callable[..., object],
    *,
    upload: BinaryIO,
    name: str,
    now: datetime,
    audience: str = "",
    circles: Collection[UUID] = (),
    words: str = "",
) -> tuple[UnderCover, bool]:
    """Adds a photo or a clip under a cover of the memorial's flower, for its author alone unless `audience` is given.

    `take_in` keeps the file in the room of media. The same file of the same keeper is kept once; says also whether it
    is new. Raises NotAllowed, UnknownAudience, Frozen, or a MediaRefused with a sentence for whoever sent it.
    """
    require(is_keeper(viewer, memorial))
    require_may_widen(memorial, Shown(narrowest()), Shown(audience or narrowest(), frozenset(circles)))
    thing = kind(memorial=memorial, author_id=viewer.person_id, made_at=now, changed_at=now, cover=memorial.flower)
    thing.words, thing.audience = words, row_of(audience or narrowest()).name

    def place(given: Given) -> None:
        setattr(thing, kind.given_as, given)
        thing.fingerprint = fingerprint(memorial.id, thing.author_id, kind.noun, note_of(given).sha256)
        thing.place = next_place(memorial)
        show(viewer, thing, thing.audience, circles)
        thing.save(force_insert=True)
        write(f"{kind.noun}.added", viewer, memorial, thing.id, now)

    try:
        take_in(viewer, memorial_id=memorial.id, upload=upload, name=name, now=now, place=place)
    except IntegrityError:
        return kind.objects.get(memorial=memorial, fingerprint=thing.fingerprint), False
    return thing, True


def describe(
    viewer: Viewer,
    thing: UnderCover,
    *,
    now: datetime,
    audience: str = "",
    circles: Collection[UUID] = (),
    **changes: Any,
) -> UnderCover:
    """Changes what is said of a photo or a clip, its cover, and who sees it: only what is given. Part of an act.

    Raises NotAllowed, UnknownAudience or Frozen.
    """
    thing = held(viewer, thing)
    shown_to, thing.changed_at = thing.audience, now
    for name, value in changes.items():
        setattr(thing, name, value)
    if audience:
        show(viewer, thing, audience, circles)
    thing.save(update_fields=[*changes, "audience", "changed_at"])
    write(f"{thing.noun}.described", viewer, thing.memorial, thing.id, now)
    take_published_copy_away(thing.memorial, shown_to)
    return thing


def take_published_copy_away(memorial: Memorial, shown_to: str) -> None:
    """Before the act returns, if everybody could see it (house law 1); the publisher makes a new copy."""
    if row_of(shown_to).is_published:
        transaction.on_commit(lambda: published.take_away(memorial.slug))
