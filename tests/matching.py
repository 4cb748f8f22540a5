"""Measures how near the stories that are found feel to readers: `python -m tests.matching`, one JSON object a line.

NDCG@10 (Järvelin and Kekäläinen 2002, ACM TOIS 20(4), 422-446; a grade of 3, 2, 1 gains 7, 3, 1) for matching, for text
search alone, for the newest first, and for chance. `--write FOLDER` writes the set as files for `snowdrop match`.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections.abc import Callable, Iterator
from functools import cache
from math import log2
from pathlib import Path
from statistics import mean
from typing import Any, Final

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "snowdrop.settings")

import django

django.setup()

from snowdrop.stories.matching import Asked, Told  # noqa: E402
from snowdrop.stories.matching.index import Index  # noqa: E402
from tests.stories.relevance.grading import SETS, Reader, grade, readers  # noqa: E402
from tests.stories.relevance.lives import lives  # noqa: E402

TOP: Final = 10
CHANCES: Final = 50
"""Orders by chance of which the mean is taken."""


@cache
def index() -> Index:
    """All stories of the set, each known by its place."""
    found = Index()
    found.put_many(Told(place, life.facets, life.text, life.lang) for place, life in enumerate(lives()))
    return found


def by_matching(reader: Reader) -> list[int]:
    """As `snowdrop match` orders them."""
    asked = Asked(reader.gives, tuple(reader.matters), reader.words)
    return [match.number for match in index().nearest(asked, TOP)]


def by_text(reader: Reader) -> list[int]:
    """Text search alone, for all that the reader gave, in words."""
    return _searched(" ".join([reader.words, *_words_given(reader)]))


def by_text_with_note(reader: Reader) -> list[int]:
    """Text search alone, for what they gave and for all that they would say of themselves: more than is ever asked."""
    return _searched(" ".join([reader.words, reader.note, *_words_given(reader)]))


def by_recency(reader: Reader) -> list[int]:
    """The newest first, whoever asks."""
    return list(range(len(lives())))[::-1][:TOP]


def _searched(words: str) -> list[int]:
    found = index()._postings.likeness(words, 1 << 20)
    if found is None:
        return []
    rows, likeness = found
    return [int(rows[place]) for place in likeness.argsort(kind="stable")[::-1][:TOP]]


def _words_given(reader: Reader) -> list[str]:
    values = [value if isinstance(value, list) else [value] for value in reader.gives.values()]
    return [str(one) for value in values for one in value if isinstance(one, str)]


def ndcg(order: list[int], grades: list[int]) -> float:
    """Of the first ten: 1 for the best order that there could be, 0 for nothing near at all."""
    best = _gain(sorted(grades, reverse=True)[:TOP])
    return _gain([grades[place] for place in order[:TOP]]) / best if best else 0.0


def _gain(grades: list[int]) -> float:
    return sum((2**one - 1) / log2(place + 2) for place, one in enumerate(grades))


def _by_chance(grades: list[int]) -> float:
    chance = random.Random(1)
    return mean(ndcg(chance.sample(range(len(grades)), TOP), grades) for _ in range(CHANCES))


WAYS: Final[dict[str, Callable[[Reader], list[int]]]] = {
    "matching": by_matching,
    "text search alone": by_text,
    "text search with the note": by_text_with_note,
    "recency": by_recency,
}


def grades_of(reader: Reader) -> list[int]:
    """The grade of each story for a reader."""
    return [grade(reader, life.known) for life in lives()]


def figures(name: str) -> dict[str, float]:
    """NDCG@10 of each way, the mean of all readers of a set."""
    graded = [(reader, grades_of(reader)) for reader in readers(name)]
    said = {way: mean(ndcg(found(reader), grades) for reader, grades in graded) for way, found in WAYS.items()}
    return said | {"chance": mean(_by_chance(grades) for _, grades in graded)}


def _lines() -> Iterator[dict[str, Any]]:
    count = len(lives())
    for name in SETS:
        for way, value in figures(name).items():
            yield {"set": name, "way": way, "ndcg@10": round(value, 3), "readers": len(readers(name)), "stories": count}


def _write(folder: Path) -> None:
    """The set as three files; grades of 0 are left out."""
    everybody = [reader for name in SETS for reader in readers(name)]
    stories = [{"id": one.id, "lang": one.lang, "text": one.text, "facets": one.facets} for one in lives()]
    asking = [{"id": r.id, "gives": r.gives, "matters": r.matters, "words": r.words} for r in everybody]
    graded = [
        {"reader": r.id, "note": r.note, "grades": {s.id: g for s, g in zip(lives(), grades_of(r), strict=True) if g}}
        for r in everybody
    ]
    for name, rows in (("stories", stories), ("readers", asking), ("grades", graded)):
        written = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(written, encoding="utf-8")


def main() -> int:
    """Prints the figures of both sets."""
    parser = argparse.ArgumentParser(prog="python -m tests.matching", description="How near what is found feels.")
    parser.add_argument("--write", metavar="FOLDER", type=Path, help="write the set as files, and measure nothing")
    parser.add_argument("--each", action="store_true", help="also each reader that may be tuned on")
    options = parser.parse_args()
    if options.write:
        _write(options.write)
        return 0
    for line in _lines():
        print(json.dumps(line))
    if options.each:
        for reader in readers("to_tune_on"):
            grades = grades_of(reader)
            shown = [grades[place] for place in by_matching(reader)]
            print(
                json.dumps(
                    {"reader": reader.id, "ndcg@10": round(ndcg(by_matching(reader), grades), 3), "grades": shown}
                )
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
