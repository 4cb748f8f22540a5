"""Screens: local rules that say in which lane a text goes to be read, and whether somebody may be in danger.

They only route (trust.md §5.1): nothing is deleted, published or answered here, and no text leaves the machine. Every
answer says why, in plain words and with the words of the text, for the person who reads first.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from snowdrop.safeguarding import gentle
from snowdrop.safeguarding.contacts import contacts_in
from snowdrop.safeguarding.gentle import has_notes
from snowdrop.safeguarding.reading.matching import Tries
from snowdrop.safeguarding.reading.unveiling import Unveiling
from snowdrop.safeguarding.reading.words import LONGEST_READ, MOST_WORDS, Reading, read
from snowdrop.safeguarding.screen_phrases import LANGUAGES, Sign, finder_for, languages_of, vocabulary_of
from snowdrop.safeguarding.vocabulary import LEVELS, MEANINGS, Crisis, Lane, Meaning, gravest, widest

MOST_SEEN: Final = 3
"""Places that a reason names."""

_NEVER_IN_NAMES: Final = frozenset({"sexual", "insult"})
_LONGEST_SEEN: Final = 120
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a text went where it did: a key, plain words that can be translated, and the words of the text it saw."""

    key: str
    seen: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """In the reader's language."""
        return str(MEANINGS[self.key].words)


@dataclass(frozen=True, slots=True)
class Screened:
    """What the screens say of a text. Lane and crisis answer two questions: who looks first, and who may need help."""

    lane: Lane
    clumsy: bool
    """Kind, and in words that may hurt: the sender's form has gentle notes on them."""
    crisis: Crisis
    reasons: tuple[Reason, ...]
    """The gravest first."""
    reading: Reading | None = field(default=None, compare=False, repr=False)
    """The text as words, for whoever looks for something else in it; None where it could not be read."""


@dataclass(frozen=True, slots=True)
class _Found:
    key: str
    seen: str
    lane: Lane
    crisis: Crisis


@dataclass(frozen=True)
class _Asked:
    words: str
    language: str
    about_the_sender: tuple[str, ...]

    @cached_property
    def reading(self) -> Reading:
        """The text as words: read once, whoever asks; of one longer than LONGEST_READ the rest is not."""
        return read(self.words[:LONGEST_READ])


def screen(words: str, *, language: str, name: str = "", relation: str = "") -> Screened:
    """The lane of a text, whether it is clumsy, and how much danger it speaks of.

    `language` is a language tag; where it has no phrase set, or the text is not written in it, other sets are read.
    `name` and `relation` are what senders say of themselves. Never raises: a rule that fails makes amber. Danger of
    medium or more is amber, so that a person looks, and never red by itself.
    """
    asked = _Asked(words, language, tuple(filter(None, (name, relation))))
    found = [one for rule in RULES for one in _guarded(rule, asked)]
    found += _joined({one.key for one in found})
    crisis = gravest([one.crisis for one in found])
    lanes = [one.lane for one in found]
    if LEVELS.index(crisis) >= LEVELS.index(Crisis.MEDIUM):
        lanes.append(Lane.AMBER)
    lane = widest(lanes)
    clumsy, failed = _is_clumsy(asked, lane)
    if failed:
        found, lane = [*found, failed], widest([lane, failed.lane])
    return Screened(lane, clumsy, crisis, _reasons(found), vars(asked).get("reading"))


def warm() -> None:
    """Makes every phrase set ready, those of the gentle notes too, so that nobody waits for it. Takes a few seconds."""
    gentle.warm()
    for language in ("", *LANGUAGES):
        screen("…", language=language)


def _contacts(asked: _Asked) -> Iterator[_Found]:
    for text in (asked.words[:LONGEST_READ], *asked.about_the_sender):
        for key, seen in contacts_in(text):
            yield _found(key, seen)


def _phrases(asked: _Asked) -> Iterator[_Found]:
    text, reading, tries = asked.words[:LONGEST_READ], asked.reading, Tries()
    languages = languages_of(frozenset(reading.words), asked.language)
    unveiling = Unveiling(text, vocabulary_of(languages))
    plain = list(_signs(text, reading, languages, tries))
    yield from plain
    if unveiling.reading is not None:
        known = {one.key for one in plain}
        hidden = [one for one in _signs(text, unveiling.reading, languages, tries) if one.key not in known]
        yield from hidden
        if any(one.lane is not Lane.GREEN for one in hidden):
            yield _found("hidden", next(one.seen for one in hidden if one.lane is not Lane.GREEN))
    if tries.are_spent or unveiling.was_too_much or len(reading.words) >= MOST_WORDS or len(asked.words) > LONGEST_READ:
        yield _found("not_all_read", "")
    for said in asked.about_the_sender:
        yield from _signs(said, read(said), languages, Tries(), _NEVER_IN_NAMES)
        if (hidden_in_name := Unveiling(said, vocabulary_of(languages)).reading) is not None:
            yield from _signs(said, hidden_in_name, languages, Tries(), _NEVER_IN_NAMES)


def _signs(
    text: str, reading: Reading, languages: tuple[str, ...], tries: Tries, excused: frozenset[str] = frozenset()
) -> Iterator[_Found]:
    for finder in map(finder_for, languages):
        # Where the language is unknown, a word with a slip could be a good word of another language.
        mended = finder.mending.mend(reading) if len(languages) <= 2 else reading
        for find in finder.finds(mended, excused, tries):
            sign: Sign = find.entry
            seen = text[find.start : find.end]
            if sign.level is Crisis.NONE and sign.turnable and finder.is_reported(mended, find.first):
                yield _found("reported", seen)
            else:
                yield _Found(sign.key, _short(seen), sign.leads_to, sign.level)


RULES: Final[tuple[Callable[[_Asked], Iterator[_Found]], ...]] = (_contacts, _phrases)
"""The rules, each asked on its own, so that one that fails silences no other."""


def _guarded(rule: Callable[[_Asked], Iterator[_Found]], asked: _Asked) -> list[_Found]:
    found: list[_Found] = []
    try:
        for one in rule(asked):
            found.append(one)
    except Exception as problem:
        found.append(_failed(problem))
    return found


def _failed(problem: Exception) -> _Found:
    """Says which rule failed and where, without a word of the text: what an exception says may hold some."""
    where = traceback.extract_tb(problem.__traceback__)[-1]
    _log.error("A screen failed with %s in %s, line %s", type(problem).__name__, where.name, where.lineno)
    return _found("rule_failed", "")


def _joined(keys: set[str]) -> list[_Found]:
    """Who sells and says where is a seller; a link or an offer alone may be a friend's."""
    sells = "selling" in keys and not keys.isdisjoint({"link", "contact", "payment"})
    return [_found("selling_with_contact", "")] if sells else []


def _is_clumsy(asked: _Asked, lane: Lane) -> tuple[bool, _Found | None]:
    """Whether there are gentle notes on a text that is no attack; and what to say if they failed."""
    try:
        if lane is Lane.RED:
            return False, None
        return has_notes(asked.words, language=asked.language, reading=asked.reading), None
    except Exception as problem:
        return False, _failed(problem)


def _found(key: str, seen: str) -> _Found:
    meaning: Meaning = MEANINGS[key]
    return _Found(key, _short(seen), meaning.lane, meaning.crisis)


def _short(seen: str) -> str:
    return seen if len(seen) <= _LONGEST_SEEN else f"{seen[:_LONGEST_SEEN]}…"


def _reasons(found: list[_Found]) -> tuple[Reason, ...]:
    seen: dict[str, list[str]] = {}
    for one in found:
        places = seen.setdefault(one.key, [])
        if one.seen and one.seen not in places and len(places) < MOST_SEEN:
            places.append(one.seen)
    return tuple(Reason(key, tuple(seen[key])) for key in MEANINGS if key in seen)
