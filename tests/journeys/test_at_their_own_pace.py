"""J5: a family has it quiet for a time, comes back, puts things away for later, and has what it opened read aloud."""

from __future__ import annotations

from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import acting
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server

ENGINE: Final = """
window.heard = [];
const voice = (name, lang, localService) => ({ name, lang, localService, default: false });
const voices = [voice("Far", "en-GB", false), voice("Near", "en-US", true), voice("Fern", "de-DE", false)];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => voices,
  speak: (words) => { window.heard.push([words.voice?.name, words.text]); window.goOn = () => words.onend?.(); },
  cancel: () => { window.heard.push(["", "silence"]); },
} });
"""
"""A device's own engine for speech, which Chromium has none of here: one voice of the device, two of a server."""
NO_ENGINE: Final = "delete window.speechSynthesis; delete Window.prototype.speechSynthesis;"


@pytest.mark.parametrize("javascript", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_family_has_it_quiet_and_comes_back_to_nothing_that_opens_by_itself(
    open_browser: OpenBrowser, server: Server, javascript: bool
) -> None:
    family, guest = (open_browser(javascript=javascript) for _ in range(2))
    acting.arrive(family, server, "Mira")
    memorial = acting.open_memorial(family, title="For Ilse")
    acting.publish(family, memorial, "everybody")
    family.goto(f"{memorial}waiting/")
    family.get_by_role("link", name="Have it quiet for a time").click()
    family.get_by_label("What people read meanwhile").fill("We are at the sea until the spring.")
    family.get_by_role("button", name="Make it quiet").click()
    expect(family.get_by_role("status").filter(has_text="It is quiet now.")).to_be_visible()

    acting.send(guest, memorial, "words", words="Soup is on the step.", name="Petra")
    expect(guest.get_by_text("We are at the sea until the spring.")).to_be_visible()
    guest.goto(memorial)
    expect(guest.get_by_text("We are at the sea until the spring.")).to_be_visible()

    for room in ("waiting/", "waiting/?say=yes", "reading/"):
        family.goto(memorial + room)
        expect(family.get_by_text("It is quiet until you end it.")).to_be_visible()
        expect(family.get_by_text("Soup is on the step.")).to_have_count(0)
    family.get_by_role("button", name="End it").click()
    expect(family.get_by_text("Nothing was opened, and there is no hurry.")).to_be_visible()
    acting.let_everything_through(family, memorial)
    family.goto(f"{memorial}waiting/")
    expect(family.get_by_text("Soup is on the step.")).to_have_count(0)

    family.get_by_role("link", name="Put things into a box").click()
    family.get_by_label("What is it for?").fill("When we are home")
    family.get_by_role("button", name="Make the box").click()
    family.get_by_role("button", name="Everything that waits now").click()
    family.goto(f"{memorial}waiting/?say=yes")
    expect(family.get_by_text("Nothing waits at the moment.")).to_be_visible()
    family.get_by_role("link", name="When we are home").click()
    family.get_by_role("button", name="Open one").click()
    expect(family.get_by_text("Soup is on the step.")).to_be_visible()


def test_what_was_opened_is_read_aloud_by_a_voice_of_the_device_alone(
    open_browser: OpenBrowser, server: Server
) -> None:
    family = _with_something_opened(open_browser(), server, ENGINE)
    read, pause = (family.get_by_role("button", name=name, exact=True) for name in ("Read aloud", "Pause"))
    assert family.evaluate("heard") == []

    read.press("Enter")
    expect(pause).to_be_focused()
    pause.press("Enter")
    expect(family.get_by_role("button", name="Go on", exact=True)).to_be_focused()
    family.keyboard.press("Enter")
    family.evaluate("goOn()")
    family.evaluate("goOn()")
    heard = [(voice, text) for voice, text in family.evaluate("heard") if voice]
    family.get_by_role("button", name="Stop", exact=True).click()

    assert [voice for voice, _ in heard] == ["Near"] * 4
    assert [text for _, text in heard[:3]] == ["First line.", "First line.", "Second line."]
    assert heard[3][1].startswith("Words, Petra, ")
    expect(read).to_be_visible()
    assert family.evaluate("heard.at(-1)")[1] == "silence"


def test_where_no_voice_of_the_device_speaks_the_language_nothing_is_spoken_and_it_says_so(
    open_browser: OpenBrowser, server: Server
) -> None:
    family = _with_something_opened(open_browser(), server, ENGINE.replace("true", "false"))

    family.get_by_role("button", name="Read aloud", exact=True).click()

    expect(family.get_by_text("This device has no voice of its own for this language")).to_be_visible()
    assert family.evaluate("heard") == []


def test_where_the_browser_cannot_speak_nothing_offers_it(open_browser: OpenBrowser, server: Server) -> None:
    family = _with_something_opened(open_browser(), server, NO_ENGINE)
    expect(family.get_by_role("button", name="Print")).to_be_visible()

    expect(family.get_by_role("button", name="Read aloud")).to_have_count(0)


def _with_something_opened(family: Page, server: Server, engine: str) -> Page:
    """A page with one piece that was opened, in a browser whose engine for speech is this."""
    family.add_init_script(engine)
    acting.arrive(family, server, "Mira")
    memorial = acting.open_memorial(family, title="For Ilse")
    acting.publish(family, memorial, "everybody")
    acting.send(family, memorial, "words", words="First line.\nSecond line.", name="Petra")
    acting.let_everything_through(family, memorial)
    family.goto(f"{memorial}waiting/")
    family.get_by_role("button", name="Open one").click()
    expect(family.get_by_text("Second line.")).to_be_visible()
    return family
