"""Flowers like cups: the rose and the poppy."""

from __future__ import annotations

from collections.abc import Sequence

from ..corolla import Corolla, ring
from ..hand import Hand
from ..line import Spine, blade, bowed, curve, dots, lobe, polyline, sprung, stroke, toward
from ..sheet import Ink, Sheet
from .foliage import halo, leaf, stem

ROSE_EDGE = ((-1.0, 0.45), (-0.72, 0.93), (0.0, 1.05), (0.74, 0.92), (1.0, 0.45))

ROSE_RINGS = ((1.0, 5, 46, 0.0), (0.82, 4, 54, 0.08), (0.64, 4, 56, 0.18), (0.46, 3, 72, 0.26), (0.28, 3, 76, 0.32))
"""From the outside inwards: reach, number of petals, half their angle, and how high they stand."""


def rose(sheet: Sheet, hand: Hand) -> None:
    """A full garden rose whose petals turn in towards the heart, a bud, and leaves of three leaflets."""
    flower = Corolla(complex(hand.near(465, 10), 335), 268, hand.near(4, 10), 34)
    halo(sheet, hand, "deep-rose", flower.centre + complex(30, 80), 420, 0.32)
    foot = complex(hand.near(480, 20), 985)
    main = sprung(foot, hand.near(-3, 4), flower.point(-0.3, 0, 0), flower.facing)
    bud = complex(hand.near(832, 10), hand.near(520, 15))
    shoot = sprung(main.at(0.3), 62, bud, hand.near(6, 5))
    _rose_bud(sheet, hand, shoot)
    stem(sheet, main, 13, 11)
    _thorns(sheet, main)
    _rose_leaves(sheet, hand, main)
    for around in (206, 152):
        start, end = flower.point(-0.1, 0.5, around), flower.point(-0.3, 1.16, around)
        sheet.mark(blade(bowed(start, end, hand.near(0, 14)), (16, 22, 15, 0)), Ink("leaf", "line-leaf"))
    rose_head(sheet, hand, flower)


def rose_head(sheet: Sheet, hand: Hand, flower: Corolla) -> None:
    """The flower: rings of petals from the outside inwards, each ring higher and closer, and a spiral at the heart."""
    turn = hand.between(0, 360)
    stops = ((0.5, "deep-rose", 1), (0.9, "petal-rose", 1))
    wash = sheet.glow("rose0", flower.centre, flower.radius, stops)
    for number, (out, count, half, height) in enumerate(ROSE_RINGS):
        if number in (2, 3):
            wash = sheet.glow_like(f"rose{number}", "rose0", flower.point(height, 0, 0), flower.radius * out)
        places = ring(count, turn + number * 137.5)
        for around in places:
            sheet.mark(_rose_petal(flower, hand, out, around, half, height), Ink(wash, "line-rose"))
        if sheet.fine and number == 0:
            for around in places:
                sheet.mark(
                    _lip(flower, hand, out, around, half, height), Ink(line="line-rose", weight=0.6, line_opacity=0.45)
                )
    heart = [flower.point(0.36, 0.2 * (1 - step / 11), turn + step * 62) for step in range(10)]
    sheet.mark(curve(heart), Ink(line="line-rose"))


def _rose_petal(flower: Corolla, hand: Hand, out: float, around: float, half: float, height: float) -> str:
    reach, sway = hand.about(out, 0.07), hand.near(0, 7)
    edge = [
        flower.point(height, reach * share * hand.about(1, 0.02), around + sway + half * place * hand.about(1, 0.05))
        for place, share in ROSE_EDGE
    ]
    heart = flower.point(height, out * 0.1, around)
    return curve([heart, *edge, heart]) + "z"


def _lip(flower: Corolla, hand: Hand, out: float, around: float, half: float, height: float) -> str:
    """The fold along the edge of a petal."""
    start = hand.near(-0.5, 0.2)
    return curve(
        [
            flower.point(height, out * share, around + half * (start + step))
            for step, share in ((0, 0.9), (0.35, 0.93), (0.75, 0.9))
        ]
    )


def _thorns(sheet: Sheet, main: Spine) -> None:
    path = ""
    for t, side in ((0.22, -1), (0.48, 1), (0.6, -1)):
        at = main.at(t) + main.across(t) * side * 5
        point = at + main.across(t) * side * 20 - main.along(t) * 8
        path += polyline([at - main.along(t) * 14, point, at + main.along(t) * 10], closed=True)
    sheet.mark(path, Ink("leaf", "line-leaf"))


def _rose_bud(sheet: Sheet, hand: Hand, shoot: Spine) -> None:
    stem(sheet, shoot, 9, 8)
    at, up = shoot.end, shoot.degrees(1)
    tip = at + toward(up, 165)
    for bow, half, tone in ((-16, 52, "deep-rose"), (14, 46, "petal-rose")):
        spine = bowed(at, tip + toward(up + 90, bow), bow)
        sheet.mark(blade(spine, (14, half, half * 0.86, half * 0.4, 0)), Ink(tone, "line-rose"))
    for angle, length in ((-30, 120), (30, 112), (2, 84)):
        spine = bowed(at - toward(up, 8), at + toward(up + hand.near(angle, 4), length), -angle * 0.3)
        sheet.mark(blade(spine, (13, 16, 9, 0)), Ink("leaf", "line-leaf"))


def _rose_leaves(sheet: Sheet, hand: Hand, main: Spine) -> None:
    """Leaves of three leaflets on one stalk."""
    with sheet.kept("leaflet"):
        leaf(sheet, bowed(0j, complex(0, -140), 5), 37, (0.0, 1.0, 0.72, 0.0))
    stalk = bowed(0j, complex(0, -185), 16)
    with sheet.kept("leaf"):
        sheet.mark(stroke(stalk), Ink(line="line-leaf", weight=1.5))
        for t, turn, share in ((0.7, -62, 0.92), (0.7, 60, 0.95), (1.0, 0, 1.1)):
            sheet.repeat("leaflet", stalk.at(t), turn + hand.near(0, 6), share, mirrored=turn < 0)
    sheet.repeat("leaf", main.at(0.32), hand.near(-60, 6), 0.98, mirrored=True)
    sheet.repeat("leaf", main.at(0.14), hand.near(74, 6), 0.95)


def poppy(sheet: Sheet, hand: Hand) -> None:
    """Broad crumpled petals around a dark heart, on a thin hairy stem, with a nodding bud and cut leaves."""
    flower = Corolla(complex(hand.near(525, 12), 355), 320, hand.near(6, 8), hand.near(46, 3))
    halo(sheet, hand, "petal-poppy", flower.centre + complex(-30, 70), 420, 0.45)
    foot = complex(hand.near(470, 15), 985)
    main = sprung(foot, hand.near(-6, 3), flower.centre + complex(0, 60), flower.facing + 4)
    _poppy_bud(sheet, hand, main)
    stem(sheet, main, 10, 8)
    with sheet.kept("leaf"):
        _cut_leaf(sheet, hand, 330)
    sheet.repeat("leaf", main.at(0.04), hand.near(-58, 5), mirrored=True)
    sheet.repeat("leaf", main.at(0.1), hand.near(62, 5), 0.92)
    if sheet.fine:
        _hairs(sheet, hand, main)
    poppy_head(sheet, hand, flower)


def poppy_head(sheet: Sheet, hand: Hand, flower: Corolla) -> None:
    """The flower: two far petals, the heart, two near petals that rise around it."""
    wash = sheet.glow(
        "poppy",
        flower.point(0.15, 0, 0),
        flower.radius * 1.05,
        ((0.1, "deep-poppy", 1), (0.6, "petal-poppy", 1), (1, "deep-poppy", 1)),
    )
    _crumpled(sheet, hand, flower, ((-40, 66), (44, 64), (0, 58)), 1.02, wash)
    _crumpled(sheet, hand, flower, ((124, 60), (236, 60), (180, 62)), 0.92, wash)
    blotches = [bowed(flower.point(0.06, 0.06, around), flower.point(0.13, 0.40, around)) for around in ring(6, 20)]
    sheet.mark("".join(blade(blotch, (6, 26, 20, 0)) for blotch in blotches), Ink("dusk", fill_opacity=0.5))
    _poppy_heart(sheet, hand, flower)


def _crumpled(
    sheet: Sheet, hand: Hand, flower: Corolla, fans: Sequence[tuple[float, float]], reach: float, wash: str
) -> None:
    """Petals like tissue paper: wide fans (place and half angle) with uneven edges and fine creases."""
    for around, half in fans:
        places = [-1 + 2 * step / 7 for step in range(8)]
        edge = [
            flower.point(0.32 * (1 - 0.4 * abs(p)), reach * (1 - 0.28 * p**4) * hand.near(1, 0.045), around + half * p)
            for p in places
        ]
        foot = flower.point(0.04, 0.06, around)
        sides = [flower.point(0.12, reach * 0.42, around + half * p) for p in (-0.92, 0.92)]
        sheet.mark(curve([foot, sides[0], *edge, sides[1], foot]) + "z", Ink(wash, "line-poppy"))
    if not sheet.fine:
        return
    for around, half in fans:
        for p in (-0.42, 0.02, 0.45):
            crease = [
                flower.point(0.1, 0.32, around + half * p * 0.8),
                flower.point(0.2, reach * 0.58, around + half * p * hand.near(0.9, 0.12)),
                flower.point(0.28, reach * hand.near(0.84, 0.07), around + half * p),
            ]
            sheet.mark(curve(crease), Ink(line="line-poppy", weight=0.55, line_opacity=0.42))


def _poppy_heart(sheet: Sheet, hand: Hand, flower: Corolla) -> None:
    tips = [flower.point(0.22, hand.between(0.2, 0.33), around) for around in ring(17)]
    heart = flower.point(0.1, 0, 0)
    sheet.mark("".join(polyline([heart, tip]) for tip in tips), Ink(line="line-dusk", weight=0.6))
    sheet.mark(dots(tips), Ink(line="line-dusk", weight=3))
    pod = [flower.point(0.24, 0.135, around) for around in ring(8)]
    foot = [flower.point(0.0, 0.10, around) for around in (90, 135, 180, 225, 270)]
    sheet.mark(curve([pod[2], *foot, pod[6]]) + "z", Ink("leaf-deep", "line-leaf"))
    sheet.mark(curve(pod, closed=True), Ink("leaf", "line-leaf"))
    sheet.mark("".join(polyline([flower.point(0.24, 0, 0), at]) for at in pod), Ink(line="line-dusk"))


def _poppy_bud(sheet: Sheet, hand: Hand, main: Spine) -> None:
    start = main.at(0.2)
    crook = complex(hand.near(190, 12), hand.near(400, 16))
    shoot = sprung(start, -24, crook, -30, 0.5)
    stem(sheet, shoot, 8, 6)
    bend = sprung(crook, -30, crook + complex(-78, 46), 176, 0.62)
    sheet.mark(stroke(bend), Ink(line="line-leaf", weight=2.4))
    bud = bowed(bend.end, bend.end + toward(178 + hand.near(0, 6), 135))
    sheet.mark(lobe(bud, (14, 44, 52, 44, 20, 0)), Ink("leaf", "line-leaf"))
    slit = bowed(bud.at(0.12) + bud.across(0.12) * 12, bud.at(0.98), 20)
    sheet.mark(blade(slit, (0, 7, 9, 0)), Ink("deep-poppy", "line-poppy", weight=0.7))


def _hairs(sheet: Sheet, hand: Hand, spine: Spine) -> None:
    path = ""
    for number in range(1, 12):
        side, t = (1 if number % 2 else -1), number / 13
        at = spine.at(t) + spine.across(t) * side * 4
        path += polyline([at, at + spine.across(t) * side * hand.about(17, 0.3) + spine.along(t) * 5])
    sheet.mark(path, Ink(line="line-leaf", weight=0.55, line_opacity=0.7))


def _cut_leaf(sheet: Sheet, hand: Hand, length: float) -> None:
    """A long leaf, deeply cut on both sides, growing up from its origin."""
    spine = sprung(0j, -24, complex(0, -length), 24)
    lefts, rights = [spine.start], [spine.start]
    for t, out in ((0.22, 0.1), (0.36, 0.48), (0.40, 0.14), (0.56, 0.46), (0.60, 0.13), (0.76, 0.34), (0.79, 0.1)):
        reach = length * 0.34 * hand.about(out, 0.1)
        ahead = spine.along(t) * reach * (0.9 if out > 0.2 else 0)
        lefts.append(spine.at(t) - spine.across(t) * reach + ahead)
        rights.append(spine.at(t) + spine.across(t) * reach + ahead)
    sheet.mark(polyline([*lefts, spine.end, *rights[::-1]], closed=True), Ink("leaf", "line-leaf"))
    sheet.mark(stroke(spine, 0, 0.94, steps=2), Ink(line="line-leaf", weight=0.7, line_opacity=0.7))
