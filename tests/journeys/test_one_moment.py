"""A page is under siege, and somebody writes: nothing is lost, and nothing is a puzzle, with a script or without."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, Route, expect

from snowdrop.front import tickets
from tests.front.conftest import wait_for_document
from tests.journeys import browsing
from tests.journeys.browsing import SMALLEST, Watch
from tests.journeys.serving import Server
from tests.world.instance import Instance, an_instance

WORDS = "Thinking of you.\n\nAnd of Wren."
SECRET = settings.SECRET_KEY
"""The server's too, so that a ticket of another time can be made here."""
OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def besieged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Instance, str]]:
    """A server whose operator lets every form be asked for a moment."""
    with an_instance(tmp_path_factory.mktemp("moment"), SNOWDROP_SIEGE="always", SNOWDROP_SECRET=SECRET) as instance:
        slug = instance.act("open_memorial", "For Wren", "everybody")["slug"]
        instance.start()
        wait_for_document(instance, slug)
        yield instance, slug


@pytest.fixture
def open_page(besieged: tuple[Instance, str], browser: Browser) -> Iterator[OpenPage]:
    instance, _ = besieged
    server = Server(f"http://localhost:{instance.port}", instance.data)
    watch, contexts = Watch(server), []

    def open_one(**wishes: object) -> Page:
        contexts.append(browsing.open_context(browser, server, watch, **wishes))
        return contexts[-1].new_page()

    yield open_one
    for context in contexts:
        context.close()
    assert watch.complaints == []


def write(page: Page, slug: str) -> None:
    page.goto(f"/m/{slug}/send/")
    page.locator("input[name=kind][value=words]").check(force=True)
    page.get_by_label("Your words").fill(WORDS)
    page.get_by_role("button", name="Send", exact=True).click()


def words_kept(instance: Instance, page: Page) -> str:
    once = page.url.rstrip("/").rpartition("/")[2]
    return str(instance.act("kept", once)["words"][once])


def test_a_browser_does_the_work_and_the_words_arrive(besieged: tuple[Instance, str], open_page: OpenPage) -> None:
    instance, slug = besieged
    page = open_page()

    write(page, slug)

    expect(page.get_by_role("heading", name="It has arrived")).to_be_visible()
    assert words_kept(instance, page) == WORDS
    assert page.evaluate("Object.keys(sessionStorage).length") == 0, "the draft went with what was sent"


def test_a_minute_is_enough_without_a_script(besieged: tuple[Instance, str], open_page: OpenPage) -> None:
    instance, slug = besieged
    page = open_page(javascript=False)
    write(page, slug)
    expect(page.get_by_role("heading", name="One moment, please")).to_be_visible()
    expect(page.get_by_text("And of Wren.")).to_be_visible()
    expect(page.get_by_text("press “Send” once more")).to_be_visible()

    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("heading", name="One moment, please")).to_be_visible()
    page.route("**/send/", a_minute_earlier(slug))
    page.get_by_role("button", name="Send", exact=True).click()

    expect(page.get_by_role("heading", name="It has arrived")).to_be_visible()
    assert words_kept(instance, page) == WORDS


def test_the_page_is_readable_by_everybody_and_fits_the_smallest_phone(
    besieged: tuple[Instance, str], open_page: OpenPage
) -> None:
    _, slug = besieged
    page = open_page(size=SMALLEST)
    page.add_init_script("Object.defineProperty(globalThis, 'crypto', {value: undefined})")

    write(page, slug)

    expect(page.get_by_text("press “Send” once more")).to_be_visible()
    browsing.no_findings(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALLEST["width"]


def a_minute_earlier(slug: str) -> Callable[[Route], None]:
    """Sends the form with the ticket that it would hold if the page had been given a minute earlier."""

    def send(route: Route) -> None:
        body = route.request.post_data or ""
        once = re.search(r"once=(\w{44})", body)
        assert once
        earlier = tickets.new_ticket(slug, once[1], most=20_000, now=time.time() - tickets.WAIT_SECONDS - 1)
        route.continue_(post_data=re.sub(r"moment=[^&]*", f"moment={earlier}", body))

    return send
