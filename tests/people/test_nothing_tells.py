"""Nothing tells whether an address has an account: no answer, no question to the database, no time (trust.md T09)."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from snowdrop.people.actions import be_discreet
from snowdrop.people.models import Person
from tests.figures import Figures
from tests.people.visits import ask_for_code
from tests.world.cast import NOON, a_person
from tests.world.timings import tell_apart

pytestmark = pytest.mark.django_db

KNOWN, CLOSED, UNKNOWN = "mira@example.org", "toms@example.org", "ines@example.org"
DISCREET = "noor@example.org"


@pytest.fixture(autouse=True)
def somebody_known() -> None:
    a_person("Mira")
    closed = a_person("Toms")
    Person.objects.filter(id=closed.person_id).update(is_active=False)
    be_discreet(a_person("Noor"), discreet=True, now=NOON)


@pytest.fixture
def no_mail_server(settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1


def _told(answer: HttpResponse, email: str) -> tuple[int, str, dict[str, str]]:
    """Status, body and headers without what is random for everybody."""
    body = re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]*', r"\1", answer.content.decode())
    return answer.status_code, body.replace(email, "ADDRESS"), dict(answer.headers)


def _asked(email: str) -> Iterator[tuple[int, str, dict[str, str]]]:
    browser = Client()
    yield _told(ask_for_code(browser, email), email)
    yield _told(browser.get(reverse("sign_in_code")), email)
    yield _told(browser.post(reverse("sign_in_code"), {"code": "0000-0000"}), email)
    yield _told(ask_for_code(browser, email), email)


def test_every_step_answers_the_same_for_an_address_known_closed_and_unknown() -> None:
    assert Person.objects.filter(email=KNOWN).exists() and not Person.objects.filter(email=UNKNOWN).exists()

    known, closed, unknown = (list(_asked(email)) for email in (KNOWN, CLOSED, UNKNOWN))

    assert known == closed == unknown
    bodies = [re.sub(r"\d{4}-\d{4}", "CODE", str(one.body)) for one in mail.outbox]
    assert len(bodies) == 6
    assert len(set(bodies)) == 1


@pytest.mark.usefixtures("no_mail_server")
def test_the_same_calm_sentence_comes_when_the_mail_server_is_away_and_nothing_is_half_made() -> None:
    browsers = {email: Client() for email in (KNOWN, CLOSED, UNKNOWN)}

    answers = [_told(ask_for_code(browser, email), email) for email, browser in browsers.items()]

    assert answers[0] == answers[1] == answers[2]
    assert answers[0][0] == 503
    assert "We cannot send mail just now." in answers[0][1]
    assert not Person.objects.filter(email=UNKNOWN).exists()
    assert not Session.objects.exists()
    assert {browser.get(reverse("sign_in_code")).url for browser in browsers.values()} == {reverse("sign_in")}


def test_the_same_sentence_comes_when_too_many_codes_were_asked_for() -> None:
    for email in (KNOWN, UNKNOWN):
        for _ in range(5):
            ask_for_code(Client(), email)

    known, unknown = (_told(ask_for_code(Client(), email), email) for email in (KNOWN, UNKNOWN))

    assert known == unknown
    assert known[0] == 429


def test_of_an_address_only_whether_its_mails_are_discreet_is_asked_before_the_code_is_entered() -> None:
    def asked(email: str) -> list[str]:
        browser = Client()
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            ask_for_code(browser, email)
            browser.post(reverse("sign_in_code"), {"code": "0000-0000"})
        return [query["sql"].replace(email, "ADDRESS") for query in queries if "SAVEPOINT" not in query["sql"]]

    known, unknown = asked(KNOWN), asked(UNKNOWN)

    assert [sql[:40] for sql in known] == [sql[:40] for sql in unknown]
    about_people = [sql for sql in known + unknown if "people_person" in sql or "account_emailaddress" in sql]
    assert len(about_people) == 2
    assert set(about_people) == {
        'SELECT 1 AS "a" FROM "people_person" WHERE ("people_person"."discreet_since" IS NOT NULL'
        """ AND "people_person"."email" = 'ADDRESS') LIMIT 1"""
    }


@pytest.mark.slow
@pytest.mark.parametrize("known", [KNOWN, DISCREET])
@pytest.mark.parametrize("mail_server", ["there", "away"])
def test_trials_of_an_address_known_and_unknown_tell_nothing_by_answer_or_time(
    settings, request: pytest.FixtureRequest, figures: Figures, mail_server: str, known: str
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {}
    if mail_server == "away":
        request.getfixturevalue("no_mail_server")
    seed = 9 if known == KNOWN else 10

    told, first, again = _trials(known, seed)
    measured = {"asking": first, "asking again": again}
    if _tells(measured):  # by chance alone once in fifty runs: then all is measured once more
        told_then, first, again = _trials(known, seed + 100)
        told, measured = told | told_then, {"asking": first, "asking again": again}

    wrong = [f"{step} takes another time" for step in _tells(measured)] + ["another answer"] * (len(told) - 2)
    figures("T09", checks=4 * TRIALS, wrong=len(wrong))
    assert wrong == []
    assert {status for _, (status, _, _) in told} == ({302} if mail_server == "there" else {503})


TRIALS = 200
Times = dict[bool, list[float]]


def _trials(known: str, seed: int) -> tuple[set[tuple[str, tuple[int, str, str]]], Times, Times]:
    """What both steps told, and how long asking for a code took, and asking once more from the same browser."""
    told: set[tuple[str, tuple[int, str, str]]] = set()
    first: Times = {True: [], False: []}
    again: Times = {True: [], False: []}
    order = [True, False] * (TRIALS + 10)
    random.Random(seed).shuffle(order)
    for is_known in order:
        email, browser = known if is_known else UNKNOWN, Client()
        for step, times in (("asking", first), ("asking again", again)):
            start = time.perf_counter()
            answer = ask_for_code(browser, email)
            times[is_known].append(time.perf_counter() - start)
            status, body, headers = _told(answer, email)
            told.add((step, (status, body, repr(sorted(headers.items())))))
        mail.outbox.clear()
    for times in (first, again):
        for which in times:
            times[which] = times[which][10:]  # what is slow only because it is the first
    return told, first, again


def _tells(measured: dict[str, Times]) -> list[str]:
    """The steps whose times tell the known from the unknown."""
    return [step for step, times in measured.items() if tell_apart(times[True], times[False])]
