"""Says reasons only where enough authors share them: k-anonymity for whatever is shown of stories."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from snowdrop.stories.matching.asking import Reason
from snowdrop.stories.matching.columns import Column, Group
from snowdrop.stories.matching.comparing import Wish
from snowdrop.stories.matching.likeness import terms_alike
from snowdrop.stories.matching.reading import Terms
from snowdrop.stories.matching.reasons import IN_GENERAL, LEAST_AUTHORS, MOST_REASONS, SENTENCES, WORDS, labels_of
from snowdrop.stories.matching.telling import Sure, Value
from snowdrop.stories.vocabulary import Axis

_WORDS_ENOUGH = 0.25
"""From this likeness to the reader's words on it is said that words of theirs stand in a story."""

Numbers = NDArray[Any]
Said = tuple[Axis, str]
"""An axis and the label of what is said of it."""


class Sharing:
    """For one question: which rows share what, found once and used for all matches."""

    def __init__(
        self,
        groups: Mapping[tuple[Axis, ...], Group],
        columns: Mapping[Axis, Column[Value]],
        authors: Numbers,
        is_there: Numbers,
    ) -> None:
        self._columns = columns
        self._place = {axis: (group, place) for axes, group in groups.items() for place, axis in enumerate(axes)}
        self._authors, self._is_there = authors, is_there
        self._rows: dict[tuple[Said, ...], Numbers] = {}

    def reasons(self, row: int, wish: Wish, words: float, is_near: bool) -> tuple[Reason, ...]:
        """What can be said of a match: the weightiest first, made more general, or left out, where it is too rare."""
        said: tuple[Said, ...] = ()
        for axis in self._alike_axes(row, wish):
            if len(said) == MOST_REASONS:
                break
            for label in labels_of(axis, wish.gives[axis].terms, self._value(row, axis).terms):
                more = (*said, (axis, label))
                if self._is_enough(self._sharing(more, wish)):
                    said = more
                    break
        reasons = [Reason(axis, SENTENCES[axis, label]) for axis, label in said]
        if words >= _WORDS_ENOUGH:
            reasons = [*reasons[: MOST_REASONS - 1], Reason(WORDS, SENTENCES[WORDS, WORDS])]
        if is_near and not reasons:
            reasons = [Reason(IN_GENERAL, SENTENCES[IN_GENERAL, IN_GENERAL])]
        return tuple(reasons)

    def is_shared_exactly(self, terms: Mapping[Axis, Terms]) -> bool:
        """Whether enough authors told all of these terms."""
        mask = self._is_there.copy()
        for axis, wanted in terms.items():
            told = [value.sure is Sure.TOLD and wanted <= value.terms for value in self._columns[axis].values]
            mask &= self._by_row(axis, np.array(told))
        return self._is_enough(np.flatnonzero(mask))

    def _alike_axes(self, row: int, wish: Wish) -> list[Axis]:
        """The axes on which both told something, by how much their likeness weighs in this match."""
        weighed = []
        for axis, given in wish.gives.items():
            value = self._value(row, axis)
            if given.sure is Sure.TOLD and value.sure is Sure.TOLD:
                weighed.append((wish.weights[axis] * terms_alike(axis, given.terms, value.terms), axis))
        return [axis for weight, axis in sorted(weighed, reverse=True) if weight]

    def _value(self, row: int, axis: Axis) -> Value:
        group, place = self._place[axis]
        return self._columns[axis].values[group.codes_of(row)[place]]

    def _sharing(self, said: tuple[Said, ...], wish: Wish) -> Numbers:
        """The rows of which all of this could be said to this reader."""
        if said not in self._rows:
            axis, label = said[-1]
            given = wish.gives[axis].terms
            of_code = np.array(
                [
                    value.sure is Sure.TOLD and label in labels_of(axis, given, value.terms)
                    for value in self._columns[axis].values
                ]
            )
            if len(said) == 1:
                self._rows[said] = np.flatnonzero(self._by_row(axis, of_code) & self._is_there)
            else:
                before = self._sharing(said[:-1], wish)
                self._rows[said] = before[self._by_row(axis, of_code, before)]
        return self._rows[said]

    def _by_row(self, axis: Axis, of_code: Numbers, rows: Numbers | None = None) -> Numbers:
        """What a table of codes says of rows; of all rows if none are named."""
        group, place = self._place[axis]
        tables: list[Numbers | None] = [None] * (place + 1)
        tables[place] = of_code
        table = group.table(tables).astype(np.bool_)
        return table[group.rows if rows is None else group.rows[rows]]

    def _is_enough(self, rows: Numbers) -> bool:
        """Whether these rows are by enough authors; mostly the first ones already are."""
        for some in (rows[:256], rows):
            if len(np.unique(self._authors[some])) >= LEAST_AUTHORS:
                return True
        return False
