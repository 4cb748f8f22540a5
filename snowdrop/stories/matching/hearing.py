"""Hears in a text what its writer did not give on an axis. It moves stories a little; nothing heard is ever said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from snowdrop.stories.matching.numbers import months_heard, weeks_heard
from snowdrop.stories.matching.reading import Term, Terms, read
from snowdrop.stories.matching.spelling import LONGEST_PHRASE, spellings
from snowdrop.stories.matching.words import words_of
from snowdrop.stories.vocabulary import Axis

MOST_WORDS: Final = 3000
"""Of a text that are listened to."""

_NOT: Final = frozenset(
    words_of(
        "no not never without isn wasn weren didn nein nicht kein keine keinen ohne nunca sin ni non pas aucun sans"
    )
)
_REACH: Final = 2
"""Words before a phrase in which a “not” turns it."""
_SAY_NO_THEMSELVES: Final = frozenset({Axis.NO_LIVING_CHILDREN, Axis.FAITH, Axis.PARTNER_SITUATION})


def hear(text: str) -> Mapping[Axis, Terms]:
    """The terms of each axis that a text tells of in one of the known phrases, and not as something that was not so."""
    words = words_of(text)[:MOST_WORDS]
    found: dict[Axis, set[Term]] = {}
    for axis, key in _phrases_in(words):
        found.setdefault(axis, set()).add(key)
    for axis, number in ((Axis.GESTATION_WEEKS, weeks_heard(words)), (Axis.MONTHS_SINCE, months_heard(words))):
        if number is not None:
            found[axis] = set(read(axis, number))
    if len(found.get(Axis.MULTIPLES, ())) > 1:
        found[Axis.MULTIPLES].discard("several")
    return {axis: frozenset(terms) for axis, terms in found.items()}


def _phrases_in(words: Sequence[str]) -> list[tuple[Axis, str]]:
    known = spellings()
    found: list[tuple[Axis, str]] = []
    at = 0
    while at < len(words):
        if words[at] not in known.begin_in_text:
            at += 1
            continue
        keys: tuple[tuple[Axis, str], ...] = ()
        length = 1
        for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
            keys = known.in_text.get(tuple(words[at : at + length]), ())
            if keys:
                break
        turned = not _NOT.isdisjoint(words[max(0, at - _REACH) : at])
        found += [(axis, key) for axis, key in keys if not turned or axis in _SAY_NO_THEMSELVES]
        at += length if keys else 1
    return found
