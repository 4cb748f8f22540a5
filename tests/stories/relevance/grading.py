"""How near a story would feel to a reader: the reader's own note, written out as plain rules, and nothing else.

A rule is a line such as “kind:stillbirth nolc weeks:34-42”: a story meets it that tells all of this, in its form or in
its text. A reader has rules for 3 (it could be mine), 2 (much of it is mine) and 1 (some of it is); a story has the
highest grade of which it meets one rule. A story in a language that the reader does not read is one grade less near.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

SETS: Final = ("to_tune_on", "held_back")
"""The readers that weights may be tuned on, and those of whom only the figures of all together are looked at."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who looks for stories, and what would feel near to them."""

    id: str
    note: str
    """What they would say of themselves, and of what they look for."""
    gives: Mapping[str, Any]
    matters: list[str]
    words: str
    reads: list[str]
    """The languages that they read."""
    three: list[str]
    two: list[str]
    one: list[str]


@cache
def readers(name: str) -> tuple[Reader, ...]:
    """The readers of a set."""
    lines = (Path(__file__).parent / f"readers_{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(Reader(**json.loads(line)) for line in lines)


def grade(reader: Reader, known: Mapping[str, Any]) -> int:
    """From 0 to 3, for what a story tells."""
    for points, rules in ((3, reader.three), (2, reader.two), (1, reader.one)):
        if any(_meets(rule, known) for rule in rules):
            return points if known["lang"] in reader.reads else points - 1
    return 0


def _meets(rule: str, known: Mapping[str, Any]) -> bool:
    return all(_tells(part, known) for part in rule.split())


def _tells(part: str, known: Mapping[str, Any]) -> bool:
    """Whether one thing is told: that it was so, one of several words, or a number in a range."""
    key, _, wanted = part.partition(":")
    if key not in known:
        return False
    if not wanted:
        return bool(known[key])
    if "-" in wanted:
        low, high = map(int, wanted.split("-"))
        return low <= int(known[key]) <= high
    return str(known[key]) in wanted.split("|")
