"""What matching finds feels nearer than what text search, the newest first, or chance finds."""

from __future__ import annotations

import pytest

from tests.matching import figures, grades_of, ndcg
from tests.stories.relevance.grading import SETS, grade, readers
from tests.stories.relevance.lives import lives


@pytest.mark.parametrize("name", SETS)
def test_matching_finds_what_feels_nearer(name: str) -> None:
    found = figures(name)
    matching = found.pop("matching")

    assert matching > 0.75
    assert matching > max(found.values()) + 0.2


def test_the_set_is_large_and_in_four_languages() -> None:
    everybody = [reader for name in SETS for reader in readers(name)]

    assert len(lives()) >= 300 and len(everybody) >= 60
    assert {life.lang for life in lives()} == {"en", "es", "de", "fr"}
    assert len({reader.id for reader in everybody}) == len(everybody)


@pytest.mark.parametrize("name", SETS)
def test_each_reader_has_something_near_and_much_that_is_not(name: str) -> None:
    for reader in readers(name):
        grades = grades_of(reader)
        assert max(grades) >= 2, reader.id
        assert sum(map(bool, grades)) < 0.6 * len(grades), reader.id


def test_a_grade_follows_the_readers_own_rules() -> None:
    reader = readers("to_tune_on")[0]

    assert grade(reader, {"kind": "stillbirth", "nolc": True, "lang": "en"}) == 3
    assert grade(reader, {"kind": "stillbirth", "nolc": True, "lang": "fr"}) == 2
    assert grade(reader, {"kind": "stillbirth", "lang": "en"}) == 1
    assert grade(reader, {"kind": "molar", "lang": "en"}) == 0


def test_the_figure_is_one_for_the_best_order_and_nothing_for_none() -> None:
    grades = [0, 3, 1]

    assert ndcg([1, 2, 0], grades) == 1
    assert 0 < ndcg([0, 2, 1], grades) < 1
    assert ndcg([], grades) == 0
