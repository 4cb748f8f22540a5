"""The words of screening: lanes, levels of danger, and every reason that a rule can give, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Lane(StrEnum):
    """Who looks first, and how (trust.md §5.1). A lane routes; it never deletes, publishes or answers."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Crisis(StrEnum):
    """How much danger somebody may be in, by the table of trust.md §5.3. A hint for people, often wrong."""

    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    IMMINENT = "imminent"


LANES: Final = tuple(Lane)
LEVELS: Final = tuple(Crisis)


def widest(lanes: list[Lane]) -> Lane:
    """The most careful of several lanes; green if there are none."""
    return max(lanes, key=LANES.index, default=Lane.GREEN)


def gravest(levels: list[Crisis]) -> Crisis:
    """The gravest of several levels; none if there are none."""
    return max(levels, key=LEVELS.index, default=Crisis.NONE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a reason says to the person who reads first, and where it leads by itself."""

    words: Promise | str
    lane: Lane
    crisis: Crisis = Crisis.NONE


MEANINGS: Final[dict[str, Meaning]] = {
    "threat": Meaning(_("It threatens somebody."), Lane.RED),
    "wished_harm": Meaning(_("It wishes somebody harm, or is glad of the loss."), Lane.RED),
    "blame": Meaning(_("It blames the parents."), Lane.RED),
    "deserved": Meaning(_("It says that the loss was deserved."), Lane.RED),
    "faith_as_blame": Meaning(_("It uses faith to blame."), Lane.RED),
    "unfit": Meaning(_("It says that somebody should not be a parent."), Lane.RED),
    "veiled": Meaning(_("It may be cruel in polite words."), Lane.AMBER),
    "mockery": Meaning(_("It mocks the loss or those who grieve."), Lane.RED),
    "dismissal": Meaning(_("It tells the family that their grief is not wanted, or not true."), Lane.AMBER),
    "insult": Meaning(_("It insults somebody."), Lane.RED),
    "hate": Meaning(_("It speaks with hate of what somebody is."), Lane.RED),
    "sexual": Meaning(_("It holds sexual words or requests."), Lane.RED),
    "harassment": Meaning(_("It presses or follows somebody."), Lane.AMBER),
    "reported": Meaning(_("It repeats hurtful words that somebody else may have said."), Lane.AMBER),
    "scam": Meaning(_("It looks like a way to take money from people who grieve."), Lane.RED),
    "selling": Meaning(_("It offers something for sale."), Lane.AMBER),
    "selling_with_contact": Meaning(_("It offers something for sale and says where."), Lane.RED),
    "link": Meaning(_("It holds a link."), Lane.AMBER),
    "contact": Meaning(
        _("It holds a telephone number, an address for mail, or a name on another service."), Lane.AMBER
    ),
    "payment": Meaning(_("It holds an account or a wallet for money."), Lane.AMBER),
    "hidden": Meaning(_("Words in it are spelled so that a program would not see them."), Lane.AMBER),
    "not_all_read": Meaning(_("It is too long, or too odd, for the rules to read all of it."), Lane.AMBER),
    "rule_failed": Meaning(_("One of our rules failed, so that somebody should look."), Lane.AMBER),
    "under_way": Meaning(_("Somebody may be hurting themselves now."), Lane.AMBER, Crisis.IMMINENT),
    "plan": Meaning(_("Somebody may have a plan, or the means, to end their life."), Lane.AMBER, Crisis.HIGH),
    "goodbye": Meaning(_("It may be a goodbye."), Lane.AMBER, Crisis.HIGH),
    "other_at_risk": Meaning(_("Somebody else may be in danger."), Lane.AMBER, Crisis.HIGH),
    "child_at_risk": Meaning(_("A child may be in danger."), Lane.AMBER, Crisis.HIGH),
    "violence_at_home": Meaning(_("Somebody may be hurt by a person close to them."), Lane.AMBER, Crisis.HIGH),
    "not_wanting_to_live": Meaning(_("Somebody may not want to live."), Lane.AMBER, Crisis.MEDIUM),
    "with_the_baby": Meaning(_("Somebody wishes to be with their baby. Ask gently."), Lane.GREEN, Crisis.LOW),
    "weary": Meaning(_("Somebody may be at the end of their strength."), Lane.GREEN, Crisis.LOW),
}
"""Every reason by its key, in the order in which they are told: the gravest first."""
