"""Signing in with a code: the same for everybody, once, within its time, within its tries, to places of this site."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse

from snowdrop.ground.models import Entry
from snowdrop.people.models import Person
from tests.people.visits import ask_for_code, enter, is_signed_in, last_code, sign_in, wrong
from tests.world.cast import a_person

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 3, 14, 6, 0, tzinfo=UTC)


def test_somebody_known_signs_in_with_the_code_from_the_mail(client: Client) -> None:
    mira = a_person("Mira")

    answer = sign_in(client, "mira@example.org")

    assert (answer.status_code, answer.url) == (302, reverse("my_memorials"))
    assert client.get(reverse("you")).wsgi_request.viewer == mira
    assert mail.outbox[0].to == ["mira@example.org"]


def test_somebody_new_has_an_account_when_the_code_is_entered_and_not_before(client: Client) -> None:
    ask_for_code(client, "ines@example.org")
    before = Person.objects.filter(email="ines@example.org").exists()

    enter(client, last_code())

    ines = Person.objects.get(email="ines@example.org")
    assert not before
    assert is_signed_in(client)
    assert not ines.has_usable_password()
    assert Entry.objects.get(verb="person.arrived").subject_id == ines.id


def test_an_address_is_the_same_in_large_and_small_letters(client: Client) -> None:
    a_person("Mira")

    sign_in(client, " Mira@Example.ORG ")

    assert is_signed_in(client)
    assert Person.objects.count() == 1


@pytest.mark.parametrize("spelling", ["{0}{1}", " {0} {1} ", "{0} – {1}"])
def test_a_code_is_understood_however_its_digits_are_parted(client: Client, spelling: str) -> None:
    ask_for_code(client, "mira@example.org")

    enter(client, spelling.format(*last_code().split("-")))

    assert is_signed_in(client)


def test_a_code_may_be_written_in_the_digits_of_another_script(client: Client) -> None:
    ask_for_code(client, "mira@example.org")

    enter(client, last_code().translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")))

    assert is_signed_in(client)


def test_a_code_opens_only_the_browser_that_asked_for_it(client: Client) -> None:
    ask_for_code(client, "mira@example.org")
    other = Client()
    ask_for_code(other, "tom@example.org")
    code_of_the_other = last_code()

    enter(client, code_of_the_other)

    assert not is_signed_in(client)
    enter(other, code_of_the_other)
    assert is_signed_in(other)


def test_a_code_that_was_used_opens_nothing_more_not_even_for_a_request_that_had_read_the_session_before(
    client: Client,
) -> None:
    ask_for_code(client, "mira@example.org")
    code, read_before = last_code(), client.session["code"]
    enter(client, code)
    assert is_signed_in(client)
    late = Client()
    ask_for_code(late, "tom@example.org")
    session = late.session
    session["code"] = read_before
    session.save()

    enter(late, code)

    assert not is_signed_in(late)


@pytest.mark.parametrize(("minutes", "opens"), [(14, True), (16, False)])
def test_a_code_lasts_fifteen_minutes(client: Client, minutes: int, opens: bool) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        ask_for_code(client, "mira@example.org", next="/you/")
        clock.shift(timedelta(minutes=minutes))

        answer = enter(client, last_code())

        assert is_signed_in(client) is opens
        if not opens:
            assert answer.url == reverse("sign_in")
            assert 'name="next" value="/you/"' in client.get(answer.url).content.decode()


def test_after_five_wrong_tries_the_right_code_opens_nothing(client: Client) -> None:
    ask_for_code(client, "mira@example.org")
    code = last_code()
    pages = [enter(client, wrong(code)) for _ in range(5)]
    assert all("This is not the code that we sent" in page.content.decode() for page in pages)

    answer = enter(client, code)

    assert answer.url == reverse("sign_in")
    assert not is_signed_in(client)


def test_tries_are_counted_for_the_code_also_when_many_requests_read_the_session_at_once(client: Client) -> None:
    ask_for_code(client, "mira@example.org")
    code, read_at_once = last_code(), client.session["code"]
    for _ in range(5):
        enter(client, wrong(code))
    session = client.session
    session["code"] = read_at_once
    session.save()

    enter(client, code)

    assert not is_signed_in(client)


def test_a_new_code_takes_the_place_of_the_one_before(client: Client) -> None:
    ask_for_code(client, "mira@example.org")
    first = last_code()
    ask_for_code(client, "mira@example.org")

    enter(client, first)

    assert not is_signed_in(client)
    enter(client, last_code())
    assert is_signed_in(client)


def test_codes_for_one_address_are_limited_and_others_are_not_kept_out(client: Client) -> None:
    answers = [ask_for_code(client, "mira@example.org") for _ in range(6)]

    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    assert "Several codes have been sent" in answers[-1].content.decode()
    assert len(mail.outbox) == 5
    assert ask_for_code(Client(REMOTE_ADDR="203.0.113.9"), "mira@example.org").status_code == 302


def test_a_helper_who_follows_an_invitation_comes_back_to_it(client: Client) -> None:
    page = client.get(reverse("sign_in"), {"next": "/invitation/abc/"})
    assert 'name="next" value="/invitation/abc/"' in page.content.decode()

    answer = sign_in(client, "jonas@example.org", next="/invitation/abc/")

    assert answer.url == "/invitation/abc/"


def test_a_closed_door_leads_back_to_where_somebody_was_going(client: Client) -> None:
    asked = client.get(reverse("you"))

    assert asked.url == f"{reverse('sign_in')}?next=/you/"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.net/",
        "//example.net/",
        "///example.net",
        "/\\example.net",
        "\\\\example.net",
        "javascript:alert(1)",
        "http://localhost:9/",
        "https:/example.net",
        "you/",
        "/\t/example.net",
    ],
)
def test_nobody_is_led_to_another_site(client: Client, elsewhere: str) -> None:
    answer = sign_in(client, "mira@example.org", next=elsewhere)
    again = client.get(reverse("sign_in"), {"next": elsewhere})

    assert {answer.url, again.url} == {reverse("my_memorials")}


def test_an_address_that_is_none_is_said_in_words_and_no_mail_is_sent(client: Client) -> None:
    pages = [ask_for_code(client, email) for email in ("", "mira", "mira@", "a" * 300 + "@example.org", "a@b\n.org")]

    assert {page.status_code for page in pages} == {200}
    assert "Please write your e-mail address" in pages[0].content.decode()
    assert mail.outbox == []
    assert settings.SESSION_COOKIE_NAME not in client.cookies


def test_a_closed_account_is_told_so_only_after_its_own_code(client: Client) -> None:
    tom = a_person("Tom")
    Person.objects.filter(id=tom.person_id).update(is_active=False)

    asked = ask_for_code(client, "tom@example.org")
    answer = enter(client, last_code())

    assert asked.url == reverse("sign_in_code")
    assert answer.status_code == 403
    assert "This account is closed" in answer.content.decode()
    assert not is_signed_in(client)


def test_a_step_taken_out_of_order_leads_to_the_beginning(client: Client) -> None:
    assert client.get(reverse("sign_in_code")).url == reverse("sign_in")
    assert enter(client, "1234-5678").url == reverse("sign_in")
