"""What every answer has in common: a refusal looks like an address that leads nowhere, and no cache keeps it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from snowdrop.ground.middleware import CareMiddleware, nothing_here
from snowdrop.ground.refusals import NotAllowed, require
from snowdrop.memorials.models import Memorial

pytestmark = pytest.mark.django_db


def _answer_to(refusal: Exception) -> HttpResponse | None:
    return CareMiddleware(lambda request: HttpResponse()).process_exception(RequestFactory().get("/m/any/"), refusal)


@pytest.mark.parametrize("refusal", [NotAllowed(), Memorial.DoesNotExist(), Http404("a secret reason")])
def test_none_and_not_for_you_are_one_answer(refusal: Exception) -> None:
    answer = _answer_to(refusal)

    assert answer is not None
    assert answer.status_code == 404
    assert answer.content == nothing_here(RequestFactory().get("/m/any/")).content
    assert b"secret" not in answer.content


def test_what_is_no_refusal_is_not_hidden() -> None:
    assert _answer_to(ValueError("a mistake of ours")) is None


@pytest.mark.parametrize(("given", "kept"), [({}, "private, no-store"), ({"Cache-Control": "no-cache"}, "no-cache")])
def test_nothing_is_kept_by_a_cache_unless_a_view_says_so(given: dict[str, str], kept: str) -> None:
    view: Callable[[HttpRequest], HttpResponse] = lambda request: HttpResponse(headers=given)  # noqa: E731

    answer = CareMiddleware(view)(RequestFactory().get("/"))

    assert answer["Cache-Control"] == kept
    assert answer["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_require_refuses_and_lets_through() -> None:
    require(True)
    with pytest.raises(NotAllowed):
        require(False)


def test_over_https_a_browser_is_told_to_come_by_https_only(settings: Settings) -> None:
    settings.SECURE_HSTS_SECONDS = 60
    visitor = Client()

    answers = {way: visitor.get("/about/", headers={"x-forwarded-proto": way}) for way in ("http", "https")}

    assert "Strict-Transport-Security" not in answers["http"]
    assert answers["https"]["Strict-Transport-Security"] == "max-age=60"
