"""A letter for a later day, taken back with one press; words that neither a crash nor a lost session takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys import acting
from tests.journeys.browsing import no_findings, no_sideways_scroll, sign_in
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server

WORDS = "We think of you every morning"


@pytest.fixture(scope="module")
def public(server: Server) -> str:
    """The page of the demo story that everybody may see."""
    return next(path for path in server.told() if path.startswith("/m/"))


@pytest.mark.parametrize("javascript", [True, False])
def test_a_letter_for_a_later_day(open_browser: OpenBrowser, server: Server, javascript: bool) -> None:
    family, visitor = open_browser(javascript=javascript, zone="Asia/Tokyo"), open_browser()
    acting.arrive(family, server, "Mira")
    memorial = acting.open_memorial(family, title="For Ilse", names="Ilse")
    acting.publish(family, memorial, "everybody")
    said = {"dedication": "For your second birthday", "words": "We went to the weir, as we do."}
    acting.write_letter(family, memorial, **said, audience="keepers")

    family.get_by_role("link", name=said["dedication"]).click()
    family.get_by_role("link", name="Show it to more people on a day").click()
    zone = family.get_by_label("By the clocks of which place?")
    expect(zone).to_have_value("Asia/Tokyo" if javascript else "")
    family.get_by_label("On which day?").fill("2031-03-14")
    zone.select_option("Asia/Tokyo")
    family.locator("input[name=to][value=everybody]").check()
    if javascript:
        no_findings(family)
        no_sideways_scroll(family)
    family.get_by_role("button", name="Go on").click()
    expect(family.get_by_role("heading", name="Show it on 14 March 2031 at 09:00 (Asia/Tokyo)?")).to_be_visible()
    expect(family.get_by_text("From then on it is shown to: Everybody.")).to_be_visible()
    family.get_by_role("button", name="Show it then").click()

    expect(family.get_by_text("On 14 March 2031 at 09:00 (Asia/Tokyo) it is shown to: Everybody.")).to_be_visible()
    if javascript:
        no_findings(family)
    visitor.goto(memorial)
    expect(visitor.get_by_text(said["words"])).to_have_count(0)

    family.get_by_role("button", name="Show it to them now").click()
    expect(family.get_by_text("It is shown to them now.")).to_be_visible()
    acting.sooner_or_later(visitor, ".letter")
    expect(visitor.get_by_text(said["words"])).to_be_visible()

    family.get_by_role("button", name="Undo").click()
    expect(family.get_by_text("Only you who keep this memorial see it now.")).to_be_visible()
    visitor.reload()
    expect(visitor.get_by_text(said["words"])).to_have_count(0)


def test_what_a_guest_wrote_is_there_again_after_a_crash(open_browser: OpenBrowser, public: str) -> None:
    page = open_browser()
    page.goto(f"{public}send/")
    _write(page, WORDS)

    page.goto("about:blank")  # the page is gone, without a word to it
    page.goto(f"{public}send/")

    expect(page.get_by_label("Your words")).to_have_value(WORDS)
    expect(page.get_by_text("The words that you had begun are here again.")).to_be_visible()
    no_findings(page)
    page.get_by_role("button", name="Let go of them").click()
    expect(page.get_by_label("Your words")).to_have_value("")
    page.reload()
    expect(page.get_by_label("Your words")).to_have_value("")


def test_what_was_sent_is_kept_no_longer_and_what_was_refused_is(open_browser: OpenBrowser, public: str) -> None:
    page = open_browser()
    page.goto(f"{public}send/")
    page.get_by_label("Your name").fill("A neighbour")
    page.locator("input[name=kind][value=words]").check(force=True)
    page.get_by_role("button", name="Send", exact=True).click()  # words are missing
    expect(page.locator(".summary")).to_be_visible()
    assert _kept(page)

    page.get_by_label("Your words").fill(WORDS)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("heading", name="It has arrived")).to_be_visible()

    assert _kept(page) == []
    page.goto(f"{public}send/")
    expect(page.get_by_label("Your words")).to_have_value("")


def test_two_tabs_do_not_meet(open_browser: OpenBrowser, public: str) -> None:
    one = open_browser()
    other = one.context.new_page()
    for page, words in ((one, "In the one"), (other, "In the other")):
        page.goto(f"{public}send/")
        _write(page, words)

    for page, words in ((one, "In the one"), (other, "In the other")):
        page.goto(f"{public}send/")
        expect(page.get_by_label("Your words")).to_have_value(words)


def test_a_session_that_ended_takes_no_words_and_gives_none_to_another(
    open_browser: OpenBrowser, server: Server
) -> None:
    page, address = open_browser(), "wishes@example.org"
    sign_in(page, server, address)
    memorial = acting.open_memorial(page, title="For Ilse")
    page.goto(f"{memorial}welcome/")
    page.locator("textarea[name=wishes]").fill("Please say her name")
    _wait_until_kept(page)
    page.context.clear_cookies()

    page.locator("main form button.button").last.click()
    page.wait_for_load_state()
    page.goto("/")
    assert _kept(page)
    sign_in(page, server, address)
    page.goto(f"{memorial}welcome/")
    expect(page.locator("textarea[name=wishes]")).to_have_value("Please say her name")

    (key,) = _kept(page)
    own = page.locator("main form[data-of]").get_attribute("data-of")
    assert own
    assert key.split()[1] == own  # somebody else who signs in here is another


def test_without_a_script_a_form_that_is_refused_holds_the_words(open_browser: OpenBrowser, public: str) -> None:
    page = open_browser(javascript=False)
    page.goto(f"{public}send/")
    page.get_by_label("Your name").fill("A neighbour")
    page.locator("input[name=kind][value=words]").check(force=True)
    page.get_by_role("button", name="Send", exact=True).click()

    expect(page.locator(".summary")).to_be_visible()
    expect(page.get_by_label("Your name")).to_have_value("A neighbour")


def test_words_are_kept_that_were_written_before_the_script_had_come(open_browser: OpenBrowser, server: Server) -> None:
    page = open_browser()
    sign_in(page, server, "slow-network@example.org")
    memorial = acting.open_memorial(page, title="For Ilse")
    wishes = page.locator("textarea[name=wishes]")

    with _draft_held_up(page):
        page.goto(f"{memorial}welcome/", wait_until="domcontentloaded")
        wishes.fill("Please say her name")
        page.wait_for_timeout(500)
        assert not _kept(page)
    _wait_until_kept(page)
    expect(wishes).to_have_value("Please say her name")

    with _draft_held_up(page):
        page.goto("/")
        page.goto(f"{memorial}welcome/", wait_until="domcontentloaded")
        wishes.fill("Candles are welcome")
        page.wait_for_timeout(500)
    expect(wishes).to_have_value("Please say her name\n\nCandles are welcome")


@contextmanager
def _draft_held_up(page: Page) -> Iterator[None]:
    """As on a slow network: the script that keeps words comes after somebody has begun to write."""
    held_up: list[Route] = []
    page.route("**/draft*.js", lambda route: held_up.append(route))
    yield
    assert held_up, "the script was asked for"
    for route in held_up:
        route.continue_()
    page.unroute("**/draft*.js")


def _write(page: Page, words: str) -> None:
    page.get_by_label("Your words").fill(words)
    _wait_until_kept(page)


def _wait_until_kept(page: Page) -> None:
    for _ in range(100):
        if _kept(page):
            return
        page.wait_for_timeout(100)
    raise AssertionError("The words were not kept in the tab.")


def _kept(page: Page) -> list[str]:
    """What lies in this tab."""
    kept: list[str] = page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('draft '))")
    return kept
