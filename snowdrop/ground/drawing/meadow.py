"""The meadow: the flowers that were given, gathered into one picture that stays light however many there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .growth import Place, checked_harvest, fullness, places_of, plants_of
from .hand import Hand, Seed, name_for
from .landscape import HIGH, ROWS, WIDE, Row, draw_grass, draw_land
from .line import GRAIN, dots
from .meadow_words import describe
from .sheet import Ink, Sheet, svg
from .sprigs import draw_sprig
from .vocabulary import Flower

FAR_FLOWERS = 300
"""Specks of colour in the distance of a full meadow."""


@dataclass(frozen=True, slots=True)
class Meadow:
    """The drawing, and what it shows in words (without numbers) for those who do not see it."""

    svg: str
    words: str


def draw_meadow(
    gathered: Mapping[Flower, int], seed: Seed, *, labelled: bool = False, phrase: Callable[[str], str] = str
) -> Meadow:
    """The meadow (16 : 9) of the flowers gathered, from none to millions; the same seed gives the same land.

    The drawing fills its place and may lose its edges. With `labelled` it carries the words as its own name; without,
    it is hidden from screen readers and the words belong beside it. `phrase` translates one English phrase of
    `MEADOW_PHRASES`. Up to forty flowers each is drawn, and one more moves no other. Raises `UnknownFlower` or
    `ImpossibleNumber`.
    """
    harvest = checked_harvest(gathered)
    words = describe(harvest, phrase)
    name = name_for("meadow", seed)
    plants = plants_of(harvest)
    contents = "".join(
        [
            _kinds(plants, seed, name),
            draw_land(name, Hand("land", seed)),
            _far_flowers(harvest, seed, name),
            *_rows(plants, seed, name),
        ]
    )
    picture = svg(contents, box=(WIDE, HIGH), name=name, title=words if labelled else None, fitted=False)
    return Meadow(svg=picture, words=words)


def _kinds(plants: Mapping[Flower, int], seed: Seed, name: str) -> str:
    """Each flower of this meadow drawn once, and once more looking the other way, to be repeated; and the grass."""
    sprigs = "".join(
        f'<g id="{_kind(name, flower, 0)}">{draw_sprig(flower, Hand("sprig", seed, flower), name + "s")}</g>'
        f'<use id="{_kind(name, flower, 1)}" href="#{_kind(name, flower, 0)}" transform="rotate(4)scale(-.9 .9)"/>'
        for flower in plants
    )
    return f"<defs>{sprigs}{draw_grass(name, Hand('grass', seed))}</defs>"


def _kind(name: str, flower: Flower, mirrored: int) -> str:
    """The id of a flower's sprig: its letter, and 1 for the mirrored one."""
    return f"{name}{'abcdefghijkl'[tuple(Flower).index(flower)]}{mirrored}"


def _rows(plants: Mapping[Flower, int], seed: Seed, name: str) -> list[str]:
    """From the far row to the near one: the plants of a row, then the grass at their feet."""
    standing: list[list[tuple[float, str]]] = [[] for _ in ROWS]
    for flower, number in plants.items():
        for count, place in enumerate(places_of(flower, number, seed)):
            near = min(len(ROWS) - 1, int(place.depth * len(ROWS)))
            kind = _kind(name, flower, count % 2)
            standing[near].append(_plant(ROWS[near], place, kind))
    hand = Hand("rows", seed)
    return [
        _row(row, sorted(standing[near]), name, hand.between(0, 1)) for near, row in reversed(list(enumerate(ROWS)))
    ]


def _plant(row: Row, place: Place, kind: str) -> tuple[float, str]:
    """How far down the picture a plant stands, and the plant, in the measure of its row."""
    within = place.depth * len(ROWS) % 1
    down = row.ground - within * row.height
    across = (0.03 + 0.94 * place.across) * WIDE
    at = complex(across, down) / row.scale / GRAIN
    return down, f'<use href="#{kind}" x="{at.real:.0f}" y="{at.imag:.0f}"/>'


def _row(row: Row, plants: list[tuple[float, str]], name: str, shift: float) -> str:
    grass = "".join(
        f'<use href="#{name}-{"tu"[number % 2]}" x="{(WIDE * (number - shift) / row.strips) / row.scale / GRAIN:.0f}"'
        f' y="{(row.ground + 8) / row.scale / GRAIN:.0f}"/>'
        for number in range(row.strips + 1)
    )
    inside = "".join(plant for _, plant in plants)
    faded = f' opacity="{row.strength:g}"' if row.strength < 1 else ""
    return f'<g transform="scale({row.scale:g})"{faded}>{inside}{grass}</g>'


def _far_flowers(harvest: Mapping[Flower, int], seed: Seed, name: str) -> str:
    """Specks of every colour where single flowers can no longer be told apart; more of them the fuller the meadow."""
    if not fullness(harvest):
        return ""
    each = round(FAR_FLOWERS * fullness(harvest) / len(harvest))
    sheet = Sheet(name + "f", pen=1)
    for flower in harvest:
        hand = Hand("far", seed, flower)
        specks = [complex(hand.between(0, WIDE), 374 + 110 * hand.between(0, 1) ** 1.5) for _ in range(each)]
        sheet.mark(dots(specks), Ink(line=f"petal-{flower}", weight=8, line_opacity=0.75))
    return sheet.contents()
