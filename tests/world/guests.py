"""Guests: what they send, by the real intake."""

from __future__ import annotations

from datetime import datetime

from snowdrop.comfort import actions
from snowdrop.comfort.intake import new_once, read_fields
from snowdrop.comfort.models import Comfort
from snowdrop.memorials.models import Memorial
from tests.world.cast import NOON


def fields(**given: str) -> list[tuple[str, str]]:
    """A form that is in order, changed by what is given."""
    return list({"once": new_once(), "kind": "words", "words": "Thinking of you.", **given}.items())


def send(memorial: Memorial, *, now: datetime = NOON, **given: str) -> Comfort:
    """Something that a guest sent to this memorial."""
    door = actions.door_of(memorial)
    arrival = read_fields(fields(**given), door)
    actions.receive([(door, arrival)], now=now)
    return actions.sent_with(arrival.once)
