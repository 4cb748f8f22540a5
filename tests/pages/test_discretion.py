"""Leaving in haste, the curtain that it draws, and the discreet look (trust.md T13)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from snowdrop.people.actions import be_discreet
from snowdrop.people.models import Person
from tests.world.browsers import browser_of
from tests.world.cast import a_family, a_person

NOW = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
CHOSEN = {"here": "on", "by_key": "on"}


def _head(browser: Client, address: str) -> str:
    return browser.get(address).content.decode().partition("</head>")[0]


def _title(browser: Client, address: str) -> str:
    found = re.search(r"<title>(.*?)</title>", _head(browser, address))
    assert found
    return found[1]


@pytest.mark.django_db
def test_leaving_signs_out_on_this_device_and_on_no_other() -> None:
    mira = a_person("Mira")
    here, phone = browser_of(mira), browser_of(mira)
    assert here.get(reverse("you")).status_code == 200

    here.get(reverse("leave"))
    here.post(reverse("come_back"))

    assert here.get(reverse("you")).status_code == 302
    assert phone.get(reverse("you")).status_code == 200


@pytest.mark.django_db
def test_after_leaving_a_curtain_hides_every_page_until_it_is_opened() -> None:
    cast = a_family(published_to="link")
    browser, page = browser_of(cast.friend), reverse("memorial", args=[cast.memorial.slug])
    assert "For Ilse" in browser.get(page).content.decode()

    browser.get(reverse("leave"))
    hidden = browser.get(page)
    back = browser.post(reverse("come_back"), {"next": page})

    assert (hidden.status_code, hidden["Cache-Control"]) == (200, "private, no-store")
    assert [word for word in ("Ilse", "Snowdrop") if word in hidden.content.decode()] == []
    assert "<title>Notes</title>" in hidden.content.decode()
    assert back.url == page
    assert "For Ilse" in browser.get(page).content.decode()


def test_the_curtain_goes_with_the_browser_and_a_script_may_know_of_it() -> None:
    cookie = Client().get(reverse("leave")).cookies["left"]

    assert (cookie["max-age"], cookie["expires"], cookie["httponly"], cookie["samesite"]) == ("", "", "", "Lax")


def test_the_curtain_leads_nowhere_that_is_not_ours() -> None:
    answer = Client().post(reverse("come_back"), {"next": "//elsewhere.example/"})

    assert answer.url == reverse("home")


def test_where_leaving_leads_is_a_setting(settings) -> None:
    settings.SNOWDROP = replace(settings.SNOWDROP, leave_to="https://weather.example/")

    assert Client().get(reverse("leave")).url == "https://weather.example/"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/help/", "/sign-in/", "/m/nowhere/"])
def test_somebody_without_an_account_chooses_the_discreet_look_for_this_browser(address: str) -> None:
    browser = Client()
    before, shown = _title(browser, address), browser.get(address).content.decode().partition("<main")[2]

    browser.post(reverse("discreet_look"), CHOSEN)

    head = _head(browser, address)
    assert before != "Notes" == _title(browser, address)
    assert re.findall(r'rel="icon" href="[^"]*?/([^/"]+)"', head) == ["plain.svg"]
    assert '<meta name="application-name" content="Notes">' in head
    assert [word for word in ("Snowdrop", "loss", "#faf6ef", "favicon") if word in head] == []
    assert _without_tokens(browser.get(address).content.decode().partition("<main")[2]) == _without_tokens(shown)


def _without_tokens(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


@pytest.mark.django_db
def test_the_discreet_look_of_this_browser_ends_when_somebody_says_so() -> None:
    browser = Client()
    browser.post(reverse("discreet_look"), CHOSEN)
    assert _title(browser, "/help/") == "Notes"

    browser.post(reverse("discreet_look"), {"by_key": "on"})

    assert _title(browser, "/help/") == "Help now"


@pytest.mark.django_db
def test_a_person_chooses_it_for_every_device_and_it_goes_when_they_sign_out() -> None:
    mira = a_person("Mira")
    here, phone, stranger = browser_of(mira), browser_of(mira), browser_of(a_person("Tom"))
    assert _title(phone, reverse("you")) == "You"

    here.post(reverse("discreet_look"), {"everywhere": "on", "by_key": "on"})

    assert [_title(one, reverse("you")) for one in (here, phone, stranger)] == ["Notes", "Notes", "You"]
    phone.post(reverse("sign_out"))
    assert _title(phone, "/help/") == "Help now"


@pytest.mark.django_db
def test_a_choice_for_every_device_is_kept_once_and_can_be_ended() -> None:
    mira = a_person("Mira")

    first = be_discreet(mira, discreet=True, now=NOW).discreet_since
    be_discreet(mira, discreet=True, now=NOW.replace(hour=13))

    assert Person.objects.get(pk=mira.person_id).discreet_since == first == NOW
    assert be_discreet(mira, discreet=False, now=NOW).discreet_since is None


@pytest.mark.django_db
def test_somebody_who_has_not_signed_in_cannot_choose_for_a_person() -> None:
    page = Client().get(reverse("discreet_look")).content.decode()

    answer = Client().post(reverse("discreet_look"), CHOSEN | {"everywhere": "on"})

    assert 'name="here"' in page and 'name="everywhere"' not in page
    assert answer.status_code == 302
    assert not Person.objects.filter(discreet_since__isnull=False).exists()


def test_leaving_by_a_key_can_be_turned_off_and_on_again() -> None:
    browser = Client()

    browser.post(reverse("discreet_look"), {"here": ""})
    off = browser.get(reverse("discreet_look")).context["form"].initial["by_key"]
    browser.post(reverse("discreet_look"), {"by_key": "on"})

    assert (off, browser.get(reverse("discreet_look")).context["form"].initial["by_key"]) == (False, True)
    assert browser.cookies["keys"].value == ""


def test_no_page_promises_that_the_history_is_erased() -> None:
    said = " ".join(Client().get(address).content.decode() for address in ("/", reverse("discreet_look")))

    assert "This visit stays in the browser’s history" in said
    assert re.findall(r"(?i)history (?:is|will be) (?:erased|cleared|deleted)|leaves no trace", said) == []


@pytest.mark.parametrize("address", ["/", "/help/", "/look/", "/sign-in/", "/nowhere/", "/_patterns/"])
def test_leaving_stands_first_on_every_page(address: str) -> None:
    body = Client().get(address).content.decode().partition("<body")[2]

    first = re.search(r"<(?:a|button|input|select|textarea|summary)\b[^>]*>", body)

    assert first
    assert f'href="{reverse("leave")}"' in first[0]


@pytest.mark.django_db
def test_search_engines_are_asked_to_stay_away_and_no_address_is_named() -> None:
    a_family(published_to="everybody")

    answer = Client().get("/robots.txt")

    assert answer.content.decode() == "User-agent: *\nDisallow: /\n"
    assert answer["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert settings.SNOWDROP.address not in answer.content.decode()
