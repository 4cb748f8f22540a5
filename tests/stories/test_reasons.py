"""A reason says only what both gave, in a sentence, and nothing that fewer authors share than k."""

from __future__ import annotations

import itertools

import pytest
from django.utils.translation import override

from snowdrop.stories.matching import Asked, Told
from snowdrop.stories.matching.index import Index
from snowdrop.stories.matching.likeness import WEAK
from snowdrop.stories.matching.reasons import IN_GENERAL, LEAST_AUTHORS, SENTENCES, WORDS, labels_of
from snowdrop.stories.vocabulary import CHOICES, NUMBERS, Axis

TWINS = {"multiples": "one of twins", "kind_of_loss": "neonatal", "faith": "jewish"}


def an_index(count: int, facets: dict[str, object], *, authors: int | None = None, text: str = "") -> Index:
    """So many stories that tell the same, by so many authors; without a word on authors each has its own."""
    index = Index()
    index.put_many(
        Told(number, facets, text, "", (), None if authors is None else number % authors) for number in range(count)
    )
    return index


def reasons(index: Index, asked: Asked) -> list[str]:
    return [reason.axis for reason in index.nearest(asked, 1)[0].reasons]


def test_it_says_in_a_sentence_what_both_gave() -> None:
    match = an_index(LEAST_AUTHORS, TWINS).nearest(Asked({"multiples": "one of twins", "role": "mother"}))[0]

    assert [str(reason.sentence) for reason in match.reasons] == ["You both wrote of losing one of twins."]


def test_what_is_shared_by_fewer_authors_is_not_said() -> None:
    asked = Asked({"faith": "jewish"})

    assert reasons(an_index(LEAST_AUTHORS, TWINS), asked) == ["faith"]
    assert reasons(an_index(LEAST_AUTHORS - 1, TWINS), asked) == [IN_GENERAL]


def test_several_stories_of_one_author_count_once() -> None:
    asked = Asked({"faith": "jewish"})

    assert reasons(an_index(50, TWINS, authors=LEAST_AUTHORS - 1), asked) == [IN_GENERAL]
    assert reasons(an_index(50, TWINS, authors=LEAST_AUTHORS), asked) == ["faith"]


def test_a_combination_is_said_only_if_enough_share_all_of_it() -> None:
    index = an_index(LEAST_AUTHORS, {"faith": "jewish"})
    for number in range(100, 100 + LEAST_AUTHORS):
        index.put(Told(number, {"country": "ie"}))
    index.put(Told(500, {"faith": "jewish", "country": "ie"}))

    match = index.nearest(Asked({"faith": "jewish", "country": "Ireland"}))[0]

    assert match.number == 500
    assert [reason.axis for reason in match.reasons] == ["faith"]


def test_what_is_too_rare_is_said_more_generally() -> None:
    index = an_index(LEAST_AUTHORS, {"kind_of_loss": "miscarriage"})
    index.put(Told(99, {"kind_of_loss": "molar"}))

    match = index.nearest(Asked({"kind_of_loss": "molar"}))[0]

    assert match.number == 99
    assert [str(reason.sentence) for reason in match.reasons] == ["You both wrote of a loss early in pregnancy."]


def test_a_story_that_is_taken_out_does_not_count_any_more() -> None:
    index = an_index(LEAST_AUTHORS, TWINS)
    assert index.enough_share({"faith": "jewish"})

    index.take_out(0)

    assert not index.enough_share({"faith": "jewish"})
    assert reasons(index, Asked({"faith": "jewish"})) == [IN_GENERAL]


def test_a_filter_of_what_enough_authors_tell_together_may_be_shown_and_no_other() -> None:
    index = an_index(LEAST_AUTHORS, TWINS)

    assert index.enough_share({"faith": "Jewish", "multiples": "one of twins"})
    assert not index.enough_share({"faith": "Jewish", "multiples": "both twins"})
    assert not index.enough_share({"faith": "Muslim"})


def test_what_was_only_heard_is_never_said() -> None:
    index = an_index(20, {"multiples": "one of twins"})
    index.put(Told(99, {"country": "ie"}, "One of our twins lived."))

    for asked in (
        Asked({"multiples": "one of twins", "country": "ie"}),
        Asked({"country": "ie"}, (), "one of our twins"),
    ):
        match = next(match for match in index.nearest(asked, 30) if match.number == 99)

        assert {reason.axis for reason in match.reasons} <= {IN_GENERAL, WORDS}


def test_words_that_stand_in_the_story_are_a_reason() -> None:
    index = an_index(20, {"kind_of_loss": "infant"})
    index.put(Told(77, {}, "The snowdrops came early that winter."))

    assert reasons(index, Asked(words="snowdrops that winter")) == [WORDS]


def test_that_both_lack_something_is_no_reason() -> None:
    index = an_index(20, {axis.value: value for axis, value in WEAK.items()})

    assert set(reasons(index, Asked({axis.value: value for axis, value in WEAK.items()}))) <= {IN_GENERAL}


@pytest.mark.parametrize("axis", list(Axis))
def test_whatever_can_be_said_has_a_sentence(axis: Axis) -> None:
    own = [3, 4, 40] if axis in NUMBERS else ["=yoruba", "es"]
    terms = CHOICES[axis].values if axis in CHOICES else own

    for one, other in itertools.product(terms, repeat=2):
        for label in labels_of(axis, frozenset({one}), frozenset({other})):
            assert str(SENTENCES[axis, label]).endswith(".")


def test_sentences_are_translatable() -> None:
    reason = an_index(LEAST_AUTHORS, TWINS).nearest(Asked({"faith": "jewish"}))[0].reasons[0]

    with override("xx"):
        assert str(reason.sentence)
    assert not isinstance(reason.sentence, str)
