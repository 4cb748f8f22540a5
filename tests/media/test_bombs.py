"""Hostile and broken files: each is refused quickly, in little memory, with a sentence (trust.md T15)."""

from __future__ import annotations

import resource
import time
from dataclasses import replace

import pytest

from snowdrop.media import darkroom
from snowdrop.media.refusals import PictureDamaged, PictureRefused, PictureTookTooLong, PictureTooLarge, refusal_by_code
from snowdrop.media.vocabulary import LIMITS, Format, Limits
from tests.figures import Figures
from tests.media.looking import developed, in_memory, sides_of
from tests.world import photographs

SLOWEST_REFUSAL = 10

BOMBS = {
    "a 2,500 megapixel PNG": (photographs.a_pixel_bomb, Format.PNG, PictureTooLarge),
    "a PNG header of 2**31 by 2**31": (photographs.a_huge_header, Format.PNG, PictureTooLarge),
    "a JPEG header of 65,500 by 65,500": (lambda: photographs.a_huge_header(Format.JPEG), Format.JPEG, PictureTooLarge),
    "a WebP header of 16,383 by 16,383": (lambda: photographs.a_huge_header(Format.WEBP), Format.WEBP, PictureTooLarge),
    "a HEIC header of 30,000 by 30,000": (lambda: photographs.a_huge_header(Format.HEIC), Format.HEIC, PictureTooLarge),
    "an AVIF header of 30,000 by 30,000": (lambda: photographs.a_huge_header(Format.AVIF), Format.AVIF, PictureRefused),
    "a JPEG cut short": (lambda: photographs.a_truncated(Format.JPEG), Format.JPEG, PictureDamaged),
    "a PNG cut short": (lambda: photographs.a_truncated(Format.PNG), Format.PNG, PictureDamaged),
    "a WebP cut short": (lambda: photographs.a_truncated(Format.WEBP), Format.WEBP, PictureDamaged),
    "a HEIC cut short": (lambda: photographs.a_truncated(Format.HEIC), Format.HEIC, PictureDamaged),
    "an AVIF cut short": (lambda: photographs.a_truncated(Format.AVIF), Format.AVIF, PictureDamaged),
    "a PNG that calls itself JPEG": (photographs.a_single_pixel, Format.JPEG, PictureDamaged),
    "a JPEG of two bytes": (lambda: b"\xff\xd8\xff", Format.JPEG, PictureDamaged),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_with_a_sentence(name: str, figures: Figures) -> None:
    make, taken_as, refusal = BOMBS[name]
    content = make()
    began = time.monotonic()
    with pytest.raises(PictureRefused) as refused:
        developed(content, taken_as)
    seconds, is_right = time.monotonic() - began, isinstance(refused.value, refusal)
    figures(
        "T15", checks=1, wrong=int(not is_right or seconds >= SLOWEST_REFUSAL), bombs_refused=1, worst_seconds=seconds
    )
    assert is_right and seconds < SLOWEST_REFUSAL
    assert str(refused.value.sentence).startswith("This photograph ")
    assert type(refusal_by_code(refused.value.code)) is type(refused.value)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < LIMITS.memory


@pytest.mark.parametrize("limits", [replace(LIMITS, processor_seconds=1), pytest.param(LIMITS, marks=pytest.mark.slow)])
def test_a_jpeg_of_endless_scans_takes_too_long(limits: Limits) -> None:
    """By the time of a processor: how long that is on the clock is a matter of what else the machine does."""
    with in_memory(photographs.a_jpeg_of_endless_scans()) as source:
        began = _processor_seconds()
        with pytest.raises(PictureTookTooLong):
            darkroom.develop(source, Format.JPEG, limits=limits)
    assert _processor_seconds() - began < SLOWEST_REFUSAL


def _processor_seconds() -> float:
    """What processes that this one started, and that have ended, have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_large_notes_and_many_promised_frames_do_no_harm() -> None:
    began = time.monotonic()
    assert sides_of(developed(photographs.a_jpeg_with_a_huge_note(), Format.JPEG))["small.webp"] == (400, 300)
    assert sides_of(developed(photographs.an_animated_png_of_many_frames(), Format.PNG))["small.webp"] == (64, 64)
    assert time.monotonic() - began < SLOWEST_REFUSAL


def test_one_megapixel_more_than_the_limit_is_too_large() -> None:
    limits = replace(LIMITS, pixels=400 * 300)
    with in_memory(photographs.a_photograph(size=(400, 300))) as just_right:
        assert darkroom.develop(just_right, Format.JPEG, limits=limits).width == 300
    with in_memory(photographs.a_photograph(size=(401, 300))) as too_large, pytest.raises(PictureTooLarge):
        darkroom.develop(too_large, Format.JPEG, limits=limits)


def test_one_byte_more_than_the_limit_is_too_large() -> None:
    photograph = photographs.a_single_pixel()
    with in_memory(photograph) as source, pytest.raises(PictureTooLarge):
        darkroom.develop(source, Format.PNG, limits=replace(LIMITS, file_bytes=len(photograph) - 1))


def test_a_photograph_that_needs_more_memory_than_there_is_is_too_large() -> None:
    with in_memory(photographs.a_photograph(Format.PNG, size=(6000, 5000))) as source, pytest.raises(PictureTooLarge):
        darkroom.develop(source, Format.PNG, limits=replace(LIMITS, memory=192 * 1024 * 1024))


@pytest.mark.usefixtures("nothing_is_left_running")
def test_the_clock_stops_a_process_that_does_not_come_back() -> None:
    with in_memory(photographs.a_jpeg_of_endless_scans()) as source, pytest.raises(PictureTookTooLong):
        darkroom.develop(source, Format.JPEG, limits=replace(LIMITS, wall_seconds=0.5))


def test_more_prints_than_there_is_room_for_are_not_believed() -> None:
    with in_memory(photographs.a_photograph(size=(1000, 800))) as source, pytest.raises(PictureDamaged):
        darkroom.develop(source, Format.JPEG, limits=replace(LIMITS, print_bytes=10))


def test_other_photographs_are_developed_while_one_is_refused() -> None:
    for _ in range(2):
        with pytest.raises(PictureRefused):
            developed(photographs.a_huge_header(), Format.PNG)
        assert developed(photographs.a_single_pixel(), Format.PNG).width == 1
