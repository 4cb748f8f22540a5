"""What is seen of one thing: a line in words for people, and its figures for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from snowdrop.engine_room.vocabulary import State
from snowdrop.ground.tally import BOUNDS

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, in seconds, bytes, or times a second; its name says in which. `of` are names from the code."""

    name: str
    value: float
    of: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at: what it is, how it stands, what is to be said of it, and its figures.

    `is_kept`: it lies there (a disk, a backup), and does not move.
    """

    about: Words
    state: State
    words: Words
    figures: tuple[Figure, ...] = ()
    is_kept: bool = False

    @property
    def label(self) -> Words:
        """How it stands, in a word."""
        return self.state.label_of_kept if self.is_kept else self.state.label


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that belong together."""

    title: Words
    lines: tuple[Line, ...]


_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_STEPS: Final = ("B", "kB", "MB", "GB", "TB")


def time_of(seconds: float) -> str:
    """A time as somebody would say it: 40 ms, 12 s, 5 min, 3 h, 2 days."""
    if seconds < 1:
        return _("%(n)s ms") % {"n": f"{1000 * seconds:.2g}" if seconds < 0.01 else round(1000 * seconds)}
    if seconds < 2 * _MINUTE:
        return _("%(n)s s") % {"n": round(seconds) if seconds >= 10 else f"{seconds:.2g}"}
    if seconds < 2 * _HOUR:
        return _("%(n)d min") % {"n": seconds // _MINUTE}
    if seconds < 2 * _DAY:
        return _("%(n)d h") % {"n": seconds // _HOUR}
    days = int(seconds // _DAY)
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}


def size_of(size: float) -> str:
    """A size as somebody would say it: 512 kB, 1.5 GB. As the tools of a disk count it: 1 kB is 1024 bytes."""
    step = 0
    while size >= 1000 and step < len(_STEPS) - 1:
        size, step = size / 1024, step + 1
    return f"{size:.3g} {_STEPS[step]}"


def rate_of(times: int, seconds: float) -> float:
    """How often a second, over the time that was looked at."""
    return times / seconds if seconds > 0 else 0.0


def most_within(took: Sequence[int]) -> float | None:
    """The bound within which 99 of 100 were done; None where nothing was. What took longest of all counts as twice."""
    wanted, seen = 0.99 * sum(took), 0
    if not wanted:
        return None
    for place, count in enumerate(took):
        seen += count
        if seen >= wanted:
            return BOUNDS[place] if place < len(BOUNDS) else 2 * BOUNDS[-1]
    return None


def most_in_words(took: Sequence[int]) -> str:
    """The same, as a part of a sentence; "" where nothing was done."""
    most = most_within(took)
    if most is None:
        return ""
    if most > BOUNDS[-1]:
        return _("some took longer than %(time)s") % {"time": time_of(BOUNDS[-1])}
    return _("99 of 100 within %(time)s") % {"time": time_of(most)}
