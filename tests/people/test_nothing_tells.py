"""Nothing tells whether an address has an account: no answer, no question to the database, no time (trust.md T09)."""

from __future__ import annotations

import random
import re
import statistics
import time
from collections.abc import Iterator
from math import erfc, sqrt

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from snowdrop.people.models import Person
from tests.people.visits import ask_for_code
from tests.world.cast import a_person

pytestmark = pytest.mark.django_db

KNOWN, CLOSED, UNKNOWN = "mira@example.org", "toms@example.org", "ines@example.org"


@pytest.fixture(autouse=True)
def somebody_known() -> None:
    a_person("Mira")
    closed = a_person("Toms")
    Person.objects.filter(id=closed.person_id).update(is_active=False)


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


def test_the_database_is_not_even_asked_about_people_before_the_code_is_entered() -> None:
    def asked(email: str) -> list[str]:
        browser = Client()
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            ask_for_code(browser, email)
            browser.post(reverse("sign_in_code"), {"code": "0000-0000"})
        return [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]

    known, unknown = asked(KNOWN), asked(UNKNOWN)

    assert [sql[:40] for sql in known] == [sql[:40] for sql in unknown]
    assert not [sql for sql in known + unknown if "people_person" in sql or "account_emailaddress" in sql]


@pytest.mark.slow
def test_the_time_that_it_takes_tells_nothing(settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {}
    times: dict[str, list[float]] = {KNOWN: [], UNKNOWN: []}
    order = [KNOWN, UNKNOWN] * 210
    random.Random(9).shuffle(order)

    for email in order:
        browser = Client()
        start = time.perf_counter()
        ask_for_code(browser, email)
        times[email].append(time.perf_counter() - start)

    known, unknown = (times[email][10:] for email in (KNOWN, UNKNOWN))
    assert abs(statistics.median(known) - statistics.median(unknown)) < 0.005
    assert _chance_that_they_are_alike(known, unknown) > 0.001


def _chance_that_they_are_alike(ones: list[float], others: list[float]) -> float:
    """Mann and Whitney's test, by its normal approximation, which is close from twenty values on."""
    ranks = {value: rank for rank, value in enumerate(sorted(ones + others), 1)}
    count, total = len(ones) * len(others), len(ones) + len(others)
    found = sum(ranks[value] for value in ones) - len(ones) * (len(ones) + 1) / 2
    distance = abs(found - count / 2) / sqrt(count * (total + 1) / 12)
    return erfc(distance / sqrt(2))
