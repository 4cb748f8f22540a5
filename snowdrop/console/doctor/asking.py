"""Asks for an address as a stranger would: without cookies, without following where it leads, without tidying it."""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

_SECONDS: Final = 10
_MOST_BYTES: Final = 256 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, the header fields, the beginning of the body."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


def ask(address: str, headers: Mapping[str, str] | None = None) -> Answer | None:
    """What a stranger gets; None where nobody answers, or where the certificate is not believed."""
    url = urlsplit(address)
    kind = http.client.HTTPSConnection if url.scheme == "https" else http.client.HTTPConnection
    connection = kind(url.hostname or "", url.port, timeout=_SECONDS)
    try:
        connection.request(
            "GET", address.removeprefix(f"{url.scheme}://{url.netloc}") or "/", headers=dict(headers or {})
        )
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read(_MOST_BYTES))
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
