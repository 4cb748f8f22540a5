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

INVITATION_DAYS: Final = 14


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

    SOMEBODY = "somebody", _("A helper or one of us reads first")
    NOBODY = "nobody", _("It goes straight to our waiting room")


class OnThePage(models.TextChoices):
    """What visitors see of the comfort that came."""

    MEADOW = "meadow", _("Only the flowers, gathered in the meadow")
    KEPT = "kept", _("Also the words that we have opened and kept")
    LET_THROUGH = "let-through", _("Also the words that were let through, as soon as they were")


class DateOf(models.TextChoices):
    """What a date of a remembered is; all of them may be unknown."""

    BIRTH = "birth", _("Birthday")
    DEATH = "death", _("Day of death")
    LOSS = "loss", _("The day of the loss")
    DUE = "due", _("Due date")
    OTHER = "other", _("Another day")


class Audience(StrEnum):
    """The names of the audiences that a memorial can be published to."""

    KEEPERS = "keepers"
    LINK = "link"
    EVERYBODY = "everybody"
