"""A scripted linker (trust.md T10): guesses which stories are by one person, by everything that is not their words.

It sees what a stranger sees: addresses, pages, headers, cookies, lists and their order. It trusts any trace that some
stories share and most do not, so that a trace that ties two stories of one author together makes it right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from uuid import UUID

_TAGS = re.compile(
    r"\bd=\"[^\"]+\"|datetime=\"[^\"]+\"|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}:\d{2}(?::\d{2})?\b|[0-9a-f]{16,}"
)
_WORDS = re.compile(r"[\w.@:/-]{3,}")


def traces_of(story: UUID, words: str, body: str, headers: Mapping[str, str], cookies: str) -> set[str]:
    """Everything on one page by which it could be known again, but its words and its own address."""
    text = body.replace(words, "").replace(str(story), "").replace(story.hex, "")
    seen = {f"tag {one}" for one in _TAGS.findall(text)} | {f"word {one}" for one in _WORDS.findall(text)}
    seen |= {f"header {name}: {value}" for name, value in headers.items()} | {f"cookie {cookies}"}
    return seen | {f"id {story.hex[:width]}" for width in range(2, 13)}


def guesses(traces: Mapping[UUID, set[str]], order: Sequence[UUID]) -> dict[frozenset[UUID], float]:
    """How sure the linker is of each pair: rare traces that both have weigh most, then standing side by side."""
    common = Counter(trace for seen in traces.values() for trace in seen)
    places = {story: place for place, story in enumerate(order)}
    sure = {}
    for one, other in combinations(traces, 2):
        shared = traces[one] & traces[other]
        rare = sum(common[trace] ** -2.0 for trace in shared if common[trace] < len(traces))
        near = 1 / (1 + abs(places[one] - places[other]))
        sure[frozenset((one, other))] = rare + near / 100
    return sure


def right_more_often_than_chance(sure: Mapping[frozenset[UUID], float], author_of: Mapping[UUID, int]) -> float:
    """How often a pair by one person looks likelier than a pair by two: 0.5 is chance, 1 is certainty (AUC)."""
    same, other = [], []
    for pair, score in sure.items():
        (same if len({author_of[one] for one in pair}) == 1 else other).append(score)
    better = sum((one > two) + 0.5 * (one == two) for one in same for two in other)
    return better / (len(same) * len(other))
