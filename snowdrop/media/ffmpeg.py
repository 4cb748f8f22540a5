"""Runs FFmpeg behind walls: in a disposable process that reaches no file, no network and no other process.

What it reads and what it makes are files in memory, handed over open (`cutter`, `confinement`, `forbidden_calls`).
"""

from __future__ import annotations

import json
import logging
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import BinaryIO, Final

import imageio_ffmpeg
from django.conf import settings

from snowdrop.media.cutter import COULD_NOT_BEGIN, WALLS, Work
from snowdrop.media.refusals import RecordingDamaged, RecordingRefused, RecordingTooHeavy, RecordingTookTooLong

logger = logging.getLogger(__name__)

THREADS: Final = max(1, min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2))

_CODE_FOLDER: Final = str(Path(__file__).resolve().parents[2])
_START: Final = "import sys; sys.path.append(sys.argv.pop()); from snowdrop.media.cutter import become; become()"
_MOST_WORDS: Final = 1 << 20
_MOST_OF_A_LINE: Final = 1 << 12
_PIECE: Final = 1 << 16
_TELLING: Final[dict[int, type[RecordingRefused]]] = {
    signal.SIGXCPU: RecordingTookTooLong,
    signal.SIGXFSZ: RecordingTooHeavy,
    signal.SIGKILL: RecordingTooHeavy,
}
"""What a signal tells of the recording: too much time, too much written, too much memory for this machine."""


_NO_MEMORY: Final = ("Cannot allocate memory", "malloc of size", "Error while opening encoder")
"""How FFmpeg, and the encoder in it, say that there is no memory left. The encoder is ours: it opens if it has room."""


class FFmpegOutOfOrder(RuntimeError):
    """FFmpeg could not begin; the recording is not to blame and may be tried again."""


@dataclass(frozen=True, slots=True)
class Walls:
    """Which walls really stood around FFmpeg: tried, or granted by the system, not only asked for.

    `network_closed`: in an empty network; `files_closed`: Landlock refuses every file but those that FFmpeg is loaded
    from; `calls_refused`: no socket, no other process, no change to any file.
    """

    network_closed: bool
    files_closed: bool
    calls_refused: bool


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one run may take: bytes of memory, seconds on the clock, bytes that are written."""

    memory: int
    seconds: float
    written_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: its code, what was said, and the walls that stood around it."""

    code: int
    words: str
    walls: Walls

    def judge(self) -> None:
        """Raises the RecordingRefused that this end tells of; nothing if it was a good one."""
        if refusal := _TELLING.get(-self.code):
            raise refusal
        if self.code and any(complaint in self.words for complaint in _NO_MEMORY):
            raise RecordingTooHeavy
        if self.code < 0:
            logger.warning("A recording could not be read: FFmpeg stopped with signal %s.", -self.code)
        if self.code:
            raise RecordingDamaged


@cache
def the_program() -> str:
    """The FFmpeg that the operator names, or the one that was installed with Snowdrop. Raises FFmpegOutOfOrder."""
    try:
        return str(Path(settings.SNOWDROP.ffmpeg or imageio_ffmpeg.get_ffmpeg_exe()).resolve())
    except RuntimeError:
        raise FFmpegOutOfOrder("there is no FFmpeg on this computer; SNOWDROP_FFMPEG can name one") from None


@cache
def maps_tones() -> bool:
    """Whether this FFmpeg can bring high dynamic range down to what every screen shows."""
    said = subprocess.run([the_program(), "-hide_banner", "-filters"], capture_output=True, check=False, timeout=20)
    return b" zscale " in said.stdout and b" tonemap " in said.stdout


def try_walls() -> Walls:
    """Which walls this machine really grants, tried by a run that makes nothing; for the doctor and the log."""
    return run(lambda telling: ("-hide_banner", "-version"), Bounds(memory=1 << 30, seconds=8)).walls


def run(
    arguments: Callable[[int], tuple[str, ...]],
    bounds: Bounds,
    *,
    source: BinaryIO | None = None,
    product: BinaryIO | None = None,
    watch: Callable[[str], None] = lambda line: None,
) -> Ended:
    """One run of FFmpeg to its end. `arguments` is given the number of the open file on which progress is told.

    `source` stays open under its own number; what is written to standard output (`fd:`) goes to `product`, which can
    be read again on standard input. `watch` is given each line of progress, and what it raises ends the run.
    Raises RecordingTookTooLong or FFmpegOutOfOrder.
    """
    deadline = time.monotonic() + bounds.seconds
    told = _Told(watch)
    with _pipe() as (hearing, telling):
        work = Work(
            program=the_program(),
            arguments=arguments(telling.fileno()),
            memory=bounds.memory,
            processor_seconds=int(bounds.seconds * THREADS) + 1,
            written_bytes=bounds.written_bytes,
            tell=telling.fileno(),
        )
        with _process(work, source, product) as process:
            telling.close()
            words = _listen(process, hearing, told, deadline)
            _wait(process, deadline)
    if told.walls is None or process.returncode == COULD_NOT_BEGIN:
        raise FFmpegOutOfOrder(f"FFmpeg could not begin (code {process.returncode}): {words[-400:]}")
    return Ended(process.returncode, words, told.walls)


class _Told:
    """Lines that come in pieces. The first says which walls stand; the others go to `watch`."""

    def __init__(self, watch: Callable[[str], None]) -> None:
        self._watch, self._rest = watch, b""
        self.walls: Walls | None = None

    def hear(self, piece: bytes) -> None:
        *lines, rest = (self._rest + piece).split(b"\n")
        self._rest = rest[-_MOST_OF_A_LINE:]
        for line in lines:
            self._line(line.decode("ascii", "replace").strip())

    def _line(self, line: str) -> None:
        if self.walls is None:
            granted = json.loads(line.removeprefix(WALLS))
            self.walls = Walls(**{wall.name: granted[wall.name] is True for wall in fields(Walls)})
        else:
            self._watch(line)


@contextmanager
def _pipe() -> Iterator[tuple[BinaryIO, BinaryIO]]:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb", 0) as hearing, os.fdopen(writing, "wb", 0) as telling:
        yield hearing, telling


@contextmanager
def _process(work: Work, source: BinaryIO | None, product: BinaryIO | None) -> Iterator[subprocess.Popen[bytes]]:
    handed_over = [work.tell]
    if source:
        os.lseek(source.fileno(), 0, os.SEEK_SET)
        handed_over.append(source.fileno())
    with _to_be_read_again(product) as read_again:
        process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, work.to_text(), _CODE_FOLDER],
            stdin=read_again,
            stdout=product.fileno() if product else subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={},
            cwd="/",
            pass_fds=handed_over,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        if process.stderr:
            process.stderr.close()


@contextmanager
def _to_be_read_again(product: BinaryIO | None) -> Iterator[int]:
    """The same file opened once more, with a place of its own: to put an index first, MP4 is moved within itself."""
    if product is None:
        yield subprocess.DEVNULL
        return
    handle = os.open(f"/proc/self/fd/{product.fileno()}", os.O_RDONLY | os.O_CLOEXEC)
    try:
        yield handle
    finally:
        os.close(handle)


def _listen(process: subprocess.Popen[bytes], hearing: BinaryIO, told: _Told, deadline: float) -> str:
    """Hears progress and words until both end; of the words no more than the first megabyte is kept."""
    assert process.stderr is not None
    words = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(hearing, selectors.EVENT_READ, told.hear)
        selector.register(process.stderr, selectors.EVENT_READ, lambda piece: _keep(words, piece))
        while selector.get_map():
            ready = selector.select(max(0.0, deadline - time.monotonic()))
            if not ready:
                raise RecordingTookTooLong
            for key, _events in ready:
                if piece := os.read(key.fd, _PIECE):
                    key.data(piece)
                else:
                    selector.unregister(key.fileobj)
            if time.monotonic() > deadline:
                raise RecordingTookTooLong
    return words.decode("utf-8", "replace")


def _keep(words: bytearray, piece: bytes) -> None:
    words += piece[: _MOST_WORDS - len(words)]


def _wait(process: subprocess.Popen[bytes], deadline: float) -> None:
    with suppress(subprocess.TimeoutExpired):
        process.wait(max(0.0, deadline - time.monotonic()))
        return
    raise RecordingTookTooLong
