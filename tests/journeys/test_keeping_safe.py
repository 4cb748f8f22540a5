"""J14: somebody tells that something is wrong, finds lines of their country, and needs no account and no script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import acting
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server


@pytest.fixture(scope="module")
def memorial(server: Server) -> str:
    """The page of the demo story that everybody may see."""
    return next(path for path in server.told() if path.startswith("/m/"))


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_anybody_tells_that_something_is_wrong_and_sees_what_comes_of_it(
    open_browser: OpenBrowser, memorial: str, javascript: bool
) -> None:
    page = open_browser(javascript=javascript)
    page.goto(memorial)
    page.get_by_role("link", name=re.compile("Is something wrong here")).click()
    page.get_by_label("It attacks somebody, or is cruel").check()
    page.get_by_label("Tell us more").fill("It names my sister.")
    page.get_by_role("button", name="Send", exact=True).click()

    expect(page.get_by_role("heading", name="It has arrived")).to_be_visible()
    own = page.get_by_label("The address of this page").input_value()
    page.goto(own)
    expect(page.get_by_role("heading", name="It has arrived")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_whoever_writes_words_that_worry_us_sees_a_calm_note_after_they_are_stored(
    open_browser: OpenBrowser, memorial: str, javascript: bool
) -> None:
    page = open_browser(javascript=javascript)
    acting.send(page, memorial, "words", words="I do not want to live any more without her.", name="Lio")

    expect(page.get_by_role("heading", name="It has arrived")).to_be_visible()
    expect(page.get_by_role("heading", name="We are glad that you wrote")).to_be_visible()
    page.get_by_role("link", name="People you can talk to now").click()
    page.get_by_label("Country").select_option("GB")
    page.get_by_role("button", name="Show its lines").click()
    expect(page.get_by_role("link", name="Call 116 123")).to_be_visible()
