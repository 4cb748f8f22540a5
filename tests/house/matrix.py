"""The matrix: who gets what at every address (trust.md T01). An address without a row fails the build.

A new address needs one row here: who may, what they get for GET and for POST, and, if its door stands open to people
who have not signed in, why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

Who = Callable[[str, str], bool]
"""Whether one of the cast may, while the memorial is in a state (tests/house/household.py lists both)."""

SIGNED_IN: Final = frozenset({"stranger", "helper", "former_helper", "keeper", "former_keeper"})
NOT_THERE: Final = 404
NOT_THIS_WAY: Final = 405
SIGN_IN_FIRST: Final = 302


def anybody(cast: str, state: str) -> bool:
    """Everybody who knocks."""
    return True


def people(cast: str, state: str) -> bool:
    """Whoever has signed in."""
    return cast in SIGNED_IN


def family(cast: str, state: str) -> bool:
    """Those who keep the memorial now."""
    return cast == "keeper"


def helper(cast: str, state: str) -> bool:
    """Those who help with it now."""
    return cast == "helper"


def first_readers(cast: str, state: str) -> bool:
    """Those who keep the memorial and those who help with it, now."""
    return cast in {"keeper", "helper"}


def visitors(cast: str, state: str) -> bool:
    """Those to whom the page is open: its publication decides; the family and its helpers always."""
    if state == "everybody":
        return True
    return first_readers(cast, state) or (state == "link" and cast == "friend")


def holders(cast: str, state: str) -> bool:
    """Whoever holds the secret of a private link, while it opens something; the family and helpers always."""
    return state in {"link", "everybody"} or first_readers(cast, state)


def link_holders(cast: str, state: str) -> bool:
    """Those who see what is shown to people with a private link, while the page is open to them."""
    return cast == "keeper" or (cast == "friend" and state in {"link", "everybody"})


def nobody_known(cast: str, state: str) -> bool:
    """Somebody of whom nothing is known."""
    return cast == "nobody"


def nobody_at_all(cast: str, state: str) -> bool:
    """Not even the family."""
    return False


@dataclass(frozen=True, slots=True)
class Row:
    """What one address answers.

    `get` and `post` are for those who may; everybody else gets what an address that leads nowhere gives. `body` is a
    form that is in order. `open_because` says why people who have not signed in are let to the view at all. `but`
    names exceptions ("keeper GET"). `kept_for`: for whom what the audience's row says of caching holds.
    """

    who: Who
    get: int = NOT_THIS_WAY
    post: int = NOT_THIS_WAY
    body: Mapping[str, str] = field(default_factory=dict)
    open_because: str = ""
    but: Mapping[str, int] = field(default_factory=dict)
    kept_for: Who = nobody_at_all

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
        status = self.get if method == "GET" else self.post
        return status if status == NOT_THIS_WAY or self.who(cast, state) else NOT_THERE


_GUESTS: Final = "guests send comfort without an account"
_SENDERS: Final = "whoever holds the sender's secret address has sent it"
_PAGE: Final = "the publication decides who sees the page"
_SIGNING_IN: Final = "the way in"
_EVERYBODY: Final = "holds nothing of anybody"

_NO_DAYS: Final = {"days-TOTAL_FORMS": "0", "days-INITIAL_FORMS": "0"}
_WELCOME: Final = {"kinds": "flower", "faith_welcome": "", "first_reading": "somebody", "on_the_page": "meadow"}
_WORDS: Final = {"title": "Wren", "words": "", "language": "en", "flower": "daisy"}
_PENS: Final = {"letter_id": "01890000-0000-7000-8000-000000000001", "pen": "01890000-0000-7000-8000-000000000002"}

TABLE: Final[dict[str, Row]] = {
    # Pages that join rooms
    "home": Row(anybody, get=200, open_because=_EVERYBODY),
    "about": Row(anybody, get=200, open_because=_EVERYBODY),
    "source": Row(anybody, get=200, open_because="the licence gives it to everybody"),
    "help": Row(anybody, get=200, open_because=_EVERYBODY),
    "leave": Row(anybody, get=302, open_because="leaving must never ask for anything"),
    "scheme": Row(anybody, post=302, body={"scheme": "night", "next": "/"}, open_because=_EVERYBODY),
    "memorial": Row(visitors, get=200, open_because=_PAGE, kept_for=nobody_known),
    "patterns": Row(anybody, get=200, open_because="there only while developing; holds nothing of anybody"),
    "mailbox": Row(anybody, get=200, open_because="there only while developing"),
    # People
    "sign_in": Row(
        anybody,
        get=200,
        post=302,
        body={"email": "new@example.org"},
        open_because=_SIGNING_IN,
        but={f"{cast} GET": 302 for cast in SIGNED_IN},
    ),
    "sign_in_code": Row(anybody, get=302, post=302, body={"code": "1234-5678"}, open_because=_SIGNING_IN),
    "sign_in_with_passkey": Row(anybody, get=200, post=302, open_because=_SIGNING_IN),
    "sign_out": Row(anybody, post=302, open_because="leaving twice is fine"),
    "sign_out_elsewhere": Row(people, post=302),
    "you": Row(people, get=200, post=302, body={"name": "Mira"}),
    "add_passkey": Row(family, get=200, post=302),
    "remove_passkey": Row(helper, get=200, post=302),
    # A memorial's own rooms
    "my_memorials": Row(people, get=200),
    "open_memorial": Row(people, get=200, post=302),
    "describe_memorial": Row(family, get=200, post=302, body=_WORDS),
    "remembereds": Row(family, get=200),
    "remember": Row(family, get=200, post=302, body={"names": "Bo"}),
    "change_remembered": Row(family, get=200, post=302, body={"names": "Bo", **_NO_DAYS}),
    "move_remembered": Row(family, post=302, body={"to": "earlier"}),
    "take_away_remembered": Row(family, get=200, post=302),
    "publication": Row(family, get=200, post=302, body={"to": "keepers"}),
    "take_back_memorial": Row(family, post=302),
    "private_links": Row(family, get=200, post=302, body={"name": "Our choir"}),
    "take_back_link": Row(family, get=200, post=302),
    "helpers": Row(family, get=200, post=200, body={"name": "Jonas"}),
    "end_helping": Row(first_readers, get=200, post=302),
    "take_back_invitation": Row(family, get=200, post=302),
    "welcome": Row(family, get=200, post=302, body=_WELCOME),
    "invitation": Row(
        anybody,
        get=200,
        post=302,
        open_because="an invitation is read before one signs in; accepting asks to sign in",
        but={f"{cast} POST": 200 for cast in ("nobody", "friend", "former_friend", "keeper")},
    ),
    "private_link": Row(holders, get=302, open_because="a private link is exchanged for a cookie"),
    # What the family shares
    "tributes": Row(family, get=200),
    "move_tribute": Row(family, post=302, body={"way": "later"}),
    "write_letter": Row(family, get=200, post=302, body={"words": "Dear Wren", "audience": "keepers", **_PENS}),
    "letter": Row(family, get=200, post=302, body={"words": "Dear Wren"}),
    "take_away_letter": Row(family, get=200, post=302),
    "put_back_letter": Row(family, post=302),
    "let_go_of_unfinished": Row(family, get=200, post=302),
    "add_photos": Row(family, get=200, post=200),
    "photo": Row(family, get=200, post=302),
    "take_away_photo": Row(family, get=200, post=302),
    "put_back_photo": Row(family, post=302),
    "original": Row(family, get=200),
    "picture": Row(visitors, get=200, open_because=_PAGE, kept_for=anybody),
    "cover": Row(family, get=200, post=302),
    # Comfort
    "send_comfort": Row(
        visitors, get=200, post=303, body={"kind": "flower"}, open_because=_GUESTS, kept_for=nobody_known
    ),
    "gentle_notes": Row(visitors, post=200, body={"text": "Thinking of you"}, open_because=_GUESTS),
    "older_comfort": Row(visitors, get=200, open_because=_PAGE, kept_for=nobody_known),
    "received": Row(anybody, get=200, open_because=_SENDERS),
    "correct_comfort": Row(anybody, get=200, post=303, body={"words": "Other words"}, open_because=_SENDERS),
    "take_back_comfort": Row(anybody, get=200, post=303, open_because=_SENDERS),
    "reading": Row(first_readers, get=200),
    "set_aside": Row(first_readers, get=200),
    "decide": Row(first_readers, get=200, post=302, body={"decision": "through"}),
    "read_again": Row(first_readers, post=302),
    "waiting_room": Row(family, get=200),
    "open_comfort": Row(family, post=302),
    "opened": Row(family, get=200),
    "opened_comfort": Row(family, get=200),
    "move_comfort": Row(family, post=302, body={"to": "apart"}),
    "quiet_page": Row(family, get=200, post=302),
}
"""By the name of the address. The letter asked for is for keepers only, the photo for everybody who may open the page;
test_side_doors.py tries all the others."""
