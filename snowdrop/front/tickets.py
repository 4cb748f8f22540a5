"""A ticket for one form that is asked for a moment: let in with a small piece of work, or once its time has passed.

The work is that of ALTCHA's first protocol: to find the number, below a bound, whose SHA-256 together with the ticket
is the one that was asked for. Nothing of a ticket is remembered. It is signed for one page and one token of a form; and
as what comes with a token is kept once, a ticket lets one thing in, and is of no use for another (docs/decisions/0028).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from hmac import compare_digest
from typing import Final

from django.conf import settings
from django.utils.crypto import salted_hmac

WAIT_SECONDS: Final = 60
"""After so long a ticket lets in by itself: the way without a script, and never a worse one than a slow device has."""
GOOD_FOR: Final = 3600
"""Seconds; whoever comes later is given another, and has lost nothing."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """For one form: when it was made (unix seconds), below what its number lies, and the signature of both."""

    made: int
    most: int
    signature: str

    def __str__(self) -> str:
        return f"{self.made}.{self.most}.{self.signature}"

    @property
    def challenge(self) -> str:
        """What the number has to give, in hexadecimal digits."""
        return hashlib.sha256(f"{self}:{self._number}".encode()).hexdigest()

    def is_worked(self, found: str) -> bool:
        """Whether this is the number."""
        return compare_digest(found.encode(), str(self._number).encode())

    def is_waited(self, now: float) -> bool:
        """Whether its time has passed."""
        return now >= self.made + WAIT_SECONDS

    @property
    def _number(self) -> int:
        return (
            int.from_bytes(hashlib.blake2s(str(self).encode(), key=_key("number"), digest_size=8).digest()) % self.most
        )


def new_ticket(slug: str, once: str, *, most: int, now: float) -> Ticket:
    """A ticket for the form with this token, on the page of this name."""
    return Ticket(int(now), most, _sign(slug, once, int(now), most))


def read_ticket(said: str, slug: str, once: str, *, now: float) -> Ticket | None:
    """The ticket that stands there; None if it is none of ours, for another page or form, or too old."""
    made, _, rest = said.partition(".")
    most, _, signature = rest.partition(".")
    if not (said.isascii() and made.isdigit() and most.isdigit() and len(said) < 100):
        return None
    ticket = Ticket(int(made), int(most), signature)
    ours = compare_digest(signature, _sign(slug, once, ticket.made, ticket.most))
    return ticket if ours and ticket.made <= now <= ticket.made + GOOD_FOR else None


def _sign(slug: str, once: str, made: int, most: int) -> str:
    told = f"{slug} {once} {made} {most}".encode("utf-8", "surrogatepass")
    return hashlib.blake2s(told, key=_key("ticket"), digest_size=16).hexdigest()


@lru_cache(maxsize=4)
def _key(what: str) -> bytes:
    return salted_hmac("snowdrop.front.tickets", what, secret=settings.SECRET_KEY, algorithm="sha256").digest()
