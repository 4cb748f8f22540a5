"""Reads MP4 files box by box (ISO/IEC 14496-12), independently of what wrote them."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_CONTAINERS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf", b"udta"})


def boxes_of(content: bytes, above: str = "") -> Iterator[tuple[str, bytes]]:
    """Every box with its path ("moov/trak/tkhd") and what is in it, in the order of the file."""
    at = 0
    while at + 8 <= len(content):
        size, name = struct.unpack(">I4s", content[at : at + 8])
        head = 8
        if size == 1:
            size, head = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        size = size or len(content) - at
        path = f"{above}{name.decode('latin-1')}"
        inside = content[at + head : at + size]
        yield path, inside
        if name in _CONTAINERS:
            yield from boxes_of(inside, f"{path}/")
        at += max(size, head)


def names_of(content: bytes) -> list[str]:
    """The boxes at the top of a file."""
    return [path for path, _ in boxes_of(content) if "/" not in path]
