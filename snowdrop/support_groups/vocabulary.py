"""The words that support groups are made of: places of a post, content notes, ready sentences, limits."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LONGEST_NAME: Final = 60
LONGEST_TITLE: Final = 120
LONGEST_WORDS: Final = 6000
"""Characters of a topic or a reply: about three printed pages."""
LONGEST_ANSWER: Final = 1000
LONGEST_NOTE: Final = 1000
LONGEST_RULES: Final = 6000

PACE_WHILE_NOBODY_IS_THERE: Final = timedelta(minutes=15)
"""So much lies between two texts of one member while nobody is there (trust.md T33); the length is ours."""
FEWEST_FACILITATORS: Final = 2
"""So many have accepted before a group can open, so that nobody is alone with it (domain.md G7)."""
INVITATION_DAYS: Final = 14
CLAIM: Final = timedelta(minutes=15)
"""How long a piece stays with a facilitator who gives no sign; then the next one may be given it."""
DEBRIEF: Final = timedelta(hours=72)
"""Within this, whoever met a hard case is asked whether they want to talk about it (trust.md 5.3)."""
REFUSED_DAYS: Final = 30
"""How long the answer to a request that was not let in can be read by the one who asked."""
FEWEST_DAYS_TOLD: Final = 14
"""Between the day on which members are told that a group ends and the day on which nobody writes any more."""
KEPT_DAYS: Final = 90
"""How long a group that has ended can be read, and each can take their own words with them."""
LONGEST_MEETING: Final = 600
"""Minutes."""


class Subject(models.TextChoices):
    """The ready templates: what a group is for, as groups in the field are (domain.md G1)."""

    ALL = "all", _("Any loss of a pregnancy or a baby")
    EARLY = "early", _("Early loss: miscarriage, ectopic or molar pregnancy")
    TFMR = "tfmr", _("Ending a wanted pregnancy for medical reasons")
    STILLBIRTH = "stillbirth", _("Stillbirth")
    NEONATAL = "neonatal", _("A baby who died after birth or in the first year")
    MULTIPLES = "multiples", _("Twins, triplets and more")
    RECURRENT = "recurrent", _("Recurrent loss, and loss in fertility treatment")
    NO_LIVING_CHILDREN = "no-living-children", _("No living children")
    PREGNANT_AFTER = "pregnant-after", _("Hoping for, or carrying, a baby after a loss")
    PARENTING_AFTER = "parenting-after", _("Raising children after a loss")
    PARTNERS = "partners", _("Partners and fathers")
    GRANDPARENTS = "grandparents", _("Grandparents and family")
    SIBLINGS = "siblings", _("Brothers and sisters, grown up")
    LGBTQ = "lgbtq", _("LGBTQ+ families")
    COLOUR = "colour", _("Families of colour")
    FAITH = "faith", _("Families of one faith")
    LANGUAGE = "language", _("Families of one language")
    LONG_AGO = "long-ago", _("A loss long ago")


ABOUT_PREGNANCY: Final = frozenset({Subject.PREGNANT_AFTER, Subject.PARENTING_AFTER})
"""Groups in which pregnancy and living babies are the subject, so that no wall stands around them (domain.md G4)."""


class ForWhom(models.TextChoices):
    """Whose group it is; a facilitator looks at it at the door, not a rule (domain.md G2)."""

    BOTH = "both", _("Parents, alone or together")
    BIRTHING = "birthing", _("Parents who carried the baby")
    PARTNERS = "partners", _("Partners")
    COUPLES = "couples", _("Couples who come together")
    FAMILY = "family", _("Family and friends")
    ANYBODY = "anybody", _("Anybody whom it concerns")


class Place(models.TextChoices):
    """Where a topic or a reply is; always in exactly one place. Nothing leaves its author's sight."""

    HELD = "held", _("A facilitator reads it first")
    ASKED = "asked", _("You were asked to change it")
    SHOWN = "shown", _("The group sees it")
    WITHHELD = "withheld", _("It is not shown")
    TAKEN_BACK = "taken-back", _("You have taken it back")


class Content(models.TextChoices):
    """Content notes: what a text speaks of, said before it is opened."""

    NONE = "", _("None of these")
    BIRTH = "birth", _("Birth, in detail")
    HOSPITAL = "hospital", _("Treatment and hospital")
    GOODBYE = "goodbye", _("Saying goodbye, the funeral")
    DECISION = "decision", _("A decision for medical reasons")
    THOUGHTS = "thoughts", _("Thoughts of not wanting to live")
    HARM = "harm", _("Violence or harm")
    CHILDREN = "children", _("Living children")


class NotThisTime(models.TextChoices):
    """Ready sentences for somebody who is not let in: kind, and true. Each says where else there may be a place."""

    OTHER_GROUP = "other-group", _("Thank you for asking. From what you wrote, another group may hold you better.")
    FULL = "full", _("Thank you for asking. This group is full, so that each can be heard. Please ask again later.")
    TOO_SOON = "too-soon", _("Thank you for asking. We think that you need somebody to talk to before a group.")
    NOT_FOR = "not-for", _("Thank you for asking. This group is kept for those whom its first lines name.")
    NO_REASON = "no-reason", _("Thank you for asking. We cannot let you in at the moment.")


class AskTo(models.TextChoices):
    """Ready sentences that ask an author to change something."""

    MARK_PREGNANCY = "mark-pregnancy", _("Please mark it as about pregnancy or living babies.")
    ADD_NOTE = "add-note", _("Please choose a content note, so that others know before they open it.")
    NAMES = "names", _("Please leave out names of staff, of hospitals, or of others.")
    ADVICE = "advice", _("Please leave medical advice to those who treat somebody.")
    COMPARES = "compares", _("Please do not weigh one loss against another.")
    CONTACT = "contact", _("Please leave out addresses, links and ways to reach you.")


class Why(models.TextChoices):
    """Which rule stands against a text, or against somebody's staying. A reason is owed (trust.md 5.4)."""

    HURTS = "hurts", _("It attacks, blames or mocks somebody.")
    SELLS = "sells", _("It sells, collects money, or wins people over to something.")
    PRIVATE = "private", _("It tells what belongs to somebody else.")
    ADVICE = "advice", _("It gives medical advice.")
    NOT_FOR = "not-for", _("The group is kept for others, as its first lines say.")
    RULES = "rules", _("It is against what this group has agreed.")


NOBODY: Final[Promise] = _("somebody who has left")
"""How a group calls a persona whose person is not in it any more."""

FIRST_RULES: Final[Promise] = _(
    "We do not weigh one loss against another.\n"
    "We give no medical advice.\n"
    "We do not sell, collect money, or win people over to a faith or a cause.\n"
    "We name no staff and no hospitals.\n"
    "Nothing leaves the group.\n"
    "Pregnancy and living babies are written about where they are marked, and nowhere else.\n"
    "Reading along is enough. Nobody has to write.\n"
    "We are people who have lost, too, and no therapy. Whoever is in danger calls for help; we say how."
)
"""What a new group begins with, and changes into its own words (domain.md G5)."""

WEEKDAYS: Final = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
"""As Python counts them, Monday being 0."""
