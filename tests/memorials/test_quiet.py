"""Quiet: for one keeper or for all, until they end it or until a day; each keeper's own is theirs alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from snowdrop.comfort.intake import new_once
from snowdrop.ground import clock, published
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions
from snowdrop.memorials.menu import menu_for
from snowdrop.memorials.models import CameBack, Helper, Keeper, Quiet
from snowdrop.memorials.queries import OUR_WORDS, notices_of, notices_to, quiet_words
from snowdrop.memorials.rules import is_quiet_for
from snowdrop.memorials.vocabulary import Scope
from snowdrop.people.viewer import Viewer
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family, a_person
from tests.world.keeping import invite_keeper, let_keep

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


@pytest.fixture
def other(cast: Cast) -> Viewer:
    """Somebody who keeps it together with the keeper."""
    person = a_person("Sam")
    let_keep(cast.keeper, cast.memorial, person)
    return person


def quiet_for(cast: Cast, *viewers: Viewer, now: datetime = NOON) -> list[bool]:
    return [is_quiet_for(cast.memorial, viewer.person_id, now) for viewer in viewers]


def test_a_keepers_own_quiet_binds_nobody_else_and_is_ended_by_nobody_else(cast: Cast, other: Viewer) -> None:
    actions.begin_quiet(cast.keeper, cast.memorial, for_all=False, now=NOON)

    actions.end_quiet(other, cast.memorial, for_all=True, now=NOON)
    actions.end_quiet(other, cast.memorial, for_all=False, now=NOON)

    assert quiet_for(cast, cast.keeper, other) == [True, False]
    actions.end_quiet(cast.keeper, cast.memorial, for_all=False, now=NOON)
    assert quiet_for(cast, cast.keeper, other) == [False, False]


def test_quiet_for_all_is_ended_by_any_keeper_for_all(cast: Cast, other: Viewer) -> None:
    actions.begin_quiet(cast.keeper, cast.memorial, for_all=True, now=NOON)
    assert quiet_for(cast, cast.keeper, other) == [True, True]

    actions.end_quiet(other, cast.memorial, for_all=True, now=NOON)

    assert quiet_for(cast, cast.keeper, other) == [False, False]


def test_each_may_come_back_for_themselves_and_with_the_last_it_is_over(cast: Cast, other: Viewer) -> None:
    actions.begin_quiet(cast.keeper, cast.memorial, for_all=True, words="We rest.", now=NOON)

    actions.end_quiet(other, cast.memorial, for_all=False, now=NOON)
    alone, read = quiet_for(cast, cast.keeper, other), quiet_words(cast.memorial, NOON)
    actions.end_quiet(cast.keeper, cast.memorial, for_all=False, now=NOON)

    assert (alone, read and read.paragraphs) == ([True, False], ("We rest.",))
    assert not Quiet.objects.exists() and not CameBack.objects.exists()


def test_whoever_has_come_back_is_not_made_quiet_again_by_anothers_change(cast: Cast, other: Viewer) -> None:
    actions.begin_quiet(cast.keeper, cast.memorial, for_all=True, now=NOON)
    actions.end_quiet(other, cast.memorial, for_all=False, now=NOON)

    actions.begin_quiet(cast.keeper, cast.memorial, for_all=True, words="A little longer.", now=NOON)

    assert quiet_for(cast, cast.keeper, other) == [True, False]
    actions.begin_quiet(other, cast.memorial, for_all=True, now=NOON)
    assert quiet_for(cast, cast.keeper, other) == [True, True]
    assert Quiet.objects.count() == 1


def test_when_the_last_for_whom_it_was_quiet_leaves_it_is_over(cast: Cast, other: Viewer) -> None:
    actions.begin_quiet(cast.keeper, cast.memorial, for_all=True, now=NOON)
    actions.begin_quiet(cast.keeper, cast.memorial, for_all=False, now=NOON)
    actions.end_quiet(other, cast.memorial, for_all=False, now=NOON)

    actions.resign(cast.keeper, cast.memorial, now=NOON)

    assert not Quiet.objects.exists()


def test_it_is_quiet_for_no_helper_and_no_visitor(cast: Cast) -> None:
    actions.begin_quiet(cast.keeper, cast.memorial, for_all=True, now=NOON)

    assert quiet_for(cast, cast.keeper, cast.helper, cast.stranger, cast.nobody) == [True, False, False, False]


def test_only_those_who_keep_it_make_it_quiet_or_end_it(cast: Cast) -> None:
    actions.begin_quiet(cast.keeper, cast.memorial, for_all=True, now=NOON)

    for name, viewer in cast.everybody().items():
        if name != "keeper":
            with pytest.raises(NotAllowed):
                actions.begin_quiet(viewer, cast.memorial, for_all=False, now=NOON)
            with pytest.raises(NotAllowed):
                actions.end_quiet(viewer, cast.memorial, for_all=True, now=NOON)

    assert quiet_for(cast, cast.keeper) == [True]


@pytest.mark.parametrize(
    ("zone", "over_at"),
    [
        ("UTC", datetime(2026, 3, 29, 0, 0, tzinfo=UTC)),
        ("Europe/Berlin", datetime(2026, 3, 28, 23, 0, tzinfo=UTC)),  # the night of the change of clocks
        ("Pacific/Auckland", datetime(2026, 3, 28, 11, 0, tzinfo=UTC)),
        ("America/Los_Angeles", datetime(2026, 3, 29, 7, 0, tzinfo=UTC)),
    ],
)
def test_it_ends_with_the_first_minute_of_the_day_where_the_keeper_is(cast: Cast, zone: str, over_at: datetime) -> None:
    actions.begin_quiet(cast.keeper, cast.memorial, for_all=True, until=date(2026, 3, 29), zone=zone, now=NOON)

    moments = (over_at - timedelta(seconds=1), over_at)

    assert [is_quiet_for(cast.memorial, cast.keeper.person_id, now) for now in moments] == [True, False]
    assert [quiet_words(cast.memorial, now) is None for now in moments] == [False, True]


def test_what_is_over_is_cleared_away_with_the_published_page_and_what_is_not_stays(cast: Cast, other: Viewer) -> None:
    until = date(2026, 3, 20)
    actions.begin_quiet(cast.keeper, cast.memorial, for_all=True, until=until, now=NOON)
    actions.begin_quiet(other, cast.memorial, for_all=False, until=date(2026, 4, 1), now=NOON)

    actions.end_quiet_that_is_over(datetime(2026, 3, 19, 23, 59, tzinfo=UTC))
    standing = Quiet.objects.count()
    actions.end_quiet_that_is_over(datetime(2026, 3, 20, 0, 0, tzinfo=UTC))

    assert (standing, list(Quiet.objects.values_list("by", flat=True))) == (2, [other.person_id])


@pytest.fixture
def document(cast: Cast) -> Iterator[None]:
    published.put(cast.memorial.slug, b"the page as it was", still_public=lambda: True)
    yield
    published.take_away(cast.memorial.slug)


@pytest.mark.django_db(transaction=True)
def test_the_published_page_is_taken_away_when_it_becomes_quiet_and_when_it_ends(cast: Cast, document: None) -> None:
    stands = published.path_of(cast.memorial.slug).exists

    actions.begin_quiet(cast.keeper, cast.memorial, for_all=True, until=date(2026, 3, 20), now=NOON)
    begun = stands()
    published.put(cast.memorial.slug, b"quiet", still_public=lambda: True)
    actions.end_quiet_that_is_over(datetime(2026, 3, 21, tzinfo=UTC))

    assert (begun, stands()) == (False, False)


def test_visitors_and_senders_read_the_familys_own_sentence_or_ours(cast: Cast) -> None:
    addresses = [reverse(name, args=[cast.memorial.slug]) for name in ("memorial", "send_comfort")]
    for words, read in (("", str(OUR_WORDS)), ("We are at the sea.\nThank you.", "We are at the sea.")):
        actions.begin_quiet(cast.keeper, cast.memorial, for_all=True, words=words, now=clock.now())
        sent = Client().post(addresses[1], {"kind": "flower", "once": new_once()})

        pages = [Client().get(address).content.decode() for address in (*addresses, sent.headers["Location"])]

        assert [read in page for page in pages] == [True, True, True]
    actions.end_quiet(cast.keeper, cast.memorial, for_all=True, now=clock.now())
    assert not any("at the sea" in Client().get(address).content.decode() for address in addresses)


def test_of_one_keepers_own_quiet_nobody_else_reads_anything(cast: Cast, other: Viewer) -> None:
    addresses = [reverse(name, args=[cast.memorial.slug]) for name in ("memorial", "send_comfort", "quiet")]
    before = [browser.get(address).content for browser in (Client(),) for address in addresses[:2]]

    actions.begin_quiet(cast.keeper, cast.memorial, for_all=False, words="We rest.", now=clock.now())

    assert [_timeless(Client().get(address).content) for address in addresses[:2]] == [_timeless(one) for one in before]
    assert "It is quiet" not in browser_of(other).get(addresses[2]).content.decode()


def test_menu_and_notices_tell_nothing_that_waits_but_what_becomes_final(cast: Cast, other: Viewer) -> None:
    actions.take_back_memorial(cast.keeper, cast.memorial, now=NOON)
    invite_keeper(other, cast.memorial, a_person("Kim"))
    _somebody_asks_to_see(cast)
    told = len(menu_for(cast.keeper, cast.memorial)), len(notices_of(cast.keeper, cast.memorial, NOON))

    actions.begin_quiet(cast.keeper, cast.memorial, for_all=False, now=NOON)
    quiet = len(menu_for(cast.keeper, cast.memorial)), len(notices_of(cast.keeper, cast.memorial, NOON))
    actions.ask_for_deletion(other, cast.memorial, now=NOON)

    assert (told[0] - quiet[0], told[1], quiet[1]) == (1, 1, 0)
    assert [notice.address for notice in notices_to(cast.keeper, NOON)] == [
        reverse("deletion", args=[cast.memorial.slug])
    ]
    assert len(menu_for(other, cast.memorial)) == told[0]


def test_the_moment_alone_ends_it_for_menu_and_notices_too(cast: Cast, other: Viewer) -> None:
    """No job has run since: the row still stands, and is over."""
    actions.take_back_memorial(cast.keeper, cast.memorial, now=NOON)
    invite_keeper(other, cast.memorial, a_person("Kim"))
    _somebody_asks_to_see(cast)
    day = (NOON + timedelta(days=1)).date()
    actions.begin_quiet(cast.keeper, cast.memorial, for_all=True, until=day, zone="Pacific/Auckland", now=NOON)
    midnight = datetime.combine(day, time(), ZoneInfo("Pacific/Auckland"))

    def told(moment: datetime) -> tuple[int, int]:
        with time_machine.travel(moment, tick=False):
            told_of = notices_of(cast.keeper, cast.memorial, moment)
            return len(menu_for(cast.keeper, cast.memorial)), len(told_of)

    before, after = told(midnight - timedelta(seconds=1)), told(midnight)

    assert Quiet.objects.count() == 1
    assert (after[0] - before[0], after[1] - before[1]) == (1, 1)


def test_a_keeper_makes_it_quiet_undoes_it_and_chooses_a_day(cast: Cast, other: Viewer) -> None:
    keeper, address = browser_of(cast.keeper), reverse("quiet", args=[cast.memorial.slug])
    yesterday = (clock.now() - timedelta(days=1)).date().isoformat()
    tomorrow = (clock.now() + timedelta(days=2)).date()

    refused = keeper.post(address, {"for_all": "all", "until": yesterday, "words": "We rest."}).content.decode()
    made = keeper.post(address, {"for_all": "all", "until": tomorrow.isoformat(), "words": "We rest."}, follow=True)
    one = Quiet.objects.get()
    undone = keeper.post(f"{reverse('end_quiet', args=[cast.memorial.slug])}?for=all", follow=True).content.decode()

    assert "Please choose a day after today" in refused and "We rest." in refused
    assert "It is quiet now." in made.content.decode() and "Undo" in made.content.decode()
    assert (one.until, one.words, one.for_all) == (tomorrow, "We rest.", True)
    assert "It is not quiet any more." in undone and not Quiet.objects.exists()


def test_whoever_keeps_it_alone_is_not_asked_for_whom(cast: Cast) -> None:
    keeper, address = browser_of(cast.keeper), reverse("quiet", args=[cast.memorial.slug])
    assert "For me alone" not in keeper.get(address).content.decode()

    keeper.post(address, {"until": "", "words": "We rest."})

    assert Quiet.objects.get().for_all
    assert Keeper.objects.filter(memorial=cast.memorial).count() == 1


def _timeless(content: bytes) -> bytes:
    """Without the token that each form has of its own."""
    return re.sub(rb'name="once" value="\w+"', b"", content)


def _somebody_asks_to_see(cast: Cast) -> None:
    knock_id = uuid4()
    said = {"name": "Lou", "address": "lou@example.org", "words": ""}
    actions.leave_knock(Viewer(), slug=cast.memorial.slug, knock_id=knock_id, **said, now=NOON)
    request = actions.carry_in(knock_id, now=NOON)
    assert request
    helper, both = Helper.objects.get(memorial=cast.memorial), [Scope.READ_FIRST, Scope.PEOPLE]
    actions.change_part(cast.keeper, cast.memorial, helper, scopes=both, now=NOON)
    actions.bring_to_family(cast.helper, cast.memorial, request, now=NOON)
