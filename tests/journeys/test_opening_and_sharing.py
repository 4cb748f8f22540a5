"""J1: open a memorial, answer nothing or much, write a letter, add a photograph from a phone, publish, take it back."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys import acting
from tests.journeys.browsing import SMALLEST, Watch
from tests.journeys.conftest import OpenBrowser
from tests.journeys.serving import Server
from tests.world.photographs import TRACES, a_phone_heic, a_photograph


def test_a_memorial_can_be_opened_without_answering_anything(open_browser: OpenBrowser, server: Server) -> None:
    page = open_browser()
    acting.arrive(page, server, "Lena")

    memorial = acting.open_memorial(page)

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert open_browser().goto(memorial).status == 404


def test_several_babies_of_whom_one_lives_and_days_as_the_family_says_them(
    open_browser: OpenBrowser, server: Server
) -> None:
    page = open_browser()
    acting.arrive(page, server, "Sam")
    memorial = acting.open_memorial(page, title="Ada and Noor")

    for name, lives in (("Ada", False), ("Noor", True)):
        page.goto(f"{memorial}names/new/")
        page.locator("input[name=names]").fill(name)
        if lives:
            page.locator("input[name=lives]").check()
        page.get_by_role("button", name="Go on").click()
        if not lives:
            page.locator("input[name$=when]").first.fill("early in March")
        page.get_by_role("button", name="Keep", exact=True).click()
    page.goto(memorial)

    expect(page.get_by_role("heading", level=1)).to_contain_text("Ada")
    expect(page.get_by_text("early in March")).to_be_visible()
    expect(page.get_by_text(re.compile("with us, Noor"))).to_be_visible()


def test_a_letter_and_a_photograph_are_shared_and_taken_back(
    open_browser: OpenBrowser, server: Server, tmp_path: Path
) -> None:
    family, visitor = open_browser(), open_browser(scheme="dark")
    acting.arrive(family, server, "Mira")
    memorial = acting.open_memorial(family, title="For Ilse", names="Ilse")
    acting.write_letter(
        family, memorial, dedication="For Ilse", words="Dear Ilse,\n\nYou had long fingers.", audience="everybody"
    )
    heic = tmp_path / "IMG_0412.HEIC"
    heic.write_bytes(a_phone_heic(size=(1600, 1200)))
    acting.add_photo(family, memorial, heic, words="Her hands", audience="everybody")
    _choose_cover(family, memorial)
    assert visitor.goto(memorial).status == 404

    acting.publish(family, memorial, "everybody")
    visitor.goto(memorial)

    expect(visitor.get_by_text("You had long fingers.")).to_be_visible()
    expect(visitor.get_by_text("Her hands").first).to_be_visible()
    _nothing_of_the_camera(visitor)

    family.goto(f"{memorial}who-sees/")
    family.get_by_role("button", name="Make it private again").click()
    expect(family.get_by_text("It is private again.")).to_be_visible()
    assert visitor.goto(memorial).status == 404


def test_what_became_of_photos_is_said_beside_the_button_that_sent_them(
    open_browser: OpenBrowser, server: Server, watch: Watch, tmp_path: Path
) -> None:
    page = open_browser(size=SMALLEST)
    acting.arrive(page, server, "Sam")
    memorial = acting.open_memorial(page)
    photo, letter = tmp_path / "one.jpg", tmp_path / "two.jpg"
    photo.write_bytes(a_photograph(size=(300, 200)))
    letter.write_bytes(b"A letter under the name of a photograph.")
    page.goto(f"{memorial}photos/new/")

    page.locator("input[type=file]").set_input_files([letter, photo])
    page.get_by_role("button", name="Add").click()

    expect(page.get_by_text("This file does not seem to be a photograph.")).to_be_in_viewport()
    expect(page.get_by_text("The others have arrived safely.")).to_be_in_viewport()
    watch.complaints = [one for one in watch.complaints if not one.endswith("was answered 422")]


def test_people_with_a_private_link_come_in_and_nobody_else(open_browser: OpenBrowser, server: Server) -> None:
    family, friend, stranger = open_browser(), open_browser(javascript=False), open_browser()
    acting.arrive(family, server, "Sam")
    memorial = acting.open_memorial(family, title="For Noor")
    acting.publish(family, memorial, "link")
    link = acting.private_link(family, memorial, "Our neighbours")

    friend.goto(link)

    expect(friend.get_by_role("heading", level=1)).to_contain_text("For Noor")
    assert "/l/" not in friend.url
    assert stranger.goto(memorial).status == 404


def _choose_cover(page: Page, memorial: str) -> None:
    page.goto(f"{memorial}cover/")
    page.locator("input[name=photo]:not([value=drawn])").first.check(force=True)
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_text("The cover is chosen.")).to_be_visible()


def _nothing_of_the_camera(page: Page) -> None:
    """Every photograph that the page offers comes without place, device or remark."""
    offered = page.locator("main img, main source")
    addresses = {
        part.split()[0]
        for one in offered.all()
        for part in (one.get_attribute("srcset") or one.get_attribute("src") or "").split(",")
        if part.strip()
    }
    assert addresses
    for address in addresses:
        answer = page.request.get(address)
        assert answer.status == 200
        assert [trace for trace in TRACES if trace in answer.body()] == []
