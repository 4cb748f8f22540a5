"""What a set of phrases for gentle notes is made of: the ways of hurting without meaning to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from snowdrop.safeguarding.reading.writing import PhraseSet


class Nature(Enum):
    """What makes a phrase hurt, and so what excuses it."""

    SAYING = "it hurts in any words"
    WORD = "some families love the word; excused if this family uses it"
    FAITH = "words of faith; excused if faith is welcome or if this family uses them"
    DEVOTION = "kind words of faith; noted only if this family wishes for none"


@dataclass(frozen=True, slots=True)
class Hurt:
    """One way of hurting without meaning to: why it does, what to say instead, and the lines that find it.

    `{and_name}` in the kinder wording becomes " and of" the one remembered, or nothing when no name is known.
    """

    key: str
    reason: str
    kinder: str
    lines: tuple[str, ...]
    nature: Nature = Nature.SAYING
    rejectable: bool = True
    """Whether a "not" right behind the phrase speaks against it; with "at least you ..." it belongs to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GentlePhrases(PhraseSet[Hurt]):
    """The hurts of one language, and how a name is joined to a kinder wording."""

    and_name: str
