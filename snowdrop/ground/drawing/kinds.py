"""Small line pictures for the nine kinds of comfort, in the colour of the text around them, over a soft wash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .hand import name_for
from .sheet import shown_as, spoken_as
from .vocabulary import UnknownKind, checked_size


@dataclass(frozen=True, slots=True)
class Picture:
    """What is washed and what is lined, as path data on a grid of 48 units."""

    wash: str
    lines: str


KINDS: Mapping[str, Picture] = MappingProxyType(
    {
        # A feather that has just written a line.
        "words": Picture(
            "M40 6.5C27 8 17 17 14.5 32c11-.5 23-9 25.5-25.5z",
            "M40 6.5C27 8 17 17 14.5 32c11-.5 23-9 25.5-25.5zM9 41.5C13.5 32 21 22.5 31 15.5M23 22l.5 5.5M28.5 17.5l.8 5"
            "M17.5 41.5c3-2.2 4.5.8 7.5-.2s3.5-2 6-.5 4.5.7 8-.8",
        ),
        # Two open hands around a quiet light.
        "prayer": Picture(
            "M24 6a12.5 12.5 0 1 1 0 25 12.5 12.5 0 1 1 0-25z",
            "M6 21c.6 12.5 6 19.5 15.5 21.5V37C16 35.2 13.2 31.5 12 26c-.8-3.6-3-5.6-6-5zM42 21c-.6 12.5-6 19.5-15.5 21.5V37C32 35.2 34.8 31.5 36 26"
            "c.8-3.6 3-5.6 6-5zM24 14.5a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 1 1 0-8.4zM24 9.5v-4M31 12.2l2.800-2.800M17 12.2l-2.800-2.800",
        ),
        # One seed of a dandelion, on its way.
        "wish": Picture(
            "M26 6a13 13 0 1 1 0 26 13 13 0 1 1 0-26z",
            "M26.5 19.5C25 27 20.5 34 14.5 39M16.5 36.5l-5 5.5M26.5 19.5L12.8 16.5M26.5 19.5l-10-10.5M26.5 19.5L23.5 5.5M26.5"
            " 19.5L32 6.5M26.5 19.5l11.5-8M26.5 19.5l13.7 1M12.8 16.5l-1.6-1.8M12.8 16.5l-2.2 1M16.5 9L15 7.3M16.5 9"
            "l-.2-2.3M32 6.5l-.3-2.2M32 6.5l1.7-1.5M38 11.5l1-2.2M38 11.5h2.3M40.2 20.5l2-1.2M40.2 20.5l1.8 1.5",
        ),
        # A snowdrop.
        "flower": Picture(
            "M30.5 15c-6.5 2.5-10.5 10-9.8 18.5 6-1.5 9.8-8.5 9.8-18.5 0 10 3.8 17 9.8 18.5.7-8.5-3.3-16-9.8-18.5z",
            "M17 44.5C12.5 31 12.5 13 21 6.2c4.3-3.3 8.8-1 9.4 4.3M30.5 15c-6.5 2.5-10.5 10-9.8 18.5 6-1.5 9.8-8.5 9.8-18.5z"
            "M30.5 15c6.5 2.5 10.5 10 9.8 18.5-6-1.5-9.8-8.5-9.8-18.5zM26.5 31c.6 2.5 2 4.7 4 6.5 2-1.8 3.4-4 4-6.5M28.3 12.5"
            "a2.3 2.3 0 0 1 4.4 0M17 44.5C16.5 36 12.5 29 6 25.5c.2 8 4 15 11 19z",
        ),
        # A candle on its plate.
        "candle": Picture(
            "M24 4c4 5 6 8 6 11.5a6 6 0 0 1-12 0C18 12 20 9 24 4zM19 23.5h10V40H19z",
            "M24 6.5c3.3 4.2 4.7 6.5 4.7 9.3a4.7 4.7 0 0 1-9.4 0c0-2.8 1.4-5.1 4.7-9.3zM24 16.5v7M18.5 25.5c0-1.3 1-2 2.3-2"
            "h6.4c1.3 0 2.3.7 2.3 2V40h-11zM21.8 23.7c.2 3.3-.6 4.3-.4 6.8M10.5 40h27c-.8 2.6-3.2 4-6.2 4H16.7c-3 0-5.4-1.4-6.2-4z",
        ),
        # A folded card with a sprig on it.
        "card": Picture(
            "M20 11h19v29H20z",
            "M20 11h18c.8 0 1.3.5 1.3 1.3v26.4c0 .8-.5 1.3-1.3 1.3H20zM20 11L9.5 7.5C8.8 7.3 8.5 7.7 8.5 8.3v26.2c0 .7.3 1 .9 1.2"
            "L20 40M29.7 33.5V22M29.7 30c-3.3.2-5-1.6-5-4.6 3.3-.2 5 1.6 5 4.6zM29.7 27c0-3 1.7-4.8 5-4.6 0 3-1.7 4.8-5 4.6z"
            "M29.7 22c-1.7-1.5-1.7-3.7 0-5.5 1.7 1.8 1.7 4 0 5.5z",
        ),
        # A leaf kept between the pages of a book.
        "memory": Picture(
            "M24 14.5c4.5-3.5 10.5-4.3 17-3V37c-6.5-1.3-12.5-.5-17 3z",
            "M24 14.5c-4.5-3.5-10.5-4.3-17-3V37c6.5-1.3 12.5-.5 17 3 4.5-3.5 10.5-4.3 17-3V11.5c-6.5-1.3-12.5-.5-17 3zM24 14.5V40"
            "M28.5 33c-.8-6.5 2-11.5 8.5-14.5.8 6.5-2 11.5-8.5 14.5zM28.5 33c1.5-3.5 3.3-6.5 5.7-9.3M12 19.5c2.8-.2 5 .2 7.5 1.3"
            "M12 25.5c2.8-.2 5 .2 7.5 1.3",
        ),
        # Something warm to drink.
        "offer": Picture(
            "M10.5 20.5h22V29c0 5-3.5 8.5-8.5 8.5h-5c-5 0-8.5-3.5-8.5-8.5z",
            "M10.5 20.5h22V29c0 5-3.5 8.5-8.5 8.5h-5c-5 0-8.5-3.5-8.5-8.5zM32.5 23h2.7c2.7 0 4.3 1.6 4.3 4s-1.6 4.2-4.3 4.2h-3"
            "M7 41.5h29M17 15.5c-2.4-2.8 2.4-4.7 0-8M25.5 15.5c-2.4-2.8 2.4-4.7 0-8",
        ),
        # Two chairs side by side.
        "presence": Picture(
            "M4 40.5c0-4.5 40-4.5 40 0s-40 4.5-40 0z",
            "M7.5 9L9.2 27V41M9.2 27h10.3V41M8 13.5c3.5 0 5.2 1.2 5.5 4.5l.8 9M28.5 9L30.2 27V41M30.2 27h10.3V41M29 13.5c3.5 0 5.2"
            " 1.2 5.5 4.5l.8 9",
        ),
    }
)
"""The nine kinds, by the word that each has everywhere."""


def draw_kind(kind: str, *, size: float = 32, title: str | None = None) -> str:
    """The picture of a kind of comfort as an inline SVG element, `size` pixels square, drawn in `currentColor`.

    Without a title it is hidden from screen readers. Raises `UnknownKind` or `ImpossibleSize`.
    """
    picture, pixels = KINDS.get(kind), checked_size(size)
    if picture is None:
        raise UnknownKind(f"There is no picture for a kind of comfort called {kind!r}.")
    attributes, label = spoken_as(name_for("kind", kind, f"{pixels:g}", title or ""), title)
    weight = min(2.0, max(1.1, 54 / pixels))
    return (
        f"<svg {shown_as('drawing d-kind', 48, pixels)}{attributes}>{label}"
        f'<path class="d-kind-wash" fill="currentColor" fill-opacity=".13" transform="translate(1.5 1.5)" d="{picture.wash}"/>'
        f'<path class="d-kind-line" stroke="currentColor" stroke-width="{weight:.3g}" d="{picture.lines}"/></svg>'
    )
