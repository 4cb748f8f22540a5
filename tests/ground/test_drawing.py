"""The drawings: the same for the same seed, light, well-formed, safe under a strict policy, spoken of plainly."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from snowdrop.ground import drawing
from snowdrop.ground.drawing import (
    ACCENTS,
    MEADOW_PHRASES,
    DrawingRefused,
    Flower,
    ImpossibleNumber,
    ImpossibleSize,
    UnknownFlower,
    UnknownKind,
    draw_cover,
    draw_emblem,
    draw_flower,
    draw_kind,
    draw_meadow,
    favicon,
)
from snowdrop.ground.drawing.colour import Oklch, contrast, hexadecimal
from snowdrop.ground.drawing.growth import SHOWN_SINGLY, places_of, plants_of
from snowdrop.ground.drawing.stylesheet import write_stylesheet
from snowdrop.ground.drawing.tones import TONES
from snowdrop.ground.drawing.vocabulary import NIGHT, PAPER

KINDS = ("words", "prayer", "wish", "flower", "candle", "card", "memory", "offer", "presence")
STYLESHEET = Path(drawing.__file__).parents[1] / "static" / "ground" / "css" / "drawings.css"
MEADOWS: tuple[dict[Flower, int], ...] = (
    {},
    {Flower.SNOWDROP: 1},
    {Flower.DAISY: 1, Flower.POPPY: 1, Flower.LAVENDER: 1},
    dict.fromkeys(Flower, 1),
    dict.fromkeys(Flower, 5),
    dict.fromkeys(Flower, 33),
    dict.fromkeys(Flower, 833),
    dict.fromkeys(Flower, 83_333),
    dict.fromkeys(Flower, 1_000_000),
    {Flower.JASMINE: 1_000_000},
)


def every_drawing() -> dict[str, str]:
    """One of everything that can be drawn inside a page."""
    return {
        **{f"flower {flower}": draw_flower(flower, "seed", size=400) for flower in Flower},
        **{f"small {flower}": draw_flower(flower, "seed", size=48, title="For you") for flower in Flower},
        **{f"cover {flower}": draw_cover(flower, "seed", title="A cover & more") for flower in Flower},
        **{f"meadow {place}": draw_meadow(gathered, "seed").svg for place, gathered in enumerate(MEADOWS)},
        **{f"kind {kind}": draw_kind(kind, size=32) for kind in KINDS},
        "emblem": draw_emblem(32, title="Snowdrop"),
    }


DRAWN = every_drawing()


def ids_of(picture: str) -> list[str]:
    return [element.attrib["id"] for element in ElementTree.fromstring(picture).iter() if "id" in element.attrib]


def plant_places(picture: str) -> list[str]:
    """Every repeated plant of a meadow with the row it stands in, grass left out."""
    places = []
    for group in ElementTree.fromstring(picture).iter("{http://www.w3.org/2000/svg}g"):
        for plant in group.findall("{http://www.w3.org/2000/svg}use"):
            href = plant.attrib["href"]
            if "x" in plant.attrib and not href.endswith(("-t", "-u")):
                places.append(f"{group.attrib['transform']} {href} {plant.attrib['x']} {plant.attrib['y']}")
    return places


def painted(text: str) -> Oklch:
    return Oklch(*(float(part) for part in text.removeprefix("oklch(").removesuffix(")").split()))


# Always the same


def test_the_same_seed_gives_the_same_drawings() -> None:
    assert every_drawing() == DRAWN


@pytest.mark.parametrize("flower", Flower)
def test_another_seed_gives_another_drawing(flower: Flower) -> None:
    assert draw_flower(flower, "one") != draw_flower(flower, "other")
    assert draw_cover(flower, "one") != draw_cover(flower, "other")


def test_a_number_and_its_text_are_the_same_seed() -> None:
    assert draw_flower(Flower.ROSE, 7) == draw_flower("rose", "7")


# Safe and sound inside a page


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_is_well_formed_and_brings_no_style_script_or_reference(name: str) -> None:
    picture = DRAWN[name]
    root = ElementTree.fromstring(picture)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    for element in root.iter():
        assert element.tag.rpartition("}")[2] in {
            "svg",
            "g",
            "path",
            "defs",
            "use",
            "title",
            "radialGradient",
            "linearGradient",
            "stop",
        }
        assert "style" not in element.attrib
        assert not [attribute for attribute in element.attrib if attribute.startswith("on")]
        assert element.attrib.get("href", "#").startswith("#")


@pytest.mark.parametrize("name", DRAWN)
def test_everything_a_drawing_refers_to_is_in_it_once(name: str) -> None:
    ids = ids_of(DRAWN[name])
    assert len(ids) == len(set(ids))
    wanted = set(re.findall(r'(?:href="|url\()#([^")]+)', DRAWN[name]))
    wanted |= set(re.findall(r'aria-labelledby="([^"]+)"', DRAWN[name]))
    assert wanted <= set(ids)


def test_drawings_of_different_seeds_share_no_id() -> None:
    page = [draw_flower(flower, seed) for flower in Flower for seed in range(20)]
    page += [draw_cover(Flower.LILY, seed) for seed in range(20)]
    page += [draw_meadow({Flower.LILY: 3}, seed).svg for seed in range(20)]
    ids = [ident for picture in page for ident in ids_of(picture)]
    assert len(ids) == len(set(ids))


def test_every_paint_of_a_drawing_is_in_the_stylesheet() -> None:
    known = set(re.findall(r"\.(d-[a-z-]+) \{", STYLESHEET.read_text())) | {"d-kind", "d-kind-line", "d-emblem"}
    used = {
        name
        for picture in DRAWN.values()
        for names in re.findall(r'class="([^"]+)"', picture)
        for name in names.split()
    }
    assert used - {"drawing"} <= known


def test_the_stylesheet_is_the_one_that_the_paints_give() -> None:
    assert STYLESHEET.read_text() == write_stylesheet()


def test_the_stylesheet_knows_both_schemes_forced_colours_and_print() -> None:
    text = STYLESHEET.read_text()
    assert text.count("{") == text.count("}")
    assert "@layer components {" in text
    for part in (
        "(prefers-color-scheme: dark)",
        '[data-scheme="night"]',
        '[data-scheme="morning"]',
        "forced-colors: active",
        "print",
    ):
        assert part in text


# Light


@pytest.mark.parametrize("flower", Flower)
def test_a_flower_is_under_six_kilobytes_and_a_cover_under_fourteen(flower: Flower) -> None:
    for seed in range(25):
        for size in (48, 96, 400):
            assert len(draw_flower(flower, seed, size=size)) < 6_000
        assert len(draw_cover(flower, seed)) < 14_000


@pytest.mark.parametrize("gathered", MEADOWS)
def test_a_meadow_is_under_sixty_kilobytes_however_full(gathered: dict[Flower, int]) -> None:
    for seed in range(5):
        assert len(draw_meadow(gathered, seed).svg) < 60_000


def test_small_pictures_are_small() -> None:
    assert max(len(draw_kind(kind)) for kind in KINDS) < 1_500
    assert len(draw_emblem(32)) < 1_500
    assert len(favicon()) < 2_000


# The meadow grows


def test_each_of_a_few_flowers_is_drawn_once() -> None:
    for gathered in MEADOWS[:4]:
        assert len(plant_places(draw_meadow(gathered, "seed").svg)) == sum(gathered.values())


def test_one_more_flower_moves_no_other() -> None:
    order = list(Flower) * 3
    meadow: dict[Flower, int] = {}
    before: set[str] = set()
    for flower in order:
        meadow[flower] = meadow.get(flower, 0) + 1
        after = set(plant_places(draw_meadow(meadow, "seed").svg))
        assert before < after
        assert len(after) == sum(meadow.values())
        before = after


def test_the_order_in_which_flowers_are_given_changes_nothing() -> None:
    one = draw_meadow({Flower.ROSE: 2, Flower.DAISY: 1, Flower.LILY: 0}, 1)
    assert one == draw_meadow({Flower.DAISY: 1, Flower.ROSE: 2}, 1)


def test_two_first_flowers_never_stand_in_the_same_column() -> None:
    for seed in range(20):
        across = sorted(places_of(flower, 1, seed)[0].across for flower in Flower)
        assert min(there - here for here, there in pairwise(across)) > 0.04


def test_a_meadow_keeps_growing_and_stays_within_its_room() -> None:
    numbers = [sum(plants_of({Flower.DAISY: count}).values()) for count in (1, 12, 40, 400, 10_000, 1_000_000)]
    assert numbers == sorted(set(numbers))
    assert numbers[:3] == [1, 12, SHOWN_SINGLY]
    assert sum(plants_of(dict.fromkeys(Flower, 10**9)).values()) == 240


def test_a_rare_flower_keeps_its_plants_among_a_million_others() -> None:
    plants = plants_of({Flower.SNOWDROP: 1_000_000, Flower.DAISY: 3})
    assert plants[Flower.DAISY] == 3


# The meadow in words


@pytest.mark.parametrize(
    ("gathered", "words"),
    [
        ({}, "A quiet meadow of grass in soft light."),
        ({Flower.SNOWDROP: 1}, "A meadow with a snowdrop."),
        ({Flower.DAISY: 2, Flower.SNOWDROP: 3}, "A meadow with a few snowdrops and a few daisies."),
        (
            {Flower.LAVENDER: 1, Flower.LILY: 2, Flower.ROSEMARY: 1},
            "A meadow with a sprig of lavender, a sprig of rosemary and a few lilies.",
        ),
        ({Flower.POPPY: 20, Flower.ROSE: 1}, "A meadow in flower, with a rose and poppies."),
        ({Flower.CHERRY_BLOSSOM: 200}, "A meadow full of cherry blossom."),
        (
            {Flower.SNOWDROP: 400, Flower.ROSE: 9000, Flower.LAVENDER: 70},
            "A wide meadow, thick with snowdrops, lavender and roses.",
        ),
        (dict.fromkeys(Flower, 1), "A meadow in flower, with flowers of many kinds."),
    ],
)
def test_a_meadow_says_what_it_shows(gathered: dict[Flower, int], words: str) -> None:
    assert draw_meadow(gathered, "seed").words == words


@pytest.mark.parametrize("gathered", MEADOWS)
def test_the_words_of_a_meadow_have_no_numbers(gathered: dict[Flower, int]) -> None:
    assert not re.search(r"\d", draw_meadow(gathered, "seed").words)


def test_every_phrase_of_a_meadow_can_be_translated() -> None:
    asked: list[str] = []

    def remember(text: str) -> str:
        asked.append(text)
        return text

    for gathered in MEADOWS:
        draw_meadow(gathered, "seed", phrase=remember)
    for flower in Flower:
        for number in (1, 3, 30):
            draw_meadow({flower: number, Flower.ROSE: 1, Flower.LILY: 1}, "seed", phrase=remember)
    assert set(asked) <= set(MEADOW_PHRASES)
    assert set(MEADOW_PHRASES) - set(asked) <= {"a few roses", "roses", "a few lilies", "lilies"} | set(asked)


# Named for screen readers, or passed over


def test_a_titled_drawing_is_an_image_with_that_name() -> None:
    for picture in (
        draw_flower(Flower.ROSE, 1, title="Tea & roses"),
        draw_cover(Flower.ROSE, 1, title="Tea & roses"),
        draw_emblem(32, title="Tea & roses"),
        draw_kind("candle", title="Tea & roses"),
    ):
        root = ElementTree.fromstring(picture)
        title = root.find("{http://www.w3.org/2000/svg}title")
        assert title is not None
        assert (root.attrib["role"], root.attrib["aria-labelledby"], title.text) == (
            "img",
            title.attrib["id"],
            "Tea & roses",
        )
        assert "aria-hidden" not in root.attrib


def test_a_labelled_meadow_is_named_by_its_words() -> None:
    meadow = draw_meadow({Flower.LILY: 1}, 1, labelled=True)
    title = ElementTree.fromstring(meadow.svg).find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == meadow.words == "A meadow with a lily."


def test_a_drawing_without_a_title_is_hidden_from_screen_readers() -> None:
    for picture in (
        draw_flower("rose", 1),
        draw_cover("rose", 1),
        draw_emblem(32),
        draw_kind("card"),
        draw_meadow({}, 1).svg,
    ):
        root = ElementTree.fromstring(picture)
        assert (root.attrib["aria-hidden"], root.attrib["focusable"]) == ("true", "false")
        assert "role" not in root.attrib


# Emblem


def test_the_favicon_is_a_document_of_its_own_for_both_schemes() -> None:
    root = ElementTree.fromstring(favicon())
    style = root.find("{http://www.w3.org/2000/svg}style")
    assert style is not None
    assert style.text is not None
    assert "prefers-color-scheme:dark" in style.text


# Colour


@pytest.mark.parametrize("flower", Flower)
def test_an_accent_is_legible_on_the_page_of_its_scheme(flower: Flower) -> None:
    accent = ACCENTS[flower]
    assert contrast(painted(accent.morning), PAPER) >= 4.5
    assert contrast(painted(accent.night), NIGHT) >= 4.5


@pytest.mark.parametrize("flower", Flower)
def test_no_accent_is_an_alarm(flower: Flower) -> None:
    """A saturated red means danger on a screen; the reds of the flowers stay soft."""
    for paint in (painted(ACCENTS[flower].morning), painted(ACCENTS[flower].night)):
        assert not (15 <= paint.hue <= 40 and paint.chroma > 0.13)


def test_contrast_and_colours_agree_with_known_values() -> None:
    black, white = Oklch(0, 0, 0), Oklch(1, 0, 0)
    assert (hexadecimal(black), hexadecimal(white), round(contrast(black, white), 2)) == ("#000000", "#ffffff", 21.0)
    assert hexadecimal(Oklch(0.62796, 0.25768, 29.234)) == "#ff0000"


def test_every_flower_has_paints_of_its_own() -> None:
    assert {f"{part}-{flower}" for flower in Flower for part in ("petal", "deep", "line")} <= set(TONES)


# Refusals


def test_an_unknown_flower_is_refused_by_name() -> None:
    for draw in (lambda: draw_flower("tulip", 1), lambda: draw_cover("tulip", 1), lambda: draw_meadow({"tulip": 1}, 1)):  # type: ignore[dict-item]
        with pytest.raises(UnknownFlower, match=r"There is no drawing of a flower called 'tulip'\."):
            draw()


def test_an_unknown_kind_of_comfort_is_refused_by_name() -> None:
    with pytest.raises(UnknownKind, match=r"There is no picture for a kind of comfort called 'balloon'\."):
        draw_kind("balloon")


@pytest.mark.parametrize("number", [-1, 1.5, True, "3", None])
def test_an_impossible_number_of_flowers_is_refused(number: object) -> None:
    with pytest.raises(ImpossibleNumber):
        draw_meadow({Flower.ROSE: number}, 1)  # type: ignore[dict-item]


@pytest.mark.parametrize("size", [0, -1, float("nan")])
def test_an_impossible_size_is_refused(size: float) -> None:
    for draw in (
        lambda: draw_flower("rose", 1, size=size),
        lambda: draw_kind("card", size=size),
        lambda: draw_emblem(size),
    ):
        with pytest.raises(ImpossibleSize):
            draw()


def test_every_refusal_is_one_kind_of_refusal() -> None:
    assert all(
        issubclass(each, DrawingRefused) for each in (UnknownFlower, UnknownKind, ImpossibleNumber, ImpossibleSize)
    )
