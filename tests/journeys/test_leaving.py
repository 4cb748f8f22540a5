"""T13: leaving at once by mouse, by key and without a script; going back shows nothing; the discreet look in a tab."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import acting
from tests.journeys.browsing import Watch, no_findings, sign_in
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server, elsewhere


@pytest.fixture(autouse=True)
def leaves(server: Server, watch: Watch) -> None:
    """Leaving is the one request that goes to another site; what that site is made of is its own."""
    watch.leaves_to = elsewhere(server.address).removesuffix("/about/")


@pytest.fixture(scope="module")
def memorial(server: Server) -> str:
    """The page of the demo story that everybody may see."""
    return next(path for path in server.told() if path.startswith("/m/"))


@pytest.fixture
def link(server: Server) -> str:
    """A private link of the demo story."""
    return next(path for path in server.told() if path.startswith("/l/"))


def _by_mouse(page: Page) -> None:
    page.get_by_role("link", name="Leave this page").click()


def _by_key(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


def _by_tab(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Leave this page")).to_be_focused()
    page.keyboard.press("Enter")


WAYS = {"mouse": _by_mouse, "key": _by_key, "tab": _by_tab}


@pytest.mark.parametrize("way", WAYS)
def test_leaving_shows_another_site_and_going_back_shows_nothing(
    open_browser: OpenBrowser, server: Server, memorial: str, way: str
) -> None:
    page = open_browser()
    acting.arrive(page, server, "Mira")
    page.goto(memorial)
    page.goto("/you/")
    page.evaluate("document.activeElement?.blur()")

    WAYS[way](page)
    page.wait_for_url(elsewhere(server.address))
    page.go_back()

    expect(page.get_by_role("heading", name="This page is closed")).to_be_visible()
    assert page.title() == "Notes"
    assert "@example.org" not in page.content()
    page.goto("/you/")
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_without_a_script_leaving_and_going_back_show_nothing(
    open_browser: OpenBrowser, server: Server, link: str
) -> None:
    page = open_browser(javascript=False)
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ada")
    shown = page.url

    _by_tab(page)
    page.wait_for_url(elsewhere(server.address))
    page.go_back()

    expect(page.get_by_role("heading", name="This page is closed")).to_be_visible()
    assert "Ada" not in page.content()
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ada")
    assert page.url == shown


def test_the_page_is_hidden_before_any_server_answers(open_browser: OpenBrowser, server: Server, memorial: str) -> None:
    page = open_browser()
    page.goto(memorial)

    at_once = page.evaluate("document.querySelector('a.leave').click(), [document.title, document.body === null]")

    assert at_once == ["Notes", True]
    page.wait_for_url(elsewhere(server.address))


def test_the_history_keeps_no_second_way_to_the_page_that_was_left(
    open_browser: OpenBrowser, server: Server, memorial: str
) -> None:
    page = open_browser()
    page.goto("/help/")
    page.goto(memorial)
    length = page.evaluate("history.length")

    _by_key(page)
    page.wait_for_url(elsewhere(server.address))

    assert page.evaluate("history.length") == length
    page.go_back()
    assert page.url.endswith("/help/")
    expect(page.get_by_role("heading", name="This page is closed")).to_be_visible()


def test_writing_capitals_leaves_no_page_and_words_that_were_written_are_kept(
    open_browser: OpenBrowser, server: Server
) -> None:
    page = open_browser()
    sign_in(page, server, "mira-in-haste@example.org")
    memorial = acting.open_memorial(page, title="For Ilse")
    page.goto(f"{memorial}words/")
    words = page.locator("textarea").first
    words.press_sequentially("ABC of Ilse AND US")
    for letter in "XYZ":
        page.keyboard.press(f"Shift+{letter}")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift+!")
    assert page.url.endswith("/words/")

    _by_key(page)
    page.wait_for_url(elsewhere(server.address))
    page.goto("/")
    page.get_by_role("button", name="Open it").click()
    sign_in(page, server, "mira-in-haste@example.org")
    page.goto(f"{memorial}words/")

    expect(page.locator("textarea").first).to_have_value("ABC of Ilse AND USXYZ!")


def test_leaving_by_a_key_can_be_turned_off(open_browser: OpenBrowser, memorial: str) -> None:
    page = open_browser()
    page.goto("/look/")
    page.get_by_label("Pressing Shift three times leaves the page").uncheck()
    page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_text("Your choice is kept.")).to_be_visible()
    page.goto(memorial)

    _by_key(page)
    page.wait_for_timeout(300)

    assert page.url.endswith(memorial)


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_visitor_chooses_the_discreet_look_and_the_public_page_wears_it(
    open_browser: OpenBrowser, memorial: str, javascript: bool
) -> None:
    page = open_browser(javascript=javascript)
    page.goto(memorial)
    assert "Notes" not in page.title()
    shown = page.locator("main").inner_text()
    page.get_by_role("link", name="A discreet look").click()
    page.get_by_label("In this browser").check()

    page.get_by_role("button", name="Keep this").click()
    page.goto(memorial)

    assert page.title() == "Notes"
    assert page.locator("link[rel=icon]").get_attribute("href").startswith("/static/ground/plain.")
    assert page.locator("main").inner_text() == shown
    if javascript:
        no_findings(page)


def test_words_that_were_begun_go_with_whoever_leaves(open_browser: OpenBrowser, server: Server, memorial: str) -> None:
    page = open_browser()
    page.goto(f"{memorial}send/")
    page.get_by_label("Your words").fill("We think of you")
    page.wait_for_timeout(1000)
    assert page.evaluate("sessionStorage.length") == 1
    page.evaluate("document.activeElement?.blur()")

    _by_key(page)
    page.wait_for_url(elsewhere(server.address))
    page.goto(f"{memorial}send/")
    page.get_by_role("button", name="Open it").click()

    expect(page.get_by_label("Your words")).to_have_value("")
    assert page.evaluate("sessionStorage.length") == 0
