"""What the headers of a request ask for: content codings (RFC 9110, 12.5.3), the light, whether anybody is known."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from snowdrop.front.document import PLAIN
from snowdrop.ground import discretion, leaving

_OURS: Final = ("br", "gzip", PLAIN)
"""The codings that we have, the smallest first."""
_LAST_RESORT: Final = 0.0001
_MOST_KEPT: Final = 32
"""Answers that are remembered for what visitors say: few, for each may be as long as a whole head."""
_SCHEME: Final = re.compile(r"(?:^|;\s*)scheme=(morning|night)\s*(?:;|$)")


@lru_cache(maxsize=_MOST_KEPT)
def preferred_coding(accept: str) -> str:
    """Which of our codings an Accept-Encoding asks for; the plain one where it is empty or refuses everything."""
    weights: dict[str, float] = {}
    for part in accept.lower().split(","):
        name, _, parameters = part.partition(";")
        weights[name.strip()] = _weight(parameters)
    anything = weights.get("*", 0.0)
    offered = {coding: weights.get(coding, anything) for coding in _OURS}
    offered[PLAIN] = weights.get(PLAIN, 0.0) or _LAST_RESORT
    return max(_OURS, key=lambda coding: offered[coding])


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return min(max(float(value), 0.0), 1.0)
    except ValueError:
        return 0.0


def is_unchanged(if_none_match: str, etag: str) -> bool:
    """Whether the visitor holds this very body (RFC 9110, 13.1.2: compared weakly)."""
    return etag in if_none_match or if_none_match.strip() == "*"


def chosen_light(cookie: str) -> str:
    """The light that the visitor chose: "morning", "night" or ""."""
    found = _SCHEME.search(cookie)
    return found[1] if found else ""


@lru_cache(maxsize=1)
def _telling_cookies() -> Collection[str]:
    """Cookies whose holder is somebody, has something to be told, or wants pages of another look."""
    known = (f"{settings.SESSION_COOKIE_NAME}=", f"{settings.LINKS_COOKIE}=", "messages=")
    return (*known, f"{discretion.COOKIE}=", f"{leaving.COOKIE}=")


def is_nobody_known(cookie: str) -> bool:
    """Whether a cookie header names nobody. When in doubt it does, and Django looks."""
    return not cookie or not any(name in cookie for name in _telling_cookies())


def has_session(cookie: str) -> bool:
    """Whether the cookie header speaks of a session; whether there is one, only Django knows."""
    return f"{settings.SESSION_COOKIE_NAME}=" in cookie


@lru_cache(maxsize=_MOST_KEPT)
def is_our_host(host: str) -> bool:
    """Whether the Host header names this server."""
    domain, _ = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)
