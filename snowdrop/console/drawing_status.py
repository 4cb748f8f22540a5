"""Draws what was seen in the engine room as text, for a terminal of any width and height, or for a file."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from typing import Final

from snowdrop.engine_room.lines import Line, Part
from snowdrop.engine_room.looking import EngineRoom
from snowdrop.engine_room.vocabulary import State

Paint = Callable[[State, str], str]

_STATE: Final = 6
_ABOUT: Final = 38
_ROOMY: Final = 78
"""Columns from which on a line has all three things beside each other."""
_NARROWEST: Final = 24


def drawn(room: EngineRoom, *, width: int, height: int | None, paint: Paint) -> list[str]:
    """The lines of text. Where they are more than `height`, parts in which all is fine take one line each.

    `paint` is given the word for how something stands, and returns it as it is to look; it takes no room.
    """
    width = max(width, _NARROWEST)
    whole = [*_head(room, width, paint), *(text for part in room.parts for text in _part(part, width, paint))]
    if height is None or len(whole) <= height:
        return whole
    short = [*_head(room, width, paint), *(text for part in room.parts for text in _in_short(part, width, paint))]
    return short if len(short) <= height else [*short[: height - 1], "…"]


def _head(room: EngineRoom, width: int, paint: Paint) -> Iterator[str]:
    said = textwrap.wrap(f"{room.words} ({room.at:%Y-%m-%d %H:%M:%S} UTC)", width)
    state = room.state if room.runs else State.STUCK
    yield from (paint(state, text) for text in said)


def _part(part: Part, width: int, paint: Paint) -> Iterator[str]:
    yield ""
    yield from textwrap.wrap(str(part.title), width)
    for line in part.lines:
        yield from _line(line, width, paint)


def _in_short(part: Part, width: int, paint: Paint) -> Iterator[str]:
    """What is not fine, or that all of it is."""
    troubles = [line for line in part.lines if line.state is not State.FINE]
    yield from (text for line in troubles for text in _line(line, width, paint))
    if not troubles:
        yield f"{_padded(State.FINE, str(State.FINE.label), paint)} {str(part.title)[: width - _STATE - 1]}"


def _line(line: Line, width: int, paint: Paint) -> Iterator[str]:
    state, about, words = _padded(line.state, str(line.label), paint), str(line.about), str(line.words)
    if width >= _ROOMY and len(about) <= _ABOUT:
        first, *more = textwrap.wrap(words, width - _STATE - _ABOUT - 2) or [""]
        yield f"{state} {about:{_ABOUT}} {first}".rstrip()
        yield from (" " * (_STATE + _ABOUT + 2) + text for text in more)
        return
    first, *more = textwrap.wrap(f"{about}: {words}", width - _STATE - 1)
    yield f"{state} {first}"
    yield from (" " * (_STATE + 1) + text for text in more)


def _padded(state: State, word: str, paint: Paint) -> str:
    return paint(state, word) + " " * max(0, _STATE - len(word))
