"""The languages that people may say they write in, each by its own name, and which way each runs."""

from __future__ import annotations

from typing import Final

from django.conf.locale import LANG_INFO

LANGUAGES: Final = tuple(
    sorted(
        ((code, info["name_local"]) for code, info in LANG_INFO.items() if "name_local" in info),
        key=lambda language: language[1].casefold(),
    )
)
"""Tag (BCP 47) and own name of every language that Django knows; what the pages speak is another matter."""


def direction_of(language: str) -> str:
    """Which way words in this language run: "rtl", "ltr", or "auto" where it is not known."""
    info = LANG_INFO.get(language, {})
    return ("rtl" if info["bidi"] else "ltr") if "bidi" in info else "auto"
