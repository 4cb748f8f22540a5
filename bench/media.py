"""`python -m bench.media` (P8): photographs and a clip, beside the bare library doing the same work. JSON lines.

A photograph of 12 megapixels (JPEG, HEIC) to all sizes: the darkroom, a disposable process behind walls, and Pillow by
the same recipe in this one. Twenty seconds of 4K to the published video and its stills: the cutting room, and FFmpeg
told the same without walls. In turns, from memory to memory, so that a slow moment of the machine meets both.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, BinaryIO, Final

from bench import machine
from bench.servers import ROOT

_MEGAPIXELS_12: Final = (4032, 3024)
_4K: Final = (3840, 2160)


def main() -> int:
    """Makes the files, measures, prints."""
    parser = argparse.ArgumentParser(prog="python -m bench.media", description="Photographs and clips (P8).")
    parser.add_argument("--rounds", type=int, default=7, help="photographs of each kind (7)")
    parser.add_argument("--clips", type=int, default=3, help="clips (3)")
    parser.add_argument("--seconds", type=int, default=20, help="seconds of a clip (20)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="media-") as folder:
        os.environ |= {"SNOWDROP_DATA": folder, "DJANGO_SETTINGS_MODULE": "snowdrop.settings"}
        import django

        django.setup()
        from snowdrop.media.vocabulary import Format
        from tests.world import photographs, recordings

        jpeg, heic = photographs.a_photograph(size=_MEGAPIXELS_12), photographs.a_phone_heic(_MEGAPIXELS_12)
        _compare("photograph, JPEG of 12 megapixels", options.rounds, *_photograph(jpeg, Format.JPEG))
        _compare("photograph, HEIC of 12 megapixels", options.rounds, *_photograph(heic, Format.HEIC))
        clip = recordings.a_video(size=_4K, seconds=options.seconds)
        _compare(f"clip, {options.seconds} s of 4K", options.clips, *_clip(clip))
    return 0


def _photograph(content: bytes, taken_as: Any) -> tuple[Callable[[], object], Callable[[], object]]:
    """The darkroom, and Pillow: the same sizes and formats, made in the same order with as many threads."""
    from snowdrop.media import darkroom, enlarger
    from snowdrop.media.order import Confinement
    from snowdrop.media.vocabulary import Format

    if taken_as is Format.HEIC:
        import pi_heif

        pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    none = Confinement(False, False, False, False)
    in_memory = _in_memory(content)
    return (
        lambda: darkroom.develop(in_memory, taken_as),
        lambda: enlarger.develop(io.BytesIO(content), taken_as, none),
    )


def _clip(content: bytes) -> tuple[Callable[[], object], Callable[[], object]]:
    """The cutting room, and FFmpeg with the same orders: the video, then its stills."""
    from snowdrop.media import cutting_room
    from snowdrop.media.memory import file_in_memory
    from snowdrop.media.vocabulary import RecordingFormat

    original = _in_memory(content)

    def cut() -> None:
        with file_in_memory() as product:
            cutting_room.cut(original, product, RecordingFormat.MP4)

    return cut, lambda: _bare_ffmpeg(original)


def _bare_ffmpeg(original: BinaryIO) -> None:
    from snowdrop.media import cutting_orders as orders
    from snowdrop.media.contents import read_contents
    from snowdrop.media.ffmpeg import THREADS
    from snowdrop.media.memory import file_in_memory
    from snowdrop.media.vocabulary import RECORDING_LIMITS, STILLS, RecordingFormat

    source, limits, demuxer = original.fileno(), RECORDING_LIMITS, RecordingFormat.MP4.demuxer
    contents = read_contents(_told(orders.look(demuxer, source, limits), source, None))
    assert contents is not None and contents.seconds is not None
    opened, bits = orders.read(demuxer, source, limits, THREADS), orders.picture_bits(contents.seconds, limits)
    with file_in_memory() as product:
        pictures = orders.pictures(contents, False)
        _told(orders.make_video(opened, 2, limits, pictures, bits, THREADS), source, product)
        for number in range(STILLS):
            with file_in_memory() as still:
                at = contents.seconds * (number + 0.5) / STILLS
                _told(orders.take_still(product.fileno(), at, limits), product.fileno(), still)


def _told(orders: tuple[str, ...], source: int, product: BinaryIO | None) -> str:
    """Runs FFmpeg as the cutting room does, without walls; what it said."""
    from snowdrop.media.ffmpeg import the_program

    os.lseek(source, 0, os.SEEK_SET)
    again = os.open(f"/proc/self/fd/{product.fileno()}", os.O_RDONLY) if product else None
    try:
        done = subprocess.run(
            [the_program(), *orders],
            stdin=subprocess.DEVNULL if again is None else again,
            stdout=product.fileno() if product else subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            pass_fds=[source],
            check=False,
        )
    finally:
        if again is not None:
            os.close(again)
    return done.stderr.decode("utf-8", "replace")


def _in_memory(content: bytes) -> BinaryIO:
    file = os.fdopen(os.memfd_create("bench"), "w+b")
    file.write(content)
    file.flush()
    return file


def _compare(name: str, rounds: int, ours: Callable[[], object], bare: Callable[[], object]) -> None:
    took: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(rounds + 1):
        for which, work in (("bare", bare), ("ours", ours)):
            began = time.perf_counter()
            work()
            took[which].append(time.perf_counter() - began)
    value = median(took["ours"][1:])
    ratio = median(one / other for one, other in zip(took["ours"][1:], took["bare"][1:], strict=True))
    line = {
        "name": f"P8 {name}",
        "value": round(value, 3),
        "unit": "s",
        "ratio_to": "the bare library",
        "ratio": round(ratio, 2),
        "runs": rounds,
        "machine": machine.describe(Path(ROOT)),
    }
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    sys.exit(main())
