"""J4 and J5: a helper reads one thing at a time, label first; the family opens the rest at its own pace."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import acting
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_helper_keeps_away_what_hurts_and_the_family_meets_only_the_rest(
    open_browser: OpenBrowser, server: Server, javascript: bool
) -> None:
    family, helper, guest = (open_browser(javascript=javascript) for _ in range(3))
    acting.arrive(family, server, "Mira")
    memorial = acting.open_memorial(family, title="For Ilse")
    acting.publish(family, memorial, "everybody")
    acting.accept(helper, server, acting.invite(family, memorial, "Jonas", to="helper"), "Jonas")
    acting.let_in(family, memorial, "Jonas")
    for words, name in (
        ("Soup is on the step.", "Petra"),
        ("Have a look at our shop.", "Somebody"),
        ("A poem.", "Leila"),
    ):
        acting.send(guest, memorial, "words", words=words, name=name)

    helper.goto(f"{memorial}reading/")
    expect(helper.locator(".desk")).to_contain_text("Petra")
    expect(helper.get_by_text("Soup is on the step.")).not_to_be_visible()
    helper.locator(".desk details.veil summary").click()
    expect(helper.get_by_text("Soup is on the step.")).to_be_visible()
    _decide(helper, "Let it through")
    _decide(helper, "Keep away")
    _decide(helper, "Keep for later")
    expect(helper.get_by_text("Nothing new waits to be read")).to_be_visible()

    family.goto(f"{memorial}waiting/")
    family.get_by_role("button", name="Open one").click()
    expect(family.get_by_text("Soup is on the step.")).to_be_visible()
    family.get_by_role("button", name="Keep it").click()
    family.goto(f"{memorial}waiting/?say=yes")
    expect(family.get_by_text("Nothing waits at the moment.")).to_be_visible()
    for room in ("waiting/", "opened/", "quiet/", ""):
        family.goto(memorial + room)
        expect(family.get_by_text("Have a look at our shop.")).to_have_count(0)


def test_a_decision_can_be_undone_while_the_family_has_not_opened_it(open_browser: OpenBrowser, server: Server) -> None:
    family, guest = open_browser(), open_browser()
    acting.arrive(family, server, "Sam")
    memorial = acting.open_memorial(family, title="For Noor")
    acting.publish(family, memorial, "everybody")
    acting.send(guest, memorial, "wish", words="I wish you quiet mornings.", name="Leila")

    family.goto(f"{memorial}reading/")
    _decide(family, "Let it through")
    expect(family.get_by_role("status").filter(has_text="It was let through")).to_be_focused()
    family.keyboard.press("Tab")
    expect(family.get_by_role("button", name="Undo")).to_be_focused()
    family.keyboard.press("Enter")

    expect(family.locator(".desk")).to_contain_text("Leila")


def test_the_family_opens_one_kind_one_person_or_all_as_one_quiet_page(
    open_browser: OpenBrowser, server: Server
) -> None:
    family, guest = open_browser(), open_browser()
    acting.arrive(family, server, "Mira")
    memorial = acting.open_memorial(family, title="For Ilse")
    acting.publish(family, memorial, "everybody")
    acting.send(guest, memorial, "memory", words="The yellow blanket.", name="Hanneke")
    acting.send(guest, memorial, "prayer", words="At evensong.", name="Aled")
    acting.send(guest, memorial, "words", words="On the way to work.", name="Mikkel")
    acting.let_everything_through(family, memorial)

    family.goto(f"{memorial}waiting/")
    family.get_by_text("One kind").click()
    family.get_by_role("button", name="A prayer").click()
    expect(family.get_by_text("At evensong.")).to_be_visible()
    family.get_by_role("button", name="Put it back").click()
    family.get_by_text("From one person").click()
    family.get_by_label("Their name").fill("mikkel")
    family.get_by_role("button", name="Open one from them").click()
    expect(family.get_by_text("On the way to work.")).to_be_visible()
    family.get_by_role("button", name="Not for us").click()
    family.goto(f"{memorial}waiting/")
    family.get_by_role("link", name="Everything, as one quiet page").click()
    family.get_by_role("button", name="Open it").click()

    expect(family.get_by_text("The yellow blanket.")).to_be_visible()
    expect(family.get_by_text("At evensong.")).to_be_visible()
    expect(family.get_by_text("On the way to work.")).to_have_count(0)


def _decide(page: Page, decision: str) -> None:
    page.get_by_role("button", name=decision).click()
    page.wait_for_load_state()
