"""One flower as a drawing of its own: a single botanical stem."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from .hand import Hand, Seed, name_for
from .line import GRAIN
from .sheet import Sheet, svg
from .species import bells, cups, rays, spikes, stars
from .vocabulary import Flower, checked_size, known_flower

SIDE = 1000
"""The square on which every flower is drawn, in units."""

FINE_FROM = 80
"""Below this many pixels veins and creases are left out: they would only darken the drawing."""

STEMS: Mapping[Flower, Callable[[Sheet, Hand], None]] = MappingProxyType(
    {
        Flower.SNOWDROP: bells.snowdrop,
        Flower.FORGET_ME_NOT: stars.forget_me_not,
        Flower.DAISY: rays.daisy,
        Flower.LAVENDER: spikes.lavender,
        Flower.ROSEMARY: spikes.rosemary,
        Flower.ROSE: cups.rose,
        Flower.POPPY: cups.poppy,
        Flower.LILY: bells.lily,
        Flower.SUNFLOWER: rays.sunflower,
        Flower.CHERRY_BLOSSOM: stars.cherry_blossom,
        Flower.JASMINE: stars.jasmine,
        Flower.CORNFLOWER: rays.cornflower,
    }
)


@lru_cache(maxsize=256)  # it costs milliseconds, some kilobytes, and is always the same
def draw_flower(flower: Flower | str, seed: Seed, *, size: float = 96, title: str | None = None) -> str:
    """One stem of a flower as an inline SVG element, `size` pixels square; the same seed gives the same drawing.

    With a title it is named for screen readers, otherwise hidden from them. Give drawings on one page seeds of their
    own: the ids inside come from flower, seed and size. Raises `UnknownFlower` or `ImpossibleSize`.
    """
    kind, pixels = known_flower(flower), checked_size(size)
    name = name_for("flower", kind, seed, f"{pixels:g}")
    sheet = Sheet(name, pen=pen_for(pixels), fine=pixels >= FINE_FROM)
    hand = Hand(kind, seed)
    STEMS[kind](sheet, hand)
    contents = sheet.contents() if hand.either() > 0 else _mirrored(sheet.contents())
    return svg(contents, box=(SIDE, SIDE), size=(pixels, pixels), name=name, title=title)


def _mirrored(contents: str) -> str:
    """The same stem, turned the other way."""
    return f'<g transform="matrix(-1 0 0 1 {SIDE // GRAIN} 0)">{contents}</g>'


def pen_for(pixels: float) -> float:
    """The width of a fine line, in units: under a pixel when small, a little more when large."""
    return (0.7 + 0.5 * min(pixels, 400) / 400) * SIDE / pixels
