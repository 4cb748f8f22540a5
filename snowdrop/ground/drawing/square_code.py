"""Codes that a phone reads from paper (QR codes, ISO/IEC 18004)."""

from __future__ import annotations

import segno


def draw_square_code(text: str) -> str:
    """A text as inline SVG, dark on white in every scheme: error level M or better, four modules of quiet around it."""
    code = segno.make_qr(text, error="m")
    return str(
        code.svg_inline(border=4, omitsize=True, svgclass="square-code", lineclass=None, dark="#000", light="#fff")
    )
