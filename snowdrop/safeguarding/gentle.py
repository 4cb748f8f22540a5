"""Gentle notes: points out words that are known to hurt after the loss of a baby, says why, and offers kinder ones.

It warns. It never blocks, never rewrites and never writes for anybody, and the text goes nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from snowdrop.safeguarding.gentle_phrases import LANGUAGES, Find, GentleFinder, Hurt, Nature, finders_for
from snowdrop.safeguarding.reading.words import LONGEST_READ, Reading, read, words_in
from snowdrop.safeguarding.reading.writing import fold

MOST_NOTES: Final = 3
"""More would be a lecture."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a family has said about words, as far as it has said anything.

    `faith_welcome` is None when the family has not said. `name` is the name of the one remembered as the family
    gives it ("Maya", "Maya and Noah"), or empty; it appears in kinder wordings.
    """

    faith_welcome: bool | None = None
    words_they_use: frozenset[str] = frozenset()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Words that may hurt, as they stand in the text (`text[start:end] == phrase`), why, and what helps."""

    phrase: str
    start: int
    end: int
    reason: str
    kinder: str
    key: str


def notes_on(
    text: str, *, language: str, family: Wishes | None = None, reading: Reading | None = None
) -> tuple[Note, ...]:
    """At most three notes on a text, the most serious first, each kind of hurt once.

    `reading` is the text as it was read already, for screens or here. `language` is a language tag; where it has no
    phrase set, all sets are read, English first. Reasons and kinder wordings come in the language of the phrase set.
    Source of the kinds of hurt: Boutillier et al. 2023 (doi 10.3390/children10081407) and the guidance of charities for
    bereaved parents to those around them.
    """
    wishes = family or Wishes()
    finders = finders_for(language)
    reading = reading or read(text[:LONGEST_READ])
    ranked = [
        (found.seriousness, order, found, finder)
        for order, finder in enumerate(finders)
        # Where the language is unknown, a word with a slip could be a good word of another language.
        for found in finder.finds(
            finder.mending.mend(reading) if len(finders) == 1 else reading, _excused(finder, wishes.faith_welcome)
        )
        if not _is_their_word(found, wishes)
    ]
    ranked.sort(key=lambda entry: entry[:2])
    notes: list[Note] = []
    for _, _, found, finder in ranked:
        _add(notes, _note(text, found, finder, wishes), text)
    return tuple(notes[:MOST_NOTES])


def has_notes(text: str, *, language: str, family: Wishes | None = None, reading: Reading | None = None) -> bool:
    """Whether there are any notes on a text. Most texts hold no word that a line needs, and that is seen at once.

    `reading` is the text as it was read already.
    """
    wishes, finders = family or Wishes(), finders_for(language)
    words = frozenset(reading.indexes) if reading else words_in(text[:LONGEST_READ])
    for finder in finders:
        present = finder.mending.with_meant(words) if len(finders) == 1 else words
        if finder.may_find(present, _excused(finder, wishes.faith_welcome)):
            return bool(notes_on(text, language=language, family=wishes, reading=reading))
    return False


def warm() -> None:
    """Makes every phrase set ready, so that nobody waits for it. Takes a second or two."""
    for language in LANGUAGES:
        notes_on("…", language=language)


@lru_cache(maxsize=64)
def _excused(finder: GentleFinder, faith_welcome: bool | None) -> frozenset[str]:
    """The keys that this family's wishes about faith rule out."""
    excused = {Nature.FAITH} if faith_welcome else set()
    if faith_welcome is not False:
        excused.add(Nature.DEVOTION)
    return frozenset(hurt.key for hurt in finder.phrases.entries if hurt.nature in excused)


def _is_their_word(found: Find[Hurt], wishes: Wishes) -> bool:
    if found.entry.nature not in (Nature.WORD, Nature.FAITH):
        return False
    return any(f" {word}" in f" {found.folded}" for word in map(_folded, wishes.words_they_use) if word)


def _folded(words: str) -> str:
    return " ".join(fold(word) for word in words.split())


def _note(text: str, found: Find[Hurt], finder: GentleFinder, wishes: Wishes) -> Note:
    name = wishes.name.strip()
    and_name = finder.phrases.and_name.replace("{name}", name) if name else ""
    kinder = found.entry.kinder.replace("{and_name}", and_name)
    return Note(text[found.start : found.end], found.start, found.end, found.entry.reason, kinder, found.entry.key)


def _add(notes: list[Note], note: Note, text: str) -> None:
    """Adds a note; one that overlaps a more serious note only makes that one's phrase longer."""
    for place, other in enumerate(notes):
        if note.start < other.end and other.start < note.end:
            start, end = min(note.start, other.start), max(note.end, other.end)
            notes[place] = Note(text[start:end], start, end, other.reason, other.kinder, other.key)
            return
    notes.append(note)
