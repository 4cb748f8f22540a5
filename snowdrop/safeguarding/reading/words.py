"""Reads a text as a row of folded words that know where they stand, so that phrases are found however typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

from snowdrop.safeguarding.reading.writing import STOP, fold

LONGEST_READ: Final = 20_000
"""Characters that are read; what follows is not looked at, so that no text can keep the program busy."""
MOST_WORDS: Final = 5_000
"""Words that are read, twice a very long letter: with it the time for any text is bounded."""

_JOINERS: Final = "'\u2018\u2019\u02bc\u0060\u00b4\u2032\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f"
_WORDS: Final = rf"[^\W_]+(?:[{_JOINERS}]{{1,3}}[^\W_]+)*[\u0300-\u036f]*"
_JOINED_TWICE: Final = ("''", "``", "'`", "`'")
_ASCII_MARKS_APART: Final = "".join(sign if sign.isalnum() else " " for sign in map(chr, range(128)))
_ONE_WORD: Final = re.compile(_WORDS)
_PIECE: Final = re.compile(
    rf"({_WORDS})"
    r"|([.\u2026]{2,}|\u2026)"  # dots trail off and end nothing
    r"|([.!?;:]|\n[ \t\r]*\n)"
    r"|[,()\u2013\u2014]"
)
_WORD, _DOTS, _STOP = 1, 2, 3
_LONGEST_WORD: Final = 40
_NO_WORD: Final = "\u2026"
_SHORTEST_MENDED: Final = 6
_MOST_SOUND: Final = 20_000
"""Words that are remembered to have no slip: some 2 MB."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as words. `row` holds them with one space behind each; `places` says where in the row each begins."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    after_comma: frozenset[int]
    row: str
    places: tuple[int, ...]
    indexes: dict[str, list[int]]
    """Where each word occurs, counted in words."""


class Row:
    """Gathers the words of a text one after the other, and becomes a reading."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._spans: list[tuple[int, int]] = []
        self._commas: set[int] = set()
        self._known: dict[str, str] = {}

    @property
    def is_full(self) -> bool:
        return len(self._words) >= MOST_WORDS

    def add(self, word: str, start: int, end: int) -> None:
        """Adds one folded word."""
        self._words.append(word)
        self._spans.append((start, end))

    def add_pieces(self, text: str, start: int, end: int) -> None:
        """Adds the words and marks of a part of a text; stops when the row is full."""
        words, spans, known = self._words, self._spans, self._known
        for piece in _PIECE.finditer(text, start, end):
            kind = piece.lastindex
            if kind == _WORD:
                raw = piece.group()
                words.append(known.get(raw) or known.setdefault(raw, _fold_word(raw)))
                spans.append(piece.span())
            elif kind == _STOP:
                self.add(STOP, *piece.span())
            elif kind != _DOTS:
                self._commas.add(len(self._words))
            if len(words) >= MOST_WORDS:
                return

    def reading(self) -> Reading:
        """What was gathered."""
        return _reading(tuple(self._words), tuple(self._spans), frozenset(self._commas))


def read(text: str) -> Reading:
    """The words of a text; the end of a sentence becomes a word of its own, other marks and white space vanish."""
    row = Row()
    row.add_pieces(text, 0, len(text))
    return row.reading()


def words_in(text: str) -> frozenset[str]:
    """Every folded word of a text (of one longer than what is read, a few more), without where it stands."""
    if text.isascii() and not any(joiners in text for joiners in _JOINED_TWICE):  # the same, in half of the time
        joined = text.replace("'", "").replace("`", "")
        return frozenset(map(_fold_word, set(joined.translate(_ASCII_MARKS_APART).split())))
    return frozenset(map(_fold_word, set(_ONE_WORD.findall(text))))


@lru_cache(maxsize=10_000)
def _fold_word(raw: str) -> str:
    return (fold(raw) or _NO_WORD) if len(raw) <= _LONGEST_WORD else _NO_WORD


def _reading(words: tuple[str, ...], spans: tuple[tuple[int, int], ...], after_comma: frozenset[int]) -> Reading:
    indexes: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        indexes.setdefault(word, []).append(index)
    places = tuple(accumulate((len(word) + 1 for word in words), initial=0))
    return Reading(words, spans, after_comma, "".join(f"{word} " for word in words), places, indexes)


class Mending:
    """Reads a word with a slip of one letter as the word of the phrase set that was meant.

    Only long words, only a letter too few, too many or two changed places, never the first or the last letter: short
    words, exchanged letters and other endings too often make another real word.
    """

    def __init__(self, vocabulary: frozenset[str]) -> None:
        self.vocabulary = vocabulary
        self._long = frozenset(word for word in vocabulary if len(word) >= _SHORTEST_MENDED)
        self._slips = {slip: word for word in sorted(self._long) for slip in _slips(word)}
        self._ends = frozenset((word[0], word[-1]) for word in self._long)
        self._longest = max(map(len, self._long), default=0) + 1
        self._sound: set[str] = set()

    def mend(self, reading: Reading) -> Reading:
        """The same text with its slips mended."""
        mended = {word: meant for word in reading.indexes if (meant := self._meant_by(word)) is not None}
        if not mended:
            return reading
        words = tuple(mended.get(word, word) for word in reading.words)
        return _reading(words, reading.spans, reading.after_comma)

    def with_meant(self, words: frozenset[str]) -> frozenset[str]:
        """The words, and those that were meant by a slip among them."""
        unknown = words - self._sound
        meant = {word: meant for word in unknown if (meant := self._meant_by(word)) is not None}
        if len(self._sound) < _MOST_SOUND:  # people write the same few thousand words again and again
            self._sound |= unknown - meant.keys()
        return words.union(meant.values()) if meant else words

    def _meant_by(self, word: str) -> str | None:
        if not _SHORTEST_MENDED - 1 <= len(word) <= self._longest or word in self.vocabulary:
            return None
        if (word[0], word[-1]) not in self._ends:
            return None
        if word in self._slips:
            return self._slips[word]
        return next((shorter for shorter in _shortened(word) if shorter in self._long), None)


def _slips(word: str) -> Iterator[str]:
    yield from _shortened(word)
    for at in range(1, len(word) - 2):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _shortened(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))
