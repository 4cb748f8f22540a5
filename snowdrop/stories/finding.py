"""The index of stories in this process: built when somebody first asks, and brought up to date at each turn.

Each process asks for the number of the last change (one small question), and reads only what has changed since. What
the index says is asked of `visible_to` once more, so that a story that was taken back never appears.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count, islice
from threading import Lock
from typing import TYPE_CHECKING, Final
from uuid import UUID

from snowdrop.ground import keys
from snowdrop.people.viewer import Viewer
from snowdrop.stories.matching import Match, Told
from snowdrop.stories.models import Change, Count, Telling, Tellings
from snowdrop.stories.shelf import SHELVES
from snowdrop.stories.visit import Given
from snowdrop.stories.vocabulary import Axis

if TYPE_CHECKING:
    from snowdrop.stories.matching.index import Index

MOST: Final = 20
"""Stories on one page."""
_AT_ONCE: Final = 500


@dataclass(slots=True)
class _Known:
    """What this process knows: the index, up to which change, and under which number it has which story."""

    index: Index
    number: int
    numbers: dict[UUID, int] = field(default_factory=dict)
    stories: dict[int, UUID] = field(default_factory=dict)
    authors: dict[str, int] = field(default_factory=dict)
    next: Iterator[int] = field(default_factory=lambda: count(1))

    def told(self, telling: Telling) -> Told:
        """A story as the index takes it in."""
        if telling.pk not in self.numbers:
            number = next(self.next)
            self.numbers[telling.pk], self.stories[number] = number, telling.pk
        author = self.authors.setdefault(telling.author, len(self.authors)) if telling.author else None
        text = f"{telling.title}\n\n{telling.words}" if telling.title else telling.words
        notes, language = tuple(telling.notes), telling.language
        return Told(self.numbers[telling.pk], telling.facets, text, language, notes, author)


_lock = Lock()
_known: _Known | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A story that is like the reader's, with why."""

    telling: Telling
    match: Match


def nearest(viewer: Viewer, given: Given) -> tuple[Found, ...]:
    """The stories nearest to what was given, the nearest first, all of which the viewer may see now."""
    known = _up_to_date()
    matches = known.index.nearest(given.asked(), most=MOST)
    ids = [known.stories[one.number] for one in matches]
    shown = Telling.objects.visible_to(viewer).in_bulk(ids)
    pairs = zip(ids, matches, strict=True)
    return tuple(Found(shown[one], match) for one, match in pairs if one in shown and not hides(given, shown[one]))


def leafed_through(viewer: Viewer, given: Given, *, after: UUID | None, now: datetime) -> tuple[Telling, ...]:
    """Stories for whoever only wants to read: by their random ids, so in no order of time, from another place each day.

    `after` is the last one on the page before; one more than fits is given, if there is one.
    """
    visible, start = Telling.objects.visible_to(viewer), _place_of_the_day(now)
    if after is None:
        parts = [visible.filter(pk__gte=start), visible.filter(pk__lt=start)]
    elif after >= start:
        parts = [visible.filter(pk__gt=after), visible.filter(pk__lt=start)]
    else:
        parts = [visible.filter(pk__gt=after, pk__lt=start)]
    return tuple(islice((one for part in parts for one in _not_hidden(given, part)), MOST + 1))


def hides(given: Given, telling: Telling) -> bool:
    """Whether a reader does not want to meet this story today."""
    kinds = telling.facets.get(Axis.KIND_OF_LOSS, [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return not set(given.hidden_notes).isdisjoint(telling.notes) or not set(given.hidden_kinds).isdisjoint(kinds)


def forget_index() -> None:
    """Lets go of the index; it is built anew when somebody asks."""
    global _known
    with _lock:
        _known = None


def _up_to_date() -> _Known:
    global _known
    newest = Count.objects.filter(pk=1).values_list("number", flat=True).first() or 0
    with _lock:
        if _known is None or newest < _known.number:
            _known = _built(newest)
        elif newest > _known.number:
            _catch_up(_known, newest)
        return _known


def _built(newest: int) -> _Known:
    """Reads everything that is told. What changes meanwhile has a later number, and is read with the next turn."""
    from snowdrop.stories.matching.index import Index  # it brings NumPy, which only a process that looks needs

    known = _Known(Index(), newest)
    known.index.put_many(known.told(one) for one in Telling.objects.told().iterator(chunk_size=_AT_ONCE))
    return known


def _catch_up(known: _Known, newest: int) -> None:
    changed = Change.objects.filter(number__gt=known.number, number__lte=newest).values_list("story_id", flat=True)
    for ids in _in_parts(list(changed)):
        told = Telling.objects.told().in_bulk(ids)
        for one in ids:
            if one in told:
                known.index.put(known.told(told[one]))
            elif one in known.numbers:
                known.index.take_out(known.numbers[one])
    known.number = newest


def _in_parts(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    return (ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE))


def _place_of_the_day(now: datetime) -> UUID:
    """Where leafing through begins today: it tells nothing, for nobody knows the key."""
    day = now.date().isoformat().encode()
    return UUID(bytes=hmac.new(keys.common_key(SHELVES), day, hashlib.sha256).digest()[:16])


def _not_hidden(given: Given, tellings: Tellings) -> Iterable[Telling]:
    return (one for one in tellings.order_by("pk").iterator(chunk_size=100) if not hides(given, one))
