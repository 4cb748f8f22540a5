"""The phrases that attack, sell, or tell of danger, one package per language, and which of them a text is read with."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import Final

from snowdrop.safeguarding.reading.unveiling import Vocabulary
from snowdrop.safeguarding.screen_phrases.signs import ScreenFinder, Sign

__all__ = ["LANGUAGES", "ScreenFinder", "Sign", "finder_for", "languages_of", "vocabulary_of"]

LANGUAGES: Final = {"en": "english", "es": "spanish", "de": "german", "fr": "french"}
"""The languages that have a phrase set, and the package of each."""

_CLEAR: Final = 2
"""Common words of a language that a text holds at least if it is said to be written in it."""


@lru_cache(maxsize=len(LANGUAGES))
def finder_for(language: str) -> ScreenFinder:
    """The finder of one of LANGUAGES, made on first use and then kept."""
    package = import_module(f"{__name__}.{LANGUAGES[language]}")
    return ScreenFinder(package.PHRASES)


@lru_cache(maxsize=32)
def vocabulary_of(languages: tuple[str, ...]) -> Vocabulary:
    """Every word of the lines of these languages, ready to recognise what is spelled in a hidden way."""
    return Vocabulary(*(finder_for(language).mending.vocabulary for language in languages))


def languages_of(words: frozenset[str], said: str) -> tuple[str, ...]:
    """The languages that a text of these folded words is read in: what it is said to be, and what it seems to be.

    Guests write in their own language on a page in another, so what a form says is not enough. A text with few common
    words, or said to be in a language without a phrase set, is read in all.
    """
    known = said.replace("_", "-").split("-")[0].lower()
    counted = {language: len(words & finder_for(language).phrases.common_words) for language in LANGUAGES}
    most = max(counted.values())
    clear = known in LANGUAGES and most >= _CLEAR
    seeming = [language for language in LANGUAGES if not clear or 2 * counted[language] >= most]
    return tuple(dict.fromkeys([known, *seeming] if known in LANGUAGES else seeming))
