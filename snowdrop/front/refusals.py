"""Pages for what the front cannot take: rendered once, dressed like every other answer, in need of nothing else."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.module_loading import import_string

from snowdrop.ground.middleware import Answering

_DRESSING: Final = settings.MIDDLEWARE[: settings.MIDDLEWARE.index("snowdrop.ground.middleware.CareMiddleware") + 1]
_LATER: Final = {status: [("retry-after", "10")] for status in (429, 503)}


def refuse(protocol: Any, status: int) -> None:
    """Answers with the page of this status (403, 408, 413, 429, 503). The connection ends: its body may be unread."""
    headers, content = _page(status)
    protocol.response_bytes(status, headers, content)


@lru_cache(maxsize=16)
def _page(status: int) -> tuple[list[tuple[str, str]], bytes]:
    headers, content = dressed(f"errors/{status}.html", status)
    return [*headers, ("connection", "close"), *_LATER.get(status, [])], content


def dressed(template: str, status: int) -> tuple[list[tuple[str, str]], bytes]:
    """A page that reads nothing but the settings, with the header fields of every other answer."""
    response = HttpResponse(render_to_string(template, {"site": settings.SNOWDROP}), status=status)
    get_response: Answering = lambda _request: response  # noqa: E731
    for name in reversed(_DRESSING):
        get_response = import_string(name)(get_response)
    answer = get_response(_request())
    assert isinstance(answer, HttpResponse)
    return [(name.lower(), value) for name, value in answer.items()], answer.content


def _request() -> HttpRequest:
    request = HttpRequest()
    request.method, request.path = "GET", "/"
    request.META = {"SERVER_NAME": "localhost", "SERVER_PORT": "80"}
    return request
