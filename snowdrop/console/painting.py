"""Paints quiet landscapes that stand in for photographs, in the demo and in tests; the same seed, the same picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from random import Random
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

_SKETCH_SIDE: Final = 1600
_GRAIN_SIDE: Final = 512


@dataclass(frozen=True, slots=True)
class _Palette:
    zenith: str
    horizon: str
    light: str
    far: str
    near: str
    water: str


class Light(Enum):
    """The hour and season of a landscape."""

    MORNING = _Palette("#8fb3d0", "#f6e3d0", "#fff6e2", "#a9b7c6", "#3f5a45", "#cfdbe0")
    EVENING = _Palette("#5b6a93", "#f2b48c", "#ffe0b0", "#8b7f9c", "#35433f", "#d9a98c")
    SNOW = _Palette("#a8bccd", "#eef1f3", "#ffffff", "#c4cfd8", "#7e8f98", "#b5c4cf")
    SUMMER = _Palette("#5d9bd3", "#d8ecf5", "#fffbe6", "#8fb0a5", "#4d7a3a", "#7fb4cf")


def paint_landscape(
    size: tuple[int, int] = (1600, 1200), *, seed: int = 1, light: Light = Light.MORNING
) -> Image.Image:
    """Sky, hills and water in RGB, with the sun at the upper left and a lake at the lower right, so that up is up."""
    chance = Random(seed)
    sketch = _sky(_sketch_size(size), light.value)
    _add_sun(sketch, light.value, chance)
    for depth in range(4):
        _add_hills(sketch, light.value, chance, depth / 3)
    _add_lake(sketch, light.value, chance)
    _add_flowers(sketch, chance)
    return _with_grain(sketch.resize(size, Image.Resampling.BICUBIC), chance)


def _sketch_size(size: tuple[int, int]) -> tuple[int, int]:
    scale = min(1.0, _SKETCH_SIDE / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _sky(size: tuple[int, int], palette: _Palette) -> Image.Image:
    downwards = Image.linear_gradient("L").resize(size)
    return ImageOps.colorize(downwards, palette.zenith, palette.horizon, palette.horizon, midpoint=150)


def _add_sun(sketch: Image.Image, palette: _Palette, chance: Random) -> None:
    width, height = sketch.size
    x, y = width * chance.uniform(0.14, 0.22), height * chance.uniform(0.14, 0.2)
    glow = Image.new("L", sketch.size)
    for reach, strength in ((0.30, 40), (0.18, 80), (0.10, 150), (0.055, 255)):
        radius = reach * min(sketch.size)
        ImageDraw.Draw(glow).ellipse((x - radius, y - radius, x + radius, y + radius), fill=strength)
    sketch.paste(palette.light, mask=glow.filter(ImageFilter.GaussianBlur(min(sketch.size) * 0.03)))


def _add_hills(sketch: Image.Image, palette: _Palette, chance: Random, nearness: float) -> None:
    width, height = sketch.size
    base = height * (0.48 + 0.3 * nearness)
    waves = [(chance.uniform(0.6, 3.4), chance.uniform(0, math.tau), chance.uniform(0.2, 1)) for _ in range(5)]
    ridge = [(x, base - 0.035 * height * _swell(x / width, waves)) for x in range(0, width + 8, 8)]
    hills = Image.new("L", sketch.size)
    ImageDraw.Draw(hills).polygon([(0, height), *ridge, (width, height)], fill=255)
    sketch.paste(_between(palette.far, palette.near, nearness), mask=hills.filter(ImageFilter.GaussianBlur(1.5)))


def _swell(place: float, waves: list[tuple[float, float, float]]) -> float:
    return sum(strength * math.sin(math.tau * rate * place + phase) for rate, phase, strength in waves)


def _add_lake(sketch: Image.Image, palette: _Palette, chance: Random) -> None:
    width, height = sketch.size
    lake = Image.new("L", sketch.size)
    left = width * chance.uniform(0.56, 0.62)
    ImageDraw.Draw(lake).ellipse((left, height * 0.8, width * 1.12, height * 0.97), fill=235)
    sketch.paste(palette.water, mask=lake.filter(ImageFilter.GaussianBlur(min(sketch.size) * 0.006)))


def _add_flowers(sketch: Image.Image, chance: Random) -> None:
    """White dots in the grass of the lower left corner."""
    width, height = sketch.size
    draw = ImageDraw.Draw(sketch)
    for _ in range(90):
        x, y = width * chance.betavariate(1.2, 4) * 0.7, height * chance.uniform(0.84, 0.99)
        radius = min(sketch.size) * 0.0016 * (1 + 3 * (y / height - 0.8) / 0.2)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill="#f4f4ee")


def _with_grain(picture: Image.Image, chance: Random) -> Image.Image:
    """A little noise, as every real photograph has."""
    grain = Image.frombytes("L", (_GRAIN_SIDE, _GRAIN_SIDE), chance.randbytes(_GRAIN_SIDE**2)).filter(
        ImageFilter.GaussianBlur(0.6)
    )
    tile = grain.point(lambda value: round(128 + (value - 128) * 0.07))
    sheet = Image.new("L", picture.size)
    for left in range(0, picture.width, _GRAIN_SIDE):
        for top in range(0, picture.height, _GRAIN_SIDE):
            sheet.paste(tile, (left, top))
    return ImageChops.add(picture, Image.merge("RGB", [sheet] * 3), offset=-128)


def _between(first: str, second: str, share: float) -> tuple[int, int, int]:
    one, other = (Image.new("RGB", (1, 1), colour) for colour in (first, second))
    red, green, blue = Image.blend(one, other, share).tobytes()
    return red, green, blue
