"""Every screen, in both schemes: axe finds nothing, nothing stands out at the side, nobody else is asked."""

from __future__ import annotations

from string import Formatter
from uuid import UUID

import pytest
from django.urls import resolve
from playwright.sync_api import expect

from tests.figures import Figures
from tests.house.addresses import all_addresses
from tests.house.matrix import TABLE
from tests.journeys.browsing import DESKTOP, no_findings, no_sideways_scroll
from tests.journeys.conftest import OpenBrowser
from tests.journeys.screens import SCREENS, Screen
from tests.journeys.sight import Sight

NO_SCREENS = {
    "leave": "leads away",
    "source": "is a file",
    "robots": "is a file",
    "original": "is a file",
    "picture": "is a file",
    "original_clip": "is a file",
    "clip_bytes": "is a file",
    "meeting_file": "is a file",
    "own_words": "is a file",
    "thanks_bytes": "is a file",
    "read_thanks_bytes": "is a file",
    "arrival": "speaks to a script",
    "arrival_for_thanks": "speaks to a script",
    "private_link": "leads on; where it leads is a screen",
    "this_year_told": "leads on; where it leads is a screen",
    "sign_in_with_passkey": "speaks to a script",
    "add_passkey": "speaks to a script",
    "remove_passkey": "needs a passkey of a real device",
    "sign_in_code": "comes after asking for a code",
}
"""Addresses that answer a GET and are no screen of their own."""


def test_every_address_with_a_page_has_a_screen() -> None:
    shown = {_name_of(screen) for screen in SCREENS}
    missing = [
        name
        for name in all_addresses()
        if name in TABLE and TABLE[name].get != 405 and name not in NO_SCREENS and name not in shown
    ]

    assert missing == [], "Give these a Screen in tests/journeys/screens.py."


def _name_of(screen: Screen) -> str | None:
    """The name of the address that a screen is at."""
    names = [name for _, name, _, _ in Formatter().parse(screen.path) if name]
    parts = {name: str(UUID(int=7)) if name.endswith("_id") else "a" for name in names} | {
        "link": "/l/a/",
        "year": "2026",
    }
    return resolve(screen.path.format(**parts).partition("?")[0]).url_name


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_is_for_everybody_who_comes_to_it(sight: Sight, screen: Screen, figures: Figures) -> None:
    """Readable by everybody, at every width, in both schemes; nothing fails and nobody else is asked."""
    sight.watch.complaints.clear()
    asked, foreign = sight.watch.requests, len(sight.watch.foreign)

    with sight.of(screen) as page:
        no_findings(page)
        no_sideways_scroll(page)

    figures("T14", checks=sight.watch.requests - asked, wrong=len(sight.watch.foreign) - foreign)
    assert sight.watch.complaints == [], sight.server.log()[-4000:]


def test_a_page_from_right_to_left_stands_the_other_way_round(sight: Sight) -> None:
    with sight.of(SCREENS[0], language="ar") as page:
        page.goto("/_patterns/")
        page.evaluate("document.documentElement.dir = 'rtl'")

        no_sideways_scroll(page)
        first, text = page.locator("a.brand").bounding_box(), page.viewport_size

    assert first and text
    assert first["x"] > text["width"] / 2


def test_a_memorial_prints_without_what_only_a_screen_needs(sight: Sight, open_browser: OpenBrowser) -> None:
    page = open_browser(size=DESKTOP)
    page.goto("/m/{slug}/".format(**sight.parts))
    page.emulate_media(media="print")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for of_the_screen in ("a.leave", "footer.foot", "a.skip"):
        expect(page.locator(of_the_screen).first).to_be_hidden()
    assert len(page.pdf()) > 10_000
