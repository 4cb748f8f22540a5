"""Somebody writes for the family and the family stays who decides; days that matter are written down and picked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import acting
from tests.journeys.browsing import no_findings, no_sideways_scroll
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server

WORDS = "They thank you for every word, and read slowly."
MARK = "Jonas writes for the family"


def _a_family(family: Page, server: Server) -> str:
    acting.arrive(family, server, "Mira")
    memorial = acting.open_memorial(family, title="For Ilse", names="Ilse")
    acting.publish(family, memorial, "everybody")
    return memorial


def _ask_to_help(family: Page, helper: Page, server: Server, memorial: str, scope: str) -> None:
    """Somebody is invited to help, accepts, is let in, and is granted one thing alone."""
    invitation = acting.invite(family, memorial, "Jonas", "helper")
    acting.accept(helper, server, invitation, "Jonas")
    acting.let_in(family, memorial, "Jonas")
    family.goto(f"{memorial}helpers/")
    family.get_by_role("link", name="Change what they do").click()
    family.locator("input[name=scopes][value=read-first]").uncheck()
    family.locator(f"input[name=scopes][value={scope}]").check()
    family.get_by_role("button", name="Let it hold from now on").click()


def _ask_for_a_yes(helper: Page, memorial: str, *, javascript: bool) -> None:
    """The helper writes something to everybody, and asks the family."""
    helper.goto(f"{memorial}speaking/")
    helper.get_by_role("link", name="Write for the family").click()
    helper.get_by_label("What do you want to say for them?").fill(WORDS)
    expect(helper.get_by_label("Your name, as readers see it")).to_have_value("Jonas")
    helper.locator("input[name=audience][value=everybody]").check()
    if javascript:
        no_findings(helper)
        no_sideways_scroll(helper)
    helper.get_by_role("button", name="Ask the family").click()
    expect(helper.get_by_text("It waits until somebody of the family has read it.")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_somebody_speaks_for_the_family(open_browser: OpenBrowser, server: Server, javascript: bool) -> None:
    family, helper, reader = open_browser(javascript=javascript), open_browser(javascript=javascript), open_browser()
    memorial = _a_family(family, server)
    _ask_to_help(family, helper, server, memorial, "speak")
    expect(family.get_by_text("To whom may they write for you, at most?")).to_be_visible()
    expect(family.locator("input[name=waits][value=yes]")).to_be_checked()
    if javascript:
        no_findings(family)
        no_sideways_scroll(family)
    family.locator("input[name=up_to][value=everybody]").check()
    family.get_by_role("button", name="Let it hold from now on").click()

    _ask_for_a_yes(helper, memorial, javascript=javascript)
    reader.goto(memorial)
    expect(reader.get_by_text(WORDS)).to_have_count(0)
    family.goto(f"{memorial}for-us/")
    family.get_by_role("link", name="Something that Jonas would like to say").click()
    expect(family.get_by_text(MARK)).to_be_visible()
    if javascript:
        no_findings(family)
    family.get_by_role("button", name="Yes, say it for us").click()
    acting.sooner_or_later(reader, ".letter")
    expect(reader.get_by_text(WORDS)).to_be_visible()
    expect(reader.get_by_text(MARK)).to_be_visible()

    family.get_by_role("link", name=WORDS).click()
    family.get_by_role("button", name="Take it back, so that only we see it").click()
    reader.reload()
    expect(reader.get_by_text(WORDS)).to_have_count(0)
    helper.goto(f"{memorial}speaking/")
    expect(helper.get_by_text("The family has taken this back for now.")).to_be_visible()

    family.get_by_role("button", name="Undo").click()
    family.get_by_role("link", name="Make it our own").click()
    family.get_by_role("button", name="Make it our own").click()
    expect(family.get_by_text("It is yours from now on.")).to_be_visible()
    expect(family.get_by_label("Your letter")).to_have_value(WORDS)
    helper.goto(f"{memorial}speaking/")
    expect(helper.get_by_text("The family has made this its own")).to_be_visible()
    acting.sooner_or_later(reader, ".letter")
    expect(reader.get_by_text(MARK)).to_have_count(0)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_day_is_written_down_by_a_helper_and_picked_by_the_family(
    open_browser: OpenBrowser, server: Server, javascript: bool
) -> None:
    family, helper = open_browser(javascript=javascript), open_browser(javascript=javascript)
    memorial = _a_family(family, server)
    _ask_to_help(family, helper, server, memorial, "dates")

    helper.goto(f"{memorial}days/")
    helper.get_by_role("link", name="Write down a day").click()
    helper.get_by_label("What do you call it?").fill("The day at the weir")
    helper.get_by_label("In which month?").select_option("7")
    helper.get_by_label("On which day of it?").fill("2")
    if javascript:
        no_findings(helper)
        no_sideways_scroll(helper)
    helper.get_by_role("button", name="Keep it").click()
    expect(helper.get_by_text("2 July, every year")).to_be_visible()
    helper.get_by_role("button", name="Take it away").click()
    helper.get_by_role("button", name="Undo").click()
    expect(helper.get_by_text("It is back where it was.")).to_be_visible()

    acting.write_letter(family, memorial, dedication="For a summer day", words="We go to the weir.", audience="keepers")
    family.get_by_role("link", name="For a summer day").click()
    family.get_by_role("link", name="Show it to more people on a day").click()
    family.get_by_label("One of the days that matter to you").select_option(index=1)
    family.get_by_label("By the clocks of which place?").select_option("Europe/Lisbon")
    family.locator("input[name=to][value=everybody]").check()
    if javascript:
        no_findings(family)
        no_sideways_scroll(family)
    family.get_by_role("button", name="Go on").click()
    expect(family.get_by_role("heading", name="Show it on 2 July")).to_be_visible()
    family.get_by_role("button", name="Show it then").click()
    expect(family.get_by_text("it is shown to: Everybody.")).to_be_visible()
