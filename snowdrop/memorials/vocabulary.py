"""The words that memorials are made of."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from snowdrop.ground.drawing import Flower

LONGEST_NAME: Final = 200
LONGEST_WORDS: Final = 4000
LONGEST_STORY: Final = 20_000
"""Characters; about eight printed pages."""
LONGEST_LETTER: Final = 100_000
"""Characters; about forty printed pages."""

LONGEST_QUIET_WORDS: Final = 500
"""Characters of what people read while it is quiet; some sentences."""

INVITATION_DAYS: Final = 14

RESIGNATION_HOURS: Final = 1
"""So long somebody who has stopped helping can take that back by themselves."""

DELETION_DAYS: Final = 30
"""Between asking for a deletion and the day on which it is final, unless all agree or one keeps it alone."""
GRACE_HOURS: Final = 24
"""Between the moment at which all have agreed to a deletion and the moment at which it is final."""
SUCCESSION_DAYS: Final = 30
"""Between a successor's asking and the day on which they keep the memorial, unless somebody stops it."""
TOLD_DAYS: Final = 7
"""So long before anything becomes final every keeper was told of it, however late the mail could be sent."""


FLOWER_NAMES: Final = {
    Flower.SNOWDROP: _("Snowdrop"),
    Flower.FORGET_ME_NOT: _("Forget-me-not"),
    Flower.DAISY: _("Daisy"),
    Flower.LAVENDER: _("Lavender"),
    Flower.ROSEMARY: _("Rosemary"),
    Flower.ROSE: _("Rose"),
    Flower.POPPY: _("Poppy"),
    Flower.LILY: _("Lily"),
    Flower.SUNFLOWER: _("Sunflower"),
    Flower.CHERRY_BLOSSOM: _("Cherry blossom"),
    Flower.JASMINE: _("Jasmine"),
    Flower.CORNFLOWER: _("Cornflower"),
}


class Kind(models.TextChoices):
    """The nine kinds of comfort (product.md J3)."""

    WORDS = "words", _("Words")
    PRAYER = "prayer", _("A prayer")
    WISH = "wish", _("A wish")
    FLOWER = "flower", _("A flower")
    CANDLE = "candle", _("A candle")
    CARD = "card", _("A card")
    MEMORY = "memory", _("A memory")
    OFFER = "offer", _("An offer of help")
    PRESENCE = "presence", _("I am here, no answer needed")


class FirstReading(models.TextChoices):
    """Who reads what guests send before the family does."""

    SOMEBODY = "somebody", _("A helper or one of us reads everything first")
    FLAGGED = "flagged", _("Only what the rules have marked is read first")
    OURSELVES = "ourselves", _("We read it first ourselves")
    CIRCLES = "circles", _("What people of some circles send goes straight to our waiting room")
    NOBODY = "nobody", _("Everything goes straight to our waiting room")


LETS_PASS: Final = (FirstReading.FLAGGED, FirstReading.CIRCLES)
"""By these a piece that rules have found nothing in may go to the waiting room, without anybody having read it."""


class OnThePage(models.TextChoices):
    """What visitors see of the comfort that came."""

    MEADOW = "meadow", _("Only the flowers, gathered in the meadow")
    KEPT = "kept", _("Also the words that we have opened and kept")
    LET_THROUGH = "let-through", _("Also the words that were let through, as soon as they were")


def shows_more(now: str, then: object) -> bool:
    """Whether visitors would see more of the comfort by another choice than by the one that stands."""
    return then in OnThePage.values and OnThePage.values.index(str(then)) > OnThePage.values.index(now)


class DateOf(models.TextChoices):
    """What a date of a remembered is; all of them may be unknown."""

    BIRTH = "birth", _("Birthday")
    DEATH = "death", _("Day of death")
    LOSS = "loss", _("The day of the loss")
    DUE = "due", _("Due date")
    OTHER = "other", _("Another day")


class Audience(StrEnum):
    """The names of the audiences, the narrowest first; each wider one includes those before it."""

    ME = "me"
    KEEPERS = "keepers"
    HELPERS = "helpers"
    CIRCLES = "circles"
    LINK = "link"
    MEMBERS = "members"
    EVERYBODY = "everybody"


class Somebody(StrEnum):
    """As whom keepers can look at their page, besides the people whom they know by name."""

    LINK = "link"
    SIGNED_IN = "signed-in"
    STRANGER = "stranger"


class InTheWay(models.TextChoices):
    """Why something is not shown on the day that was chosen for it, as those who keep the memorial read it."""

    NOT_KEEPER = "not-keeper", _("Whoever chose the day does not keep this memorial any more.")
    DELETION = "deletion", _("Somebody has asked for this memorial to be deleted.")
    FROZEN = "frozen", _("One of you has asked that nothing here becomes wider.")
    TAKEN_AWAY = "taken-away", _("It was taken away from the page.")
    CIRCLE_GONE = "circle-gone", _("A circle that was chosen for it is not there any more.")
    UNKNOWN = "unknown", _("This version of the program does not know for whom it was meant.")
    CHANGED = "changed", _("Who sees it was changed since the day was chosen.")
    PAGE_NARROWER = "page-narrower", _("The page is not open any more to those for whom it was meant.")


class Purpose(models.TextChoices):
    """What an invitation invites to."""

    HELPER = "helper", _("To help you")
    CIRCLE = "circle", _("Into a circle")
    KEEPER = "keeper", _("To keep this memorial together")


class Scope(models.TextChoices):
    """What a helper may be asked to do; each is granted apart, and taken back apart (domain.md E3)."""

    READ_FIRST = "read-first", _("Read first")
    SPEAK = "speak", _("Speak for us")
    PEOPLE = "people", _("Look after people")
    DATES = "dates", _("Look after dates")


class BlockBy(models.TextChoices):
    """By what somebody is kept out."""

    ADDRESS = "address", _("An address for mail")
    NAME = "name", _("A name")
    ACCOUNT = "account", _("Somebody who is here already")
