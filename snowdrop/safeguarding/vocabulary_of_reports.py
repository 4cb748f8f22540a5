"""The words of reports, decisions and appeals."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_WORDS: Final = 4000
CLAIMED_FOR: Final = timedelta(minutes=30)
"""So long a report is on one moderator's desk alone, from the last sign of them."""
READ_WITHIN: Final = timedelta(days=3)
"""What we say to whoever reports: somebody has looked by then (the Stroke Association aims at 72 hours)."""
APPEAL_UNTIL: Final = timedelta(days=182)
ANSWERED_WITHIN: Final = timedelta(days=7)
ANSWERED_WITHIN_IN_DANGER: Final = timedelta(hours=24)
WORDS_KEPT_FOR: Final = timedelta(days=365)
"""After a report is decided about; then what was written in it is forgotten, and only that it was stays."""


class Topic(models.TextChoices):
    """What a report is about, as whoever reports says it; a moderator may leave a topic to others."""

    DANGER = "danger", _("Somebody may be in danger")
    CHILD = "child", _("A child may be in danger, or is shown in a way that harms them")
    CRUEL = "cruel", _("It attacks somebody, or is cruel")
    PRIVATE = "private", _("It shows something private of me or of somebody else")
    UNTRUE = "untrue", _("Somebody pretends to be somebody else")
    SELLING = "selling", _("It sells something, or asks for money")
    OTHER = "other", _("Something else")


class Limit(models.TextChoices):
    """What a decision limits (the ways of the Digital Services Act, Art. 17, in plain words)."""

    NOTHING = "nothing", _("Nothing is limited")
    HIDDEN = "hidden", _("It is hidden")
    DELAYED = "delayed", _("It is shown later")
    REMOVED = "removed", _("It is taken away for good")
    PAUSED = "paused", _("The account is paused")


class Rule(models.TextChoices):
    """On what a decision rests: a rule of this place, or the law."""

    KIND = "kind", _("Nobody is attacked here")
    PRIVACY = "privacy", _("Nobody’s private life is shown without their will")
    SAFETY = "safety", _("Nobody is put in danger")
    NO_SELLING = "no-selling", _("Nothing is sold here, and no money is asked for")
    HONEST = "honest", _("Nobody pretends to be somebody else")
    LAW = "law", _("The law of the country in which this server stands")


HOLDING: Final = (Limit.HIDDEN, Limit.DELAYED, Limit.REMOVED)
"""What keeps a thing from being seen."""
LASTING: Final = (Limit.DELAYED, Limit.PAUSED)
"""What always has an end that is told; hiding may have one."""


class Outcome(models.TextChoices):
    """What became of an appeal."""

    UPHELD = "upheld", _("You were right: what we decided is taken back")
    STANDS = "stands", _("What we decided stands")
