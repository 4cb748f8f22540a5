"""Breaks things under load, and counts what was lost: `python -m tests.faults`, one JSON object a line for each fault.

Everything that people were told is kept is compared with what stands afterwards: lost 0, doubled 0, orphans 0, and no
answer that no page explains. Ends with 1 if anything of that is not so, or if nothing could be measured.
"""

from __future__ import annotations

import argparse
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from bench import machine
from tests.faults import disks
from tests.faults.killing import killed
from tests.faults.outcomes import Outcome
from tests.faults.power import power_cut
from tests.faults.restarts import restarted
from tests.faults.storages import storage_away

Scenario = Callable[[Path], Outcome]
_SHARE_OF_POSTGRESQL: Final = 5
"""One in so many of the kills, and of the messages, is with PostgreSQL."""


def main() -> int:
    """Runs the faults that were asked for, each in a folder of its own."""
    asked = _asked()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that whatever was started is ended, too
    beside = Path(tempfile.mkdtemp(prefix="snowdrop-faults-"))
    named, wrong = machine.describe(beside), 0
    try:
        for number, (name, scenario) in enumerate(_scenarios(asked)):
            if not re.search(asked.only, name):
                continue
            print(f"{name} …", file=sys.stderr, flush=True)
            folder = beside / str(number)
            folder.mkdir()
            outcome = _run(name, scenario, folder)
            wrong += bool(outcome.wrong or outcome.not_measured)
            print(outcome.as_json(named), flush=True)
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return int(wrong > 0)


def _run(name: str, scenario: Scenario, folder: Path) -> Outcome:
    try:
        return scenario(folder)
    except pytest.skip.Exception as missing:
        return Outcome(name, not_measured=str(missing))
    except Exception as failure:  # the others are still worth looking at
        return Outcome(name, not_measured=f"{type(failure).__name__}: {failure}"[-2000:])


def _scenarios(asked: argparse.Namespace) -> Iterator[tuple[str, Scenario]]:
    """The faults by name, in the size that was asked for."""
    of_postgresql = {"kills": asked.kills // _SHARE_OF_POSTGRESQL, "messages": asked.messages // _SHARE_OF_POSTGRESQL}
    embedded = {name: whole - of_postgresql[name] for name, whole in vars(asked).items() if name in of_postgresql}
    how = {"seed": asked.seed, "guests": asked.guests}
    yield "killed, SQLite", partial(killed, **embedded, **how)
    yield "killed, PostgreSQL", partial(killed, **of_postgresql, **how, postgresql=True)
    yield "power cut, SQLite", partial(power_cut, cuts=asked.cuts, seconds=asked.seconds, seed=asked.seed)
    yield "PostgreSQL restarted", partial(restarted, restarts=asked.times, every=asked.every, seed=asked.seed)
    away = {"times": asked.times, "seconds": asked.seconds, "seed": asked.seed}
    yield "disk full", partial(disks.disk_full, **away)
    yield "disk nearly full", partial(disks.disk_without_spare, **away)
    yield "disk read-only", partial(disks.disk_read_only, **away)
    yield "object storage away", partial(storage_away, **away)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--only", default="", metavar="PATTERN", help="only faults whose name has this in it")
    parser.add_argument("--kills", type=int, default=500, help="kills, a fifth of them with PostgreSQL (500)")
    parser.add_argument("--messages", type=int, default=200_000, help="messages acknowledged meanwhile (200,000)")
    parser.add_argument("--guests", type=int, default=4, help="how many send at the same time while others kill (4)")
    parser.add_argument("--cuts", type=int, default=200, help="moments at which the power goes (200)")
    parser.add_argument("--times", type=int, default=5, help="how often the disk, the storage, PostgreSQL goes (5)")
    parser.add_argument("--seconds", type=float, default=10, help="how long each is away, or is recorded (10)")
    parser.add_argument("--every", type=float, default=20, help="seconds between two restarts of PostgreSQL (20)")
    parser.add_argument("--seed", type=int, default=6, help="of everything that is left to chance (6)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
