"""Reads what was given on an axis, however it is written, as plain terms that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any, Final

from snowdrop.stories.matching.numbers import months_in, number_in, weeks_in
from snowdrop.stories.matching.spelling import LONGEST_PHRASE, spellings
from snowdrop.stories.matching.words import words_of
from snowdrop.stories.vocabulary import MOST_CHILDREN, MOST_MONTHS, MOST_WEEKS, NUMBERS, Axis

Term = str | int
"""A key of the vocabulary, a number, or a word that no list knows (which is like itself alone)."""
Terms = frozenset[Term]

NOTHING: Final[Terms] = frozenset()

MOST_TERMS: Final = 12
"""Of one value: more are not compared."""

_MOST: Final = {Axis.GESTATION_WEEKS: MOST_WEEKS, Axis.MONTHS_SINCE: MOST_MONTHS, Axis.LIVING_CHILDREN: MOST_CHILDREN}

_YEARS_IN_PARTS: Final = re.compile(
    r"\b([0-9]{1,2}[.,][0-9]{1,2}) *(?:years?|yrs?|años?|jahren?|ans?)\b", re.IGNORECASE
)
_UNSAID: Final = frozenset(
    tuple(words_of(said))
    for said in (
        *("", "unknown", "not known", "n/a", "na", "null", "rather not say", "prefer not to say", "not said", "unsure"),
        *("not given", "any", "unspecified", "not specified"),
        *("desconocido", "no se", "prefiero no decirlo", "unbekannt", "keine angabe", "inconnu", "je ne sais pas"),
    )
)
_NOT: Final = frozenset(
    words_of("no not none never without nein nicht kein keine keinen ohne ningun ninguna sin non pas aucun aucune sans")
)
_YES: Final = {Axis.MULTIPLES: "several", Axis.FIRST_OR_AGAIN: "first"}
_NO: Final = {Axis.MULTIPLES: "one", Axis.FIRST_OR_AGAIN: "again", Axis.FAITH: "none"}
_CAN_BE_NO: Final = frozenset(
    {Axis.MULTIPLES, Axis.DECISION_INVOLVED, Axis.NO_LIVING_CHILDREN, Axis.FERTILITY_TREATMENT, Axis.LGBTQ, Axis.FAITH}
)
_GENERAL: Final = frozenset(
    {
        (Axis.MULTIPLES, "several"),
        (Axis.ROLE, "parent"),
        (Axis.FAITH, "christian"),
        (Axis.FERTILITY_TREATMENT, "yes"),
        (Axis.KIND_OF_LOSS, "other"),
        (Axis.KIND_OF_LOSS, "multiples"),
        (Axis.PLACE_OF_CARE, "hospital"),
        (Axis.BACKGROUND, "white"),
    }
)
"""Terms that say less than any other on their axis: left out where another stands beside them."""


def read(axis: Axis, given: Any) -> Terms:
    """The terms of a value of any shape: words, a number, yes or no, or a list of these. None of it is a mistake."""
    if isinstance(given, str | bool | int | float):
        return _read_one(axis, given)
    if given is None:
        return NOTHING
    if isinstance(given, Mapping):
        given = [key for key, value in given.items() if value]
    if isinstance(given, Iterable):
        several = [read(axis, one) for one in islice(given, MOST_TERMS)]
        return _without_general(axis, NOTHING.union(*several))
    return _read_one(axis, str(given))


@lru_cache(maxsize=100_000, typed=True)
def _read_one(axis: Axis, given: str | bool | int | float) -> Terms:
    if isinstance(given, bool):
        return _read_yes_or_no(axis, given)
    if axis in NUMBERS:
        return _read_number(axis, given)
    if isinstance(given, int | float):
        return _read_figure(axis, given)
    return _read_words(axis, words_of(given[:1000]))


def _read_yes_or_no(axis: Axis, said: bool) -> Terms:
    if axis is Axis.LIVING_CHILDREN:
        return frozenset({1 if said else 0})
    if axis in _CAN_BE_NO or axis in _YES:
        return frozenset({_YES.get(axis, "yes") if said else _NO.get(axis, "no")})
    return NOTHING


def _read_number(axis: Axis, given: str | int | float) -> Terms:
    """A whole number within what is possible; what is not a number, or not possible, counts as not given."""
    if isinstance(given, str):
        words = words_of(_YEARS_IN_PARTS.sub(lambda said: f"{_months(said[1])} months ", given[:1000]))
        by_axis = {Axis.GESTATION_WEEKS: weeks_in, Axis.MONTHS_SINCE: months_in, Axis.LIVING_CHILDREN: number_in}
        found = by_axis[axis](words)
    else:
        found = int(given) if abs(given) < 10_000 else None  # not so for “not a number”
    if found is None or not 0 <= found <= _MOST[axis]:
        return NOTHING
    return frozenset({_in_steps(found) if axis is Axis.MONTHS_SINCE else found})


def _months(years: str) -> int:
    """Of “1.5” or “1,5” years."""
    return round(12 * float(years.replace(",", ".")))


def _in_steps(months: int) -> int:
    """Single months for three years, then half years, after ten years whole ones: nobody counts finer."""
    step = 1 if months <= 36 else 6 if months <= 120 else 12
    return months // step * step


def _read_figure(axis: Axis, given: float) -> Terms:
    """Figures where words are usual: the second loss, two babies, 0 and 1 for no and yes."""
    if axis is Axis.FIRST_OR_AGAIN:
        return frozenset({"first" if given <= 1 else "again"})
    if axis is Axis.MULTIPLES:
        return frozenset({"one" if given <= 1 else "several"})
    return _read_yes_or_no(axis, given > 0) if axis in _CAN_BE_NO else frozenset({str(given)})


def _read_words(axis: Axis, words: list[str]) -> Terms:
    if tuple(words) in _UNSAID:
        return NOTHING
    if len(words) == 1 and words[0].isascii() and words[0].isdigit():
        return _read_figure(axis, int(words[0][:4]))
    phrases = spellings().as_value[axis]
    whole = phrases.get(tuple(words))
    if whole is not None:
        return frozenset({whole})
    if words[0] in _NOT and axis in _CAN_BE_NO:
        opposite = phrases.get(tuple(words[1:]))
        return frozenset({"yes" if opposite == "no" and axis is Axis.NO_LIVING_CHILDREN else _NO.get(axis, "no")})
    found: set[Term] = set()
    at = 0
    while at < len(words):
        lengths = range(min(LONGEST_PHRASE, len(words) - at), 0, -1)
        longest = next((length for length in lengths if tuple(words[at : at + length]) in phrases), 0)
        if longest:
            found.add(phrases[tuple(words[at : at + longest])])
        at += max(1, longest)
    if not found:
        found = {f"={word}" for word in words if len(word) > 2 or len(words) == 1}
    return _without_general(axis, frozenset(sorted(found, key=str)[:MOST_TERMS]))


def _without_general(axis: Axis, terms: Terms) -> Terms:
    special = frozenset(term for term in terms if (axis, term) not in _GENERAL)
    return special or terms
