"""The land that a meadow grows on: sky, a low light, far hills, fields and grass."""

from __future__ import annotations

from dataclasses import dataclass

from .hand import Hand
from .line import bowed, curve, dots, needle, polyline, stroke, toward
from .sheet import Ink, Sheet

WIDE, HIGH = 1280, 720
HORIZON = 318


@dataclass(frozen=True, slots=True)
class Row:
    """A strip of meadow: where its ground lies, how high the strip is, its scale, its strips of grass, its strength."""

    ground: float
    height: float
    scale: float
    strips: int
    strength: float


ROWS = (
    Row(ground=714, height=36, scale=0.56, strips=3, strength=1),
    Row(ground=676, height=44, scale=0.48, strips=4, strength=1),
    Row(ground=630, height=44, scale=0.42, strips=4, strength=0.97),
    Row(ground=584, height=42, scale=0.345, strips=5, strength=0.92),
    Row(ground=541, height=38, scale=0.28, strips=6, strength=0.85),
    Row(ground=502, height=35, scale=0.225, strips=7, strength=0.77),
    Row(ground=466, height=32, scale=0.18, strips=8, strength=0.68),
    Row(ground=433, height=30, scale=0.14, strips=10, strength=0.58),
)
"""From near to far."""

STRIP = 720
"""How wide one strip of grass is before its row scales it."""


def draw_land(name: str, hand: Hand) -> str:
    """Sky, light, hills and field, in soft washes."""
    sheet = Sheet(name + "l", pen=2)
    sky = sheet.fall("sky", 0j, complex(0, HORIZON + 60), ((0, "sky-high", 1), (1, "sky-low", 1)))
    sheet.mark(_band(0, HORIZON + 80), Ink(sky))
    _light(sheet, hand)
    _hill(sheet, hand, HORIZON - 62, 34, "hill-far", 0.7)
    _hill(sheet, hand, HORIZON - 22, 26, "hill-near", 0.8)
    field = sheet.fall("field", complex(0, HORIZON), complex(0, HIGH), ((0, "field-far", 1), (0.9, "field-near", 1)))
    crest = [complex(-20 + 220 * step, HORIZON + 34 + hand.near(0, 7)) for step in range(7)]
    sheet.mark(curve([complex(-40, HIGH + 60), *crest, complex(WIDE + 40, HIGH + 60)]) + "z", Ink(field))
    for level, strength in ((430, 0.35), (520, 0.4), (620, 0.4)):
        _hill(sheet, hand, level, 16, "field-near", strength)
    return sheet.contents()


def draw_grass(name: str, hand: Hand) -> str:
    """Two strips of grass, to be repeated along the rows."""
    return "".join(_strip(f"{name}-{key}", hand) for key in "tu")


def _light(sheet: Sheet, hand: Hand) -> None:
    at = complex(hand.near(400, 90), hand.near(170, 20))
    glow = sheet.glow(
        "light", at, 420, ((0, "light", 0.95), (0.2, "light", 0.5), (0.55, "light", 0.16), (1, "light", 0))
    )
    sheet.mark(_band(0, HORIZON + 80), Ink(glow, soft=True))
    sheet.mark(dots([at]), Ink(line="light", weight=26))


def _hill(sheet: Sheet, hand: Hand, level: float, rise: float, tone: str, strength: float) -> None:
    crest = [complex(-30 + 224 * step, level + hand.near(0, rise)) for step in range(7)]
    path = curve([complex(-60, HIGH + 30), *crest, complex(WIDE + 60, HIGH + 30)]) + "z"
    sheet.mark(path, Ink(tone, fill_opacity=strength))


def _band(top: float, bottom: float) -> str:
    return polyline([complex(0, top), complex(WIDE, top), complex(WIDE, bottom), complex(0, bottom)], closed=True)


def _strip(ident: str, hand: Hand) -> str:
    """One strip of grass: blades in light and in shade, and a few stalks with seed."""
    sheet = Sheet(ident, pen=1)
    for tone, count, tall in (("grass", 26, 104), ("grass-deep", 12, 84)):
        path = ""
        for number in range(count):
            foot = complex(STRIP * (number + hand.between(0, 1)) / count, hand.near(-30, 58))
            lean = hand.near(0, 22)
            path += needle(bowed(foot, foot + toward(lean, hand.about(tall, 0.45)), lean * 0.5), 5)
        sheet.mark(path, Ink(tone, fill_opacity=0.62))
    for _ in range(2):
        foot = complex(hand.between(60, STRIP - 60), hand.near(-20, 30))
        lean = hand.near(0, 16)
        stalk = bowed(foot, foot + toward(lean, hand.about(190, 0.15)), lean)
        sheet.mark(stroke(stalk), Ink(line="grass-deep", weight=4, line_opacity=0.7))
        seeds = [
            stalk.at(t) + stalk.across(t) * side * 7
            for t, side in ((0.74, 1), (0.8, -1), (0.86, 1), (0.92, -1), (1, 0))
        ]
        sheet.mark(dots(seeds), Ink(line="grass-deep", weight=9, line_opacity=0.7))
    return f'<g id="{ident}">{sheet.contents()}</g>'
