"""The worker, a reader and the family at the same moment: one wins each piece, and a new choice holds at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier

import pytest
from django.db import connection

from snowdrop.comfort import actions
from snowdrop.comfort.models import Comfort, Step
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground import clock
from snowdrop.memorials import actions as memorials
from tests.figures import Figures
from tests.world.cast import NOON, Cast, a_family
from tests.world.guests import send

pytestmark = pytest.mark.django_db(transaction=True)

PIECES = 30


def pieces_to_pass(cast: Cast) -> list[Comfort]:
    """Looked at, green, and not passed yet."""
    memorials.choose_first_reading(cast.keeper, cast.memorial, "flagged", now=NOON)
    pieces = [send(cast.memorial, language="en", now=NOON) for _ in range(PIECES)]
    actions.look_at(pieces, now=NOON)
    return list(Comfort.objects.select_related("memorial").order_by("id"))


def together(*acts: Callable[[], object]) -> None:
    """Each in a thread, with a connection of its own, as processes have."""
    begin = Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        begin.wait()
        try:
            act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as workers:
        for done in [workers.submit(run, act) for act in acts]:
            done.result()


def test_of_the_worker_twice_and_a_reader_one_moves_each_piece(figures: Figures) -> None:
    cast = a_family()
    pieces = pieces_to_pass(cast)

    def pass_all() -> None:
        for one in list(Comfort.objects.select_related("memorial").order_by("id")):
            actions.pass_by_rule(one, came_at=NOON, now=clock.now())

    def keep_all_away() -> None:
        for one in list(Comfort.objects.select_related("memorial").order_by("-id")):
            with suppress(actions.AlreadyMoved, actions.WithAnother):
                actions.keep_away(cast.helper, one, now=clock.now())

    together(pass_all, pass_all, keep_all_away)

    wrong = [one for one in pieces if Step.objects.filter(comfort=one).count() != 1]
    for step in Step.objects.all():
        named = step.by is not None if step.went_to == Place.SEALED else step.rule is not None
        wrong += [] if named else [step.comfort]
    figures("T31", checks=2 * PIECES, wrong=len(wrong))
    assert wrong == []


def test_once_a_family_has_chosen_anew_nothing_passes_any_more(figures: Figures) -> None:
    cast = a_family()
    pieces_to_pass(cast)
    passed_when_chosen: list[int] = []

    def pass_all() -> None:
        for one in list(Comfort.objects.select_related("memorial").order_by("id")):
            actions.pass_by_rule(one, came_at=NOON, now=clock.now())

    def choose() -> None:
        memorials.choose_first_reading(cast.keeper, cast.memorial, "somebody", now=clock.now())
        passed_when_chosen.append(Comfort.objects.filter(place=Place.WAITING).count())

    together(pass_all, choose)

    passed = Comfort.objects.filter(place=Place.WAITING).count()
    figures("T31", checks=PIECES, wrong=passed - passed_when_chosen[0])
    assert passed == passed_when_chosen[0]
