"""It is done when: a newcomer opens a memorial and publishes it, a guest leaves a flower and a message from another
browser, a helper lets them through, the family rests, comes back, opens them, thanks, and the guest gets the thanks."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys import acting
from tests.journeys.browsing import DESKTOP
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_message_finds_its_way_from_a_guest_to_the_family(
    open_browser: OpenBrowser, server: Server, javascript: bool
) -> None:
    family = open_browser(javascript=javascript)
    acting.arrive(family, server, "Mira")
    memorial = acting.open_memorial(family, title="For Ilse", names="Ilse")
    acting.publish(family, memorial, "everybody")
    invitation = acting.invite(family, memorial, "Jonas", to="helper")

    guest = open_browser(javascript=javascript, size=DESKTOP)
    acting.send(guest, memorial, "flower")
    acting.send(guest, memorial, "words", words="We lit the lamp in the window.", name="Ruth", relation="next door")

    helper = open_browser(javascript=javascript)
    acting.accept(helper, server, invitation, "Jonas")
    acting.let_in(family, memorial, "Jonas")
    read = acting.let_everything_through(helper, memorial)
    assert len(read) == 2
    assert "We lit the lamp in the window." in read[1]

    family.goto(f"{memorial}waiting/")
    expect(family.get_by_text("We lit the lamp")).to_have_count(0)
    family.get_by_role("button", name="Open one").click()
    family.get_by_role("button", name="Open another").click()
    expect(family.get_by_text("We lit the lamp in the window.")).to_be_visible()
    expect(family.get_by_text("Ruth")).to_be_visible()


@pytest.mark.parametrize("way", ["with-scripts", "without-scripts", "by-keys"])
def test_a_stranger_writes_the_family_rests_returns_and_thanks(
    open_browser: OpenBrowser, server: Server, way: str
) -> None:
    family, guest, helper = (open_browser(javascript=way != "without-scripts") for _ in range(3))
    press = _by_key if way == "by-keys" else Locator.click
    acting.arrive(family, server, "Mira")
    memorial = acting.open_memorial(family, title="For Ilse", names="Ilse")
    acting.publish(family, memorial, "everybody")
    invitation = acting.invite(family, memorial, "Jonas", to="helper")
    acting.accept(helper, server, invitation, "Jonas")
    acting.let_in(family, memorial, "Jonas")
    family.goto(f"{memorial}quiet-time/")
    press(family.get_by_role("button", name="Make it quiet"))
    expect(family.get_by_text("It is quiet now.")).to_be_visible()

    address = f"petra-{uuid4().hex[:8]}@example.org"
    _send_with_address(guest, memorial, "Soup is on the step.", address, press)
    helper.goto(f"{memorial}reading/")
    press(helper.locator("details.veil summary"))
    expect(helper.get_by_text("Soup is on the step.")).to_be_visible()
    press(helper.get_by_role("button", name="Let it through"))
    expect(helper.get_by_text("It was let through to the waiting room.")).to_be_visible()
    family.goto(f"{memorial}waiting/?say=yes")
    expect(family.get_by_text("It is quiet until you end it.")).to_be_visible()
    expect(family.get_by_text("Something waits.")).to_have_count(0)

    press(family.get_by_role("button", name="End it"))
    expect(family.get_by_text("Nothing was opened, and there is no hurry.")).to_be_visible()
    family.goto(f"{memorial}waiting/")
    press(family.get_by_role("button", name="Open one"))
    expect(family.get_by_text("Soup is on the step.")).to_be_visible()
    press(family.get_by_role("link", name="Write a thank-you"))
    family.get_by_label("Your words").fill("The soup was warm. Thank you.")
    press(family.get_by_role("button", name="Look at it"))
    press(family.get_by_role("button", name="Send it"))

    guest.goto(server.mailed(address, r"http://\S+/for-you/\S+"))
    expect(guest.get_by_text("The soup was warm. Thank you.")).to_be_visible()


def _send_with_address(guest: Page, memorial: str, words: str, address: str, press: Callable[[Locator], None]) -> None:
    """Comfort from somebody who leaves a way to be reached."""
    guest.goto(f"{memorial}send/")
    guest.get_by_label("Your words").fill(words)
    guest.get_by_label("Your e-mail address").fill(address)
    press(guest.get_by_role("button", name="Send", exact=True))
    expect(guest.get_by_role("heading", name="It has arrived")).to_be_visible()


def _by_key(there: Locator) -> None:
    """Goes on with the tabulator until it is there, and presses Enter, as somebody does who uses no pointer."""
    page = there.page
    there.first.wait_for()
    page.evaluate("document.activeElement?.blur()")
    for _ in range(120):
        page.keyboard.press("Tab")
        if there.first.evaluate("element => element === document.activeElement"):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"The tabulator does not lead to {there}.")
