"""J2: people are let into circles one by one, each by name, and the door is shut to them again."""

from __future__ import annotations

import io
import re

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from tests.journeys import acting
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_somebody_is_invited_let_in_and_shut_out(open_browser: OpenBrowser, server: Server, javascript: bool) -> None:
    family, ana = open_browser(javascript=javascript), open_browser(javascript=javascript)
    acting.arrive(family, server, "Mira")
    memorial = acting.open_memorial(family, title="For Ilse")
    family.goto(f"{memorial}circles/")
    family.get_by_label("What do you call it?").fill("Family")
    family.get_by_role("button", name="Make a circle").click()
    expect(family.get_by_text("The circle is there.")).to_be_visible()

    invitation = acting.invite(family, memorial, "Aunt Ana", to="Family")
    acting.accept(ana, server, invitation, "Ana")
    acting.let_in(family, memorial, "Ana")
    ana.goto(invitation)
    expect(ana.get_by_text("Nothing is open to you at the moment.")).to_be_visible()
    acting.publish(family, memorial, "link")
    ana.goto(invitation)
    expect(ana.get_by_role("heading", name="For Ilse")).to_be_visible()

    family.goto(f"{memorial}circles/")
    family.get_by_role("link", name="Family").click()
    family.get_by_role("link", name="Aunt Ana").first.click()
    family.get_by_role("link", name="Shut the door").click()
    family.get_by_role("button", name="Shut the door").click()
    expect(family.get_by_text("The door is shut to them.")).to_be_visible()
    assert ana.request.get(memorial).status == 404
    assert ana.request.get(invitation).status == 404


def test_a_printed_card_is_read_by_a_camera_and_says_only_what_was_ticked(
    open_browser: OpenBrowser, server: Server
) -> None:
    family = open_browser()
    acting.arrive(family, server, "Mira")
    memorial = acting.open_memorial(family, title="For Ilse")
    address = acting.private_link(family, memorial, "Our neighbours")
    family.get_by_role("link", name=re.compile("Cards to print")).click()
    expect(family.get_by_text("For you").first).to_be_visible()
    expect(family.locator(".paper-card-called").first).to_be_hidden()

    family.get_by_label("Let “For Ilse” stand on it").check()
    family.emulate_media(media="print")
    printed = Image.open(io.BytesIO(family.screenshot(full_page=True)))

    expect(family.locator(".paper-card-called").first).to_be_visible()
    expect(family.get_by_text("For you").first).to_be_hidden()
    expect(family.get_by_role("heading", level=1)).to_be_hidden()
    assert {code.text for code in zxingcpp.read_barcodes(printed)} == {address}
