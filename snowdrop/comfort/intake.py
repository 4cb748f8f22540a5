"""Taking comfort in: what a form may hold, read without touching the database, the same for every door."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from snowdrop.comfort.vocabulary import LONGEST_NAME, LONGEST_REACH, LONGEST_WORDS
from snowdrop.ground.drawing import Flower
from snowdrop.memorials.vocabulary import Kind

FIELDS: Final = frozenset(
    {"once", "kind", "words", "name", "relation", "reach", "language", "flower", "family_only", "website", "read_notes"}
)
_WORDLESS: Final = frozenset({Kind.FLOWER.value, Kind.CANDLE.value, Kind.PRESENCE.value})
_FLOWERS: Final = frozenset(flower.value for flower in Flower)


@dataclass(frozen=True, slots=True)
class Door:
    """What must be known of a memorial to take comfort in for it."""

    memorial_id: UUID
    kinds: frozenset[str]
    straight: bool
    flower: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a guest sent, read and found in order."""

    once: str
    kind: str
    words: str
    name: str
    relation: str
    reach: str
    language: str
    flower: str
    family_only: bool


class NeedsAttention(ValueError):
    """The form cannot be taken as it is; `problems` says for each field in a sentence what would help."""

    def __init__(self, problems: Mapping[str, str | Promise]) -> None:
        super().__init__(", ".join(problems))
        self.problems = MappingProxyType(dict(problems))


def new_once() -> str:
    """A token for one submission: unix milliseconds (12 hex digits), then 128 random bits (32 hex digits)."""
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(16)}"


def digest_of_once(once: str) -> bytes:
    """What is kept of the token: 6 bytes of its time, 10 of its digest; 16 in all."""
    return bytes.fromhex(once[:12]) + hashlib.sha256(once.encode()).digest()[:10]


def read_fields(pairs: Iterable[tuple[str, str]], door: Door) -> Arrival:
    """Reads the fields of the form, in any order. Raises NeedsAttention.

    A field that is there twice, or is none of ours, is refused: a form that was altered on its way is not guessed at.
    """
    given: dict[str, str] = {}
    for name, value in pairs:
        if name in given or name not in FIELDS:
            raise NeedsAttention({"": _("The form arrived altered. Please look at it once more and send it again.")})
        given[name] = value
    problems = _problems(given, door)
    if problems:
        raise NeedsAttention(problems)
    kind = given["kind"]
    return Arrival(
        once=given["once"],
        kind=kind,
        words=_clean(given.get("words", "")),
        name=_clean(given.get("name", "")),
        relation=_clean(given.get("relation", "")),
        reach=given.get("reach", "").strip(),
        language=_language(given.get("language", "")),
        flower=(given.get("flower") or door.flower) if kind == Kind.FLOWER.value else "",
        family_only=bool(given.get("family_only")),
    )


def _problems(given: Mapping[str, str], door: Door) -> dict[str, str | Promise]:
    problems: dict[str, str | Promise] = {}
    if not _is_once(given.get("once", "")) or given.get("website"):
        problems[""] = _("This form could not be read. Please open the page again; your words are still below.")
    kind, words = given.get("kind", ""), given.get("words", "")
    if kind not in door.kinds:
        problems["kind"] = _("Please choose what you would like to send.")
    elif not words.strip() and kind not in _WORDLESS:
        problems["words"] = _("There are no words yet. A few are enough.")
    if len(words) > LONGEST_WORDS:
        problems["words"] = _("These are more words than we can keep. Please shorten them a little.")
    for name in ("name", "relation"):
        if len(given.get(name, "")) > LONGEST_NAME:
            problems[name] = _("This is longer than we can keep. Please shorten it a little.")
    if reach := given.get("reach", "").strip():
        problems |= _problem_of_reach(reach)
    if given.get("flower", "") not in _FLOWERS | {""}:
        problems["flower"] = _("Please choose one of the flowers.")
    return problems


def _problem_of_reach(reach: str) -> dict[str, str | Promise]:
    try:
        if len(reach) > LONGEST_REACH:
            raise ValidationError("long")
        validate_email(reach)
    except ValidationError:
        return {"reach": _("This does not look like an e-mail address. You can also leave it empty.")}
    return {}


def _is_once(once: str) -> bool:
    return len(once) == 44 and once.isascii() and all(digit in "0123456789abcdef" for digit in once)


def _language(tag: str) -> str:
    return tag if len(tag) <= 12 and tag.replace("-", "").isalnum() and tag.isascii() else ""


def _clean(text: str) -> str:
    """One kind of line end, and no characters that a page or a database cannot hold."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t").replace("\x7f", "").strip()
