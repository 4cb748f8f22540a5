"""The stylesheet of the drawings, written from the same box of paints: both schemes, forced colours and print."""

from __future__ import annotations

from collections.abc import Callable

from .tones import TONES, Tone, line_class

OPENING = """/* The paints of the drawings. Written by snowdrop.ground.drawing.stylesheet from tones.py: change it there.
   Rules name one class each and no ancestor, because only such rules reach what an SVG <use> repeats. */
@layer components {
"""

DOTTED = tuple(name for name in TONES if not name.startswith(("line", "sky", "field", "hill", "paper", "mist", "warm")))
"""Tones for filling that also draw dots and strokes."""

DARK_DOTS = tuple(name for name in DOTTED if name.startswith(("deep", "seed", "bark", "green", "eye-deep", "dusk")))
"""Dots that carry a shape by themselves, and so become lines where there are only two colours."""

EVERY_SCHEME = ':root:root, [data-scheme][data-scheme="morning"], [data-scheme][data-scheme="night"]'


def write_stylesheet() -> str:
    """The whole text of `drawings.css`."""
    dark_dots = ", ".join(f".{line_class(name)}" for name in DARK_DOTS)
    rules = [
        OPENING,
        _scheme(':root, [data-scheme="morning"]', _morning, soft=1),
        "@media (prefers-color-scheme: dark) {\n",
        _scheme(':root:not([data-scheme="morning"])', _night, soft=0.5),
        "}\n",
        _scheme('[data-scheme="night"]', _night, soft=0.5),
        *(_painted(name) for name in TONES),
        *(f".{line_class(name)} {{ stroke: var(--d-{name}); }}\n" for name in DOTTED),
        ".d-soft { opacity: var(--d-soft); }\n",
        "@media (forced-colors: active) {\n",
        _scheme(EVERY_SCHEME, _forced, soft=0),
        f"{dark_dots} {{ stroke: CanvasText; }}\n.d-kind-wash {{ display: none; }}\n",
        "}\n@media print {\n",
        _scheme(EVERY_SCHEME, _printed, soft=0.5),
        "}\n}\n",
    ]
    return "".join(rules)


def _scheme(selector: str, paint: Callable[[str, Tone], str], *, soft: float) -> str:
    paints = "".join(f" --d-{name}: {paint(name, tone)};" for name, tone in TONES.items())
    return f"{selector} {{{paints} --d-soft: {soft}; }}\n"


def _morning(_: str, tone: Tone) -> str:
    return str(tone.morning)


def _night(_: str, tone: Tone) -> str:
    return str(tone.night)


def _forced(name: str, _: Tone) -> str:
    """A line drawing in the reader's own two colours."""
    return "CanvasText" if name.startswith("line") else "Canvas"


def _printed(name: str, tone: Tone) -> str:
    """Fine grey lines over the washes of the morning."""
    return "#6b6b6b" if name.startswith("line") else str(tone.morning)


def _painted(name: str) -> str:
    """Lines are drawn with a tone, shapes filled with it; a wash may run through either."""
    use = "stroke" if name.startswith("line") else "fill"
    return f".d-{name} {{ {use}: var(--d-{name}); stop-color: var(--d-{name}); }}\n"
