"""The drawn covers of one page, each drawn once and pointed to from then on, and the places that lie under them."""

from __future__ import annotations

from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from snowdrop.ground.drawing import draw_cover
from snowdrop.memorials.models import Memorial

_NARROWEST_STAGE: Final = 0.62
_WIDEST_STAGE: Final = 2.4
"""Width by height of the place that a page keeps for a photo; one beyond these lies in it with air around it."""


def stage_height(width: int, height: int) -> int:
    """How high, by 1000 wide, the place is that a page keeps for something of these sides."""
    return round(1000 / min(max(width / height, _NARROWEST_STAGE), _WIDEST_STAGE))


class Covers:
    """Draws the covers of one page, so that many photos under the same flower weigh hardly more than one."""

    def __init__(self, memorial: Memorial) -> None:
        self._seed = f"{memorial.seed}-photos"
        self._drawn: set[str] = set()

    def of(self, flower: str) -> SafeString:
        """The cover of this flower; nothing where a photo is shown openly."""
        if not flower:
            return SafeString("")
        name = f"cover-{flower}"
        if name in self._drawn:
            return _framed(format_html('<use href="#{}"/>', name))
        self._drawn.add(name)
        return _framed(format_html('<g id="{}">{}</g>', name, mark_safe(draw_cover(flower, self._seed))))


def _framed(drawing: SafeString) -> SafeString:
    return format_html(
        '<svg class="drawing" viewBox="0 0 600 300" preserveAspectRatio="xMidYMax slice" aria-hidden="true"'
        ' focusable="false">{}</svg>',
        drawing,
    )
