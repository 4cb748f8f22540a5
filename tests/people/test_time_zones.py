"""Days are told where the reader is: ahead of the server or behind it, and of a guest nothing is known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from snowdrop.comfort import actions as comfort
from snowdrop.ground import clock
from snowdrop.ground.words import day_in_words
from snowdrop.memorials import actions as memorials
from snowdrop.people.actions import live_in_time_zone
from snowdrop.people.models import Person
from tests.world.browsers import browser_of
from tests.world.cast import Cast, a_family
from tests.world.guests import send

pytestmark = pytest.mark.django_db

MIDNIGHT = datetime(2026, 3, 15, tzinfo=UTC)
BEFORE, AFTER = "14 March 2026", "15 March 2026"


def kept_at(cast: Cast, moment: datetime) -> None:
    """A piece of comfort that came in this moment, and is on the page."""
    piece = send(cast.memorial, words="We think of you.", now=moment)
    comfort.let_through(cast.helper, piece, now=moment)
    comfort.keep_comfort(cast.keeper, piece, now=moment)


@pytest.mark.parametrize(
    ("zone", "away", "day"),
    [
        ("Pacific/Auckland", timedelta(hours=-13, seconds=-1), BEFORE),
        ("Pacific/Auckland", timedelta(hours=-13), AFTER),
        ("America/Los_Angeles", timedelta(hours=7, seconds=-1), BEFORE),
        ("America/Los_Angeles", timedelta(hours=7), AFTER),
        ("", timedelta(seconds=-1), BEFORE),
        ("", timedelta(), AFTER),
        ("Europe/Atlantis", timedelta(seconds=-1), BEFORE),
    ],
)
def test_a_day_begins_at_the_readers_own_midnight(zone: str, away: timedelta, day: str) -> None:
    """On that day Auckland is 13 hours ahead of UTC, Los Angeles 7 behind; a zone nobody knows is the server's."""
    cast = a_family(published_to="everybody")
    memorials.describe_memorial(cast.keeper, cast.memorial, on_the_page="kept", now=MIDNIGHT)
    live_in_time_zone(cast.keeper, zone=zone, now=clock.now())
    kept_at(cast, MIDNIGHT + away)

    page = browser_of(cast.keeper).get(reverse("memorial", args=[cast.memorial.slug])).content.decode()

    assert day in page and ({BEFORE, AFTER} - {day}).pop() not in page


def test_what_everybody_is_shown_is_told_in_nobodys_zone_also_after_somebody_elses_page() -> None:
    cast = a_family(published_to="everybody")
    memorials.describe_memorial(cast.keeper, cast.memorial, on_the_page="kept", now=MIDNIGHT)
    kept_at(cast, MIDNIGHT - timedelta(seconds=1))
    page = reverse("memorial", args=[cast.memorial.slug])
    before = Client().get(page).content

    Person.objects.filter(pk=cast.keeper.person_id).update(time_zone="Pacific/Auckland")
    theirs = browser_of(cast.keeper).get(page).content.decode()

    assert AFTER in theirs and BEFORE in before.decode()
    assert Client().get(page).content == before
    assert day_in_words(MIDNIGHT - timedelta(seconds=1)) == BEFORE, "no zone stays behind in this process"
    assert timezone.get_current_timezone_name() == "UTC"
