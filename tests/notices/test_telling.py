"""Telling people: nothing unless they ask; neutral, by day, once; and only of what they may see when it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from snowdrop.comfort import actions as comfort
from snowdrop.ground import clock, journal, outbox
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Helper
from snowdrop.notices import actions, telling
from snowdrop.notices.models import Listener, Stop
from snowdrop.notices.vocabulary import About, How
from snowdrop.people.actions import live_in_time_zone
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions as tributes
from tests.world.cast import NOON, Cast, a_family, a_person, let_into_circle
from tests.world.guests import send
from tests.world.postbox import Postbox, a_postbox

pytestmark = pytest.mark.django_db(transaction=True)

MORNING = datetime(2026, 3, 16, 7, 5, tzinfo=UTC)
"""A Monday, 08:05 in Berlin."""


@pytest.fixture
def box(settings) -> Iterator[Postbox]:
    with a_postbox(settings) as one:
        yield one


def wish(viewer: Viewer, about: About, how: How, **more: object) -> None:
    said = {"hour": 8, "weekday": 0, "at_night": False, **more}
    live_in_time_zone(viewer, zone="Europe/Berlin", now=NOON)
    actions.wish_to_be_told(viewer, wishes={about: how}, now=NOON, **said)  # type: ignore[arg-type]


def at(moment: datetime, *, twice: bool = False) -> None:
    """What the worker does at a moment."""
    with time_machine.travel(moment, tick=False):
        for _ in range(2 if twice else 1):
            journal.catch_up(next(one for one in journal.readers() if one.name == "notices"))
            telling.gather(clock.now())
            while outbox.send_what_is_due(clock.now()):
                pass


def waits(cast: Cast, *, now: datetime = NOON) -> None:
    """Something came and was let through."""
    comfort.let_through(cast.helper, send(cast.memorial, now=now, name="Ruth"), now=now)


def page_of(viewer: Viewer) -> str:
    browser = Client()
    browser.force_login(Person.objects.get(pk=viewer.person_id))
    return browser.get(reverse("notices")).content.decode()


def asked(path: str, address: str) -> tuple[int, str, str]:
    """What somebody is answered who asks to be told of a page at an address."""
    answer = Client().post(path, {"address": address})
    said = answer.cookies["messages"].value.partition(":")[0]  # behind it stand when it was signed, and how
    return answer.status_code, answer["Location"], said


def test_nobody_is_told_anything_who_has_not_asked(box: Postbox) -> None:
    cast = a_family(published_to="everybody")
    waits(cast)
    send(cast.memorial)
    tributes.write_letter(cast.keeper, cast.memorial, words="Dear Ilse", audience="everybody", now=NOON)

    at(NOON)
    at(MORNING)

    assert box.mails == []
    assert "waiting room" not in page_of(cast.keeper).partition("<form")[0]


def test_what_was_gathered_comes_once_at_the_persons_own_hour_and_says_nothing(box: Postbox) -> None:
    cast = a_family()
    wish(cast.keeper, About.WAITS, How.DAILY)
    waits(cast)
    waits(cast)
    at(NOON)
    at(MORNING - timedelta(minutes=6))
    assert box.mails == []

    at(MORNING, twice=True)
    at(MORNING + timedelta(hours=5))

    (mail,) = box.mails
    whole = mail.as_string()
    assert mail["Subject"] == "There is something for you"
    assert [word for word in ("Ilse", "Ruth", "Mira", "memorial", "loss", "comfort", "waiting") if word in whole] == []
    assert reverse("notices") in mail.get_body(("plain",)).get_content()
    assert mail["List-Unsubscribe-Post"]


def test_a_worker_that_was_off_tells_late_by_day_and_with_the_next_day_by_night(box: Postbox) -> None:
    cast = a_family()
    wish(cast.keeper, About.WAITS, How.DAILY)
    waits(cast)
    at(NOON)

    at(MORNING.replace(hour=22))  # 23:00 in Berlin
    assert box.mails == []
    at(MORNING + timedelta(days=1, hours=6))
    assert len(box.mails) == 1


def test_once_a_week_is_on_its_day(box: Postbox) -> None:
    cast = a_family()
    wish(cast.keeper, About.WAITS, How.WEEKLY, weekday=2)
    waits(cast)
    at(NOON)

    sent_on = []
    for day in range(9):
        before = len(box.mails)
        at(MORNING + timedelta(days=day))
        sent_on += [(MORNING + timedelta(days=day)).weekday()] * (len(box.mails) - before)

    assert sent_on == [2]


def test_soon_is_never_at_night_and_not_again_within_the_hour(box: Postbox) -> None:
    cast = a_family()
    wish(cast.keeper, About.WAITS, How.AT_ONCE)
    night = datetime(2026, 3, 15, 23, 30, tzinfo=UTC)
    waits(cast, now=night)
    at(night)
    assert box.mails == []

    at(datetime(2026, 3, 16, 6, 1, tzinfo=UTC))  # 07:01 in Berlin
    assert len(box.mails) == 1
    for minutes in (5, 10, 15):
        waits(cast)
        at(datetime(2026, 3, 16, 6, minutes, tzinfo=UTC))
    assert len(box.mails) == 1
    at(datetime(2026, 3, 16, 7, 30, tzinfo=UTC), twice=True)
    assert len(box.mails) == 2


def test_rights_are_asked_again_when_it_leaves(box: Postbox) -> None:
    cast = a_family()
    wish(cast.helper, About.TO_READ, How.DAILY)
    send(cast.memorial)
    at(NOON)

    helper = Helper.objects.get(person_id=cast.helper.person_id)
    memorials.end_helping(cast.keeper, cast.memorial, helper, now=NOON)
    at(MORNING)

    assert box.mails == []


def test_what_is_read_before_it_leaves_is_not_told(box: Postbox) -> None:
    cast = a_family()
    wish(cast.keeper, About.WAITS, How.DAILY)
    waits(cast)
    at(NOON)
    comfort.open_next(cast.keeper, cast.memorial, now=NOON)

    at(MORNING)

    assert box.mails == []


def test_quiet_holds_it_until_it_is_over(box: Postbox) -> None:
    cast = a_family()
    wish(cast.keeper, About.WAITS, How.DAILY)
    waits(cast)
    at(NOON)
    memorials.begin_quiet(cast.keeper, cast.memorial, for_all=False, now=NOON)
    at(MORNING)
    assert box.mails == []
    assert "For you" not in page_of(cast.keeper)

    memorials.end_quiet(cast.keeper, cast.memorial, for_all=False, now=MORNING)
    at(MORNING + timedelta(days=1))
    assert len(box.mails) == 1


def test_on_the_page_alone_no_mail_is_sent_and_it_can_be_set_aside(box: Postbox) -> None:
    cast = a_family()
    wish(cast.keeper, About.WAITS, How.PAGE)
    waits(cast)
    at(NOON)
    at(MORNING)

    assert box.mails == []
    assert "For you" in page_of(cast.keeper)
    actions.have_seen(cast.keeper, now=NOON)
    assert "For you" not in page_of(cast.keeper)


def test_who_follows_is_told_only_of_what_they_may_see_when_it_leaves(box: Postbox) -> None:
    cast = a_family(published_to="members")
    circle = memorials.make_circle(cast.keeper, cast.memorial, name="Choir", now=NOON)
    ana = a_person("Ana")
    let_into_circle(cast.keeper, circle, ana, now=NOON)
    tributes.write_letter(cast.keeper, cast.memorial, words="Before", audience="members", now=NOON)
    actions.follow(cast.stranger, cast.memorial, now=NOON)
    actions.follow(ana, cast.memorial, now=NOON)
    at(NOON)
    at(MORNING)
    assert box.mails == [], "what was there before is not new"

    tributes.write_letter(
        cast.keeper, cast.memorial, words="For few", audience="circles", circles=[circle.id], now=NOON
    )
    at(MORNING + timedelta(hours=2))
    at(MORNING + timedelta(days=1))

    assert box.to() == ["ana@example.org"]
    at(MORNING + timedelta(days=2))
    assert len(box.mails) == 1


def test_what_was_taken_away_or_the_page_closed_before_it_leaves_is_not_told(box: Postbox) -> None:
    cast = a_family(published_to="members")
    actions.follow(cast.stranger, cast.memorial, now=NOON)
    tributes.write_letter(cast.keeper, cast.memorial, words="New", audience="members", now=NOON)
    at(NOON)
    memorials.take_back_memorial(cast.keeper, cast.memorial, now=NOON)

    at(MORNING)

    assert box.mails == []


def test_a_guest_follows_a_page_that_everybody_may_see_after_saying_yes_twice(box: Postbox) -> None:
    cast = a_family(published_to="everybody")
    path = reverse("follow", args=[cast.memorial.slug])
    said = Client().post(path, {"address": "lou@example.org"}, follow=True).content.decode()
    at(clock.now())
    (mail,) = box.mails
    link = next(word for word in mail.get_body(("plain",)).get_content().split() if "/follow/" in word)
    link = link.removeprefix("http://localhost:8000")
    assert "Please look at your mails" in said
    assert [word for word in ("Ilse", "memorial", "loss") if word in mail.as_string()] == []

    Client().get(link)
    assert Listener.objects.get().confirmed_at is None
    Client().post(link)
    tributes.write_letter(cast.keeper, cast.memorial, words="New", audience="everybody", now=clock.now())
    at(clock.now())
    at(clock.now() + timedelta(days=1, hours=12 - clock.now().hour))

    assert box.to() == ["lou@example.org", "lou@example.org"]
    assert "Ilse" not in box.mails[1].as_string()


def test_nobody_can_have_a_mailbox_filled_or_learn_who_follows(box: Postbox) -> None:
    cast = a_family(published_to="everybody")
    path = reverse("follow", args=[cast.memorial.slug])
    first, *others = (asked(path, "lou@example.org") for _ in range(3))
    Stop.objects.create(mark=actions.address_mark("kim@example.org"), what="", at=NOON)
    stopped = asked(path, "kim@example.org")
    at(clock.now(), twice=True)

    assert box.to() == ["lou@example.org"]
    assert others == [first, first] and stopped == first
    assert not Listener.objects.filter(mark=actions.address_mark("kim@example.org")).exists()


def test_a_page_that_is_not_for_everybody_is_followed_by_no_guest(box: Postbox) -> None:
    cast = a_family(published_to="members")

    assert Client().post(reverse("follow", args=[cast.memorial.slug]), {"address": "l@example.org"}).status_code == 404
    actions.ask_to_follow(cast.memorial, address="l@example.org", now=NOON)
    assert not Listener.objects.exists()


def test_the_form_keeps_what_somebody_wants(box: Postbox) -> None:
    cast = a_family()
    browser = Client()
    browser.force_login(Person.objects.get(pk=cast.keeper.person_id))
    wishes = {"waits": "weekly", "to-read": "off", "asking": "page"}
    when = {"hour": "19", "weekday": "4", "zone": "Australia/Lord_Howe"}

    answer = browser.post(reverse("notices"), {**wishes, **when}, follow=True)
    missing = browser.post(reverse("notices"), {**wishes, **when, "zone": ""})

    page = answer.content.decode()
    assert "It is kept." in page
    assert 'value="Australia/Lord_Howe" selected' in page
    assert "This field is required" in missing.content.decode()
