"""J1: what a phone of today makes, whole: a photograph of 48 megapixels and a video in 4K, each with its progress."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys import acting
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server
from tests.journeys.test_files_in_parts import a_network
from tests.world import photographs, recordings

PREPARED = 180_000
"""Milliseconds until six seconds of 4K must be prepared on a small computer."""

WATCHED = """() => {
  const seen = [];
  setInterval(() => {
    const bar = document.querySelector('[data-progress] progress');
    if (bar && bar.checkVisibility()) seen.push(bar.value);
    sessionStorage.setItem('what the bar showed', JSON.stringify(seen));
  }, 50);
}"""
"""Notes what the bar shows, as somebody who waits before it sees it."""


def test_a_photograph_of_48_megapixels_goes_through(open_browser: OpenBrowser, server: Server, tmp_path: Path) -> None:
    page, file = open_browser(), tmp_path / "IMG_4803.HEIC"
    file.write_bytes(photographs.a_phone_heic((8064, 6048)))
    memorial = _family(page, server, "Mira")

    shares = _send(page, f"{memorial}photos/new/", file)

    assert any(0 < share < 1 for share in shares)  # how many on the way are seen, the machine says
    assert all(before <= after for before, after in pairwise(shares))
    page.wait_for_url(re.compile("/photos/[0-9a-f-]{36}/"))
    expect(page.locator("figure.covered")).to_be_visible(timeout=PREPARED)
    page.locator("figure.covered summary").click()
    shown = page.locator("figure.covered img").last
    expect(shown).to_be_visible()
    expect(shown).to_have_js_property("complete", True)
    expect(shown).not_to_have_js_property("naturalWidth", 0)
    wide, high = shown.evaluate("image => [image.naturalWidth, image.naturalHeight]")
    assert abs(wide / high - 6048 / 8064) < 0.01  # upright, as it was held


def test_a_video_in_4k_and_hevc_goes_through(open_browser: OpenBrowser, server: Server, tmp_path: Path) -> None:
    page, file = open_browser(), tmp_path / "IMG_4804.MOV"
    grain = ("-vf", "scale=3840:2160,noise=alls=12", "-b:v", "45M")
    file.write_bytes(recordings.a_phone_video(size=(1920, 1080), seconds=6, rate=30, more=grain, turned=0))
    memorial = _family(page, server, "Noor")

    shares = _send(page, f"{memorial}clips/new/", file)

    assert any(0 < share < 1 for share in shares)  # how many on the way are seen, the machine says
    assert all(before <= after for before, after in pairwise(shares))
    page.wait_for_url(re.compile("/clips/[0-9a-f-]{36}/"))
    expect(page.get_by_text(re.compile(r"About (a|half|two).* done\."))).to_be_visible(timeout=PREPARED)
    expect(page.locator("figure.clip")).to_be_visible(timeout=PREPARED)
    page.locator("figure.clip summary").click()
    video = page.locator("figure.clip video")
    assert video.evaluate("video => video.paused")
    at = video.evaluate(
        "video => video.play().then(() => new Promise((done) => setTimeout(() => done(video.currentTime), 1000)))"
    )
    assert at > 0.3
    assert video.evaluate("video => [video.videoWidth, video.videoHeight]") == [1920, 1080]


def _family(page: Page, server: Server, name: str) -> str:
    """A family with a memorial of its own; the address of its page."""
    acting.arrive(page, server, name)
    return acting.open_memorial(page, title="For Wren")


def _send(page: Page, form: str, file: Path) -> list[float]:
    """Adds the file for everybody at a line that is not fast; what the bar showed on the way."""
    a_network(page)
    page.goto(form)
    page.evaluate(WATCHED)
    page.locator("input[type=file]").set_input_files(file)
    page.locator("input[name=audience][value=everybody]").check()
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_url(lambda url: not url.endswith("/new/"), timeout=120_000)
    shown: list[float] = page.evaluate("JSON.parse(sessionStorage.getItem('what the bar showed'))")
    return shown
