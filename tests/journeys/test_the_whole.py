"""It is done when: a newcomer opens a memorial and publishes it, a guest leaves a flower and a message from another
browser, a helper lets them through, and the family opens them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

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
    invitation = acting.invite_helper(family, memorial, "Jonas")

    guest = open_browser(javascript=javascript, size=DESKTOP)
    acting.send(guest, memorial, "flower")
    acting.send(guest, memorial, "words", words="We lit the lamp in the window.", name="Ruth", relation="next door")

    helper = open_browser(javascript=javascript)
    acting.accept(helper, server, invitation, "Jonas")
    read = acting.let_everything_through(helper, memorial)
    assert len(read) == 2
    assert "We lit the lamp in the window." in read[1]

    family.goto(f"{memorial}waiting/")
    expect(family.get_by_text("We lit the lamp")).to_have_count(0)
    family.get_by_role("button", name="Open one").click()
    family.get_by_role("button", name="Open another").click()
    expect(family.get_by_text("We lit the lamp in the window.")).to_be_visible()
    expect(family.get_by_text("Ruth")).to_be_visible()
