"""Whatever others write stays words, on every screen, for everybody who reads it (trust.md T16)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import pytest
from playwright.sync_api import Browser

from tests.figures import Figures
from tests.journeys.browsing import Watch
from tests.journeys.screens import SCREENS, Screen
from tests.journeys.serving import Server, served
from tests.journeys.sight import Sight


@pytest.fixture(scope="module")
def written_on() -> Iterator[Server]:
    """A server of its own: every text on it is hostile."""
    with served() as one:
        yield one


def test_hostile_words_are_shown_as_words_on_every_screen(
    written_on: Server, browser: Browser, figures: Figures
) -> None:
    sight = Sight(written_on, browser, Watch(written_on))
    sight.prepare()
    written_on.says("tests.journeys.hostile_words")
    broken, shown = [], 0
    for who, screens in groupby(sorted(SCREENS, key=_who), key=_who):
        with sight.browser_of(who) as context:
            context.on("dialog", lambda dialog: broken.append(f"{dialog.page.url} opened a dialog"))
            for screen in screens:
                page = sight.shown(screen, context)
                shown += page.get_by_text("alert(7)").count() + page.locator("[value*='alert(7)']").count()
                if page.locator("#x7q").count():
                    broken.append(f"{screen.name} made elements of words")
                page.close()
    broken += sight.watch.complaints

    figures("T16", checks=len(SCREENS), wrong=len(broken), hostile_words_shown_as_words=shown)
    assert shown > len(SCREENS), "hostile words must be met, or nothing is shown by this"
    assert broken == []


def _who(screen: Screen) -> str:
    return screen.who or ""
