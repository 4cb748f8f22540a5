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
_LATER: Final = frozenset({429, 503})
_RETRY_AFTER: Final = "10"


def refuse(protocol: Any, status: int) -> None:
    """Answers with the page of this status (403, 408, 413, 429, 503). The connection ends: its body may be unread."""
    headers, content = _page(status)
    protocol.response_bytes(status, headers, content)


@lru_cache(maxsize=16)
def _page(status: int) -> tuple[list[tuple[str, str]], bytes]:
    page = render_to_string(f"errors/{status}.html", {"site": settings.SNOWDROP})
    response = HttpResponse(page, status=status)
    get_response: Answering = lambda _request: response  # noqa: E731
    for name in reversed(_DRESSING):
        get_response = import_string(name)(get_response)
    dressed = get_response(_request())
    assert isinstance(dressed, HttpResponse)
    headers = [(name.lower(), value) for name, value in dressed.items()] + [("connection", "close")]
    if status in _LATER:
        headers.append(("retry-after", _RETRY_AFTER))
    return headers, dressed.content


def _request() -> HttpRequest:
    request = HttpRequest()
    request.method, request.path = "GET", "/"
    request.META = {"SERVER_NAME": "localhost", "SERVER_PORT": "80"}
    return request
