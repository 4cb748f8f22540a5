"""Turns single runs into the rows that `make bench` prints: medians, and ratios between cases of the same run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Final

DISTURBED_CORES: Final = 0.35
_EXTRAS: Final = ("min", "max", "answered", "stored", "errors", "bytes_each", "others", "not_measured")


class NotMeasured(Exception):
    """A case has no figure that can be believed; the text is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one case. `value` is in the measure's own unit; `others` is the cores that other processes took.

    `at` is when it ended, in seconds since the first began.
    """

    value: float
    p50_ms: float | None = None
    p99_ms: float | None = None
    errors: int | None = None
    answered: int | None = None
    stored: int | None = None
    bytes_each: int | None = None
    others: float | None = None
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """What a case yields: a name, a unit, and the names of the measures of the same run that it is set against."""

    name: str
    unit: str
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line.

    `value`, `p50_ms`, `p99_ms`, `bytes_each` and `others` are medians over `runs` runs; `min` and `max` are the lowest
    and highest value; `answered`, `stored` and `errors` are sums. `ratio` is the median of the ratios of each repeat.
    A row that could not be measured has no value and says why in `not_measured`.
    """

    name: str
    value: float | None
    unit: str
    ratio_to: str | None
    ratio: float | None
    p50_ms: float | None
    p99_ms: float | None
    runs: int
    machine: str
    min: float | None = None
    max: float | None = None
    answered: int | None = None
    stored: int | None = None
    errors: int | None = None
    bytes_each: int | None = None
    others: float | None = None
    not_measured: str | None = None

    def as_json(self) -> str:
        """One JSON object on one line, without the honest extras that do not apply to this row."""
        fields = asdict(self).items()
        return json.dumps({name: value for name, value in fields if name not in _EXTRAS or value is not None})


@dataclass(frozen=True, slots=True)
class Measured:
    """All runs of one measure, by repeat; `not_measured` says why when one of them could not be believed."""

    measure: Measure
    runs: Mapping[int, Run]
    not_measured: str | None = None


def check_stored(answered: int, stored: int, in_flight: int) -> None:
    """Refuse a run of submissions whose rows are not those that were answered.

    Every answered submission must be stored; at most the `in_flight` ones (one per connection, unanswered when the load
    stopped) may be stored besides.
    """
    if not answered <= stored <= answered + in_flight:
        raise NotMeasured(
            f"{answered} submissions were answered and {stored} rows stored; at most {in_flight} were under way."
        )


def rows_of(everything: Sequence[Measured], machine: str) -> list[Row]:
    """One row for each measure and each thing that it is set against."""
    by_name = {measured.measure.name: measured for measured in everything}
    return [
        _row(measured, by_name.get(reference) if reference else None, reference, machine)
        for measured in everything
        for reference in measured.measure.against or (None,)
    ]


def _row(measured: Measured, reference: Measured | None, ratio_to: str | None, machine: str) -> Row:
    runs = [] if measured.not_measured else list(measured.runs.values())
    values = [run.value for run in runs]
    return Row(
        name=measured.measure.name,
        value=_median(values),
        unit=measured.measure.unit,
        ratio_to=ratio_to,
        ratio=_ratio(measured, reference),
        p50_ms=_median(run.p50_ms for run in runs),
        p99_ms=_median(run.p99_ms for run in runs),
        runs=len(runs),
        machine=machine,
        min=min(values, default=None),
        max=max(values, default=None),
        answered=_sum(run.answered for run in runs),
        stored=_sum(run.stored for run in runs),
        errors=_sum(run.errors for run in runs),
        bytes_each=_middle_of(run.bytes_each for run in runs),
        others=_median(run.others for run in runs),
        not_measured=measured.not_measured,
    )


def _ratio(measured: Measured, reference: Measured | None) -> float | None:
    if reference is None or measured.not_measured or reference.not_measured:
        return None
    both = measured.runs.keys() & reference.runs.keys()
    pairs = [(measured.runs[repeat].value, reference.runs[repeat].value) for repeat in both]
    ratios = [value / limit for value, limit in pairs if limit]
    return round(median(ratios), 4) if ratios else None


def _median(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(median(known), 3) if known else None


def _middle_of(values: Iterable[int | None]) -> int | None:
    middle = _median(values)
    return None if middle is None else round(middle)


def _sum(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
