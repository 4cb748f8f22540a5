"""What a row of the matrix says: who may, what they get, and, if a door stands open, why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tests.house.who import SIGNED_IN, Who, nobody_at_all

NOT_THERE: Final = 404
NOT_THIS_WAY: Final = 405
SIGN_IN_FIRST: Final = 302
LED_ON: Final = 302


@dataclass(frozen=True, slots=True)
class Row:
    """What one address answers.

    `get` and `post` are for those who may; everybody else gets what an address that leads nowhere gives. `body` is a
    form that is in order. `open_because` says why people who have not signed in are let to the view at all. `but`
    names exceptions ("keeper GET"). `kept_for`: for whom what the audience's row says of caching holds. `leads_on`: who
    needs nothing of it, and is led on.
    """

    who: Who
    get: int = NOT_THIS_WAY
    post: int = NOT_THIS_WAY
    body: Mapping[str, str] = field(default_factory=dict)
    open_because: str = ""
    but: Mapping[str, int] = field(default_factory=dict)
    kept_for: Who = nobody_at_all
    leads_on: Who = nobody_at_all

    @property
    def is_open(self) -> bool:
        """Whether the door stands open to people who have not signed in."""
        return bool(self.open_because)

    def lets_in(self, method: str, cast: str, state: str) -> bool:
        """Whether one of the cast gets something else than what an address that leads nowhere gives."""
        way = self.get if method == "GET" else self.post
        return way != NOT_THIS_WAY and (self.is_open or cast in SIGNED_IN) and self.who(cast, state)

    def expected(self, method: str, cast: str, state: str) -> int:
        """The status that one of the cast must get."""
        if not self.is_open and cast not in SIGNED_IN:
            return SIGN_IN_FIRST
        if (exception := self.but.get(f"{cast} {method}")) is not None:
            return exception
        if self.leads_on(cast, state):
            return LED_ON
        status = self.get if method == "GET" else self.post
        return status if status == NOT_THIS_WAY or self.who(cast, state) else NOT_THERE
