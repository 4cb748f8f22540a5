"""The twelve flowers, the accent that each lends to a memorial, and what a drawing refuses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from .colour import Oklch

PAPER = Oklch(0.98, 0.01, 85)
"""The page in the morning; every morning accent is legible on it."""

NIGHT = Oklch(0.21, 0.015, 260)
"""The page at night; every night accent is legible on it."""


class Flower(StrEnum):
    """A flower that can be given, gathered into a meadow, or chosen for a memorial."""

    SNOWDROP = "snowdrop"
    FORGET_ME_NOT = "forget-me-not"
    DAISY = "daisy"
    LAVENDER = "lavender"
    ROSEMARY = "rosemary"
    ROSE = "rose"
    POPPY = "poppy"
    LILY = "lily"
    SUNFLOWER = "sunflower"
    CHERRY_BLOSSOM = "cherry-blossom"
    JASMINE = "jasmine"
    CORNFLOWER = "cornflower"


@dataclass(frozen=True, slots=True)
class Accent:
    """A flower's colour for text and links, as CSS `oklch()` strings: at least 4.5 : 1 on the page of its scheme."""

    morning: str
    night: str


class DrawingRefused(ValueError):
    """Something was asked of the drawings that they cannot draw."""


class UnknownFlower(DrawingRefused):
    """Not one of the twelve flowers."""


class UnknownKind(DrawingRefused):
    """Not one of the nine kinds of comfort."""


class ImpossibleNumber(DrawingRefused):
    """A number of flowers below zero, or not a whole number."""


class ImpossibleSize(DrawingRefused):
    """A size that is not a positive number of pixels."""


def known_flower(name: str) -> Flower:
    """The flower of that name; raises `UnknownFlower` for any other."""
    try:
        return Flower(name)
    except ValueError:
        raise UnknownFlower(f"There is no drawing of a flower called {name!r}.") from None


def checked_size(size: float) -> float:
    """The size, in pixels; raises `ImpossibleSize` when it is not above zero."""
    if not size > 0:
        raise ImpossibleSize(f"A drawing cannot be {size!r} pixels wide.")
    return size


def _accent(hue: float, morning: tuple[float, float], night: tuple[float, float]) -> Accent:
    return Accent(morning=str(Oklch(*morning, hue)), night=str(Oklch(*night, hue)))


ACCENTS: Mapping[Flower, Accent] = MappingProxyType(
    {
        Flower.SNOWDROP: _accent(155, (0.46, 0.075), (0.82, 0.075)),
        Flower.FORGET_ME_NOT: _accent(252, (0.48, 0.115), (0.80, 0.085)),
        Flower.DAISY: _accent(82, (0.49, 0.090), (0.84, 0.095)),
        Flower.LAVENDER: _accent(298, (0.48, 0.120), (0.80, 0.085)),
        Flower.ROSEMARY: _accent(190, (0.46, 0.065), (0.81, 0.065)),
        Flower.ROSE: _accent(5, (0.49, 0.120), (0.81, 0.085)),
        Flower.POPPY: _accent(42, (0.50, 0.115), (0.81, 0.095)),
        Flower.LILY: _accent(345, (0.48, 0.095), (0.83, 0.070)),
        Flower.SUNFLOWER: _accent(68, (0.49, 0.100), (0.84, 0.110)),
        Flower.CHERRY_BLOSSOM: _accent(358, (0.50, 0.105), (0.84, 0.070)),
        Flower.JASMINE: _accent(125, (0.47, 0.085), (0.84, 0.085)),
        Flower.CORNFLOWER: _accent(268, (0.47, 0.145), (0.79, 0.095)),
    }
)
