"""How days and paragraphs are set, in every room in the same way."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language


def day_in_words(moment: datetime | None) -> str:
    """The day of a moment, as in “1 November 2026”, in the reader's language and time zone; "" for none.

    The time zone is the one that `people.middleware` has set for the answer, else the server's.
    """
    return _day(localtime(moment).date(), get_language()) if moment else ""


@lru_cache(maxsize=4096)
def _day(day: date, _language: str | None) -> str:
    """A page of fifty words names the same few days again and again."""
    return date_format(day, "j F Y")


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of somebody's words, one for each line that is not empty."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())
