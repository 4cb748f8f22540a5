"""Flowers that hang or trumpet: the snowdrop and the lily."""

from __future__ import annotations

from collections.abc import Sequence

from ..corolla import Corolla, Shape, ring
from ..hand import Hand
from ..line import Spine, blade, bowed, curve, dots, lobe, notched, sides, sprung, stroke, toward
from ..sheet import Ink, Sheet
from .foliage import STRAP, halo, leaves, stem, widths

SPOON = (0.10, 0.50, 0.92, 1.0, 0.72, 0.0)
PETAL, LINE = "petal-snowdrop", "line-snowdrop"


def snowdrop(sheet: Sheet, hand: Hand) -> None:
    """One nodding bell on an arching stem, with strap-shaped leaves and a second, closed bud."""
    lean = hand.near(0, 25)
    head = complex(625 + lean, 300 + hand.near(0, 15))
    halo(sheet, hand, "mist", head + complex(0, 190), 400, 0.62)
    _snowdrop_leaves(sheet, hand)
    crook = complex(505 + lean, 92)
    scape = sprung(complex(468, 972), hand.near(2, 3), crook, hand.near(24, 5), 0.42)
    stem(sheet, scape, 13, 9, "frost")
    _spathe(sheet, crook, head)
    snowdrop_bell(sheet, hand, head, hand.near(176, 5), 395)


def _snowdrop_leaves(sheet: Sheet, hand: Hand) -> None:
    base = complex(472, 975)
    left = sprung(base - 10, hand.near(-10, 4), complex(hand.near(215, 30), 478), -42, 0.45)
    right = sprung(base + 16, hand.near(14, 4), complex(hand.near(800, 30), 640), 68, 0.5)
    low = sprung(base - 18, -30, complex(hand.near(235, 20), 800), -86, 0.5)
    leaves(sheet, ((left, 34), (right, 32), (low, 25)), STRAP, "frost")


def _spathe(sheet: Sheet, crook: complex, head: complex) -> None:
    """The sheath above the bell, and the thread from which it hangs."""
    thread = sprung(crook, 50, head - complex(0, 78), 172, 0.5)
    sheet.mark(blade(thread, (7, 5, 5, 6)), Ink("frost", "line-frost"))
    sheath = bowed(crook - complex(8, -50), crook + complex(120, -34), -26)
    sheet.mark(blade(sheath, (8, 20, 17, 0)), Ink("frost", "line-frost"))
    sheet.mark(stroke(sheath, 0.15, 0.85), Ink(line="line-frost", weight=0.6, line_opacity=0.6))


def snowdrop_bell(sheet: Sheet, hand: Hand, head: complex, hangs: float, length: float) -> None:
    """The bell: a tepal behind, the inner cup with its green mark, and two tepals spread before it."""
    fall = sheet.fall("bell", head, head + toward(hangs, length), ((0, "deep-snowdrop", 1), (0.45, PETAL, 1)))
    behind = bowed(head, head + toward(hangs + 2, length * 0.93), 0)
    sheet.mark(lobe(behind, widths(SPOON, length * 0.20)), Ink("deep-snowdrop", LINE, fill_opacity=0.9))
    _inner_cup(sheet, head, hangs, length * 0.66, fall)
    for side in (-1, 1):
        tip = head + toward(hangs - side * hand.near(29, 3), length * hand.about(1, 0.03))
        spine = bowed(head, tip, -side * length * 0.075)
        sheet.mark(lobe(spine, widths(SPOON, length * hand.near(0.205, 0.012))), Ink(fall, LINE))
        _tepal_lines(sheet, spine, length)
    ovary = bowed(head + toward(hangs + 180, 82), head + toward(hangs, 14))
    sheet.mark(lobe(ovary, (13, 35, 42, 28, 0)), Ink("green", "line-frost"))
    sheet.mark(stroke(ovary, 0.2, 0.8), Ink(line="line-frost", weight=0.6, line_opacity=0.5))


def _tepal_lines(sheet: Sheet, spine: Spine, length: float) -> None:
    if not sheet.fine:
        return
    for share in (-0.42, 0.0, 0.42):
        line = [
            spine.at(t) + spine.across(t) * share * length * 0.2 * reach
            for t, reach in ((0.2, 0.5), (0.45, 0.9), (0.78, 0.85))
        ]
        sheet.mark(curve(line), Ink(line=LINE, weight=0.55, line_opacity=0.4))


def _inner_cup(sheet: Sheet, head: complex, hangs: float, length: float, fall: str) -> None:
    cup = bowed(head, head + toward(hangs, length))
    left, right = sides(cup, widths((0.2, 0.75, 1.0, 1.0, 0.5), length * 0.27))
    sheet.mark(notched(left, right, cup.at(0.88)), Ink(fall, LINE))
    mark = [
        cup.at(t) + cup.across(t) * length * aside
        for t, aside in (
            (0.90, -0.19),
            (0.77, -0.13),
            (0.70, 0.0),
            (0.77, 0.13),
            (0.90, 0.19),
            (0.84, 0.09),
            (0.80, 0.0),
            (0.84, -0.09),
        )
    ]
    sheet.mark(curve(mark, closed=True), Ink("green", "green"))


TEPAL = (
    (0, 0.07, 0.05),
    (0.45, 0.13, 0.10),
    (0.82, 0.34, 0.22),
    (0.98, 0.68, 0.24),
    (0.90, 0.94, 0.13),
    (0.74, 1.1, 0),
)
SEPAL = tuple((along, out, half * 0.72) for along, out, half in TEPAL)


def lily(sheet: Sheet, hand: Hand) -> None:
    """A trumpet of six curving tepals with long stamens, one bud, and lance-shaped leaves up the stem."""
    flower = Corolla(complex(455, 505), 330, hand.near(28, 5), hand.near(52, 4))
    halo(sheet, hand, "mist", complex(520, 440), 420, 0.66)
    foot = complex(hand.near(440, 20), 975)
    top = complex(400, 590)
    main = sprung(foot, hand.near(-3, 3), top, hand.near(-4, 4))
    _lily_bud(sheet, hand, top)
    _lily_leaves(sheet, hand, main)
    stem(sheet, main, 14, 11)
    stem(sheet, sprung(top + complex(0, 6), 0, flower.centre, flower.facing, 0.5), 11, 20)
    lily_trumpet(sheet, hand, flower)


def _lily_leaves(sheet: Sheet, hand: Hand, main: Spine) -> None:
    grown = []
    for t, side, length in ((0.18, -1, 290), (0.34, 1, 300), (0.52, -1, 240), (0.7, 1, 215)):
        start = main.at(t)
        end = start + toward(side * hand.near(66, 8), hand.about(length))
        grown.append((sprung(start, side * 35, end, side * hand.near(96, 10), 0.45), 29))
    leaves(sheet, grown)


def _lily_bud(sheet: Sheet, hand: Hand, top: complex) -> None:
    tip = top + complex(hand.near(-215, 12), hand.near(-270, 20))
    stalk = sprung(top + complex(0, 8), -10, top + (tip - top) * 0.42, -34)
    stem(sheet, stalk, 9, 8)
    bud = bowed(stalk.end, tip, 10)
    wash = sheet.fall("bud", stalk.end, tip, ((0, "leaf", 1), (0.35, "petal-lily", 1), (1, "deep-lily", 1)))
    sheet.mark(blade(bud, (12, 30, 40, 34, 0)), Ink(wash, "line-lily"))
    for share in (-0.35, 0.3):
        line = [bud.at(t) + bud.across(t) * 38 * share * reach for t, reach in ((0.06, 0.4), (0.5, 1), (0.94, 0.2))]
        sheet.mark(curve(line), Ink(line="line-lily", weight=0.6, line_opacity=0.5))


def lily_trumpet(sheet: Sheet, hand: Hand, flower: Corolla) -> None:
    """The open flower: far tepals, stamens, near tepals."""
    stops = ((0, "leaf", 1), (0.22, "deep-lily", 1), (0.62, "petal-lily", 1))
    wash = sheet.glow("lily", flower.point(0.5, 0, 0), flower.radius * 1.05, stops)
    turn = hand.near(0, 8)
    outer = ring(3, 60 + turn)
    order = flower.far_first([*outer, *ring(3, turn)])
    shapes = [(around, SEPAL if around in outer else TEPAL) for around in order]
    _tepals(sheet, hand, flower, shapes[:3], wash)
    _stamens(sheet, hand, flower)
    _tepals(sheet, hand, flower, shapes[3:], wash)


def _tepals(sheet: Sheet, hand: Hand, flower: Corolla, shapes: Sequence[tuple[float, Shape]], wash: str) -> None:
    for around, shape in shapes:
        sheet.mark(flower.pointed_petal(shape, around, hand, 0.04), Ink(wash, "line-lily"))
    for around, shape in shapes:
        rib = [flower.point(along, out, around) for along, out, _ in shape[1:-1]]
        sheet.mark(curve(rib), Ink(line="line-lily", weight=0.7, line_opacity=0.5))


def _stamens(sheet: Sheet, hand: Hand, flower: Corolla) -> None:
    ends = []
    for around in ring(6, 30):
        tip = flower.point(1.12 + hand.near(0, 0.05), 0.26, around)
        sheet.mark(
            curve([flower.point(0.3, 0.02, around), flower.point(0.75, 0.09, around), tip]), Ink(line="line-leaf")
        )
        ends.append(tip)
    pistil = flower.point(1.3, 0.1, 180)
    sheet.mark(
        curve([flower.point(0.3, 0, 0), flower.point(0.8, 0.03, 180), pistil]), Ink(line="line-leaf", weight=1.2)
    )
    for tip in ends:
        anther = bowed(tip + toward(flower.facing + 70, 22), tip - toward(flower.facing + 70, 22), 6)
        sheet.mark(lobe(anther, (3, 11, 0)), Ink("eye-deep", "line-eye"))
    sheet.mark(dots([pistil]), Ink(line="line-leaf", weight=4))
