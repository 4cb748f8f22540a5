"""The words that comfort is made of: its places, and the limits of what can be sent."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_WORDS: Final = 10_000
"""Characters of words: about four printed pages."""
LONGEST_NAME: Final = 120
LONGEST_REACH: Final = 254
"""Characters; the longest address for mail (RFC 5321)."""
MOST_BYTES: Final = 64 * 1024
"""Bytes of a whole form, names of fields included."""
SEALED_DAYS: Final = 90
"""How long something that was kept away can still be asked for (trust.md 5.1)."""


class Place(models.TextChoices):
    """Where a piece of comfort is; always in exactly one place (docs/decisions/0002)."""

    HELD = "held", _("Nobody has read it yet")
    LATER = "later", _("Kept for later")
    SEALED = "sealed", _("Kept away")
    WORRYING = "worrying", _("Somebody worries about it")
    WAITING = "waiting", _("In the waiting room")
    OPENED = "opened", _("Opened")
    KEPT = "kept", _("Kept")
    APART = "apart", _("Put apart")
    WITHDRAWN = "withdrawn", _("Taken back by its sender")


UNREAD: Final = (Place.HELD, Place.LATER)
LET_THROUGH: Final = (Place.WAITING, Place.OPENED, Place.KEPT)
