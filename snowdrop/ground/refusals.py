"""The one refusal that a visitor never learns about: to them it looks as if there were nothing here."""

from __future__ import annotations


class NotAllowed(PermissionError):
    """The viewer may not do this. Doors answer it exactly as they answer an address that leads nowhere."""


def require(allowed: bool) -> None:
    """The first line of an act. Raises NotAllowed."""
    if not allowed:
        raise NotAllowed
