"""Matching reads what people give in their own spelling, weighs what matters to them, hides what they cannot read."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snowdrop.stories.matching import Asked, Told
from snowdrop.stories.matching.hearing import hear
from snowdrop.stories.matching.index import Index
from snowdrop.stories.matching.likeness import PARTLY, alike
from snowdrop.stories.matching.reading import read
from snowdrop.stories.matching.words import fold
from snowdrop.stories.vocabulary import CHOICES, Axis


def an_index(*stories: Told) -> Index:
    index = Index()
    index.put_many(stories)
    return index


def numbers(index: Index, asked: Asked, most: int = 20) -> list[int]:
    return [match.number for match in index.nearest(asked, most)]


SPELLED: list[tuple[Axis, Any, Any]] = [
    (Axis.KIND_OF_LOSS, "Late-Miscarriage", {"second_trimester_loss"}),
    (Axis.KIND_OF_LOSS, ["Stillborn", "TFMR"], {"stillbirth", "tfmr"}),
    (Axis.KIND_OF_LOSS, "Totgeburt", {"stillbirth"}),
    (Axis.KIND_OF_LOSS, "fausse couche", {"miscarriage"}),
    (Axis.KIND_OF_LOSS, "EMBARAZO ECTÓPICO", {"ectopic"}),
    (Axis.KIND_OF_LOSS, "something nobody has named", {"=something", "=nobody", "=has", "=named"}),
    (Axis.GESTATION_WEEKS, "23+4", {23}),
    (Axis.GESTATION_WEEKS, "32. SSW", {32}),
    (Axis.GESTATION_WEEKS, 900, set()),
    (Axis.GESTATION_WEEKS, float("nan"), set()),
    (Axis.MONTHS_SINCE, "2 years", {24}),
    (Axis.MONTHS_SINCE, "1 año y 3 meses", {15}),
    (Axis.MONTHS_SINCE, "recent", {0}),
    (Axis.MONTHS_SINCE, "1.5 years", {18}),
    (Axis.MONTHS_SINCE, 7.9, {7}),
    (Axis.FERTILITY_TREATMENT, "0", {"no"}),
    (Axis.FIRST_OR_AGAIN, "3", {"again"}),
    (Axis.LANGUAGE, "en-GB", {"en"}),
    (Axis.MULTIPLES, "Twin pregnancy, one survivor", {"one_of_twins"}),
    (Axis.FIRST_OR_AGAIN, 2, {"again"}),
    (Axis.MULTIPLES, "twins, one survived", {"one_of_twins"}),
    (Axis.MULTIPLES, False, {"one"}),
    (Axis.NO_LIVING_CHILDREN, "yes", {"yes"}),
    (Axis.LIVING_CHILDREN, "one older daughter", {1}),
    (Axis.ROLE, "Mum", {"birthing_parent"}),
    (Axis.FAITH, "not religious", {"none"}),
    (Axis.LANGUAGE, "Español", {"es"}),
    (Axis.BACKGROUND, "Black British", {"black"}),
    (Axis.FERTILITY_TREATMENT, "2 rounds of IVF", {"ivf"}),
    (Axis.COUNTRY, "Österreich", {"at"}),
    (Axis.PLACE_OF_CARE, "NICU", {"neonatal_unit"}),
    (Axis.FAITH, "prefer not to say", set()),
    (Axis.FAITH, None, set()),
    (Axis.LGBTQ, {"queer": True, "trans": False}, {"yes"}),
]


@pytest.mark.parametrize(("axis", "given", "terms"), SPELLED)
def test_a_value_is_understood_however_it_is_spelled(axis: Axis, given: Any, terms: set[Any]) -> None:
    assert read(axis, given) == terms


@given(
    st.sampled_from(list(Axis)),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=6,
    ),
)
def test_no_value_is_a_mistake(axis: Axis, given: Any) -> None:
    read(axis, given)


@pytest.mark.parametrize(("axis", "key"), [(axis, key) for axis, choices in CHOICES.items() for key in choices.values])
def test_every_choice_of_a_form_is_understood_as_itself(axis: Axis, key: str) -> None:
    assert read(axis, key) == {key}


def test_every_pair_that_is_partly_alike_is_of_keys_that_there_are() -> None:
    for axis, pairs in PARTLY.items():
        for one, other in pairs:
            assert read(axis, one) == {one}
            assert alike(axis, one, other) == alike(axis, other, one) < 1


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        (
            "We lost one of our twins at 23 weeks, three years ago.",
            {"multiples": {"one_of_twins"}, "gestation_weeks": {23}},
        ),
        (
            "Perdimos a uno de nuestros gemelos en la semana 30.",
            {"multiples": {"one_of_twins"}, "gestation_weeks": {30}},
        ),
        ("Es war in der 38. Woche, vor drei Jahren.", {"gestation_weeks": {38}, "months_since": {36}}),
        ("C'était après une FIV.", {"fertility_treatment": {"ivf"}}),
        ("It was not IVF.", {}),
        ("It was eleven weeks ago.", {"months_since": {2}}),
    ],
)
def test_what_a_text_tells_is_heard(text: str, heard: dict[str, Any]) -> None:
    found = {axis.value: set(terms) for axis, terms in hear(text).items()}

    assert heard.items() <= found.items()
    assert "fertility_treatment" in heard or "fertility_treatment" not in found
    assert "gestation_weeks" in heard or "gestation_weeks" not in found


def test_no_kind_of_loss_is_made_from_weeks() -> None:
    assert Axis.KIND_OF_LOSS not in hear("It was at 22 weeks.")
    assert numbers(an_index(Told(1, {"gestation_weeks": 22})), Asked({"kind_of_loss": "stillbirth"})) == [1]
    assert not an_index(Told(1, {"gestation_weeks": 30})).nearest(Asked({"kind_of_loss": "stillbirth"}))[0].is_near


def test_what_matters_most_decides() -> None:
    index = an_index(
        Told(1, {"kind_of_loss": "stillbirth", "faith": "none"}),
        Told(2, {"kind_of_loss": "ectopic", "faith": "muslim"}),
    )
    gives = {"kind_of_loss": "stillbirth", "faith": "Muslim"}

    assert numbers(index, Asked(gives, ("kind_of_loss", "faith"))) == [1, 2]
    assert numbers(index, Asked(gives, ("faith", "kind_of_loss"))) == [2, 1]


def test_what_was_not_told_lies_between_alike_and_unlike() -> None:
    index = an_index(Told(1, {"role": "grandmother"}), Told(2, {"country": "ie"}), Told(3, {"role": "dad"}))

    assert numbers(index, Asked({"role": "father"}, ("role",))) == [3, 2, 1]


def test_losing_one_of_twins_is_nearer_to_losing_twins_than_to_losing_one_baby() -> None:
    index = an_index(*(Told(n, {"multiples": m}) for n, m in enumerate(["singleton", "both twins", "one of twins"])))

    assert numbers(index, Asked({"multiples": "lost one twin"})) == [2, 1, 0]


def test_kinds_and_notes_that_are_hidden_are_never_shown_also_when_only_heard() -> None:
    index = an_index(
        Told(1, {"kind_of_loss": "TFMR"}),
        Told(2, {}, "We ended a wanted pregnancy.", "en"),
        Told(3, {"kind_of_loss": "stillbirth"}, notes=("living_baby", "birth")),
        Told(4, {"kind_of_loss": "stillbirth"}),
    )
    asked = Asked({"kind_of_loss": "stillbirth"}, hidden_kinds=("tfmr",), hidden_notes=("living_baby",))

    assert numbers(index, asked) == [4]


def test_when_nothing_is_near_it_is_said() -> None:
    index = an_index(Told(1, {"kind_of_loss": "molar"}), Told(2, {"kind_of_loss": "ectopic"}))

    assert [match.is_near for match in index.nearest(Asked({"kind_of_loss": "infant"}))] == [False, False]
    assert [match.is_near for match in index.nearest(Asked({"kind_of_loss": "molar"}))] == [True, False]


def test_somebody_who_gives_nothing_is_shown_nothing_as_near() -> None:
    index = an_index(Told(1, {"kind_of_loss": "molar"}))

    assert index.nearest(Asked()) == ()
    assert index.nearest(Asked({"shoe_size": 7, "faith": None}, ("shoe_size",))) == ()


SEARCHED = [
    ("El corazón se había parado.", "corazon"),
    ("Mein Körper verstand es nicht.", "korper"),
    ("雪の朝、息子は静かに生まれました。", "静かに"),
    ("我们在雪天失去了她。", "雪天"),
    ("ลูกของเราเกิดมาอย่างเงียบงัน", "เงียบงัน"),
    ("وُلِدَ ابننا في صمت", "ولد في صمت"),
    ("הבן שלנו נולד בשקט", "נולד"),
    ("हमारी बेटी बर्फ के दिन गई", "बर्फ"),
    ("Наша дочь родилась в тишине", "дочь в тишине"),
    ("Η κόρη μας γεννήθηκε σιωπηλά", "κορη"),
]


@pytest.mark.parametrize(("text", "words"), SEARCHED)
def test_a_readers_own_words_find_a_text_in_every_script_with_and_without_marks(text: str, words: str) -> None:
    index = an_index(*(Told(number, {}, "Something quite different.") for number in range(9)), Told(99, {}, text))

    first = index.nearest(Asked(words=words))[0]

    assert first.number == 99 and first.score > index.nearest(Asked(words=words))[1].score


@given(st.text(max_size=200))
def test_reading_a_text_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
