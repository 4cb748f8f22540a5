"""The words of telling a story: the steps of the ladder, content notes, answers, and how long things may be."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LONGEST_STORY: Final = 100_000
LONGEST_TITLE: Final = 120
LONGEST_NAME: Final = 80
LONGEST_ANSWER: Final = 2000
LONGEST_REASON: Final = 1000
"""Characters."""


class Step(StrEnum):
    """A step of the ladder: under which name a story is told. It may go up or down at any time (domain.md F1)."""

    NOBODY = "nobody"
    PEN_NAME = "pen-name"
    FIRST_NAME = "first-name"
    NAME = "name"


STEPS: Final = tuple(Step)

STEP_NAMES: Final[dict[Step, tuple[Promise, Promise]]] = {
    Step.NOBODY: (_("No name"), _("Nobody stands under it. It is yours all the same, and only you know.")),
    Step.PEN_NAME: (_("A pen name"), _("A name that you make up. Another story may have another one.")),
    Step.FIRST_NAME: (_("A first name"), _("As people call you.")),
    Step.NAME: (_("Your name"), _("As you would sign a letter. Whoever knows you will know that it is you.")),
}
"""What each step is called, and what it does."""


class Soft(StrEnum):
    """A soft answer (domain.md F5). None is ever counted."""

    ME_TOO = "me-too"
    HOLDING_YOU = "holding-you"
    THANK_YOU = "thank-you"


SOFT_NAMES: Final[dict[Soft, Promise]] = {
    Soft.ME_TOO: _("Me too"),
    Soft.HOLDING_YOU: _("Holding you"),
    Soft.THANK_YOU: _("Thank you"),
}


class Reader(StrEnum):
    """Who reads words that answer a story before its author does."""

    SERVER = "server"
    TRUSTED = "trusted"
    SELF = "self"


READER_NAMES: Final[dict[Reader, tuple[Promise, Promise]]] = {
    Reader.SERVER: (
        _("Those who read first on this server"),
        _("They see the words and your story, and not who you are."),
    ),
    Reader.TRUSTED: (
        _("Somebody you trust"),
        _("You get a private address, and give it to them yourself. It says nothing of you but the story."),
    ),
    Reader.SELF: (_("I read them myself"), _("Our rules still look first, and what may hurt stays folded.")),
}


class Place(StrEnum):
    """Where words that answer a story are: each is in exactly one place."""

    HELD = "held"
    THROUGH = "through"
    AWAY = "away"


class Leaving(StrEnum):
    """What becomes of a story when its author leaves it."""

    STAYS = "stays"
    TAKEN_BACK = "taken-back"
    WITHOUT_NAME = "without-name"
