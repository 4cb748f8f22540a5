"""What a recording holds, as FFmpeg tells it: how long it is, what can be seen and heard in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_LENGTH: Final = re.compile(r"^  Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)", re.MULTILINE)
_STREAM: Final = re.compile(r"^  Stream #0:\d+[^:\n]*: (\w+): (.*)$", re.MULTILINE)
"""Lines of the stream list begin with two blanks, everything that a file says of itself with four or more."""
_SIDES: Final = re.compile(r", (\d{1,6})x(\d{1,6})(?=[ ,\n]|$)")
_RATE: Final = re.compile(r", (\d+(?:\.\d+)?)(k?) fps")
_PIXEL_SIDES: Final = re.compile(r"SAR (\d+):(\d+)")
_HIGH_RANGE: Final = re.compile(r"\b(?:smpte2084|arib-std-b67)\b")
_TOO_FINE: Final = re.compile(r"Picture size [1-9]\d*x[1-9]\d* ")
"""How FFmpeg complains of a picture whose sides it does not even try."""
_COVER: Final = "(attached pic)"


@dataclass(frozen=True, slots=True)
class Contents:
    """The first picture stream of a recording (sides as stored, before it is turned upright) and whether it has sound.

    `seconds` is None where the file does not say. `rate` is in frames a second, None if they come as they like.
    """

    seconds: float | None
    streams: int
    has_attachments: bool
    is_too_fine: bool
    has_video: bool
    has_sound: bool
    width: int = 0
    height: int = 0
    rate: float | None = None
    high_range: bool = False
    square_pixels: bool = True


def read_contents(words: str) -> Contents | None:
    """Reads FFmpeg's list of streams; None if there is none. What it says is a stranger's: it only chooses settings."""
    streams = [(kind, more) for kind, more in _STREAM.findall(words)]
    if not streams:
        return None
    seen = [more for kind, more in streams if kind == "Video" and _COVER not in more]
    kinds = [kind for kind, _more in streams]
    first = seen[0] if seen else ""
    width, height = map(int, sides.groups()) if (sides := _SIDES.search(first)) else (0, 0)
    return Contents(
        seconds=_length(words),
        streams=len(streams),
        has_attachments="Attachment" in kinds,
        is_too_fine=bool(_TOO_FINE.search(words)),
        has_video=bool(seen),
        has_sound="Audio" in kinds,
        width=width,
        height=height,
        rate=_rate(first),
        high_range=bool(_HIGH_RANGE.search(first)),
        square_pixels=_has_square_pixels(first),
    )


def _length(words: str) -> float | None:
    said = _LENGTH.search(words)
    return int(said[1]) * 3600 + int(said[2]) * 60 + float(said[3]) if said else None


def _rate(stream: str) -> float | None:
    said = _RATE.search(stream)
    return float(said[1]) * (1000 if said[2] else 1) if said else None


def _has_square_pixels(stream: str) -> bool:
    said = _PIXEL_SIDES.search(stream)
    return said is None or said[1] == said[2] or "0" in (said[1], said[2])
