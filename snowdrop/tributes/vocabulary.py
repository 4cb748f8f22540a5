"""The words that tributes are made of, and how long they may be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise

LONGEST_CAPTION: Final = 1000
"""Characters of what is said beside a photo, or in its place."""


class Way(StrEnum):
    """Where something may be moved in the order of the page."""

    EARLIER = "earlier"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether it is "ready", "preparing" or "refused"; a sentence, and how much is done (0 to 1), also in words."""

    name: str = "ready"
    sentence: str | Promise = ""
    share: float = 1.0
    share_words: str | Promise = ""


class Purpose(StrEnum):
    """What a file that comes in parts is for; also the name of the address of what it becomes."""

    PHOTO = "photo"
    CLIP = "clip"
