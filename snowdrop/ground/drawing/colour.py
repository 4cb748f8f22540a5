"""Colours as the eye sees them: OKLCH to hexadecimal, and the contrast between two of them."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Oklch:
    """A colour in OKLCH: lightness 0 to 1, chroma 0 to about 0.4, hue in degrees."""

    lightness: float
    chroma: float
    hue: float

    def __str__(self) -> str:
        return f"oklch({self.lightness:g} {self.chroma:g} {self.hue:g})"


def hexadecimal(colour: Oklch) -> str:
    """The colour as `#rrggbb`; what a screen cannot show is clipped to what it can."""
    return "#" + "".join(f"{round(_encoded(channel) * 255):02x}" for channel in _linear_rgb(colour))


def contrast(one: Oklch, other: Oklch) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _linear_rgb(colour: Oklch) -> tuple[float, float, float]:
    """Linear sRGB from OKLCH, with the matrices of CSS Color 4, section 10.8."""
    a = colour.chroma * math.cos(math.radians(colour.hue))
    b = colour.chroma * math.sin(math.radians(colour.hue))
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    return _clipped(red), _clipped(green), _clipped(blue)


def _clipped(channel: float) -> float:
    return min(1.0, max(0.0, channel))


def _encoded(channel: float) -> float:
    """One linear channel with the sRGB transfer curve."""
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def _luminance(colour: Oklch) -> float:
    red, green, blue = _linear_rgb(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
