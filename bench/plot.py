"""Draws the runs of all cases as one SVG: how many a second, and what 99 of 100 took, over the time of the whole bench.

One dot a run. Cases run interleaved, so a machine that drifts bends all curves alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from bench.figures import Measured, Run

_WIDTH, _HEIGHT, _MARGIN = 420, 130, 24
_LEFT, _TOP, _GAP = 64, 44, 36
_FRAME: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" font-family="sans-serif"'
    ' font-size="11" fill="#1c1c1c"><title>{title}</title><rect width="{width}" height="{height}" fill="#fff"/>{panels}'
    "</svg>\n"
)
_PANEL: Final = (
    '<g transform="translate({x} {y})"><text y="-12" font-weight="bold">{name}</text>'
    '<text x="{width}" y="-12" text-anchor="end" fill="#555">{unit}</text>'
    '<rect width="{width}" height="{height}" fill="none" stroke="#bbb"/>'
    '<text x="-8" y="10" text-anchor="end" fill="#555">{highest}</text>'
    '<text x="-8" y="{height}" text-anchor="end" fill="#555">0</text>'
    '<text y="{below}" fill="#555">0</text><text x="{width}" y="{below}" text-anchor="end" fill="#555">{minutes}</text>'
    '<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.5"/>{dots}</g>'
)
_DOT: Final = '<circle cx="{x}" cy="{y}" r="3" fill="{colour}"><title>{words}</title></circle>'
_RATE, _WAIT = "#2f6b4f", "#8a4b2a"


@dataclass(frozen=True, slots=True)
class _Kind:
    """One of the two panels of a case."""

    unit: str
    colour: str
    value: Callable[[Run], float | None]


def drawn(everything: Sequence[Measured]) -> str:
    """The SVG. A case without a run that says when it was is left out, and so is the panel of what was not measured."""
    shown = [one for one in everything if any(run.at is not None for run in one.runs.values())]
    last = max((run.at or 0.0 for one in shown for run in one.runs.values()), default=0.0) or 1.0
    panels, row = [], 0
    for one in shown:
        for column, kind in enumerate((_Kind(one.measure.unit, _RATE, _value), _Kind("p99, ms", _WAIT, _p99))):
            dots = [(run.at, value) for run in _in_time(one) if (value := kind.value(run)) is not None]
            panels.append(_panel(one.measure.name, kind, dots, last, column, row) if dots else "")
        row += 1
    width, height = _LEFT + 2 * (_WIDTH + _LEFT), _TOP + row * (_HEIGHT + _TOP + _GAP)
    title = "How many a second, and what 99 of 100 took, one dot a run"
    return _FRAME.format(width=width, height=height, title=title, panels="".join(panels))


def _in_time(one: Measured) -> Iterator[Run]:
    return iter(sorted((run for run in one.runs.values() if run.at is not None), key=lambda run: run.at or 0.0))


def _value(run: Run) -> float | None:
    return run.value


def _p99(run: Run) -> float | None:
    return run.p99_ms


def _panel(
    name: str, kind: _Kind, dots: Sequence[tuple[float | None, float]], last: float, column: int, row: int
) -> str:
    highest = 1.1 * max(value for _, value in dots) or 1.0
    places = [
        (round(_MARGIN + (_WIDTH - 2 * _MARGIN) * (at or 0.0) / last, 1), round(_HEIGHT * (1 - value / highest), 1))
        for at, value in dots
    ]
    circles = (
        _DOT.format(x=x, y=y, colour=kind.colour, words=f"{value:g} {escape(kind.unit)} after {at or 0.0:.0f} s")
        for (x, y), (at, value) in zip(places, dots, strict=True)
    )
    return _PANEL.format(
        x=_LEFT + column * (_WIDTH + _LEFT),
        y=_TOP + row * (_HEIGHT + _TOP + _GAP),
        name=escape(name),
        unit=escape(kind.unit),
        width=_WIDTH,
        height=_HEIGHT,
        below=_HEIGHT + 16,
        highest=f"{highest:,.0f}" if highest >= 100 else f"{highest:.3g}",
        minutes=f"{last / 60:.1f} min",
        points=" ".join(f"{x},{y}" for x, y in places),
        colour=kind.colour,
        dots="".join(circles),
    )
