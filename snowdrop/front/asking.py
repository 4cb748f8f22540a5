"""Asks Django itself, within this process, what it would answer to somebody nobody knows."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any, cast
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpResponse, StreamingHttpResponse

Response = HttpResponse | StreamingHttpResponse


def ask(path: str) -> Response:
    """The answer to a plain GET of this path: through every middleware, without a cookie, a language, or a wish.

    It is not closed: that would tell Django that a request from outside has ended, and this thread's connection to the
    database with it.
    """
    return cast(Response, _handler().get_response(WSGIRequest(_environ(path))))


@lru_cache(maxsize=1)
def _handler() -> WSGIHandler:
    return WSGIHandler()


def _environ(path: str) -> dict[str, Any]:
    address = urlsplit(settings.SNOWDROP.address)
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "SERVER_NAME": address.hostname,
        "SERVER_PORT": str(address.port or (443 if address.scheme == "https" else 80)),
        "HTTP_HOST": address.netloc,
        "wsgi.url_scheme": address.scheme,
        "wsgi.input": io.BytesIO(),
    }
