"""Loads how people write what they give (`spellings.txt`): for each axis, phrases of folded words and their keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from snowdrop.stories.matching.words import words_of
from snowdrop.stories.vocabulary import Axis

LONGEST_PHRASE: Final = 6
"""Words."""

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spellings:
    """The phrases by axis that are understood as a value, and those of all axes that are heard in a text."""

    as_value: Mapping[Axis, Mapping[Phrase, str]]
    in_text: Mapping[Phrase, tuple[tuple[Axis, str], ...]]
    begin_in_text: frozenset[str]
    """The first words of phrases that are heard: most words of a text begin none."""


@cache
def spellings() -> Spellings:
    """Read once, when the first value is."""
    as_value: dict[Axis, dict[Phrase, str]] = {axis: {} for axis in Axis}
    in_text: dict[Phrase, list[tuple[Axis, str]]] = {}
    for axis, key, spelling in _lines():
        phrase = tuple(words_of(spelling))
        if not spelling.startswith("+"):
            as_value[axis].setdefault(phrase, key)
        if not spelling.startswith("~"):
            in_text.setdefault(phrase, []).append((axis, key))
    heard = {phrase: tuple(keys) for phrase, keys in in_text.items()}
    return Spellings(as_value, heard, frozenset(phrase[0] for phrase in heard))


def _lines() -> Iterator[tuple[Axis, str, str]]:
    """Axis, key and one spelling with its sign; a key is a spelling of itself."""
    axis = Axis.KIND_OF_LOSS
    for line in Path(__file__).with_name("spellings.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            axis = Axis(line.strip("[]"))
        elif line.strip() and not line.startswith("#"):
            key, _, said = line.partition(":")
            yield axis, key, f"~{key}"
            for spelling in said.split(","):
                if words_of(spelling):
                    yield axis, key, spelling.strip()
