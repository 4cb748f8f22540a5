"""The sheet of paper: gathers marks and gives them back as one SVG element, without any style attribute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape

from .line import GRAIN
from .tones import fallback, line_class


@dataclass(frozen=True, slots=True)
class Ink:
    """How a mark is made: a tone (or a wash of this sheet) inside, a tone for its line, and how strong each is.

    A soft mark is a thin pool of colour behind a drawing: it grows fainter at night and goes where only lines are wanted.
    """

    fill: str | None = None
    line: str | None = None
    weight: float = 1.0
    fill_opacity: float = 1.0
    line_opacity: float = 1.0
    soft: bool = False


class Sheet:
    """Collects marks in drawing order; marks that share an ink share one group.

    `pen` is the width of a line of weight 1, in the units of the drawing. `fine` says whether small detail can be seen,
    `washed` whether a bloom stands before a wash of its own.
    """

    def __init__(self, name: str, *, pen: float, fine: bool = True, washed: bool = True) -> None:
        self.fine = fine
        self.washed = washed
        self._name = name
        self._pen = pen
        self._kept: list[str] = []
        self._parts: list[str] = []
        self._ink: Ink | None = None
        self._paths: list[str] = []

    def mark(self, path: str, ink: Ink) -> None:
        """Draws one path with one ink, over everything drawn before."""
        if ink != self._ink:
            self._lift()
            self._ink = ink
        self._paths.append(path)

    def glow(self, name: str, centre: complex, radius: float, stops: Sequence[tuple[float, str, float]]) -> str:
        """A round wash: (place 0 to 1, tone, opacity) from the centre outwards. Returns what an ink takes as its fill."""
        return self._keep_wash(name, f"radialGradient {_circle(centre, radius)}", stops)

    def glow_like(self, name: str, other: str, centre: complex, radius: float) -> str:
        """A round wash with the stops of another."""
        return self._keep_wash(name, f'radialGradient href="#{self._name}-{other}" {_circle(centre, radius)}', ())

    def fall(self, name: str, start: complex, end: complex, stops: Sequence[tuple[float, str, float]]) -> str:
        """A straight wash from start to end. Returns what an ink takes as its fill."""
        begin, finish = start / GRAIN, end / GRAIN
        at = f'x1="{begin.real:.0f}" y1="{begin.imag:.0f}" x2="{finish.real:.0f}" y2="{finish.imag:.0f}"'
        return self._keep_wash(name, f'linearGradient gradientUnits="userSpaceOnUse" {at}', stops)

    @contextmanager
    def kept(self, name: str) -> Iterator[None]:
        """What is drawn inside is not shown, but can be repeated by its name."""
        with self._apart() as parts:
            yield
        self._kept.append(f'<g id="{self._name}-{name}">{"".join(parts)}</g>')

    def repeat(self, name: str, at: complex, turn: float = 0.0, scale: float = 1.0, *, mirrored: bool = False) -> None:
        """Draws a kept thing again."""
        self._lift()
        transform = _transform(at, turn, -scale if mirrored else scale, scale)
        self._parts.append(f'<use href="#{self._name}-{name}" transform="{transform}"/>')

    def contents(self) -> str:
        """Everything drawn, with what it refers to, as the inside of an SVG element."""
        self._lift()
        kept = f"<defs>{''.join(self._kept)}</defs>" if self._kept else ""
        return f'<g stroke-width="{_width(self._pen)}">{kept}{"".join(self._parts)}</g>'

    def _keep_wash(self, name: str, element: str, stops: Sequence[tuple[float, str, float]]) -> str:
        tag, _, rest = element.partition(" ")
        inside = "".join(_stop(*stop) for stop in stops)
        ending = f">{inside}</{tag}>" if stops else "/>"
        self._kept.append(f'<{tag} id="{self._name}-{name}" {rest}{ending}')
        return f"url(#{self._name}-{name})"

    @contextmanager
    def _apart(self) -> Iterator[list[str]]:
        self._lift()
        outer, self._parts = self._parts, []
        inner = self._parts
        yield inner
        self._lift()
        self._parts = outer

    def _lift(self) -> None:
        """Ends the group of the current ink."""
        if self._ink is not None:
            self._parts.append(_inked(self._ink, self._paths, self._pen))
        self._ink, self._paths = None, []


def svg(
    contents: str,
    *,
    box: tuple[int, int],
    size: tuple[float, float] | None = None,
    name: str,
    title: str | None = None,
    fitted: bool = True,
) -> str:
    """One inline SVG element around contents: named for screen readers when it has a title, otherwise hidden from them.

    `box` is its extent in planned units, `size` in pixels. `fitted` shows the whole drawing; without it the drawing covers its place and may lose its edges.
    """
    attributes, label = spoken_as(name, title)
    measures = f' width="{_number(size[0])}" height="{_number(size[1])}"' if size else ""
    cover = "" if fitted else ' preserveAspectRatio="xMidYMax slice"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 0 {box[0] // GRAIN} {box[1] // GRAIN}"'
        f'{measures}{cover}{attributes} fill="none" stroke-linecap="round" stroke-linejoin="round">{label}{contents}</svg>'
    )


def shown_as(classes: str, side: int, pixels: float) -> str:
    """What opens a small square picture that is drawn on a grid of `side` units."""
    return (
        f'xmlns="http://www.w3.org/2000/svg" class="{classes}" viewBox="0 0 {side} {side}" width="{_number(pixels)}"'
        f' height="{_number(pixels)}" fill="none" stroke-linecap="round" stroke-linejoin="round"'
    )


def spoken_as(name: str, title: str | None) -> tuple[str, str]:
    """The attributes and the title element of a picture that screen readers name, or that they pass over."""
    if not title:
        return ' aria-hidden="true" focusable="false"', ""
    return f' role="img" aria-labelledby="{name}-t"', f'<title id="{name}-t">{escape(title)}</title>'


def _inked(ink: Ink, paths: list[str], pen: float) -> str:
    if ink.fill is None:
        paths = ["".join(paths)]
    attributes = _attributes(ink, pen)
    if len(paths) == 1:
        return f'<path {attributes} d="{paths[0]}"/>'
    return f"<g {attributes}>" + "".join(f'<path d="{path}"/>' for path in paths) + "</g>"


def _attributes(ink: Ink, pen: float) -> str:
    classes, attributes = ["d-soft"] if ink.soft else [], []
    if ink.fill is not None and ink.fill.startswith("url("):
        attributes.append(f'fill="{ink.fill}"')
    elif ink.fill is not None:
        classes.append(f"d-{ink.fill}")
        attributes.append(f'fill="{fallback(ink.fill)}"')
    if ink.fill_opacity < 1:
        attributes.append(f'fill-opacity="{_number(ink.fill_opacity)}"')
    if ink.line is not None:
        classes.append(line_class(ink.line))
        attributes.append(f'stroke="{fallback(ink.line)}"')
        if ink.weight != 1:
            attributes.append(f'stroke-width="{_width(ink.weight * pen)}"')
        if ink.line_opacity < 1:
            attributes.append(f'stroke-opacity="{_number(ink.line_opacity)}"')
    named = [f'class="{" ".join(classes)}"'] if classes else []
    return " ".join([*named, *attributes])


def _stop(place: float, tone: str, opacity: float) -> str:
    faded = f' stop-opacity="{_number(opacity)}"' if opacity < 1 else ""
    return f'<stop class="d-{tone}" offset="{_number(place)}" stop-color="{fallback(tone)}"{faded}/>'


def _circle(centre: complex, radius: float) -> str:
    at = centre / GRAIN
    return f'gradientUnits="userSpaceOnUse" cx="{at.real:.0f}" cy="{at.imag:.0f}" r="{radius / GRAIN:.0f}"'


def _transform(at: complex, turn: float, across: float, down: float) -> str:
    at /= GRAIN
    parts = [f"translate({at.real:.0f} {at.imag:.0f})"]
    if round(turn):
        parts.append(f"rotate({turn:.0f})")
    if across == down != 1:
        parts.append(f"scale({_number(down)})")
    elif across != down:
        parts.append(f"scale({_number(across)} {_number(down)})")
    return "".join(parts)


def _width(value: float) -> str:
    """The width of a line, from planned to written units."""
    return _number(round(value / GRAIN, 1))


def _number(value: float) -> str:
    """At most two decimals, and no zero that can be left out."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
