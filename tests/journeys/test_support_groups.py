"""J8: a facilitator's day in a group, from a ready template to the hand-over; and a member's way in and out."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import acting
from tests.journeys.browsing import no_findings
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server

FACILITATOR, SECOND, MEMBER = "greta@example.org", "imre@example.org", "sol@example.org"
HARSH = "You should have been more careful. It is your own fault."
ITEMS = 20


def test_somebody_comes_in_writes_under_another_name_and_leaves_with_their_words(
    open_browser: OpenBrowser, server: Server
) -> None:
    day, new = open_browser(), open_browser()
    acting.sign_in(day, server, FACILITATOR)
    acting.arrive(new, server, "Ottilie")
    group = _group(day)
    new.goto("/groups/")
    new.get_by_role("link", name="After a stillbirth").click()
    new.get_by_role("link", name="Ask to be let in").click()
    new.get_by_role("button", name="Ask").click()
    expect(new.get_by_text("Please look at this again")).to_be_visible()
    new.get_by_label("What shall we call you here?").fill("Wolke")
    new.get_by_label("What would you like us to know?").fill("Our son was stillborn in March.")
    new.get_by_label("I am 18 or older").check()
    new.get_by_label("I have read what the group has agreed").check()
    new.get_by_role("button", name="Ask").click()
    expect(new.get_by_text("You have asked to be let in")).to_be_visible()

    day.goto(f"{group}desk/")
    _let_in(day, "Wolke")
    new.reload()
    new.get_by_role("link", name="Start a topic").click()
    new.get_by_label("What is it about?").fill("A pear tree")
    new.get_by_label("Your words").fill("We planted it last week.")
    new.get_by_role("button", name="Send").click()
    expect(new.get_by_role("heading", name="Your words are safe")).to_be_visible()
    expect(new.get_by_text("A facilitator reads it before the group does.")).to_be_visible()

    new.goto(f"{group}you/leaving/")
    new.get_by_label("It goes with me").check()
    new.get_by_role("button", name="Leave now").click()
    expect(new.get_by_text("You have left. Nobody is told.")).to_be_visible()
    new.goto(f"{group}you/")
    expect(new.get_by_role("heading", level=1)).not_to_contain_text("Your place")


@pytest.mark.slow
def test_a_facilitators_day_of_twenty_items_and_a_hand_over_has_no_dead_ends(
    open_browser: OpenBrowser, server: Server
) -> None:
    """Without scripts: the desk, one after the other, in every way; then notes, rest, and the colleague goes on."""
    day, colleague, member = (open_browser(javascript=False) for _ in range(3))
    for page, email in ((day, FACILITATOR), (colleague, SECOND), (member, MEMBER)):
        acting.sign_in(page, server, email)
    group = _group(day)
    server.says("tests.journeys.always_there")  # else a quarter of an hour would lie between two texts
    for number in range(ITEMS - 1):  # and somebody asks to be let in
        _write(member, group, f"Number {number}", HARSH)
    day.goto(f"{group}desk/")
    decided = 0
    while day.locator(".desk").count() and decided < ITEMS - 5:
        _decide(day, decided)
        decided += 1
    day.get_by_role("link", name="Notes for the others").click()
    day.get_by_label("A note for whoever is here next").fill("Sol writes much tonight. I have answered.")
    day.get_by_role("button", name="Leave this note").click()
    day.get_by_role("link", name="Back to the desk").click()
    day.get_by_role("button", name="Rest for a while").click()
    expect(day.get_by_text("You are resting")).to_be_visible()

    colleague.goto(f"{group}desk/")
    expect(colleague.get_by_text("Sol writes much tonight.")).to_be_visible()
    while colleague.locator(".desk").count():
        _decide(colleague, decided)
        decided += 1

    assert decided >= ITEMS
    expect(colleague.get_by_text("Nothing waits")).to_be_visible()
    no_findings_with_scripts(open_browser, server, group)


REPORTED, HARMLESS = "I had that with the swallows", "I am reading it on the night bus"
OBJECTION = "I spoke of myself, and of the swallows."
LEAD, AUTHOR, MODERATOR = "vera@example.org", "moss@example.org", "judith@example.org"


@pytest.mark.slow
def test_two_reports_and_an_objection_are_answered_without_dead_ends(open_browser: OpenBrowser, server: Server) -> None:
    """Without scripts: a member reports two posts, the lead hides one, its author objects, somebody else answers."""
    member, lead, author, other = (open_browser(javascript=False) for _ in range(4))
    for page, email in ((member, MEMBER), (lead, LEAD), (author, AUTHOR), (other, MODERATOR)):
        acting.sign_in(page, server, email)
    server.says("snowdrop", "staff", "add", MODERATOR, "moderator")
    topic = _topic(member, _group(member), "The first spring")
    for words, wrong in ((REPORTED, "It attacks somebody, or is cruel"), (HARMLESS, "Something else")):
        member.goto(topic)
        member.locator("article", has_text=words).get_by_role("link", name="Report it").click()
        member.get_by_label(wrong).check()
        member.get_by_role("button", name="Send", exact=True).click()
        expect(member.get_by_role("heading", name="It has arrived")).to_be_visible()

    _decide_reports(lead, hides=REPORTED)
    member.goto(topic)
    expect(member.get_by_text(HARMLESS)).to_be_visible()
    expect(member.get_by_text(REPORTED)).to_be_hidden()
    author.goto(topic)
    author.get_by_role("link", name="Why, and how to object").click()
    author.get_by_label("Why you see it otherwise").fill(OBJECTION)
    author.get_by_role("button", name="Object").click()
    expect(author.get_by_text("Your objection has arrived.")).to_be_visible()

    assert not _opens_objection(lead), "whoever decided does not answer"
    assert _opens_objection(other)
    other.get_by_label("You were right").check()
    other.get_by_label("Why, as they will read it").fill("It speaks of anger at birds, and attacks nobody.")
    other.get_by_role("button", name="Answer").click()
    expect(other.get_by_text("It is answered, and they are told.")).to_be_visible()
    member.goto(topic)
    expect(member.get_by_text(REPORTED)).to_be_visible()
    author.reload()
    expect(author.get_by_text("It speaks of anger at birds, and attacks nobody.")).to_be_visible()


def _opens_objection(page: Page) -> bool:
    """Opens the objection of this story, if it is among those that this one may answer."""
    page.goto("/safety/rest/")
    links = page.get_by_role("link", name="An objection")
    for address in [one.get_attribute("href") for one in links.all()]:
        page.goto(address or "")
        if page.get_by_text(OBJECTION).count():
            return True
    return False


def _topic(page: Page, group: str, title: str) -> str:
    page.goto(group)
    page.get_by_role("link", name=title).click()
    return page.url


def _decide_reports(page: Page, *, hides: str) -> None:
    """One after the other, until nothing is on the desk: this one is hidden, nothing is limited of all others."""
    page.goto("/safety/")
    for _ in range(ITEMS):
        if not page.locator(".desk").count():
            return
        if page.locator(".desk").get_by_text(hides).count():
            page.get_by_label("It is hidden").check()
            page.get_by_label("On which rule does it rest?").select_option(label="Nobody is attacked here")
            page.get_by_label("The facts").fill("It is written in anger.")
        else:
            page.get_by_label("Nothing is limited").check()
        page.get_by_role("button", name="Decide").click()
        expect(page.get_by_text("It is decided.")).to_be_visible()
    raise AssertionError("The desk is never empty.")


def no_findings_with_scripts(open_browser: OpenBrowser, server: Server, group: str) -> None:
    """axe needs scripts: the same desk, room and own place, once more."""
    page = open_browser()
    acting.sign_in(page, server, SECOND)
    for path in ("", "desk/", "you/"):
        page.goto(group + path)
        no_findings(page)


def _group(page: Page) -> str:
    page.goto("/groups/")
    page.get_by_role("link", name="After a stillbirth").click()
    found = re.search(r"/groups/[\w]+/", page.url)
    assert found
    return found.group()


def _write(page: Page, group: str, title: str, words: str) -> None:
    page.goto(f"{group}topics/new/")
    page.get_by_label("What is it about?").fill(title)
    page.get_by_label("Your words").fill(words)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Your words are safe")).to_be_visible()


def _let_in(page: Page, name: str) -> None:
    """Leaves everything else to the others until this one is on the desk."""
    for _ in range(ITEMS):
        if page.locator(".desk").get_by_text(name, exact=True).count():
            break
        page.get_by_role("button", name="Not this one for me").click()
    page.get_by_role("button", name="Let them in").click()
    expect(page.get_by_text("They are in the group now.")).to_be_visible()


def _decide(page: Page, number: int) -> None:
    """Opens the fold, then one of the ways: in, through, ask, hold back, leave it to the other."""
    page.locator(".desk details.veil summary").click()
    if page.get_by_role("button", name="Let them in").count():
        page.get_by_role("button", name="Let them in").click()
    elif number % 5 == 1:
        page.get_by_role("link", name="Ask its author to change it").click()
        page.get_by_label("Please leave out names of staff").check()
        page.get_by_role("button", name="Ask them").click()
    elif number % 5 == 2:
        page.get_by_role("link", name="Do not show it").click()
        page.get_by_label("It attacks, blames or mocks somebody.").check()
        page.get_by_role("button", name="Do not show it").click()
    elif number % 5 == 3 and number < ITEMS - 5:
        page.get_by_role("button", name="Not this one for me").click()
    else:
        page.get_by_role("button", name="Let it through").click()
    expect(page.get_by_role("heading", name="The desk")).to_be_visible()
