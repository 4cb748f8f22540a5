"""Hostile words reach a family's eyes by no output, whatever it has chosen, unless a person lets them (T30)."""

from __future__ import annotations

from datetime import timedelta
from itertools import cycle

import pytest
import time_machine

from snowdrop.comfort import actions
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground import clock
from snowdrop.memorials import actions as memorials
from snowdrop.notices.actions import wish_to_be_told
from tests.comfort.canaries import CRUEL, HOSTILE, WAYS, Canaries, all_that_a_family_sees, work
from tests.figures import Figures
from tests.world.cast import NOON, Cast, a_family, a_person, let_into_circle

pytestmark = pytest.mark.django_db(transaction=True)

CHOICES = ("somebody", "flagged", "ourselves", "circles", "nobody")


def a_family_that_wants_to_be_told(choice: str) -> Canaries:
    """Its page shows what was let through, its keeper is told of everything at once, and one friend is trusted."""
    cast, member = a_family(published_to="everybody"), a_person("Ana")
    circle = memorials.make_circle(cast.keeper, cast.memorial, name="Family", now=NOON)
    let_into_circle(cast.keeper, circle, member)
    memorials.call_family(cast.keeper, cast.memorial, circle, is_family=True, now=NOON)
    memorials.describe_memorial(cast.keeper, cast.memorial, on_the_page="let-through", now=NOON)
    circles = [circle.pk] if choice == "circles" else []
    memorials.choose_first_reading(cast.keeper, cast.memorial, choice, circles=circles, now=NOON)
    wishes = {"waits": "at-once", "to-read": "at-once", "asking": "daily", "news": "daily"}
    wish_to_be_told(cast.keeper, wishes=wishes, hour=8, weekday=0, at_night=True, now=NOON)
    return Canaries(cast, member, texts=cycle(CRUEL if choice == "nobody" else HOSTILE))


def somebody_reads(cast: Cast) -> None:
    """Whoever reads first lets kind words through, and nothing else."""
    for comfort in Comfort.objects.filter(place=Place.HELD, lane="green"):
        if comfort.steps.exists():
            continue
        reader = cast.keeper if comfort.memorial.first_reading == "ourselves" else cast.helper
        actions.let_through(reader, comfort, now=clock.now())


def live_through(canaries: Canaries, figures: Figures, *, days: int, every: int) -> None:
    """Every so many hours something hostile comes, the worker works, somebody reads; each night all that is seen is
    read.
    """
    ways = cycle(WAYS)
    looked, reached, found = 0, list[str](), set[str]()
    for hour in range(0, 24 * days, every):
        with time_machine.travel(NOON + timedelta(hours=hour, minutes=1), tick=False):
            canaries.send_hostile(next(ways))
            if hour % 24 == 3:
                canaries.send_kind()
            work(clock.now())
            somebody_reads(canaries.cast)
            if hour % 24 == 24 - every:
                work(clock.now())
                for name, said in all_that_a_family_sees(canaries.cast, now=clock.now()):
                    looked += 1
                    reached += [f"{mark} in {name}" for mark in canaries.hostile if mark in said]
                    found |= {mark for mark in canaries.kind if mark in said}

    sent = len(canaries.hostile)
    figures("T30", checks=sent, wrong=len(reached), canaries=sent, outputs=looked, of_days=days)
    assert (sent, reached) == (24 * days // every, [])
    assert found == set(canaries.kind), "what was kind was not found either, so the search finds nothing"


@pytest.mark.parametrize("choice", ["flagged", "nobody"])
def test_in_a_day_no_canary_reaches_the_family_without_a_person(choice: str, figures: Figures) -> None:
    live_through(a_family_that_wants_to_be_told(choice), figures, days=1, every=1)


@pytest.mark.slow
@pytest.mark.parametrize("choice", CHOICES)
def test_in_seven_days_no_canary_reaches_the_family_without_a_person(choice: str, figures: Figures) -> None:
    live_through(a_family_that_wants_to_be_told(choice), figures, days=7, every=3)
