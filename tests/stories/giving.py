"""Whatever people may give: stories and questions for property tests."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from snowdrop.stories.matching import Asked, Told
from snowdrop.stories.vocabulary import CHOICES, Axis, ContentNote, KindOfLoss

_ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.lists(st.text(max_size=5), max_size=3),
)


def _value_of(axis: Axis) -> st.SearchStrategy[Any]:
    usual: st.SearchStrategy[Any] = st.integers(0, 45)
    if axis in CHOICES:
        usual = st.sampled_from(CHOICES[axis].values)
        usual = st.one_of(usual, st.lists(usual, min_size=1, max_size=3))
    elif axis in (Axis.LANGUAGE, Axis.COUNTRY, Axis.BACKGROUND):
        usual = st.sampled_from(["de", "English", "es", "fr", "Black", "Yoruba"])
    return st.one_of(usual, usual, usual, _ODD)


facets = st.fixed_dictionaries({}, optional={axis.value: _value_of(axis) for axis in Axis})

_WORDS = [
    "twins",
    "NICU",
    "snow",
    "garden",
    "hace tres años",
    "Fehlgeburt",
    "雪の朝",
    "stillborn",
    "no IVF",
    "the",
    "at 23 weeks",
]
words = st.lists(st.sampled_from(_WORDS), max_size=5).map(" ".join)

notes = st.lists(st.sampled_from(ContentNote.values), max_size=2).map(tuple)

tellings = st.tuples(facets, words, notes, st.sampled_from(["", "en", "de-AT"]), st.integers(1, 9))

askings = st.builds(
    Asked,
    gives=facets,
    matters=st.lists(st.sampled_from([axis.value for axis in Axis]), max_size=4).map(tuple),
    words=words,
    hidden_kinds=st.lists(st.sampled_from(KindOfLoss.values), max_size=1).map(tuple),
    hidden_notes=notes,
)


def stories_of(told: list[Any]) -> list[Told]:
    """Stories with numbers that say nothing of their order."""
    return [
        Told(number * 7 % 1009, given, text, language, marked, author)
        for number, (given, text, marked, language, author) in enumerate(told, start=1)
    ]
