"""`python -m bench`: runs all cases interleaved and prints one JSON object a line; progress on the error stream."""

from __future__ import annotations

import argparse
import re
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import FrameType

from bench import machine, plot
from bench.cases import Case, Workbench, all_cases
from bench.cases_on_postgresql import cases_on_postgresql
from bench.figures import DISTURBED_CORES, Measured, NotMeasured, Row, Run, rows_of
from bench.load import have_wrk
from bench.servers import ROOT


@dataclass(slots=True)
class Runs:
    """What the repeats of one case have yielded so far."""

    case: Case
    by_repeat: dict[int, tuple[Run, ...]] = field(default_factory=dict)
    not_measured: str | None = None

    def measured(self) -> list[Measured]:
        """One for each measure of the case."""
        return [
            Measured(measure, {repeat: runs[place] for repeat, runs in self.by_repeat.items()}, self.not_measured)
            for place, measure in enumerate(self.case.measures)
        ]


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print, and answer with the exit status: 0 when every chosen case has a figure, 1 when one has none."""
    options = _options(words)
    try:
        with _interruptible(), _folder() as folder, ExitStack() as stack:
            have_wrk()
            chosen = choose([*all_cases(), *cases_on_postgresql()], options.only)
            measured = measure(chosen, Workbench(folder, options.seconds, stack), options.repeats)
            rows = rows_of(measured, machine.describe(folder))
    except NotMeasured as reason:
        _tell(str(reason))
        return 2
    except KeyboardInterrupt:
        _tell("Stopped. Everything that was started has ended.")
        return 130
    _print(rows, options.json)
    options.plot.write_text(plot.drawn(measured))
    _tell(f"The runs are drawn in {options.plot}.")
    return 1 if any(row.not_measured for row in rows) else 0


def choose(cases: Sequence[Case], only: str) -> list[Case]:
    """The cases with a measure whose name matches `only`, and those that they are set against."""
    wanted = {measure.name for case in cases for measure in case.measures if re.search(only, measure.name)}
    known = 0
    while known != len(wanted):
        known = len(wanted)
        wanted |= {name for case in cases for m in case.measures if m.name in wanted for name in m.against}
    chosen = [case for case in cases if any(measure.name in wanted for measure in case.measures)]
    if not chosen:
        raise NotMeasured(f"No case has a name that matches {only!r}.")
    return chosen


def measure(cases: Sequence[Case], bench: Workbench, repeats: int) -> list[Measured]:
    """Repeat 1 of every case, then repeat 2 of every case, ..., so that a slow drift of the machine meets all alike."""
    everything, began = [Runs(case) for case in cases], time.monotonic()
    for repeat in range(1, repeats + 1):
        for runs in everything:
            if not runs.not_measured:
                _run(runs, bench, repeat, began)
    return [measured for runs in everything for measured in runs.measured()]


def _run(runs: Runs, bench: Workbench, repeat: int, began: float) -> None:
    try:
        done = runs.case.run(bench)
        runs.by_repeat[repeat] = tuple(replace(run, at=round(time.monotonic() - began, 1)) for run in done)
    except (NotMeasured, OSError) as reason:
        runs.not_measured = str(reason)
        _tell(f"{repeat}  {runs.case.measures[0].name}: not measured. {reason}")
        return
    for measure, run in zip(runs.case.measures, runs.by_repeat[repeat], strict=True):
        disturbed = "  (disturbed by other programs)" if (run.others or 0) > DISTURBED_CORES else ""
        _tell(f"{repeat}  {measure.name:45} {run.value:10.1f} {measure.unit}{disturbed}")


def _options(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Snowdrop, its limits and a peer.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the same lines to FILE too")
    drawing = ROOT / ".bench" / "figures.svg"
    parser.add_argument(
        "--plot", type=Path, metavar="FILE", default=drawing, help="draw the runs there (.bench/figures.svg)"
    )
    parser.add_argument("--repeats", type=_at_least_one, default=3, help="runs of each case (3)")
    parser.add_argument("--seconds", type=_at_least_one, default=5, help="seconds of load in each run (5)")
    parser.add_argument("--only", default="", metavar="REGEX", help="only cases whose name matches, and their limits")
    return parser.parse_args(words)


def _at_least_one(word: str) -> int:
    number = int(word)
    if not 1 <= number <= 600:
        raise argparse.ArgumentTypeError("must be between 1 and 600")
    return number


@contextmanager
def _interruptible() -> Iterator[None]:
    """The first Ctrl-C or request to end unwinds everything in order; later ones do not disturb that."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    yield


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder on the checkout's own disk, removed at the end: commits mean little on a file system in memory."""
    home = ROOT / ".bench"
    home.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="run-", dir=home, ignore_cleanup_errors=True) as name:
        yield Path(name)


def _print(rows: Sequence[Row], file: Path | None) -> None:
    lines = "".join(f"{row.as_json()}\n" for row in rows)
    sys.stdout.write(lines)
    if file:
        file.write_text(lines)


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
