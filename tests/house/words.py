"""The words to avoid, and the few places that may hold them, each with its reason (research: domain.md, part e)."""

from __future__ import annotations

import re
from typing import Final

NOWHERE: Final = {
    "clinical words for somebody's baby or body": (
        r"f(?:o?e)t(?:us|al|icide)\w*",
        r"products of conception",
        r"contents of the womb",
        r"pregnancy tissue",
        r"missed abortion",
        r"spontaneous abortion",
        r"incompetent cervix",
        r"cervical in(?:competence|sufficiency)",
        r"blighted ovum",
        r"chemical pregnancy",
        r"failed pregnanc\w+",
        r"lost the baby",
        r"disposal",
    ),
    "words that are loved by some and hurt others; only a family may say them": (
        r"angels?\b",
        r"angelvers\w+",
        r"rainbow\w*",
        r"born sleeping",
        r"grew wings",
        r"heaven\w*",
        r"gone too soon",
        r"passed away",
    ),
    "cheer, and words of shops and networks": (
        r"congratulations",
        r"oops",
        r"welcome baby",
        r"confetti",
        r"followers?\b",
    ),
}
"""Nowhere in the project: screens, code, comments, documents, tests, sample data."""

NOT_TO_PEOPLE: Final = {
    "phrases that make a loss small or hurry grief": (
        r"at least",
        r"everything happens for a reason",
        r"meant to be",
        r"for the best",
        r"try again",
        r"lucky to have",
        r"be strong",
        r"mov(?:e|ing) on\b",
        r"time heals",
        r"i know how you feel",
        r"closure",
        r"recover(?:y|ed|ing)",
        r"journeys?\b",
        r"expecting\?",
    ),
    "words of shops and networks": (
        r"success(?:ful|fully)?",
        r"activat(?:e|ed|ing|ion)",
        r"engag(?:e|ed|ing|ement)",
        r"likes\b",
    ),
    "words of machines that a person may read on a bad day": (
        r"abort(?:s|ed|ing|ion)?",
        r"kill(?:s|ed|ing)?",
        r"orphan(?:s|ed)?",
        r"dead",
        r"terminat(?:e|es|ed|ing|ion)",
        r"child process(?:es)?",
    ),
}
"""Not in anything that a person may read: templates, words in Python and scripts, what a command or a log says."""

ALLOWED: Final = {
    "snowdrop/safeguarding/gentle_phrases/": "the list of phrases that hurt has to name them",
    "snowdrop/safeguarding/screen_phrases/": "the list of phrases that attack has to name them",
    "snowdrop/stories/matching/spellings.txt": "whatever words people use for their own loss have to be understood",
    "tests/safeguarding/": "whoever tries out gentle notes and screens has to say what must be noted and routed",
    "tests/comfort/": "sends words that are noted",
    "tests/house/words.py": "this list",
    "tests/house/test_words.py": "shows that the words are found",
}
"""Where any word of the lists may stand, by the beginning of the path."""

ALLOWED_WORDS: Final = {
    ("snowdrop/ground/templates/ground/_specimens.html", "everything happens for a reason"): "shows a gentle note",
    ("snowdrop/comfort/vocabulary.py", "heaven"): "the name of a group of phrases that a reader is told of",
    ("snowdrop/media/tus.py", "termination"): "a word of the protocol, read by programs alone",
    ("tests/tributes/test_arrivals.py", "termination"): "a word of the protocol, read by programs alone",
    ("tests/journeys/", "everything happens for a reason"): "sees that it is noted",
    ("tests/faults/", "kill"): "what is done to processes, in the figures of a command for those who build",
    ("tests/faults/", "kills"): "what is done to processes, in the figures of a command for those who build",
    ("tests/faults/", "killed"): "what is done to processes, in the figures of a command for those who build",
    ("tests/faults/", "orphans"): "a figure of a command for those who build",
    ("tests/world/auditing.py", "orphans"): "a figure of a command for those who build",
    ("tests/journeys/", "journeys"): "what tests with a browser are called among those who build",
}
"""One word below one path, and the reason."""


def pattern_of(group: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    """One expression for all words of a list: whole words, any case, any white space between them."""
    words = "|".join(word.replace(" ", r"\s+") for words in group.values() for word in words)
    return re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE)


def reason_of(group: dict[str, tuple[str, ...]], found: str) -> str:
    """Why a word is on a list."""
    return next(reason for reason, words in group.items() if re.fullmatch(pattern_of({"": words}), found))


def is_allowed(path: str, found: str) -> bool:
    """Whether a word may stand in this file."""
    said = " ".join(found.lower().split())
    return any(path.startswith(place) for place in ALLOWED) or any(
        path.startswith(place) and said == word for place, word in ALLOWED_WORDS
    )
