"""The words that tributes are made of, and how long they may be."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

LONGEST_CAPTION: Final = 1000
"""Characters of what is said beside a photo, or in its place."""


class Way(StrEnum):
    """Where something may be moved in the order of the page."""

    EARLIER = "earlier"
    LATER = "later"


class Purpose(StrEnum):
    """What a file that comes in parts is for; also the name of the address of what it becomes."""

    PHOTO = "photo"
    CLIP = "clip"
