"""The one table of audiences: who may see, who is told, how it is addressed, cached and indexed, what the badge says.

Nothing outside a row may name an audience to decide anything (house law 1). The room that owns a relationship brings
its row; the row for everybody stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
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
class Audience:
    """One audience with its five answers.

    `sees(viewer, memorial)` is a filter on rows whose memorial's id is reached by the path `memorial`; `readers` gives
    the ids of the people who may be told; `address` is its name on the open web (None: it never leaves);
    `headers` are those of every answer that holds it; `badge` says it in words. `width` orders narrow to wide.
    """

    name: str
    width: int
    sees: Callable[[Viewer, str], Q]
    readers: Callable[[UUID], Iterable[UUID]]
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


def all_audiences() -> tuple[Audience, ...]:
    """Every row, the narrowest first."""
    return tuple(sorted(_table.values(), key=lambda row: row.width))


def seen_by(viewer: Viewer, *, audience_path: str, memorial_path: str) -> Q:
    """The filter for rows whose audience, found at `audience_path`, includes the viewer."""
    allowed = Q(pk__in=[])
    for row in all_audiences():
        allowed |= Q(**{audience_path: row.name}) & row.sees(viewer, memorial_path)
    return allowed


EVERYBODY = bring(
    Audience(
        name="everybody",
        width=90,
        sees=lambda viewer, memorial: Q(),
        readers=lambda memorial_id: (),
        address="https://www.w3.org/ns/activitystreams#Public",
        badge=_("Everybody"),
        headers=dict(PUBLIC_HEADERS),
        is_published=True,
    )
)
