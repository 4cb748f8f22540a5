"""Reads a text of any script as plain words: without case, accents, points and vowel signs that people leave out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

MOST_CHARACTERS: Final = 40_000
"""Of a story, or of a reader's words; what comes behind is not read. Twice the longest story that a form takes."""

STEM: Final = 6
"""Letters by which words in Latin, Greek and Cyrillic are known, so that most endings do not matter."""

_MARKS: Final = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\ufe0f]"
)
"""Accents, Hebrew points, Arabic vowel signs and stretching, and signs that are not seen. Vowel signs of Thai and of
the scripts of India are letters to their readers and stay."""
_LETTERS: Final = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", "ـ": ""}
)
_WORD: Final = re.compile(r"[^\W_]+(?:[\u0900-\u0eff][^\W_]*)*")
_UNSPACED: Final = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)"
)
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese: written without gaps between words."""
_ENDED: Final = re.compile("[a-z\u0370-\u04ff]+")


def fold(text: str) -> str:
    """The text in small letters without marks, in the one way in which signs that look alike are written."""
    apart = unicodedata.normalize("NFKD", text[:MOST_CHARACTERS]).casefold().translate(_LETTERS)
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", apart)))


def words_of(text: str) -> list[str]:
    """The words as they stand, folded; what joins them (hyphens, underscores) parts them."""
    return _WORD.findall(fold(text))


def terms_of(text: str) -> Iterator[str]:
    """What a text is searched by: stems of words, and pairs of signs where a script has no gaps between words."""
    for word in words_of(text):
        yield from _terms_of_word(word)


@lru_cache(maxsize=200_000)
def _terms_of_word(word: str) -> tuple[str, ...]:
    terms: list[str] = []
    for piece in filter(None, _UNSPACED.split(word)):
        if _UNSPACED.match(piece):
            terms += [piece[at : at + 2] for at in range(max(1, len(piece) - 1))]
        elif _ENDED.fullmatch(piece):
            terms.append(piece[:STEM])
        else:
            terms.append(piece.removeprefix("ال") if len(piece) > 4 else piece)
    return tuple(terms)
