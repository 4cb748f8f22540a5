"""The index: all stories that can be found, in memory, as columns of numbers and a list of stories for each word.

Memory: about 60 bytes a story for what is given, and five for each different word of its text (`Index.nbytes`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from threading import RLock
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from snowdrop.stories.matching.asking import Asked, Given, Match, Told
from snowdrop.stories.matching.columns import Column, Group, Grown
from snowdrop.stories.matching.comparing import HIDDEN, UNIT, Wish, table_of, table_of_notes, wish_of
from snowdrop.stories.matching.postings import Postings
from snowdrop.stories.matching.reading import NOTHING
from snowdrop.stories.matching.sharing import Sharing
from snowdrop.stories.matching.telling import Sure, Value, values_of
from snowdrop.stories.vocabulary import Axis

NEAR: Final = 0.5
"""A story is near from this share of likeness on; below it is only the nearest there is (judgement)."""

_GROUPS: Final[tuple[tuple[Axis, ...], ...]] = (
    (Axis.KIND_OF_LOSS, Axis.GESTATION_WEEKS, Axis.DECISION_INVOLVED, Axis.MULTIPLES),
    (Axis.MONTHS_SINCE, Axis.FIRST_OR_AGAIN, Axis.NO_LIVING_CHILDREN, Axis.LIVING_CHILDREN),
    (Axis.ROLE, Axis.FERTILITY_TREATMENT, Axis.PARTNER_SITUATION, Axis.LGBTQ),
    (Axis.FAITH, Axis.LANGUAGE),
    (Axis.BACKGROUND, Axis.COUNTRY, Axis.PLACE_OF_CARE),
)
"""Axes that are looked up together: few combinations of theirs occur."""

_BATCH: Final = 1 << 15
_BLOCK: Final = 1 << 15
"""Stories that are scored at a time, so that what is worked on stays in the processor's cache."""
_GONE: Final = 2 * HIDDEN
_FEW_GONE: Final = 1000
"""So few stories that are gone are not worth the tidying."""
_NOT_GIVEN: Final = Value(NOTHING, Sure.HEARD)

Numbers = NDArray[Any]


class Index:
    """Stories that can be found. Safe to use from several threads: one asks or changes at a time."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._numbers, self._authors = Grown(np.int64), Grown(np.int64)
        self._is_there = Grown(np.bool_)
        self._columns: dict[Axis, Column[Value]] = {axis: Column(_NOT_GIVEN) for axis in Axis}
        self._notes: Column[frozenset[str]] = Column(frozenset())
        self._groups = {axes: Group(len(axes)) for axes in _GROUPS}
        self._group_of_notes = Group(1)
        self._postings = Postings()
        self._gone = 0

    def __len__(self) -> int:
        return len(self._numbers) - self._gone

    @property
    def nbytes(self) -> int:
        """Memory that the stories take, in bytes, about."""
        return sum(one.nbytes for one in self._held()) + self._postings.nbytes

    def put(self, told: Told) -> None:
        """Takes a story in, or anew if its number is there. It can be found as soon as this returns."""
        with self._lock:
            self.take_out(told.number)
            self._add([told])

    def put_many(self, stories: Iterable[Told]) -> None:
        """Takes many in, quicker than one by one; none of the numbers may be there."""
        stories = iter(stories)
        while batch := list(islice(stories, _BATCH)):
            with self._lock:
                self._add(batch)

    def take_out(self, number: int) -> None:
        """Takes a story out; it is not found any more once this returns. One that is not there is no mistake."""
        with self._lock:
            for row in np.flatnonzero(self._numbers.rows == number).tolist():
                if self._is_there.rows[row]:
                    self._is_there.rows[row] = False
                    self._gone += 1
                    for axes, group in self._groups.items():
                        for axis, code in zip(axes, group.codes_of(row), strict=True):
                            self._columns[axis].count(np.array([code]), -1)
            if self._gone > _FEW_GONE and self._gone * 4 > len(self._numbers):
                self.tidy()

    def tidy(self) -> None:
        """Lets go of every word and number of stories that were taken out. Happens by itself once a quarter is gone."""
        with self._lock:
            wanted = self._is_there.rows.copy()
            for one in (*self._held(), self._postings):
                one.keep(wanted)
            self._gone = 0

    def nearest(self, asked: Asked, most: int = 20) -> tuple[Match, ...]:
        """The stories that are most alike, the nearest first, those of one score by their number, the highest first.

        () for somebody who gave nothing at all. Where nothing is near, the nearest there is, each marked so.
        """
        wish = wish_of(asked)
        if not wish.full or most < 1:
            return ()
        with self._lock:
            totals, words = self._totals(wish)
            rows = self._best(totals, most)
            sharing = Sharing(self._groups, self._columns, self._authors.rows, self._is_there.rows)
            return tuple(
                self._match(row, float(totals[row]) / wish.full, wish, sharing, words.get(int(row), 0)) for row in rows
            )

    def enough_share(self, gives: Given) -> bool:
        """Whether so many authors told all of this together that it may be shown as a filter (`LEAST_AUTHORS`)."""
        with self._lock:
            sharing = Sharing(self._groups, self._columns, self._authors.rows, self._is_there.rows)
            return sharing.is_shared_exactly({axis: value.terms for axis, value in values_of(gives).items()})

    def _held(self) -> list[Grown | Group]:
        """All that has a row for each story, besides its words."""
        return [self._numbers, self._authors, self._is_there, *self._groups.values(), self._group_of_notes]

    def _add(self, stories: list[Told]) -> None:
        """Puts stories behind the others, in every column."""
        values = [values_of(told.facets, told.text, told.language) for told in stories]
        for axes, group in self._groups.items():
            codes = np.empty((len(stories), len(axes)), np.uint16)
            for place, axis in enumerate(axes):
                column = self._columns[axis]
                codes[:, place] = column.codes_of(value.get(axis, _NOT_GIVEN) for value in values)
                column.count(codes[:, place])
            group.add(codes)
        notes = [self._notes.code_of(frozenset(told.notes)) for told in stories]
        self._group_of_notes.add(np.array(notes, np.uint16).reshape(-1, 1))
        first = len(self._numbers)
        authors = [-1 - first - place if told.author is None else told.author for place, told in enumerate(stories)]
        self._authors.add(np.array(authors, np.int64))
        self._numbers.add(np.array([told.number for told in stories], np.int64))
        self._is_there.add(np.ones(len(stories), np.bool_))
        self._postings.add([told.text for told in stories])

    def _totals(self, wish: Wish) -> tuple[Numbers, Mapping[int, int]]:
        """The score of every row as a whole number, and how like the words the rows are that hold any."""
        looked_up = []
        for axes, group in self._groups.items():
            tables = [table_of(axis, wish, self._columns[axis]) for axis in axes]
            if any(table is not None for table in tables):
                looked_up.append((group.table(tables), group.rows))
        hidden = table_of_notes(wish.hidden_notes, self._notes.values)
        if hidden is not None:
            looked_up.append((self._group_of_notes.table([hidden]), self._group_of_notes.rows))
        totals = _sums(looked_up, len(self._numbers))
        found = self._postings.likeness(wish.words, int(wish.words_weight * UNIT)) if wish.words else None
        if found is not None:
            totals[found[0]] += found[1]
        if self._gone:
            totals[~self._is_there.rows] = _GONE
        return totals, {} if found is None else _Found(*found)

    def _best(self, totals: Numbers, most: int) -> Numbers:
        """The rows of the best scores in order. A bound from the best of each block leaves few rows to be sorted."""
        bound = _bound(totals, most)
        rows = np.flatnonzero(totals >= max(bound, 0))
        order = np.lexsort((-self._numbers.rows[rows], -totals[rows]))
        return rows[order[:most]]

    def _match(self, row: int, score: float, wish: Wish, sharing: Sharing, words: int) -> Match:
        is_near = score >= NEAR
        said = sharing.reasons(row, wish, words / (wish.words_weight * UNIT) if words else 0.0, is_near)
        return Match(int(self._numbers.rows[row]), round(score, 4), is_near, said)


class _Found(dict[int, int]):
    """Looks up how like the words a row is, without making a dictionary of all rows."""

    def __init__(self, rows: Numbers, likeness: Numbers) -> None:
        super().__init__()
        self._rows, self._likeness = rows, likeness

    def get(self, row: int, default: Any = 0) -> Any:
        at = int(np.searchsorted(self._rows, row))
        return int(self._likeness[at]) if at < len(self._rows) and self._rows[at] == row else default


def _sums(looked_up: list[tuple[Numbers, Numbers]], count: int) -> Numbers:
    """The sum of what the tables say of each row, block by block."""
    totals = np.zeros(count, np.int32)
    for begin in range(0, count, _BLOCK):
        block = totals[begin : begin + _BLOCK]
        for table, rows in looked_up:
            block += table[rows[begin : begin + _BLOCK]]
    return totals


def _bound(totals: Numbers, most: int) -> int:
    """A score that so many rows reach surely, and few others: of the best of each block, the so-manieth."""
    blocks = len(totals) // 256
    if blocks <= most:
        return HIDDEN
    bests = totals[: blocks * 256].reshape(blocks, 256).max(axis=1)
    return int(np.partition(bests, blocks - most)[blocks - most])
