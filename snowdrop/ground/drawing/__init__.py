"""The drawings: flowers, covers, meadows, small pictures and the emblem, drawn from a seed as inline SVG."""

from .cover import draw_cover
from .emblem import draw_emblem, favicon
from .flowers import draw_flower
from .kinds import draw_kind
from .meadow import Meadow, draw_meadow
from .meadow_words import MEADOW_PHRASES
from .square_code import draw_square_code
from .vocabulary import (
    ACCENTS,
    Accent,
    DrawingRefused,
    Flower,
    ImpossibleNumber,
    ImpossibleSize,
    UnknownFlower,
    UnknownKind,
)

__all__ = [
    "ACCENTS",
    "MEADOW_PHRASES",
    "Accent",
    "DrawingRefused",
    "Flower",
    "ImpossibleNumber",
    "ImpossibleSize",
    "Meadow",
    "UnknownFlower",
    "UnknownKind",
    "draw_cover",
    "draw_emblem",
    "draw_flower",
    "draw_kind",
    "draw_meadow",
    "draw_square_code",
    "favicon",
]
