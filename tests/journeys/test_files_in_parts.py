"""A large file at a bad line: how far it is, is said; it waits, goes on by itself, and is never begun anew."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys import acting
from tests.journeys.browsing import Watch
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server
from tests.world.photographs import a_photograph

SLOW = 3_000_000
"""Bytes a second."""

Network = Callable[[bool], None]


def a_large_photograph(folder: Path, megabytes: int = 16) -> Path:
    """A photograph with much behind its end."""
    file = folder / "IMG_0412.JPG"
    file.write_bytes(a_photograph(size=(1600, 1200)) + os.urandom(megabytes * 1024 * 1024))
    return file


def a_network(page: Page) -> Network:
    """A slow line, which can be cut and mended."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")

    def is_there(there: bool) -> None:
        conditions = {"offline": not there, "latency": 20, "downloadThroughput": -1, "uploadThroughput": SLOW}
        devtools.send("Network.emulateNetworkConditions", conditions)

    is_there(True)
    return is_there


def at_the_form(page: Page, server: Server, name: str) -> str:
    """A family that is about to add photos; the address of its memorial."""
    acting.arrive(page, server, name)
    memorial = acting.open_memorial(page, title="For Ilse")
    page.goto(f"{memorial}photos/new/")
    return memorial


def sent_so_far(page: Page) -> float:
    """What the bar shows."""
    return float(page.locator("[data-progress] progress").evaluate("bar => bar.value"))


def test_a_file_waits_while_there_is_no_network_and_goes_on_where_it_stopped(
    open_browser: OpenBrowser, server: Server, watch: Watch, tmp_path: Path
) -> None:
    page = open_browser()
    at_the_form(page, server, "Mira")
    network, asked = a_network(page), []
    page.on("request", lambda request: asked.append((request.method, request.url)))
    page.locator("input[type=file]").set_input_files(a_large_photograph(tmp_path))

    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("About a third is here.")).to_be_visible()
    network(False)
    expect(page.get_by_text("There is no connection at the moment.")).to_be_visible()
    network(True)
    page.wait_for_url("**/photos/*-*/", timeout=60_000)

    announced = [url for method, url in asked if method == "POST" and url.endswith("/clips/arrivals/")]
    assert len(announced) == 1
    assert [url for method, url in asked if method == "HEAD"]
    expect(page.locator("figure.covered")).to_be_visible(timeout=60_000)
    watch.complaints = [one for one in watch.complaints if "ERR_INTERNET_DISCONNECTED" not in one]


def test_a_file_can_be_held_and_gone_on_with_after_the_page_was_opened_anew(
    open_browser: OpenBrowser, server: Server, tmp_path: Path
) -> None:
    page, file = open_browser(), a_large_photograph(tmp_path)
    at_the_form(page, server, "Sam")
    a_network(page)
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("About a third is here.")).to_be_visible()

    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_text("It waits. What has arrived is kept.")).to_be_visible()
    held = sent_so_far(page)
    page.reload()
    expect(page.get_by_text("A file was on its way when this page was left.")).to_be_visible()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("[data-progress] progress")).not_to_have_js_property("value", 0)
    first = sent_so_far(page)
    page.wait_for_url("**/photos/*-*/", timeout=60_000)

    assert held > 0.2
    assert first > 0.1


def test_a_file_that_is_not_wanted_after_all_stays_chosen_and_leaves_nothing(
    open_browser: OpenBrowser, server: Server, tmp_path: Path
) -> None:
    page = open_browser()
    memorial = at_the_form(page, server, "Lena")
    a_network(page)
    page.locator("input[type=file]").set_input_files(a_large_photograph(tmp_path))
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text(re.compile("About|begun")).first).to_be_visible()

    page.get_by_role("button", name="Do not send it").click()

    expect(page.locator("[data-progress]")).to_be_hidden()
    assert page.locator("input[type=file]").evaluate("field => field.files.length") == 1
    assert page.evaluate("sessionStorage.length") == 0
    page.goto(f"{memorial}share/")
    expect(page.get_by_text("Nothing is shared yet")).to_be_visible()
