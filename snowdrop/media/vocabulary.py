"""The words of the media room: which photographs come in, how large they may be, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final


class Format(Enum):
    """A kind of photograph that the room takes in, with the name of its decoder in Pillow and its media type."""

    JPEG = ("JPEG", "image/jpeg")
    PNG = ("PNG", "image/png")
    WEBP = ("WEBP", "image/webp")
    HEIC = ("HEIF", "image/heic")
    AVIF = ("AVIF", "image/avif")

    def __init__(self, decoder: str, mime: str) -> None:
        self.decoder = decoder
        self.mime = mime


class OtherKind(StrEnum):
    """What a file that is not taken in seems to be, so that the answer can say so."""

    PDF = "pdf"
    GIF = "gif"
    MARKUP = "markup"
    VIDEO = "video"
    SOUND = "sound"
    ARCHIVE = "archive"
    TIFF = "tiff"
    RAW = "raw"
    JPEG_XL = "jpeg_xl"
    BITMAP = "bitmap"
    DESIGN = "design"
    PROGRAM = "program"


class PictureState(StrEnum):
    """Where a photograph is between its arrival, being looked at, and being gone."""

    ARRIVING = "arriving"
    PREPARING = "preparing"
    READY = "ready"
    REFUSED = "refused"
    DISCARDED = "discarded"


class PrintFormat(Enum):
    """What photographs are published as.

    WebP, because every browser since 2020 shows it and it is about a third lighter than JPEG; JPEG beside it for older
    phones, link cards, mail and the printed book. AVIF would be lighter still and takes twice the time to make.
    """

    WEBP = ("WEBP", "webp", "image/webp")
    JPEG = ("JPEG", "jpeg", "image/jpeg")

    def __init__(self, encoder: str, ending: str, mime: str) -> None:
        self.encoder = encoder
        self.ending = ending
        self.mime = mime


@dataclass(frozen=True, slots=True)
class PrintSize:
    """A published size: its name and its longest side in pixels."""

    name: str
    longest_side: int


PRINT_SIZES: Final = (PrintSize("small", 480), PrintSize("medium", 1200), PrintSize("large", 2000))
"""From small to large. 2000 and not 2048, because a 12 megapixel photograph is 4000 or 4032 pixels long: its JPEG can
then be decoded at half size, in half the time."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one photograph may cost, in bytes of file, pixels, bytes of memory, seconds and bytes of prints."""

    file_bytes: int = 60 * 1024 * 1024
    pixels: int = 65_000_000
    memory: int = 1536 * 1024 * 1024
    processor_seconds: int = 8
    slow_format_seconds: int = 30
    wall_seconds: float = 45
    print_bytes: int = 24 * 1024 * 1024

    def processor_seconds_for(self, taken_as: Format | None) -> int:
        """HEIC and AVIF take about five times as long to read as the others, more on a small computer."""
        return self.slow_format_seconds if taken_as in (Format.HEIC, Format.AVIF) else self.processor_seconds


LIMITS: Final = Limits()
"""65 megapixels let through every phone at 12, 48, 50 and 64 and cameras up to 61."""


def print_name(size: PrintSize, made_as: PrintFormat) -> str:
    """The name of a rendition, fit for an address: "small.webp"."""
    return f"{size.name}.{made_as.ending}"
