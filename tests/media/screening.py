"""Looks at what the cutting room made, as an independent reader would."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from snowdrop.media import cutting_room
from snowdrop.media.cutting_room import Cut
from snowdrop.media.memory import file_in_memory
from snowdrop.media.sniff import HEAD_BYTES, sniff_recording
from snowdrop.media.vocabulary import RECORDING_LIMITS, RecordingFormat, RecordingLimits
from tests.world import recordings


@dataclass(frozen=True)
class Screened:
    """What was made of a recording, and the bytes of its track."""

    cut: Cut
    track: bytes


def cut(
    content: bytes, taken_as: RecordingFormat | None = None, limits: RecordingLimits = RECORDING_LIMITS
) -> Screened:
    """Makes a recording ready, as what it is taken for by its first bytes."""
    known = taken_as or sniff_recording(content[:HEAD_BYTES])
    assert isinstance(known, RecordingFormat), known
    with file_in_memory() as original, file_in_memory() as product:
        original.write(content)
        original.flush()
        made = cutting_room.cut(original, product, known, limits=limits)
        product.seek(0)
        return Screened(made, product.read())


def said_of(track: bytes) -> str:
    """What another reader lists of a published file."""
    return recordings.ffmpeg("-f", "mp4", "-i", "-", given=track).stderr.decode()


def picture_at(track: bytes, seconds: float) -> Image.Image:
    """The picture of a published video at this moment, found by seeking."""
    ended = recordings.ffmpeg(
        *("-v", "error", "-ss", str(seconds), "-f", "mp4", "-i", "-", "-frames:v", "1", "-f", "image2pipe"),
        *("-c:v", "png", "-"),
        given=track,
    )
    return Image.open(io.BytesIO(ended.stdout))


def corners_of(picture: Image.Image) -> list[tuple[int, int, int]]:
    """The colours in the middle of the four fields of the scene."""
    width, height = picture.size
    upright = picture.convert("RGB")
    return [upright.getpixel((width * x // 4, height * y // 4)) for y in (1, 3) for x in (1, 3)]  # type: ignore[misc]


def is_the_scene(picture: Image.Image, *, tolerance: int = 40) -> bool:
    """Whether the four fields are where they should be."""
    return all(
        abs(seen - meant) <= tolerance
        for found, field in zip(corners_of(picture), recordings.CORNERS, strict=True)
        for seen, meant in zip(found, field, strict=True)
    )


def processes_of(parent: int) -> list[int]:
    """The processes that this one has started and that still run."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, above = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
            except OSError:
                continue
            found += [int(entry.name)] if int(above) == parent and state != "Z" else []
    return found
