"""Knocking at doors: asks an address as one of the cast, leaves nothing behind, and looks at the answer's dress."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote

from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from tests.house.rows import Row

_TOKENS = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
_OF_MEMORIAL = re.compile(r"^/m/[^/]+/")
"""What every address of a memorial begins with: the page that says that nothing is there offers to ask at it."""
_CHANGING = {"Date", "Content-Length"}


Told = tuple[int, str, str]
"""Status, headers and body of an answer, with nothing in them that the asker gave or that changes by itself."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: status, headers, cookies with their flags, and the whole body."""

    status: int
    headers: Mapping[str, str]
    cookies: Mapping[str, Mapping[str, str]]
    body: bytes

    def without(self, path: str) -> Told:
        """What it told whoever asked at this path."""
        headers = "\n".join(f"{name}: {value}" for name, value in sorted(self.headers.items()) if name not in _CHANGING)
        body = _TOKENS.sub("", self.body.decode("utf-8", "replace"))
        given = {path, *_OF_MEMORIAL.findall(path)}
        spelled = {spelling for one in given for spelling in (one, quote(one), quote(one, safe=""))}
        asked = re.compile("|".join(re.escape(one) for one in sorted(spelled, key=len, reverse=True)))
        return self.status, asked.sub("PATH", headers), asked.sub("PATH", body)


def address(name: str, parts: Mapping[str, str]) -> str:
    """The path of a named address."""
    return reverse(name, kwargs=dict(parts))


def knock(browser: Client, method: str, path: str, body: Mapping[str, str] | None = None) -> Answer:
    """Asks once; whatever it changed is undone, and the browser keeps no cookie of it."""
    with _without_traces(browser):
        asked = browser.post(path, dict(body or {})) if method == "POST" else browser.generic(method, path)
        return _answer(asked)


def _answer(response: HttpResponseBase) -> Answer:
    body = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    cookies = {
        name: {key: str(value) for key, value in morsel.items()} | {"value": morsel.value}
        for name, morsel in response.cookies.items()
    }
    return Answer(response.status_code, dict(response.headers), cookies, body)


@contextmanager
def _without_traces(browser: Client) -> Iterator[None]:
    kept = browser.cookies.copy()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    browser.cookies.clear()
    browser.cookies.update(kept)


def badly_dressed(answer: Answer, row: Row, cast: str, state: str) -> list[str]:
    """What is missing on an answer (trust.md T16). Bytes of photographs lie in a sandbox of their own."""
    said = {name.lower(): value for name, value in answer.headers.items()}
    policy = {
        name: value
        for name, _, value in (
            part.strip().partition(" ") for part in said.get("content-security-policy", "").split(";")
        )
    }
    wrong = []
    if "sandbox" in policy:
        wrong += [] if policy.get("default-src") == "'none'" else ["its sandbox lets something in"]
    else:
        wrong += [f"policy {name}" for name, value in _POLICY.items() if policy.get(name) != value]
    wrong += [name for name, value in _HEADERS.items() if said.get(name) not in (value, _STRICTER.get(name))]
    shared = row.kept_for(cast, state) and state == "everybody" and answer.status == 200
    caching = {part.strip() for part in said.get("cache-control", "").split(",")}
    if not shared and not {"private", "no-store"} <= caching:
        wrong.append(f"Cache-Control is {said.get('cache-control')!r}, not private, no-store")
    if shared and caching != {"no-cache"}:
        wrong.append(f"Cache-Control is {said.get('cache-control')!r}, not what the audience says")
    return wrong + _loose_cookies(answer)


_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "require-trusted-types-for": "'script'",
}
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_STRICTER = {"referrer-policy": "no-referrer"}
_READ_BY_SCRIPTS = {"scheme", "left", "keys"}


def _loose_cookies(answer: Answer) -> list[str]:
    """Every cookie stays with our own pages; a script may read only what it has to know: nothing of anybody."""
    wrong = []
    for name, flags in answer.cookies.items():
        if flags["samesite"] not in {"Lax", "Strict"}:
            wrong.append(f"cookie {name} without SameSite")
        if not flags["httponly"] and name not in _READ_BY_SCRIPTS and flags["value"]:
            wrong.append(f"cookie {name} without HttpOnly")
    return wrong
