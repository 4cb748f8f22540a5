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


def forget_what_was_done(request: HttpRequest) -> None:
    """What was to be said on the next page is not: the next one at this browser may be somebody else."""
    for _ in messages.get_messages(request):
        pass
