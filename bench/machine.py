"""Names the machine and accounts its processor time and memory, read from /proc."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

_TICKS: Final = os.sysconf("SC_CLK_TCK")
_CORES: Final = os.cpu_count() or 1


def describe(folder: Path) -> str:
    """What decides the absolute figures: processor, cores, system, the file system of `folder`, and versions."""
    return (
        f"{_CORES} cores {_processor()}, {platform.system()} {platform.release()}, {file_system(folder)}, "
        f"Python {platform.python_version()}, granian {version('granian')}, SQLite {sqlite3.sqlite_version}"
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def file_system(folder: Path) -> str:
    """The kind of file system that the folder is on."""
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines()]
    holding = [(len(place), kind) for place, kind in mounts if folder.resolve().is_relative_to(place)]
    return max(holding)[1] if holding else "unknown file system"


@dataclass(frozen=True, slots=True)
class Instant:
    """Processor seconds used up to a moment: by everything, and by the processes that belong to a run."""

    at: float
    everything: float
    ours: float


def instant(roots: Iterable[int]) -> Instant:
    """Take the account now; `roots` are the processes that belong to the run, with all that descend from them.

    Processes that this one has started and seen end (the load generators) are counted as belonging to the run.
    """
    user, nice, system, _, _, _, _, _ = (int(word) / _TICKS for word in _first_line("/proc/stat").split()[1:9])
    times = os.times()
    ours = sum(_seconds(pid) for root in roots for pid in descent(root))
    ours += times.user + times.system + times.children_user + times.children_system
    return Instant(times.elapsed, user + nice + system, ours)


def cores_taken_by_others(before: Instant, after: Instant) -> float:
    """Cores used between two instants by processes that do not belong to the run."""
    others = (after.everything - before.everything) - (after.ours - before.ours)
    return round(max(0.0, others / (after.at - before.at)), 2)


def descent(root: int) -> list[int]:
    """The process `root` and all that descend from it, as they are now."""
    parents = dict(_parents())
    found = [root] if root in parents else []
    for pid in found:
        found += [other for other, parent in parents.items() if parent == pid]
    return found


def proportional_megabytes(root: int) -> float:
    """Memory of a process and all that descend from it, in MB (2**20), shared pages counted once (PSS)."""
    kilobytes = 0
    for pid in descent(root):
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        kilobytes += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return round(kilobytes / 1024, 1)


def _first_line(path: str) -> str:
    with open(path) as file:
        return file.readline()


def _fields(pid: int) -> list[str]:
    """The fields of /proc/PID/stat after the name (proc(5)): the parent is at 1, the processor times at 11 to 14."""
    try:
        return _first_line(f"/proc/{pid}/stat").rpartition(")")[2].split()
    except OSError:
        return []


def _parents() -> Iterator[tuple[int, int]]:
    for entry in os.listdir("/proc"):
        if entry.isdigit() and (fields := _fields(int(entry))):
            yield int(entry), int(fields[1])


def _seconds(pid: int) -> float:
    """User and system time of a process and of those it started that have ended."""
    return sum(int(ticks) for ticks in _fields(pid)[11:15]) / _TICKS
