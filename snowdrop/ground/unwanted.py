"""Who wants no mail, and which mailboxes are gone: asked before every mail. The room of notices keeps the one list."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class List(Protocol):
    """The one list of people who want nothing. An address is known there by its keyed mark alone."""

    def mark_of(self, address: str) -> bytes:
        """The mark of an address."""

    def is_unwanted(self, mark: bytes, what: str) -> bool:
        """Whether mails of this kind, or any, are not wanted there, or nobody reads them any more."""

    def is_gone(self, mark: bytes) -> bool:
        """Whether there is nobody at the address any more."""

    def stop_address(self, mark: bytes, what: str) -> str:
        """The whole address at which whoever reads this mail stops such mails, without an account."""

    def nobody_there(self, mark: bytes, now: datetime) -> None:
        """Notes that the server of an address has said that there is nobody. Twice is fine."""


_lists: list[List] = []


def bring_list(one: List) -> None:
    """Registers the list; called once, from the `apps.py` of the room that keeps it."""
    _lists[:] = [one]


def the_list() -> List:
    """The list."""
    return _lists[0]
