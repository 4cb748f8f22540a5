"""What a process counts of its own work: plain numbers in memory, written to a file once a second for whoever looks.

Nothing is counted of a family, a page or a person: what is counted has its name in the code, and no name comes from
what somebody sent. The costly part happens in a thread beside the work (docs/decisions/0026).
"""

from __future__ import annotations

import json
import os
import threading
import time
from bisect import bisect_left
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from snowdrop.ground import clock

BOUNDS: Final = (
    *(0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05),
    *(0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0),
)
"""Seconds: how long something took is kept as the first of these that it did not exceed."""
BEAT_SECONDS: Final = 1.0
_BEATS_OF_A_MINUTE: Final = 61


class Durations:
    """How often something took how long. One thread adds; where several do, they hold a lock of their own."""

    __slots__ = ("counts", "total")

    def __init__(self) -> None:
        self.counts = [0] * (len(BOUNDS) + 1)
        self.total = 0.0

    def add(self, seconds: float) -> None:
        """Counts one that took so long."""
        self.counts[bisect_left(BOUNDS, seconds)] += 1
        self.total += seconds


class Tally:
    """What one process counts. `gauges` are asked at each beat, in the thread that writes; they must not wait."""

    def __init__(self, process: str) -> None:
        self.process = process
        self.counts: dict[str, int] = {}
        self.gauges: dict[str, Callable[[], float]] = {}
        self._durations: dict[str, Durations] = {}
        self._began = clock.now()

    def count(self, name: str, by: int = 1) -> None:
        """Counts what happened. Each name is counted by one thread."""
        self.counts[name] = self.counts.get(name, 0) + by

    def durations(self, name: str) -> Durations:
        """Where the time of something is kept, from the first call on."""
        return self._durations.setdefault(name, Durations())

    def start(self, folder: Path) -> None:
        """Begins to write, once a second, to a file of the process's name in this folder."""
        threading.Thread(target=self._beat, args=(folder,), name="tally", daemon=True).start()

    def _beat(self, folder: Path) -> None:
        minute: deque[dict[str, Any]] = deque(maxlen=_BEATS_OF_A_MINUTE)
        while True:
            minute.append(self._look())
            with suppress(OSError):  # no room, or no folder: that the file grows old says it
                write_whole(folder / f"{self.process}.json", self._report(minute))
            time.sleep(BEAT_SECONDS)

    def _look(self) -> dict[str, Any]:
        durations = {name: {"counts": [*one.counts], "total": one.total} for name, one in [*self._durations.items()]}
        gauges = {name: ask() for name, ask in [*self.gauges.items()]}
        return {"at": time.monotonic(), "counts": dict(self.counts), "durations": durations, "gauges": gauges}

    def _report(self, minute: deque[dict[str, Any]]) -> dict[str, Any]:
        first, last = minute[0], minute[-1]
        highest = {name: max(one["gauges"].get(name, 0.0) for one in minute) for name in last["gauges"]}
        return {
            "process": self.process,
            "pid": os.getpid(),
            "began": self._began.isoformat(),
            "written": clock.now().isoformat(),
            "now": {"counts": last["counts"], "durations": last["durations"]},
            "before": {"counts": first["counts"], "durations": first["durations"]},
            "seconds": last["at"] - first["at"],
            "highest": highest,
        }


def write_whole(path: Path, said: dict[str, Any]) -> None:
    """Writes JSON so that whoever reads finds all of it or what stood there before, for this user alone."""
    unfinished = path.with_suffix(".new")
    unfinished.write_text(json.dumps(said))
    os.replace(unfinished, path)
