"""The processes of this machine: whether one still lives, and the memory that each has for itself."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from snowdrop.ground.running import Report, Serving

if TYPE_CHECKING:
    import psutil

_ROUNDING: Final = timedelta(seconds=5)
"""By so much a system may be wrong about when a process began."""


def still_serves(noted: Serving | None) -> bool:
    """Whether the process that was noted lives: one of its number that began later is another."""
    import psutil

    if noted is None:
        return False
    try:
        process = psutil.Process(noted.pid)
        began = datetime.fromtimestamp(process.create_time(), UTC)
        return process.status() != psutil.STATUS_ZOMBIE and began <= noted.since + _ROUNDING
    except psutil.Error:
        return False


def memory_of(serving: Serving | None, reports: Mapping[str, Report]) -> dict[str, int]:
    """Bytes of each process by its name, together with those that it started; a process that is going has none."""
    import psutil

    if serving is None:
        return {}
    sizes, names = dict[str, int](), {report.pid: name for name, report in reports.items()}
    with suppress(psutil.Error):
        for branch in psutil.Process(serving.pid).children():
            below = [branch, *branch.children(recursive=True)]
            if name := next((names[one.pid] for one in below if one.pid in names), ""):
                sizes[name] = sum(_size_of(one) for one in below)
    return sizes


def _size_of(process: psutil.Process) -> int:
    """What is shared counts in parts (PSS) where the system says so, else not at all (USS)."""
    import psutil

    with suppress(psutil.Error):
        found = process.memory_full_info()
        return int(getattr(found, "pss", found.uss))
    return 0
