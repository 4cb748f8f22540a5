"""The benchmark's own arithmetic: no figure without its rows, and ratios only between cases of the same repeat."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from bench import plot
from bench.__main__ import choose
from bench.cases import all_cases
from bench.cases_on_postgresql import cases_on_postgresql
from bench.figures import Measure, Measured, NotMeasured, Row, Run, check_stored, rows_of
from bench.load import Seen, read_figures

LIMIT = Measure("limit", "1/s")
OURS = Measure("ours", "1/s", ("limit",))
WRK = """Running 3s test @ http://127.0.0.1:8000/
  1 threads and 64 connections
FIGURES {"requests":1000,"seconds":2.5,"p50_ms":1.5,"p99_ms":9.0,"bytes":500000,"refused":100,"broken":2,"late":1}
"""


def test_wrks_line_is_read_and_refused_requests_are_errors_not_answers() -> None:
    assert read_figures(WRK) == Seen(900, 103, 2.5, 1.5, 9.0, 500)
    assert read_figures(WRK).rate == 360.0


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        ("unable to connect", "wrk printed no figures: unable to connect"),
        (WRK.replace('"refused":100', '"refused":1000'), "Not one of 1000 requests was answered well."),
    ],
)
def test_a_load_that_says_nothing_is_refused_with_a_sentence(printed: str, sentence: str) -> None:
    with pytest.raises(NotMeasured) as refusal:
        read_figures(printed)
    assert str(refusal.value) == sentence


def test_a_row_holds_medians_and_the_median_of_the_ratios_of_each_repeat() -> None:
    slow_machine_in_the_second_repeat = [
        Measured(LIMIT, {1: Run(100.0), 2: Run(10.0), 3: Run(200.0)}),
        Measured(
            OURS, {1: Run(60.0, 1.0, 5.0, 0, 60, 61, 90, 0.1), 2: Run(7.0, 2.0, 9.0, 1, 7, 7, 91, 0.3), 3: Run(110.0)}
        ),
    ]
    assert rows_of(slow_machine_in_the_second_repeat, "here") == [
        Row("limit", 100.0, "1/s", None, None, None, None, 3, "here", 10.0, 200.0),
        Row("ours", 60.0, "1/s", "limit", 0.6, 1.5, 7.0, 3, "here", 7.0, 110.0, 67, 68, 1, 90, 0.2),
    ]


def test_a_case_that_was_refused_has_no_value_and_lends_none() -> None:
    refused = [Measured(LIMIT, {1: Run(100.0)}, "It did not start."), Measured(OURS, {1: Run(60.0)})]
    rows = rows_of(refused, "here")
    assert [(row.value, row.ratio, row.not_measured) for row in rows] == [
        (None, None, "It did not start."),
        (60.0, None, None),
    ]


def test_a_printed_line_always_has_the_nine_fields() -> None:
    line = json.loads(rows_of([Measured(LIMIT, {1: Run(2.0)})], "here")[0].as_json())
    assert line == {
        "name": "limit",
        "value": 2.0,
        "unit": "1/s",
        "ratio_to": None,
        "ratio": None,
        "p50_ms": None,
        "p99_ms": None,
        "runs": 1,
        "machine": "here",
        "min": 2.0,
        "max": 2.0,
    }


@pytest.mark.parametrize("stored", [100, 164])
def test_rows_that_were_answered_or_under_way_are_believed(stored: int) -> None:
    check_stored(100, stored, 64)


@pytest.mark.parametrize("stored", [99, 165])
def test_an_answer_without_a_row_or_a_row_from_nowhere_is_refused(stored: int) -> None:
    with pytest.raises(NotMeasured, match=f"100 submissions were answered and {stored} rows stored"):
        check_stored(100, stored, 64)


def test_a_chosen_case_brings_what_it_is_set_against_and_nothing_else() -> None:
    chosen = choose(all_cases(), "^P1 submissions$")
    names = [measure.name for case in chosen for measure in case.measures]
    assert names == ["L2 group commit", "Isso submissions", "P1 submissions"]


def test_every_reference_is_a_case_of_the_same_run() -> None:
    measures = [measure for case in [*all_cases(), *cases_on_postgresql()] for measure in case.measures]
    names = {measure.name for measure in measures}
    assert len(names) == len(measures)
    assert {reference for measure in measures for reference in measure.against} <= names


def test_the_runs_are_drawn_one_dot_each_in_the_order_of_their_time() -> None:
    runs = {1: Run(100.0, p99_ms=5.0, at=10.0), 2: Run(200.0, p99_ms=9.0, at=40.0)}
    everything = [
        Measured(Measure("P1 <submissions>", "1/s"), runs),
        Measured(Measure("P9 memory", "MB"), {1: Run(90.0, at=12.0)}),
        Measured(LIMIT, {}, "It did not start."),
    ]

    drawing = ElementTree.fromstring(plot.drawn(everything))

    svg = "{http://www.w3.org/2000/svg}"
    panels = [[dot.findtext(f"{svg}title") for dot in one.iter(f"{svg}circle")] for one in drawing.findall(f"{svg}g")]
    names = [one.findtext(f"{svg}text") for one in drawing.findall(f"{svg}g")]
    places = [float(dot.get("cx", "")) for dot in drawing.find(f"{svg}g").iter(f"{svg}circle")]
    assert names == ["P1 <submissions>", "P1 <submissions>", "P9 memory"]
    assert panels == [
        ["100 1/s after 10 s", "200 1/s after 40 s"],
        ["5 p99, ms after 10 s", "9 p99, ms after 40 s"],
        ["90 MB after 12 s"],
    ]
    assert places == sorted(places)
    assert ElementTree.fromstring(plot.drawn([])).tag == f"{svg}svg"
