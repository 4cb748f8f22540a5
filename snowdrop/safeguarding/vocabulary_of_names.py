"""The words and times of finding out who wrote something under another name, or under none (trust.md B4, T12)."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

ANSWERED_WITHIN: Final = timedelta(days=7)
"""After that what was asked has lapsed; it can be asked anew."""
SHOWN_FOR: Final = timedelta(days=3)
"""So long after the second person agreed the two can look at the name."""
TOLD_LATEST: Final = timedelta(days=365)
LONGEST_REASON: Final = 2000


class Ground(models.TextChoices):
    """Why somebody’s name has to be known."""

    LIFE = "life", _("A life is in danger")
    CHILD = "child", _("A child is in danger")
    LAW = "law", _("A court or an authority demands it, and the law binds us")
    HARM = "harm", _("Somebody is being harmed, and nothing milder would end it")


MAY_BE_TOLD_LATER: Final = (Ground.LIFE, Ground.CHILD, Ground.LAW)
"""Whoever wrote is told at once, unless a life or the law forbids it (trust.md §4)."""
