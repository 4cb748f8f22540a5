"""J2: two parents keep one memorial, a stranger asks to see it, somebody is kept out; on a phone, without scripts."""

from __future__ import annotations

import re
from uuid import uuid4

from playwright.sync_api import Page, expect

from tests.journeys import acting
from tests.journeys.browsing import sign_in
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server

NOTHING_HERE = "There is nothing at this address"


def test_two_keepers_who_are_not_of_one_mind(open_browser: OpenBrowser, server: Server) -> None:
    mira, ruth, stranger = (open_browser(javascript=False) for _ in range(3))
    acting.arrive(mira, server, "Mira")
    memorial = acting.open_memorial(mira, title="For Ilse")
    acting.publish(mira, memorial, "everybody")
    _keep_it_too(mira, ruth, server, memorial)

    ruth.goto(f"{memorial}keepers/")
    ruth.get_by_role("button", name="Freeze it").click()
    mira.goto(f"{memorial}people/invitation/")
    mira.get_by_label("Whom do you invite?").fill("Ona")
    mira.locator("input[name=to][value=helper]").check()
    mira.locator("input[name=way][value=by-hand]").check()
    mira.get_by_role("button", name="Make the invitation").click()
    expect(mira.get_by_text("that nothing here becomes wider").first).to_be_visible()
    expect(mira.get_by_label("Whom do you invite?")).to_have_value("Ona")
    ruth.get_by_role("button", name="Lift it").click()

    _ask_for_deletion(mira, memorial)
    stranger.goto(memorial)
    expect(stranger.get_by_role("heading", name=NOTHING_HERE)).to_be_visible()
    ruth.goto(f"{memorial}keepers/")
    ruth.get_by_role("link", name="Look at it").click()
    ruth.get_by_role("button", name="I object: it shall stay").click()
    mira.goto(f"{memorial}deletion/")
    expect(mira.get_by_text("It is not deleted")).to_be_visible()
    mira.get_by_role("button", name="Take it back").click()
    stranger.goto(memorial)
    expect(stranger.get_by_role("heading", name="For Ilse")).to_be_visible()

    ruth.goto(f"{memorial}keepers/resignation/")
    ruth.locator("main form").get_by_role("button").last.click()
    expect(ruth.get_by_role("heading", name="My memorials")).to_be_visible()
    assert ruth.request.get(f"{memorial}keepers/").status == 404


def test_a_stranger_asks_is_let_in_and_kept_out(open_browser: OpenBrowser, server: Server) -> None:
    mira, lena = (open_browser(javascript=False) for _ in range(2))
    acting.arrive(mira, server, "Mira")
    memorial = acting.open_memorial(mira, title="For Ilse")
    mira.goto(f"{memorial}circles/")
    mira.get_by_label("What do you call it?").fill("Choir")
    mira.get_by_role("button", name="Make a circle").click()
    acting.publish(mira, memorial, "link")
    address = f"lena-{uuid4().hex[:8]}@example.org"

    _ask_to_see(lena, memorial, address)
    mira.goto(f"{memorial}requests/")
    acting.sooner_or_later(mira, "article.desk")
    mira.locator("details.veil summary").click()
    expect(mira.get_by_text("We sing together.")).to_be_visible()
    mira.get_by_role("button", name="Let them in").click()
    lena.goto(server.mailed(address, r"http://\S+/invitation/\S+"))
    lena.get_by_role("link", name="Sign in, then decide").click()
    acting.sign_in_on_the_way(lena, server, address)
    lena.get_by_role("button", name="Accept").click()
    lena.goto(memorial)
    expect(lena.get_by_role("heading", name="For Ilse")).to_be_visible()

    mira.goto(f"{memorial}people/kept-out/")
    mira.get_by_label("Addresses for mail").fill("no address")
    mira.get_by_role("button", name="Keep them out").click()
    expect(mira.get_by_label("Addresses for mail")).to_have_value("no address")
    mira.get_by_label("Addresses for mail").fill(address.upper())
    mira.get_by_role("button", name="Keep them out").click()
    expect(mira.get_by_text(re.compile(address, re.IGNORECASE)).first).to_be_visible()
    lena.goto(memorial)
    expect(lena.get_by_role("heading", name=NOTHING_HERE)).to_be_visible()
    _ask_to_see(lena, memorial, address)


def _keep_it_too(keeper: Page, other: Page, server: Server, memorial: str) -> None:
    """The one who keeps it invites another by mail, who accepts and is in at once."""
    address = f"ruth-{uuid4().hex[:8]}@example.org"
    sign_in(other, server, address)
    keeper.goto(f"{memorial}people/invitation/?to=keeper")
    keeper.get_by_label("Whom do you invite?").fill("Ruth")
    keeper.locator("input[name=way][value=mail]").check()
    keeper.get_by_label("Their address for mail").fill(address)
    keeper.get_by_role("button", name="Make the invitation").click()
    other.goto(server.mailed(address, r"http://\S+/invitation/\S+"))
    other.get_by_role("button", name="I will keep it too").click()
    other.goto(f"{memorial}keepers/")
    expect(other.get_by_role("heading", name="Those who keep it")).to_be_visible()


def _ask_for_deletion(page: Page, memorial: str) -> None:
    page.goto(f"{memorial}deletion/")
    page.get_by_role("button", name="Delete it").click()
    expect(page.get_by_role("heading", name="It is to be deleted")).to_be_visible()


def _ask_to_see(page: Page, memorial: str, address: str) -> None:
    """First without a name, which is said beside the field; then whole."""
    page.goto(memorial)
    page.get_by_role("link", name="Ask to see this page").click()
    page.get_by_label("Your name").fill("")
    page.get_by_label("Your address for mail").fill(address)
    page.get_by_label("A few words").fill("We sing together.")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_text("Please write your name").first).to_be_visible()
    expect(page.get_by_label("A few words")).to_have_value("We sing together.")
    page.get_by_label("Your name").fill("Lena")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_role("heading", name="You have asked")).to_be_visible()
