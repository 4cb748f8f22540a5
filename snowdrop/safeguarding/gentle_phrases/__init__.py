"""The phrases that are known to hurt, one package per language."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import Final

from snowdrop.safeguarding.gentle_phrases.hurts import GentlePhrases, Hurt, Nature
from snowdrop.safeguarding.reading.matching import Find, Finder

__all__ = ["LANGUAGES", "Find", "GentleFinder", "Hurt", "Nature", "finder_for", "finders_for"]

LANGUAGES: Final = {"en": "english", "es": "spanish", "de": "german", "fr": "french"}
"""The languages that have a phrase set, and the package of each. English stands first: it is read first when in doubt."""


class GentleFinder(Finder[Hurt]):
    """Finds the hurts of one language."""

    phrases: GentlePhrases


@lru_cache(maxsize=len(LANGUAGES))
def finder_for(language: str) -> GentleFinder:
    """The finder of one of LANGUAGES, made on first use and then kept."""
    package = import_module(f"{__name__}.{LANGUAGES[language]}")
    return GentleFinder(package.PHRASES)


@lru_cache(maxsize=256)
def finders_for(language: str) -> tuple[GentleFinder, ...]:
    """The finder for a language tag ("de", "de-AT", "pt_BR"); all of them, English first, when it has no phrase set."""
    known = language.replace("_", "-").split("-")[0].lower()
    return tuple(finder_for(name) for name in ([known] if known in LANGUAGES else LANGUAGES))
