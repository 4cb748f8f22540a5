"""The private links that a browser holds: their ids, signed, in one cookie. They carry no rights by themselves.

A private link is exchanged for this cookie once, so that its secret does not stay in the address (trust.md 14.2.1).
Whether a link still opens anything is asked of the database at every request.
"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

from snowdrop.ground.cookies import keep_for_a_year, let_go_of

_SALT = "snowdrop.links"
_MOST = 40
"""Links that one browser remembers; the oldest make room. A cookie holds 4096 bytes (RFC 6265)."""


def held_links(request: HttpRequest) -> tuple[UUID, ...]:
    """The ids of the links that this browser was given, the oldest first; none if the cookie was altered."""
    cookie = request.COOKIES.get(settings.LINKS_COOKIE, "")
    try:
        return tuple(UUID(name) for name in signing.loads(cookie, salt=_SALT)) if cookie else ()
    except (signing.BadSignature, ValueError, TypeError):
        return ()


def hold_link(request: HttpRequest, response: HttpResponseBase, link_id: UUID) -> None:
    """Adds a link to those that this browser holds."""
    links = [*(link for link in held_links(request) if link != link_id), link_id][-_MOST:]
    value = signing.dumps([str(link) for link in links], salt=_SALT, compress=True)
    keep_for_a_year(response, settings.LINKS_COOKIE, value)


def let_go_of_links(response: HttpResponseBase) -> None:
    """Makes this browser forget every link."""
    let_go_of(response, settings.LINKS_COOKIE)
