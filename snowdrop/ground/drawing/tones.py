"""The box of paints: every tone that a drawing uses, in the morning and at night."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .colour import Oklch, hexadecimal
from .vocabulary import Flower

Paint = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Tone:
    """One paint: lightness, chroma and hue in OKLCH for each scheme."""

    morning: Oklch
    night: Oklch


def fallback(tone: str) -> str:
    """The morning colour that a drawing carries itself, for where no stylesheet reaches it."""
    return _FALLBACKS[tone]


def line_class(tone: str) -> str:
    """The class of a line in that tone; a tone made for filling lends itself to dots under a class of its own."""
    return f"d-{tone}" if tone.startswith("line") else f"d-dots-{tone}"


def _tone(morning: Paint, night: Paint) -> Tone:
    return Tone(Oklch(*morning), Oklch(*night))


def _petals(flower: Flower, petal: Paint, deep: Paint, line: Paint) -> dict[str, Tone]:
    """The three tones of a flower; at night the same paint, seen by less light."""
    return {
        f"petal-{flower}": _tone(petal, _dimmed(petal, 0.90)),
        f"deep-{flower}": _tone(deep, _dimmed(deep, 0.85)),
        f"line-{flower}": _tone(line, _dimmed(line, 0.92)),
    }


def _dimmed(paint: Paint, share: float) -> Paint:
    lightness, chroma, hue = paint
    return round(lightness * share, 3), round(chroma * 0.92, 3), hue


TONES: Mapping[str, Tone] = MappingProxyType(
    {
        "line": _tone((0.42, 0.025, 150), (0.80, 0.020, 150)),
        "line-emblem": _tone((0.43, 0.065, 160), (0.86, 0.045, 160)),
        "paper": _tone((0.985, 0.008, 85), (0.235, 0.015, 260)),
        "mist": _tone((0.88, 0.028, 190), (0.40, 0.040, 235)),
        "warm": _tone((0.92, 0.050, 75), (0.36, 0.030, 70)),
        "leaf": _tone((0.86, 0.058, 128), (0.56, 0.050, 145)),
        "leaf-deep": _tone((0.70, 0.075, 136), (0.42, 0.050, 150)),
        "line-leaf": _tone((0.54, 0.062, 142), (0.74, 0.050, 145)),
        "frost": _tone((0.86, 0.034, 160), (0.57, 0.035, 180)),
        "frost-deep": _tone((0.70, 0.046, 168), (0.43, 0.040, 190)),
        "line-frost": _tone((0.54, 0.045, 172), (0.74, 0.035, 180)),
        "green": _tone((0.72, 0.130, 135), (0.66, 0.110, 135)),
        "eye": _tone((0.89, 0.120, 95), (0.83, 0.110, 92)),
        "eye-deep": _tone((0.77, 0.135, 78), (0.70, 0.120, 76)),
        "line-eye": _tone((0.60, 0.110, 70), (0.55, 0.095, 70)),
        "bark": _tone((0.66, 0.045, 50), (0.52, 0.035, 50)),
        "line-bark": _tone((0.44, 0.040, 45), (0.68, 0.035, 50)),
        "seed": _tone((0.53, 0.055, 52), (0.40, 0.045, 50)),
        "line-seed": _tone((0.40, 0.045, 48), (0.30, 0.035, 45)),
        "dusk": _tone((0.46, 0.055, 320), (0.34, 0.040, 325)),
        "line-dusk": _tone((0.38, 0.050, 315), (0.30, 0.035, 320)),
        "sky-high": _tone((0.915, 0.026, 225), (0.28, 0.040, 262)),
        "sky-low": _tone((0.96, 0.024, 62), (0.36, 0.045, 275)),
        "light": _tone((0.985, 0.035, 88), (0.78, 0.030, 95)),
        "hill-far": _tone((0.89, 0.024, 190), (0.33, 0.034, 235)),
        "hill-near": _tone((0.87, 0.040, 150), (0.30, 0.034, 190)),
        "field-far": _tone((0.925, 0.040, 118), (0.33, 0.036, 165)),
        "field-near": _tone((0.875, 0.062, 126), (0.27, 0.036, 160)),
        "grass": _tone((0.79, 0.075, 128), (0.43, 0.050, 150)),
        "grass-deep": _tone((0.70, 0.074, 136), (0.36, 0.046, 155)),
        **_petals(Flower.SNOWDROP, (0.992, 0.003, 150), (0.885, 0.022, 185), (0.56, 0.030, 180)),
        **_petals(Flower.FORGET_ME_NOT, (0.88, 0.052, 246), (0.77, 0.088, 252), (0.59, 0.088, 257)),
        **_petals(Flower.DAISY, (0.992, 0.004, 60), (0.92, 0.017, 300), (0.64, 0.026, 300)),
        **_petals(Flower.LAVENDER, (0.83, 0.070, 304), (0.70, 0.100, 299), (0.54, 0.092, 296)),
        **_petals(Flower.ROSEMARY, (0.88, 0.042, 268), (0.77, 0.075, 272), (0.56, 0.080, 274)),
        **_petals(Flower.ROSE, (0.95, 0.024, 18), (0.80, 0.092, 9), (0.60, 0.088, 8)),
        **_petals(Flower.POPPY, (0.86, 0.082, 42), (0.75, 0.122, 38), (0.59, 0.112, 36)),
        **_petals(Flower.LILY, (0.985, 0.010, 50), (0.88, 0.056, 4), (0.63, 0.060, 6)),
        **_petals(Flower.SUNFLOWER, (0.92, 0.105, 95), (0.83, 0.125, 80), (0.64, 0.108, 68)),
        **_petals(Flower.CHERRY_BLOSSOM, (0.972, 0.016, 10), (0.87, 0.064, 6), (0.66, 0.072, 4)),
        **_petals(Flower.JASMINE, (0.992, 0.006, 100), (0.90, 0.038, 118), (0.57, 0.040, 140)),
        **_petals(Flower.CORNFLOWER, (0.77, 0.098, 264), (0.64, 0.135, 268), (0.49, 0.125, 270)),
    }
)

_FALLBACKS: Mapping[str, str] = MappingProxyType({name: hexadecimal(tone.morning) for name, tone in TONES.items()})
