"""The quick way finds exactly what the plain way finds, whatever is told and asked, put in and taken out."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snowdrop.stories.matching import Asked, Told
from snowdrop.stories.matching.index import Index
from snowdrop.stories.vocabulary import CHOICES, Axis
from tests.stories import brute_force
from tests.stories.giving import askings, stories_of, tellings

patient = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def found(index: Index, asked: Asked, most: int) -> list[tuple[int, float]]:
    return [(match.number, match.score) for match in index.nearest(asked, most)]


@patient
@given(st.lists(tellings, max_size=40), askings, st.integers(1, 25))
def test_it_finds_what_comparing_one_by_one_finds(told: list[Any], asked: Asked, most: int) -> None:
    stories, index = stories_of(told), Index()
    index.put_many(stories)

    assert found(index, asked, most) == brute_force.nearest(stories, asked, most)


@patient
@given(st.lists(tellings, min_size=1, max_size=12), askings, st.data())
def test_one_by_one_with_some_taken_out_is_the_same_as_never_there(told: list[Any], asked: Asked, data: Any) -> None:
    stories, index = stories_of(told), Index()
    asked = replace(asked, words="")  # how rare a word is still counts stories that are gone, until the index is tidied
    for story in stories:
        index.put(story)
    gone = data.draw(st.sets(st.sampled_from([story.number for story in stories])))
    for number in gone:
        index.take_out(number)

    left = [story for story in stories if story.number not in gone]

    assert len(index) == len(left)
    assert found(index, asked, 20) == brute_force.nearest(left, asked, 20)


def test_it_is_exact_among_many_too() -> None:
    chance = random.Random(3)

    def facets() -> dict[str, Any]:
        given: dict[str, Any] = {axis.value: chance.choice(choices.values) for axis, choices in CHOICES.items()}
        given |= {Axis.GESTATION_WEEKS: chance.randint(5, 42), Axis.MONTHS_SINCE: int(chance.expovariate(1 / 40))}
        return {key: value for key, value in given.items() if chance.random() < 0.6}

    stories = [Told(number, facets()) for number in range(20_000)]
    index = Index()
    index.put_many(stories)
    for _ in range(5):
        gives = facets()
        asked = Asked(gives, tuple(chance.sample(sorted(gives), min(3, len(gives)))))

        assert found(index, asked, 20) == brute_force.nearest(stories, asked, 20)


def test_a_story_is_found_as_soon_as_it_is_put_in_and_not_any_more_once_it_is_taken_out() -> None:
    index, asked = Index(), Asked({"kind_of_loss": "molar"}, words="a hat that somebody knitted")
    index.put_many(Told(number, {"kind_of_loss": "stillbirth"}) for number in range(1000))

    index.put(Told(5000, {"kind_of_loss": "Molar pregnancy"}, "Somebody knitted a hat."))
    assert index.nearest(asked)[0].number == 5000

    index.take_out(5000)
    index.take_out(5000)
    assert 5000 not in {match.number for match in index.nearest(asked, 1000)}


def test_a_story_that_is_told_anew_is_there_once() -> None:
    index = Index()
    index.put(Told(1, {"kind_of_loss": "ectopic"}))
    index.put(Told(1, {"kind_of_loss": "molar"}))

    assert len(index) == 1
    assert [match.score for match in index.nearest(Asked({"kind_of_loss": "molar"}))] == [1.0]


@patient
@given(st.lists(tellings, min_size=1, max_size=12), askings, st.data())
def test_tidying_leaves_no_trace_of_what_is_gone(told: list[Any], asked: Asked, data: Any) -> None:
    stories, index = stories_of(told), Index()
    index.put_many(stories)
    gone = data.draw(st.sets(st.sampled_from([story.number for story in stories])))
    for number in gone:
        index.take_out(number)

    index.tidy()
    left = [story for story in stories if story.number not in gone]

    assert found(index, asked, 20) == brute_force.nearest(left, asked, 20)


def test_the_index_tidies_itself_when_many_stories_are_gone() -> None:
    index = Index()
    index.put_many(Told(number, {"kind_of_loss": "molar"}, f"word{number}") for number in range(2000))
    before = index.nbytes

    for number in range(1500):
        index.take_out(number)

    assert len(index) == 500
    assert index.nbytes < before * 0.6  # tidied once, when 1001 were gone
