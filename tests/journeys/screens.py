"""Every screen that somebody can come to, and who sees it; `python -m tests.journeys.screens FOLDER` takes pictures.

Each is photographed at phone and desktop width, by light and by dark, so that people can look at everything at once.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys import browsing
from tests.journeys.browsing import DESKTOP, PHONE, Watch
from tests.journeys.serving import Server, served

KEEPER, HELPER, OTHER = "ines@example.org", "ruth@example.org", "lena@example.org"
VISITOR = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: its name, the address with parts in braces, who looks at it, and what is done before looking."""

    name: str
    path: str
    who: str = VISITOR
    then: Callable[[Page], None] | None = None


def _ask_for_code(page: Page) -> None:
    page.get_by_label("e-mail").fill("somebody@example.org")
    page.locator("main form button").first.click()
    page.locator("input[name=code]").wait_for()


def _send(words: str) -> Callable[[Page], None]:
    def send(page: Page) -> None:
        page.get_by_label("Your words").fill(words)
        page.locator("main form button.button").last.click()
        page.wait_for_load_state()

    return send


def _open_everything(page: Page) -> None:
    for veil in page.locator("main details").all():
        veil.locator("summary").click()
    page.wait_for_load_state("networkidle")


SCREENS: Final = (
    Screen("home", "/"),
    Screen("about", "/about/"),
    Screen("help", "/help/"),
    Screen("patterns", "/_patterns/"),
    Screen("mailbox", "/_mail/"),
    Screen("nothing-here", "/m/nowhere/"),
    Screen("sign-in", "/sign-in/"),
    Screen("sign-in-code", "/sign-in/", then=_ask_for_code),
    Screen("invitation", "/invitation/{secret}/"),
    Screen("invitation-over", "/invitation/AAAAAAAAAAAAAAAAAAAAAAAAAAA/"),
    Screen("memorial", "/m/{slug}/"),
    Screen("memorial-opened", "/m/{slug}/", then=_open_everything),
    Screen("memorial-by-link", "{link}"),
    Screen("older-comfort", "/m/{slug}/comfort/"),
    Screen("send", "/m/{slug}/send/"),
    Screen("send-problem", "/m/{slug}/send/", then=_send("")),
    Screen("send-notes", "/m/{slug}/send/", then=_send("Everything happens for a reason. We are so sorry.")),
    Screen("received", "/comfort/{once}/"),
    Screen("correct", "/comfort/{once}/correction/"),
    Screen("take-back", "/comfort/{once}/withdrawal/"),
    Screen("you", "/you/", KEEPER),
    Screen("my-memorials", "/memorials/", KEEPER),
    Screen("my-memorials-helper", "/memorials/", HELPER),
    Screen("open-memorial", "/memorials/new/", KEEPER),
    Screen("memorial-keeper", "/m/{slug}/", KEEPER),
    Screen("memorial-helper", "/m/{slug}/", HELPER),
    Screen("words", "/m/{slug}/words/", KEEPER),
    Screen("remembereds", "/m/{slug}/remembered/", KEEPER),
    Screen("remember", "/m/{slug}/remembered/new/", KEEPER),
    Screen("change-remembered", "/m/{slug}/remembered/{remembered_id}/", KEEPER),
    Screen("take-away-remembered", "/m/{slug}/remembered/{remembered_id}/removal/", KEEPER),
    Screen("who-sees", "/m/{slug}/who-sees/", KEEPER),
    Screen("links", "/m/{slug}/links/", KEEPER),
    Screen("take-back-link", "/m/{slug}/links/{link_id}/removal/", KEEPER),
    Screen("helpers", "/m/{slug}/helpers/", KEEPER),
    Screen("end-helping", "/m/{slug}/helpers/{helper_id}/removal/", KEEPER),
    Screen("resign", "/m/{slug}/helpers/{helper_id}/removal/", HELPER),
    Screen("take-back-invitation", "/m/{slug}/invitations/{invitation_id}/removal/", KEEPER),
    Screen("welcome", "/m/{slug}/welcome/", KEEPER),
    Screen("share", "/m/{slug}/share/", KEEPER),
    Screen("write-letter", "/m/{slug}/letters/new/", KEEPER),
    Screen("letter", "/m/{slug}/letters/{letter_id}/", KEEPER),
    Screen("take-away-letter", "/m/{slug}/letters/{letter_id}/removal/", KEEPER),
    Screen("let-go-of-unfinished", "/m/{slug}/letters/{letter_id}/unfinished/removal/", KEEPER),
    Screen("add-photos", "/m/{slug}/photos/new/", KEEPER),
    Screen("photo", "/m/{slug}/photos/{photo_id}/", KEEPER),
    Screen("take-away-photo", "/m/{slug}/photos/{photo_id}/removal/", KEEPER),
    Screen("cover", "/m/{slug}/cover/", KEEPER),
    Screen("reading", "/m/{slug}/reading/", HELPER),
    Screen("reading-opened", "/m/{slug}/reading/{held}/", HELPER, then=_open_everything),
    Screen("set-aside", "/m/{slug}/reading/set-aside/", HELPER),
    Screen("waiting-room", "/m/{slug}/waiting/", KEEPER),
    Screen("waiting-room-asked", "/m/{slug}/waiting/?say=yes", KEEPER),
    Screen("opened", "/m/{slug}/opened/", KEEPER),
    Screen("opened-one", "/m/{slug}/opened/{handle}/", KEEPER),
    Screen("set-apart", "/m/{slug}/opened/?apart=yes", KEEPER),
    Screen("quiet-page", "/m/{slug}/quiet/", KEEPER),
    Screen("quiet-question", "/m/{slug}/quiet/?ask=yes", KEEPER),
    Screen("memorials-other", "/memorials/", OTHER),
)
"""In the order of the addresses: everybody, guests, the family's rooms, reading first, the waiting room."""


@dataclass(slots=True)
class Sight:
    """The parts of addresses of one server, and the browsers of those who are signed in on it."""

    server: Server
    browser: Browser
    watch: Watch
    parts: dict[str, str] = field(default_factory=dict)
    states: dict[str, Any] = field(default_factory=dict)

    def prepare(self) -> None:
        """Adds what the screens need, and signs everybody in once."""
        self.parts = json.loads(self.server.says("tests.journeys.more_to_see"))
        self.parts["link"] = next(path for path in self.server.told() if path.startswith("/l/"))
        for email in (KEEPER, HELPER, OTHER):
            context = browsing.open_context(self.browser, self.server, self.watch)
            browsing.sign_in(context.new_page(), self.server, email)
            self.states[email] = context.storage_state()
            context.close()

    @contextmanager
    def of(self, screen: Screen, **wishes: Any) -> Iterator[Page]:
        """A page that shows this screen."""
        state = self.states.get(screen.who)
        context = browsing.open_context(self.browser, self.server, self.watch, state=state, **wishes)
        page = context.new_page()
        page.goto(screen.path.format(**self.parts))
        if screen.then:
            screen.then(page)
        yield page
        context.close()


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
