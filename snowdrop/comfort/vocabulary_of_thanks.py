"""The words that thanks are made of."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

MAIL: Final = "thanks"
"""What the mails are called in the outbox, and on the list of what somebody wants no more."""
LONGEST_THANKS: Final = 10_000
"""Characters."""
LONGEST_ALT: Final = 2_000
"""Characters of what a photograph shows, or of what is said in a recording."""


class Purpose(StrEnum):
    """What a file that comes in parts is for, in this room."""

    PICTURE = "thanks-picture"
    VOICE = "thanks-voice"


class Who(models.TextChoices):
    """For whom a thanks is: always only for those whose comfort was let through to the family by then."""

    ALL = "all", _("Everybody whose comfort was let through to us")
    KEPT = "kept", _("Those whose comfort we keep")
    KINDS = "kinds", _("Those who sent certain kinds")
    CIRCLES = "circles", _("Those who are in certain of our circles")
    ONE = "one", _("One person")
