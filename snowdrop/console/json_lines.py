"""Reads files of JSON lines that somebody else has made: an object for each line, or a sentence why there is none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any


def objects_of(lines: Iterable[bytes], *, with_what: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    """Each line that is not empty, by its number from 1, as an object or as what is wrong with it.

    `with_what` says in words what an object has.
    """
    for number, raw in enumerate(lines, start=1):
        if raw.strip():
            yield number, _read(raw, with_what)


def _read(raw: bytes, with_what: str) -> dict[str, Any] | str:
    try:
        line = json.loads(raw.removeprefix(b"\xef\xbb\xbf"))
    except (UnicodeDecodeError, RecursionError):
        return "is not text in UTF-8 that can be read as JSON."
    except ValueError as problem:
        return f"is not JSON: {problem.msg if isinstance(problem, json.JSONDecodeError) else 'a number is too long'}."
    return line if isinstance(line, dict) else f"is JSON, but not an object with {with_what}."


def writable(said: object) -> str:
    """An object as one line of JSON, also where it holds something that no text in UTF-8 can hold."""
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()
