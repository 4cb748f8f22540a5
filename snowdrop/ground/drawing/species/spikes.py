"""Flowers along a stem: the lavender and the rosemary."""

from __future__ import annotations

from ..hand import Hand
from ..line import Spine, blade, bowed, dots, lobe, needle, sprung, stroke, toward
from ..sheet import Ink, Sheet
from .foliage import halo, stem

BUD = (4, 12, 11, 0)


def lavender(sheet: Sheet, hand: Hand) -> None:
    """A few slender spikes of violet whorls above a tuft of narrow grey leaves."""
    halo(sheet, hand, "petal-lavender", complex(500, 440), 410, 0.5)
    foot = complex(500, 980)
    with sheet.kept("tier"):
        lavender_tier(sheet, hand)
    with sheet.kept("spike"):
        lavender_spike(sheet, hand)
    tuft = []
    for angle, length in ((-58, 220), (-38, 290), (-20, 300), (16, 310), (36, 290), (60, 215), (-80, 130), (82, 130)):
        end = foot + toward(hand.near(angle, 6), hand.about(length))
        tuft.append(bowed(foot, end, hand.near(-18 if angle > 0 else 18, 6)))
    _tuft(sheet, tuft)
    spikes = ((212, 272, -18, 0.82), (792, 310, 20, 0.8), (352, 160, -9, 0.94), (660, 200, 12, 0.9), (508, 84, 1, 1.04))
    for x, y, arriving, scale in spikes:
        tip, leaning = complex(x, y) + hand.aside(16), hand.near(arriving, 4)
        spine = sprung(foot + (x - 500) * 0.09, arriving * 0.4, tip + toward(leaning, -330 * scale), leaning, 0.38)
        stem(sheet, spine, 6, 4, "frost")
        sheet.repeat("spike", spine.end, spine.degrees(1), scale, mirrored=hand.either() < 0)


def lavender_spike(sheet: Sheet, hand: Hand) -> None:
    """The whorls of one spike, fullest in the middle, with one whorl set apart below; it grows up from its origin."""
    spine = bowed(complex(0, 20), complex(0, -345), 8)
    sheet.mark(stroke(spine), Ink(line="line-frost", weight=1.6))
    for number, (t, size) in enumerate(
        (
            (0.0, 0.74),
            (0.22, 0.86),
            (0.33, 1.0),
            (0.44, 1.06),
            (0.55, 1.04),
            (0.66, 0.96),
            (0.76, 0.84),
            (0.86, 0.7),
            (0.95, 0.52),
        )
    ):
        sheet.repeat("tier", spine.at(t), hand.near(0, 7), hand.about(size, 0.05), mirrored=number % 2 == 1)


def lavender_tier(sheet: Sheet, hand: Hand) -> None:
    """One whorl: buds around the stem, the outer ones in shade, the middle ones in front."""
    for angle, out, tone in (
        (-52, 14, "deep-lavender"),
        (50, 14, "deep-lavender"),
        (-27, 9, "petal-lavender"),
        (25, 9, "petal-lavender"),
        (-2, 1, "petal-lavender"),
    ):
        start = complex(out if angle > 0 else -out, 8)
        spine = bowed(start, start + toward(hand.near(angle, 6), hand.about(54)), 3)
        sheet.mark(lobe(spine, BUD), Ink(tone, "line-lavender", weight=0.8))
    sheet.mark(blade(bowed(complex(0, 18), complex(-4, -20), 0), (6, 14, 0)), Ink("deep-lavender", fill_opacity=0.7))


def _tuft(sheet: Sheet, spines: list[Spine]) -> None:
    for spine in spines:
        sheet.mark(needle(spine, 13), Ink("frost", "line-frost"))
    for spine in spines:
        sheet.mark(stroke(spine, 0, 0.9, steps=2), Ink(line="line-frost", weight=0.6, line_opacity=0.6))


def rosemary(sheet: Sheet, hand: Hand) -> None:
    """A woody sprig, dense with needle leaves, with small pale blue flowers where they spring."""
    halo(sheet, hand, "petal-rosemary", complex(520, 430), 410, 0.5)
    main = sprung(complex(455, 985), hand.near(-4, 3), complex(540, 75), hand.near(10, 4), 0.42)
    side = sprung(main.at(0.22), 44, complex(hand.near(800, 15), 330), hand.near(14, 5), 0.45)
    other = sprung(main.at(0.34), -40, complex(hand.near(225, 15), 300), hand.near(-12, 5), 0.45)
    with sheet.kept("bloom"):
        rosemary_bloom(sheet, hand)
    for spine, pairs, length, begin in ((side, 9, 116, 0.16), (other, 8, 112, 0.18), (main, 15, 138, 0.1)):
        sheet.mark(blade(spine, (9 if spine is main else 6, 6, 4)), Ink("bark", "line-bark"))
        _needles(sheet, hand, spine, pairs, length, begin)
    for spine, places in ((side, (0.5, 0.74)), (other, (0.52, 0.76)), (main, (0.46, 0.58, 0.71, 0.84))):
        for number, t in enumerate(places):
            turn = 1 if number % 2 else -1
            at = spine.at(t) + spine.across(t) * 30 * turn
            sheet.repeat(
                "bloom", at, spine.degrees(t) + turn * hand.near(48, 9), hand.between(0.8, 0.95), mirrored=turn < 0
            )
            sheet.repeat(
                "bloom",
                at - spine.across(t) * 62 * turn + spine.along(t) * 14,
                spine.degrees(t) - turn * hand.near(44, 9),
                hand.between(0.7, 0.8),
                mirrored=turn > 0,
            )


def _needles(sheet: Sheet, hand: Hand, spine: Spine, pairs: int, length: float, begin: float) -> None:
    """Narrow leaves in pairs, shorter towards the tip; those to the left are in the light."""
    for shade, side in (("frost-deep", 1), ("frost", -1)):
        path = ""
        for number in range(pairs):
            t = begin + (1 - begin) * number / (pairs - 1)
            reach = hand.about(length) * (1 - 0.55 * t**3) * (0.75 + 0.25 * min(1.0, 4 * (t - begin)))
            angle = spine.degrees(t) + side * hand.near(58 - 34 * t**2, 7)
            path += needle(bowed(spine.at(t), spine.at(t) + toward(angle, reach), -side * reach * 0.07), 10)
        sheet.mark(path, Ink(shade, "line-frost"))


def rosemary_bloom(sheet: Sheet, hand: Hand) -> None:
    """One two-lipped flower, growing upwards from its origin."""
    for angle, length, half in ((-46, 64, 14), (44, 66, 15)):
        spine = bowed(complex(0, -34), complex(0, -34) + toward(hand.near(angle, 5), length), 5)
        sheet.mark(lobe(spine, (5, half, half * 1.1, 0)), Ink("petal-rosemary", "line-rosemary"))
    lip = bowed(complex(2, -30), complex(10, -106), 6)
    sheet.mark(lobe(lip, (7, 17, 26, 24, 0)), Ink("petal-rosemary", "line-rosemary"))
    sheet.mark(blade(bowed(complex(0, 4), complex(2, -48)), (7, 10, 12, 0)), Ink("deep-rosemary", "line-rosemary"))
    sheet.mark(
        dots([complex(4, -66), complex(12, -72), complex(2, -80)]),
        Ink(line="line-rosemary", weight=1.6, line_opacity=0.8),
    )
    sheet.mark(stroke(sprung(complex(2, -50), -10, complex(-36, -118), -50)), Ink(line="line-rosemary"))
