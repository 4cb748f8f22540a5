"""Says reasons only where enough authors share them: k-anonymity for whatever is shown of stories."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from snowdrop.stories.matching.asking import Reason
from snowdrop.stories.matching.columns import Column, Group
from snowdrop.stories.matching.comparing import Wish, alike_of
from snowdrop.stories.matching.reading import Terms
from snowdrop.stories.matching.reasons import IN_GENERAL, LEAST_AUTHORS, MOST_REASONS, SENTENCES, WORDS, labels_of
from snowdrop.stories.matching.telling import Sure, Value
from snowdrop.stories.vocabulary import Axis

_LOOKED_AT: Final = (1 << 14, 1 << 62)
"""Of how many of the newest stories it is asked whether enough share something: of some, and only then of all."""
_WORDS_ENOUGH: Final = 0.25
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
        self._rows: dict[tuple[int, tuple[Said, ...]], Numbers] = {}
        self._tables: dict[Said, Numbers] = {}
        self._enough: dict[tuple[Said, ...], bool] = {}

    def reasons(self, row: int, wish: Wish, words: float, is_near: bool) -> tuple[Reason, ...]:
        """What can be said of a match: the weightiest first, made more general, or left out, where it is too rare."""
        said: tuple[Said, ...] = ()
        for axis in self._alike_axes(row, wish):
            if len(said) == MOST_REASONS:
                break
            for label in labels_of(axis, wish.gives[axis].terms, self._value(row, axis).terms):
                more = (*said, (axis, label))
                if self._is_said_by_enough(more, wish):
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
            mask &= self._table(axis, told)[self._place[axis][0].rows]
        return self._is_enough(np.flatnonzero(mask))

    def _alike_axes(self, row: int, wish: Wish) -> list[Axis]:
        """The axes on which both told something, by how much their likeness weighs in this match."""
        weighed = []
        for axis, given in wish.gives.items():
            value = self._value(row, axis)
            if given.sure is Sure.TOLD and value.sure is Sure.TOLD:
                weight = wish.weights[axis] * alike_of(axis, given.terms, value.terms)
                weighed.append((axis is not Axis.LANGUAGE, weight, axis))  # the reader sees the language anyway
        return [axis for _, weight, axis in sorted(weighed, reverse=True) if weight]

    def _value(self, row: int, axis: Axis) -> Value:
        group, place = self._place[axis]
        return self._columns[axis].values[group.codes_of(row)[place]]

    def _is_said_by_enough(self, said: tuple[Said, ...], wish: Wish) -> bool:
        """Whether all of this could be said of stories by enough authors: mostly some of the newest are enough."""
        enough = self._enough.get(said)
        if enough is None:
            enough = any(self._is_enough(self._sharing(said, wish, newest)) for newest in _LOOKED_AT)
            self._enough[said] = enough
        return enough

    def _sharing(self, said: tuple[Said, ...], wish: Wish, newest: int) -> Numbers:
        """The rows, of so many newest, of which all of this could be said to this reader."""
        if not said:
            return np.flatnonzero(self._is_there[-newest:]) + max(0, len(self._is_there) - newest)
        if (newest, said) not in self._rows:
            before = self._sharing(said[:-1], wish, newest)
            axis, label = said[-1]
            group, _ = self._place[axis]
            self._rows[newest, said] = before[self._can_be_said(axis, label, wish)[group.rows[before]]]
        return self._rows[newest, said]

    def _can_be_said(self, axis: Axis, label: str, wish: Wish) -> Numbers:
        """For each combination of the axis's group, whether this could be said to this reader."""
        if (axis, label) not in self._tables:
            given = wish.gives[axis].terms
            self._tables[axis, label] = self._table(
                axis,
                [
                    value.sure is Sure.TOLD and label in labels_of(axis, given, value.terms)
                    for value in self._columns[axis].values
                ],
            )
        return self._tables[axis, label]

    def _table(self, axis: Axis, of_code: list[bool]) -> Numbers:
        group, place = self._place[axis]
        return group.table([*[None] * place, np.array(of_code)]).astype(np.bool_)

    def _is_enough(self, rows: Numbers) -> bool:
        """Whether these rows are by enough authors; mostly the first ones already are."""
        return any(len(np.unique(self._authors[some])) >= LEAST_AUTHORS for some in (rows[:256], rows))
