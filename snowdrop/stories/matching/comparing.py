"""Turns what a reader asks into a small table for each axis: what each value that stories have adds to their score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from snowdrop.stories.matching.asking import Asked
from snowdrop.stories.matching.columns import Column
from snowdrop.stories.matching.likeness import HEARD, WEIGHTS, terms_alike, weights_of
from snowdrop.stories.matching.reading import Terms, read
from snowdrop.stories.matching.telling import Sure, Value, axis_of, values_of
from snowdrop.stories.vocabulary import Axis

UNIT: Final = 1 << 14
"""Scores are whole numbers: one unit of weight is so many. Sums are then the same in whatever order they are made, so
that a quick way and a plain one agree to the last digit."""
HIDDEN: Final = -(1 << 28)
"""What is to be hidden loses more than anything can gain."""

EXPECTED: Final = 0.25
"""What is not given is neither alike nor unlike: it counts as it does on average among those who gave it, and never
more than this, for people leave open above all what was not so."""

WORDS_SHARE: Final = 0.5
"""A reader's words weigh so much of all that they gave, and never less than LEAST_WORDS."""
LEAST_WORDS: Final = 3.0


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader asks, made ready."""

    gives: Mapping[Axis, Value]
    weights: Mapping[Axis, float]
    words: str
    words_weight: float
    hidden_kinds: Terms
    hidden_notes: frozenset[str]

    @property
    def full(self) -> int:
        """The score of a story that is alike in everything."""
        return round(UNIT * (sum(self.weights.values()) + self.words_weight))


def wish_of(asked: Asked) -> Wish:
    """Reads what a reader gave. What only their words tell counts for little, and on axes alone that they left open."""
    gives = values_of(asked.gives)
    matters = [axis for axis in map(axis_of, asked.matters) if axis is not None]
    weights = weights_of({axis: value.terms for axis, value in gives.items()}, matters)
    words = asked.words.strip()
    words_weight = max(LEAST_WORDS, WORDS_SHARE * sum(weights.values())) if words else 0.0
    heard = {axis: value for axis, value in values_of({}, words).items() if axis not in gives} if words else {}
    weights |= {axis: HEARD * WEIGHTS[axis] for axis in heard}
    hidden = frozenset().union(*(read(Axis.KIND_OF_LOSS, kind) for kind in asked.hidden_kinds))
    return Wish({**gives, **heard}, weights, words, words_weight, hidden, frozenset(asked.hidden_notes))


def likeness_of_codes(axis: Axis, given: Terms, column: Column[Value]) -> NDArray[Any]:
    """How alike each value of a column is, from 0 to 1; what is not given, or only heard, tends to the average."""
    alike = np.array([alike_of(axis, given, value.terms) for value in column.values])
    told = np.array([value.sure is not Sure.HEARD for value in column.values])
    told[0] = False
    counts = column.counts * told
    expected = min(EXPECTED, float(counts @ alike) / max(1, int(counts.sum())))
    likeness: NDArray[Any] = np.where(told, alike, expected + HEARD * (alike - expected))
    likeness[0] = expected
    return likeness


def table_of(axis: Axis, wish: Wish, column: Column[Value]) -> NDArray[Any] | None:
    """What each code of a column adds to a score; None if the reader asks nothing of this axis."""
    table = None
    if axis in wish.gives:
        likeness = likeness_of_codes(axis, wish.gives[axis].terms, column)
        table = np.rint(likeness * (wish.weights[axis] * UNIT)).astype(np.int32)
    if axis is Axis.KIND_OF_LOSS and wish.hidden_kinds:
        hidden = np.array([not wish.hidden_kinds.isdisjoint(value.terms) for value in column.values])
        table = np.where(hidden, HIDDEN, 0 if table is None else table).astype(np.int32)
    return table


def table_of_notes(hidden: frozenset[str], notes: Iterable[frozenset[str]]) -> NDArray[Any] | None:
    """Takes stories with hidden content notes far below all others."""
    return np.array([0 if hidden.isdisjoint(one) else HIDDEN for one in notes], np.int32) if hidden else None


@lru_cache(maxsize=500_000)
def alike_of(axis: Axis, given: Terms, told: Terms) -> float:
    """`terms_alike`, remembered; nothing given is like nothing."""
    return terms_alike(axis, given, told) if told else 0.0
