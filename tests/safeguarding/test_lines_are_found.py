"""Few lines of a phrase set are tried on a text: those that its words allow. None that stands there is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from snowdrop.safeguarding import gentle_phrases, screen_phrases
from snowdrop.safeguarding.reading.matching import Finder
from snowdrop.safeguarding.reading.words import read
from snowdrop.safeguarding.reading.writing import PhraseSet

SETS = [("notes", language) for language in gentle_phrases.LANGUAGES]
SETS += [("screens", language) for language in screen_phrases.LANGUAGES]
NOTHING = ("qqqq",)


@pytest.mark.parametrize(("kind", "language"), SETS)
def test_a_line_is_found_in_each_of_its_spellings(kind: str, language: str) -> None:
    chance = Random(f"{kind} {language}")
    missed = []
    for line, finder in one_line_each((gentle_phrases if kind == "notes" else screen_phrases).finder_for(language)):
        for text in {a_text_of(line, chance) for _ in range(4)}:
            if not list(finder.finds(read(text))):
                missed.append((line, text))

    assert missed == []


def one_line_each(finder: Finder) -> Iterator[tuple[str, Finder]]:
    """A finder for each line, which knows nothing else."""
    for entry in finder.phrases.entries:
        for line in entry.lines:
            phrases = PhraseSet(
                language=finder.phrases.language,
                entries=(replace(entry, lines=(line,)),),
                kind=(),
                negators=frozenset(),
                negations=NOTHING,
                disowned_by=NOTHING,
                rejected_by=NOTHING,
                clause_breaks=frozenset(),
            )
            yield line, Finder(phrases)


def a_text_of(line: str, chance: Random) -> str:
    """One of the ways to write what the line stands for (reading/writing.py)."""
    return " ".join(word for element in line.split() for word in words_for(element, chance))


def words_for(element: str, chance: Random) -> list[str]:
    if element.startswith("!") or (element.endswith("?") and chance.random() < 0.5):
        return []
    if element.startswith("<"):
        return ["xxyxx"] * chance.randint(0, int(element[1:-1]))
    written = chance.choice(element.removesuffix("?").split("/")).replace("*", "xyx")
    return written.replace("'", chance.choice(["'", " ", "\u2019"])).split("_")
