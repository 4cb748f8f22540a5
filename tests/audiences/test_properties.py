"""Law: one answer to who may see. In any world the list, the single lookup and the told readers say the same."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from snowdrop.audiences.table import Shown, all_audiences
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import LET_THROUGH, UNREAD, Place
from snowdrop.memorials import actions
from snowdrop.memorials.doors import page_open_to
from snowdrop.memorials.models import Memorial, Opening, Publication
from snowdrop.memorials.vocabulary import Audience, BlockBy, OnThePage
from snowdrop.people.viewer import NOBODY_KNOWN
from snowdrop.tributes.models import Letter
from tests.audiences import worlds
from tests.audiences.worlds import ComfortPlan, LetterPlan, MemorialPlan, World
from tests.world.browsers import browser_of

WORLDS = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MANY_WORLDS = settings(WORLDS, max_examples=60)
SOME_WORLDS = settings(WORLDS, max_examples=25)


def includes(name: str | None, number: int, plan: MemorialPlan, *, author: int | None = None) -> bool:
    """Whether an audience of this memorial includes a viewer, told a second time in plain Python."""
    keeps, holds = number in plan.keepers, number in plan.holders and plan.link_stands
    helps = keeps or number in plan.helpers
    by_link = helps or holds or number in plan.members | plan.others
    return {
        "me": keeps and number == author,
        "keepers": keeps,
        "helpers": helps,
        "circles": helps or number in plan.members,
        "link": by_link,
        "members": by_link or number < worlds.PEOPLE,
        "everybody": True,
    }.get(name or "", False)


def opens_page(number: int, plan: MemorialPlan) -> bool:
    """Whether a viewer may open the page."""
    return number in plan.keepers or (number not in plan.kept_out and includes(plan.published_to, number, plan))


def sees_letter(number: int, letter: LetterPlan, plan: MemorialPlan) -> bool:
    """Whether a viewer may read a letter: never more than the page allows."""
    own = includes(letter.audience, number, plan, author=plan.author_of(letter))
    return not letter.taken_away and opens_page(number, plan) and own


def is_told(name: str, number: int, plan: MemorialPlan) -> bool:
    """Whether somebody is told of a thing for this audience: keepers, and whom the family has let in by name."""
    by_name = number in plan.keepers | plan.helpers | plan.members | plan.others
    return name != "me" and by_name and number not in plan.kept_out and includes(name, number, plan)


def sees_comfort(number: int, piece: ComfortPlan, plan: MemorialPlan) -> bool:
    """Whether a viewer may see a piece of comfort in any room."""
    keeps, helps = number in plan.keepers, number in plan.helpers - plan.kept_out
    to_read = piece.place in UNREAD and (keeps or helps)
    return stands_on_page(number, piece, plan) or to_read or (keeps and piece.place in (*LET_THROUGH, Place.APART))


def stands_on_page(number: int, piece: ComfortPlan, plan: MemorialPlan) -> bool:
    """Whether a viewer is shown a piece of comfort on the page itself."""
    on_page = {OnThePage.LET_THROUGH: LET_THROUGH, OnThePage.KEPT: (Place.KEPT,), OnThePage.MEADOW: ()}
    return piece.place in on_page[plan.on_the_page] and not piece.family_only and opens_page(number, plan)


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
    def test_readers_are_those_who_were_let_in_by_name_and_see_it(self, plan: list[MemorialPlan]) -> None:
        world = worlds.make(plan)
        people = [viewer.person_id for viewer in world.viewers[: worlds.PEOPLE]]
        for memorial, of in world.memorials:
            for row in all_audiences():
                told = set(row.readers(memorial.id, memorial.id))
                assert told == {one for number, one in enumerate(people) if is_told(row.name, number, of)}, row.name

    @WORLDS
    @given(plan=worlds.plans)
    def test_whoever_sees_something_narrow_sees_everything_wider(self, plan: list[MemorialPlan]) -> None:
        world = worlds.make(plan)
        Publication.objects.update(audience=Audience.EVERYBODY)
        seen: dict[int, list[set[Any]]] = {number: [] for number, _ in world.numbered()}

        for row in all_audiences():
            Letter.objects.update(audience=row.name)
            for number, viewer in world.numbered():
                seen[number].append(_keys(Letter.objects.visible_to(viewer)))

        assert all(narrower <= wider for one in seen.values() for narrower, wider in pairwise(one))

    @WORLDS
    @given(
        plan=worlds.plans, to=st.sampled_from([name for name in worlds.AUDIENCES if name != worlds.NOT_IN_THE_TABLE])
    )
    def test_what_would_be_seen_is_what_is_seen_once_it_is_so(self, plan: list[MemorialPlan], to: str) -> None:
        world = worlds.make(plan)
        for memorial, of in world.memorials:
            shown = Shown(to, frozenset({worlds.first_circle(memorial).id}) if to == "circles" else frozenset())
            opening, stands = Opening(memorial.id, shown), _what_everybody_sees(world, memorial)

            would_be = _what_everybody_sees(world, memorial, if_opened=opening)
            assert _what_everybody_sees(world, memorial) == stands
            keeper = world.viewers[min(of.keepers)]
            actions.publish_memorial(keeper, memorial, to=to, circles=shown.circles, now=worlds.NOON)

            assert would_be == _what_everybody_sees(world, memorial)

    @pytest.mark.slow
    @SOME_WORLDS
    @given(plan=worlds.plans, audience=st.sampled_from([one.value for one in Audience]))
    def test_bytes_are_given_to_those_who_see_the_photo(self, plan: list[MemorialPlan], audience: str) -> None:
        world = worlds.make(plan)
        browsers = [browser_of(viewer) for viewer in world.viewers]
        for memorial, of in world.memorials:
            letter = LetterPlan(audience, by_last=False, taken_away=False)
            photo = worlds.photo(world.viewers[min(of.keepers)], memorial, audience)
            address = reverse("picture", args=[memorial.slug, photo.id, "small.webp"])

            given = {number for number, browser in enumerate(browsers) if browser.get(address).status_code == 200}

            assert given == {number for number, _ in world.numbered() if sees_letter(number, letter, of)}

    @WORLDS
    @given(plan=worlds.plans)
    def test_what_stands_on_an_open_page_is_what_its_viewer_may_see_there(self, plan: list[MemorialPlan]) -> None:
        world = worlds.make(plan)
        for memorial, of in world.memorials:
            letters = [(one.pk, letter) for one, letter, _ in world.letters if one.memorial_id == memorial.pk]
            pieces = [(one.pk, piece) for one, piece, _ in world.comfort if one.memorial_id == memorial.pk]
            expected = [
                (
                    opens_page(number, of),
                    {pk for pk, letter in letters if sees_letter(number, letter, of)},
                    {pk for pk, piece in pieces if stands_on_page(number, piece, of)},
                )
                for number, _ in world.numbered()
            ]
            assert _what_everybody_sees(world, memorial) == expected

    @WORLDS
    @given(plan=worlds.plans)
    def test_what_is_given_is_never_wider_than_its_memorial(self, plan: list[MemorialPlan]) -> None:
        world = worlds.make(plan)
        for _, viewer in world.numbered():
            pages = set(Memorial.objects.visible_to(viewer).values_list("pk", flat=True))
            assert set(Letter.objects.visible_to(viewer).values_list("memorial_id", flat=True)) <= pages
            desks = set(Memorial.objects.read_first_by(viewer).values_list("pk", flat=True))
            assert set(Comfort.objects.visible_to(viewer).values_list("memorial_id", flat=True)) <= pages | desks

    @WORLDS
    @given(plan=worlds.plans)
    def test_nobody_known_sees_exactly_what_is_for_everybody(self, plan: list[MemorialPlan]) -> None:
        world = worlds.make(plan)
        public = [one for one, of in world.memorials if of.published_to == "everybody" and not of.to_be_deleted]
        pages = {one.pk for one in public}
        read = {
            one.pk
            for one, letter, of in world.letters
            if one.memorial in public and letter.audience == "everybody" and not letter.taken_away
        }

        assert set(Memorial.objects.visible_to(NOBODY_KNOWN).values_list("pk", flat=True)) == pages
        assert set(Letter.objects.visible_to(NOBODY_KNOWN).values_list("pk", flat=True)) == read


def _keys(rows: QuerySet[Any]) -> set[Any]:
    return set(rows.values_list("pk", flat=True))


def _what_everybody_sees(world: World, memorial: Memorial, **asked: Any) -> list[tuple[bool, set[Any], set[Any]]]:
    """Of one memorial, for each viewer: whether the page opens, the letters and the comfort that stand on it."""
    return [
        (
            page is not None,
            _keys(Letter.objects.on_page(page)) if page else set(),
            _keys(Comfort.objects.on_page(page)) if page else set(),
        )
        for viewer in world.viewers
        for page in [page_open_to(viewer, memorial, **asked)]
    ]


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
    nobody, keeper, holder = frozenset(), frozenset({0}), frozenset({3})
    world = worlds.make(
        [
            MemorialPlan(
                keepers=keeper,
                helpers=nobody,
                members=nobody,
                others=nobody,
                blocked=nobody,
                blocked_by=BlockBy.NAME,
                to_be_deleted=False,
                holders=holder,
                link_stands=True,
                published_to=worlds.NOT_IN_THE_TABLE,
                on_the_page=OnThePage.MEADOW,
                letters=(),
                comfort=(),
            )
        ]
    )
    assert Memorial.objects.visible_to(world.viewers[0]).exists()

    others = [number for number, viewer in world.numbered() if number and Memorial.objects.visible_to(viewer).exists()]

    assert others == []


@pytest.mark.django_db
@pytest.mark.parametrize("place", Place)
def test_a_world_brings_a_piece_to_every_place(place: Place) -> None:
    """Whatever is planned is carried out, so that no property is tried with something else by chance."""
    plan = MemorialPlan(
        *map(frozenset, ([0], [1], [], [], [])),
        blocked_by=BlockBy.ADDRESS,
        to_be_deleted=False,
        holders=frozenset(),
        link_stands=False,
        published_to=None,
        on_the_page=OnThePage.MEADOW,
        letters=(),
        comfort=(ComfortPlan(place, family_only=False),),
    )

    _list_single_and_expectation_agree(worlds.make([plan]))
