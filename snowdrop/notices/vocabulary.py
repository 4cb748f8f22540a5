"""The words that notices are made of."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

EVERYTHING: Final = ""
"""What somebody has stopped who wants no mail at all."""
NIGHT_BEGINS: Final = 22
NIGHT_ENDS: Final = 7
"""Hours by the clock where somebody lives, between which nothing is sent unless they ask for it."""


class What(models.TextChoices):
    """The mails that somebody may stop, in the words of the page on which they do."""

    THANKS = "thanks", _("thank-yous for something that you sent")
    ASKING = "asking", _("questions about something that you sent")
    INVITATION = "invitation", _("invitations from people who know your address")
    NEWS = "news", _("word that there is something new on a page that you follow")
    GATHERED = "gathered", _("what you have asked to be told")


class About(models.TextChoices):
    """Of what somebody can ask to be told."""

    WAITS = "waits", _("Something is in the waiting room")
    TO_READ = "to-read", _("Something is there to be read first")
    ASKING = "asking", _("Somebody asks to see the page")
    NEWS = "news", _("There is something new on a page that you follow")


class How(models.TextChoices):
    """How somebody is told."""

    OFF = "off", _("Not at all")
    PAGE = "page", _("Only on this page")
    DAILY = "daily", _("By mail, gathered once a day")
    WEEKLY = "weekly", _("By mail, gathered once a week")
    AT_ONCE = "at-once", _("By mail, soon after it happens")


BY_MAIL: Final = (How.DAILY, How.WEEKLY, How.AT_ONCE)
