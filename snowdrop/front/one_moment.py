"""The page of a form that is asked for a moment: what was written stands on it, and is sent from it.

Rendered once; what somebody wrote, and their ticket, are put in for each. Neither web nor the database is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape
from typing import Any, Final

from snowdrop.comfort.intake import FIELDS
from snowdrop.front.refusals import dressed
from snowdrop.front.tickets import Ticket

_STATUS: Final = 429
_MARK: Final = re.compile(r"\[\[(\w+)\]\]")


def ask_for_a_moment(protocol: Any, pairs: Iterable[tuple[str, str]], ticket: Ticket) -> None:
    """Answers with the page. The connection stays: the same form comes over it in a moment."""
    headers, pieces = _page()
    given = {name: value for name, value in pairs if name in FIELDS}
    filled = {
        "words": _paragraphs(given.get("words", "")),
        "fields": _fields({**given, "moment": str(ticket), "found": ""}.items()),
        "ticket": str(ticket),
        "challenge": ticket.challenge,
        "most": str(ticket.most),
    }
    content = "".join(filled[piece] if place % 2 else piece for place, piece in enumerate(pieces))
    protocol.response_bytes(_STATUS, headers, content.encode("utf-8", "replace"))


@lru_cache(maxsize=1)
def _page() -> tuple[list[tuple[str, str]], Sequence[str]]:
    """Its header fields, and in turns a piece that is the same for all and the name of what is put in after it."""
    headers, content = dressed("comfort/one_moment.html", _STATUS)
    return headers, _MARK.split(content.decode())


def _fields(given: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in given)


def _paragraphs(words: str) -> str:
    parts = re.split(r"\n\s*\n", words.replace("\r\n", "\n").strip())
    return "".join(f'<p dir="auto">{escape(part).replace(chr(10), "<br>")}</p>' for part in parts if part)
