"""Matching in the plainest way: each story is compared with what the reader asks, one after the other, then all sorted.

It shares with the index how values are read and how alike two of them are, and nothing of how it is quick.
"""

from __future__ import annotations

from collections import Counter
from math import log

from snowdrop.stories.matching import Asked, Told
from snowdrop.stories.matching.comparing import EXPECTED, UNIT, Wish, wish_of
from snowdrop.stories.matching.likeness import HEARD, terms_alike
from snowdrop.stories.matching.postings import _B, _K1, ENOUGH_TERMS, LEAST_WEIGHT, MOST_PLACES, MOST_TERMS
from snowdrop.stories.matching.telling import Sure, Value, values_of
from snowdrop.stories.matching.words import terms_of
from snowdrop.stories.vocabulary import Axis

Values = dict[Axis, Value]


def nearest(stories: list[Told], asked: Asked, most: int) -> list[tuple[int, float]]:
    """Numbers and scores of the nearest, in order."""
    wish = wish_of(asked)
    if not wish.full:
        return []
    told = [values_of(story.facets, story.text, story.language) for story in stories]
    expected = {axis: _expected(axis, wish, told) for axis in wish.gives}
    words = _words(stories, wish)
    scored = []
    for story, values, like_words in zip(stories, told, words, strict=True):
        kinds = values[Axis.KIND_OF_LOSS].terms if Axis.KIND_OF_LOSS in values else frozenset()
        if wish.hidden_kinds.isdisjoint(kinds) and wish.hidden_notes.isdisjoint(story.notes):
            total = like_words + sum(
                round(_likeness(axis, wish, values, expected[axis]) * (wish.weights[axis] * UNIT))
                for axis in wish.gives
            )
            scored.append((total, story.number))
    scored.sort(reverse=True)
    return [(number, round(total / wish.full, 4)) for total, number in scored[:most]]


def _expected(axis: Axis, wish: Wish, told: list[Values]) -> float:
    given = wish.gives[axis].terms
    alike = [
        terms_alike(axis, given, values[axis].terms)
        for values in told
        if axis in values and values[axis].sure is not Sure.HEARD
    ]
    return min(EXPECTED, sum(alike) / max(1, len(alike)))


def _likeness(axis: Axis, wish: Wish, values: Values, expected: float) -> float:
    if axis not in values:
        return expected
    alike = terms_alike(axis, wish.gives[axis].terms, values[axis].terms)
    return expected + HEARD * (alike - expected) if values[axis].sure is Sure.HEARD else alike


def _words(stories: list[Told], wish: Wish) -> list[int]:
    """How like the reader's words each story is."""
    texts = [Counter(terms_of(story.text)) for story in stories]
    holding = Counter(term for text in texts for term in text)
    known = sorted({term for term in terms_of(wish.words) if holding[term]}, key=lambda term: (holding[term], term))
    asked = [
        term
        for place, term in enumerate(known[:MOST_TERMS])
        if not place or sum(holding[other] for other in known[: place + 1]) <= MOST_PLACES
    ]
    weights = {term: log(1 + (len(texts) - holding[term] + 0.5) / (holding[term] + 0.5)) for term in asked}
    full = max(LEAST_WEIGHT, sum(sorted(weights.values(), reverse=True)[:ENOUGH_TERMS]))
    mean = max(1.0, sum(text.total() for text in texts) / max(1, len(texts)))
    likeness = []
    for text in texts:
        length = _K1 * (1 - _B + _B * text.total() / mean)
        score = sum(weights[term] * text[term] * (_K1 + 1) / (text[term] + length) for term in asked)
        likeness.append(round(min(1, score / full) * int(wish.words_weight * UNIT)))
    return likeness
