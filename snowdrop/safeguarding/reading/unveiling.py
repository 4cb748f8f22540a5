"""Reads words that are spelled so that a program would not see them: look-alike letters, figures, gaps, signs between.

Everything is decided by the words that the phrase sets know: a hidden spelling is undone only if a known word comes
out. So a date stays a date, and a name from another script stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from snowdrop.safeguarding.reading.words import Reading, Row, read
from snowdrop.safeguarding.reading.writing import STOP, fold

MOST_STEPS: Final = 40_000
"""Steps that are taken to part letters into words. Only a text made to be slow needs more, and somebody reads it."""

_CHUNK: Final = re.compile(r"\S+")
_INNER_LETTERS: Final = r"a-zA-Z\u00c0-\u024f"
_PLAIN: Final = re.compile(
    rf"[^\w@$\U0001f100-\U0001f1ff]*(?:[a-zA-Z]['\u2019])?[{_INNER_LETTERS}]+(?:['\u2019\-][{_INNER_LETTERS}]{{2,}})*(?:['\u2019][a-z])?[^\w@$\U0001f100-\U0001f1ff]*|\W*\d+\W*|[\s.,;:!?\u2026\-]+"
)
_SHORTEST_GLUED: Final = 8
_SHORTEST_RUN: Final = 3
_LONGEST_PIECE: Final = 7
_SHORTEST_BROKEN: Final = 4
_SIGNS: Final = str.maketrans("01345789@$!|+\u20ac\u00a3(\u00a2", "oieastbgasiiteecc")
_SOUNDS: Final = str.maketrans("l", "i")
_EDGES: Final = ".,;:!?\u2026\"'()[]{}<>\u00ab\u00bb\u201e\u201c\u201d\u2018\u2019\u00bf\u00a1*_~-\u2013\u2014"
_MASK: Final = re.compile(r"[*#_]+")
_DOUBLED: Final = re.compile(r"(.)\1+")
_END: Final = re.compile(r"[.!?;:]['\")\u201d\u00bb]*$")
_WORDS_OF_ONE_LETTER: Final = "iauy"
_LETTERS_FOR_EACH: Final = 2.4
_LONGEST_WITH_FIGURES: Final = 16
_LONGEST: Final = 60
_LONGEST_RUN: Final = 200


def _lookalikes() -> dict[int, str]:
    lines = Path(__file__).with_name("lookalikes.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" ", 1) for line in lines if not line.startswith("#"))
    table = {ord(seen): letter for letter, alike in pairs for seen in alike}
    for first in (0x1F130, 0x1F150, 0x1F170, 0x1F1E6):  # letters in squares, in circles, and of flags
        table |= {first + at: chr(ord("a") + at) for at in range(26)}
    return table


LOOKALIKES: Final = _lookalikes()
"""Letters by what they look like (lookalikes.txt)."""


@lru_cache(maxsize=4096)
def as_it_looks(piece: str) -> str:
    """A piece of text as it looks: one form for each letter, no marks on letters, nothing invisible."""
    if piece.isascii():
        return piece
    shown = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", piece).translate(LOOKALIKES))
    return "".join(sign for sign in shown if unicodedata.category(sign) not in {"Mn", "Cf", "Me", "Cc", "Lm"})


@dataclass(slots=True)
class Steps:
    """How many more steps may be taken."""

    left: int = MOST_STEPS


class Vocabulary:
    """Known words, and ways to come to one from a spelling that hides it."""

    def __init__(self, *by_language: frozenset[str]) -> None:
        """The words of several languages; where a spelling could be a word of two, the first one's is meant."""
        self._words = words = frozenset().union(*by_language)
        self._by_skeleton: dict[str, list[str]] = {}
        self._by_letter: dict[str, list[str]] = {}
        for word in dict.fromkeys(word for language in by_language for word in sorted(language)):
            self._by_skeleton.setdefault(_skeleton(word), []).append(word)
            self._by_letter.setdefault(word[:1], []).append(word)
        self._beginnings = frozenset(word[:length] for word in words for length in range(1, len(word) + 1))

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def has_beginning(self, letters: str) -> bool:
        """Whether a known word begins with these letters."""
        return letters in self._beginnings

    def meant_by(self, shown: str) -> str | None:
        """The known word that this looks like, if there is one."""
        folded = fold(shown)
        if folded in self._words:
            return folded
        candidates = self._by_skeleton.get(_skeleton(shown.lower()), ())
        return next((word for word in candidates if len(word) > 1), None)

    def meant_by_mask(self, shown: str) -> str | None:
        """The known word of which some letters are covered (`m*rderer`); the first and the last must stand there."""
        parts = [fold(part) for part in _MASK.split(shown)]
        if not 2 <= len(parts) <= 5 or not all(parts) or len(shown) < 4:
            return None
        gaps = [len(mask) for mask in _MASK.findall(shown)]
        first, *others = map(re.escape, parts)
        expression = re.compile(first + "".join(f".{{0,{gap}}}{part}" for gap, part in zip(gaps, others, strict=True)))
        words = self._by_letter.get(parts[0][0], ())
        return next((word for word in words if len(word) > 2 and expression.fullmatch(word)), None)

    def parted(self, letters: str, steps: Steps) -> tuple[str, ...]:
        """The known words that these letters are when nothing stands between them, as whole as can be; else nothing."""
        letters = letters.lower()
        if not 4 <= len(letters) <= _LONGEST_RUN or not letters.isalnum():
            return ()
        best: dict[int, tuple[str, ...]] = {0: ()}
        for start in range(len(letters)):
            if (before := best.pop(start, None)) is None:
                continue
            for end, word in self._beginning_at(letters, start, steps):
                if word in self._words and (len(word) > 1 or word in _WORDS_OF_ONE_LETTER):
                    best[end] = max(best.get(end, ()), (*before, word), key=_wholeness)
        found = best.get(len(letters), ())
        return found if len(letters) >= _LETTERS_FOR_EACH * len(found) else ()

    def _beginning_at(self, letters: str, start: int, steps: Steps) -> Iterator[tuple[int, str]]:
        """The beginnings of known words from a letter on, without their doubled letters, and where each ends."""
        word = ""
        for end in range(start, len(letters)):
            word += letters[end] if not word.endswith(letters[end]) else ""
            steps.left -= 1
            if word not in self._beginnings or steps.left <= 0:
                return
            yield end + 1, word


def _wholeness(words: tuple[str, ...]) -> int:
    return sum(len(word) ** 2 for word in words)


def _skeleton(word: str) -> str:
    return _DOUBLED.sub(r"\1", word.translate(_SIGNS).translate(_SOUNDS))


class _Chunk(NamedTuple):  # made for each word of each text, in a third of the time of a frozen dataclass
    start: int
    end: int
    shown: str
    """As it looks, without marks at its edges."""
    letters: str
    """Only its letters, with the letters that figures and signs stand for."""
    folded: str
    ends_sentence: bool
    is_odd: bool


class Unveiling:
    """A text read once more, with what was hidden in its place; `reading` is None if nothing was."""

    def __init__(self, text: str, known: Vocabulary) -> None:
        self._text, self._known, self._steps = text, known, Steps()
        self._chunks = _chunks(text)
        self._meant: dict[int, tuple[int, tuple[str, ...]]] = {}
        """By the first chunk of what was hidden: the chunk behind its last, and the words that were meant."""
        self._no_run_before = self._covered = 0
        self._looked_at: dict[str, tuple[str, ...]] = {}
        self._look()
        self.reading: Reading | None = self._read() if self._meant else None
        self.was_too_much = self._steps.left <= 0

    def _look(self) -> None:
        looked = 0
        for at, chunk in enumerate(self._chunks):
            if at < looked or not self._is_strange(chunk):
                continue
            looked = self._look_at_run(at) or self._look_at_pieces(at) or self._look_at_one(at) or at + 1

    def _is_strange(self, chunk: _Chunk) -> bool:
        return (
            chunk.is_odd
            or chunk.shown.isdigit()
            or len(chunk.letters) == 1
            or (bool(chunk.letters) and chunk.folded not in self._known)
        )

    def _look_at_run(self, at: int) -> int:
        """Single letters with gaps: words where wide gaps part them, else wherever known words come out."""
        if at < self._no_run_before:
            return 0
        behind = at
        while behind < min(len(self._chunks), at + _LONGEST_RUN) and len(self._chunks[behind].letters) <= 1:
            behind += 1
        run, self._no_run_before = self._chunks[at:behind], behind
        if len(run) < _SHORTEST_RUN:
            return 0
        groups: list[list[_Chunk]] = [[run[0]]]
        for before, chunk in pairwise(run):
            if chunk.start - before.end > 1:
                groups.append([])
            groups[-1].append(chunk)
        words = [self._known.meant_by("".join(one.letters for one in group)) for group in groups]
        if None in words:
            words = list(self._known.parted("".join(one.letters for one in run), self._steps))
        return self._mean(at, behind, tuple(word for word in words if word))

    def _look_at_pieces(self, at: int) -> int:
        """A known word broken into two or three pieces, of which one is no word; pieces may stand before this one."""
        for first, behind in ((at - 1, at + 2), (at - 1, at + 1), (at, at + 3), (at, at + 2)):
            pieces = self._chunks[max(0, first) : behind]
            if first < 0 or len(pieces) < behind - first or first < self._covered:
                continue
            if not self._known.has_beginning(pieces[0].folded):
                continue
            if any(
                one.ends_sentence or not one.shown.isalpha() or len(one.shown) > _LONGEST_PIECE for one in pieces[:-1]
            ):
                continue
            joined = fold("".join(one.letters for one in pieces))
            if len(joined) > _SHORTEST_BROKEN and joined in self._known:
                return self._mean(first, behind, (joined,))
        return 0

    def _look_at_one(self, at: int) -> int:
        chunk = self._chunks[at]
        if chunk.shown.isdigit():
            return self._look_at_figures(at)
        if len(chunk.shown) > _LONGEST or (not chunk.is_odd and len(chunk.shown) < _SHORTEST_GLUED):
            return 0
        if (words := self._looked_at.get(chunk.shown)) is None:
            words = self._looked_at[chunk.shown] = self._meant_by(chunk)
        plain = _plainly(self._text[chunk.start : chunk.end])
        return self._mean(at, at + 1, words) if words != plain else 0

    def _look_at_figures(self, at: int) -> int:
        """Figures alone are a number, unless a word beside them is written with figures."""
        beside = self._chunks[max(0, at - 1) : at + 2]
        meant = self._known.meant_by(self._chunks[at].letters) if any(map(_mixes_figures, beside)) else None
        return self._mean(at, at + 1, (meant,)) if meant else 0

    def _meant_by(self, chunk: _Chunk) -> tuple[str, ...]:
        if len(chunk.letters) > 1 and (whole := self._known.meant_by(chunk.letters)):
            return (whole,)
        if masked := self._known.meant_by_mask(chunk.shown):
            return (masked,)
        if parted := self._known.parted(chunk.letters, self._steps):
            return parted
        parts = re.findall(r"[^\W_]+", chunk.shown) if chunk.is_odd else []
        return tuple(self._known.meant_by(part) or fold(part) for part in parts if fold(part))

    def _mean(self, first: int, behind: int, words: tuple[str, ...]) -> int:
        if not words:
            return 0
        self._meant[first], self._covered = (behind, words), behind
        return behind

    def _read(self) -> Reading:
        row, since = Row(), 0
        for first, (behind, words) in self._meant.items():
            if row.is_full:
                return row.reading()
            row.add_pieces(self._text, since, self._chunks[first].start)
            start, last = self._chunks[first].start, self._chunks[behind - 1]
            for word in words:
                row.add(word, start, last.end)
            if last.ends_sentence:
                row.add(STOP, last.end - 1, last.end)
            since = last.end
        row.add_pieces(self._text, since, len(self._text))
        return row.reading()


def _mixes_figures(chunk: _Chunk) -> bool:
    signs = chunk.shown
    return any(map(str.isdigit, signs)) and any(map(str.isalpha, signs)) and len(signs) <= _LONGEST_WITH_FIGURES


@lru_cache(maxsize=8192)
def _shown(raw: str) -> tuple[str, str, str, bool, bool]:
    shown = as_it_looks(raw) if len(raw) <= _LONGEST else ""
    core = (shown.strip(_EDGES) or shown)[:_LONGEST]
    letters = "".join(filter(str.isalnum, core.translate(_SIGNS)))
    is_odd = _PLAIN.fullmatch(raw) is None and letters != ""
    return core, letters, fold(core), bool(_END.search(shown)), is_odd


@lru_cache(maxsize=4096)
def _plainly(raw: str) -> tuple[str, ...]:
    return tuple(word for word in read(raw).words if word != STOP)


def _chunks(text: str) -> list[_Chunk]:
    """The pieces between white space."""
    known: dict[str, tuple[str, str, str, bool, bool]] = {}
    found = []
    for match in _CHUNK.finditer(text):
        raw = match.group()
        found.append(_Chunk(match.start(), match.end(), *(known.get(raw) or known.setdefault(raw, _shown(raw)))))
    return found
