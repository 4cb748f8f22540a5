"""Plain names for browsers, from what they say of themselves; and whether a person was in this one before."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from snowdrop.ground.cookies import keep_for_a_year
from snowdrop.people.models import Person

_BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
"""In the order of asking, for most browsers also give the names of others."""

_SYSTEMS: Final = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "Chromebook"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


def device_name(user_agent: str) -> str:
    """What a browser is called in a list ("Firefox, Windows"); something general if it does not say."""
    known = [_first(names, user_agent) for names in (_BROWSERS, _SYSTEMS)]
    return ", ".join(name for name in known if name) or _("A browser that does not say its name")


def knows(request: HttpRequest, person: Person) -> bool:
    """Whether this browser was kept as one of the person's own."""
    return constant_time_compare(request.COOKIES.get(settings.DEVICE_COOKIE, ""), _mark_of(person))


def keep_as_known(response: HttpResponseBase, person: Person) -> None:
    """Keeps this browser as one of the person's own: a mark that names nobody and opens nothing."""
    keep_for_a_year(response, settings.DEVICE_COOKIE, _mark_of(person))


def _mark_of(person: Person) -> str:
    return salted_hmac("snowdrop.people.devices", person.pk.hex, algorithm="sha256").hexdigest()


def _first(names: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for mark, name in names if mark in user_agent), "")
