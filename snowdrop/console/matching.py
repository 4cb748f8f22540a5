"""Matches readers with stories that stand in files, so that anybody can measure matching on a set of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from snowdrop.console.json_lines import objects_of
from snowdrop.stories.matching import Asked, Match, Told
from snowdrop.stories.matching.index import Index

TOP: Final = 20

_OF_A_STORY: Final = "“id”, “lang”, “text” and “facets”"
_OF_A_READER: Final = "“id”, “gives”, “matters” and “words”"


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that cannot be used, and why, in a sentence."""

    number: int
    reason: str


@dataclass(slots=True)
class Shelf:
    """The stories of a file, and the lines that held none."""

    index: Index = field(default_factory=Index)
    ids: list[Any] = field(default_factory=list)
    """By the number under which the index knows them."""
    bad: list[BadLine] = field(default_factory=list)


def shelve(lines: Iterable[bytes]) -> Shelf:
    """Takes in the stories of a file: `id` is needed and stands once; `lang`, `text` and `facets` may be missing."""
    shelf = Shelf()
    shelf.index.put_many(_stories_of(lines, shelf))
    return shelf


def match_lines(shelf: Shelf, lines: Iterable[bytes], top: int = TOP) -> Iterator[dict[str, Any] | BadLine]:
    """For each reader the stories in order, each with its reasons, or what is wrong with the line."""
    for number, line in objects_of(lines, with_what=_OF_A_READER):
        wrong = line if isinstance(line, str) else _wrong_with_reader(line)
        yield BadLine(number, wrong) if isinstance(line, str) or wrong else _answer(shelf, line, top)


def _stories_of(lines: Iterable[bytes], shelf: Shelf) -> Iterator[Told]:
    """The stories; what is no story is put with the bad lines."""
    seen: dict[str, int] = {}
    for number, line in objects_of(lines, with_what=_OF_A_STORY):
        wrong = line if isinstance(line, str) else _wrong_with_story(line)
        if isinstance(line, dict) and not wrong and (first := seen.setdefault(repr(line["id"]), number)) != number:
            wrong = f"has the same “id” as line {first}."
        if isinstance(line, str) or wrong:
            shelf.bad.append(BadLine(number, wrong))
        else:
            shelf.ids.append(line["id"])
            text, language = line.get("text") or "", line.get("lang") or ""
            yield Told(len(shelf.ids) - 1, line.get("facets") or {}, text, language)


def _answer(shelf: Shelf, line: dict[str, Any], top: int) -> dict[str, Any]:
    matters = line.get("matters") or ()
    asked = Asked(
        line.get("gives") or {}, (matters,) if isinstance(matters, str) else tuple(matters), line.get("words") or ""
    )
    matches = shelf.index.nearest(asked, top)
    return {
        "id": line["id"],
        "nothing_near": not any(match.is_near for match in matches),
        "stories": [_in_words(shelf, match) for match in matches],
    }


def _in_words(shelf: Shelf, match: Match) -> dict[str, Any]:
    reasons = [str(reason.sentence) for reason in match.reasons]
    return {"id": shelf.ids[match.number], "score": match.score, "near": match.is_near, "reasons": reasons}


def _wrong_with_story(line: dict[str, Any]) -> str:
    """What is wrong with a story's line, in a sentence; "" for nothing."""
    if not isinstance(line.get("id"), str | int):
        return "has no “id” that is a string or a whole number."
    for key in ("text", "lang"):
        if not isinstance(line.get(key), str | None):
            return f"has a “{key}” that is not a string."
    return "" if isinstance(line.get("facets"), dict | None) else "has “facets” that are not an object."


def _wrong_with_reader(line: dict[str, Any]) -> str:
    """What is wrong with a reader's line, in a sentence; "" for nothing."""
    if not isinstance(line.get("id"), str | int):
        return "has no “id” that is a string or a whole number."
    if not isinstance(line.get("gives"), dict | None):
        return "has a “gives” that is not an object."
    matters = line.get("matters") or []
    if not isinstance(matters, str) and not (
        isinstance(matters, list) and all(isinstance(axis, str) for axis in matters)
    ):
        return "has a “matters” that is not a list of names."
    return "" if isinstance(line.get("words"), str | None) else "has “words” that are not a string."
