"""Makes recordings ready: of each, the one kind of video or voice that is published, and stills to choose from.

Nothing readable is written to disk on the way: the original and what is made of it are files in memory.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from snowdrop.media import cutting_orders as orders
from snowdrop.media.contents import Contents, read_contents
from snowdrop.media.ffmpeg import THREADS, Bounds, maps_tones, run
from snowdrop.media.memory import file_in_memory
from snowdrop.media.refusals import (
    RecordingDamaged,
    RecordingHoldsMore,
    RecordingIsEmpty,
    RecordingTooFine,
    RecordingTooLarge,
    RecordingTooLong,
)
from snowdrop.media.vocabulary import RECORDING_LIMITS, STILLS, RecordingFormat, RecordingKind, RecordingLimits

_WHOLE_ENOUGH: Final = 0.8
"""A file that ends before so much of its declared length was cut short on its way; sent again it may be whole."""


def _to_nobody(share: float) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Cut:
    """What was made of a recording: its sides in pixels, upright; its stills as WebP, in the order of time."""

    kind: RecordingKind
    width: int
    height: int
    seconds: float
    stills: tuple[bytes, ...]


def cut(
    original: BinaryIO,
    product: BinaryIO,
    taken_as: RecordingFormat,
    *,
    limits: RecordingLimits = RECORDING_LIMITS,
    tell: Callable[[float], None] = _to_nobody,
) -> Cut:
    """Writes the published video or voice into `product`; both are files in memory (`memory.file_in_memory`).

    `tell` is given the share that is done (0 to 1), about twice a second; what it raises ends the work. Raises a
    RecordingRefused, or ffmpeg.FFmpegOutOfOrder.
    """
    if os.fstat(original.fileno()).st_size > limits.file_bytes:
        raise RecordingTooLarge
    return _CuttingTable(original, product, taken_as, limits).cut(tell)


@dataclass(frozen=True, slots=True)
class _CuttingTable:
    """One recording on its way through the room."""

    original: BinaryIO
    product: BinaryIO
    taken_as: RecordingFormat
    limits: RecordingLimits

    def cut(self, tell: Callable[[float], None]) -> Cut:
        contents = self._contents()
        seconds = contents.seconds if contents.seconds is not None else self._measured()
        if seconds > self.limits.seconds:
            raise RecordingTooLong
        self._make(contents, seconds, tell)
        made = self._look(self.product, "mov")
        if made is None or not made.seconds or made.seconds < _WHOLE_ENOUGH * seconds:
            raise RecordingDamaged
        if made.seconds > self.limits.seconds + 1:
            raise RecordingTooLong
        if not made.has_video:
            return Cut(RecordingKind.VOICE, 0, 0, made.seconds, ())
        return Cut(RecordingKind.VIDEO, made.width, made.height, made.seconds, tuple(self._stills(made.seconds)))

    def _contents(self) -> Contents:
        contents = self._look(self.original, self.taken_as.demuxer)
        if contents is None:
            raise RecordingDamaged
        if contents.has_attachments or contents.streams > self.limits.streams:
            raise RecordingHoldsMore
        if contents.is_too_fine or contents.width * contents.height > self.limits.pixels:
            raise RecordingTooFine
        if not (contents.has_video or contents.has_sound):
            raise RecordingIsEmpty
        return contents

    def _look(self, file: BinaryIO, demuxer: str) -> Contents | None:
        looking = orders.look(demuxer, file.fileno(), self.limits)
        return read_contents(run(lambda telling: looking, self._for(self.limits.look_seconds), source=file).words)

    def _measured(self) -> float:
        """The length of a recording whose file does not say it, as browsers write them."""
        reached = _Reached(self.limits, _to_nobody)
        run(
            lambda telling: orders.measure(self.taken_as.demuxer, self.original.fileno(), self.limits, telling),
            self._for(self.limits.look_seconds),
            source=self.original,
            watch=reached.line,
        ).judge()
        return reached.seconds

    def _make(self, contents: Contents, seconds: float, tell: Callable[[float], None]) -> None:
        source, tones = self.original.fileno(), contents.high_range and maps_tones()
        bits = orders.picture_bits(seconds, self.limits)

        def making(telling: int) -> tuple[str, ...]:
            opened = orders.read(self.taken_as.demuxer, source, self.limits, THREADS)
            if not contents.has_video:
                return orders.make_voice(opened, telling, self.limits)
            return orders.make_video(opened, telling, self.limits, orders.pictures(contents, tones), bits, THREADS)

        run(
            making,
            self._for(self.limits.wall_seconds + self.limits.wall_seconds_each * seconds, self.limits.track_bytes),
            source=self.original,
            product=self.product,
            watch=_Reached(self.limits, lambda reached: tell(min(1.0, reached / max(seconds, 0.1)))).line,
        ).judge()

    def _stills(self, seconds: float) -> Iterator[bytes]:
        for number in range(STILLS):
            taking = orders.take_still(self.product.fileno(), seconds * (number + 0.5) / STILLS, self.limits)
            if (still := self._still(taking))[:4] == b"RIFF" and still[8:12] == b"WEBP":
                yield still

    def _still(self, taking: tuple[str, ...]) -> bytes:
        with file_in_memory() as still:
            bounds = self._for(self.limits.look_seconds, self.limits.still_bytes)
            run(lambda telling: taking, bounds, source=self.product, product=still).judge()
            still.seek(0)
            return still.read()

    def _for(self, seconds: float, written_bytes: int = 0) -> Bounds:
        return Bounds(self.limits.memory, seconds, written_bytes)


class _Reached:
    """How far FFmpeg has come, as it tells line by line. Raises RecordingTooLong or RecordingTooFine beyond the limits:

    a file may say that it is short, and go on and on.
    """

    def __init__(self, limits: RecordingLimits, tell: Callable[[float], None]) -> None:
        self._limits, self._tell, self.seconds = limits, tell, 0.0

    def line(self, line: str) -> None:
        name, _, value = line.partition("=")
        if not (value.isascii() and value.isdigit() and len(value) < 19):
            return
        if name == "frame" and int(value) > self._limits.frames:
            raise RecordingTooFine
        if name == "out_time_us":
            self.seconds = int(value) / 1e6
            if self.seconds > self._limits.seconds + 1:
                raise RecordingTooLong
            self._tell(self.seconds)
