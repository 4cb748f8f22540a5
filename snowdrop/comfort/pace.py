"""How long somebody has read first without a break; it lies in the session of their browser, and is shown to nobody."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.contrib.sessions.backends.base import SessionBase

PIECES: Final = 20
WHILE: Final = timedelta(minutes=30)
BREAK: Final = timedelta(minutes=10)
"""After so many pieces in a row, or so long, a break is offered; whoever does nothing for so long has had one."""

_KEPT: Final = "reading_since"


def note_read(session: SessionBase, now: datetime) -> None:
    """Notes that a piece was decided about."""
    began, last, pieces = session.get(_KEPT) or (now.timestamp(), now.timestamp(), 0)
    if now.timestamp() - last > BREAK.total_seconds():
        began, pieces = now.timestamp(), 0
    session[_KEPT] = (began, now.timestamp(), pieces + 1)


def needs_break(session: SessionBase, now: datetime) -> bool:
    """Whether it is time to offer a break; it is offered once, and then not before as long again."""
    began, last, pieces = session.get(_KEPT) or (now.timestamp(), now.timestamp(), 0)
    if now.timestamp() - last > BREAK.total_seconds():
        return False
    is_long = pieces >= PIECES or (pieces > 0 and now.timestamp() - began >= WHILE.total_seconds())
    if is_long:
        session[_KEPT] = (now.timestamp(), now.timestamp(), 0)
    return is_long
