"""Flowers with five open petals: the forget-me-not, the cherry blossom and the jasmine."""

from __future__ import annotations

from ..corolla import Corolla, ring
from ..hand import Hand
from ..line import Spine, blade, bowed, curve, dots, lobe, polyline, sprung, stroke, toward
from ..sheet import Ink, Sheet
from .foliage import OVAL, halo, leaves, stem

ROUND = ((0.02, 0.10, 0.09), (0.06, 0.58, 0.44), (0.0, 1.0, 0))
HEART = ((0.02, 0.06, 0.05), (0.11, 0.58, 0.42), (0.04, 1.02, 0.17))
STAR = ((0.0, 0.07, 0.055), (0.03, 0.58, 0.20), (0.0, 1.08, 0))


def forget_me_not(sheet: Sheet, hand: Hand) -> None:
    """A cluster of small round blue flowers with yellow eyes, a coil of pink buds, and downy leaves."""
    halo(sheet, hand, "petal-forget-me-not", complex(500, 430), 410, 0.42)
    foot = complex(hand.near(490, 15), 980)
    fork = complex(497, 610)
    main = sprung(foot, hand.near(-3, 3), fork, 3)
    left = sprung(fork, -25, complex(300, 330), -20)
    right = sprung(fork, 14, complex(720, 350), 40)
    middle = sprung(fork, 0, complex(520, 210), 18)
    for branch in (left, right, middle):
        stem(sheet, branch, 7, 5)
    stem(sheet, main, 10, 8)
    grown = []
    for t, side, length, half in ((0.08, -1, 300, 44), (0.22, 1, 320, 44), (0.58, -1, 230, 32), (0.72, 1, 230, 30)):
        end = main.at(t) + toward(side * hand.near(56, 8), hand.about(length))
        grown.append((sprung(main.at(t), side * 28, end, side * hand.near(86, 8)), half))
    leaves(sheet, grown, OVAL)
    _coil(sheet, hand, complex(520, 215))
    for number, tilt in enumerate((14, 38)):
        with sheet.kept(f"bloom{number}"):
            forget_me_not_bloom(sheet, hand, Corolla(0j, 100, 20, tilt), f"b{number}")
    _cluster(sheet, hand)


def _coil(sheet: Sheet, hand: Hand, at: complex) -> None:
    """The tip of the stem, curled over its buds."""
    line = [at, at + complex(30, -70), at + complex(88, -92), at + complex(128, -50)]
    sheet.mark(curve(line), Ink(line="line-leaf", weight=1.3))
    for place, size in (
        (complex(34, -96), 22),
        (complex(92, -122), 20),
        (complex(140, -82), 17),
        (complex(136, -36), 14),
    ):
        bud = bowed(at + place + toward(160, size), at + place + toward(-15 + hand.near(0, 15), size))
        sheet.mark(lobe(bud, (4, size * 0.72, 0)), Ink("deep-cherry-blossom", "line-cherry-blossom"))


def _cluster(sheet: Sheet, hand: Hand) -> None:
    places = (
        (285, 265, 0.9),
        (222, 405, 0.95),
        (385, 190, 0.92),
        (700, 240, 0.9),
        (770, 385, 0.92),
        (370, 375, 1.05),
        (545, 255, 1.05),
        (640, 425, 1.05),
        (492, 480, 1.1),
    )
    for number, (x, y, scale) in enumerate(places):
        at = complex(x, y) + hand.aside(12)
        sheet.repeat(f"bloom{number % 5 % 2}", at, hand.between(0, 72) - 36, scale)


def forget_me_not_bloom(sheet: Sheet, hand: Hand, flower: Corolla, name: str) -> None:
    """One flower: five round petals, a white ring, a yellow eye."""
    wash = sheet.glow(
        name,
        flower.centre,
        flower.radius,
        ((0.15, "petal-snowdrop", 1), (0.34, "petal-forget-me-not", 1), (1, "deep-forget-me-not", 1)),
    )
    for around in flower.far_first(ring(5, hand.between(0, 72))):
        sheet.mark(flower.round_petal(ROUND, around, hand, 0.05), Ink(wash, "line-forget-me-not"))
    eye = [flower.point(0.04, 0.2, around) for around in ring(6)]
    sheet.mark(curve(eye, closed=True), Ink("eye", "line-eye", weight=0.7))
    sheet.mark(dots([flower.centre]), Ink(line="line-eye", weight=2.2))


def cherry_blossom(sheet: Sheet, hand: Hand) -> None:
    """A twig with notched pale pink blossoms, buds on long stalks, and young bronze leaves."""
    halo(sheet, hand, "deep-cherry-blossom", complex(480, 420), 410, 0.4)
    twig = sprung(complex(300, 985), hand.near(8, 3), complex(700, 190), hand.near(26, 4), 0.45)
    side = sprung(twig.at(0.42), -30, complex(205, 330), hand.near(-22, 5))
    for spine, base, top in ((side, 10, 5), (twig, 17, 6)):
        path = blade(spine, (base, base * 0.85, base * 0.78, base * 0.6, top))
        sheet.mark(path, Ink("bark", "line-bark"))
    if sheet.fine:
        rings = [twig.at(t) + twig.across(t) * a for t, a in ((0.08, 4), (0.13, -5), (0.27, 3), (0.5, -3), (0.6, 3))]
        sheet.mark(
            "".join(polyline([at - 5, at + 5]) for at in rings), Ink(line="line-bark", weight=1.1, line_opacity=0.6)
        )
    _cherry_leaves(sheet, hand, twig, side)
    _cherry_buds(sheet, hand, twig, side)
    for number, (facing, tilt) in enumerate(((200, 14), (40, 48))):
        with sheet.kept(f"bloom{number}"):
            cherry_bloom(sheet, hand, Corolla(0j, 165, facing, tilt), f"b{number}")
    places = ((218, 430, 0, 0.84), (612, 268, 1, 0.86), (690, 480, 0, 0.98), (405, 345, 1, 0.9), (470, 610, 0, 1.06))
    for x, y, which, scale in places:
        sheet.repeat(f"bloom{which}", complex(x, y) + hand.aside(14), hand.near(0, 34), scale)


def cherry_bloom(sheet: Sheet, hand: Hand, flower: Corolla, name: str) -> None:
    """One blossom: five notched petals, flushed at the heart, and a spray of stamens."""
    wash = sheet.glow(
        name,
        flower.centre,
        flower.radius * 1.02,
        ((0.04, "deep-cherry-blossom", 1), (0.5, "petal-cherry-blossom", 1), (1.1, "deep-cherry-blossom", 1)),
    )
    for around in flower.far_first(ring(5, hand.between(0, 72))):
        path = flower.notched_petal(HEART, around, hand, 0.14, 0.05)
        sheet.mark(path, Ink(wash, "line-cherry-blossom"))
    tips = [flower.point(0.3, hand.between(0.3, 0.5), around + hand.near(0, 9)) for around in ring(9)]
    heart = flower.point(0.08, 0, 0)
    sheet.mark("".join(polyline([heart, tip]) for tip in tips), Ink(line="line-cherry-blossom", weight=0.6))
    sheet.mark(dots(tips), Ink(line="line-eye", weight=2.6))
    sheet.mark(dots([heart]), Ink(line="line-cherry-blossom", weight=4))


def _cherry_buds(sheet: Sheet, hand: Hand, twig: Spine, side: Spine) -> None:
    with sheet.kept("bud"):
        sheet.mark(stroke(bowed(0j, complex(0, -70), 6)), Ink(line="line-leaf", weight=1.4))
        sheet.mark(
            lobe(bowed(complex(0, -66), complex(4, -142)), (7, 30, 27, 0)),
            Ink("deep-cherry-blossom", "line-cherry-blossom"),
        )
        sheet.mark(blade(bowed(complex(0, -62), complex(0, -98)), (8, 13, 0)), Ink("bark", "line-bark"))
    for start, angle, scale in ((twig.at(0.97), -12, 0.9), (twig.at(0.93), 52, 1.0), (side.at(0.98), -36, 0.9)):
        sheet.repeat("bud", start, hand.near(angle, 8), scale)


def _cherry_leaves(sheet: Sheet, hand: Hand, twig: Spine, side: Spine) -> None:
    grown = []
    for start, angle, length in ((twig.at(0.86), 86, 190), (twig.at(0.2), 70, 200), (side.at(0.8), 30, 150)):
        end = start + toward(hand.near(angle, 10), hand.about(length))
        grown.append((bowed(start, end, 18), 36))
    leaves(sheet, grown)


def jasmine(sheet: Sheet, hand: Hand) -> None:
    """A climbing stem with feathered leaves, white stars, and long buds flushed with pink."""
    halo(sheet, hand, "mist", complex(510, 400), 430, 0.7)
    vine = Spine(complex(430, 985), complex(170, 690), complex(790, 500), complex(500, 110))
    _feathers(sheet, hand, vine)
    stem(sheet, vine, 9, 5, steps=7)
    tendril = [vine.end, vine.end + complex(-18, -40), vine.end + complex(-52, -42), vine.end + complex(-48, -10)]
    sheet.mark(curve(tendril), Ink(line="line-leaf", weight=1.2))
    with sheet.kept("bud"):
        sheet.mark(stroke(bowed(0j, complex(0, -95), 10)), Ink(line="line-leaf", weight=1.2))
        bud = bowed(complex(0, -92), complex(-12, -212), 5)
        sheet.mark(blade(bud, (8, 11, 24, 0)), Ink("petal-cherry-blossom", "line-cherry-blossom"))
        sheet.mark(blade(bowed(complex(0, -82), complex(0, -124)), (8, 12, 0)), Ink("leaf", "line-leaf"))
    for start, angle, scale in ((vine.at(0.9), 30, 0.8), (vine.at(0.86), -40, 0.8), (vine.at(0.52), 74, 1.0)):
        sheet.repeat("bud", start, hand.near(angle, 6), scale)
    for number, (facing, tilt) in enumerate(((180, 10), (30, 46))):
        with sheet.kept(f"bloom{number}"):
            jasmine_bloom(sheet, hand, Corolla(0j, 165, facing, tilt), f"b{number}")
    places = ((398, 318, 1, 0.78), (655, 300, 0, 0.76), (285, 490, 0, 0.8), (510, 470, 0, 0.98), (722, 560, 1, 0.84))
    for x, y, which, scale in places:
        sheet.repeat(f"bloom{which}", complex(x, y) + hand.aside(12), hand.near(0, 34), scale)


def _feathers(sheet: Sheet, hand: Hand, vine: Spine) -> None:
    """Leaves of seven leaflets, in pairs up the stem."""
    stalk = bowed(0j, complex(0, -205), 16)
    with sheet.kept("feather"):
        sheet.mark(stroke(stalk), Ink(line="line-leaf", weight=1.1))
        grown = [
            (bowed(stalk.at(t), stalk.at(t) + toward(side * 54, hand.about(100 - 36 * t)), -side * 5), 21)
            for t in (0.3, 0.58, 0.86)
            for side in (-1, 1)
        ]
        leaves(sheet, [*grown, (bowed(stalk.end, stalk.end - 100j), 22)], (0.06, 1.0, 0.0))
    for t, angle, scale in ((0.1, 72, 0.95), (0.26, -66, 1.0), (0.64, 84, 0.9), (0.8, -76, 0.8)):
        sheet.repeat("feather", vine.at(t), hand.near(angle, 8), scale, mirrored=angle < 0)


def jasmine_bloom(sheet: Sheet, hand: Hand, flower: Corolla, name: str) -> None:
    """One star: five slender petals that turn a little, like a wheel."""
    wash = sheet.glow(
        name, flower.centre, flower.radius, ((0.06, "green", 0.8), (0.2, "deep-jasmine", 1), (0.6, "petal-jasmine", 1))
    )
    petals = flower.far_first(ring(5, hand.between(0, 72)))
    for around in petals:
        sheet.mark(flower.pointed_petal(STAR, around, hand, 0.06), Ink(wash, "line-jasmine"))
    for around in petals:
        fold = polyline([flower.point(0.02, 0.2, around), flower.point(0.02, 0.78, around)])
        sheet.mark(fold, Ink(line="line-jasmine", weight=0.6, line_opacity=0.5))
    sheet.mark(dots([flower.centre]), Ink(line="line-eye", weight=4))
