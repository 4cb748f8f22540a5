"""Where a person is signed in: seen by plain names and days, ended one by one or everywhere, at once."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from snowdrop.ground.refusals import NotAllowed
from snowdrop.people import actions
from snowdrop.people.viewer import NOBODY_KNOWN
from tests.people.visits import ask_for_code, enter, is_signed_in, last_code, sign_in
from tests.world.cast import a_person

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 3, 14, 6, 0, tzinfo=UTC)


def test_one_device_is_signed_out_at_once_and_the_others_stay(client: Client) -> None:
    phone, tablet = Client(headers={"User-Agent": "iPhone Safari"}), Client()
    for browser in (phone, tablet, client):
        sign_in(browser, "mira@example.org")
    there = next(one for one in client.get(reverse("you")).context["page"].devices if one.name == "Safari, iPhone")

    answer = client.post(reverse("sign_out_device", args=[there.id]))

    assert answer.url == reverse("you")
    assert [is_signed_in(browser) for browser in (phone, tablet, client)] == [False, True, True]


def test_the_device_of_somebody_else_cannot_be_signed_out(client: Client) -> None:
    tom = Client()
    sign_in(tom, "tom@example.org")
    sign_in(client, "mira@example.org")
    theirs = UserSession.objects.get(user__email="tom@example.org")

    answer = client.post(reverse("sign_out_device", args=[theirs.pk]))

    assert answer.status_code == 404
    assert is_signed_in(tom)
    with pytest.raises(NotAllowed):
        actions.sign_out_device(a_person("Ines"), theirs, now=MORNING)
    with pytest.raises(NotAllowed):
        actions.sign_out_everywhere(NOBODY_KNOWN, now=MORNING)


def test_signing_out_everywhere_ends_this_device_too_and_clears_it(client: Client) -> None:
    phone, stranger = Client(), Client()
    for browser, email in ((phone, "mira@example.org"), (client, "mira@example.org"), (stranger, "tom@example.org")):
        sign_in(browser, email)
    assert all(is_signed_in(browser) for browser in (phone, client, stranger))

    answer = client.post(reverse("sign_out_everywhere"))

    assert (answer.url, answer.headers["Clear-Site-Data"]) == (reverse("home"), '"cache", "storage"')
    assert [is_signed_in(browser) for browser in (phone, client, stranger)] == [False, False, True]


def test_a_device_is_shown_with_the_day_of_its_last_use_and_no_time_of_day(client: Client) -> None:
    with time_machine.travel(MORNING, tick=False):
        sign_in(client, "mira@example.org")

        page = client.get(reverse("you")).content.decode()

    listed = page.partition('id="devices-title"')[2].partition("</section>")[0]
    assert "since 14 March 2026, last used on 14 March 2026" in listed
    assert re.findall(r"\d\d:\d\d|\d+\.\d+\.\d+\.\d+", listed) == []


def test_a_visit_ends_an_hour_after_its_last_page(client: Client) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        sign_in(client, "mira@example.org", visiting="on")
        for _ in range(3):
            clock.shift(timedelta(minutes=50))
            assert is_signed_in(client)
        clock.shift(timedelta(minutes=61))

        assert not is_signed_in(client)


def test_where_somebody_was_going_lies_in_no_row_of_a_session(client: Client) -> None:
    secret = "a-secret-that-only-the-invited-hold"
    ask_for_code(client, "jonas@example.org", next=f"/invitation/{secret}/")
    (row,) = Session.objects.all()
    assert row.get_decoded()["code"]["email"] == "jonas@example.org"

    kept = str(row.get_decoded())
    answer = enter(client, last_code())

    assert secret not in kept
    assert answer.url == f"/invitation/{secret}/"


def test_where_somebody_was_going_is_forgotten_when_it_cannot_be_read(client: Client) -> None:
    ask_for_code(client, "jonas@example.org", next="/you/")
    session = client.session
    session["code"] |= {"next": "/you/"}
    session.save()

    assert enter(client, last_code()).url == reverse("my_memorials")


def test_somebody_new_may_say_their_name_or_leave_it(client: Client) -> None:
    sign_in(client, "jonas@example.org")
    asked = client.get(reverse("say_name"), {"next": "/help/"}).content.decode()

    answer = client.post(f"{reverse('say_name')}?next=/help/", {"name": "Jonas"})

    assert 'href="/help/">Not now</a>' in asked
    assert answer.url == "/help/"
    assert answer.wsgi_request.user.name == "Jonas"


def test_the_page_that_asks_for_a_name_leads_nowhere_that_is_not_ours(client: Client) -> None:
    sign_in(client, "jonas@example.org")

    answer = client.post(f"{reverse('say_name')}?next=//elsewhere.example/", {"name": ""})

    assert answer.url == reverse("my_memorials")
