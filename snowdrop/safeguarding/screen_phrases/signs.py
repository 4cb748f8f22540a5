"""What a set of phrases for screens is made of: signs, each with the reason that it gives."""

from __future__ import annotations

import re
from dataclasses import dataclass

from snowdrop.safeguarding.reading.matching import Finder, any_of, sentence_before
from snowdrop.safeguarding.reading.words import Reading
from snowdrop.safeguarding.reading.writing import PhraseSet
from snowdrop.safeguarding.vocabulary import MEANINGS, Crisis, Lane


@dataclass(frozen=True, slots=True)
class Sign:
    """Lines that are a sign of one thing. `key` is a reason of the vocabulary; lane and level are its own if given.

    What is `turnable` is none after a negation ("it was not your fault") or in somebody else's mouth ("if anybody says
    that it was your fault"). A line that holds its own negation ("you do not deserve children") is not.
    """

    key: str
    lines: tuple[str, ...]
    lane: Lane | None = None
    crisis: Crisis | None = None
    turnable: bool = True
    rejectable: bool = False

    def __post_init__(self) -> None:
        if self.key not in MEANINGS:
            raise ValueError(f"The vocabulary has no reason {self.key}.")

    @property
    def leads_to(self) -> Lane:
        return self.lane or MEANINGS[self.key].lane

    @property
    def level(self) -> Crisis:
        return self.crisis or MEANINGS[self.key].crisis


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenPhrases(PhraseSet[Sign]):
    """The signs of one language."""

    reported_by: tuple[str, ...]
    """Lines that, earlier in the sentence, say that others speak so: somebody should look, but it may be no attack."""
    common_words: frozenset[str]
    """Words by which the language is known; none of them is a common word of the other languages."""


class ScreenFinder(Finder[Sign]):
    """Finds the signs of one language."""

    phrases: ScreenPhrases

    def __init__(self, phrases: ScreenPhrases) -> None:
        super().__init__(phrases)
        self._reporting = re.compile(" " + any_of(phrases.reported_by))

    def is_reported(self, reading: Reading, first: int) -> bool:
        """Whether the phrase that begins with this word is told of others."""
        return bool(self._reporting.search(sentence_before(reading, first)))

    def _turned(self, entry: Sign, reading: Reading, first: int, behind: int) -> bool:
        return entry.turnable and super()._turned(entry, reading, first, behind)
