"""J3: comfort is sent without an account and without a script, noted gently, corrected, and taken back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import acting
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server

HURTS = "Everything happens for a reason. We think of you."


@pytest.fixture(scope="module")
def memorial(server: Server) -> str:
    """The page of the demo story that everybody may see."""
    return next(path for path in server.told() if path.startswith("/m/"))


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_words_that_may_hurt_are_noted_and_can_be_sent_all_the_same(
    open_browser: OpenBrowser, memorial: str, javascript: bool
) -> None:
    page = open_browser(javascript=javascript)
    page.goto(f"{memorial}send/")
    page.locator("input[name=kind][value=words]").check(force=True)
    page.get_by_label("Your words").fill(HURTS)

    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("region", name="Before you send it")).to_be_focused()
    expect(page.get_by_label("Your words")).to_have_value(HURTS)
    page.get_by_role("button", name="Send it as it is").click()

    expect(page.get_by_role("heading", name="It has arrived")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_what_was_sent_can_be_corrected_and_taken_back(
    open_browser: OpenBrowser, memorial: str, javascript: bool
) -> None:
    page = open_browser(javascript=javascript)
    own = acting.send(page, memorial, "words", words="Thinking of you.", name="Tom")

    page.get_by_role("link", name="Change what I sent").click()
    expect(page.get_by_label("Your words")).to_have_value("Thinking of you.")
    page.get_by_label("Your words").fill("Thinking of you, and of Wren.")
    page.get_by_role("button", name="Send the new words").click()
    expect(page.get_by_text("Your new words have arrived")).to_be_visible()
    page.get_by_role("link", name="Take back what I sent").click()
    page.get_by_role("button", name="Take it back").click()

    expect(page.get_by_role("heading", name="You have taken it back")).to_be_visible()
    page.goto(own)
    expect(page.get_by_role("heading", name="You have taken it back")).to_be_visible()


def test_nothing_is_lost_when_something_is_missing(open_browser: OpenBrowser, memorial: str) -> None:
    page = open_browser(javascript=False)
    page.goto(f"{memorial}send/")
    page.locator("input[name=kind][value=words]").check(force=True)
    page.get_by_label("Your name").fill("Amara")
    page.get_by_label("e-mail").fill("amara at home")

    page.get_by_role("button", name="Send", exact=True).click()

    expect(page.get_by_role("group", name="Please look at this again")).to_be_focused()
    expect(page).to_have_title(re.compile("^Please look again: "))
    expect(page.get_by_text("There are no words yet.").first).to_be_visible()
    expect(page.get_by_label("Your name")).to_have_value("Amara")
    expect(page.get_by_label("e-mail")).to_have_value("amara at home")


def test_comfort_is_sent_by_keyboard_alone(open_browser: OpenBrowser, memorial: str) -> None:
    page = open_browser()
    page.goto(memorial)
    _tab_to(page, "a", "Send comfort")
    page.keyboard.press("Enter")
    page.wait_for_url("**/send/")

    _tab_to(page, "input[name=kind]")
    while page.evaluate("document.activeElement.value") != "words":
        page.keyboard.press("ArrowDown")
    _tab_to(page, "textarea[name=words]")
    page.keyboard.type("I am here, as I was last year.")
    _tab_to(page, "button", "Send")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="It has arrived")).to_be_visible()


def test_the_skip_link_leads_past_the_frame(open_browser: OpenBrowser, memorial: str) -> None:
    page = open_browser()
    page.goto(memorial)

    _tab_to(page, "a.skip")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def _tab_to(page: Page, selector: str, words: str = "") -> None:
    """Presses Tab until something that matches has the focus, and sees that it shows it."""
    for _ in range(80):
        page.keyboard.press("Tab")
        here = page.locator(":focus")
        if not here.count() or not here.evaluate("(one, selector) => one.matches(selector)", selector):
            continue
        if not words or words == here.inner_text().strip():
            style = here.evaluate("one => getComputedStyle(one).outlineStyle + getComputedStyle(one).boxShadow")
            assert style != "nonenone", f"{selector} does not show that it has the focus"
            return
    raise AssertionError(f"{selector} {words} was not reached by the keyboard")
