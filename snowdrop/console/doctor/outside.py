"""What a stranger finds beside the doors of a running instance (trust.md A5, C10, T07): there should be nothing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings

from snowdrop.console.doctor.asking import Answer, ask
from snowdrop.console.doctor.findings import Finding
from snowdrop.console.doctor.settings import HERE
from snowdrop.ground import sealing
from snowdrop.media.store import place_of, the_store

BESIDE: Final = (
    "/media/",
    "/static/",
    "/published/",
    "/data/",
    "/keys/",
    "/backup/",
    "/admin/",
    "/metrics",
    "/__debug__/",
    "/_patterns/",
    "/_mail/",
    "/.git/HEAD",
    "/.git/config",
    "/.env",
    "/settings",
    "/instance.key",
    "/keys/instance.key",
    "/data/keys/instance.key",
    "/secret.txt",
    "/keys/secret.txt",
    "/serve.log",
    "/snowdrop.sqlite3",
    "/snowdrop.sqlite3-wal",
    "/data/snowdrop.sqlite3",
    *(
        f"/{name}.{ending}"
        for name in ("backup", "snowdrop", "dump", "db")
        for ending in ("zip", "tar.gz", "sql", "sqlite3")
    ),
)
"""What has been found open on servers of others: listings, backups, keys, pages of developers."""
UPWARDS: Final = (
    "/static/../snowdrop.sqlite3",
    "/static/..%2fsnowdrop.sqlite3",
    "/static/%2e%2e/snowdrop.sqlite3",
    "/static/%2e%2e%2fkeys/instance.key",
    "/static/../../../../../../etc/hosts",
    "/static//etc/hosts",
    "/static/..\\snowdrop.sqlite3",
)
_NOWHERE: Final = "/m/canary-that-was-never-here/%00/"
_TELLS: Final = (b"Traceback", b"DEBUG = True", b"django.urls", b"site-packages")
_ALWAYS: Final = {
    "Content-Security-Policy": "scripts of others",
    "X-Content-Type-Options": "files taken for something else",
    "Referrer-Policy": "addresses told to others",
}


def look(address: str) -> Iterator[Finding]:
    """Asks at this address as strangers do, also for a canary in the store of the instance of these settings."""
    address = address.rstrip("/")
    first = ask(f"{address}/")
    if first is None:
        yield Finding(
            f"Nobody answers at {address}.", "Start the server, or look at its certificate and at the address."
        )
        return
    yield from _look_at_answer(address, first)
    with _canary() as paths:
        for path in (*BESIDE, *UPWARDS, *paths):
            answer = ask(address + path)
            if answer and answer.status < 300 and not _is_meant(path):
                yield Finding(
                    f"Strangers can open {address}{path}.", "Let the web server in front serve no files at all."
                )
    yield from _look_at_failures(address)
    yield from _look_at_cookies(address)


def _is_meant(path: str) -> bool:
    """Pages of developers are meant to be there while developing, on this computer."""
    return path in {"/_patterns/", "/_mail/"} and settings.SNOWDROP.developing


def _look_at_answer(address: str, first: Answer) -> Iterator[Finding]:
    for name, danger in _ALWAYS.items():
        if name not in first.headers:
            yield Finding(
                f"The answer has no {name}, which keeps away {danger}.",
                "Let the web server in front pass on all header fields of Snowdrop's answers.",
            )
    if address.startswith("https://") and "Strict-Transport-Security" not in first.headers:
        yield Finding(
            "Browsers are not told to come back with https only.", "Begin SNOWDROP_ADDRESS with https://, as people do."
        )
    if address.startswith("http://") and urlsplit(address).hostname not in HERE and first.status < 300:
        yield Finding(f"{address} answers without encryption.", "Let the web server in front lead on to https.")
    if (stranger := ask(f"{address}/", {"Host": "stranger.example"})) and stranger.status < 300:
        yield Finding(
            "The server answers under a name that a stranger chose.",
            "Let the web server in front answer its own name only, and pass it on (Host).",
        )


def _look_at_failures(address: str) -> Iterator[Finding]:
    for path in (_NOWHERE, "/%ff%fe/", "/sign-in/?next=" + "x" * 3000):
        answer = ask(address + path)
        if answer and any(word in answer.body for word in _TELLS):
            yield Finding(
                f"A page that fails tells of the program ({address}{path}).", "Set DEBUG = False, and start again."
            )


def _look_at_cookies(address: str) -> Iterator[Finding]:
    answer = ask(f"{address}/sign-in/")
    for cookie in (answer.headers.get_all("Set-Cookie") or []) if answer else []:
        flags = {flag.strip().lower() for flag in cookie.split(";")[1:]}
        if address.startswith("https://") and "secure" not in flags:
            yield Finding(
                f"The cookie {cookie.partition('=')[0]} travels without encryption too.",
                "Begin SNOWDROP_ADDRESS with https://, as people do.",
            )
        if "httponly" not in flags:
            yield Finding(
                f"Scripts can read the cookie {cookie.partition('=')[0]}.", "Tell the people who make Snowdrop."
            )


@contextmanager
def _canary() -> Iterator[tuple[str, ...]]:
    """Something in the store that nobody may open by where it lies."""
    store, key = the_store(), sealing.new_key()
    name = store.keep(key, io.BytesIO(b"canary"), bound_to=b"canary").name
    place = place_of(name)
    try:
        yield (f"/media/{place}", f"/data/media/{place}", f"/static/../media/{place}", f"/media/{name}", f"/{place}")
    finally:
        store.discard(name)
