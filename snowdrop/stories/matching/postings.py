"""Which stories hold which words: the likeness of a text to a reader's own words (BM25; Robertson and Zaragoza 2009,
Foundations and Trends in Information Retrieval 3(4), 333-389).
"""

from __future__ import annotations

from array import array
from collections import Counter
from math import log
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from snowdrop.stories.matching.columns import Grown
from snowdrop.stories.matching.words import terms_of

MOST_TERMS: Final = 64
"""Different terms of a reader's words that are looked for."""
MOST_PLACES: Final = 300_000
"""Stories that are looked at for them all together: the rarest terms come first, and common ones are left out when it
would be more, for they tell little and take long."""
ENOUGH_TERMS: Final = 5
"""A text that holds as much as this many of the rarest terms weigh is wholly like the reader's words."""
LEAST_WEIGHT: Final = 6.0
"""Nor is a text wholly like them for less than this: common words alone make nothing near."""

_K1: Final = 1.2
_B: Final = 0.3
"""Less than usual (0.75): a long story is not less like, it is only longer."""


class Postings:
    """The terms of the stories, each story known by its row."""

    def __init__(self) -> None:
        self._rows: dict[str, array[int]] = {}
        self._times: dict[str, array[int]] = {}
        self._lengths = Grown(np.int32)
        self._terms = 0

    @property
    def nbytes(self) -> int:
        """Memory, in bytes: five for each different term of each story, and about 250 for each different term."""
        return 5 * sum(len(rows) for rows in self._rows.values()) + 250 * len(self._rows) + self._lengths.nbytes

    def add(self, texts: list[str]) -> None:
        """Puts texts behind the others."""
        begin = len(self._lengths)
        lengths = np.zeros(len(texts), np.int32)
        for place, text in enumerate(texts):
            if text:
                lengths[place] = self._add(begin + place, text)
        self._lengths.add(lengths)
        self._terms += int(lengths.sum())

    def _add(self, row: int, text: str) -> int:
        terms = Counter(terms_of(text))
        for term, times in terms.items():
            rows = self._rows.get(term)
            if rows is None:
                rows, self._times[term] = array("i"), array("B")
                self._rows[term] = rows
            rows.append(row)
            self._times[term].append(min(times, 255))
        return terms.total()

    def keep(self, wanted: NDArray[Any]) -> None:
        """Leaves only the stories that are wanted, and no word that none of them holds."""
        new_rows = np.cumsum(wanted, dtype=np.int32) - 1
        for term in list(self._rows):
            rows, times = self._rows.pop(term), self._times.pop(term)
            kept = np.frombuffer(rows, np.int32)
            stay = wanted[kept]
            if stay.any():
                self._rows[term] = array("i", new_rows[kept[stay]].tobytes())
                self._times[term] = array("B", np.frombuffer(times, np.uint8)[stay].tobytes())
        self._lengths.keep(wanted)
        self._terms = int(self._lengths.rows.sum())

    def likeness(self, words: str, unit: int) -> tuple[NDArray[Any], NDArray[Any]] | None:
        """The rows that hold any of the words, and how like each is, from 0 to `unit`; None if no story holds one."""
        asked = self._asked(words)
        if not asked:
            return None
        count, mean = len(self._lengths), max(1.0, self._terms / max(1, len(self._lengths)))
        weights = [log(1 + (count - len(self._rows[term]) + 0.5) / (len(self._rows[term]) + 0.5)) for term in asked]
        sums: NDArray[Any] = np.zeros(count, np.float64)
        for term, weight in zip(asked, weights, strict=True):
            rows = np.frombuffer(self._rows[term], np.int32)
            times = np.frombuffer(self._times[term], np.uint8).astype(np.float64)
            length = _K1 * (1 - _B + _B * self._lengths.rows[rows] / mean)
            sums[rows] += weight * times * (_K1 + 1) / (times + length)
        found = np.flatnonzero(sums)
        full = max(LEAST_WEIGHT, sum(sorted(weights, reverse=True)[:ENOUGH_TERMS]))
        return found, np.rint(np.minimum(1, sums[found] / full) * unit).astype(np.int32)

    def _asked(self, words: str) -> list[str]:
        """The terms that are looked for, the rarest first."""
        known = sorted(
            {term for term in terms_of(words) if term in self._rows}, key=lambda term: (len(self._rows[term]), term)
        )
        asked: list[str] = []
        places = 0
        for term in known[:MOST_TERMS]:
            places += len(self._rows[term])
            if asked and places > MOST_PLACES:
                break
            asked.append(term)
        return asked
