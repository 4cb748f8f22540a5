"""Finds the lines of a phrase set in a text, in a time that no text can stretch."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Final, Generic

from snowdrop.safeguarding.reading.words import Mending, Reading
from snowdrop.safeguarding.reading.writing import (
    STOP,
    E,
    PhraseSet,
    expression_of,
    fold,
    longest_of,
    needed_words,
    wholly_needed,
    words_of,
)

MOST_TRIES: Final = 4_000
"""Places at which lines are tried. A long letter needs some hundred; only a text made to be slow comes near."""

_CLAUSE_WORDS: Final = 6
_SENTENCE_WORDS: Final = 14


@dataclass(frozen=True, slots=True)
class Find(Generic[E]):
    """An entry found in a text: from character `start` up to, not including, `end`."""

    entry: E
    seriousness: int
    """Its place in its set; the most serious is 0."""
    first: int
    """Its first word, counted in words of the reading."""
    start: int
    end: int
    folded: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line made ready: a text can hold it only if it holds one word of each `needed` set; the first begins it."""

    written: str
    needed: tuple[frozenset[str], ...]
    longest: int
    """Words that a phrase found by this line can have at most."""


@dataclass(frozen=True, slots=True)
class _Element:
    """What a phrase must hold somewhere: one of the single words, or all of one of several."""

    single: frozenset[str]
    several: tuple[frozenset[str], ...]
    known_by: frozenset[str]
    shortest: int

    def is_in(self, present: frozenset[str]) -> bool:
        return not self.single.isdisjoint(present) or any(spelling <= present for spelling in self.several)


@dataclass(slots=True)
class Tries:
    """How many more places are tried; several finders can share what is left."""

    left: int = MOST_TRIES

    def take(self) -> bool:
        """Whether one more place may be tried."""
        self.left -= 1
        return self.left >= 0

    @property
    def are_spent(self) -> bool:
        """Whether a place was left out."""
        return self.left < 0


class Finder(Generic[E]):
    """A phrase set made ready."""

    def __init__(self, phrases: PhraseSet[E]) -> None:
        self.phrases = phrases
        self._lines = [tuple(map(_make_line, entry.lines)) for entry in phrases.entries]
        self._by_word = _by_rarest_word(phrases.entries)
        self._rarest = frozenset(self._by_word)
        self._kind = tuple(map(_make_line, phrases.kind))
        self._negation = re.compile(" " + any_of(phrases.negations))
        self._disowning = re.compile(" " + any_of(phrases.disowned_by))
        self._rejection = re.compile(any_of(phrases.rejected_by))
        self._clause_breaks = frozenset(map(fold, phrases.clause_breaks))
        self.mending = Mending(frozenset().union(*map(words_of, _every_line(phrases))))

    def finds(
        self, reading: Reading, excused: frozenset[str] = frozenset(), tries: Tries | None = None
    ) -> Iterator[Find[E]]:
        """The entries in a text, the most serious first, each once, without those whose key is excused."""
        present, tries = frozenset(reading.words), tries or Tries()
        possible, kind = sorted(set(self._possible(present, excused))), None
        for seriousness, numbered in groupby(possible, key=itemgetter(0)):
            entry = self.phrases.entries[seriousness]
            lines = tuple(self._lines[seriousness][number] for _, number in numbered)
            for first, behind in self._matches(lines, reading, present, tries):
                if kind is None:  # asked late, for most texts hold no line at all
                    kind = self._kind_indexes(reading, present, tries)
                if kind.isdisjoint(range(first, behind)) and not self._turned(entry, reading, first, behind):
                    start, end = reading.spans[first][0], reading.spans[behind - 1][1]
                    yield Find(entry, seriousness, first, start, end, " ".join(reading.words[first:behind]))
                    break

    def may_find(self, present: frozenset[str], excused: frozenset[str] = frozenset()) -> bool:
        """Whether a text of these folded words could hold an entry; never no where `finds` would find one."""
        return next(self._possible(present, excused), None) is not None

    def _possible(self, present: frozenset[str], excused: frozenset[str]) -> Iterator[_Numbered]:
        """The lines that a text of these words could hold, in any order; one may come more than once."""
        # Plain loops: this is asked of every text that arrives, and takes a third of what `any` and `all` take.
        for word in present & self._rarest:
            for numbered, key, others, several in self._by_word[word]:
                for known_by in others:
                    if known_by.isdisjoint(present):
                        break
                else:
                    if key not in excused and all(element.is_in(present) for element in several):
                        yield numbered

    def _kind_indexes(self, reading: Reading, present: frozenset[str], tries: Tries) -> frozenset[int]:
        matches = self._matches(self._kind, reading, present, tries)
        return frozenset(index for first, behind in matches for index in range(first, behind))

    def _matches(
        self, lines: tuple[Line, ...], reading: Reading, present: frozenset[str], tries: Tries
    ) -> Iterator[tuple[int, int]]:
        """The first word of each match and the word behind its last, line by line."""
        for line in lines:
            if any(needed.isdisjoint(present) for needed in line.needed):
                continue
            expression = _compiled(line.written, self.phrases.negators)
            for first in _beginnings(line, reading.indexes):
                if not tries.take():
                    return
                match = expression.match(reading.row, reading.places[first])
                if match:
                    yield first, bisect_left(reading.places, match.end())

    def _turned(self, entry: E, reading: Reading, first: int, behind: int) -> bool:
        """Whether the writer says the opposite, gives somebody else's words, or rejects the phrase."""
        return bool(
            self._negation.search(_row(self._clause_before(reading, first)))
            or self._disowning.search(sentence_before(reading, first))
            or (entry.rejectable and self._rejection.match(_row(_clause_behind(reading, behind))[1:]))
        )

    def _clause_before(self, reading: Reading, first: int) -> tuple[str, ...]:
        begin = first
        while begin > max(0, first - _CLAUSE_WORDS) and begin not in reading.after_comma:
            if reading.words[begin - 1] == STOP or reading.words[begin - 1] in self._clause_breaks:
                break
            begin -= 1
        return reading.words[begin:first]


def sentence_before(reading: Reading, first: int) -> str:
    """The words of the same sentence before this one, as a row that a line can be looked for in."""
    before = reading.words[max(0, first - _SENTENCE_WORDS) : first]
    return _row(before[len(before) - before[::-1].index(STOP) :] if STOP in before else before)


def _clause_behind(reading: Reading, behind: int) -> tuple[str, ...]:
    end = behind
    while end < min(len(reading.words), behind + _CLAUSE_WORDS) and end not in reading.after_comma:
        end += 1
    return reading.words[behind:end]


def _row(words: tuple[str, ...]) -> str:
    return " ".join(("", *words, ""))


def _beginnings(line: Line, indexes: dict[str, list[int]]) -> Iterator[int]:
    """Where the line can begin: at its first words, as far as the rarest of its needed words comes soon enough."""
    places = [sorted(index for word in needed for index in indexes.get(word, ())) for needed in line.needed]
    rarest, begun = min(places, key=len), 0
    for place in rarest:
        since = bisect_left(places[0], place - line.longest, begun)
        begun = bisect_right(places[0], place, since)
        yield from places[0][since:begun]


_Numbered = tuple[int, int]
"""A line: the number of its entry, which is how serious it is, and its own number there."""

_Needed = tuple[_Numbered, str, tuple[frozenset[str], ...], tuple[_Element, ...]]
"""What a line of an entry of this key needs beside the word it is filed under: a word of each of these, and wholly each
of these elements."""


def _by_rarest_word(entries: Sequence[E]) -> dict[str, list[_Needed]]:
    """What each line needs, the rarest first, under the words of that one; long words are rare."""
    filed: dict[str, list[_Needed]] = {}
    for seriousness, entry in enumerate(entries):
        for number, line in enumerate(entry.lines):
            elements = sorted(map(_make_element, wholly_needed(line)), key=lambda element: -element.shortest)
            others = tuple(element.known_by for element in elements[1:])
            several = tuple(element for element in elements if element.several)
            for word in elements[0].known_by:
                filed.setdefault(word, []).append(((seriousness, number), entry.key, others, several))
    return filed


def _make_element(spellings: frozenset[frozenset[str]]) -> _Element:
    known_by = frozenset(max(sorted(spelling), key=len) for spelling in spellings)
    return _Element(
        single=frozenset(word for spelling in spellings if len(spelling) == 1 for word in spelling),
        several=tuple(spelling for spelling in spellings if len(spelling) > 1),
        known_by=known_by,
        shortest=min(map(len, known_by)),
    )


def _make_line(written: str) -> Line:
    return Line(written, needed_words(written), longest_of(written))


def _every_line(phrases: PhraseSet[E]) -> Iterator[str]:
    for entry in phrases.entries:
        yield from entry.lines
    for lines in (phrases.kind, phrases.negations, phrases.disowned_by, phrases.rejected_by):
        yield from lines


def any_of(lines: Iterable[str]) -> str:
    """The expression that finds any of these lines."""
    return "(?:" + "|".join(map(expression_of, lines)) + ")"


@cache
def _compiled(line: str, negators: frozenset[str]) -> re.Pattern[str]:
    """Made when a text first needs it: a set has a few hundred lines, and most texts need a few."""
    return re.compile(expression_of(line, negators))
