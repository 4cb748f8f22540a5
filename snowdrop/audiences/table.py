"""The one table of audiences: who may see, who is told, how it is addressed, cached and indexed, what the badge says.

Nothing outside a row may name an audience to decide anything (house law 1). The room that owns a relationship brings
its row; the row for everybody stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from snowdrop.people.viewer import Viewer

PRIVATE_HEADERS = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow, noarchive"}
PUBLIC_HEADERS = {"Cache-Control": "no-cache", "X-Robots-Tag": "noindex, nofollow, noarchive"}


@dataclass(frozen=True, slots=True)
class Paths:
    """Where a query on things that are shown finds their audience, their memorial and their author (None: it has none).

    The thing itself is `pk`. `circles` are those that are meant, where no row says so yet.
    """

    memorial: str
    audience: str
    author: str | None = None
    circles: frozenset[UUID] | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """To whom something is shown: the name of an audience and, where that is one of circles, which ones."""

    audience: str
    circles: frozenset[UUID] = frozenset()

    def reaches_further_than(self, other: Shown) -> bool:
        """Whether somebody may be shown it by this who would not be by the other. Raises UnknownAudience."""
        own, others = audience(self.audience).width, audience(other.audience).width
        return own > others or (own == others and not self.circles <= other.circles)


@dataclass(frozen=True, slots=True)
class Audience:
    """One audience with its five answers.

    `adds(viewer, paths)` is a filter on rows of things that are shown: whom it lets in beside those of the narrower
    audiences, all of whom it includes (`width` orders them). `readers(memorial_id, thing_id)` gives the ids of all the
    people who may be told of one; `address` is its name on the open web (None: it never leaves); `headers` are those
    of every answer that holds it; `badge` says it in words.
    """

    name: str
    width: int
    adds: Callable[[Viewer, Paths], Q]
    readers: Callable[[UUID, UUID], Iterable[UUID]]
    address: str | None
    badge: str | Promise
    headers: dict[str, str] = field(default_factory=lambda: dict(PRIVATE_HEADERS))
    is_published: bool = False


class UnknownAudience(LookupError):
    """No row of the table has this name; nobody may see."""


_table: dict[str, Audience] = {}


def bring(audience: Audience) -> Audience:
    """Adds a row to the table."""
    _table[audience.name] = audience
    return audience


def audience(name: str) -> Audience:
    """The row of this name. Raises UnknownAudience."""
    try:
        return _table[name]
    except KeyError:
        raise UnknownAudience(name) from None


def kept_audience(name: str) -> Audience:
    """The row of a name that lies in the database; of one that this version has no row for, the narrowest."""
    return _table.get(name) or all_audiences()[0]


def all_audiences() -> tuple[Audience, ...]:
    """Every row, the narrowest first."""
    return tuple(sorted(_table.values(), key=lambda row: row.width))


def seen_by(viewer: Viewer, paths: Paths) -> Q:
    """The filter for rows whose audience includes the viewer: whom one lets in, every wider one lets in too."""
    rows, allowed = all_audiences(), Q(pk__in=[])
    for place, row in enumerate(rows):
        as_wide = [wider.name for wider in rows[place:]]
        allowed |= Q(**{f"{paths.audience}__in": as_wide}) & row.adds(viewer, paths)
    return allowed


def would_be_seen_by(viewer: Viewer, paths: Paths, shown: Shown) -> Q:
    """The filter for rows that would include the viewer if they were shown so; it looks, and changes nothing."""
    paths, width, allowed = replace(paths, circles=shown.circles), audience(shown.audience).width, Q(pk__in=[])
    for row in all_audiences():
        if row.width <= width:
            allowed |= row.adds(viewer, paths) or ~Q(pk__in=[])  # joined by “or”, an empty filter would add nobody
    return allowed


EVERYBODY = bring(
    Audience(
        name="everybody",
        width=90,
        adds=lambda viewer, paths: Q(),
        readers=lambda memorial_id, thing_id: (),
        address="https://www.w3.org/ns/activitystreams#Public",
        badge=_("Everybody"),
        headers=dict(PUBLIC_HEADERS),
        is_published=True,
    )
)
