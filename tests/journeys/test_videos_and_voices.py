"""J1: a video from a phone at a bad line, its still, its captions; played and sought by a visitor."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys import acting
from tests.journeys.browsing import Watch, no_findings, no_sideways_scroll, open_context, with_arguments
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server
from tests.journeys.test_files_in_parts import a_network
from tests.world import recordings

CAPTIONS = "WEBVTT\n\n00:00:00.200 --> 00:00:01.500\nSleep well, little one.\n"
PREPARED = 120_000
"""Milliseconds until a short video must be prepared on a small computer."""


def test_a_video_is_sent_at_a_bad_line_described_played_and_sought(
    open_browser: OpenBrowser, server: Server, watch: Watch, tmp_path: Path
) -> None:
    family, visitor = open_browser(), open_browser()
    acting.arrive(family, server, "Mira")
    memorial = acting.open_memorial(family, title="For Wren")
    file = tmp_path / "IMG_0413.MP4"
    file.write_bytes(recordings.a_video(seconds=6, megabytes=8))
    _send_at_a_bad_line(family, memorial, file)
    expect(family.locator("figure.clip")).to_be_visible(timeout=PREPARED)
    _describe(family)
    acting.publish(family, memorial, "everybody")

    asked: list[str] = []
    visitor.on("request", lambda request: asked.append(request.url))
    visitor.goto(memorial)
    expect(visitor.get_by_text("Her father sings to her").first).to_be_visible()
    assert not [url for url in asked if "/clips/" in url]
    no_findings(visitor)
    visitor.locator("figure.clip summary").click()
    no_findings(visitor)
    no_sideways_scroll(visitor)

    played, sought, cues = _play(visitor.locator("figure.clip video"))
    assert played > 0.5
    assert abs(sought - 4) < 0.1
    assert cues == ["Sleep well, little one."]
    watch.complaints = [one for one in watch.complaints if "ERR_INTERNET_DISCONNECTED" not in one]


def _send_at_a_bad_line(page: Page, memorial: str, file: Path) -> None:
    """Adds the clip for everybody; the line breaks on the way, and comes back."""
    network = a_network(page)
    page.goto(f"{memorial}clips/new/")
    page.locator("input[type=file]").set_input_files(file)
    page.locator("input[name=audience][value=everybody]").check()
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text(re.compile("About a (quarter|third) is here"))).to_be_visible()
    network(False)
    expect(page.get_by_text("There is no connection at the moment.")).to_be_visible()
    network(True)
    page.wait_for_url(re.compile("/clips/[0-9a-f-]{36}/"), timeout=60_000)


def _play(video: Locator) -> tuple[float, float, list[str]]:
    """Where a video that stood still is after a moment, where after it was sought at four seconds; its captions."""
    assert video.evaluate("video => video.paused")
    played = video.evaluate(
        "video => video.play().then(() => new Promise((done) => setTimeout(() => done(video.currentTime), 1500)))"
    )
    sought = video.evaluate(
        "video => new Promise((done) => { video.onseeked = () => done(video.currentTime); video.currentTime = 4; })"
    )
    cues = video.evaluate(
        """video => new Promise((done) => {
          video.textTracks[0].mode = 'showing';
          setTimeout(() => done([...video.textTracks[0].cues].map((cue) => cue.text)), 1000);
        })"""
    )
    return played, sought, cues


def _describe(page: Page) -> None:
    """Chooses a still, says what it is, writes captions."""
    page.get_by_text("Choose the picture that stands for it").click()
    page.locator("input[name=still]").last.check(force=True)
    page.get_by_label("What is underneath the cover?").fill("Her father sings to her")
    page.get_by_label("What happens in it").fill("A man sings, very quietly, by a window.")
    page.get_by_role("button", name="Keep", exact=True).click()
    page.get_by_role("link", name="Her father sings to her").click()
    page.locator("summary", has_text="Captions").click()
    page.get_by_role("link", name="Add captions").click()
    page.get_by_label("What is said, and when").fill(CAPTIONS)
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_text("The captions are kept.")).to_be_visible()


def test_without_scripts_a_video_is_sent_by_the_form_and_opened_by_hand(
    open_browser: OpenBrowser, server: Server, tmp_path: Path
) -> None:
    page = open_browser(javascript=False)
    acting.arrive(page, server, "Sam")
    memorial = acting.open_memorial(page, title="For Noor")
    file = tmp_path / "a.mp4"
    file.write_bytes(recordings.a_video(seconds=2))

    page.goto(f"{memorial}clips/new/")
    expect(page.get_by_role("button", name="Record a voice note")).to_be_hidden()
    page.locator("input[type=file]").set_input_files(file)
    page.locator("input[name=audience]").first.check()
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("It has arrived safely.").first).to_be_visible()

    for _ in range(60):
        if page.locator("figure.clip").count():
            break
        page.get_by_role("link", name="Look again").click()
        page.wait_for_timeout(1000)
    page.locator("figure.clip summary").click()
    expect(page.locator("figure.clip video")).to_be_visible()


def test_a_voice_note_is_spoken_on_the_page_heard_and_sent(browser: Browser, server: Server, watch: Watch) -> None:
    """The browser brings a microphone that hums."""
    spoken = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    with with_arguments(browser, *spoken) as listening:
        page = open_context(listening, server, watch).new_page()
        acting.arrive(page, server, "Noor")
        memorial = acting.open_memorial(page, title="For Bo")
        page.goto(f"{memorial}clips/new/")

        page.get_by_role("button", name="Record a voice note").click()
        expect(page.get_by_text("It is listening.")).to_be_visible()
        page.wait_for_timeout(1500)
        page.get_by_role("button", name="I have finished").click()
        expect(page.get_by_text("Here is what you said.")).to_be_visible()
        assert page.locator("section.voice audio").evaluate("audio => audio.src").startswith("blob:")
        page.get_by_role("button", name="Add", exact=True).click()

        page.wait_for_url(re.compile("/clips/[0-9a-f-]{36}/"), timeout=60_000)
        expect(page.get_by_role("heading", level=1)).to_contain_text("A voice note")
        page.locator("figure.clip summary").click(timeout=PREPARED)
        seconds = page.locator("figure.clip audio").evaluate(
            "audio => audio.play().then(() => new Promise((done) => setTimeout(() => done(audio.currentTime), 600)))"
        )
        assert seconds > 0.2
        no_findings(page)
