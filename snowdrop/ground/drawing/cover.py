"""A memorial's own cover: one flower, growing in a wide morning with much air."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .flowers import SIDE, STEMS
from .hand import Hand, Seed, name_for
from .line import GRAIN, curve, polyline
from .sheet import Ink, Sheet, svg
from .vocabulary import Flower, known_flower

WIDE, HIGH = 1200, 600
PEN = 4.4


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one stem stands: its foot, its turn in degrees, its scale, which of the two stems it is, and how near."""

    foot: complex
    turn: float
    scale: float
    stem: str
    mirrored: bool = False
    strength: float = 1.0


GROWING = (
    Stand(complex(325, 604), -4, 0.23, "b", True, 0.36),
    Stand(complex(1105, 606), 5, 0.27, "a", True, 0.4),
    Stand(complex(628, 606), -3, 0.30, "a", False, 0.45),
    Stand(complex(868, 610), 4, 0.33, "b", True, 0.55),
    Stand(complex(500, 622), -8, 0.39, "b"),
    Stand(complex(985, 628), 9, 0.43, "b", True),
    Stand(complex(742, 634), 1, 0.55, "a"),
)
"""Flowers that stand in the ground: pale ones far behind, three near."""

LEANING = (
    Stand(complex(1010, -60), -150, 0.40, "b", True, 0.5),
    Stand(complex(1215, 650), -34, 0.42, "b", False, 0.6),
    Stand(complex(1215, 40), -112, 0.48, "b", True),
    Stand(complex(1250, 385), -76, 0.66, "a"),
)
"""Twigs and climbers: they lean in from beside the picture."""

FROM_THE_SIDE = frozenset({Flower.CHERRY_BLOSSOM, Flower.JASMINE})


@lru_cache(maxsize=256)  # it costs milliseconds, some kilobytes, and is always the same
def draw_cover(flower: Flower | str, seed: Seed, *, title: str | None = None) -> str:
    """A wide cover (2 : 1) of that flower as an inline SVG element that fills its place and may lose its edges.

    Without a title it is hidden from screen readers. Raises `UnknownFlower`.
    """
    kind = known_flower(flower)
    name = name_for("cover", kind, seed)
    hand = Hand("cover", kind, seed)
    stands = LEANING if kind in FROM_THE_SIDE else GROWING
    stems = "".join(_stem(kind, seed, name, which) for which in "ab")
    spray = "".join(_placed(stand, name, hand) for stand in stands)
    ground = _ground(kind, name, hand)
    return svg(
        f"<defs>{stems}</defs>{ground}{spray}{_mist(name)}", box=(WIDE, HIGH), name=name, title=title, fitted=False
    )


def _stem(kind: Flower, seed: Seed, name: str, which: str) -> str:
    """One of two stems, drawn once; the first, which stands in front, with its fine detail."""
    sheet = Sheet(name + which, pen=PEN, fine=which == "a", washed=False)
    STEMS[kind](sheet, Hand("cover", kind, seed, which))
    return f'<g id="{name}-{which}">{sheet.contents()}</g>'


def _placed(stand: Stand, name: str, hand: Hand) -> str:
    foot = (stand.foot + complex(hand.near(0, 22), 0)) / GRAIN
    scale = hand.about(stand.scale, 0.05)
    across = -scale if stand.mirrored else scale
    faded = f' opacity="{stand.strength:g}"' if stand.strength < 1 else ""
    move = f"translate({foot.real:.0f} {foot.imag:.0f})rotate({hand.near(stand.turn, 3):.0f})scale({across:.2f} {scale:.2f})"
    root = f"translate({-SIDE / 2 / GRAIN:.0f} {-0.98 * SIDE / GRAIN:.0f})"
    return f'<use href="#{name}-{stand.stem}" transform="{move}{root}"{faded}/>'


def _ground(kind: Flower, name: str, hand: Hand) -> str:
    """The morning: thin sky, a low light, far hills, and a pool of the flower's own colour."""
    sheet = Sheet(name + "g", pen=2)
    sky = sheet.fall("sky", 0j, complex(0, HIGH), ((0, "sky-high", 0.9), (0.62, "sky-low", 0.75), (1, "paper", 1)))
    sheet.mark(_whole_picture(), Ink(sky))
    sun = complex(hand.near(300, 40), hand.near(235, 25))
    sheet.mark(
        _whole_picture(),
        Ink(
            sheet.glow(
                "sun", sun, 430, ((0, "light", 0.95), (0.25, "light", 0.45), (0.6, "light", 0.14), (1, "light", 0))
            ),
            soft=True,
        ),
    )
    for level, rise, strength in ((430, 46, 0.5), (490, 34, 0.6)):
        crest = [complex(-20 + 207 * step, level + hand.near(0, rise)) for step in range(7)]
        path = curve([complex(-30, HIGH + 20), *crest, complex(WIDE + 30, HIGH + 20)]) + "z"
        sheet.mark(path, Ink("hill-far", fill_opacity=strength))
    tone = f"deep-{kind}" if kind not in WHITE else "mist"
    pool = sheet.glow("pool", complex(800, 270), 420, ((0, tone, 0.28), (1, tone, 0)))
    sheet.mark(_whole_picture(), Ink(pool, soft=True))
    return sheet.contents()


WHITE = frozenset({Flower.SNOWDROP, Flower.DAISY, Flower.JASMINE})


def _mist(name: str) -> str:
    """What lies over the feet of the stems."""
    sheet = Sheet(name + "m", pen=2)
    veil = sheet.fall("veil", complex(0, 440), complex(0, HIGH), ((0, "paper", 0), (1, "paper", 0.85)))
    sheet.mark(_rectangle(440, HIGH), Ink(veil))
    return sheet.contents()


def _whole_picture() -> str:
    return _rectangle(0, HIGH)


def _rectangle(top: float, bottom: float) -> str:
    corners: Sequence[complex] = (complex(0, top), complex(WIDE, top), complex(WIDE, bottom), complex(0, bottom))
    return polyline(corners, closed=True)
