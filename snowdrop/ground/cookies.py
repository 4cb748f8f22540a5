"""Cookies that a browser keeps for a year: a choice of its own, never who somebody is."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.http import HttpResponseBase

YEAR: Final = 60 * 60 * 24 * 365


def keep_for_a_year(response: HttpResponseBase, name: str, value: str, *, scripts_read_it: bool = False) -> None:
    """Makes this browser keep a choice for a year; only our own pages are sent it, scripts only where they need it."""
    response.set_cookie(
        name, value, max_age=YEAR, samesite="Lax", httponly=not scripts_read_it, secure=settings.SNOWDROP.secure
    )


def let_go_of(response: HttpResponseBase, name: str) -> None:
    """Makes this browser forget it."""
    response.delete_cookie(name, samesite="Lax")
