"""Makes the published prints of one photograph; runs in the darkroom's disposable process, without Django."""

from __future__ import annotations

import io
import os
import sys
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import BinaryIO, Final

from PIL import AvifImagePlugin, ExifTags, Image, ImageCms, MpoImagePlugin, TiffImagePlugin, WebPImagePlugin

from snowdrop.media import confinement, forbidden_calls
from snowdrop.media.order import Answer, Confinement, Order, Outcome, Print
from snowdrop.media.vocabulary import PRINT_SIZES, Format, PrintFormat, PrintSize, print_name

_NEEDED_LATER: Final = (AvifImagePlugin, MpoImagePlugin, TiffImagePlugin, WebPImagePlugin)
"""Pillow imports these at the moment of need, when no file can be opened any more."""

_LARGEST: Final = PRINT_SIZES[-1].longest_side
_PAPER: Final = "white"

_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes each EXIF orientation upright (EXIF 2.32, tag 274)."""

_SIDEWAYS: Final = frozenset({5, 6, 7, 8})

_SAVING: Final[dict[PrintFormat, dict[str, int | bool | str]]] = {
    PrintFormat.WEBP: {"quality": 80, "method": 4},
    PrintFormat.JPEG: {"quality": 82, "progressive": True, "optimize": True},
}


def work_once() -> None:
    """Raises the walls, develops what comes on standard input, answers on standard output; argument 1 is the order."""
    order = Order.from_text(sys.argv[1])
    os.nice(10)
    confinement.leave_with_parent()
    seconds = order.limits.processor_seconds_for(order.format)
    confinement.limit_resources(memory=order.limits.memory, processor_seconds=seconds)
    network_closed = confinement.close_network()
    _make_ready(order)
    walls = Confinement(
        network_closed, confinement.close_files(), confinement.close_handles(), forbidden_calls.refuse_calls()
    )
    with os.fdopen(0, "rb") as source, os.fdopen(1, "wb") as answer:
        answer.write(_answer(source, order, walls).to_bytes())


def _make_ready(order: Order) -> None:
    """Loads all decoders that the order needs, while files can still be opened."""
    Image.preinit()
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = order.limits.pixels
    if order.format is Format.HEIC:
        import pi_heif  # type: ignore[import-untyped]

        pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)


def _answer(source: BinaryIO, order: Order, walls: Confinement) -> Answer:
    outcome: Outcome = "damaged"
    if order.format:
        try:
            return develop(source, order.format, walls)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError, MemoryError):
            outcome = "too_large"
        except Exception:  # decoders raise whatever they like at what they cannot read
            outcome = "damaged"
    return Answer(outcome, walls)


def develop(source: BinaryIO, taken_as: Format, walls: Confinement) -> Answer:
    """All prints of a photograph, upright, in sRGB, with nothing in them but pixels; never larger than it is itself.

    The size is known from the header, and refused by Pillow if too large, before a pixel is decoded.
    """
    with Image.open(source, formats=[taken_as.decoder]) as negative:
        whole = negative.size
        negative.draft(None, _fitting(whole, _LARGEST))
        negative.load()
        orientation = _orientation(negative)
        largest = _shrunk(_resizable(negative), _fitting(whole, _LARGEST))
        upright = _bare(_in_srgb(largest, negative.info.get("icc_profile")), _TURNS.get(orientation))
    width, height = whole[::-1] if orientation in _SIDEWAYS else whole
    return Answer("developed", walls, width, height, _average_colour(upright), _printed(upright))


def _printed(picture: Image.Image) -> tuple[Print, ...]:
    """All sizes in all formats, saved by two threads at once, because saving is most of the work."""
    papers = [(made, size, made_as) for made, size in _sizes(picture) for made_as in PrintFormat]
    with ThreadPoolExecutor(2) as threads:
        return tuple(threads.map(_one_print, *zip(*papers, strict=True)))


def _sizes(picture: Image.Image) -> Iterator[tuple[Image.Image, PrintSize]]:
    """From large to small, each made from the one before; a size that the picture does not reach is left out."""
    for size, smaller in zip(reversed(PRINT_SIZES), (*reversed(PRINT_SIZES[:-1]), None), strict=True):
        if smaller is None or max(picture.size) > smaller.longest_side:
            picture = _shrunk(picture, _fitting(picture.size, size.longest_side))
            yield picture, size


def _one_print(picture: Image.Image, size: PrintSize, made_as: PrintFormat) -> Print:
    paper = io.BytesIO()
    picture.save(paper, made_as.encoder, **_SAVING[made_as])
    return Print(print_name(size, made_as), picture.width, picture.height, paper.getvalue())


def _fitting(sides: tuple[int, int], longest_side: int) -> tuple[int, int]:
    """The sides shrunk, in proportion, so that the longer one fits; as they are if it does already."""
    longest = max(sides)
    if longest <= longest_side:
        return sides
    return max(1, sides[0] * longest_side // longest), max(1, sides[1] * longest_side // longest)


def _shrunk(picture: Image.Image, sides: tuple[int, int]) -> Image.Image:
    return picture if picture.size == sides else picture.resize(sides, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _orientation(picture: Image.Image) -> int:
    """How the camera was held (EXIF or XMP); upright if the note cannot be read. HEIC is upright as it is decoded."""
    with suppress(Exception):
        return int(picture.getexif().get(ExifTags.Base.Orientation, 1))
    return 1


def _resizable(picture: Image.Image) -> Image.Image:
    """The same picture in a mode whose values can be averaged: no palette, no 16 bits, no transparency set apart."""
    if picture.mode.startswith("I"):
        return picture.point(lambda value: value * (1 / 257)).convert("L")
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    if picture.mode in ("RGB", "L", "CMYK"):
        return picture
    return picture.convert("L" if picture.mode == "1" else "RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """On white paper instead of transparency, and in the colours that every screen shows."""
    if picture.mode == "RGBA":
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, _PAPER), picture).convert("RGB")
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            return _translated(picture, ImageCms.ImageCmsProfile(io.BytesIO(profile)))
    return picture.convert("RGB")


def _translated(picture: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    translated = ImageCms.profileToProfile(
        picture,
        profile,
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert translated is not None
    return translated


def _bare(picture: Image.Image, turn: Image.Transpose | None) -> Image.Image:
    """Upright, and without all that the file said beside its pixels; encoders write what they find in `info`."""
    upright = picture.transpose(turn) if turn is not None else picture
    upright.info = {}
    return upright


def _average_colour(picture: Image.Image) -> str:
    red, green, blue = picture.resize((1, 1), Image.Resampling.BOX).tobytes()
    return f"#{red:02x}{green:02x}{blue:02x}"
