"""Law: one answer to who may see. In any world the list, the single lookup and the told readers say the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from hypothesis import HealthCheck, given, settings
from hypothesis.extra.django import TestCase

from snowdrop.audiences.table import audience
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import LET_THROUGH, UNREAD, Place
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.vocabulary import OnThePage
from snowdrop.people.viewer import NOBODY_KNOWN
from snowdrop.tributes.models import Letter
from tests.audiences import worlds
from tests.audiences.worlds import ComfortPlan, LetterPlan, MemorialPlan, World

WORLDS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MANY_WORLDS = settings(WORLDS, max_examples=250)


def includes(name: str | None, number: int, plan: MemorialPlan) -> bool:
    """Whether an audience of this memorial includes a viewer, told a second time in plain Python."""
    keeps, holds = number in plan.keepers, number in plan.holders and plan.link_stands
    return {"keepers": keeps, "link": keeps or holds, "everybody": True}.get(name or "", False)


def opens_page(number: int, plan: MemorialPlan) -> bool:
    """Whether a viewer may open the page."""
    return number in plan.keepers | plan.helpers or includes(plan.published_to, number, plan)


def sees_letter(number: int, letter: LetterPlan, plan: MemorialPlan) -> bool:
    """Whether a viewer may read a letter: never more than the page allows."""
    return not letter.taken_away and opens_page(number, plan) and includes(letter.audience, number, plan)


def sees_comfort(number: int, piece: ComfortPlan, plan: MemorialPlan) -> bool:
    """Whether a viewer may see a piece of comfort in any room."""
    keeps, helps = number in plan.keepers, number in plan.helpers
    on_page = {OnThePage.LET_THROUGH: LET_THROUGH, OnThePage.KEPT: (Place.KEPT,), OnThePage.MEADOW: ()}
    shown = piece.place in on_page[plan.on_the_page] and not piece.family_only and opens_page(number, plan)
    to_read = piece.place in UNREAD and (keeps or helps)
    return shown or to_read or (keeps and piece.place in (*LET_THROUGH, Place.APART))


def got_one_by_one(rows: QuerySet[Any], things: Iterable[Any]) -> list[Any]:
    """The keys of the things that a single lookup finds."""
    found = []
    for thing in things:
        try:
            found.append(rows.get(pk=thing.pk).pk)
        except ObjectDoesNotExist:
            continue
    return sorted(found)


class TestAudiences(TestCase):
    """Each example has a database of its own, emptied afterwards."""

    @WORLDS
    @given(plan=worlds.plans)
    def test_list_single_and_expectation_agree(self, plan: list[MemorialPlan]) -> None:
        _list_single_and_expectation_agree(worlds.make(plan))

    @pytest.mark.slow
    @MANY_WORLDS
    @given(plan=worlds.plans)
    def test_list_single_and_expectation_agree_in_many_worlds(self, plan: list[MemorialPlan]) -> None:
        _list_single_and_expectation_agree(worlds.make(plan))

    @WORLDS
    @given(plan=worlds.plans)
    def test_readers_are_told_of_nothing_that_they_may_not_see(self, plan: list[MemorialPlan]) -> None:
        world = worlds.make(plan)
        people = {viewer.person_id: viewer for viewer in world.viewers if viewer.is_signed_in}
        for memorial, of in world.memorials:
            if of.published_to in (None, worlds.NOT_IN_THE_TABLE):
                continue
            told = set(audience(of.published_to).readers(memorial.id))
            for person_id in told:
                assert Memorial.objects.visible_to(people[person_id]).filter(pk=memorial.pk).exists()
            if of.published_to == "keepers":
                assert told == {world.viewers[number].person_id for number in of.keepers}

    @WORLDS
    @given(plan=worlds.plans)
    def test_what_is_given_is_never_wider_than_its_memorial(self, plan: list[MemorialPlan]) -> None:
        world = worlds.make(plan)
        for _, viewer in world.numbered():
            pages = set(Memorial.objects.visible_to(viewer).values_list("pk", flat=True))
            assert set(Letter.objects.visible_to(viewer).values_list("memorial_id", flat=True)) <= pages
            assert set(Comfort.objects.visible_to(viewer).values_list("memorial_id", flat=True)) <= pages

    @WORLDS
    @given(plan=worlds.plans)
    def test_nobody_known_sees_exactly_what_is_for_everybody(self, plan: list[MemorialPlan]) -> None:
        world = worlds.make(plan)
        pages = {one.pk for one, of in world.memorials if of.published_to == "everybody"}
        read = {
            one.pk
            for one, letter, of in world.letters
            if of.published_to == letter.audience == "everybody" and not letter.taken_away
        }

        assert set(Memorial.objects.visible_to(NOBODY_KNOWN).values_list("pk", flat=True)) == pages
        assert set(Letter.objects.visible_to(NOBODY_KNOWN).values_list("pk", flat=True)) == read


def _list_single_and_expectation_agree(world: World) -> None:
    for number, viewer in world.numbered():
        expected = {
            Memorial: [one.pk for one, of in world.memorials if opens_page(number, of)],
            Letter: [one.pk for one, letter, of in world.letters if sees_letter(number, letter, of)],
            Comfort: [one.pk for one, piece, of in world.comfort if sees_comfort(number, piece, of)],
        }
        for model, keys in expected.items():
            rows = model.objects.visible_to(viewer)
            assert sorted(rows.values_list("pk", flat=True)) == sorted(keys), (model.__name__, number)
            assert got_one_by_one(rows, _things(world, model)) == sorted(keys), (model.__name__, number)


def _things(world: World, model: type) -> list[Any]:
    held = {Memorial: world.memorials, Letter: world.letters, Comfort: world.comfort}
    return [row[0] for row in held[model]]


@pytest.mark.django_db
def test_an_audience_that_is_not_in_the_table_lets_nobody_in() -> None:
    plan = MemorialPlan(
        frozenset({0}), frozenset(), frozenset({3}), True, worlds.NOT_IN_THE_TABLE, OnThePage.MEADOW, (), ()
    )
    world = worlds.make([plan])
    assert Memorial.objects.visible_to(world.viewers[0]).exists()

    others = [number for number, viewer in world.numbered() if number and Memorial.objects.visible_to(viewer).exists()]

    assert others == []
