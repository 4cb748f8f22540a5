"""The cookie of private links: it remembers, it cannot be forged, and it carries no rights by itself."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory

from snowdrop.ground.ids import new_id
from snowdrop.people.links import held_links, hold_link, let_go_of_links


def _held_after(cookie: str | None, link_id: UUID) -> str:
    request = RequestFactory().get("/")
    if cookie is not None:
        request.COOKIES[settings.LINKS_COOKIE] = cookie
    response = HttpResponse()
    hold_link(request, response, link_id)
    return response.cookies[settings.LINKS_COOKIE].value


def _held(cookie: str) -> tuple[UUID, ...]:
    request = RequestFactory().get("/")
    request.COOKIES[settings.LINKS_COOKIE] = cookie
    return held_links(request)


def test_a_browser_remembers_each_link_once_the_newest_last() -> None:
    first, second = new_id(), new_id()

    cookie = _held_after(_held_after(_held_after(None, first), second), first)

    assert _held(cookie) == (second, first)


def test_the_oldest_links_make_room_and_the_cookie_fits_into_a_browser() -> None:
    cookie, links = None, [new_id() for _ in range(60)]

    for link in links:
        cookie = _held_after(cookie, link)

    assert cookie is not None
    assert _held(cookie) == tuple(links[-40:])
    assert len(cookie) < 4000


@pytest.mark.parametrize("altered", ["", "nonsense", "WyJhIl0:1:2", "é"])
def test_an_altered_cookie_holds_nothing(altered: str) -> None:
    assert _held(altered) == ()


def test_a_cookie_signed_for_something_else_holds_nothing() -> None:
    from django.core import signing

    assert _held(signing.dumps([str(new_id())], salt="something else")) == ()


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites() -> None:
    response = HttpResponse()
    hold_link(RequestFactory().get("/"), response, new_id())

    cookie = response.cookies[settings.LINKS_COOKIE]

    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")


def test_links_can_be_let_go() -> None:
    response = HttpResponse()
    let_go_of_links(response)

    assert response.cookies[settings.LINKS_COOKIE]["max-age"] == 0
