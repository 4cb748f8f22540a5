"""Says on the next page what was just done, with the way back where there is one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import Promise


def say_done(request: HttpRequest, words: str | Promise, *, undo: str = "") -> None:
    """Shows `words` once, on the next page; `undo` is an address that takes a POST and undoes it.

    The words travel in a cookie: general ones only ("It was let through."), never what people wrote.
    """
    messages.success(request, str(words), extra_tags=undo)
