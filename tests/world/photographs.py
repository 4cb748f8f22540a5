"""Real photograph files from real encoders, with all that cameras write into them, and broken ones."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from functools import lru_cache
from typing import Any, Final

import pillow_heif
from PIL import ExifTags, Image, ImageCms, PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

from snowdrop.console.painting import Light, paint_landscape
from snowdrop.media.vocabulary import Format
from tests.world.colour_profiles import display_p3

pillow_heif.register_heif_opener()

CAMERA: Final = "Meadowlark M7"
SERIAL: Final = "MK7-004417"
PLACE: Final = (54.4321, 9.8765)
REMARK: Final = "canary remark by the lake"
KEYWORD: Final = "canary keyword"

TRACES: Final = (
    *(text.encode() for text in (CAMERA, SERIAL, REMARK, KEYWORD, "54.4321", "9.8765")),
    *(struct.pack(order + "6I", 54, 1, 25, 1, 1389, 25) for order in "<>"),
    *(
        b"Exif\0\0",
        b"EXIF",
        b"eXIf",
        b"XMP ",
        b"http://ns.adobe.com",
        b"<x:xmpmeta",
        b"Photoshop 3.0",
        b"8BIM",
        b"ICC_PROFILE",
        b"ICCP",
    ),
)
"""Byte strings of which none may be found in a published file."""

_TURNED: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def the_scene(size: tuple[int, int], orientation: int = 1) -> Image.Image:
    """The scene upright, as somebody who looks at it should see it; `size` is that of the camera's sensor."""
    return paint_landscape(size[::-1] if orientation >= 5 else size, seed=7, light=Light.SUMMER)


@lru_cache(maxsize=32)
def a_photograph(
    taken_as: Format = Format.JPEG,
    *,
    size: tuple[int, int] = (4000, 3000),
    orientation: int = 6,
    gps: tuple[float, float] | None = PLACE,
    camera: str = CAMERA,
    serial: str = SERIAL,
    xmp: bool = True,
    thumbnail: bool = True,
) -> bytes:
    """A photograph as a camera writes it: as the sensor saw it, with notes on place, camera and more."""
    upright = the_scene(size, orientation)
    stored = upright.transpose(_TURNED[orientation]) if orientation in _TURNED else upright
    exif = _exif(orientation, gps, camera, serial)
    if thumbnail:
        exif = _with_thumbnail(exif, stored)
    return encoded(stored, taken_as, exif=exif, xmp=_xmp(orientation, gps) if xmp else b"")


def encoded(
    picture: Image.Image, taken_as: Format, *, exif: bytes = b"", xmp: bytes = b"", icc_profile: bytes | None = None
) -> bytes:
    """A picture as a file of one of the formats, with remarks wherever the format has a place for them."""
    every: dict[Format, dict[str, Any]] = {
        Format.JPEG: {"quality": 90, "xmp": xmp, "comment": REMARK},
        Format.PNG: {"pnginfo": _png_remarks(xmp), "compress_level": 1},
        Format.WEBP: {"xmp": xmp, "quality": 85, "method": 0},
        Format.AVIF: {"xmp": xmp, "speed": 10},
        Format.HEIC: {"xmp": xmp or None, "quality": 60, "enc_params": {"preset": "ultrafast"}},
    }
    settings = every[taken_as]
    if exif:
        settings["exif"] = exif
    file = io.BytesIO()
    picture.save(file, taken_as.decoder, icc_profile=icc_profile, **settings)
    return _with_iptc(file.getvalue()) if taken_as is Format.JPEG else file.getvalue()


def a_phone_heic(size: tuple[int, int] = (4032, 3024), orientation: int = 6) -> bytes:
    """HEIC in tiles of 512 pixels under one grid, with the turn written twice (box and EXIF), as phones write it."""
    stored = _in_display_p3(the_scene(size, orientation)).transpose(_TURNED[orientation])
    file = io.BytesIO()
    options = {"quality": 60, "tile_size": 512, "enc_params": {"preset": "ultrafast"}}
    stored.save(file, "HEIF", exif=_exif(orientation, PLACE, CAMERA, SERIAL), icc_profile=display_p3(), **options)
    return file.getvalue()


def a_wide_gamut_photograph(picture: Image.Image, taken_as: Format = Format.JPEG) -> bytes:
    """The picture with its colours written down in Display P3, and the profile that says so."""
    return encoded(_in_display_p3(picture), taken_as, icc_profile=display_p3())


def a_cmyk_photograph(size: tuple[int, int] = (400, 300)) -> bytes:
    return encoded(the_scene(size).convert("CMYK"), Format.JPEG)


def a_sixteen_bit_grey_photograph(size: tuple[int, int] = (400, 300)) -> bytes:
    """PNG with 65,536 greys."""
    grey = the_scene(size).convert("L")
    deep = Image.frombytes("I;16", size, b"".join(bytes((value, value)) for value in grey.tobytes()))
    return encoded(deep, Format.PNG)


def a_palette_picture_with_a_clear_corner(size: tuple[int, int] = (400, 300)) -> bytes:
    """PNG of 256 colours whose upper left quarter is transparent."""
    picture = the_scene(size).convert("RGBA")
    picture.paste((0, 0, 0, 0), (0, 0, size[0] // 2, size[1] // 2))
    return encoded(picture.quantize(256, Image.Quantize.FASTOCTREE), Format.PNG)


def an_animated_webp(size: tuple[int, int] = (400, 300), frames: int = 3) -> bytes:
    """The scene first, then plain grey."""
    file = io.BytesIO()
    others = [Image.new("RGB", size, (90 + index, 90, 90)) for index in range(frames - 1)]
    the_scene(size).save(file, "WEBP", save_all=True, append_images=others, duration=100)
    return file.getvalue()


def two_pictures_in_one_jpeg(size: tuple[int, int] = (400, 300)) -> bytes:
    """MPO, as phones write a picture with its depth or gain map."""
    file = io.BytesIO()
    the_scene(size).save(file, "MPO", save_all=True, append_images=[Image.new("RGB", size, "grey")])
    return file.getvalue()


def a_single_pixel() -> bytes:
    return encoded(Image.new("RGB", (1, 1), "#345678"), Format.PNG)


def a_long_thin_picture(length: int = 30_000) -> bytes:
    return encoded(Image.new("RGB", (length, 1), "#345678"), Format.PNG)


def a_truncated(taken_as: Format, share: float = 0.6) -> bytes:
    """A photograph whose end did not arrive."""
    whole = a_photograph(taken_as, size=(800, 600))
    return whole[: int(len(whole) * share)]


def a_photograph_with_a_torn_note(size: tuple[int, int] = (400, 300)) -> bytes:
    """JPEG whose EXIF block is noise."""
    return encoded(the_scene(size), Format.JPEG, exif=b"Exif\0\0II*\0\xff\xff\xff\x7f" + bytes(range(256)))


@lru_cache
def a_pixel_bomb(side: int = 50_000) -> bytes:
    """A complete PNG of 2,500 million black dots in about 300 kB."""
    squeeze = zlib.compressobj(6)
    row = bytes(1 + side // 8)
    content = b"".join(squeeze.compress(row * 100) for _ in range(side // 100)) + squeeze.flush()
    return _png(side, side, 1, content)


def a_huge_header(taken_as: Format = Format.PNG) -> bytes:
    """A small file that claims to be enormous."""
    if taken_as is Format.PNG:
        return _png(2**31 - 1, 2**31 - 1, 8, zlib.compress(bytes(100)))
    small = a_photograph(taken_as, size=(400, 300), orientation=1, thumbnail=False)
    if taken_as is Format.JPEG:
        frame = small.index(struct.pack(">HH", 300, 400))
        return small[:frame] + struct.pack(">HH", 65_500, 65_500) + small[frame + 4 :]
    if taken_as is Format.WEBP:
        return small[:24] + b"\xfe\x3f\x00\xfe\x3f\x00" + small[30:]
    spatial = struct.pack(">4sIII", b"ispe", 0, 400, 300)
    assert spatial in small
    return small.replace(spatial, struct.pack(">4sIII", b"ispe", 0, 30_000, 30_000))


def a_jpeg_of_endless_scans(side: int = 8000, scans: int = 400) -> bytes:
    """A progressive JPEG whose last scan comes again and again; every one costs a pass over the whole picture."""
    file = io.BytesIO()
    Image.new("RGB", (side, side), "#6d8").save(file, "JPEG", progressive=True)
    whole = file.getvalue()
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * scans + whole[-2:]


def an_animated_png_of_many_frames(frames: int = 100_000) -> bytes:
    """APNG that promises many frames and carries as many control chunks."""
    picture = _png(64, 64, 8, zlib.compress(bytes(65 * 64)))
    end = picture.index(b"IDAT") - 4
    control = b"".join(
        _chunk(b"fcTL", struct.pack(">IIIIIHHBB", index, 64, 64, 0, 0, 1, 100, 0, 0)) for index in range(frames)
    )
    return picture[:end] + _chunk(b"acTL", struct.pack(">II", frames, 0)) + control + picture[end:]


def a_jpeg_with_a_huge_note(size: tuple[int, int] = (400, 300)) -> bytes:
    """JPEG in front of whose pixels stand 50 MB of XMP."""
    plain = encoded(the_scene(size), Format.JPEG)
    block = b"http://ns.adobe.com/xap/1.0/\0" + b" " * 65_000
    return plain[:2] + _segment(0xE1, block) * 800 + plain[2:]


def a_renamed_pdf() -> bytes:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def a_drawing_with_a_script() -> bytes:
    return b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>fetch("/keepers")</script></svg>'


def a_gif(size: tuple[int, int] = (40, 30)) -> bytes:
    file = io.BytesIO()
    the_scene(size).save(file, "GIF")
    return file.getvalue()


PAGE_IN_A_JPEG: Final = b"<html><body><script>document.title='canary page'</script></body></html>"


def a_polyglot(second: str = "page") -> bytes:
    """A file that is two things at once: a JPEG that is also a web page, or a GIF that is also a ZIP archive."""
    if second == "page":
        plain = encoded(the_scene((400, 300)), Format.JPEG)
        return plain[:2] + _segment(0xFE, PAGE_IN_A_JPEG) + plain[2:] + PAGE_IN_A_JPEG
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("inside.txt", "canary")
    return a_gif() + archive.getvalue()


def _in_display_p3(picture: Image.Image) -> Image.Image:
    wide = ImageCms.profileToProfile(picture, ImageCms.createProfile("sRGB"), io.BytesIO(display_p3()))
    assert wide is not None
    return wide


def _exif(orientation: int, gps: tuple[float, float] | None, camera: str, serial: str) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = camera.split()[0]
    exif[ExifTags.Base.Model] = camera
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.ImageDescription] = REMARK
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = serial
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:04:02 06:31:07"
    if gps:
        place = exif.get_ifd(ExifTags.IFD.GPSInfo)
        place[ExifTags.GPS.GPSLatitudeRef], place[ExifTags.GPS.GPSLatitude] = "N", _degrees(gps[0])
        place[ExifTags.GPS.GPSLongitudeRef], place[ExifTags.GPS.GPSLongitude] = "E", _degrees(gps[1])
    return exif.tobytes()


def _degrees(angle: float) -> tuple[IFDRational, ...]:
    degrees, minutes = int(angle), int(angle * 60 % 60)
    return IFDRational(degrees, 1), IFDRational(minutes, 1), IFDRational(round(angle * 3600 % 60 * 100), 100)


def _with_thumbnail(exif: bytes, stored: Image.Image) -> bytes:
    """Adds a second directory that holds a small JPEG, where cameras put it (EXIF 2.32, 4.5.2)."""
    small = io.BytesIO()
    stored.resize((160, 120)).save(small, "JPEG")
    tiff = exif.removeprefix(b"Exif\0\0")
    order = "<" if tiff[:2] == b"II" else ">"
    first = struct.unpack(order + "I", tiff[4:8])[0]
    link = first + 2 + 12 * struct.unpack(order + "H", tiff[first : first + 2])[0]
    at = len(tiff) + len(tiff) % 2
    entries = [(0x0103, 3, 6), (0x0201, 4, at + 2 + 12 * 3 + 4), (0x0202, 4, len(small.getvalue()))]
    packed = [
        struct.pack(order + "HHI", tag, kind, 1)
        + struct.pack(order + ("HH" if kind == 3 else "I"), *((value, 0) if kind == 3 else (value,)))
        for tag, kind, value in entries
    ]
    directory = struct.pack(order + "H", 3) + b"".join(packed) + bytes(4)
    tiff = tiff[:link] + struct.pack(order + "I", at) + tiff[link + 4 :]
    return b"Exif\0\0" + tiff.ljust(at, b"\0") + directory + small.getvalue()


def _xmp(orientation: int, gps: tuple[float, float] | None) -> bytes:
    place = f'exif:GPSLatitude="{gps[0]}" exif:GPSLongitude="{gps[1]}"' if gps else ""
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/"'
        ' xmlns:tiff="http://ns.adobe.com/tiff/1.0/"'
        f' {place} tiff:Orientation="{orientation}" tiff:ImageDescription="{REMARK}"/></rdf:RDF></x:xmpmeta>'
    ).encode()


def _png_remarks(xmp: bytes) -> PngImagePlugin.PngInfo:
    remarks = PngImagePlugin.PngInfo()
    remarks.add_text("Comment", REMARK)
    if xmp:
        remarks.add_itxt("XML:com.adobe.xmp", xmp.decode())
    return remarks


def _with_iptc(jpeg: bytes) -> bytes:
    """Adds an IPTC keyword in an APP13 segment after the first one."""
    record = b"\x1c\x02\x19" + struct.pack(">H", len(KEYWORD)) + KEYWORD.encode()
    block = (
        b"Photoshop 3.0\0"
        + b"8BIM\x04\x04\0\0"
        + struct.pack(">I", len(record))
        + record.ljust(len(record) + len(record) % 2, b"\0")
    )
    after = 4 + struct.unpack(">H", jpeg[4:6])[0] - 2 + 2
    return jpeg[:after] + _segment(0xED, block) + jpeg[after:]


def _segment(marker: int, block: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(block) + 2) + block


def _png(width: int, height: int, depth: int, content: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", content) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
