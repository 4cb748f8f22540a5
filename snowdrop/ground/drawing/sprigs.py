"""The twelve flowers as they look from across a meadow: a few strokes each, growing up from the origin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from .corolla import Corolla, Shape, ring
from .hand import Hand
from .line import bowed, curve, dots, lobe, needle, polyline, sprung, stroke, toward
from .sheet import Ink, Sheet
from .vocabulary import Flower


def _stalk(sheet: Sheet, hand: Hand, top: complex, green: str = "leaf", *, weight: float = 7) -> None:
    """A thin stem from the origin."""
    sheet.mark(stroke(bowed(0j, top, hand.near(0, 14))), Ink(line=f"line-{green}", weight=weight))


def _blades(
    sheet: Sheet, hand: Hand, places: Sequence[tuple[float, float, float]], half: float, green: str = "leaf"
) -> None:
    """Leaves: how high they spring, their direction, and their length."""
    path = ""
    for height, degrees, length in places:
        start = complex(0, -height)
        end = start + toward(hand.near(degrees, 7), hand.about(length, 0.12))
        path += needle(bowed(start, end, length * (0.12 if degrees > 0 else -0.12)), half)
    sheet.mark(path, Ink(f"{green}-deep", f"line-{green}", weight=3, fill_opacity=0.75, line_opacity=0.8))


def _bloom_dots(centre: complex, radius: float, turn: float) -> str:
    """Five round petals, as dots."""
    return dots([centre + toward(turn + around, radius) for around in ring(5)])


def _snowdrop(sheet: Sheet, hand: Hand) -> None:
    _blades(sheet, hand, ((0, -24, 210), (0, 20, 190), (0, 48, 120)), 11, "frost")
    for foot, tall, side in ((4, 330, 1), (-6, 240, -1)):
        crook, head = complex(foot + side * 22, -tall), complex(foot + side * 62, 62 - tall)
        bent = stroke(bowed(complex(foot, 0), crook, side * 8)) + stroke(sprung(crook, side * 24, head, 180, 0.6))
        sheet.mark(bent, Ink(line="line-frost", weight=6))
        for turn in (0, -25, 25):
            petal = bowed(head, head + toward(180 + turn + side * 5, 104), 0)
            shape = (4, 20, 34, 27, 0) if turn else (4, 14, 26, 20, 0)
            tone = "petal-snowdrop" if turn else "deep-snowdrop"
            sheet.mark(lobe(petal, shape), Ink(tone, "line-snowdrop", weight=3.6))
        sheet.mark(dots([head]), Ink(line="green", weight=30))


def _forget_me_not(sheet: Sheet, hand: Hand) -> None:
    _blades(sheet, hand, ((20, -52, 110), (60, 50, 110), (110, -46, 80)), 15)
    heads = [
        complex(x, y) + hand.aside(7)
        for x, y in ((-78, -215), (-32, -286), (34, -300), (84, -234), (2, -226), (-20, -166), (52, -172))
    ]
    for head in heads[::2]:
        _stalk(sheet, hand, head, weight=6)
    petals = "".join(_bloom_dots(head, 21, hand.between(0, 72)) for head in heads)
    sheet.mark(petals, Ink(line="line-forget-me-not", weight=32))
    sheet.mark(petals, Ink(line="petal-forget-me-not", weight=28))
    sheet.mark(dots(heads), Ink(line="eye", weight=17))


def _daisy(sheet: Sheet, hand: Hand) -> None:
    _blades(sheet, hand, ((0, -64, 110), (0, 66, 110), (0, -26, 90)), 15)
    for x, y, radius in ((-46, -205, 50), (36, -310, 70)):
        flower = Corolla(complex(x, y) + hand.aside(8), radius, hand.near(0, 20), 34)
        _stalk(sheet, hand, flower.centre, weight=7)
        rays = "".join(polyline([flower.point(0, 0.3, around), flower.point(0, 0.95, around)]) for around in ring(14))
        sheet.mark(rays, Ink(line="line-daisy", weight=radius * 0.265))
        sheet.mark(rays, Ink(line="petal-daisy", weight=radius * 0.21))
        sheet.mark(dots([flower.centre]), Ink(line="eye-deep", weight=radius * 0.62))


def _lavender(sheet: Sheet, hand: Hand) -> None:
    _blades(sheet, hand, ((0, -40, 130), (0, 38, 130), (0, -14, 150), (0, 12, 140)), 7, "frost")
    light, dark = "", ""
    for x, tall in ((-70, 320), (64, 310), (-4, 390)):
        spine = bowed(0j, complex(x + hand.near(0, 10), -tall), x * 0.15)
        sheet.mark(stroke(spine), Ink(line="line-frost", weight=6))
        for step in range(8):
            at, out = spine.at(0.55 + 0.45 * step / 7), 15 - 1.3 * step
            dark += dots([at + spine.across(0.8) * out, at - spine.across(0.8) * out])
            light += dots([at + spine.along(0.8) * 9])
    sheet.mark(dark, Ink(line="deep-lavender", weight=22))
    sheet.mark(light, Ink(line="petal-lavender", weight=19))


def _rosemary(sheet: Sheet, hand: Hand) -> None:
    flowers, needles = "", ""
    for x, tall in ((-80, 250), (86, 270), (2, 360)):
        spine = bowed(0j, complex(x + hand.near(0, 10), -tall), -x * 0.2)
        sheet.mark(stroke(spine), Ink(line="line-bark", weight=7))
        for step in range(8):
            t, side = 0.2 + 0.1 * step, 1 if step % 2 else -1
            for turn in (48, -48):
                end = spine.at(t) + toward(spine.degrees(t) + turn, 46)
                needles += polyline([spine.at(t), end])
            if step > 2:
                flowers += dots([spine.at(t) + spine.across(t) * side * 15])
    sheet.mark(needles, Ink(line="line-frost", weight=9.5))
    sheet.mark(needles, Ink(line="frost", weight=3.6))
    sheet.mark(flowers, Ink(line="deep-rosemary", weight=26))
    sheet.mark(flowers, Ink(line="petal-rosemary", weight=17))


def _rose(sheet: Sheet, hand: Hand) -> None:
    flower = Corolla(complex(hand.near(0, 14), -310), 84, hand.near(0, 14), 30)
    _stalk(sheet, hand, flower.centre, weight=8)
    _blades(sheet, hand, ((70, -58, 100), (110, 56, 100), (150, -50, 80), (40, 62, 90)), 20)
    turn = hand.between(0, 72)
    for around in ring(5, turn):
        edge = [flower.point(0, out, around + aside) for aside, out in ((0, 0.1), (-44, 0.8), (0, 1.02), (44, 0.8))]
        sheet.mark(curve(edge, closed=True), Ink("petal-rose", "line-rose", weight=3.6))
    for reach, start in ((0.62, 30), (0.36, 70)):
        edge = [flower.point(0.1, reach * hand.about(1), around) for around in ring(5, turn + start)]
        sheet.mark(curve(edge, closed=True), Ink("deep-rose", "line-rose", weight=3.6, fill_opacity=0.6))
    swirl = [flower.point(0.12, 0.26 * (1 - step / 7), turn + 75 * step) for step in range(6)]
    sheet.mark(curve(swirl), Ink(line="line-rose", weight=3.6))


POPPY: Shape = ((0.05, 0.05, 0.06), (0.2, 0.6, 0.66), (0.28, 1.0, 0))


def _poppy(sheet: Sheet, hand: Hand) -> None:
    flower = Corolla(complex(hand.near(8, 14), -320), 98, hand.near(0, 12), 44)
    bud = complex(hand.near(-84, 8), -190)
    path = stroke(bowed(0j, bud, -14)) + stroke(sprung(bud, -30, bud + complex(-34, 26), 178, 0.7))
    sheet.mark(path, Ink(line="line-leaf", weight=7))
    sheet.mark(dots([bud + complex(-34, 40), bud + complex(-34, 52)]), Ink(line="leaf-deep", weight=34))
    _stalk(sheet, hand, flower.centre, weight=8)
    _blades(sheet, hand, ((0, -56, 120), (10, 52, 120), (40, -30, 90)), 15)
    for around in (-42, 42, 122, 238, 180):
        sheet.mark(flower.round_petal(POPPY, around, hand, 0.05), Ink("petal-poppy", "line-poppy", weight=3.6))
    heart = [flower.point(0.12, 0.22, around) for around in ring(7)]
    sheet.mark(dots(heart), Ink(line="line-dusk", weight=13))
    sheet.mark(dots([flower.point(0.16, 0, 0)]), Ink(line="leaf", weight=22))


LILY: Shape = ((0, 0.07, 0.05), (0.6, 0.3, 0.22), (0.7, 1.1, 0))


def _lily(sheet: Sheet, hand: Hand) -> None:
    flower = Corolla(complex(-16, -290), 112, hand.near(24, 14), 48)
    _stalk(sheet, hand, flower.centre, weight=8)
    _blades(sheet, hand, ((40, -60, 120), (90, 58, 120), (140, -54, 100), (190, 60, 80)), 14)
    order = flower.far_first(ring(6, hand.near(0, 10)))
    for number, around in enumerate(order):
        tone = "deep-lily" if number < 2 else "petal-lily"
        sheet.mark(flower.pointed_petal(LILY, around, hand, 0.05), Ink(tone, "line-lily", weight=3.6))
    tips = [flower.point(1.05, 0.24, around) for around in ring(5)]
    sheet.mark("".join(polyline([flower.point(0.4, 0, 0), tip]) for tip in tips), Ink(line="line-leaf", weight=3))
    sheet.mark(dots(tips), Ink(line="eye-deep", weight=13))


def _sunflower(sheet: Sheet, hand: Hand) -> None:
    flower = Corolla(complex(hand.near(0, 14), -320), 96, hand.near(0, 16), 24)
    _stalk(sheet, hand, flower.centre, weight=11)
    _blades(sheet, hand, ((60, -66, 120), (110, 62, 120), (170, -56, 80)), 30)
    for tone, turn in (("deep-sunflower", 13), ("petal-sunflower", 0)):
        rays = [
            needle(bowed(flower.point(0, 0.3, around), flower.point(0, 1.04, around)), 15) for around in ring(14, turn)
        ]
        sheet.mark("".join(rays), Ink(tone, "line-sunflower", weight=3))
    sheet.mark(dots([flower.centre]), Ink(line="bark", weight=84))
    sheet.mark(dots([flower.centre]), Ink(line="seed", weight=60))


def _cherry_blossom(sheet: Sheet, hand: Hand) -> None:
    twig = bowed(0j, complex(40, -380), -26)
    other = bowed(twig.at(0.35), complex(-104, -300), 16)
    sheet.mark(stroke(twig) + stroke(other), Ink(line="line-bark", weight=13))
    heads = [
        at + hand.aside(8)
        for at in (
            twig.at(0.98),
            twig.at(0.78) + 46,
            twig.at(0.66) - 26,
            twig.at(0.5) + 40,
            other.end,
            other.at(0.55) - 10j,
        )
    ]
    petals = "".join(_bloom_dots(head, 25, hand.between(0, 72)) for head in heads)
    sheet.mark(petals, Ink(line="line-cherry-blossom", weight=39))
    sheet.mark(petals, Ink(line="petal-cherry-blossom", weight=35))
    sheet.mark(dots(heads), Ink(line="deep-cherry-blossom", weight=27))
    sheet.mark(dots(heads), Ink(line="line-cherry-blossom", weight=9))


def _jasmine(sheet: Sheet, hand: Hand) -> None:
    vine = [complex(0, 0), complex(-40, -110), complex(24, -220), complex(-6, -350)]
    sheet.mark(curve(vine), Ink(line="line-leaf", weight=7))
    _blades(sheet, hand, ((60, -76, 90), (90, 64, 100), (150, -60, 100), (200, 70, 90), (290, 58, 70)), 17)
    heads = [complex(x, y) + hand.aside(7) for x, y in ((-72, -236), (70, -262), (-20, -330), (12, -214), (80, -160))]
    stars = "".join(
        needle(bowed(head, head + toward(turn + around, 56)), 13)
        for head in heads
        for turn in [hand.between(0, 72)]
        for around in ring(5)
    )
    sheet.mark(stars, Ink("petal-jasmine", "line-jasmine", weight=3.4))
    sheet.mark(dots(heads), Ink(line="eye", weight=13))


def _cornflower(sheet: Sheet, hand: Hand) -> None:
    _blades(sheet, hand, ((20, -34, 140), (50, 32, 140), (110, -30, 100)), 7, "frost")
    for x, y, radius in ((-62, -230, 62), (28, -310, 88)):
        flower = Corolla(complex(x, y) + hand.aside(6), radius, hand.near(x * 0.15, 8), 60)
        foot = flower.point(-0.55, 0, 0)
        _stalk(sheet, hand, foot, "frost", weight=7)
        florets = ""
        for around in ring(9, hand.between(0, 40)):
            edge = [
                flower.point(0.1 + 0.4 * out, out, around, aside)
                for out, aside in ((0.05, 0), (0.95, -0.26), (0.82, -0.08), (1.1, 0.0), (0.82, 0.1), (0.95, 0.28))
            ]
            florets += polyline(edge, closed=True)
        sheet.mark(florets, Ink("petal-cornflower", "line-cornflower", weight=3.6))
        cup = bowed(foot, flower.point(0.12, 0, 0))
        sheet.mark(lobe(cup, (6, radius * 0.25, radius * 0.24, 0)), Ink("frost", "line-frost", weight=3))
        sheet.mark(
            dots([flower.point(0.34, 0.14, around) for around in ring(4)]),
            Ink(line="deep-lavender", weight=radius * 0.2),
        )


SPRIGS: Mapping[Flower, Callable[[Sheet, Hand], None]] = MappingProxyType(
    {
        Flower.SNOWDROP: _snowdrop,
        Flower.FORGET_ME_NOT: _forget_me_not,
        Flower.DAISY: _daisy,
        Flower.LAVENDER: _lavender,
        Flower.ROSEMARY: _rosemary,
        Flower.ROSE: _rose,
        Flower.POPPY: _poppy,
        Flower.LILY: _lily,
        Flower.SUNFLOWER: _sunflower,
        Flower.CHERRY_BLOSSOM: _cherry_blossom,
        Flower.JASMINE: _jasmine,
        Flower.CORNFLOWER: _cornflower,
    }
)


def draw_sprig(flower: Flower, hand: Hand, name: str) -> str:
    """One sprig as the inside of a group."""
    sheet = Sheet(name, pen=1)
    SPRIGS[flower](sheet, hand)
    return sheet.contents()
