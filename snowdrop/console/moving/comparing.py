"""Row by row, whether two databases say the same: by ranges of keys, and in a range that differs, by each row."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from snowdrop.console.moving.sides import Side, said
from snowdrop.console.moving.tables import Row, Table, Value

MOST_ROWS: Final = 5000
"""Rows of one range, and of one transaction of a copy."""
MOST_BYTES: Final = 8 * 1024 * 1024
"""Bytes of text and bytes in one range, about; one row more may go over it."""

Progress = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not the same on both sides: its table, its key, and how; never what it says."""

    table: str
    key: str
    how: str

    def __str__(self) -> str:
        return f"{self.table}, {self.key}: {self.how}"


@dataclass(frozen=True, slots=True)
class _Range:
    """The rows of both sides up to the last key that the source has here; those of the end are all that are left."""

    source: Sequence[Row]
    target: Sequence[Row]

    @property
    def is_same(self) -> bool:
        return len(self.source) == len(self.target) and _sum(self.source) == _sum(self.target)


def differences(source: Side, target: Side, table: Table, progress: Progress) -> Iterator[Difference]:
    """Every row that differs. `progress` is told how many rows of the source were looked at."""
    for part in _ranges(source, target, table):
        if not part.is_same:
            yield from _in_range(part, table)
        progress(len(part.source))


def agreed_until(source: Side, target: Side, table: Table, progress: Progress) -> tuple[Value, bool]:
    """Up to which key both sides are the same from the beginning (None: not even there); whether that is everything."""
    last: Value = None
    for part in _ranges(source, target, table):
        if not part.is_same:
            return last, False
        if part.source:
            last = part.source[-1][table.key]
            progress(len(part.source))
    return last, True


def parts(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows in parts that fit into memory, whatever they hold."""
    part, size = list[Row](), 0
    for row in rows:
        part.append(row)
        size += sum(len(value) for value in row if isinstance(value, str | bytes))
        if len(part) >= MOST_ROWS or size >= MOST_BYTES:
            yield part
            part, size = [], 0
    if part:
        yield part


def _ranges(source: Side, target: Side, table: Table) -> Iterator[_Range]:
    others = _Peeked(target.rows(table), table.key)
    for part in parts(source.rows(table)):
        last: Any = part[-1][table.key]
        yield _Range(part, list(others.until(last)))
    for part in parts(others.rest()):
        yield _Range((), part)


class _Peeked:
    """Rows in the order of their keys, of which the next can be looked at before it is taken."""

    def __init__(self, rows: Iterator[Row], key: int) -> None:
        self._rows, self._key = rows, key
        self._next = next(rows, None)

    def until(self, last: Any) -> Iterator[Row]:
        """Those with this key or an earlier one, no more than are enough to see that they differ."""
        for _ in range(2 * MOST_ROWS):
            key: Any = self._next and self._next[self._key]
            if self._next is None or key > last:
                return
            yield self._next
            self._next = next(self._rows, None)

    def rest(self) -> Iterator[Row]:
        """All that are left."""
        while self._next is not None:
            yield self._next
            self._next = next(self._rows, None)


def _in_range(part: _Range, table: Table) -> Iterator[Difference]:
    here, there = ({row[table.key]: row for row in rows} for rows in (part.source, part.target))
    for key, row in here.items():
        if key not in there:
            yield Difference(table.name, said(key), "is missing in the copy")
        elif row != there[key]:
            names = [column.name for column, a, b in zip(table.columns, row, there[key], strict=True) if a != b]
            yield Difference(table.name, said(key), f"differs in {', '.join(names)}")
    for key in there.keys() - here.keys():
        yield Difference(table.name, said(key), "is in the copy alone")


def _sum(rows: Sequence[Row]) -> int:
    """The sum of the digests of all rows: the same rows give the same sum."""
    return sum(_digest(row) for row in rows) % 2**128


def _digest(row: Row) -> int:
    return int.from_bytes(hashlib.blake2b(repr(row).encode(), digest_size=16).digest())
