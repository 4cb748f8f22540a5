"""Flowers with rays around a disc: the daisy, the sunflower and the cornflower."""

from __future__ import annotations

import math

from ..corolla import Corolla, ring
from ..hand import Hand
from ..line import Spine, blade, bowed, curve, dots, half_blade, lobe, needle, polyline, sprung, stroke, toward
from ..sheet import Ink, Sheet
from .foliage import LANCE, halo, leaves, stem, veins, widths

RAY = ((0, 0.20, 0.035), (0.01, 0.74, 0.074), (0, 1.0, 0))
SUN_RAY = ((0, 0.36, 0.06), (0.02, 0.66, 0.11), (0, 1.02, 0))


def daisy(sheet: Sheet, hand: Hand) -> None:
    """Many narrow white rays around a yellow dome, on a leafless stalk above a rosette of spoon-shaped leaves."""
    flower = Corolla(complex(hand.near(520, 20), 315), 285, hand.near(14, 10), hand.near(30, 4))
    halo(sheet, hand, "mist", flower.centre + complex(-20, 90), 400, 0.66)
    foot = complex(485, 930)
    small = Corolla(complex(hand.near(248, 15), hand.near(560, 20)), 118, -28, 66)
    stem(sheet, sprung(foot, -14, small.centre, -22), 9, 8)
    stem(sheet, sprung(foot, hand.near(4, 4), flower.centre, flower.facing), 12, 10)
    _rosette(sheet, hand, foot)
    _young_daisy(sheet, hand, small)
    daisy_head(sheet, hand, flower)


def daisy_head(sheet: Sheet, hand: Hand, flower: Corolla, count: int = 19) -> None:
    """The flower: two layers of rays and the disc."""
    ray_wash = sheet.glow("ray", flower.centre, flower.radius, ((0.2, "deep-daisy", 1), (0.75, "petal-daisy", 1)))
    start = hand.between(0, 19)
    behind = [_plain_ray(flower, hand, around, 0.24, 0.98, 0.085) for around in ring(count, start + 180 / count)]
    sheet.mark("".join(behind), Ink("deep-daisy", "line-daisy"))
    rays = [flower.round_petal(RAY, around, hand, 0.05) for around in ring(count, start)]
    sheet.mark("".join(rays), Ink(ray_wash, "line-daisy"))
    _disc(sheet, flower, 0.285)


def _plain_ray(flower: Corolla, hand: Hand, around: float, begin: float, reach: float, half: float) -> str:
    """A ray of the layer behind, of which hardly more than the tip is seen."""
    start, end = flower.point(0, begin, around), flower.point(0, reach * hand.about(1, 0.05), around + hand.near(0, 3))
    return needle(bowed(start, end), half * flower.radius)


def _disc(sheet: Sheet, flower: Corolla, radius: float) -> None:
    """The yellow dome, with its florets in the order in which they grow (the golden angle)."""
    dome = flower.point(0.05, 0, 0)
    wash = sheet.glow(
        "disc", dome + toward(-40, flower.radius * 0.08), flower.radius * radius, ((0.5, "eye", 1), (1, "eye-deep", 1))
    )
    edge = [flower.point(0.05, radius, around) for around in ring(8)]
    sheet.mark(curve(edge, closed=True), Ink(wash, "line-eye"))
    if sheet.fine:
        florets = [flower.point(0.07, radius * 0.9 * math.sqrt(n / 20), n * 137.5) for n in range(1, 20)]
        sheet.mark(dots(florets), Ink(line="line-eye", weight=1.7, line_opacity=0.55))


def _rosette(sheet: Sheet, hand: Hand, foot: complex) -> None:
    grown = []
    for angle, length in ((-84, 250), (86, 280), (-58, 235), (56, 225)):
        end = foot + toward(hand.near(angle, 4), hand.about(length))
        grown.append((bowed(foot, end, math.copysign(24, angle)), 42))
    leaves(sheet, grown, (0.14, 0.22, 0.7, 1.0, 0.0))


def _young_daisy(sheet: Sheet, hand: Hand, small: Corolla) -> None:
    """A daisy half open, seen from the side."""
    cup = ((0, 0.16, 0.07), (0.7, 0.38, 0.13), (1.12, 0.46, 0))
    for around in small.far_first(ring(7, 26)):
        sheet.mark(small.round_petal(cup, around, hand), Ink("petal-daisy", "line-daisy"))
    calyx = bowed(small.point(-0.16, 0, 0), small.point(0.5, 0, 0))
    sheet.mark(lobe(calyx, (10, 42, 50, 40, 0)), Ink("leaf", "line-leaf"))
    for aside in (-22, 0, 22):
        line = [calyx.at(0.15) + aside * 0.4 * calyx.across(0), calyx.at(0.85) + aside * calyx.across(1)]
        sheet.mark(polyline(line), Ink(line="line-leaf", weight=0.6, line_opacity=0.6))


def sunflower(sheet: Sheet, hand: Hand) -> None:
    """A broad head of golden rays around a dark disc of seeds, with heart-shaped leaves."""
    flower = Corolla(complex(hand.near(505, 15), 345), 325, hand.near(10, 14), hand.near(24, 4))
    halo(sheet, hand, "warm", flower.centre + complex(0, 70), 420, 0.8)
    main = sprung(complex(hand.near(480, 20), 980), hand.near(0, 4), flower.centre, flower.facing)
    stem(sheet, main, 22, 18)
    _sunflower_leaves(sheet, hand, main)
    sunflower_head(sheet, hand, flower)


def _sunflower_leaves(sheet: Sheet, hand: Hand, main: Spine) -> None:
    grown = []
    for t, side, length in ((0.16, 1, 290), (0.34, -1, 300)):
        joint = main.at(t) + toward(side * 58, 75)
        sheet.mark(stroke(bowed(main.at(t), joint, -side * 8)), Ink(line="line-leaf", weight=2.4))
        end = joint + toward(side * hand.near(86, 8), length)
        grown.append((bowed(joint, end, side * 26), 105))
    leaves(sheet, grown, (0.0, 0.92, 1.0, 0.6, 0.2, 0.0))
    for spine, half in grown:
        veins(sheet, spine, half, 2)


def sunflower_head(sheet: Sheet, hand: Hand, flower: Corolla) -> None:
    """The head: two layers of pointed rays and the disc of seeds."""
    near = sheet.glow("sun", flower.centre, flower.radius, ((0.4, "deep-sunflower", 1), (0.75, "petal-sunflower", 1)))
    start = hand.between(0, 18)
    behind = [_plain_ray(flower, hand, around, 0.4, 1.02, 0.11) for around in ring(17, start + 10)]
    sheet.mark("".join(behind), Ink("deep-sunflower", "line-sunflower"))
    rays = [flower.pointed_petal(SUN_RAY, around, hand, 0.06) for around in ring(17, start)]
    sheet.mark("".join(rays), Ink(near, "line-sunflower"))
    if sheet.fine:
        for around in ring(17, start):
            rib = [flower.point(0.01, 0.46, around), flower.point(0.01, hand.between(0.68, 0.8), around)]
            sheet.mark(polyline(rib), Ink(line="line-sunflower", weight=0.6, line_opacity=0.6))
    _seeds(sheet, flower, 0.43)


def _seeds(sheet: Sheet, flower: Corolla, radius: float) -> None:
    wash = sheet.glow(
        "seeds", flower.centre, flower.radius * radius, ((0, "seed", 1), (0.45, "line-seed", 1), (1, "bark", 1))
    )
    edge = [flower.point(0.03, radius, around) for around in ring(10)]
    sheet.mark(curve(edge, closed=True), Ink(wash, "line-seed"))
    places = [(radius * math.sqrt((n + 0.5) / 56), n * 137.508) for n in range(56)]
    light = [flower.point(0.04, out * 0.95, around) for out, around in places if out > radius * 0.72]
    sheet.mark(dots(light), Ink(line="eye-deep", weight=2.4, line_opacity=0.9))
    if sheet.fine:
        dark = [flower.point(0.04, out, around) for out, around in places if out <= radius * 0.72]
        sheet.mark(dots(dark), Ink(line="bark", weight=1.8, line_opacity=0.8))


def cornflower(sheet: Sheet, hand: Hand) -> None:
    """Ragged blue florets above a scaly cup, on a slim stem with narrow leaves, and one bud."""
    flower = Corolla(complex(hand.near(535, 15), 375), 300, hand.near(8, 7), hand.near(60, 3))
    halo(sheet, hand, "petal-cornflower", flower.centre + complex(-20, 40), 400, 0.42)
    foot = complex(hand.near(470, 20), 980)
    main = sprung(foot, hand.near(-4, 3), flower.point(-0.7, 0, 0), flower.facing)
    bud = complex(hand.near(215, 12), hand.near(560, 20))
    stem(sheet, sprung(main.at(0.26), -22, bud, -18), 8, 7, "frost")
    stem(sheet, main, 11, 9, "frost")
    grown = []
    for t, side, length in ((0.06, -1, 320), (0.2, 1, 350), (0.5, 1, 250)):
        end = main.at(t) + toward(side * hand.near(46, 8), hand.about(length))
        grown.append((sprung(main.at(t), side * 14, end, side * hand.near(74, 8)), 15))
    leaves(sheet, grown, LANCE, "frost")
    _tuft(sheet, hand, bud + toward(-16, 84))
    _cup(sheet, bud + toward(-16, -20), bud + toward(-16, 96), 38)
    cornflower_head(sheet, hand, flower)


def _cup(sheet: Sheet, foot: complex, top: complex, half: float) -> None:
    """The cup of overlapping scales that holds the florets."""
    spine = bowed(foot, top)
    shape = widths((0.22, 0.85, 1.0, 0.82, 0.6), half)
    sheet.mark(blade(spine, shape), Ink("frost", "line-frost"))
    sheet.mark(half_blade(spine, shape), Ink("frost-deep", fill_opacity=0.5))
    if not sheet.fine or half < 50:
        return
    for t, asides in ((0.16, (-0.35, 0.35)), (0.34, (-0.6, 0, 0.6)), (0.52, (-0.35, 0.35)), (0.68, (-0.6, 0))):
        for aside in asides:
            at, out = spine.at(t) + spine.across(t) * aside * half, spine.across(t) * half * 0.26
            arch = [at - out, at + spine.along(t) * half * 0.42, at + out]
            sheet.mark(polyline(arch), Ink(line="line-frost", weight=0.7, line_opacity=0.65))


def _tuft(sheet: Sheet, hand: Hand, at: complex) -> None:
    for angle in (-38, -22, 6, -8):
        spine = bowed(at, at + toward(angle, hand.about(84)), 4)
        sheet.mark(blade(spine, (8, 14, 17, 0)), Ink("deep-cornflower", "line-cornflower"))


def cornflower_head(sheet: Sheet, hand: Hand, flower: Corolla) -> None:
    """The florets: a ring of ragged trumpets around darker, upright ones."""
    wash = sheet.glow(
        "corn", flower.point(0.3, 0, 0), flower.radius, ((0.1, "deep-cornflower", 1), (0.7, "petal-cornflower", 1))
    )
    places = flower.far_first([hand.near(around, 5) for around in ring(10, hand.between(0, 36))])
    _trumpets(sheet, hand, flower, places[:6], wash)
    _cup(sheet, flower.point(-0.72, 0, 0), flower.point(0.16, 0, 0), 78)
    _inner_florets(sheet, hand, flower)
    _trumpets(sheet, hand, flower, places[6:], wash)


TRUMPET = (
    (0.05, -0.03),
    (0.42, -0.06),
    (0.78, -0.23),
    (1.0, -0.29),
    (0.86, -0.15),
    (1.1, -0.11),
    (0.9, -0.01),
    (1.13, 0.07),
    (0.88, 0.13),
    (1.02, 0.28),
    (0.78, 0.22),
    (0.42, 0.06),
)


def _trumpets(sheet: Sheet, hand: Hand, flower: Corolla, places: list[float], wash: str) -> None:
    for around in places:
        reach = hand.about(1, 0.08)
        points = [
            flower.point(0.1 + 0.42 * out, out * reach * hand.about(1, 0.03), around, aside * hand.about(1, 0.1))
            for out, aside in TRUMPET
        ]
        sheet.mark(polyline(points, closed=True), Ink(wash, "line-cornflower"))
    if not sheet.fine:
        return
    for around in places:
        fold = [flower.point(0.28, 0.42, around), flower.point(0.45, 0.84, around, hand.near(0, 0.05))]
        sheet.mark(polyline(fold), Ink(line="line-cornflower", weight=0.6, line_opacity=0.5))


def _inner_florets(sheet: Sheet, hand: Hand, flower: Corolla) -> None:
    tips = []
    for around in flower.far_first(ring(8, 7)):
        out = hand.between(0.14, 0.36)
        base, tip = flower.point(0.16, out * 0.4, around), flower.point(hand.between(0.5, 0.62), out, around)
        sheet.mark(blade(bowed(base, tip, hand.near(0, 8)), (5, 13, 0)), Ink("deep-lavender", "line-dusk"))
        tips.append(tip)
    sheet.mark(dots(tips), Ink(line="line-dusk", weight=3.2))
