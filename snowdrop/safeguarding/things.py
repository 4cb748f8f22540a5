"""The things of all rooms that can be reported, held back and told of: each room brings its kinds, as to the audiences.

This floor knows no thing; it knows what the rooms above have brought. A kind that a version does not have any more is
described as gone. Names of things in addresses are opaque: they tell nothing of kind, id or time (trust.md T10).
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import F, Q
from django.utils.functional import Promise

from snowdrop.ground.there import There
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.models import Hold

_BOUND: Final = b"snowdrop.safeguarding.handle"


class UnknownHandle(ObjectDoesNotExist):
    """Nothing of ours: it was altered, or made up."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of a room, by its kind and id."""

    kind: str
    id: UUID


@dataclass(frozen=True, slots=True)
class Description:
    """What a moderator is shown of a thing: what it is, and the words that stand under a veil.

    `memorial_id` is that of the memorial it belongs to, if it does; `people` are those with an account whose own it is,
    who are told of decisions and whose account may be paused.
    """

    label: str
    paragraphs: tuple[str, ...] = ()
    language: str = ""
    memorial_id: UUID | None = None
    people: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things on a page, as whoever reports chooses among them."""

    thing: Thing
    label: str


Nothing: Final = Thing("", UUID(int=0))
"""What a report is about that names no thing."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing, brought by its room.

    `sees(viewer, id)`: whether somebody may see it, as `visible_to` says. `describe(id)`: None where it is gone.
    `narrowed(id, now)`: called in the act that holds it back or shows it again, so that what is published is taken
    away first. Holding and restoring themselves are the row `Hold`, for which the room's `visible_to` asks `is_held`.
    `who_wrote(id)`: the person behind another name, or behind none, if that can be found; only kinds of things that are
    written so have it, and only `actions.open_name` calls it, for two people who have written down why.
    """

    name: str
    words: str | Promise
    sees: Callable[[Viewer, UUID], bool]
    describe: Callable[[UUID], Description | None]
    narrowed: Callable[[UUID, datetime], None] = lambda _id, _now: None
    who_wrote: Callable[[UUID], UUID | None] | None = None


_kinds: dict[str, Kind] = {}
_parts: dict[str, list[Callable[[Viewer, UUID], Iterable[Part]]]] = {}


def bring_kind(kind: Kind) -> Kind:
    """Adds a kind of thing."""
    _kinds[kind.name] = kind
    return kind


def bring_parts(of: str, parts: Callable[[Viewer, UUID], Iterable[Part]]) -> None:
    """Says which things a viewer finds on the page of a thing of this kind."""
    _parts.setdefault(of, []).append(parts)


def kind_named(name: str) -> Kind | None:
    """The kind of this name; None where no room has brought it."""
    return _kinds.get(name)


def describe(thing: Thing) -> Description | None:
    """What a moderator is shown of it; None where it is gone, or no room knows such things."""
    kind = _kinds.get(thing.kind)
    return kind.describe(thing.id) if kind else None


def sees(viewer: Viewer, thing: Thing) -> bool:
    """Whether the viewer may see it; nobody sees what no room knows."""
    kind = _kinds.get(thing.kind)
    return kind is not None and kind.sees(viewer, thing.id)


def parts_of(viewer: Viewer, thing: Thing) -> tuple[Part, ...]:
    """What the viewer may see on its page beside itself; nothing where they may not see the page."""
    if not sees(viewer, thing):
        return ()
    return tuple(part for bring in _parts.get(thing.kind, []) for part in bring(viewer, thing.id))


def hides_who_wrote(thing: Thing) -> bool:
    """Whether things of this kind stand under another name, or none, and the person behind one might be found."""
    kind = _kinds.get(thing.kind)
    return kind is not None and kind.who_wrote is not None


def who_wrote(thing: Thing) -> UUID | None:
    """The person behind another name; None where nobody can find out any more. Part of an act of two people."""
    kind = _kinds.get(thing.kind)
    return kind.who_wrote(thing.id) if kind and kind.who_wrote else None


def narrowed(thing: Thing, now: datetime) -> None:
    """Lets its room take away what it keeps published of it. Part of an act."""
    if kind := _kinds.get(thing.kind):
        kind.narrowed(thing.id, now)


def is_held(column: str = "pk") -> Q:
    """Whether a row is held back by a decision; it belongs into `visible_to`. `column` holds its id."""
    return Q(There(Hold, thing_id=F(column)))


def is_held_by_digest(column: str) -> Q:
    """The same where a column of sixteen bytes is what the room knows its things by."""
    return Q(There(Hold, digest=F(column)))


def handle_of(kind: str, thing_id: UUID) -> str:
    """The opaque name of a thing in addresses: the same for everybody, and nobody can make one up."""
    plain = thing_id.bytes + kind.encode()
    return urlsafe_b64encode(_cipher(settings.SECRET_KEY).encrypt(plain, [_BOUND])).decode().rstrip("=")


def thing_with(handle: str) -> Thing:
    """The thing of that name. Raises UnknownHandle."""
    try:
        sealed = urlsafe_b64decode(handle + "=" * (-len(handle) % 4))
        plain = _cipher(settings.SECRET_KEY).decrypt(sealed, [_BOUND])
    except (InvalidTag, ValueError):
        raise UnknownHandle from None
    return Thing(plain[16:].decode(), UUID(bytes=plain[:16]))


def id_with(handle: str, kind: str) -> UUID:
    """The id in a handle of just this kind. Raises UnknownHandle."""
    thing = thing_with(handle)
    if thing.kind != kind:
        raise UnknownHandle
    return thing.id


@lru_cache(maxsize=2)
def _cipher(secret: str) -> AESSIV:
    return AESSIV(HKDF(SHA256(), length=64, salt=None, info=_BOUND).derive(secret.encode()))
