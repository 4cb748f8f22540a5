"""Develops photographs: each is decoded in a disposable process of its own, behind walls, and only pixels come back.

Nothing readable is written to disk on the way: the photograph goes in through an open file, the prints come back by
pipe. The process starts with an empty environment and reaches no file, no network, no other process (`confinement`).
"""

from __future__ import annotations

import logging
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from snowdrop.media.order import Answer, Confinement, Garbled, Order
from snowdrop.media.refusals import PictureDamaged, PictureTookTooLong, PictureTooLarge
from snowdrop.media.vocabulary import LIMITS, Format, Limits

logger = logging.getLogger(__name__)

_CODE_FOLDER: Final = str(Path(__file__).resolve().parents[2])
_START: Final = (
    "import sys; sys.path.append(sys.argv.pop()); from snowdrop.media.enlarger import work_once; work_once()"
)
_ENVIRONMENT: Final = {"MALLOC_ARENA_MAX": "2"}
_PIPE_BYTES: Final = 1 << 20
_HEAD_BYTES: Final = 4096


class DarkroomOutOfOrder(RuntimeError):
    """The disposable process could not begin; the photograph is not to blame and may be tried again."""


def develop(source: BinaryIO, taken_as: Format, *, limits: Limits = LIMITS) -> Answer:
    """The prints of a photograph that `sniff` took for `taken_as`, with its size and average colour.

    `source` must be an open file of the system (a real file, or one in memory from `os.memfd_create`); it is read from
    its beginning. Raises PictureTooLarge, PictureDamaged or PictureTookTooLong.
    """
    if os.fstat(source.fileno()).st_size > limits.file_bytes:
        raise PictureTooLarge
    os.lseek(source.fileno(), 0, os.SEEK_SET)
    answer = _ask(Order(taken_as, limits), source.fileno())
    if answer.outcome == "too_large":
        raise PictureTooLarge
    if answer.outcome == "damaged":
        raise PictureDamaged
    return answer


def try_walls(*, limits: Limits = LIMITS) -> Confinement:
    """Which walls this machine really grants, tried in a process that develops nothing; for the doctor and the log."""
    return _ask(Order(None, limits), subprocess.DEVNULL).confinement


def _ask(order: Order, source: int) -> Answer:
    deadline = time.monotonic() + order.limits.wall_seconds
    with _disposable_process(order, source) as process:
        answer = _read_answer(process, order.limits.print_bytes, deadline)
        _wait(process, deadline)
    _judge_ending(process.returncode)
    try:
        return Answer.from_bytes(answer, order.limits)
    except Garbled:
        raise PictureDamaged from None


def _judge_ending(code: int) -> None:
    """A decoder that falls over tells of the photograph; a process that could not begin tells of this machine."""
    if code == -signal.SIGXCPU:
        raise PictureTookTooLong
    if code == -signal.SIGKILL:
        raise PictureTooLarge
    if code < 0:
        logger.warning("A photograph could not be read: its decoder stopped with signal %s.", -code)
        raise PictureDamaged
    if code > 0:
        raise DarkroomOutOfOrder(f"the process that reads photographs could not start its work (code {code})")


@contextmanager
def _disposable_process(order: Order, source: int) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "-I", "-c", _START, order.to_text(), _CODE_FOLDER],
        stdin=source,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_ENVIRONMENT,
        cwd="/",
        start_new_session=True,
        pipesize=_PIPE_BYTES,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        if process.stdout:
            process.stdout.close()


def _read_answer(process: subprocess.Popen[bytes], most: int, deadline: float) -> bytes:
    """All that the process says until it stops talking; a process that says more than `most` bytes is not believed."""
    assert process.stdout is not None
    answer = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while selector.select(_time_left(deadline)):
            piece = os.read(process.stdout.fileno(), _PIPE_BYTES)
            answer += piece
            if len(answer) > most + _HEAD_BYTES:
                raise PictureDamaged
            if not piece:
                return bytes(answer)
    raise PictureTookTooLong


def _wait(process: subprocess.Popen[bytes], deadline: float) -> None:
    try:
        process.wait(_time_left(deadline))
    except subprocess.TimeoutExpired:
        raise PictureTookTooLong from None


def _time_left(deadline: float) -> float:
    return max(0.0, deadline - time.monotonic())
