"""The worker shows what is due while keepers act: once, and never more than the last word of a keeper allows."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection

from snowdrop.ground.models import Entry
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.jobs_of_plans import open_pages
from snowdrop.memorials.models import Memorial, Plan
from snowdrop.memorials.queries import page_shown
from snowdrop.tributes import actions
from snowdrop.tributes import actions_of_plans as days
from snowdrop.tributes.jobs import show_what_is_due
from snowdrop.tributes.models import Letter
from tests.world.cast import NOON, Cast

pytestmark = pytest.mark.django_db(transaction=True)

DAY = NOON + timedelta(days=30)
AGAIN = 5
"""Races that are run; each of the orders comes up in some of them."""


def at_once(*acts: Callable[[], object]) -> None:
    """Does all of it at the same moment, each in a connection of its own; what is refused is refused."""
    together, failed = threading.Barrier(len(acts)), list[BaseException]()

    def do(act: Callable[[], object]) -> None:
        together.wait()
        try:
            act()
        except NotAllowed:
            pass
        except BaseException as problem:
            failed.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed


def a_planned_letter(cast: Cast) -> Letter:
    one = actions.write_letter(cast.keeper, cast.memorial, words="Dear Ilse", audience="keepers", now=NOON)
    days.plan_showing(cast.keeper, one, to="everybody", at=DAY, zone="UTC", now=NOON)
    return one


def audience_of(letter: Letter) -> str:
    return Letter.objects.get(pk=letter.pk).audience


def test_of_several_workers_one_shows_it(cast: Cast) -> None:
    for _ in range(AGAIN):
        letter = a_planned_letter(cast)

        at_once(*[lambda: show_what_is_due(DAY)] * 3)

        assert audience_of(letter) == "everybody"
        assert Entry.objects.filter(verb="letter.shown", subject_id=letter.id).count() == 1


ACTS: dict[str, Callable[[Cast, Letter], object]] = {
    "narrow": lambda cast, letter: actions.write_letter(
        cast.keeper, cast.memorial, letter_id=letter.id, words="Dear Ilse", audience="me", now=DAY
    ),
    "cancel": lambda cast, letter: days.do_not_show_by_itself(cast.keeper, letter, now=DAY),
    "freeze": lambda cast, letter: memorials.freeze(cast.keeper, cast.memorial, now=DAY),
    "delete": lambda cast, letter: memorials.ask_for_deletion(cast.keeper, cast.memorial, now=DAY),
    "take back": lambda cast, letter: days.take_back(cast.keeper, letter, now=DAY),
    "take away": lambda cast, letter: actions.take_away(cast.keeper, letter, now=DAY),
}


@pytest.mark.parametrize("act", ACTS)
def test_what_a_keeper_says_at_that_moment_holds(cast: Cast, act: str) -> None:
    for _ in range(AGAIN):
        letter = a_planned_letter(cast)

        at_once(lambda: show_what_is_due(DAY), partial(ACTS[act], cast, letter))

        shown = audience_of(letter) == "everybody"
        assert not (shown and act == "narrow")
        missed = Plan.objects.filter(thing_id=letter.id).exclude(missed="").exists()
        cancelled = not shown and not Plan.objects.filter(thing_id=letter.id).exists()
        assert shown + missed + cancelled == 1
        show_what_is_due(DAY + timedelta(minutes=1))
        assert (audience_of(letter) == "everybody") == shown  # whoever was first was first
        memorials.lift_freeze(cast.keeper, cast.memorial, now=DAY)
        memorials.take_back_deletion(cast.keeper, cast.memorial, now=DAY)


PAGE_ACTS: dict[str, Callable[[Cast], object]] = {
    "keepers": lambda cast: memorials.take_back_memorial(cast.keeper, Memorial.objects.get(), now=DAY),
    "helpers": lambda cast: memorials.publish_memorial(cast.keeper, Memorial.objects.get(), to="helpers", now=DAY),
}


@pytest.mark.parametrize("to", PAGE_ACTS)
def test_a_page_that_is_made_narrower_at_that_moment_is_narrower(cast: Cast, to: str) -> None:
    for _ in range(AGAIN):
        memorials.publish_memorial(cast.keeper, Memorial.objects.get(), to="link", now=NOON)
        memorials.plan_publication(cast.keeper, cast.memorial, to="everybody", at=DAY, zone="UTC", now=NOON)

        at_once(lambda: open_pages(DAY), partial(PAGE_ACTS[to], cast))

        assert page_shown(Memorial.objects.get()).audience == to
