"""A browser as a person uses it, and what must never happen in one: errors, refused scripts, foreign requests."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request, Response

from tests.journeys.serving import Server

PHONE: Final = {"width": 390, "height": 844}
DESKTOP: Final = {"width": 1280, "height": 900}
SMALLEST: Final = {"width": 320, "height": 640}
AXE_TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# Light lies over the paper in a pseudo element, behind which axe would look at no contrast at all. The paper itself
# stands for it here; tests/ground/test_stylesheets.py reckons with the light as well. The other options are axe's own.
_CONTRAST: Final = {
    "ignorePseudo": True,
    "ignoreUnicode": True,
    "ignoreLength": False,
    "boldValue": 700,
    "boldTextPt": 14,
    "largeTextPt": 18,
    "contrastRatio": {"normal": {"expected": 4.5}, "large": {"expected": 3}},
    "pseudoSizeThreshold": 0.25,
    "shadowOutlineEmMax": 0.2,
    "textStrokeEmMin": 0.03,
}
_AXE: Final = f"{AXE_SCRIPT};axe.configure({json.dumps({'checks': [{'id': 'color-contrast', 'options': _CONTRAST}]})});"
# Only what axe finds is told in full; of what it passes the names of the rules are enough, and a long page is quick.
_LOOK: Final = """rules => axe.run({runOnly: rules, resultTypes: ["violations"]})
    .then(({violations, passes}) => ({violations, passed: passes.map(rule => rule.id)}))"""
_ARGUMENTS: Final = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_RESOURCE_FAILED: Final = "Failed to load resource"


@dataclass
class Watch:
    """What went wrong in the browsers of one test."""

    server: Server
    complaints: list[str] = field(default_factory=list)
    requests: int = 0
    foreign: list[str] = field(default_factory=list)
    leaves_to: str = ""
    """The one other site that this test goes to, with whatever that site is made of, also when it comes late."""

    def over(self, context: BrowserContext) -> None:
        """Watches every page of a browser."""
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("weberror", lambda problem: self.complaints.append(f"A script failed: {problem.error}"))

    def _request(self, request: Request) -> None:
        asked = urlsplit(request.url)
        self.requests += 1
        origin = f"{asked.scheme}://{asked.netloc}"
        if asked.scheme not in {"data", "blob", "about"} and origin not in {self.server.address, self.leaves_to}:
            self.foreign.append(request.url)
            self.complaints.append(f"Another server was asked: {request.url}")

    def _response(self, response: Response) -> None:
        """A page may say no (404, 422); what it is made of must be there, and nothing may break."""
        if response.status >= 500 or (response.status >= 400 and not response.request.is_navigation_request()):
            self.complaints.append(f"{response.request.method} {response.url} was answered {response.status}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(_RESOURCE_FAILED):
            self.complaints.append(f"The console says: {message.text}")


@contextmanager
def a_browser(playwright: Playwright) -> Iterator[Browser]:
    """The system's own Chromium; as root it cannot have a sandbox."""
    arguments = [*_ARGUMENTS, *(["--no-sandbox"] if os.getuid() == 0 else [])]
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
    try:
        yield browser
    finally:
        browser.close()


@contextmanager
def with_arguments(browser: Browser, *arguments: str) -> Iterator[Browser]:
    """Another browser of the same kind, started with these arguments too."""
    rooted = ["--no-sandbox"] if os.getuid() == 0 else []
    path, given = shutil.which("chromium"), [*_ARGUMENTS, *rooted, *arguments]
    other = browser.browser_type.launch(executable_path=path, args=given)
    try:
        yield other
    finally:
        other.close()


def open_context(browser: Browser, server: Server, watch: Watch, **wishes: Any) -> BrowserContext:
    """A browser of somebody's own: `size`, `javascript`, `scheme` ("light", "dark"), `language`, `state`, `zone`."""
    context = browser.new_context(
        base_url=server.address,
        viewport=wishes.get("size", PHONE),
        has_touch=wishes.get("size", PHONE) != DESKTOP,
        java_script_enabled=wishes.get("javascript", True),
        color_scheme=wishes.get("scheme", "light"),
        locale=wishes.get("language", "en-GB"),
        reduced_motion="reduce",
        storage_state=wishes.get("state"),
        timezone_id=wishes.get("zone"),
    )
    context.set_default_timeout(15_000)
    watch.over(context)
    return context


def sign_in(page: Page, server: Server, email: str) -> None:
    """As a person does: the address, then the code that came by mail."""
    page.goto("/sign-in/")
    page.get_by_label("e-mail").fill(email)
    page.locator("main form").get_by_role("button").first.click()
    page.locator("input[name=code]").fill(server.mailed_code(email))
    page.locator("main form").get_by_role("button").first.click()
    page.get_by_role("button", name="Sign out").wait_for()


def no_findings(page: Page) -> None:
    """axe has nothing to say about this page, in the morning and at night. It needs scripts: without, it never ends."""
    page.evaluate(_AXE)
    for scheme, rules in (("light", AXE_TAGS), ("dark", ["color-contrast"])):  # at night only colours are others
        page.emulate_media(color_scheme=scheme)
        looked = page.evaluate(_LOOK, rules)
        assert "color-contrast" in looked["passed"], f"axe could see no contrast on {page.url}"
        told = [
            f"{one['id']}: {one['help']} ({', '.join(str(node['target']) for node in one['nodes'][:4])})"
            for one in looked["violations"]
        ]
        assert told == [], f"{page.url} ({scheme})\n" + "\n".join(told)


def no_sideways_scroll(page: Page) -> None:
    """Nothing stands out at the side, at the narrowest width that is asked for (WCAG 1.4.10)."""
    size = page.viewport_size
    page.set_viewport_size(SMALLEST)
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if size:
        page.set_viewport_size(size)
    assert over <= 0, f"{page.url} is {over} px wider than a screen of {SMALLEST['width']} px"
