"""Looks at what the darkroom made, as an independent reader would."""

from __future__ import annotations

import io
import os
from typing import BinaryIO

from PIL import Image, ImageChops, ImageStat

from snowdrop.media import darkroom
from snowdrop.media.order import Answer, Print
from snowdrop.media.vocabulary import Format
from tests.world import photographs

SIZE = (400, 300)


def in_memory(content: bytes) -> BinaryIO:
    file = os.fdopen(os.memfd_create("photograph"), "w+b")
    file.write(content)
    file.flush()
    return file


def developed(content: bytes, taken_as: Format = Format.JPEG) -> Answer:
    with in_memory(content) as source:
        return darkroom.develop(source, taken_as)


def looked_at(made: Print) -> Image.Image:
    """The print as an independent reader sees it, which applies every orientation that it finds."""
    picture = Image.open(io.BytesIO(made.content))
    picture.load()
    return picture


def distance(one: Image.Image, other: Image.Image) -> float:
    """Mean difference per channel, 0 to 255."""
    small = [picture.convert("RGB").resize((48, 48), Image.Resampling.BOX) for picture in (one, other)]
    return sum(ImageStat.Stat(ImageChops.difference(*small)).mean) / 3


def sides_of(answer: Answer) -> dict[str, tuple[int, int]]:
    return {made.name: (made.width, made.height) for made in answer.prints}


def is_upright(answer: Answer, orientation: int, size: tuple[int, int] = SIZE) -> bool:
    """Nearer to the scene as it should be seen than to the same scene turned in any other way."""
    scene = photographs.the_scene(size, orientation)
    seen = looked_at(answer.prints[0])
    turned = [distance(seen, scene.transpose(turn)) for turn in Image.Transpose]
    return seen.size == scene.size and distance(seen, scene) < 4 < min(turned) - 4
