"""J7: not alone. A story is told, found by somebody without an account, answered softly, moved, and taken back."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import acting
from tests.journeys.browsing import no_findings
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server


def tell(page: Page, words: str, *, name: str = "", note: str = "") -> str:
    """Writes a story and tells it; returns the address at which others read it."""
    page.goto("/stories/yours/new/")
    page.get_by_role("textbox", name="Your story").fill(words)
    if note:
        page.locator(f"input[name=notes][value={note}]").check()
    if name:
        page.locator("input[name=step][value=pen-name]").check()
        page.get_by_label("The name, as it is to stand there").fill(name)
    page.get_by_text("What happened, so that others find it").click()
    page.locator("input[name=kind_of_loss][value=ectopic]").check()
    page.get_by_role("button", name="Tell it", exact=True).click()
    expect(page.get_by_text("Your story is told.")).to_be_visible()
    return page.get_by_role("link", name="See it as others do").get_attribute("href") or ""


def _find_and_answer(reader: Page, address: str, sign: str) -> None:
    """Somebody without an account finds it by their own words, opens it when they will, and gives something back."""
    reader.goto("/")
    reader.get_by_role("link", name="Read stories").click()
    reader.get_by_label("In your own words").fill(sign.lower())
    reader.get_by_role("button", name="Look for stories").click()
    expect(reader).to_have_url(re.compile(r"/stories/found/$"))
    found = reader.locator(f'a[href="{address}"]')
    expect(found).to_be_visible()
    found.click()

    expect(reader.get_by_text("This story speaks of:")).to_be_visible()
    expect(reader.get_by_text(sign)).to_be_hidden()
    expect(reader.get_by_text("A keeper of lamps")).to_be_visible()
    reader.get_by_text("Open the words").click()
    expect(reader.get_by_text(sign)).to_be_visible()
    reader.get_by_role("button", name="Holding you").click()
    expect(reader.get_by_text("It is given.")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_story_is_told_found_answered_moved_and_taken_back(
    open_browser: OpenBrowser, server: Server, javascript: bool
) -> None:
    author, reader = open_browser(javascript=javascript), open_browser(javascript=javascript)
    acting.arrive(author, server, "Mira")
    sign = f"Lighthouse{uuid4().hex[:6]}"
    address = tell(
        author, f"We went to the {sign} afterwards, and stayed a week.", name="A keeper of lamps", note="faith"
    )

    _find_and_answer(reader, address, sign)
    if javascript:
        no_findings(reader)
    reader.go_back()
    reader.goto("/stories/found/")
    expect(reader.locator(f'a[href="{address}"]')).to_be_visible()

    author.get_by_role("link", name="Has anything come back?").click()
    expect(author.get_by_text("Holding you")).to_be_visible()
    author.go_back()
    author.locator("input[name=step][value=nobody]").check()
    author.get_by_role("button", name="Keep this name").click()
    expect(author.get_by_text("The name is changed")).to_be_visible()
    reader.goto(address)
    expect(reader.get_by_text("A keeper of lamps")).to_have_count(0)

    author.get_by_role("button", name="Take it back").click()
    expect(author.get_by_text("It is taken back.")).to_be_visible()
    assert reader.request.get(address).status == 404
    reader.goto("/stories/found/")
    expect(reader.locator(f'a[href="{address}"]')).to_have_count(0)
    author.get_by_role("button", name="Undo").click()
    expect(author.get_by_text("It stands again as it did.")).to_be_visible()
    assert reader.request.get(address).status == 200


def test_back_from_a_story_leads_to_what_was_found_without_asking_to_send_again(open_browser: OpenBrowser) -> None:
    reader = open_browser()
    reader.goto("/stories/")
    reader.get_by_label("In your own words").fill("twins")
    reader.get_by_role("button", name="Look for stories").click()
    reader.locator(".story-name a").first.click()
    expect(reader).to_have_url(re.compile(r"/stories/[0-9a-f-]{36}/$"))

    reader.go_back()

    expect(reader).to_have_url(re.compile(r"/stories/found/$"))
    expect(reader.locator(".story-name a").first).to_be_visible()
    reader.go_back()
    expect(reader.get_by_label("In your own words")).to_have_value("twins")


def test_a_story_is_kept_while_it_is_written_and_found_by_keyboard_alone(
    open_browser: OpenBrowser, server: Server
) -> None:
    author = open_browser()
    acting.arrive(author, server, "Ana")
    author.goto("/stories/yours/new/")
    author.get_by_role("textbox", name="Your story").fill("I do not know how to begin.")
    expect(author.get_by_text("Kept", exact=True)).to_be_visible()
    author.goto("/stories/yours/")
    author.get_by_role("link", name="I do not know how to begin.").click()
    expect(author.get_by_text("A draft; only you see it")).to_be_visible()

    reader = open_browser()
    reader.goto("/stories/")
    reader.get_by_label("In your own words").focus()
    reader.keyboard.type("twins")
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile(r"/stories/found/$"))
    reader.locator(".story-name a").first.focus()
    reader.keyboard.press("Enter")
    button = reader.get_by_role("button", name="Thank you")
    button.focus()
    reader.keyboard.press("Enter")
    expect(reader.get_by_text("It is given.")).to_be_visible()
