"""A Display P3 colour profile, written byte by byte, as phones put one into every photograph."""

from __future__ import annotations

import struct
from functools import lru_cache


@lru_cache
def display_p3() -> bytes:
    """An ICC profile, version 4 (ICC.1:2010), with the primaries of Display P3 adapted to D50 and the curve of sRGB."""
    curve = b"para\0\0\0\0\x00\x03\0\0" + b"".join(map(_fixed, (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)))
    tags = {
        b"desc": _text("Wide gamut for tests"),
        b"cprt": _text("In the public domain"),
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": _xyz(0.51512, 0.24120, -0.00105),
        b"gXYZ": _xyz(0.29198, 0.69225, 0.04189),
        b"bXYZ": _xyz(0.15710, 0.06657, 0.78407),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, content = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, block in tags.items():
        table += name + struct.pack(">II", start + len(content), len(block))
        content += block + bytes(-len(block) % 4)
    return _header(128 + len(table) + len(content)) + table + content


def _header(size: int) -> bytes:
    begin = struct.pack(">I4sI4s4s4s", size, b"\0" * 4, 0x04300000, b"mntr", b"RGB ", b"XYZ ")
    made_on = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    rest = b"acsp" + bytes(28) + b"".join(map(_fixed, (0.9642, 1.0, 0.8249)))
    return (begin + made_on + rest).ljust(128, b"\0")


def _xyz(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, values))


def _text(text: str) -> bytes:
    encoded = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(encoded), 28) + encoded


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))
