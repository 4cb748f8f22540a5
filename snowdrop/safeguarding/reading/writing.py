"""How a set of phrases is written down, and how one line of it is read.

A line is a row of elements separated by spaces, each standing for the next word or words of a text:

- `young` this word; `you/we` one of these words; `all_right/fine` one of these, `_` joining words;
- `very?` this element or nothing; `heal*` any word that begins so; `<3>` up to three words that are no negators;
- `!not/never` the next word is none of these.

Capitals, accents, apostrophes, doubled letters and a slip of one letter in a long word make no difference, so a line is
written as the language writes it. There is no unbounded repetition: a line can only look a few words ahead.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final, Generic, Protocol, TypeVar

STOP: Final = "|"
"""Stands for the end of a sentence among the words of a text."""

_APOSTROPHES_AND_INVISIBLE: Final = re.compile("['\u2018\u2019\u02bc\u0060\u00b4\u2032\u00ad\u200b-\u200d\u2060\ufeff]")
_DOUBLED: Final = re.compile(r"([a-z])\1+")
_GERMAN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_WORD: Final = rf"[^ {STOP}]+ "
_MOST_KEPT: Final = 4096
"""Words of phrase sets that are remembered while a set is made ready."""


class Entry(Protocol):
    """One thing that a phrase set knows: what it is called, and the lines that find it."""

    @property
    def key(self) -> str: ...
    @property
    def lines(self) -> tuple[str, ...]: ...
    @property
    def rejectable(self) -> bool:
        """Whether a "not" right behind the phrase speaks against it."""


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class PhraseSet(Generic[E]):
    """All that is known about one language; the most serious entry stands first."""

    language: str
    entries: tuple[E, ...]
    kind: tuple[str, ...]
    """Lines that look like an entry and are kind: nothing that touches one is noted."""
    negators: frozenset[str]
    """Words that no gap (`<3>`) passes over, because they turn a phrase round."""
    negations: tuple[str, ...]
    """Lines that, shortly before a phrase and in the same clause, turn it round."""
    disowned_by: tuple[str, ...]
    """Lines that, earlier in the sentence, say that these are not the writer's own words."""
    rejected_by: tuple[str, ...]
    """Lines that, right behind a phrase, reject it."""
    clause_breaks: frozenset[str]


def fold(word: str) -> str:
    """One word without capitals, accents, apostrophes, invisible characters and doubled letters."""
    plain = word.lower() if word.isascii() else _without_marks(word)
    return _DOUBLED.sub(r"\1", _APOSTROPHES_AND_INVISIBLE.sub("", plain))


@lru_cache(maxsize=_MOST_KEPT)
def _fold_ours(word: str) -> str:
    """The same, for a word of a phrase set: there each stands thirty times. What people write is kept by nobody."""
    return fold(word)


def _without_marks(word: str) -> str:
    spelled = unicodedata.normalize("NFKD", word.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(letter for letter in spelled if letter.isalnum())


def expression_of(line: str, negators: frozenset[str] = frozenset()) -> str:
    """The regular expression of a line, for a text of folded words that each end with one space."""
    gap_word = (f"(?!{_one_of('/'.join(sorted(negators)))})" if negators else "") + _WORD
    return "".join(_expression_of_element(element, gap_word) for element in line.split())


def _expression_of_element(element: str, gap_word: str) -> str:
    if element.startswith("<"):
        return f"(?:{gap_word}){{0,{int(element[1:-1])}}}"
    if element.startswith("!"):
        return f"(?!{_one_of(element[1:])})"
    return _one_of(element.removesuffix("?")) + ("?" if element.endswith("?") else "")


def _one_of(alternatives: str) -> str:
    spelled = dict.fromkeys(form for written in alternatives.split("/") for form in _written_forms(written))
    return f"(?:{'|'.join(spelled)})"


def _written_forms(written: str) -> list[str]:
    return ["".join(_word_expression(word) for word in form.split("_")) for form in _forms(written)]


def _forms(written: str) -> tuple[str, str]:
    """As written, and with the German umlauts as they are typed without their keys; a hyphen parts words."""
    spaced = written.replace("-", "_")
    return spaced, spaced.translate(_GERMAN)


def _word_expression(word: str) -> str:
    if word.endswith("*"):
        return _fold_ours(word[:-1]) + r"[^ ]* "
    parts = [_fold_ours(part) for part in re.split("['\u2019]", word)]
    joined, spaced = _fold_ours(word), " ?".join(parts)  # "qu'un" is one word with one u, or two words
    return f"{spaced} " if joined == "".join(parts) else f"(?:{joined}|{spaced}) "


def needed_words(line: str) -> tuple[frozenset[str], ...]:
    """For each element that a phrase must hold, the folded words it can begin with; the first one begins the phrase."""
    elements = [element for element in line.split() if element[0] not in "<!" and not element.endswith("?")]
    if not line.split()[0] == elements[0] or "*" in elements[0]:
        raise ValueError(f"A line begins with a plain element: {line}")
    return tuple(_beginnings_of(element) for element in elements if "*" not in element)


def _beginnings_of(element: str) -> frozenset[str]:
    found: set[str] = set()
    for written in element.split("/"):
        for form in _forms(written):
            word = form.split("_")[0]
            found |= {_fold_ours(word), _fold_ours(re.split("['\u2019]", word)[0])}
    return frozenset(found)


def wholly_needed(line: str) -> tuple[frozenset[frozenset[str]], ...]:
    """For each element that a phrase must hold, its alternatives, each as all the folded words that it is made of."""
    elements = [
        element for element in line.split() if element[0] not in "<!" and element[-1] != "?" and "*" not in element
    ]
    return tuple(frozenset(_spellings(element)) for element in elements)


def _spellings(element: str) -> Iterator[frozenset[str]]:
    for written in element.split("/"):
        for form in _forms(written):
            ways = [_with_and_without_gap(word) for word in form.split("_")]
            yield from (frozenset().union(*chosen) for chosen in product(*ways))


@lru_cache(maxsize=_MOST_KEPT)
def _with_and_without_gap(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """An apostrophe may have been typed as a space."""
    return frozenset({_fold_ours(word)}), frozenset(map(_fold_ours, re.split("['\u2019]", word)))


def longest_of(line: str) -> int:
    """How many words a phrase found by this line can have at most; an apostrophe may have been typed as a space."""
    return sum(int(element[1:-1]) if element[0] == "<" else _longest_of_element(element) for element in line.split())


def _longest_of_element(element: str) -> int:
    return max(len(re.split("[-_'\u2019]", written)) for written in element.split("/"))


def words_of(line: str) -> frozenset[str]:
    """Every whole word of a line, folded."""
    words = re.split(r"[ /_-]", re.sub(r"<\d>|[!?]", "", line))
    return frozenset(_fold_ours(form) for word in words if word and "*" not in word for form in _forms(word))
