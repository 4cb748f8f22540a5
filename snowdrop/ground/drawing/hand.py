"""The hand that draws: a little unsteady, and always the same for the same seed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from random import Random
from typing import TypeVar

Thing = TypeVar("Thing")
Seed = str | int


class Hand:
    """Small chances from a seed. Uses only `Random.random`, whose sequence no version of Python changes."""

    def __init__(self, *seeds: Seed) -> None:
        self._chance = Random("/".join(str(seed) for seed in seeds)).random

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self._chance()

    def near(self, value: float, spread: float) -> float:
        return value + spread * (2 * self._chance() - 1)

    def about(self, value: float, share: float = 0.08) -> float:
        """The value, off by at most that share of itself."""
        return value * (1 + share * (2 * self._chance() - 1))

    def aside(self, spread: float) -> complex:
        """A small step in any direction."""
        return complex(self.near(0, spread), self.near(0, spread))

    def either(self) -> int:
        """Left (-1) or right (1)."""
        return 1 if self._chance() < 0.5 else -1

    def shuffled(self, things: Sequence[Thing]) -> list[Thing]:
        return [thing for _, thing in sorted(((self._chance(), place), thing) for place, thing in enumerate(things))]


def name_for(*seeds: Seed) -> str:
    """A short name that no other drawing on the page has, to open every id inside this one."""
    text = "/".join(str(seed) for seed in seeds)
    return "d" + hashlib.blake2s(text.encode(), digest_size=3).hexdigest()
