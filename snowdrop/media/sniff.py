"""Says what a file is from its first bytes alone; nothing is parsed, and names and claimed types are not believed."""

from __future__ import annotations

from typing import Final

from snowdrop.media.vocabulary import Format, OtherKind, RecordingFormat

HEAD_BYTES: Final = 512
"""How much of the beginning of a file `sniff` wants to see."""

_BEGINNINGS: Final[tuple[tuple[bytes, Format | OtherKind], ...]] = (
    (b"\xff\xd8\xff", Format.JPEG),
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    (b"%PDF-", OtherKind.PDF),
    (b"GIF87a", OtherKind.GIF),
    (b"GIF89a", OtherKind.GIF),
    (b"PK\x03\x04", OtherKind.ARCHIVE),
    (b"PK\x05\x06", OtherKind.ARCHIVE),
    (b"Rar!\x1a\x07", OtherKind.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", OtherKind.ARCHIVE),
    (b"\x1f\x8b", OtherKind.ARCHIVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OtherKind.ARCHIVE),
    (b"II*\x00\x10\x00\x00\x00CR", OtherKind.RAW),
    (b"IIRO", OtherKind.RAW),
    (b"IIU\x00", OtherKind.RAW),
    (b"FUJIFILMCCD-RAW", OtherKind.RAW),
    (b"II*\x00", OtherKind.TIFF),
    (b"MM\x00*", OtherKind.TIFF),
    (b"II+\x00", OtherKind.TIFF),
    (b"MM\x00+", OtherKind.TIFF),
    (b"\xff\x0a", OtherKind.JPEG_XL),
    (b"\x00\x00\x00\x0cJXL \r\n\x87\n", OtherKind.JPEG_XL),
    (b"8BPS", OtherKind.DESIGN),
    (b"BM", OtherKind.BITMAP),
    (b"\x00\x00\x01\x00", OtherKind.BITMAP),
    (b"\x1aE\xdf\xa3", OtherKind.VIDEO),
    (b"OggS", OtherKind.SOUND),
    (b"ID3", OtherKind.SOUND),
    (b"fLaC", OtherKind.SOUND),
    (b"\xff\xfb", OtherKind.SOUND),
    (b"\xff\xf1", OtherKind.SOUND),
    (b"#!AMR", OtherKind.SOUND),
    (b"MZ", OtherKind.PROGRAM),
    (b"\x7fELF", OtherKind.PROGRAM),
    (b"#!", OtherKind.PROGRAM),
    (b"\xcf\xfa\xed\xfe", OtherKind.PROGRAM),
)

_IN_RIFF: Final[dict[bytes, Format | OtherKind]] = {
    b"WEBP": Format.WEBP,
    b"AVI ": OtherKind.VIDEO,
    b"WAVE": OtherKind.SOUND,
}

_HEIC_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"})
_AVIF_BRANDS: Final = frozenset({b"avif", b"avis"})
_ANY_PICTURE_BRANDS: Final = frozenset({b"mif1", b"msf1", b"miaf"})
_SOUND_BRANDS: Final = frozenset({b"M4A ", b"M4B ", b"M4P "})

_MARKUP: Final = (b"<?xml", b"<!doctype", b"<html", b"<svg", b"<head", b"<script", b"<!--", b"<body")


def sniff(head: bytes) -> Format | OtherKind | None:
    """The format whose mark the first bytes carry; None when they carry no mark that is known here."""
    if head[:4] == b"RIFF":
        return _IN_RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _by_brands(head)
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return _dng_or(kind, head)
    return OtherKind.MARKUP if _is_markup(head) else None


def sniff_recording(head: bytes) -> RecordingFormat | Format | OtherKind | None:
    """The kind of video or sound whose mark the first bytes carry; else what `sniff` says of them."""
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return RecordingFormat.WAV
    if head[:4] == b"OggS":
        return RecordingFormat.OGG
    if head[:4] == b"\x1aE\xdf\xa3":
        return _in_matroska(head)
    if head[:3] == b"ID3":
        return RecordingFormat.MP3
    if _begins_a_frame_of_sound(head):
        return RecordingFormat.MP3 if head[1] & 0b110 else RecordingFormat.AAC
    kind = sniff(head)
    if head[4:8] != b"ftyp" or kind not in (OtherKind.VIDEO, OtherKind.SOUND):
        return kind
    if kind is OtherKind.SOUND:
        return RecordingFormat.M4A
    return RecordingFormat.MOV if head[8:12] == b"qt  " else RecordingFormat.MP4


def _in_matroska(head: bytes) -> RecordingFormat | OtherKind:
    """WebM is Matroska by another name. A voice note of a browser says in its first bytes that it is only sound."""
    if b"webm" in head[:64]:
        is_sound = b"A_OPUS" in head and b"V_" not in head
        return RecordingFormat.WEBM_SOUND if is_sound else RecordingFormat.WEBM
    return RecordingFormat.MATROSKA if b"matroska" in head[:64] else OtherKind.VIDEO


def _begins_a_frame_of_sound(head: bytes) -> bool:
    """MPEG audio of layer III, or AAC in ADTS frames: eleven bits set, then version and layer (ISO/IEC 11172-3)."""
    if len(head) < 2 or head[0] != 0xFF:
        return False
    return (head[1] & 0xE6) == 0xE2 or (head[1] & 0xF6) == 0xF0


def _by_brands(head: bytes) -> Format | OtherKind:
    """Files of boxes (ISO/IEC 14496-12, 4.3) name a brand and then all that they are compatible with."""
    length = min(int.from_bytes(head[:4], "big"), len(head))
    leading = head[8:12]
    brands = {leading} | {head[at : at + 4] for at in range(16, length, 4)}
    if leading in _SOUND_BRANDS:
        return OtherKind.SOUND
    if leading == b"crx ":
        return OtherKind.RAW
    if leading not in _HEIC_BRANDS | _AVIF_BRANDS | _ANY_PICTURE_BRANDS:
        return OtherKind.VIDEO
    if leading in _AVIF_BRANDS or (leading in _ANY_PICTURE_BRANDS and brands & _AVIF_BRANDS):
        return Format.AVIF
    return Format.HEIC


def _dng_or(kind: Format | OtherKind, head: bytes) -> Format | OtherKind:
    """Most raw files are TIFF files; a few say so by a maker's name near the beginning."""
    makers = (b"Adobe DNG", b"NIKON", b"SONY", b"Canon", b"PENTAX", b"OLYMPUS", b"Panasonic")
    return OtherKind.RAW if kind is OtherKind.TIFF and any(maker in head for maker in makers) else kind


def _is_markup(head: bytes) -> bool:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return text.startswith(_MARKUP)
