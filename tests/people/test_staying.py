"""How long somebody stays signed in, how they leave, and how they make every other device leave."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import reverse

from snowdrop.people.actions import sign_out_everywhere
from snowdrop.people.links import held_links
from snowdrop.people.models import Person
from snowdrop.people.sessions import while_signed_in
from tests.people.visits import ask_for_code, is_signed_in, sign_in
from tests.world.cast import a_person

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 3, 14, 6, 0, tzinfo=UTC)
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1 Version/18.5 Safari/604.1"
LAPTOP = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def test_on_a_device_of_ones_own_a_session_in_use_does_not_end(client: Client) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        sign_in(client, "mira@example.org")
        for _ in range(4):
            clock.shift(timedelta(days=50))

            assert is_signed_in(client)


def test_a_session_that_nobody_uses_ends_after_sixty_days(client: Client) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        sign_in(client, "mira@example.org")
        clock.shift(timedelta(days=61))

        assert not is_signed_in(client)


def test_a_session_is_written_once_a_day_and_not_at_every_page(client: Client) -> None:
    with time_machine.travel(MORNING, tick=False):
        sign_in(client, "mira@example.org")
        client.get(reverse("you"))

        again = client.get(reverse("you"))

    assert settings.SESSION_COOKIE_NAME not in again.cookies


def test_on_another_device_the_session_ends_with_the_browser_and_after_half_a_day(client: Client) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        answer = sign_in(client, "mira@example.org", visiting="on")
        cookie = answer.cookies[settings.SESSION_COOKIE_NAME]
        assert is_signed_in(client)
        clock.shift(timedelta(hours=13))

        assert (cookie["max-age"], cookie["expires"]) == ("", "")
        assert not is_signed_in(client)


def test_whoever_does_not_go_through_with_it_keeps_a_session_for_an_hour_at_most(client: Client) -> None:
    answer = ask_for_code(client, "mira@example.org")

    assert int(answer.cookies[settings.SESSION_COOKIE_NAME]["max-age"]) <= 3600


def test_signing_out_ends_the_session_and_lets_go_of_nothing_else(client: Client) -> None:
    client.cookies["scheme"], client.cookies[settings.LINKS_COOKIE] = "night", "kept"
    sign_in(client, "mira@example.org")
    assert is_signed_in(client)

    answer = client.post(reverse("sign_out"))

    assert answer.url == reverse("home")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not is_signed_in(client)
    assert (client.cookies["scheme"].value, client.cookies[settings.LINKS_COOKIE].value) == ("night", "kept")
    assert held_links(answer.wsgi_request) == ()


def test_whoever_leaves_a_device_of_somebody_else_leaves_no_private_link_and_no_way_back_in_it(client: Client) -> None:
    sign_in(client, "mira@example.org", visiting="on")
    client.cookies[settings.LINKS_COOKIE] = "something"
    request = RequestFactory().get("/")
    request.session, request.COOKIES = client.session, {}
    storage = CookieStorage(request)
    storage.add(20, "It was taken away.", "/m/abc/letters/put-back/")
    client.cookies["messages"] = storage._encode(storage._queued_messages)

    client.post(reverse("sign_out"))

    assert client.cookies[settings.LINKS_COOKIE].value == ""
    assert "put-back" not in client.get("/").content.decode()


def test_what_takes_long_is_allowed_until_the_session_ends_anywhere(client: Client) -> None:
    sign_in(client, "mira@example.org")
    request = client.get(reverse("you")).wsgi_request
    still_allowed, guest = while_signed_in(request, lambda: True), while_signed_in(_a_guest(), lambda: True)
    before = (still_allowed(), guest())

    sign_out_everywhere(request.viewer, now=MORNING)

    assert (before, still_allowed(), guest()) == ((True, True), False, True)
    assert while_signed_in(_a_guest(), lambda: False)() is False


def _a_guest() -> HttpRequest:
    return Client().get("/").wsgi_request


def test_signing_out_takes_a_post_and_needs_nobody_to_be_signed_in(client: Client) -> None:
    assert client.get(reverse("sign_out")).status_code == 405
    assert client.post(reverse("sign_out")).url == reverse("home")


def test_a_person_sees_the_devices_by_plain_names(client: Client) -> None:
    sign_in(Client(headers={"User-Agent": PHONE}), "mira@example.org")
    sign_in(Client(headers={"User-Agent": "\x7f"}), "mira@example.org")
    here = Client(headers={"User-Agent": LAPTOP})
    sign_in(here, "mira@example.org")

    devices = here.get(reverse("you")).context["page"].devices

    assert (devices[0].name, devices[0].here) == ("Firefox, Linux", True)
    assert {device.name for device in devices[1:]} == {"Safari, iPhone", "A browser that does not say its name"}


def test_signing_out_everywhere_ends_every_other_session_of_this_person_and_of_nobody_else(client: Client) -> None:
    phone, tablet, stranger = Client(), Client(), Client()
    for browser in (phone, tablet, client):
        sign_in(browser, "mira@example.org")
    sign_in(stranger, "tom@example.org")
    assert all(is_signed_in(browser) for browser in (phone, tablet, client, stranger))

    answer = client.post(reverse("sign_out_elsewhere"))

    assert answer.url == reverse("you")
    assert [is_signed_in(browser) for browser in (phone, tablet, client, stranger)] == [False, False, True, True]


def test_what_we_may_call_somebody_can_be_said_and_taken_back(client: Client) -> None:
    sign_in(client, "mira@example.org")
    person = client.get(reverse("you")).wsgi_request.user

    client.post(reverse("you"), {"name": "Mira"})
    person.refresh_from_db()
    said = person.name
    client.post(reverse("you"), {"name": ""})
    person.refresh_from_db()

    assert (said, person.name) == ("Mira", "")


def test_a_name_that_is_too_long_is_said_in_words_and_nothing_is_changed(client: Client) -> None:
    mira = Person.objects.get(id=a_person("Mira").person_id)
    client.force_login(mira)

    page = client.post(reverse("you"), {"name": "M" * 121})

    mira.refresh_from_db()
    assert page.context["form"].errors
    assert mira.name == "Mira"
