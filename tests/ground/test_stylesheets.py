"""The sheets and scripts: legible in both schemes, light, and free of anything that the content policy forbids."""

from __future__ import annotations

import gzip
import math
import re
from itertools import product
from pathlib import Path

import brotli
import pytest

GROUND = Path(__file__).parents[2] / "snowdrop" / "ground"
STATIC = GROUND / "static" / "ground"
TEMPLATES = sorted(path for room in GROUND.parent.iterdir() for path in room.glob("templates/**/*.html"))
SHEETS = sorted((STATIC / "css").glob("*.css"))
SCRIPTS = sorted((STATIC / "js").glob("*.js"))
BY_THEMSELVES = {"moment.js"}
"""What stands on a page of its own, which is seen only while another is under siege."""
MORNING, NIGHT, NIGHT_OF_THE_DEVICE = (
    ':root, [data-scheme="morning"]',
    '[data-scheme="night"]',
    ":root:not([data-scheme])",
)
GROUNDS = ("paper", "sheet", "wash", "light", "shade")

Colour = tuple[float, float, float]


def tokens(selector: str) -> dict[str, str]:
    """The custom properties that tokens.css gives to one selector."""
    sheet = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
    body = sheet.split(selector + " {", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", body))


def flowers() -> dict[str, tuple[float, float]]:
    """Hue and chroma of every flower's accent."""
    sheet = (STATIC / "css" / "flowers.css").read_text(encoding="utf-8")
    found = re.findall(r'\[data-flower="([\w-]+)"\] \{ --flower-hue: ([\d.]+); --flower-chroma: ([\d.]+);', sheet)
    return {name: (float(hue), float(chroma)) for name, hue, chroma in found}


def colour(value: str) -> Colour:
    """An `oklch(L C H)` value as three numbers."""
    lightness, chroma, hue = value.removeprefix("oklch(").rstrip(")").split()
    return float(lightness), float(chroma), float(hue)


def luminance(of: Colour) -> float:
    """Relative luminance of an OKLCH colour, clipped to sRGB (WCAG 2.2; Oklab matrices by B. Ottosson)."""
    lightness, chroma, hue = of
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    red, green, blue = (min(1.0, max(0.0, part)) for part in (red, green, blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """The WCAG contrast ratio of two colours."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [MORNING, NIGHT])
def test_words_are_legible_at_the_highest_grade_on_every_ground(scheme: str) -> None:
    """AAA, 7 : 1, for ink and for soft ink."""
    values = tokens(scheme)
    faint = {
        (text, ground): round(ratio, 2)
        for text, ground in product(("ink", "soft"), GROUNDS)
        if (ratio := contrast(colour(values[text]), colour(values[ground]))) < 7
    }
    assert faint == {}


@pytest.mark.parametrize("scheme", [MORNING, NIGHT])
def test_the_edge_of_a_control_can_be_seen_on_every_ground(scheme: str) -> None:
    """3 : 1 for what shows where a control is."""
    values = tokens(scheme)
    assert [ground for ground in GROUNDS if contrast(colour(values["edge"]), colour(values[ground])) < 3] == []


@pytest.mark.parametrize("scheme", [MORNING, NIGHT])
def test_every_flowers_accent_is_legible_as_text_and_under_text(scheme: str) -> None:
    """7 : 1 for dedications and links on every ground, on the flower's own wash, and for the words on a button."""
    values = tokens(scheme)
    under = colour(values["sheet" if scheme == MORNING else "paper"])
    faint = []
    for name, (hue, chroma) in flowers().items():
        accent = (float(values["accent-light"]), chroma * float(values["accent-strength"]), hue)
        wash = (float(values["accent-wash-light"]), chroma * float(values["accent-wash-strength"]), hue)
        pairs = [(accent, colour(values[ground])) for ground in GROUNDS]
        pairs += [(accent, wash), (colour(values["ink"]), wash), (colour(values["soft"]), wash), (under, accent)]
        faint += [name for one, other in pairs if contrast(one, other) < 7]
    assert faint == []


def test_the_twelve_flowers_have_an_accent_each() -> None:
    """The list is that of the drawings."""
    from snowdrop.ground.drawing.vocabulary import Flower

    assert sorted(flowers()) == sorted(flower.value for flower in Flower)


def test_night_is_the_same_night_by_device_and_by_choice() -> None:
    """The two places that state the night scheme never drift apart."""
    assert tokens(NIGHT) == tokens(NIGHT_OF_THE_DEVICE)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_what_the_content_policy_forbids(path: Path) -> None:
    """No inline style, script or handler, and nothing from another server."""
    text = path.read_text(encoding="utf-8")
    assert (
        re.findall(
            r"<style|\sstyle=|\son[a-z]+=\"|<script(?![^>]*\bsrc=)|javascript:|(?:src|href)=\"(?:https?:)?//", text
        )
        == []
    )


def test_every_sheet_says_what_it_is_for_and_stays_short() -> None:
    """A comment first (or the line of a generated sheet), and under 150 lines."""
    long = [
        path.name
        for path in SHEETS
        if len(path.read_text(encoding="utf-8").splitlines()) >= 150 and path.name != "drawings.css"
    ]
    silent = [path.name for path in SHEETS if not path.read_text(encoding="utf-8").startswith("/*")]
    assert (long, silent) == ([], [])


def test_no_sheet_knows_left_and_right() -> None:
    """Logical directions throughout, so that a right-to-left page is the same page."""
    physical = re.compile(
        r"(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b|text-align:\s*(?:left|right)|float:\s*(?:left|right)|[{;]\s*(?:left|right|top|bottom|width|height):"
    )
    assert {
        path.name: physical.findall(path.read_text(encoding="utf-8"))
        for path in SHEETS
        if physical.search(path.read_text(encoding="utf-8"))
    } == {}


def test_all_scripts_together_stay_under_fifteen_kilobytes_and_write_no_markup() -> None:
    """As they travel; and nothing that Trusted Types would refuse."""
    texts = [path.read_text(encoding="utf-8") for path in SCRIPTS]
    forbidden = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function")
    together = [path for path in SCRIPTS if path.name not in BY_THEMSELVES]
    assert sum(len(gzip.compress(path.read_bytes())) for path in together) < 15_000
    assert [
        path.name
        for path, text in zip(SCRIPTS, texts, strict=True)
        if forbidden.search(text) or len(text.splitlines()) >= 120
    ] == []


def test_sheets_scripts_and_both_fonts_leave_room_for_a_cover() -> None:
    """Of the 150 kB of a first view, what every page shares takes less than 115 kB."""
    shared = [path for path in SHEETS if path.name != "patterns.css"]
    shared += [path for path in SCRIPTS if path.name not in BY_THEMSELVES]
    fonts = [
        STATIC / "fonts" / f"{name}-latin-wght-normal.woff2" for name in ("literata", "atkinson-hyperlegible-next")
    ]
    assert (
        sum(len(brotli.compress(path.read_bytes())) for path in shared) + sum(path.stat().st_size for path in fonts)
        < 115_000
    )


def test_a_licence_lies_beside_each_font() -> None:
    """The OFL asks for it."""
    licences = {path.name.removesuffix("-OFL.txt") for path in (STATIC / "fonts").glob("*-OFL.txt")}
    families = {
        re.sub(r"-latin(-ext)?-wght-normal\.woff2", "", path.name) for path in (STATIC / "fonts").glob("*.woff2")
    }
    assert families == licences
