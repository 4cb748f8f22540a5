"""The nearest of many stories: `python -m bench.matching`, beside plain NumPy and beside a question to SQLite alone.

All three answer the same questions in turns, in one run, from the same tables of likeness, and must find the same
scores. The index says its reasons besides. One JSON object a line; progress on the error stream.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from statistics import median, quantiles
from typing import Any, Final, NamedTuple

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "snowdrop.settings")

import django

django.setup()

import numpy as np  # noqa: E402

from bench import machine  # noqa: E402
from bench.servers import ROOT  # noqa: E402
from snowdrop.stories.matching import Asked, Told  # noqa: E402
from snowdrop.stories.matching.comparing import table_of, wish_of  # noqa: E402
from snowdrop.stories.matching.index import Index  # noqa: E402
from snowdrop.stories.vocabulary import CHOICES, Axis  # noqa: E402

TOP: Final = 20
SEED: Final = 15_10
_GIVEN: Final = 0.6
"""The share of axes that each story and each reader gives."""
_OWN_WORDS: Final = {
    Axis.LANGUAGE: "en es de fr it pt",
    Axis.COUNTRY: "gb us de fr es ie",
    Axis.BACKGROUND: "black latin arab",
}
_DIFFERENT_WORDS: Final = 30_000


class Took(NamedTuple):
    """How long something took, and how long the processor worked for it; both in seconds."""

    seconds: float
    busy: float


@dataclass(slots=True)
class Ways:
    """The stories, three times: the index, a column of codes for each axis, and a table of a database."""

    index: Index
    codes: dict[Axis, Any]
    database: sqlite3.Connection


def main() -> int:
    """Takes the stories in, asks, prints."""
    options = _options()
    chance = random.Random(SEED)
    words = _Words(options.words)
    began = time.process_time()
    index = Index()
    index.put_many(_a_story(number, chance, words) for number in range(options.stories))
    built = time.process_time() - began
    _tell(f"{options.stories} stories were made up and are in the index, after {built:.0f} s of the processor.")
    ways = _ways(index)
    lines = [*_asked(ways, options, chance), *_changed(ways.index, options, chance, words)]
    if options.words:
        lines.append(_asked_in_words(index, options, chance, words))
    lines.append(
        {
            "name": "P6 taking in",
            "value": round(1e6 * built / options.stories, 1),
            "unit": "µs of the processor a story",
        }
    )
    lines.append({"name": "P6 memory", "value": round(index.nbytes / options.stories, 1), "unit": "bytes a story"})
    where = machine.describe(ROOT)
    for line in lines:
        print(json.dumps({**line, "stories": options.stories, "words_each": options.words, "machine": where}))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.matching", description="The nearest of many stories.")
    parser.add_argument("--stories", type=int, default=1_000_000, help="stories (1,000,000)")
    parser.add_argument("--readers", type=int, default=100, help="questions (100)")
    parser.add_argument("--words", type=int, default=0, help="words of each story (0: only what is given in forms)")
    parser.add_argument("--database-readers", type=int, default=3, help="questions to SQLite, which takes seconds (3)")
    return parser.parse_args()


class _Words:
    """Texts of made-up words, some common and most rare (Zipf)."""

    def __init__(self, each: int) -> None:
        self.each = each
        self._all = [f"w{number}x" for number in range(_DIFFERENT_WORDS)]
        self._weights = list(accumulate(1 / (place + 2) for place in range(_DIFFERENT_WORDS)))

    def some(self, count: int, chance: random.Random) -> str:
        return " ".join(chance.choices(self._all, cum_weights=self._weights, k=count)) if count else ""


def _a_story(number: int, chance: random.Random, words: _Words) -> Told:
    return Told(number, _given(chance), words.some(words.each, chance))


def _given(chance: random.Random) -> dict[str, Any]:
    """Something on about so many axes, by even chance: harder than life, where few combinations are common."""
    return {axis.value: _value(axis, chance) for axis in Axis if chance.random() < _GIVEN}


def _value(axis: Axis, chance: random.Random) -> Any:
    if axis is Axis.MONTHS_SINCE:
        return int(chance.expovariate(1 / 40))
    if axis is Axis.GESTATION_WEEKS:
        return chance.randint(5, 42)
    if axis is Axis.LIVING_CHILDREN:
        return chance.choice([0, 0, 1, 1, 2, 3])
    return chance.choice(CHOICES[axis].values if axis in CHOICES else _OWN_WORDS[axis].split())


def _a_question(chance: random.Random, words: str = "") -> Asked:
    gives = _given(chance)
    return Asked(gives, tuple(chance.sample(sorted(gives), min(3, len(gives)))), words)


def _ways(index: Index) -> Ways:
    """The same stories as plain columns, and as a table of a database in memory."""
    codes: dict[Axis, Any] = {}
    for axes, group in index._groups.items():
        parts = group._parts.rows[group.rows]
        codes |= {axis: parts[:, place].astype(np.intp) for place, axis in enumerate(axes)}
    database = sqlite3.connect(":memory:")
    database.execute(
        f"CREATE TABLE story (number INTEGER PRIMARY KEY, {', '.join(f'{axis} INTEGER' for axis in codes)})"
    )
    held = ", ".join("?" * (1 + len(codes)))
    rows = zip(range(len(index)), *(column.tolist() for column in codes.values()), strict=True)
    database.executemany(f"INSERT INTO story VALUES ({held})", rows)
    for axis in codes:
        database.execute(f"CREATE TABLE likeness_{axis} (code INTEGER PRIMARY KEY, adds INTEGER)")
    _tell("They are in plain columns and in a database too.")
    return Ways(index, codes, database)


def _tables(index: Index, asked: Asked) -> dict[Axis, Any]:
    wish = wish_of(asked)
    found = {axis: table_of(axis, wish, index._columns[axis]) for axis in Axis}
    return {axis: table for axis, table in found.items() if table is not None}


def _by_numpy(ways: Ways, asked: Asked) -> list[int]:
    """Brute force: every story on every axis, then the best of all."""
    total = np.zeros(len(ways.index), np.int64)
    for axis, table in _tables(ways.index, asked).items():
        total += table[ways.codes[axis]]
    best = np.argpartition(total, -TOP)[-TOP:]
    return sorted(total[best].tolist(), reverse=True)


def _by_database(ways: Ways, asked: Asked) -> list[int]:
    """One question to the database, from tables that say what each value adds."""
    tables = _tables(ways.index, asked)
    for axis, table in tables.items():
        ways.database.execute(f"DELETE FROM likeness_{axis}")
        ways.database.executemany(f"INSERT INTO likeness_{axis} VALUES (?, ?)", enumerate(table.tolist()))
    adds = " + ".join(f"likeness_{axis}.adds" for axis in tables)
    joins = " ".join(f"JOIN likeness_{axis} ON likeness_{axis}.code = story.{axis}" for axis in tables)
    rows = ways.database.execute(f"SELECT {adds} FROM story {joins} ORDER BY 1 DESC LIMIT {TOP}")
    return [int(adds) for (adds,) in rows]


def _asked(ways: Ways, options: argparse.Namespace, chance: random.Random) -> Iterator[dict[str, Any]]:
    """Each question to all ways in turn, so that a slow moment of the machine meets all."""
    times: dict[str, list[Took]] = {"index": [], "NumPy": [], "SQLite": []}
    ratios: dict[str, list[float]] = {"NumPy": [], "SQLite": []}
    for place in range(options.readers):
        asked = _a_question(chance)
        scores = [
            round(match.score * wish_of(asked).full) for match in _timed(times["index"], ways.index.nearest, asked)
        ]
        plain = _timed(times["NumPy"], _by_numpy, ways, asked)
        assert np.allclose(scores, plain, rtol=1e-3, atol=wish_of(asked).full * 1e-4), "the two ways differ"
        ratios["NumPy"].append(times["index"][-1].busy / times["NumPy"][-1].busy)
        if place < options.database_readers:
            assert _timed(times["SQLite"], _by_database, ways, asked) == plain, "the database differs"
            ratios["SQLite"].append(times["index"][-1].busy / times["SQLite"][-1].busy)
    yield {"name": "P6 matching, with reasons", **_figures(times["index"])}
    for name in ratios:
        line = {"name": f"P6 {name}, without reasons", **_figures(times[name])}
        yield {**line, "ratio_to": "P6 matching, with reasons", "ratio": round(1 / median(ratios[name]), 2)}


def _asked_in_words(index: Index, options: argparse.Namespace, chance: random.Random, words: _Words) -> dict[str, Any]:
    times: list[Took] = []
    for _ in range(options.readers):
        _timed(times, index.nearest, _a_question(chance, words.some(12, chance)))
    return {"name": "P6 matching, with words too", **_figures(times)}


def _changed(
    index: Index, options: argparse.Namespace, chance: random.Random, words: _Words
) -> Iterator[dict[str, Any]]:
    """How long a new story takes until it can be found, and one that is taken out until it cannot."""
    put: list[Took] = []
    out: list[Took] = []
    for number in range(options.stories, options.stories + options.readers):
        _timed(put, index.put, _a_story(number, chance, words))
    for number in range(options.stories, options.stories + options.readers):
        _timed(out, index.take_out, number)
    yield {"name": "P6 a new story", **_figures(put)}
    yield {"name": "P6 a story taken out", **_figures(out)}


def _timed(times: list[Took], act: Any, *given: Any) -> Any:
    began, busy = time.perf_counter(), time.process_time()
    answer = act(*given)
    times.append(Took(time.perf_counter() - began, time.process_time() - busy))
    return answer


def _figures(times: list[Took]) -> dict[str, Any]:
    """Milliseconds by the clock, and those of the processor: the same on a machine that does nothing else."""
    clock = [1000 * one.seconds for one in times]
    p99 = quantiles(clock, n=100)[-1] if len(clock) > 1 else clock[0]
    busy = round(1000 * median(one.busy for one in times), 2)
    middle = round(median(clock), 2)
    figures = {"value": middle, "unit": "ms", "p50_ms": middle, "p99_ms": round(p99, 2)}
    return {**figures, "processor_ms": busy, "runs": len(times)}


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
