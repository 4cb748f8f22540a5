"""Taking comfort in: what a form may hold, read without touching the database, the same for every door."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from hashlib import blake2s
from types import MappingProxyType
from typing import Final
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from snowdrop.comfort.vocabulary import LONGEST_NAME, LONGEST_REACH, LONGEST_WORDS
from snowdrop.ground.drawing import Flower
from snowdrop.memorials.vocabulary import Kind
from snowdrop.safeguarding.gentle import Wishes, has_notes

FIELDS: Final = frozenset(
    {"once", "kind", "words", "name", "relation", "reach", "language", "flower", "family_only", "website", "read_notes"}
    | {"moment", "found"}
)
"""The last two are for the front door alone, where a form was asked for a moment (front/siege.py)."""
QUICKEST: Final = 2.0
LONGEST: Final = 24 * 3600.0
"""Seconds between being given a form and sending it: nobody chooses a candle sooner, hardly anybody writes longer."""
_TEXTS: Final = ("words", "name", "relation", "reach")
_WORDLESS: Final = frozenset({Kind.FLOWER.value, Kind.CANDLE.value, Kind.PRESENCE.value})
_FLOWERS: Final = frozenset(flower.value for flower in Flower)


@dataclass(frozen=True, slots=True)
class Door:
    """What must be known of a memorial to take comfort in for it."""

    memorial_id: UUID
    kinds: frozenset[str]
    straight: bool
    flower: str
    faith_welcome: bool | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a guest sent, read and found in order. What stands last is no part of it, only of how it came.

    `read_notes`: its gentle notes were shown already; `sent_at`: when it was sent, if that was not now (an import);
    `sender`: who was signed in when it came, if anybody was.
    """

    once: str
    kind: str
    words: str
    name: str
    relation: str
    reach: str
    language: str
    flower: str
    family_only: bool
    read_notes: bool = field(default=False, compare=False)
    sent_at: datetime | None = field(default=None, compare=False)
    sender: UUID | None = field(default=None, compare=False)


class NeedsAttention(ValueError):
    """The form cannot be taken as it is; `problems` says for each field in a sentence what would help."""

    def __init__(self, problems: Mapping[str, str | Promise]) -> None:
        super().__init__(", ".join(problems))
        self.problems = MappingProxyType(dict(problems))


def new_once() -> str:
    """A token for one submission: unix milliseconds (12 hex digits), then 32 that nobody can guess.

    Of these 16 are random, and 16 are our signature: without our secret all of them are as good as random.
    """
    begun = f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(8)}"
    return begun + _signature(begun)


def was_asked_for(once: str, *, now: float) -> bool:
    """Whether this server (or one that shares its secret) handed out the token, for a time in which somebody writes.

    `now` in unix seconds. Only a sign: what it does not hold for is kept all the same (front/siege.py).
    """
    if not is_once(once) or once[28:] != _signature(once[:28]):
        return False
    return QUICKEST <= now - int(once[:12], 16) / 1000 <= LONGEST


def _signature(begun: str) -> str:
    return blake2s(begun.encode(), key=_key_of_tokens(), digest_size=8).hexdigest()


@lru_cache(maxsize=1)
def _key_of_tokens() -> bytes:
    return salted_hmac("snowdrop.comfort.intake", "once", secret=settings.SECRET_KEY, algorithm="sha256").digest()


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
    texts = {name: _clean(given.get(name, "")) for name in _TEXTS}
    problems = _problems(given, texts, door)
    if problems:
        raise NeedsAttention(problems)
    kind = given["kind"]
    return Arrival(
        once=given["once"],
        kind=kind,
        **texts,  # type: ignore[arg-type]
        language=_language(given.get("language", "")),
        flower=(given.get("flower") or door.flower) if kind == Kind.FLOWER.value else "",
        family_only=bool(given.get("family_only")),
        read_notes=bool(given.get("read_notes")),
    )


def needs_notes(arrival: Arrival, door: Door) -> bool:
    """Whether its sender should see gentle notes before it is kept: only once, and nothing is ever held back."""
    if arrival.read_notes or not arrival.words:
        return False
    return has_notes(arrival.words, language=arrival.language, family=Wishes(faith_welcome=door.faith_welcome))


def comes_from_elsewhere(*, fetch_site: str, origin: str, own: Container[str]) -> bool:
    """Whether a browser says that a page of another site sent this form; what says nothing is let in.

    The form carries no cookie's worth of rights, so it needs no token; this keeps other sites from using visitors as
    senders. `fetch_site` and `origin` are the headers Sec-Fetch-Site and Origin, empty when there were none.
    """
    if fetch_site:
        return fetch_site not in {"same-origin", "none"}
    return bool(origin) and origin not in own


def _problems(given: Mapping[str, str], texts: Mapping[str, str], door: Door) -> dict[str, str | Promise]:
    problems: dict[str, str | Promise] = {}
    if not is_once(given.get("once", "")) or given.get("website"):
        problems[""] = _(
            "Something about this form was not in order. Your words are still below; please send it again."
        )
    kind, words = given.get("kind", ""), texts["words"]
    if kind not in door.kinds:
        problems["kind"] = _("Please choose what you would like to send.")
    elif not words and kind not in _WORDLESS:
        problems["words"] = _("There are no words yet. A few are enough.")
    if len(words) > LONGEST_WORDS:
        problems["words"] = _("These are more words than we can keep. Please shorten them a little.")
    for name in ("name", "relation"):
        if len(texts[name]) > LONGEST_NAME:
            problems[name] = _("This is longer than we can keep. Please shorten it a little.")
    if texts["reach"]:
        problems |= _problem_of_reach(texts["reach"])
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


def is_once(once: str) -> bool:
    """Whether this has the form of a token for one submission."""
    return len(once) == 44 and once.isascii() and all(digit in "0123456789abcdef" for digit in once)


def _language(tag: str) -> str:
    return tag if len(tag) <= 12 and tag.replace("-", "").isalnum() and tag.isascii() else ""


def _clean(text: str) -> str:
    """One kind of line end, and no characters that a page or a database cannot hold (half of a pair among them)."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "ignore").decode()
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t").replace("\x7f", "").strip()
