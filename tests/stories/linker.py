"""A scripted linker (trust.md T10): guesses which stories are by one person, by everything that is not their words.

It sees what a stranger sees: addresses, pages, drawings, headers, cookies, lists and their order. Each kind of trace is
tried apart, and the kind that ties most pairs rightly together is what the linker is judged by.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from uuid import UUID

_DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)
_KINDS = {
    "drawing": re.compile(r"\b(?:d|viewBox|transform)=\"[^\"]+\""),
    "time": re.compile(r"datetime=\"[^\"]+\"|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}:\d{2}(?::\d{2})?\b"),
    "number": re.compile(r"[0-9a-f]{16,}"),
    "word": re.compile(r"[\w.@:/-]{3,}"),
}
Traces = Mapping[str, set[str]]
"""What was seen on one page, by kind."""


def traces_of(story: UUID, words: str, body: str, headers: Mapping[str, str], cookies: str) -> Traces:
    """Everything on one page by which it could be known again, but its words and its own address."""
    text = body.replace(words, "").replace(str(story), "").replace(story.hex, "")
    plain = _DRAWING.sub("", text)
    seen = {kind: set(found.findall(text if kind == "drawing" else plain)) for kind, found in _KINDS.items()}
    seen["header"] = {f"{name}: {value}" for name, value in headers.items()} | {cookies}
    seen["id"] = {story.hex[:width] for width in range(2, 13)}
    return seen


def guesses(traces: Mapping[UUID, Traces], order: Sequence[UUID]) -> dict[str, dict[frozenset[UUID], float]]:
    """How sure the linker is of each pair, by kind of trace: rare traces weigh most; and who stands side by side."""
    sure: dict[str, dict[frozenset[UUID], float]] = defaultdict(dict)
    places = {story: place for place, story in enumerate(order)}
    for kind in next(iter(traces.values())):
        common = Counter(trace for seen in traces.values() for trace in seen[kind])
        for one, other in combinations(traces, 2):
            shared = traces[one][kind] & traces[other][kind]
            sure[kind][frozenset((one, other))] = sum(common[trace] ** -2.0 for trace in shared)
    for one, other in combinations(traces, 2):
        sure["order"][frozenset((one, other))] = -abs(places[one] - places[other])
    return sure


def right_more_often_than_chance(sure: Mapping[frozenset[UUID], float], author_of: Mapping[UUID, int]) -> float:
    """How often a pair by one person looks likelier than a pair by two: 0.5 is chance, 1 is certainty (AUC)."""
    same: list[float] = []
    others: list[float] = []
    for pair, score in sure.items():
        (same if len({author_of[one] for one in pair}) == 1 else others).append(score)
    better = sum((one > two) + 0.5 * (one == two) for one in same for two in others)
    return better / (len(same) * len(others))
