"""Stories as columns of small numbers, so that a million can be compared by looking numbers up in small tables.

Each different value of an axis gets a number, its code; 0 stands for “not given”. Axes are held in groups of up to
four: each different combination of their codes that occurs has a number, and a story is one such number for each group.
To compare, one table for each group is made from what the reader asks, and each story costs one look-up for each group.
(The scan of product quantisation, Jégou et al. 2011, IEEE TPAMI 33(1), here without any loss.)
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, Final, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

MOST_CODES: Final = 1 << 16
"""Different values of one axis that are told apart; what comes behind counts as not given."""
MOST_AXES: Final = 4
"""In a group: their codes together are one number of 64 bits."""

_OF_A_COMBINATION: Final = 200
"""Bytes, about: a number of 64 bits and its place in a dictionary."""

V = TypeVar("V", bound=Hashable)
Numbers = NDArray[Any]


class Grown:
    """An array that grows at its end; copies are rare, for its room doubles."""

    def __init__(self, dtype: type[np.generic], shape: tuple[int, ...] = ()) -> None:
        self._all = np.zeros((16, *shape), dtype)
        self._used = 0

    def __len__(self) -> int:
        return self._used

    @property
    def rows(self) -> Numbers:
        """What is there; to be read or changed in place, and not to be held."""
        return self._all[: self._used]

    @property
    def nbytes(self) -> int:
        """Memory that is taken, in bytes."""
        return int(self._all.nbytes)

    def add(self, more: Numbers) -> None:
        """Puts rows behind the others."""
        need = self._used + len(more)
        if need > len(self._all):
            room = max(16, need, 2 * self._used)
            larger = np.zeros((room, *self._all.shape[1:]), self._all.dtype)
            larger[: self._used] = self.rows
            self._all = larger
        self._all[self._used : need] = more
        self._used = need

    def keep(self, wanted: Numbers) -> None:
        """Leaves only the rows that are wanted, and gives back the room of the others."""
        self._all = self.rows[wanted]
        self._used = len(self._all)


class Column(Generic[V]):
    """The different values of one axis, and how many stories have each."""

    def __init__(self, nothing: V) -> None:
        self.values: list[V] = [nothing]
        self._codes: dict[V, int] = {nothing: 0}
        self._counts = Grown(np.int64)
        self._counts.add(np.zeros(1, np.int64))

    def code_of(self, value: V) -> int:
        """The code of a value; a new one if it was never met."""
        code = self._codes.get(value)
        if code is None:
            if len(self.values) == MOST_CODES:
                return 0
            code = self._codes[value] = len(self.values)
            self.values.append(value)
            self._counts.add(np.zeros(1, np.int64))
        return code

    def codes_of(self, values: Iterable[V]) -> list[int]:
        """The codes of many values; most of them were met before."""
        known = self._codes
        return [code if (code := known.get(value)) is not None else self.code_of(value) for value in values]

    @property
    def counts(self) -> Numbers:
        """How many stories have each code."""
        return self._counts.rows

    def count(self, codes: Numbers, change: int = 1) -> None:
        """Takes note that stories with these codes have come, or gone."""
        rows = self._counts.rows
        rows += change * np.bincount(codes, minlength=len(rows))


class Group:
    """The combinations of codes of up to four axes, and which one each story has."""

    def __init__(self, width: int) -> None:
        if width > MOST_AXES:
            raise ValueError("A group has four axes at most.")
        self._numbers: dict[int, int] = {}
        self._parts = Grown(np.uint16, (width,))
        self._rows = Grown(np.int32)

    @property
    def rows(self) -> Numbers:
        """The number of each story's combination."""
        return self._rows.rows

    @property
    def nbytes(self) -> int:
        """Memory that the stories take in it, in bytes."""
        return self._rows.nbytes + self._parts.nbytes + _OF_A_COMBINATION * len(self._numbers)

    def add(self, codes: Numbers) -> None:
        """Puts stories behind the others: one row of codes for each."""
        if len(codes) == 1:
            keys, of_key = [_key_of(codes[0])], np.zeros(1, np.int64)
        else:
            joined = np.zeros(len(codes), np.uint64)
            for place in range(codes.shape[1]):
                joined |= codes[:, place].astype(np.uint64) << np.uint64(16 * place)
            unique, of_key = np.unique(joined, return_inverse=True)
            keys = unique.tolist()
        numbers = np.array([self._number_of(key) for key in keys], np.int32)
        self._rows.add(numbers[of_key])

    def keep(self, wanted: Numbers) -> None:
        """Leaves only the stories that are wanted."""
        self._rows.keep(wanted)

    def table(self, of_codes: Sequence[Numbers | None]) -> Numbers:
        """For each combination the sum of what a table for each axis says of its code; None says nothing."""
        parts = self._parts.rows
        sums = np.zeros(len(parts), np.int32)
        for place, of_code in enumerate(of_codes):
            if of_code is not None:
                sums += of_code[parts[:, place]]
        return sums

    def codes_of(self, row: int) -> Numbers:
        """The codes of one story."""
        return self._parts.rows[self.rows[row]]

    def _number_of(self, key: int) -> int:
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._numbers)
            width = self._parts.rows.shape[1]
            self._parts.add(np.array([[(key >> (16 * place)) & 0xFFFF for place in range(width)]], np.uint16))
        return number


def _key_of(codes: Numbers) -> int:
    return sum(int(code) << (16 * place) for place, code in enumerate(codes))
