"""A ring of petals in space, seen from where the viewer stands: what makes a flower turn its face."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .hand import Hand
from .line import notched, pointed, rounded, toward

Shape = Sequence[tuple[float, float, float]]
"""A petal from its base to its tip: how far along the axis, how far out from it, and half its width, in radii."""


@dataclass(frozen=True, slots=True)
class Corolla:
    """A flower's centre and radius, the direction in which its axis leans (degrees, 0 is up), and by how much (0 looks at us)."""

    centre: complex
    radius: float
    facing: float = 0.0
    tilt: float = 0.0

    def point(self, along: float, out: float, around: float, aside: float = 0.0) -> complex:
        """Where a point of the flower lies on the paper; `around` is in degrees, 0 at the far side."""
        lean, angle = math.radians(self.tilt), math.radians(around)
        axis, across = toward(self.facing), toward(self.facing + 90)
        far = out * math.cos(angle) - aside * math.sin(angle)
        right = out * math.sin(angle) + aside * math.cos(angle)
        return self.centre + self.radius * (axis * (along * math.sin(lean) + far * math.cos(lean)) + across * right)

    def far_first(self, places: Sequence[float]) -> list[float]:
        """Places around the axis in the order in which a painter covers one with the next."""
        return sorted(places, key=lambda around: -round(math.cos(math.radians(around)), 6))

    def sides(
        self, shape: Shape, around: float, hand: Hand, loose: float = 0.06
    ) -> tuple[list[complex], list[complex]]:
        """The two sides of one petal, each a little unlike its neighbours."""
        length, sway = hand.about(1, loose), hand.near(0, loose)
        left, right = hand.about(1, 2 * loose), hand.about(1, 2 * loose)
        last = shape[-1][1]
        lefts, rights = [], []
        for along, out, half in shape:
            aside = sway * (out / last) ** 2 * last
            lefts.append(self.point(along, out * length, around, aside - half * left))
            rights.append(self.point(along, out * length, around, aside + half * right))
        return lefts, rights

    def pointed_petal(self, shape: Shape, around: float, hand: Hand, loose: float = 0.06) -> str:
        return pointed(*self.sides(shape, around, hand, loose))

    def round_petal(self, shape: Shape, around: float, hand: Hand, loose: float = 0.06) -> str:
        return rounded(*self.sides(shape, around, hand, loose))

    def notched_petal(self, shape: Shape, around: float, hand: Hand, depth: float, loose: float = 0.06) -> str:
        along, out, _ = shape[-1]
        lefts, rights = self.sides(shape, around, hand, loose)
        return notched(lefts, rights, self.point(along, out - depth, around))


def ring(count: int, start: float = 0.0) -> list[float]:
    """That many places evenly around an axis, in degrees."""
    return [(start + 360 * place / count) % 360 for place in range(count)]
