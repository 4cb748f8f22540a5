"""The words that comfort is made of: its places, and the limits of what can be sent."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from snowdrop.memorials.vocabulary import Kind

LONGEST_WORDS: Final = 10_000
"""Characters of words: about four printed pages."""
LONGEST_NAME: Final = 120
LONGEST_BOX_NAME: Final = 120
LONGEST_REACH: Final = 254
"""Characters; the longest address for mail (RFC 5321)."""
MOST_BYTES: Final = 128 * 1024
"""Bytes of a whole form. LONGEST_WORDS in a script of four bytes are 120,000 once they are percent-encoded."""
MOST_AT_ONCE: Final = 1000
"""Pieces that are put into a box, or out of it, with one press: an act stays short, however much has come."""
SPARE_BYTES: Final = 128 * 1024 * 1024
"""Comfort leaves this much of the disk free, so that people can still sign in, open, and take back."""
SEALED_DAYS: Final = 90
"""How long something that was kept away can still be asked for; then its words are destroyed (trust.md 5.1)."""


CLAIM: Final = timedelta(minutes=15)
"""How long a piece stays with a reader who gives no sign; then the next one may be given it."""
LONGEST_NOTE: Final = 1000
"""Characters of a note from reader to reader, or to a sender."""


class Place(models.TextChoices):
    """Where a piece of comfort is; always in exactly one place (docs/decisions/0002)."""

    HELD = "held", _("Nobody has read it yet")
    GUARDED = "guarded", _("Behind a warning")
    LATER = "later", _("Kept for later")
    SEALED = "sealed", _("Kept away")
    EMPTIED = "emptied", _("Kept away; its words are gone")
    ASKED = "asked", _("Its sender was asked to change it")
    WORRYING = "worrying", _("Somebody worries about it")
    WAITING = "waiting", _("In the waiting room")
    BOXED = "boxed", _("In a box")
    OPENED = "opened", _("Opened")
    KEPT = "kept", _("Kept")
    APART = "apart", _("Put apart")
    KEPT_OUT = "kept-out", _("From somebody whom the family keeps out")
    WITHDRAWN = "withdrawn", _("Taken back by its sender")


UNREAD: Final = (Place.HELD, Place.LATER)
HELD_BACK: Final = (*UNREAD, Place.GUARDED)
"""What nobody has decided about for good: on the desk, or behind a warning, because the rules take it for cruel."""
SET_ASIDE: Final = (Place.LATER, Place.SEALED, Place.ASKED, Place.WORRYING)
"""What a reader decided not to let through; nothing of it is lost, and it can be read again."""
UNOPENED: Final = (Place.WAITING, Place.BOXED)
"""What was let through and waits for the family to open it."""
OPENED_OR_KEPT: Final = (Place.OPENED, Place.KEPT)
LET_THROUGH: Final = (*UNOPENED, *OPENED_OR_KEPT)


class Because(models.TextChoices):
    """Why a moderator has kept a piece away, in sentences that are ready."""

    CRUEL = "cruel", _("It was written to hurt.")
    THREAT = "threat", _("It threatens somebody.")
    HATE = "hate", _("It speaks with hate.")
    SEXUAL = "sexual", _("It holds sexual words.")
    MONEY = "money", _("It wants money, or sells.")
    OTHER = "other", _("It is nothing that a family should have to read.")


class Asked(models.TextChoices):
    """What a sender may be asked, in sentences that are ready."""

    ADVICE = "advice", _("They would rather not read advice just now.")
    REASONS = "reasons", _("They would rather not read of reasons, or of a plan behind it.")
    FAITH = "faith", _("They would rather not have words of faith.")
    OTHERS = "others", _("They cannot read of other losses just now.")
    LINKS = "links", _("Please leave out links, numbers and addresses.")
    SHORTER = "shorter", _("A few words would be easier for them to read.")


RATHER_NOT: Final = {
    Kind.WORDS: _("words"),
    Kind.PRAYER: _("prayers"),
    Kind.WISH: _("wishes"),
    Kind.FLOWER: _("flowers"),
    Kind.CANDLE: _("candles"),
    Kind.CARD: _("cards"),
    Kind.MEMORY: _("memories"),
    Kind.OFFER: _("offers of help"),
    Kind.PRESENCE: _("messages without words"),
}
"""How each kind is called in “The family would rather not have …”."""

MARKS: Final = {
    "blame": _("It may blame the parents."),
    "not_a_baby": _("It may speak as if there had been no baby."),
    "at_least": _("It may make the loss sound small."),
    "gods_plan": _("It speaks of a plan behind the loss."),
    "reason": _("It may give a reason for the loss."),
    "for_the_best": _("It may say that the loss was good."),
    "natures_way": _("It speaks of nature, or of something that was wrong."),
    "meant_to_be": _("It may say that the loss had to be."),
    "try_again": _("It speaks of another pregnancy or another child."),
    "young": _("It speaks of the parents’ age."),
    "lucky": _("It asks for gratitude."),
    "compare": _("It compares this loss with something else."),
    "move_on": _("It may ask for an end of grief."),
    "be_strong": _("It asks for strength."),
    "stronger": _("It may make a lesson of grief."),
    "time_heals": _("It says what time will do."),
    "know_how_you_feel": _("It says that somebody knows how this feels."),
    "common": _("It says that this happens to many."),
    "stop_crying": _("It asks for fewer tears."),
    "advice": _("It gives advice."),
    "heaven": _("It speaks of a life after this one."),
    "faith_not_wished": _("It holds words of faith, which the family would rather not have."),
}
"""What a first reader is told before the words are opened, for each kind of hurt that gentle notes know."""
