"""The emblem: a single snowdrop, plain enough for a browser's tab."""

from __future__ import annotations

from .colour import hexadecimal
from .hand import name_for
from .sheet import shown_as, spoken_as
from .tones import TONES, fallback
from .vocabulary import checked_size

STEM = "M12 30.5C8.6 21 8.4 9 14.4 4.2c2.8-2.3 6-.8 6.2 3.3"
LEAF = "M12 30.5C11.8 23.5 8.8 17.8 3.8 15c0 6.5 3 12.5 8.2 15.5z"
BEHIND = "M20.6 11c-3.2 4.5-3.4 10.5 0 15.5 3.4-5 3.2-11 0-15.5z"
LEFT = "M20.6 9.5c-5.3 1.8-8.8 7.5-8.2 14.3 5-1 8.4-6.5 8.2-14.3z"
RIGHT = "M20.6 9.5c5.3 1.8 8.8 7.5 8.2 14.3-5-1-8.4-6.5-8.2-14.3z"
HEART = "M20.6 7.2v2.6"


def draw_emblem(size: float, *, title: str | None = None) -> str:
    """The emblem as an inline SVG element, `size` pixels square. Raises `ImpossibleSize`."""
    pixels = checked_size(size)
    name = name_for("emblem", f"{pixels:g}", title or "")
    attributes, label = spoken_as(name, title)
    return f"<svg {shown_as('drawing d-emblem', 32, pixels)}{attributes}>{label}{_marks(1.7 if pixels < 28 else 1.3 if pixels < 60 else 1)}</svg>"


def favicon() -> str:
    """The emblem as an SVG document of its own, for both schemes of a browser."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke-linecap="round"'
        f' stroke-linejoin="round"><style>{_schemes()}</style>{_marks(1.7)}</svg>'
    )


def _marks(weight: float) -> str:
    """The snowdrop, in lines of that weight: stronger where it is small."""
    leaf = f'class="d-frost-deep d-line-emblem" fill="{fallback("frost-deep")}"'
    behind = f'class="d-deep-snowdrop d-line-emblem" fill="{fallback("deep-snowdrop")}"'
    petal = f'class="d-petal-snowdrop d-line-emblem" fill="{fallback("petal-snowdrop")}"'
    return (
        f'<g stroke="{fallback("line-emblem")}" stroke-width="{weight}">'
        f'<path {leaf} d="{LEAF}"/><path class="d-line-emblem" d="{STEM}"/>'
        f'<path {behind} d="{BEHIND}"/><g {petal}><path d="{LEFT}"/><path d="{RIGHT}"/></g></g>'
        f'<path class="d-dots-green" stroke="{fallback("green")}" stroke-width="4.4" d="{HEART}"/>'
    )


def _schemes() -> str:
    """What the night changes, for a document that no stylesheet reaches."""
    night = {
        name: hexadecimal(TONES[name].night)
        for name in ("petal-snowdrop", "deep-snowdrop", "frost-deep", "line-emblem")
    }
    fills = "".join(f".d-{name}{{fill:{paint}}}" for name, paint in night.items() if name != "line-emblem")
    return f"@media (prefers-color-scheme:dark){{{fills}.d-line-emblem{{stroke:{night['line-emblem']}}}}}"
