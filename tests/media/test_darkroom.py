"""Developing photographs: upright, in true colours, in all sizes, and with nothing in them but pixels."""

from __future__ import annotations

import io
import time

import pytest
from PIL import Image

from snowdrop.media import darkroom
from snowdrop.media.vocabulary import LIMITS, Format
from tests.figures import Figures
from tests.media.looking import SIZE, developed, distance, in_memory, is_upright, looked_at, sides_of
from tests.world import photographs

pytestmark = pytest.mark.usefixtures("nothing_is_left_running")


@pytest.mark.parametrize("taken_as", Format)
def test_every_format_becomes_upright_prints_of_its_own_size(taken_as: Format) -> None:
    answer = developed(photographs.a_photograph(taken_as, size=SIZE), taken_as)
    assert (answer.width, answer.height) == (300, 400)
    assert sides_of(answer) == {"small.webp": (300, 400), "small.jpeg": (300, 400)}
    assert is_upright(answer, 6)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("taken_as", Format)
def test_all_eight_orientations_come_out_upright(taken_as: Format, orientation: int) -> None:
    photograph = photographs.a_photograph(taken_as, size=SIZE, orientation=orientation)
    answer = developed(photograph, taken_as)
    assert is_upright(answer, orientation)
    assert (answer.width, answer.height) == photographs.the_scene(SIZE, orientation).size


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_phone_heic_in_tiles_is_turned_once(orientation: int) -> None:
    size = (1200, 900)
    answer = developed(photographs.a_phone_heic(size, orientation), Format.HEIC)
    assert is_upright(answer, orientation, size)


def test_a_large_photograph_is_printed_in_three_sizes_and_two_formats() -> None:
    answer = developed(photographs.a_photograph(size=(2400, 1600), orientation=1))
    sides = {"large": (2000, 1333), "medium": (1200, 799), "small": (480, 319)}
    assert sides_of(answer) == {f"{name}.{ending}": size for name, size in sides.items() for ending in ("webp", "jpeg")}
    for made in answer.prints:
        assert looked_at(made).size == (made.width, made.height)
        assert distance(looked_at(made), photographs.the_scene((2400, 1600))) < 4


@pytest.mark.parametrize(
    ("size", "names"),
    [
        ((480, 20), {"small"}),
        ((481, 20), {"small", "medium"}),
        ((1200, 20), {"small", "medium"}),
        ((1201, 20), {"small", "medium", "large"}),
    ],
)
def test_no_size_is_made_that_the_photograph_does_not_reach(size: tuple[int, int], names: set[str]) -> None:
    answer = developed(photographs.a_photograph(Format.PNG, size=size, orientation=1), Format.PNG)
    assert {name.partition(".")[0] for name in sides_of(answer)} == names
    assert max(made.width for made in answer.prints) == size[0]


@pytest.mark.parametrize("taken_as", Format)
def test_no_print_carries_a_trace_of_place_camera_or_remark(taken_as: Format, figures: Figures) -> None:
    photograph = photographs.a_photograph(taken_as, size=(1300, 900))
    assert [trace for trace in photographs.TRACES if trace in photograph], "the photograph itself must carry them"
    answer = developed(photograph, taken_as)
    assert len(answer.prints) == 6
    left = sum(trace in made.content for made in answer.prints for trace in photographs.TRACES)
    figures("T11", checks=len(answer.prints) * len(photographs.TRACES), wrong=left)
    for made in answer.prints:
        assert [trace for trace in photographs.TRACES if trace in made.content] == []
        picture = looked_at(made)
        assert dict(picture.getexif()) == {}
        assert set(picture.info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
            "loop",
            "background",
            "timestamp",
            "duration",
        }


def test_wide_colours_are_translated_and_not_only_relabelled() -> None:
    scene = Image.new("RGB", SIZE, (40, 160, 60))
    untranslated = developed(photographs.encoded(scene, Format.PNG), Format.PNG)
    wide = photographs.a_wide_gamut_photograph(scene, Format.PNG)
    assert distance(Image.open(io.BytesIO(wide)), scene) > 8
    assert untranslated.average_colour == "#28a03c"
    assert distance(looked_at(developed(wide, Format.PNG).prints[0]), scene) < 2


def test_wide_colours_in_a_phone_heic_are_translated() -> None:
    scene = Image.new("RGB", SIZE, (40, 160, 60))
    wide = photographs.a_wide_gamut_photograph(scene, Format.HEIC)
    assert distance(looked_at(developed(wide, Format.HEIC).prints[0]), scene) < 4


def test_a_broken_colour_profile_is_ignored() -> None:
    scene = photographs.the_scene(SIZE)
    answer = developed(photographs.encoded(scene, Format.JPEG, icc_profile=b"no profile" * 20))
    assert distance(looked_at(answer.prints[0]), scene) < 4


def test_a_printers_cmyk_photograph_keeps_its_colours() -> None:
    assert distance(looked_at(developed(photographs.a_cmyk_photograph()).prints[0]), photographs.the_scene(SIZE)) < 4


def test_sixteen_bit_greys_keep_their_brightness() -> None:
    answer = developed(photographs.a_sixteen_bit_grey_photograph(), Format.PNG)
    assert distance(looked_at(answer.prints[0]), photographs.the_scene(SIZE).convert("L")) < 3


def test_a_transparent_corner_becomes_white_paper() -> None:
    answer = developed(photographs.a_palette_picture_with_a_clear_corner(), Format.PNG)
    for made in answer.prints:
        seen = looked_at(made)
        assert seen.mode == "RGB"
        assert all(value >= 252 for value in seen.getpixel((20, 20)))  # type: ignore[union-attr]
        assert distance(seen.crop((200, 150, 400, 300)), photographs.the_scene(SIZE).crop((200, 150, 400, 300))) < 6


@pytest.mark.parametrize(
    ("content", "taken_as"),
    [
        (photographs.an_animated_webp(), Format.WEBP),
        (photographs.two_pictures_in_one_jpeg(), Format.JPEG),
        (photographs.a_photograph_with_a_torn_note(), Format.JPEG),
        (photographs.a_polyglot("page"), Format.JPEG),
    ],
)
def test_unusual_files_give_their_first_picture(content: bytes, taken_as: Format) -> None:
    answer = developed(content, taken_as)
    assert distance(looked_at(answer.prints[0]), photographs.the_scene(SIZE)) < 4
    assert all(photographs.PAGE_IN_A_JPEG not in made.content for made in answer.prints)


def test_a_single_pixel_and_a_long_thin_line_are_photographs_too() -> None:
    assert sides_of(developed(photographs.a_single_pixel(), Format.PNG)) == {"small.webp": (1, 1), "small.jpeg": (1, 1)}
    thin = developed(photographs.a_long_thin_picture(), Format.PNG)
    assert (thin.width, thin.height, thin.prints[0].width, thin.prints[0].height) == (30_000, 1, 2000, 1)
    assert thin.average_colour == "#345678"


def test_the_source_is_read_from_its_beginning_and_stays_open() -> None:
    with in_memory(photographs.a_single_pixel()) as source:
        source.read(10)
        darkroom.develop(source, Format.PNG)
        assert not source.closed


@pytest.mark.slow
@pytest.mark.parametrize("size", [(4032, 3024), (8064, 6048), (8160, 6120)])
def test_photographs_of_12_48_and_50_megapixels_pass_in_good_time(size: tuple[int, int]) -> None:
    photograph = photographs.a_phone_heic(size)
    began = time.monotonic()
    answer = developed(photograph, Format.HEIC)
    assert time.monotonic() - began < LIMITS.wall_seconds
    assert (answer.width, answer.height) == size[::-1]
    assert len(answer.prints) == 6
