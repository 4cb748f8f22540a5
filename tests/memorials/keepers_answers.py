"""What the acts of keepers may answer, and what timed work says when it cannot go on."""

from __future__ import annotations

import logging

from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions
from snowdrop.memorials.models import Deletion, Succession
from snowdrop.memorials.queries import InvitationIsOver
from snowdrop.memorials.rules import Frozen

REFUSALS = (
    NotAllowed,
    Frozen,
    InvitationIsOver,
    actions.LastKeeper,
    actions.NotAllAgree,
    actions.AlreadyThere,
    actions.ForAnotherAddress,
    actions.KeptOut,
    actions.WithoutAddress,
    Deletion.DoesNotExist,
    Succession.DoesNotExist,
)
"""What an act may answer; the machine looks at what has changed, not at what it was told."""


class Listener(logging.Handler):
    """Hears what the timed work could not do."""

    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.append(f"{record.getMessage()} {record.exc_info}")
