"""The small pages: they ask the database for nothing, work without a script, and lead nowhere that is not meant."""

from __future__ import annotations

import io
import re
import tarfile

import pytest
from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory, override_settings
from django.urls import get_resolver

from snowdrop.ground.middleware import did_not_work
from snowdrop.ground.objects import NoRoomLeft
from snowdrop.pages.views import could_not_read, form_too_old
from tests.world.browsers import browser_of
from tests.world.cast import a_person


@pytest.mark.parametrize("address", ["/", "/about/", "/help/", "/_patterns/"])
def test_an_open_page_needs_no_database(address: str) -> None:
    response = Client().get(address)

    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")


def test_help_names_the_international_finders_and_no_number_that_nobody_checked() -> None:
    page = Client().get("/help/").content.decode()
    assert 'href="tel:' not in page
    text = page.split('<main class="page" id="content" tabindex="-1">')[1].split("</main>")[0]

    assert 'href="https://findahelpline.com/"' in text
    assert 'href="https://befrienders.org/"' in text
    assert re.findall(r"\d", re.sub(r"<[^>]+>", "", text)) == []


def test_the_first_page_leads_to_a_memorial_of_ones_own() -> None:
    assert 'href="/mine/new/"' in Client().get("/").content.decode()


def test_the_source_of_the_running_program_can_be_taken_and_holds_no_data() -> None:
    response = Client().get("/about/source/")

    with tarfile.open(fileobj=io.BytesIO(response.content)) as archive:
        names = archive.getnames()
    assert response["Content-Type"] == "application/gzip"
    assert {"snowdrop/LICENSE", "snowdrop/manage.py", "snowdrop/snowdrop/pages/source.py"} <= set(names)
    assert [name for name in names if "sqlite3" in name or "/data/" in name or "secret" in name or "/." in name] == []


def test_leaving_works_without_a_script_and_says_nothing_of_where_from() -> None:
    response = Client().get("/leave/")

    assert (response.status_code, response["Location"]) == (302, settings.SNOWDROP.leave_to)
    assert (response["Clear-Site-Data"], response["Referrer-Policy"]) == ('"cache", "storage"', "no-referrer")


@pytest.mark.parametrize("scheme", ["morning", "night"])
def test_the_light_is_chosen_without_a_script_and_leads_back(scheme: str) -> None:
    browser = Client(enforce_csrf_checks=True)

    response = browser.post("/scheme/", {"scheme": scheme, "next": "/help/"})

    cookie = response.cookies["scheme"]
    assert (response.status_code, response["Location"], cookie.value) == (302, "/help/", scheme)
    assert (cookie["samesite"], cookie["httponly"]) == ("Lax", "")
    assert f'data-scheme="{scheme}"' in browser.get("/about/").content.decode()


def test_the_light_of_the_device_is_had_back() -> None:
    browser = Client()
    browser.post("/scheme/", {"scheme": "night", "next": "/"})
    assert "data-scheme=" in browser.get("/about/").content.decode().split("<head>")[0]

    browser.post("/scheme/", {"scheme": "device", "next": "/"})

    assert "data-scheme=" not in browser.get("/about/").content.decode().split("<head>")[0]


@pytest.mark.parametrize("scheme", ["", "noon", '"><script>'])
def test_a_light_that_is_none_changes_nothing(scheme: str) -> None:
    response = Client().post("/scheme/", {"scheme": scheme, "next": "/help/"})

    assert (response["Location"], dict(response.cookies)) == ("/help/", {})


@pytest.mark.parametrize(
    "asked",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "\t//e.x",
        "",
    ],
)
def test_a_way_back_to_somewhere_else_is_refused(asked: str) -> None:
    response = Client().post("/scheme/", {"scheme": "night", "next": asked})

    assert response["Location"] == "/"


def test_the_light_is_not_changed_by_a_look() -> None:
    assert Client().get("/scheme/", {"scheme": "night"}).status_code == 405


@pytest.mark.django_db
def test_a_form_that_is_too_old_is_answered_kindly() -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.cookies.update(browser_of(a_person("Mira")).cookies)

    response = browser.post("/mine/new/", {"title": "For Ilse"})

    assert response.status_code == 403
    assert "Please go back, copy your words" in response.content.decode()


@pytest.mark.parametrize("status", [400, 403, 404, 413, 429, 500, 503])
def test_an_error_page_needs_neither_a_request_nor_a_database(status: int) -> None:
    page = render_to_string(f"errors/{status}.html")

    assert page.count("<h1>") == 1
    assert 'href="/"' in page


def test_djangos_own_answers_use_these_pages() -> None:
    request = RequestFactory().get("/")

    assert b"That is our doing, not yours." in did_not_work(request).content
    assert get_resolver().resolve_error_handler(500) is did_not_work
    assert b"It may have been open for a long time" in form_too_old(request).content
    assert get_resolver().resolve_error_handler(400) is could_not_read
    assert Client(raise_request_exception=False).get("/nowhere/").status_code == 404


@pytest.mark.parametrize(
    ("failure", "status"),
    [(OperationalError("the connection is closed"), 503), (NoRoomLeft(), 503), (ValueError("anything else"), 500)],
)
def test_a_database_that_is_away_for_a_moment_is_no_failure_of_ours(
    failure: Exception, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where it is missed before any view is asked."""

    def fails(*_: object) -> None:
        raise failure

    monkeypatch.setattr("snowdrop.people.middleware.look_after_session", lambda *_, **__: fails())
    answer = Client(raise_request_exception=False).get("/about/")

    assert (answer.status_code, answer.headers.get("Retry-After")) == (status, "10" if status == 503 else None)
    assert render_to_string(f"errors/{status}.html") == answer.content.decode()


@pytest.mark.parametrize(("problem", "status"), [(RequestDataTooBig(), 413), (SuspiciousOperation(), 400)])
def test_what_could_not_be_read_is_said_without_a_word_of_the_request(problem: Exception, status: int) -> None:
    response = could_not_read(HttpRequest(), problem)

    assert response.status_code == status


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=100)
def test_a_form_that_is_too_large_is_said_to_be() -> None:
    response = Client(raise_request_exception=False).post(
        "/scheme/", {"scheme": "a" * 500}, content_type="multipart/form-data; boundary=x"
    )
    sent = Client(raise_request_exception=False).post(
        "/scheme/", "scheme=" + "a" * 500, content_type="application/x-www-form-urlencoded"
    )

    assert response.status_code in {302, 400, 413}
    assert sent.status_code == 413
    assert b"That was too much at once" in sent.content


@override_settings(ALLOWED_HOSTS=["memorials.example.org"])
def test_a_foreign_host_name_gets_a_page_without_a_database() -> None:
    response = Client(raise_request_exception=False).get("/", headers={"host": "elsewhere.example"})

    assert response.status_code == 400
