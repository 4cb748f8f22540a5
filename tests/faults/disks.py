"""The disk is full, or can only be read, while people are at work; then it is as before, and nothing is started anew.

What is filled is a small file system in memory, which only root may mount; what can only be read is so for processes
of the instance (recorder.c). Where the one or the other cannot be had, it is left out, and the line says why.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final

from tests.faults.outcomes import Outcome, audited, timed
from tests.faults.people import Household, a_household
from tests.faults.recording import NoCompiler, a_recording
from tests.world.instance import Instance, an_instance

_SIZE: Final = "1200m"
"""More than what is left free for everything else (comfort/vocabulary.py, media/store.py), and as much again."""
_PIECE: Final = 1024 * 1024


class NotAllowedToMount(Exception):
    """A file system can be mounted here by nobody but root, or not at all."""


def disk_full(folder: Path, *, times: int, seconds: float, seed: int) -> Outcome:
    """The disk fills up to its last byte, so many times for so many seconds."""
    return _filled_up(Outcome("disk full"), folder, 0, times, seconds, seed)


def disk_without_spare(folder: Path, *, times: int, seconds: float, seed: int) -> Outcome:
    """The disk is so full that nothing new is taken in, and what is there can be opened."""
    return _filled_up(Outcome("disk nearly full"), folder, 64 * _PIECE, times, seconds, seed)


def disk_read_only(folder: Path, *, times: int, seconds: float, seed: int) -> Outcome:
    """The disk can only be read, as after an error of its file system, so many times for so many seconds."""
    outcome = Outcome("disk read-only")
    try:
        with timed(outcome), an_instance(folder / "data") as prepared:
            household = a_household(prepared, seed=seed)
            recording = a_recording(prepared.data, folder)
            household.instance = served = Instance(prepared.data, settings=recording.environment)
            try:
                served.start(wait_for=household.page)
                _go_on(household, recording.read_only, times, seconds, outcome)
                served.stop()
            finally:
                served.end()
            return audited(prepared, household.ledger, outcome)
    except NoCompiler as missing:
        outcome.not_measured = f"{NoCompiler.__doc__} {missing}"
    return outcome


def _filled_up(outcome: Outcome, folder: Path, leave: int, times: int, seconds: float, seed: int) -> Outcome:
    try:
        with timed(outcome), _a_disk(folder / "disk") as disk, an_instance(disk / "data") as instance:
            household = a_household(instance, seed=seed)
            instance.start(wait_for=household.page)
            _go_on(household, lambda: _filled(disk, leave), times, seconds, outcome)
            instance.stop()
            return audited(instance, household.ledger, outcome)
    except NotAllowedToMount:
        outcome.not_measured = NotAllowedToMount.__doc__ or ""
    return outcome


Breaking = Callable[[], AbstractContextManager[None]]


def _go_on(household: Household, breaking: Breaking, times: int, seconds: float, outcome: Outcome) -> None:
    """People go on all the time; between two faults each kind of act is acknowledged again."""
    instance, refused = household.instance, 0
    with household.at_work(guests=2, family=0.5):
        for _ in range(times):
            household.wait_for_each_act()
            before = household.ledger.answers[503]
            with breaking():
                time.sleep(seconds)
                if instance.get(household.page).status != 200:
                    outcome.unclear.append("the page cannot be read any more")
            refused += household.ledger.answers[503] - before
        household.wait_for_each_act()
    if not refused:
        outcome.unclear.append("nobody noticed")
    assert instance.process and instance.process.poll() is None, instance.log()
    outcome.more |= {"times": times, "refused_meanwhile": refused}


@contextmanager
def _filled(disk: Path, leave: int) -> Iterator[None]:
    filling = disk / "filling"
    try:
        with filling.open("wb", buffering=0) as file:
            while (room := os.statvfs(disk)).f_bavail * room.f_frsize > leave:
                try:
                    file.write(bytes(min(_PIECE, max(4096, room.f_bavail * room.f_frsize - leave))))
                except OSError:
                    break
            yield
    finally:
        filling.unlink()


@contextmanager
def _a_disk(place: Path) -> Iterator[Path]:
    place.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={_SIZE},mode=0700", "tmpfs", str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def _mount(*words: str) -> None:
    if subprocess.run(["mount", *words], capture_output=True).returncode:
        raise NotAllowedToMount
