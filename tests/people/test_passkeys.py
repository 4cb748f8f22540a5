"""Passkeys: a way in that a device keeps, under the strict content policy, and never the only one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from snowdrop.ground.refusals import NotAllowed
from snowdrop.people import actions
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from tests.people.visits import is_signed_in, last_code, sign_in
from tests.world.cast import NOON, a_person

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """A real browser with a device that keeps passkeys. Whatever the content policy refuses ends the test."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
    said: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        page = browser.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda problem: said.append(str(problem)))
        device = page.context.new_cdp_session(page)
        device.send("WebAuthn.enable")
        device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
        yield page
        browser.close()
    assert [words for words in said if "Content Security Policy" in words or "Error" in words] == []


def _sign_in_by_code(page: Page, server: LiveServer, email: str) -> None:
    page.goto(f"{server.url}{reverse('sign_in')}?next={reverse('you')}")
    page.get_by_label("Your e-mail address").fill(email)
    page.get_by_role("button", name="Send me a code").click()
    page.wait_for_url("**/sign-in/code/")
    page.get_by_label("The code from the mail").fill(last_code())
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_text(f"You sign in as {email}").wait_for()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_passkey_is_added_signs_somebody_in_and_is_removed_and_a_code_still_opens(
    page: Page, live_server: LiveServer
) -> None:
    _sign_in_by_code(page, live_server, "mira@example.org")
    page.get_by_role("button", name="Add a passkey on this device").click()
    page.get_by_text("This device can now sign you in with its passkey.").wait_for()
    page.locator("main").get_by_role("button", name="Sign out here").click()
    page.wait_for_url(lambda url: "/you/" not in url)

    page.goto(f"{live_server.url}{reverse('sign_in')}?next={reverse('you')}")
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_text("You sign in as mira@example.org").wait_for()

    page.get_by_role("link", name=re.compile("Remove")).click()
    page.get_by_role("button", name="Remove it").click()
    page.get_by_text("The passkey is removed.").wait_for()
    assert not Authenticator.objects.exists()
    page.locator("main").get_by_role("button", name="Sign out here").click()
    _sign_in_by_code(page, live_server, "mira@example.org")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_device_that_knows_no_passkey_says_so_and_a_code_is_still_offered(
    page: Page, live_server: LiveServer
) -> None:
    page.goto(live_server.url + reverse("sign_in"))

    page.get_by_role("button", name="Use a passkey").click()

    page.get_by_text("Nothing has changed. You can also ask for a code.").wait_for()
    assert page.get_by_role("button", name="Send me a code").is_visible()


@pytest.mark.django_db
def test_without_a_script_no_passkey_is_offered(client: Client) -> None:
    words = client.get(reverse("sign_in")).content.decode()

    (button,) = re.findall(r"<button[^>]*>Use a passkey</button>", words)
    assert button.removesuffix(">Use a passkey</button>").endswith(" hidden")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "credential",
    [
        "",
        "nonsense",
        "[]",
        "7",
        '{"id": "a"}',
        json.dumps({"id": "AA", "rawId": "AA", "type": "public-key", "response": {"userHandle": "/w"}}),
        json.dumps(
            {
                "id": "AA",
                "rawId": "AA",
                "type": "public-key",
                "response": {"authenticatorData": "AA", "clientDataJSON": "e30", "signature": "AA", "userHandle": "AA"},
            }
        ),
    ],
)
def test_an_answer_that_no_device_gave_opens_and_keeps_nothing(client: Client, credential: str) -> None:
    client.get(reverse("sign_in_with_passkey"))
    answer = client.post(reverse("sign_in_with_passkey"), {"credential": credential})
    sign_in(client, "mira@example.org")
    client.get(reverse("add_passkey"))

    client.post(reverse("add_passkey"), {"credential": credential})

    assert answer.url == reverse("sign_in")
    assert not Authenticator.objects.exists()


@pytest.mark.django_db
def test_a_passkey_is_added_only_shortly_after_somebody_showed_who_they_are(client: Client) -> None:
    with time_machine.travel(datetime(2026, 3, 14, 6, 0, tzinfo=UTC), tick=False) as clock:
        sign_in(client, "mira@example.org")
        assert client.get(reverse("add_passkey")).status_code == 200
        clock.shift(timedelta(minutes=16))

        refused = client.get(reverse("add_passkey")), client.post(reverse("add_passkey"))

        assert [answer.status_code for answer in refused] == [404, 404]
        once_more = f"{reverse('sign_in')}?again&next={reverse('you')}"
        assert once_more.replace("&", "&amp;") in client.get(reverse("you")).content.decode()
        assert "show once more that it is you" in client.get(once_more).content.decode()
        sign_in(client, "mira@example.org")
        assert client.get(reverse("add_passkey")).status_code == 200


@pytest.mark.django_db
def test_nobody_sees_or_removes_the_passkey_of_somebody_else(client: Client) -> None:
    mira, tom = a_person("Mira"), a_person("Tom")
    passkey = _a_passkey_of(mira)
    removal = reverse("remove_passkey", args=[passkey.pk])
    client.force_login(Person.objects.get(id=mira.person_id))
    assert client.get(removal).status_code == 200

    client.force_login(Person.objects.get(id=tom.person_id))

    assert [client.get(removal).status_code, client.post(removal).status_code] == [404, 404]
    with pytest.raises(NotAllowed):
        actions.remove_passkey(tom, passkey, now=NOON)
    assert Authenticator.objects.filter(pk=passkey.pk).exists()


@pytest.mark.django_db
def test_somebody_with_a_passkey_still_comes_in_with_a_code_alone(client: Client) -> None:
    _a_passkey_of(a_person("Mira"))

    sign_in(client, "mira@example.org")

    assert is_signed_in(client)


def _a_passkey_of(viewer: Viewer) -> Authenticator:
    return actions.add_passkey(viewer, name="Firefox, Linux", credential={}, now=NOON)
