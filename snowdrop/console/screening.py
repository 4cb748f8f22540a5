"""Screens messages that stand one to a line in a file, so that anybody can measure the rules on a set of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from snowdrop.console.json_lines import objects_of
from snowdrop.safeguarding.screening import Reason, screen


@dataclass(frozen=True, slots=True)
class Answer:
    """What the screens say of one line, ready to be written as JSON."""

    number: int
    said: dict[str, Any]


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that cannot be screened, and why, in a sentence."""

    number: int
    reason: str


def screen_lines(lines: Iterable[bytes]) -> Iterator[Answer | BadLine]:
    """One answer for each line that holds a JSON object with a `text`; empty lines are passed over.

    `id` is given back as it came, or as null; `lang` may be missing or unknown. Lines are counted from 1.
    """
    for number, line in objects_of(lines, with_what="“id”, “lang” and “text”"):
        wrong = line if isinstance(line, str) else _wrong_with(line)
        yield BadLine(number, wrong) if isinstance(line, str) or wrong else Answer(number, _answer(line))


def _wrong_with(line: dict[str, Any]) -> str:
    """What is wrong with a line, in a sentence; "" for nothing."""
    if not isinstance(line.get("text"), str):
        return "has no “text” that is a string."
    if not isinstance(line.get("lang", ""), str | None):
        return "has a “lang” that is not a string."
    return ""


def _answer(line: dict[str, Any]) -> dict[str, Any]:
    screened = screen(line["text"], language=line.get("lang") or "")
    return {
        "id": line.get("id"),
        "lane": screened.lane,
        "clumsy": screened.clumsy,
        "crisis": screened.crisis,
        "reasons": [_in_words(reason) for reason in screened.reasons],
    }


def _in_words(reason: Reason) -> str:
    seen = ", ".join(f"“{' '.join(one.split())}”" for one in reason.seen)
    return f"{reason.words.removesuffix('.')}: {seen}." if seen else reason.words
