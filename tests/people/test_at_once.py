"""Many requests at once: each thread has a connection of its own, as each process would; the counts still hold."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.people.visits import ask_for_code, enter, last_code, wrong

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

AT_ONCE = 12


def _all_at_once(browser: Client, code: str) -> list[HttpResponse]:
    """The same session enters the same code from many sides at once."""
    session = browser.cookies[settings.SESSION_COOKIE_NAME].value

    def one_of_many(_: int) -> HttpResponse:
        one = Client(raise_request_exception=False)
        one.cookies[settings.SESSION_COOKIE_NAME] = session
        return _and_close(lambda: enter(one, code))

    with ThreadPoolExecutor(AT_ONCE) as many:
        return list(many.map(one_of_many, range(AT_ONCE)))


def _and_close(act: Callable[[], HttpResponse]) -> HttpResponse:
    try:
        return act()
    finally:
        connection.close()


def test_no_more_than_five_tries_are_taken_however_many_come_at_once(client: Client) -> None:
    ask_for_code(client, "at-once@example.org")

    answers = _all_at_once(client, wrong(last_code()))

    taken = [answer for answer in answers if answer.status_code == 200]
    assert 1 <= len(taken) <= 5


def test_a_code_lets_one_request_in_however_many_come_at_once(client: Client) -> None:
    ask_for_code(client, "at-once-too@example.org")

    answers = _all_at_once(client, last_code())

    let_in = [answer for answer in answers if answer.headers.get("Location") == reverse("my_memorials")]
    assert len(let_in) == 1
