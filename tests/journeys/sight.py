"""A look at every screen, as everybody who is signed in; `python -m tests.journeys.sight FOLDER` takes pictures."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.journeys import browsing
from tests.journeys.browsing import DESKTOP, PHONE, Watch
from tests.journeys.screens import (
    FACILITATOR,
    HELPER,
    IN_A_GROUP,
    KEEPER,
    LEAD,
    MEMBER,
    OTHER,
    SAFE,
    SCREENS,
    WAITS,
    Screen,
)
from tests.journeys.serving import Server, served


@dataclass(slots=True)
class Sight:
    """The parts of addresses of one server, and the browsers of those who are signed in on it."""

    server: Server
    browser: Browser
    watch: Watch
    parts: dict[str, str] = field(default_factory=dict)
    states: dict[str, Any] = field(default_factory=dict)
    kept_open: dict[str, BrowserContext] = field(default_factory=dict)

    def prepare(self) -> None:
        """Adds what the screens need, and signs everybody in once."""
        self.parts = json.loads(self.server.says("tests.journeys.more_to_see"))
        self.parts["link"] = next(path for path in self.server.told() if path.startswith("/l/"))
        for email in (KEEPER, HELPER, OTHER, MEMBER, SAFE, FACILITATOR, IN_A_GROUP, LEAD, WAITS):
            context = browsing.open_context(self.browser, self.server, self.watch)
            browsing.sign_in(context.new_page(), self.server, email)
            self.states[email] = context.storage_state()
            context.close()

    @contextmanager
    def of(self, screen: Screen, **wishes: Any) -> Iterator[Page]:
        """A page that shows this screen: in a browser of its own where something is done there or wished for it.

        What is only looked at is shown in a browser that its people keep open, as they do.
        """
        if screen.then or wishes:
            with self.browser_of(screen.who, **wishes) as context:
                yield self.shown(screen, context)
        else:
            if screen.who not in self.kept_open:
                self.kept_open[screen.who] = self._open(screen.who)
            page = self.shown(screen, self.kept_open[screen.who])
            yield page
            page.close()

    @contextmanager
    def browser_of(self, who: str | None, **wishes: Any) -> Iterator[BrowserContext]:
        """A browser in which this one is signed in, or nobody."""
        context = self._open(who, **wishes)
        yield context
        context.close()

    def _open(self, who: str | None, **wishes: Any) -> BrowserContext:
        return browsing.open_context(self.browser, self.server, self.watch, state=self.states.get(who), **wishes)

    def shown(self, screen: Screen, context: BrowserContext) -> Page:
        """A page of this browser that shows this screen."""
        page = context.new_page()
        page.goto(screen.path.format(**self.parts))
        if screen.then:
            screen.then(page)
        return page


def take_pictures(folder: Path) -> list[str]:
    """Photographs every screen; returns what went wrong on the way."""
    folder.mkdir(parents=True, exist_ok=True)
    with served() as server, sync_playwright() as playwright, browsing.a_browser(playwright) as browser:
        sight = Sight(server, browser, Watch(server))
        sight.prepare()
        sizes, schemes = {"phone": PHONE, "desktop": DESKTOP}, ("light", "dark")
        for screen in SCREENS:
            with sight.of(screen) as page:
                for (width, size), scheme in product(sizes.items(), schemes):
                    page.set_viewport_size(size)
                    page.emulate_media(color_scheme=scheme)
                    page.screenshot(path=folder / f"{screen.name}-{width}-{scheme}.png", full_page=True)
        return sight.watch.complaints


if __name__ == "__main__":
    wrong = take_pictures(Path(sys.argv[1] if len(sys.argv) > 1 else "screens"))
    print("\n".join(wrong) or "Nothing went wrong. Now look at them.")
    sys.exit(bool(wrong))
