"""What the darkroom asks of its disposable process, what comes back, and how both travel as bytes."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, fields
from typing import Final, Literal, cast, get_args

from snowdrop.media.vocabulary import PRINT_SIZES, Format, Limits, PrintFormat, print_name

Outcome = Literal["developed", "too_large", "damaged"]

PRINT_NAMES: Final = {print_name(size, made_as): made_as for size in PRINT_SIZES for made_as in PrintFormat}


class Garbled(Exception):
    """The process answered with something that is no answer."""


@dataclass(frozen=True, slots=True)
class Order:
    """One photograph to develop; its bytes come on standard input. Without a format only the confinement is tried."""

    format: Format | None
    limits: Limits

    def to_text(self) -> str:
        return json.dumps([self.format.name if self.format else None, asdict(self.limits)])

    @classmethod
    def from_text(cls, text: str) -> Order:
        name, limits = json.loads(text)
        return cls(Format[name] if name else None, Limits(**limits))


@dataclass(frozen=True, slots=True)
class Confinement:
    """Which walls really stood around the process: each one was tried, not only asked for.

    `network_closed`: in an empty network; `files_closed`: Landlock refuses every file; `handles_closed`: nothing can be
    opened, neither file nor socket (every machine grants that; it is the weakest for a process of root's);
    `calls_refused`: the system refuses all that a decoder never asks for.
    """

    network_closed: bool
    files_closed: bool
    handles_closed: bool
    calls_refused: bool


@dataclass(frozen=True, slots=True)
class Print:
    """One published size of a photograph: its name ("small.webp"), its sides in pixels and its bytes."""

    name: str
    width: int
    height: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What the process made of an order; sides are those of the whole photograph, upright."""

    outcome: Outcome
    confinement: Confinement
    width: int = 0
    height: int = 0
    average_colour: str = "#000000"
    prints: tuple[Print, ...] = ()

    def to_bytes(self) -> bytes:
        """One line of JSON, then the bytes of the prints one after another."""
        head = [self.outcome, asdict(self.confinement), self.width, self.height, self.average_colour]
        sides = [[made.name, made.width, made.height, len(made.content)] for made in self.prints]
        return json.dumps([*head, sides]).encode() + b"\n" + b"".join(made.content for made in self.prints)

    @classmethod
    def from_bytes(cls, answer: bytes, limits: Limits) -> Answer:
        """Reads an answer as one reads a stranger's letter: a decoder that was taken over may have written it."""
        try:
            return cls._from_stranger(answer, limits)
        except (ValueError, TypeError, KeyError, IndexError, RecursionError):
            raise Garbled from None

    @classmethod
    def _from_stranger(cls, answer: bytes, limits: Limits) -> Answer:
        head, _, content = answer.partition(b"\n")
        outcome, walls, width, height, colour, sides = json.loads(head)
        _expect(outcome in get_args(Outcome))
        _expect(isinstance(width, int) and isinstance(height, int) and 0 <= width * height <= limits.pixels)
        _expect(bool(re.fullmatch(r"#[0-9a-f]{6}", colour)))
        confinement = Confinement(*(walls[wall.name] is True for wall in fields(Confinement)))
        prints = []
        for name, print_width, print_height, length in sides:
            _expect(isinstance(length, int) and 0 < length <= len(content))
            prints.append(_checked(Print(name, print_width, print_height, content[:length])))
            content = content[length:]
        _expect(not content and len({made.name for made in prints}) == len(prints))
        _expect((outcome == "developed") == bool(prints))
        return cls(cast(Outcome, outcome), confinement, width, height, colour, tuple(prints))


_LONGEST_PRINT: Final = max(size.longest_side for size in PRINT_SIZES)
_BEGINNINGS: Final = {
    PrintFormat.JPEG: re.compile(rb"\xff\xd8\xff"),
    PrintFormat.WEBP: re.compile(rb"RIFF....WEBP", re.DOTALL),
}


def _checked(made: Print) -> Print:
    """The print, if it is one of those that were ordered, and is what its name says."""
    for side in (made.width, made.height):
        _expect(isinstance(side, int) and 0 < side <= _LONGEST_PRINT)
    _expect(bool(_BEGINNINGS[PRINT_NAMES[made.name]].match(made.content)))
    return made


def _expect(holds: bool) -> None:
    if not holds:
        raise ValueError
