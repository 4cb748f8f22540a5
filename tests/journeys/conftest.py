"""Real browsers against the real thing. Whatever a page does that it must not do fails the test that saw it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.journeys import browsing
from tests.journeys.browsing import Watch
from tests.journeys.serving import Server, served
from tests.journeys.sight import Sight

OpenBrowser = Callable[..., Page]
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every journey is slow."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="package")
def server() -> Iterator[Server]:
    """`snowdrop serve` on a port of its own, once for all journeys."""
    with served() as one:
        yield one


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all journeys; each person gets a context of their own."""
    with sync_playwright() as playwright, browsing.a_browser(playwright) as one:
        yield one


@pytest.fixture(scope="package")
def sight(browser: Browser, server: Server) -> Sight:
    """Everybody signed in, once for all screens: what is put into the server for them is put in once."""
    one = Sight(server, browser, Watch(server))
    one.prepare()
    return one


@pytest.fixture
def watch(server: Server) -> Iterator[Watch]:
    """Fails the test if anything went wrong in any of its browsers."""
    one = Watch(server)
    yield one
    assert one.complaints == [], f"{one.complaints}\n{server.log()[-4000:]}"


@pytest.fixture
def open_browser(browser: Browser, server: Server, watch: Watch) -> Iterator[OpenBrowser]:
    """Opens a browser of somebody's own: open_browser(javascript=False, size=PHONE, scheme="dark")."""
    opened: list[BrowserContext] = []

    def open_one(**wishes: Any) -> Page:
        opened.append(browsing.open_context(browser, server, watch, **wishes))
        return opened[-1].new_page()

    yield open_one
    for context in opened:
        context.close()
