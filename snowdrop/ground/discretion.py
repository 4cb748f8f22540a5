"""The discreet look: plain titles, sign, colours and mails, for whoever shares a screen or mailbox (trust.md B5, T13).

The pages themselves stay as they are. It is chosen for one browser (a cookie that says nothing of who holds it), or by
a person for wherever they sign in and for their mails; the room of people says which people want it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponseBase

from snowdrop.ground.cookies import keep_for_a_year, let_go_of

COOKIE: Final = "look"
_DISCREET: Final = "discreet"

_wishes: list[Callable[[str], bool]] = []


def is_discreet(request: HttpRequest) -> bool:
    """Whether this answer wears the discreet look: by this browser's choice, or by that of the person."""
    return chosen_here(request) or getattr(request, "for_a_discreet_person", False)


def chosen_here(request: HttpRequest) -> bool:
    """Whether this browser has chosen the discreet look."""
    return request.COOKIES.get(COOKIE) == _DISCREET


def choose_here(response: HttpResponseBase, *, discreet: bool) -> None:
    """Makes this browser keep the choice for a year, or forget it."""
    if discreet:
        keep_for_a_year(response, COOKIE, _DISCREET)
    else:
        let_go_of(response, COOKIE)


def bring_wish(wish: Callable[[str], bool]) -> Callable[[str], bool]:
    """Registers who knows whether the person at an address for mail wants discreet mails."""
    _wishes.append(wish)
    return wish


def wants_discreet_mail(address: str) -> bool:
    """Whether whoever reads the mails of this address wants them discreet."""
    return any(wish(address) for wish in _wishes)
