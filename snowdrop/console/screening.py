"""Screens messages that stand one to a line in a file, so that anybody can measure the rules on a set of their own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

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
    for number, raw in enumerate(lines, start=1):
        if raw.strip():
            read = _read(raw)
            yield BadLine(number, read) if isinstance(read, str) else Answer(number, _answer(read))


def _read(raw: bytes) -> dict[str, Any] | str:
    try:
        line = json.loads(raw.removeprefix(b"\xef\xbb\xbf"))
    except (UnicodeDecodeError, RecursionError):
        return "is not text in UTF-8 that can be read as JSON."
    except ValueError as problem:
        return f"is not JSON: {problem.msg if isinstance(problem, json.JSONDecodeError) else 'a number is too long'}."
    if not isinstance(line, dict):
        return "is JSON, but not an object with “id”, “lang” and “text”."
    if not isinstance(line.get("text"), str):
        return "has no “text” that is a string."
    if not isinstance(line.get("lang", ""), str | None):
        return "has a “lang” that is not a string."
    return line


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
