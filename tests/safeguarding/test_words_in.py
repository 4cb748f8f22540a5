"""Looking for the words of a text alone finds the words that reading it finds."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from snowdrop.safeguarding.reading.words import Mending, read, words_in
from snowdrop.safeguarding.reading.writing import STOP

TEXTS = st.text(st.sampled_from("abLL09'`_ .,;-\n\u2019\u00e9\u00df\u05d0\u200d\u0301"), max_size=60)


@given(TEXTS)
@example("a''''b, c'd''e")
def test_the_words_alone_are_those_of_the_reading(text: str) -> None:
    assert words_in(text) == frozenset(read(text).words) - {STOP}


def test_a_word_that_was_looked_at_before_means_what_it_meant() -> None:
    mending = Mending(frozenset({"miscarriage", "blessing"}))
    for _ in range(2):
        assert mending.with_meant(frozenset({"miscariage", "blesing", "table"})) == {
            *("miscariage", "blesing", "table"),
            *("miscarriage", "blessing"),
        }
