"""The words and times of the path for when somebody may be in danger (trust.md §5.3)."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from snowdrop.safeguarding.vocabulary import LEVELS, Crisis

NOTED_FROM: Final = Crisis.MEDIUM
"""From this level on whoever wrote sees a calm note, and a human is told. Sadness alone is grief."""
AT_ONCE: Final = frozenset({Crisis.HIGH, Crisis.IMMINENT})
"""What a lead is told of at any hour."""
DEPUTY_AFTER: Final = {
    Crisis.MEDIUM: timedelta(hours=4),
    Crisis.HIGH: timedelta(minutes=15),
    Crisis.IMMINENT: timedelta(minutes=15),
}
"""So long after the lead a deputy is told, unless somebody has taken the case by then. Medium: of staffed time."""
DEBRIEF_ASKED_AFTER: Final = timedelta(hours=24)
DEBRIEF_WITHIN: Final = timedelta(hours=72)
LONGEST_ANSWER: Final = 2000


class StepOfCase(models.TextChoices):
    """What happened in a case."""

    OPENED = "opened", _("It was noticed")
    GRAVER = "graver", _("It became graver")
    LEAD_TOLD = "lead-told", _("The lead was told")
    DEPUTY_TOLD = "deputy-told", _("A deputy was told")
    TAKEN = "taken", _("Somebody took it on")
    ANSWERED = "answered", _("Whoever wrote was answered")
    EMERGENCY = "emergency", _("Emergency services were called, or would be")
    AGREED = "agreed", _("A second person agreed with that")
    PERSON_TOLD = "person-told", _("The person was told what was done")
    NOTE = "note", _("A note")
    CLOSED = "closed", _("It was closed")
    DEBRIEFED = "debriefed", _("Those who read it were asked how they are")


def weight_of(level: Crisis) -> int:
    """The place of a level among all; a graver one is heavier."""
    return LEVELS.index(level)


def is_noted(level: Crisis) -> bool:
    """Whether this level gets a note, lines and a human."""
    return weight_of(level) >= weight_of(NOTED_FROM)
