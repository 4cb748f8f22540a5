"""What runs: what `serve` noted when it began, and what each of its processes has told since (tally.py).

One folder on one machine. Each machine of a larger instance has its own, and is asked by itself.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from snowdrop.ground import clock
from snowdrop.ground.tally import write_whole

Told = TypeVar("Told")
_SERVING: Final = "serving.json"


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a process has counted up to one moment: how often, and how often it took how long (tally.BOUNDS)."""

    counts: Mapping[str, int]
    durations: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Report:
    """What one process tells: since it began, and a minute ago; `seconds` lie between, fewer while it is young.

    `highest` is the highest of what was asked at each beat of that minute.
    """

    process: str
    pid: int
    began: datetime
    written: datetime
    now: Numbers
    before: Numbers
    seconds: float
    highest: Mapping[str, float]

    def since(self, name: str) -> int:
        """How often something happened in the last minute."""
        return self.now.counts.get(name, 0) - self.before.counts.get(name, 0)

    def took(self, name: str) -> list[int]:
        """How often something took how long in the last minute, for each of tally.BOUNDS, and for what took longer."""
        now = self.now.durations.get(name, {}).get("counts", [])
        before = self.before.durations.get(name, {}).get("counts", [0] * len(now))
        return [after - until for after, until in zip(now, before, strict=True)]


@dataclass(frozen=True, slots=True)
class Serving:
    """`snowdrop serve`: its process, since when, and the edition of the program that it serves."""

    pid: int
    since: datetime
    edition: str


def note_serving(folder: Path, edition: str) -> None:
    """Notes that this process serves from now on. What an earlier one has left is let go of."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    note_end(folder)
    write_whole(folder / _SERVING, {"pid": os.getpid(), "since": clock.now().isoformat(), "edition": edition})


def note_end(folder: Path) -> None:
    """Takes away what was noted and told: nothing serves any more."""
    for path in folder.glob("*.json"):
        path.unlink(missing_ok=True)


def noted(folder: Path) -> Serving | None:
    """What `serve` noted when it began; None where it ended in order. Whether it still lives is for others to see."""
    return _read(folder / _SERVING, _serving)


def reports(folder: Path) -> dict[str, Report]:
    """What each process told last, by its name; of what cannot be read it is as if nothing had been told."""
    found = [_read(path, _report) for path in sorted(folder.glob("*.json")) if path.name != _SERVING]
    return {one.process: one for one in found if one}


def _read(path: Path, understood: Callable[[dict[str, Any]], Told]) -> Told | None:
    try:
        return understood(json.loads(path.read_text()))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _serving(said: dict[str, Any]) -> Serving:
    return Serving(said["pid"], datetime.fromisoformat(said["since"]), said["edition"])


def _report(said: dict[str, Any]) -> Report:
    return Report(
        process=said["process"],
        pid=said["pid"],
        began=datetime.fromisoformat(said["began"]),
        written=datetime.fromisoformat(said["written"]),
        now=Numbers(**said["now"]),
        before=Numbers(**said["before"]),
        seconds=said["seconds"],
        highest=said["highest"],
    )
