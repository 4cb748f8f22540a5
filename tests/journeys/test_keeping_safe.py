"""J14: somebody tells that something is wrong, finds lines of their country, and needs no account and no script."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import acting
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server
from tests.journeys.test_stories import tell


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


def test_two_who_lead_look_behind_a_pen_name_and_neither_does_alone(open_browser: OpenBrowser, server: Server) -> None:
    """On a phone, without scripts: a story is reported, one asks, says first too little, another agrees."""
    author, reader, lead, deputy = (open_browser(javascript=False) for _ in range(4))
    for page, email in ((author, AUTHOR), (lead, LEAD), (deputy, DEPUTY)):
        acting.sign_in(page, server, email)
    server.says("snowdrop", "staff", "add", DEPUTY, "deputy")
    words = f"Families may send their gifts to me, at {uuid4().hex[:6]}."
    reader.goto(tell(author, words, name="A keeper of ferries"))
    reader.get_by_role("link", name=re.compile("Is something wrong here")).click()
    reader.get_by_label("It sells something").check()
    reader.get_by_role("button", name="Send", exact=True).click()

    _ask_who_wrote(lead, words)
    lead.get_by_role("button", name="Ask a second person").click()
    expect(lead.get_by_text("Please look at this again")).to_be_visible()
    lead.get_by_label("Somebody is being harmed").check()
    lead.get_by_label("What happened").fill("Asks families for money, in three places.")
    lead.get_by_role("button", name="Ask a second person").click()
    expect(lead.get_by_text("It waits for a second person.")).to_be_visible()
    expect(lead.get_by_role("button", name="Look at the name")).to_be_hidden()
    expect(lead.get_by_label("I agree")).to_be_hidden()

    deputy.goto(lead.url)
    deputy.get_by_label("I agree").check()
    deputy.get_by_label("Why", exact=True).fill("I have read all three.")
    deputy.get_by_role("button", name="Answer").click()
    expect(deputy.get_by_text("Somebody agreed.")).to_be_visible()
    lead.reload()
    expect(lead.get_by_text(AUTHOR)).to_be_hidden()
    lead.get_by_role("button", name="Look at the name").click()
    expect(lead.get_by_text(AUTHOR)).to_be_visible()
    deputy.reload()
    expect(deputy.get_by_text("Who looked at the name")).to_be_visible()


AUTHOR, LEAD, DEPUTY = "wren@example.org", "vera@example.org", "ilan@example.org"


def _ask_who_wrote(page: Page, words: str) -> None:
    """Of all other reports that wait on this server nothing is limited, until these words are on the desk."""
    page.goto("/safety/")
    while not page.locator(".desk").get_by_text(words).count():
        page.get_by_label("Nothing is limited").check()
        page.get_by_role("button", name="Decide").click()
        expect(page.get_by_text("It is decided.")).to_be_visible()
    page.get_by_role("link", name="Ask who wrote this").click()
