"""What a reader gave, for this visit alone: sealed in a cookie of their browser, that ends with it, and nowhere here.

No address, log or table holds any of it. Leaving in haste and signing out take the cookie away too.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final, Self

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from snowdrop.ground import keys, sealing
from snowdrop.stories.matching import Asked
from snowdrop.stories.shelf import SHELVES
from snowdrop.stories.vocabulary import ContentNote, KindOfLoss

LASTS: Final = timedelta(hours=12)
"""Some browsers keep the cookies of a visit for weeks; what is older than this is not read."""

_BOUND: Final = b"what a reader gave"


@dataclass(frozen=True, slots=True)
class Given:
    """What a reader gave: circumstances, which of them matter most, their own words, and what they will not meet."""

    gives: dict[str, Any] = field(default_factory=dict)
    matters: tuple[str, ...] = ()
    words: str = ""
    hidden_kinds: tuple[str, ...] = ()
    hidden_notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, kept: dict[str, Any] | None) -> Self:
        """As it was kept; lists of JSON are tuples here."""
        fields: dict[str, Any] = {
            name: tuple(one) if isinstance(one, list) else one for name, one in (kept or {}).items()
        }
        return cls(**fields)

    @property
    def asks(self) -> bool:
        """Whether there is anything to look for; without, stories are only leafed through."""
        return bool(self.gives or self.words)

    def hiding(self, kind: str) -> Given:
        """The same, without stories of this kind ("note …" or "kind …"); what is no kind changes nothing."""
        where, _, what = kind.partition(" ")
        if where == "note" and what in set(ContentNote):
            return replace(self, hidden_notes=tuple(dict.fromkeys((*self.hidden_notes, what))))
        if where == "kind" and what in set(KindOfLoss):
            return replace(self, hidden_kinds=tuple(dict.fromkeys((*self.hidden_kinds, what))))
        return self

    def asked(self) -> Asked:
        """As matching takes it."""
        return Asked(self.gives, self.matters, self.words, self.hidden_kinds, self.hidden_notes)

    def kept(self) -> dict[str, Any]:
        """As it is kept, if its reader asks for that."""
        return asdict(self)


def given_in(request: HttpRequest, *, now: datetime) -> Given:
    """What was given in this visit; nothing if it was long ago, or cannot be read."""
    try:
        sealed = base64.urlsafe_b64decode(request.COOKIES.get(settings.VISIT_COOKIE, ""))
        plain = sealing.unseal(keys.common_key(SHELVES), sealed, bound_to=_BOUND)
        kept = json.loads(zlib.decompress(plain))
        return Given.of(kept["given"]) if now.timestamp() - kept["at"] < LASTS.total_seconds() else Given()
    except (binascii.Error, sealing.Unreadable, ValueError, KeyError, TypeError):
        return Given()


def give_back(response: HttpResponseBase, given: Given, *, now: datetime) -> None:
    """Lets the browser hold what was given, until it is closed."""
    plain = json.dumps({"given": given.kept(), "at": int(now.timestamp())}, ensure_ascii=False, separators=(",", ":"))
    sealed = sealing.seal(keys.common_key(SHELVES), zlib.compress(plain.encode()), bound_to=_BOUND)
    kept = base64.urlsafe_b64encode(sealed).decode()
    response.set_cookie(settings.VISIT_COOKIE, kept, samesite="Lax", httponly=True, secure=settings.SNOWDROP.secure)


def forget(response: HttpResponseBase) -> None:
    """Makes the browser let go of what was given."""
    response.delete_cookie(settings.VISIT_COOKIE, samesite="Lax")
