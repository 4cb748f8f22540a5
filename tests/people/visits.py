"""How somebody signs in, step by step, as a browser without scripts does it."""

from __future__ import annotations

import re

from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse


def ask_for_code(browser: Client, email: str, **more: str) -> HttpResponse:
    """Writes an address and asks for a code."""
    return browser.post(reverse("sign_in"), {"email": email, **more})


def last_code() -> str:
    """The code in the mail that was sent last."""
    found = re.search(r"\d{4}-\d{4}", str(mail.outbox[-1].body))
    assert found
    return found[0]


def enter(browser: Client, code: str) -> HttpResponse:
    """Enters a code."""
    return browser.post(reverse("sign_in_code"), {"code": code})


def sign_in(browser: Client, email: str, **more: str) -> HttpResponse:
    """Signs in with the code from the mail; returns the answer that leads on."""
    ask_for_code(browser, email, **more)
    return enter(browser, last_code())


def is_signed_in(browser: Client) -> bool:
    """Whether this browser may see a page that asks who somebody is."""
    return browser.get(reverse("you")).status_code == 200


def wrong(code: str) -> str:
    """A code that is not this one."""
    return "".join("1" if digit == "0" else "0" for digit in code if digit.isdigit())
