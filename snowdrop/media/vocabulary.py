"""The words of the media room: which photographs and recordings come in, what they may cost, what is made of them."""

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


class RecordingFormat(Enum):
    """A kind of video or sound file that the room takes in, with its demuxer in FFmpeg and its media type."""

    MP4 = ("mov", "video/mp4")
    MOV = ("mov", "video/quicktime")
    WEBM = ("matroska", "video/webm")
    MATROSKA = ("matroska", "video/x-matroska")
    M4A = ("mov", "audio/mp4")
    WEBM_SOUND = ("matroska", "audio/webm")
    MP3 = ("mp3", "audio/mpeg")
    AAC = ("aac", "audio/aac")
    OGG = ("ogg", "audio/ogg")
    WAV = ("wav", "audio/wav")

    def __init__(self, demuxer: str, mime: str) -> None:
        self.demuxer = demuxer
        self.mime = mime


class RecordingKind(StrEnum):
    """What a recording is: there is something to see in it, or only to hear."""

    VIDEO = "video"
    VOICE = "voice"


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
    """Where a photograph or a recording is between its arrival, being looked at, and being gone."""

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


@dataclass(frozen=True, slots=True)
class RecordingLimits:
    """What one recording may cost, in bytes, pixels, streams, seconds, frames and bytes of memory.

    Wall and processor time grow with its length: `wall_seconds` and `wall_seconds_each` for every second of it.
    """

    file_bytes: int = 512 * 1024 * 1024
    seconds: int = 30 * 60
    pixels: int = 10_000_000
    frames: int = 30 * 60 * 31
    streams: int = 16
    memory: int = 2 * 1024 * 1024 * 1024
    track_bytes: int = 384 * 1024 * 1024
    still_bytes: int = 2 * 1024 * 1024
    look_seconds: float = 8
    wall_seconds: float = 60
    wall_seconds_each: float = 20


RECORDING_LIMITS: Final = RecordingLimits()
"""512 MB are three minutes of a phone's 4K video, eight of its ordinary one, hours of a voice. While it is made ready
it is in memory once, and what is made of it beside it: 896 MB at the most, and at the most 2 GB that FFmpeg itself may
take. 10 megapixels let through the 4K of cinemas (4096 by 2304). 20 seconds for one are what a small computer needs."""

LONGEST_SIDE: Final = 1920
SHORTEST_SIDE: Final = 1080
MOST_FRAMES_A_SECOND: Final = 30
"""What a published video is at the most. Half the frames of one at 50 or 60 are left out, so that motion stays even."""

STILLS: Final = 4
"""How many stills a family can choose from."""


def still_name(number: int) -> str:
    """The name of a still, from 1 on: "still-1.webp"."""
    return f"still-{number}.webp"


TRACK_NAMES: Final = {RecordingKind.VIDEO: ("video.mp4", "video/mp4"), RecordingKind.VOICE: ("voice.m4a", "audio/mp4")}
"""The name and media type of what is published of each kind."""
STILL_MIME: Final = "image/webp"


def captions_name(language: str) -> str:
    """The name of captions in a language: "captions-en.vtt"."""
    return f"captions-{language}.vtt"


def captions_language(name: str) -> str:
    """The language of captions by their name; nothing if it is the name of something else."""
    is_captions = name.startswith("captions-") and name.endswith(".vtt")
    return name.removeprefix("captions-").removesuffix(".vtt") if is_captions else ""


CAPTIONS_MIME: Final = "text/vtt; charset=utf-8"
