"""`python -m bench.growth` (P4): the same work with fifty messages on the page, and with very many. JSON lines.

For each size a new instance; the larger ones stand among 100,000 other memorials. In turns on all of them: reads of the
hot page, submissions, how long the first bytes of the keepsake take, and the memory of all processes while they serve.
`ratio` is against the smallest. What signed-in people open is measured so by `bench.pages`, stories by
`bench.matching`.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, Final

from bench import machine, snowdrop
from bench.cases import MANY
from bench.load import Reading, Sending, have_wrk, press
from bench.servers import ROOT, run_once

SMALL: Final = snowdrop.MESSAGES
_OTHERS: Final = 100_000
_KEEPSAKE: Final = """
import django; django.setup()
import sys, time
from snowdrop.ground import clock
from snowdrop.keepsakes.archive import stream
from snowdrop.memorials.models import Keeper, Memorial
from snowdrop.people.viewer import Viewer
memorial = Memorial.objects.get(slug=sys.argv[1])
viewer = Viewer(person_id=Keeper.objects.get(memorial=memorial).person_id)
took = []
for _ in range(5):
    began = time.perf_counter()
    next(stream(viewer, memorial, still_allowed=lambda: True, now=clock.now()))
    took.append(time.perf_counter() - began)
print(1000 * sorted(took)[2])
"""


@dataclass(slots=True)
class Size:
    """An instance with so many messages, and what was measured on it, by name."""

    messages: int
    prepared: snowdrop.Prepared
    seen: dict[str, list[float]] = field(default_factory=dict)

    def note(self, name: str, value: float) -> None:
        """One run's figure."""
        self.seen.setdefault(name, []).append(value)


UNITS: Final = {
    "reads": "1/s",
    "reads, p99": "ms",
    "submissions": "1/s",
    "submissions, p99": "ms",
    "first bytes of the keepsake": "ms",
    "memory (PSS)": "MB",
    "bytes a message": "B",
}


def main() -> int:
    """Fills, measures, prints."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description="Few and very many messages (P4).")
    parser.add_argument("--messages", type=int, nargs="+", default=[10_000, 1_000_000], help="(10,000 and 1,000,000)")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=4, help="seconds of each load (4)")
    options = parser.parse_args()
    have_wrk()
    home = ROOT / ".bench"
    home.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="growth-", dir=home) as folder:
        sizes = [_filled(Path(folder), number) for number in (SMALL, *options.messages)]
        for repeat in range(options.repeats):
            for size in sizes:
                _measure(size, Path(folder) / f"{size.messages}-{repeat}", options.seconds)
        for size in sizes[1:]:
            for name, unit in UNITS.items():
                print(json.dumps(_row(name, unit, sizes[0], size)), flush=True)
    return 0


def _filled(folder: Path, messages: int) -> Size:
    """An instance whose page has so many messages; the larger ones among many other memorials."""
    place = folder / str(messages)
    place.mkdir()
    began = time.monotonic()
    prepared = snowdrop.prepare(place, messages=messages, others=_OTHERS if messages > SMALL else 0)
    print(f"{messages} messages are there, after {time.monotonic() - began:.0f} s.", file=sys.stderr, flush=True)
    return Size(messages, prepared)


def _measure(size: Size, folder: Path, seconds: int) -> None:
    """One run of everything on a copy of the instance."""
    folder.mkdir()
    with ExitStack() as stack:
        served = stack.enter_context(snowdrop.snowdrop(size.prepared, folder))
        snowdrop.check_page(served)
        size.note("bytes a message", os.path.getsize(served.database) / size.messages)
        reads = press(Reading(served.page, MANY, seconds, (snowdrop.ENCODING,)), folder)
        sends = press(Sending(served.form, MANY, seconds, snowdrop.BODY), folder)
        size.note("memory (PSS)", machine.proportional_megabytes(served.server.process))
    for name, seen in (("reads", reads), ("submissions", sends)):
        size.note(name, seen.rate)
        size.note(f"{name}, p99", seen.p99_ms)
    settings = {"SNOWDROP_DATA": str(folder / "data"), "DJANGO_SETTINGS_MODULE": "snowdrop.settings"}
    slug = size.prepared.memorial.address.strip("/").rpartition("/")[2]
    printed = run_once([sys.executable, "-c", _KEEPSAKE, slug], settings, folder / "keepsake.log")
    size.note("first bytes of the keepsake", float(printed.split()[-1]))


def _row(name: str, unit: str, small: Size, size: Size) -> dict[str, Any]:
    value = median(size.seen[name])
    against = {"ratio_to": f"{small.messages} messages", "ratio": round(value / median(small.seen[name]), 3)}
    return {
        "name": f"P4 {name}, {size.messages} messages",
        "value": round(value, 1),
        "unit": unit,
        **({} if unit == "B" else against),
        "runs": len(size.seen[name]),
        "machine": machine.describe(ROOT),
    }


if __name__ == "__main__":
    sys.exit(main())
