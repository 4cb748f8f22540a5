"""What people do on their way, each by the words on the screen, as somebody does who reads it."""

from __future__ import annotations

import re
import time
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import Page, expect

from tests.journeys.browsing import sign_in
from tests.journeys.serving import Server

SOON = 20.0
"""Seconds until something that happens afterwards (a photo developed, a page published) must be there."""


def arrive(page: Page, server: Server, name: str) -> None:
    """Somebody signs in for the first time."""
    sign_in(page, server, f"{name.lower()}-{uuid4().hex[:8]}@example.org")


def open_memorial(page: Page, *, title: str = "", names: str = "") -> str:
    """Opens a memorial, answering only what is given; returns the address of its page."""
    page.goto("/mine/")
    page.get_by_role("link", name=re.compile("Open a memorial|Open another")).first.click()
    if title:
        page.get_by_label("What shall it be called?").fill(title)
    if names:
        page.get_by_label("Is there a name").fill(names)
    page.get_by_role("button", name="Open it").click()
    page.wait_for_url("**/m/*/")
    expect(page.get_by_text("Only you who keep it see this page")).to_be_visible()
    return address_of(page)


def address_of(page: Page) -> str:
    """The path of the page, without what follows it."""
    found = re.search(r"/m/[\w-]+/", page.url)
    assert found, page.url
    return found.group()


def publish(page: Page, memorial: str, to: str) -> None:
    """Opens the page to others ("link", "everybody"); something wider is asked once more."""
    page.goto(f"{memorial}who-sees/")
    page.locator(f"input[name=to][value={to}]").check()
    page.get_by_role("button", name="Go on").click()
    if page.locator(".confirm").count():
        page.locator(".confirm button").click()
    expect(page.get_by_text("The page is open to")).to_be_visible()


def private_link(page: Page, memorial: str, name: str) -> str:
    """Makes a private link and returns its address."""
    page.goto(f"{memorial}links/")
    page.get_by_label("Who is it for?").fill(name)
    page.get_by_role("button", name="Make a link").click()
    return page.locator("li", has_text=name).locator("input").first.input_value()


def invite(page: Page, memorial: str, name: str, to: str) -> str:
    """Invites somebody, to give them the address by hand; `to` is “helper” or the name of a circle."""
    page.goto(f"{memorial}people/invitation/")
    page.get_by_label("Whom do you invite?").fill(name)
    if to == "helper":
        page.locator("input[name=to][value=helper]").check()
    else:
        page.get_by_role("radio", name=to).check()
    page.locator("input[name=way][value=by-hand]").check()
    page.get_by_role("button", name="Make the invitation").click()
    return page.locator("#invitation-address").input_value()


def accept(page: Page, server: Server, invitation: str, name: str) -> None:
    """Opens an invitation, signs in on the way, accepts, says a name, and waits to be let in."""
    page.goto(invitation)
    page.get_by_role("link", name="Sign in, then decide").click()
    sign_in_on_the_way(page, server, f"{name.lower()}-{uuid4().hex[:8]}@example.org")
    page.get_by_role("button", name=re.compile("I will help|Accept")).click()
    page.locator("input[name=name]").fill(name)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="will let you in")).to_be_visible()


def sign_in_on_the_way(page: Page, server: Server, email: str) -> None:
    """Signs in where a page has asked for it."""
    page.get_by_label("e-mail").fill(email)
    page.get_by_role("button", name="Send me a code").click()
    page.locator("input[name=code]").fill(server.mailed_code(email))
    page.locator("main form").first.get_by_role("button").click()


def let_in(page: Page, memorial: str, name: str) -> None:
    """Lets somebody in who waits."""
    page.goto(f"{memorial}people/")
    page.get_by_role("button", name=f"Let them in {name}").click()
    expect(page.get_by_text("They are in.")).to_be_visible()


def write_letter(page: Page, memorial: str, *, dedication: str, words: str, audience: str) -> None:
    """Writes a letter, dedicated to somebody, for an audience."""
    page.goto(f"{memorial}letters/new/")
    page.get_by_label("For whom is it?").fill(dedication)
    page.get_by_label("Your letter").fill(words)
    page.locator(f"input[name=audience][value={audience}]").check()
    page.get_by_role("button", name="Keep this letter").click()
    expect(page.get_by_text("Your letter is kept.")).to_be_visible()


def add_photo(page: Page, memorial: str, file: Path, *, words: str, audience: str) -> None:
    """Adds a photo, waits until it is developed, and says what is underneath its cover and who sees it."""
    page.goto(f"{memorial}photos/new/")
    page.locator("input[name=photos]").set_input_files(file)
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_url(re.compile("/photos/[0-9a-f]{8}-|/share/"))
    if "/share/" in page.url:
        page.locator(".shared-thing h2 a").last.click()
    sooner_or_later(page, ".covered")
    page.get_by_label("What is underneath the cover?").fill(words)
    page.locator(f"input[name=audience][value={audience}]").check()
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_text("It is kept.")).to_be_visible()


def send(page: Page, memorial: str, kind: str, *, words: str = "", name: str = "", relation: str = "") -> str:
    """Sends comfort as a guest and returns the sender's own address."""
    page.goto(memorial)
    page.get_by_role("link", name="Send comfort").click()
    page.locator(f"input[name=kind][value={kind}]").check(force=True)
    if words:
        page.get_by_label("Your words").fill(words)
    if name:
        page.get_by_label("Your name").fill(name)
    if relation:
        page.get_by_label("How you know them").fill(relation)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("heading", name="It has arrived")).to_be_visible()
    return page.url


def let_everything_through(page: Page, memorial: str) -> list[str]:
    """Reads first, one at a time, until nothing is left; returns what each said."""
    read = []
    page.goto(f"{memorial}reading/")
    while page.locator(".desk").count():
        veil = page.locator(".desk details.veil summary")
        if veil.count():
            veil.click()
        read.append(page.locator(".desk").inner_text())
        page.get_by_role("button", name="Let it through").click()
    return read


def sooner_or_later(page: Page, selector: str) -> None:
    """Looks again until it is there: what happens afterwards takes a moment."""
    until = time.monotonic() + SOON
    while not page.locator(selector).count():
        assert time.monotonic() < until, f"{selector} did not come to {page.url}"
        page.wait_for_timeout(250)
        page.reload()
