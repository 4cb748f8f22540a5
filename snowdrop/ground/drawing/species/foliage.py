"""What every plant has: stems, leaves, and the soft wash behind a bloom."""

from __future__ import annotations

from collections.abc import Sequence

from ..hand import Hand
from ..line import Spine, Widths, blade, curve, half_blade, stroke, toward
from ..sheet import Ink, Sheet

LANCE = (0.06, 0.62, 1.0, 0.72, 0.0)
OVAL = (0.05, 0.8, 1.0, 0.68, 0.0)
STRAP = (0.55, 0.85, 1.0, 0.9, 0.0)
NEEDLE = (0.3, 1.0, 0.0)


def widths(profile: Widths, half: float) -> list[float]:
    """A profile made as wide as that."""
    return [share * half for share in profile]


def halo(sheet: Sheet, hand: Hand, tone: str, centre: complex, radius: float, strength: float = 0.5) -> None:
    """A loose pool of thin colour, uneven at its edge, for a bloom to stand before."""
    if not sheet.washed:
        return
    edge = [centre + toward(52 * step + hand.near(0, 9), radius * hand.between(0.82, 0.98)) for step in range(7)]
    stops = ((0.0, tone, strength), (1.0, tone, 0.02))
    sheet.mark(curve(edge, closed=True), Ink(sheet.glow("halo", centre, radius, stops), soft=True))


def stem(sheet: Sheet, spine: Spine, base: float, top: float, green: str = "leaf", *, steps: int = 3) -> None:
    """A stem that grows thinner from base to top; both are its width there. A winding stem takes more steps."""
    path = blade(spine, [(base + (top - base) * step / steps) / 2 for step in range(steps + 1)])
    sheet.mark(path, Ink(green, f"line-{green}"))


def leaf(sheet: Sheet, spine: Spine, half: float, profile: Widths = LANCE, green: str = "leaf") -> None:
    """One leaf: a pale blade, one half in shade, and its midrib."""
    leaves(sheet, [(spine, half)], profile, green)


def leaves(sheet: Sheet, spines: Sequence[tuple[Spine, float]], profile: Widths = LANCE, green: str = "leaf") -> None:
    """Leaves that hardly cover each other, drawn together; each has its spine and its half-width."""
    for spine, half in spines:
        sheet.mark(blade(spine, widths(profile, half)), Ink(green, f"line-{green}"))
    if not sheet.fine:
        return
    for spine, half in spines:
        sheet.mark(half_blade(spine, widths(profile, half)), Ink(f"{green}-deep", fill_opacity=0.45))
    for spine, _ in spines:
        sheet.mark(stroke(spine, 0.02, 0.9, steps=2), Ink(line=f"line-{green}", weight=0.6, line_opacity=0.7))


def veins(sheet: Sheet, spine: Spine, half: float, count: int, green: str = "leaf") -> None:
    """Side veins of a broad leaf."""
    if not sheet.fine:
        return
    for number in range(1, count + 1):
        t = 0.12 + 0.6 * number / count
        reach = half * 0.72 * (1 - abs(t - 0.42))
        ahead = spine.along(t) * reach * 0.7
        for side in (-1, 1):
            end = spine.at(t) + ahead + spine.across(t) * reach * side
            path = curve([spine.at(t), spine.at(t) + (end - spine.at(t)) * 0.55 - ahead * 0.12, end])
            sheet.mark(path, Ink(line=f"line-{green}", weight=0.5, line_opacity=0.4))
