"""What a household has: its cast, its states, its marks, and the parts of its addresses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from uuid import uuid4

from django.test import Client

from snowdrop.comfort.vocabulary import Place
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import Viewer
from tests.house.addresses import Address

CAST: Final = (
    "nobody",
    "stranger",
    "friend",
    "former_friend",
    "helper",
    "former_helper",
    "welcomer",
    "speaker",
    "calendar",
    "member",
    "former_member",
    "blocked",
    "keeper",
    "other_keeper",
    "former_keeper",
)
"""Everybody who knocks. The helper reads first and nothing else, the welcomer looks after people and nothing else,
the speaker speaks for the family and nothing else, the calendar looks after dates and nothing else.
The stranger keeps a memorial of their own; the former ones have lost what they had.
The blocked one has lost it by the family's list, and has signed in in the browser in which the friend holds a link."""

STATES: Final = ("draft", "helpers", "circles", "link", "members", "everybody")
"""A private draft, published to its helpers, to a circle, to people with a private link, to whoever has signed in, to
everybody."""

WIDTHS: Final = ("keepers", "me", "helpers", "circles", "link", "members", "everybody")
"""For whom one letter and one photo each is; first the one that both keepers find, then what the first has alone."""

WITH_VERSIONS: Final = ("keepers", "everybody")
"""Of which letters there is an earlier version."""

CLIP_WIDTHS: Final = ("keepers", "me", "circles", "everybody")
"""For whom one video each is."""

THANKS: Final = ("draft", "sent", "page")
"""Which thanks there are: one that is begun, one that was sent, one that stands on the page too."""


def mark(*words: str) -> str:
    """A text that is found nowhere else."""
    return "-".join(("mark", *words, "x7q"))


@dataclass(slots=True)
class Household:
    """The memorial, the browsers of the cast, and the parts of addresses, each with every value that it can have."""

    memorial: Memorial
    state: str
    people: dict[str, Viewer]
    browsers: dict[str, Client]
    parts: dict[str, list[str]]
    marks: list[str]
    onces: dict[Place, str] = field(default_factory=dict)

    def parts_of(self, address: Address) -> dict[str, str]:
        """One value for each part of an address: the one that was made for it, if any."""
        return {name: (self.parts.get(f"{name} of {address.name}") or self.parts[name])[0] for name in address.parts}


def unknown_parts(names: tuple[str, ...]) -> dict[str, str]:
    """Parts of an address that leads nowhere."""
    nothing = {"slug": "nowhere", "once": f"{0:012x}{uuid4().hex}", "handle": uuid4().hex, "secret": "A" * 27}
    nothing |= {"name": "medium.webp", "passkey_id": "987654321", "device_id": "987654321", "year": "1999"}
    return {name: nothing.get(name, str(uuid4())) for name in names}
