"""Lines: points in the plane made into compact path data with whole-number coordinates.

A point is a complex number, x to the right and y downwards. Directions are degrees clockwise from straight up. A drawing
is planned on a fine grid and written on one `GRAIN` times coarser, which keeps the numbers short.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Widths = Sequence[float]

GRAIN = 2
"""How many planned units make one written unit."""


def toward(degrees: float, length: float = 1.0) -> complex:
    """A step of that length: 0 is up, 90 is right."""
    angle = math.radians(degrees)
    return complex(math.sin(angle), -math.cos(angle)) * length


@dataclass(frozen=True, slots=True)
class Spine:
    """The middle line of a stem, leaf or petal: one cubic Bezier curve."""

    start: complex
    lead: complex
    trail: complex
    end: complex

    def at(self, t: float) -> complex:
        rest = 1 - t
        return rest**3 * self.start + 3 * rest * rest * t * self.lead + 3 * rest * t * t * self.trail + t**3 * self.end

    def along(self, t: float) -> complex:
        """The direction of travel at t, of length one."""
        rest = 1 - t
        step = (
            rest * rest * (self.lead - self.start)
            + 2 * rest * t * (self.trail - self.lead)
            + t * t * (self.end - self.trail)
        )
        return step / abs(step) if step else -1j

    def across(self, t: float) -> complex:
        """The direction to the right of travel at t, of length one."""
        return self.along(t) * 1j

    def degrees(self, t: float) -> float:
        step = self.along(t)
        return math.degrees(math.atan2(step.real, -step.imag))


def bowed(start: complex, end: complex, bow: float = 0.0) -> Spine:
    """A spine from start to end that swings to the right by `bow` at its middle (to the left when negative)."""
    step = end - start
    side = step * 1j / (abs(step) or 1) * bow * 4 / 3
    return Spine(start, start + step / 3 + side, end - step / 3 + side, end)


def sprung(start: complex, leaving: float, end: complex, arriving: float, ease: float = 0.4) -> Spine:
    """A spine that leaves start and arrives at end in the given directions (degrees)."""
    reach = abs(end - start) * ease
    return Spine(start, start + toward(leaving, reach), end - toward(arriving, reach), end)


def curve(points: Sequence[complex], *, closed: bool = False) -> str:
    """A smooth line through the points (Catmull-Rom, as relative cubic Bezier curves)."""
    return _moved(points[0]) + _smooth(points, closed=closed) + ("z" if closed else "")


def stroke(spine: Spine, begin: float = 0.0, finish: float = 1.0, *, steps: int = 3) -> str:
    """A part of a spine as an open line."""
    if begin == 0 and finish == 1:
        return _moved(spine.start) + _cubic(spine.start, spine.lead, spine.trail, spine.end)
    return curve([spine.at(begin + (finish - begin) * step / steps) for step in range(steps + 1)])


def polyline(points: Sequence[complex], *, closed: bool = False) -> str:
    """Straight lines through the points."""
    path = [_moved(points[0]), "l"]
    for here, there in pairwise(points):
        path.append(_pair(_whole(there) - _whole(here)))
    return _joined(path) + ("z" if closed else "")


def dots(points: Sequence[complex]) -> str:
    """A dot at each point: lines without length, which round ends make visible."""
    return "".join(_moved(point) + "h0" for point in points)


def blade(spine: Spine, widths: Widths) -> str:
    """A pointed shape around a spine; widths are half-widths at even steps from its start to its end."""
    return pointed(*sides(spine, widths))


def needle(spine: Spine, half: float) -> str:
    """The smallest leaf: two plain curves from its foot to its point and back."""
    start, end, middle = _whole(spine.start), _whole(spine.end), spine.at(0.45)
    out = spine.across(0.45) * 2 * half
    there, back = _whole(middle - out) - start, _whole(middle + out) - end
    steps = [_pair(step) for step in (there, end - start, back, start - end)]
    return _moved(spine.start) + _joined(["q", *steps]) + "z"


def half_blade(spine: Spine, widths: Widths) -> str:
    """The right half of a blade, from its spine outwards: where the shadow of a leaf lies."""
    middle, right = sides(spine, [0.0 for _ in widths])[0], sides(spine, widths)[1]
    return pointed(middle, right)


def lobe(spine: Spine, widths: Widths) -> str:
    """A shape with a round end around a spine."""
    return rounded(*sides(spine, widths))


def pointed(left: Sequence[complex], right: Sequence[complex]) -> str:
    """The outline between two sides that meet in a point at their ends."""
    over = "" if left[-1] == right[-1] else "l" + _pair(_whole(right[-1]) - _whole(left[-1]))
    return curve(left) + over + _smooth(right[::-1]) + "z"


def rounded(left: Sequence[complex], right: Sequence[complex]) -> str:
    """The outline between two sides that run over into each other at their ends."""
    tip = (left[-1] + right[-1]) / 2
    return curve([*left[:-1], tip, *right[-2::-1]]) + "z"


def notched(left: Sequence[complex], right: Sequence[complex], notch: complex) -> str:
    """The outline between two sides whose ends are drawn in to a notch."""
    return curve([*left, notch]) + _smooth([notch, *right[::-1]]) + "z"


def sides(spine: Spine, widths: Widths) -> tuple[list[complex], list[complex]]:
    """The points to the left and to the right of a spine, start to end."""
    last = len(widths) - 1
    places = [(spine.at(i / last), spine.across(i / last) * width) for i, width in enumerate(widths)]
    return [at - out for at, out in places], [at + out for at, out in places]


def _smooth(points: Sequence[complex], *, closed: bool = False) -> str:
    """The first span in full; each of the others mirrors the handle of the span before it (`s`)."""
    ring = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    lead = _whole(points[0] + (ring[2] - ring[0]) / 6) - _whole(points[0])
    path = ["c", _pair(lead)]
    for i in range(1, len(ring) - 2):
        here, trail = _whole(ring[i]), ring[i + 1] - (ring[i + 2] - ring[i]) / 6
        if i == 2:
            path.append("s")
        path += [_pair(_whole(trail) - here), _pair(_whole(ring[i + 1]) - here)]
    return _joined(path)


def _cubic(start: complex, lead: complex, trail: complex, end: complex) -> str:
    here = _whole(start)
    return "c" + _joined([_pair(_whole(point) - here) for point in (lead, trail, end)])


def _moved(point: complex) -> str:
    return "M" + _pair(_whole(point))


def _whole(point: complex) -> complex:
    """A planned point on the written grid."""
    return complex(round(point.real / GRAIN), round(point.imag / GRAIN))


def _pair(point: complex) -> str:
    return _joined([str(int(point.real)), str(int(point.imag))])


def _joined(parts: Sequence[str]) -> str:
    """Numbers side by side, with a space only where one is needed."""
    joined = parts[0]
    for part in parts[1:]:
        joined += part if part[0] == "-" or part[0].isalpha() or joined[-1].isalpha() else " " + part
    return joined
