"""How a meadow grows: how many plants stand for the flowers gathered, and the place that each keeps."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from .hand import Hand, Seed
from .vocabulary import Flower, ImpossibleNumber, known_flower

SHOWN_SINGLY = 40
"""Up to this many flowers, each is drawn."""

AT_MOST = 240
"""No meadow has more plants than this."""

GOLDEN = 0.6180339887498949
"""A step that fills a line evenly, wherever one stops."""

STRIDE = 5
"""How many columns lie between one plant of a flower and its next; it has no factor in common with their number."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a plant stands: 0 to 1 from left to right, and 0 to 1 from near to far."""

    across: float
    depth: float


def checked_harvest(gathered: Mapping[Flower, int]) -> dict[Flower, int]:
    """The flowers above zero, in the order of the vocabulary.

    Raises `UnknownFlower`, or `ImpossibleNumber` for what is not a whole number from zero.
    """
    known: dict[Flower, int] = {}
    for name, number in gathered.items():
        flower = known_flower(name)
        if isinstance(number, bool) or not isinstance(number, int) or number < 0:
            raise ImpossibleNumber(f"A meadow cannot hold {number!r} of {flower}.")
        known[flower] = number
    return {flower: known[flower] for flower in Flower if known.get(flower)}


def plants_of(harvest: Mapping[Flower, int]) -> dict[Flower, int]:
    """How many plants to draw of each flower: each one at first, then ever more slowly (by doublings).

    When the picture is full the most common flowers give way; a rare flower always keeps its plants.
    """
    wished = {flower: _stand_for(number) for flower, number in harvest.items()}
    room = _room_for(sum(harvest.values()))
    level = max(wished.values(), default=0)
    while sum(min(plants, level) for plants in wished.values()) > room:
        level -= 1
    return {flower: min(plants, level) for flower, plants in wished.items()}


def fullness(harvest: Mapping[Flower, int]) -> float:
    """From 0 (every flower is drawn) towards 1 (a million and more)."""
    total = sum(harvest.values())
    return (
        0.0
        if total <= SHOWN_SINGLY
        else min(1.0, math.log2(total / SHOWN_SINGLY) / math.log2(1_000_000 / SHOWN_SINGLY))
    )


def places_of(flower: Flower, plants: int, seed: Seed) -> list[Place]:
    """The places of that flower's plants. Each depends on its own number only, so a new plant moves no other.

    The meadow has a column for each flower. In every round each flower has another column, so that two flowers of a
    round never share one, and one flower alone still visits them all.
    """
    start = Hand("places", seed).shuffled(tuple(Flower)).index(flower)
    hand = Hand("steps", seed, flower)
    return [_place(number, (start + number * STRIDE) % len(Flower), hand) for number in range(plants)]


def _place(number: int, column: int, hand: Hand) -> Place:
    """The first plants stand in the middle foreground; later ones spread to the sides and, mostly, into the distance."""
    across = (column + 0.5 + hand.near(0, 0.16 if number < 2 else 0.7)) / len(Flower)
    width = min(1.0, 0.92 + 0.02 * number)
    reach = min(1.0, 0.3 + 0.1 * number)
    depth = (0.21 + number * GOLDEN + column * 0.43) % 1
    return Place(across=0.5 + (across - 0.5) * width, depth=min(0.999, reach * depth ** (1.0 if number < 3 else 0.62)))


def _stand_for(number: int) -> int:
    return number if number <= SHOWN_SINGLY else round(SHOWN_SINGLY + 10 * math.log2(number / SHOWN_SINGLY))


def _room_for(total: int) -> int:
    if total <= SHOWN_SINGLY:
        return SHOWN_SINGLY
    return min(AT_MOST, round(SHOWN_SINGLY + 13.7 * math.log2(total / SHOWN_SINGLY)))
