"""Whether a table has a row like this: the same answers as Django's own Exists, at any level."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from snowdrop.ground.there import There, Those
from snowdrop.memorials.models import Grant, Helper, Keeper, Memorial
from snowdrop.tributes.actions import write_letter
from snowdrop.tributes.models import Letter
from tests.world.cast import NOON, Cast, a_family, another_family

pytestmark = pytest.mark.django_db


@pytest.fixture
def families() -> tuple[Cast, Cast]:
    one, other = a_family(), another_family()
    for cast in (one, other):
        write_letter(cast.keeper, cast.memorial, words="Dear you", now=NOON)
    return one, other


def keys(rows: QuerySet[Any]) -> set[Any]:
    return set(rows.values_list("pk", flat=True))


def test_it_finds_what_exists_finds_and_its_opposite_the_rest(families: tuple[Cast, Cast]) -> None:
    for cast in families:
        for person in (cast.keeper, cast.helper):
            there = There(Keeper, memorial=F("pk"), person=person.person_id)
            exists = Exists(Keeper.objects.filter(memorial=OuterRef("pk"), person_id=person.person_id))

            assert keys(Memorial.objects.filter(there)) == keys(Memorial.objects.filter(exists))
            assert keys(Memorial.objects.filter(~Q(there))) == keys(Memorial.objects.filter(~exists))
    assert keys(Memorial.objects.filter(There(Keeper, memorial=F("pk"), person=families[0].keeper.person_id))) == {
        families[0].memorial.pk
    }


def test_it_stands_within_another_question_and_beside_the_row_as_an_answer(families: tuple[Cast, Cast]) -> None:
    one, other = families
    theirs = There(Helper, memorial=F("pk"), person=one.helper.person_id)
    of_theirs = Letter.objects.filter(Exists(Memorial.objects.filter(theirs, pk=OuterRef("memorial_id"))))

    assert set(of_theirs.values_list("memorial", flat=True)) == {one.memorial.pk}
    answers = dict(Memorial.objects.annotate(is_theirs=Q(theirs)).values_list("pk", "is_theirs"))
    assert answers == {one.memorial.pk: True, other.memorial.pk: False}


def test_a_column_may_hold_what_another_table_holds(families: tuple[Cast, Cast]) -> None:
    one, other = families
    helps = Those(Helper, "id", person=one.helper.person_id)
    granted = There(Grant, memorial=F("pk"), scope="read-first", helper=helps)

    assert keys(Memorial.objects.filter(granted)) == {one.memorial.pk}
    Grant.objects.all().delete()
    assert keys(Memorial.objects.filter(granted)) == set()
    assert other.memorial.pk in keys(Memorial.objects.filter(~Q(granted)))


def test_the_same_table_may_stand_around_it(families: tuple[Cast, Cast]) -> None:
    one, _ = families
    beside = There(Keeper, memorial=F("memorial_id"), person=one.keeper.person_id)

    assert set(Keeper.objects.filter(beside).values_list("memorial", flat=True)) == {one.memorial.pk}


def test_a_column_that_is_not_there_is_refused_at_once() -> None:
    with pytest.raises(FieldDoesNotExist):
        There(Keeper, nobody=1)
