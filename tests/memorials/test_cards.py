"""Cards to print: a phone really reads the code, a person the address; they say nothing private unless it is wished."""

from __future__ import annotations

import re
from typing import Any

import pytest
import zxingcpp
from django.conf import settings
from PIL import Image, ImageDraw

from snowdrop.memorials.models import PrivateLink
from tests.world.browsers import browser_of
from tests.world.cast import Cast, a_family

pytestmark = pytest.mark.django_db

MODULE = 6
"""Pixels for each module of a code."""


@pytest.fixture
def cast() -> Cast:
    return a_family()


def codes_in(page: str) -> list[Image.Image]:
    """The codes of a page as a camera would see them: each path drawn, line by line."""
    drawn = []
    for side, path in re.findall(r'<svg viewBox="0 0 (\d+) \d+" class="square-code">.*? stroke="#000" d="(.+?)"', page):
        image = Image.new("L", (int(side) * MODULE, int(side) * MODULE), "white")
        pen, x, y = ImageDraw.Draw(image), 0.0, 0.0
        for step, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?:[ ,]?(-?[\d.]+))?", path):
            if step == "h":
                left, top = round(x) * MODULE, int(y) * MODULE
                pen.rectangle((left, top, left + int(first) * MODULE - 1, top + MODULE - 1), fill="black")
                x += float(first)
            else:
                x, y = (x + float(first), y + float(second)) if step == "m" else (float(first), float(second))
        drawn.append(image)
    return drawn


def read(image: Image.Image) -> Any:
    (code,) = zxingcpp.read_barcodes(image)
    return code


def cards(cast: Cast) -> str:
    return browser_of(cast.keeper).get(f"/m/{cast.memorial.slug}/links/{cast.link.id}/cards/").content.decode()


def test_every_card_of_a_sheet_opens_the_private_link(cast: Cast) -> None:
    address = f"{settings.SNOWDROP.address}/l/{PrivateLink.objects.get().secret}/"

    codes = [read(one) for one in codes_in(cards(cast))]

    assert len(codes) == 8
    assert {code.text for code in codes} == {address}
    assert {code.ec_level for code in codes} <= {"M", "Q", "H"}


def test_the_address_can_be_read_and_typed_too(cast: Cast) -> None:
    address = f"{settings.SNOWDROP.address}/l/{PrivateLink.objects.get().secret}/"

    assert cards(cast).count(f'dir="ltr">{address}</p>') == 8


def test_the_card_of_an_invitation_is_on_the_page_that_shows_its_address(cast: Cast) -> None:
    form = {"name": "Ana", "to": "helper", "scopes": "read-first", "way": "by-hand"}

    page = browser_of(cast.keeper).post(f"/m/{cast.memorial.slug}/people/invitation/", form).content.decode()

    (code,) = codes_in(page)
    assert f'value="{read(code).text}"' in page
    assert "/invitation/" in read(code).text


def test_the_name_of_the_memorial_stands_apart_from_the_neutral_words_so_that_one_is_printed(
    cast: Cast,
) -> None:
    page = cards(cast)

    assert 'id="say-called"' in page
    assert 'id="say-called" autocomplete="off" checked' not in page
    assert page.count('class="paper-card-called" dir="auto" lang="en">For Ilse</p>') == 8
    assert page.count('class="paper-card-neutral">For you</p>') == 8


def test_nothing_of_a_card_would_be_refused_by_the_content_policy(cast: Cast) -> None:
    page = cards(cast)

    assert "square-code" in page
    assert not re.search(r"\sstyle=|<style|\son\w+=", page)
