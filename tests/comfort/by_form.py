"""How guests send comfort in the tests of this room: by the form, with a browser."""

from __future__ import annotations

from django.http import HttpResponse
from django.test import Client

from tests.world.cast import Cast
from tests.world.guests import fields


def address(cast: Cast) -> str:
    """Where the form is sent to."""
    return f"/m/{cast.memorial.slug}/send/"


def post(cast: Cast, browser: Client | None = None, **given: str) -> tuple[HttpResponse, str]:
    """The answer to a form that is in order but for what is given, and the token that it carries."""
    form = dict(fields(**given))
    return (browser or Client()).post(address(cast), form), form["once"]
