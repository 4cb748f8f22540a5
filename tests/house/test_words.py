"""Law: words that hurt stay off our screens, out of our code and out of our samples; nothing cheers."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house import tree, words
from tests.house.laws import obeyed

LAW = "words that hurt, cheer, or sound like a machine stay away from people (tests/house/words.py says why)."
TRANSLATING = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}


def read_by_people() -> Iterator[tuple[str, str]]:
    """Where it stands and what it says: templates, words in Python, words in scripts."""
    for path in tree.templates():
        yield tree.named(path), tree.words_of(path)
    for path in tree.sources("snowdrop", "tests", "bench"):
        for line, text in tree.strings_of(path):
            yield f"{tree.named(path)}:{line}", text
    for path in tree.sources("snowdrop", ending=".js"):
        code = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", tree.text_of(path), flags=re.DOTALL | re.MULTILINE)
        yield tree.named(path), "\n".join(re.findall(r"[\"'`]([^\"'`\n]*)[\"'`]", code))


def found_in(where: str, text: str, group: dict[str, tuple[str, ...]]) -> list[str]:
    """One sentence for each word of a list in a text."""
    path = where.split(":")[0]
    return [
        f"{where} says “{match.group()}” ({words.reason_of(group, match.group())}). "
        "Say it plainly in other words (GLOSSARY.md), or give it a reason in tests/house/words.py."
        for match in words.pattern_of(group).finditer(text)
        if not words.is_allowed(path, match.group())
    ]


def test_words_that_hurt_stand_nowhere_in_the_project() -> None:
    wrong = [
        sentence for path in tree.files() for sentence in found_in(tree.named(path), tree.text_of(path), words.NOWHERE)
    ]

    obeyed(LAW, wrong)


def test_what_people_read_makes_no_loss_small_and_sounds_like_no_machine() -> None:
    wrong = [sentence for where, text in read_by_people() for sentence in found_in(where, text, words.NOT_TO_PEOPLE)]

    obeyed(LAW, wrong)


def test_nothing_that_people_read_ends_in_an_exclamation_mark() -> None:
    said = [(tree.named(path), tree.words_of(path)) for path in tree.templates()]
    for path in tree.sources("snowdrop"):
        for node in ast.walk(tree.tree_of(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in TRANSLATING:
                constants = [one.value for one in node.args if isinstance(one, ast.Constant)]
                said.append((f"{tree.named(path)}:{node.lineno}", " ".join(map(str, constants))))

    shouting = [f"{where} shouts: {text.strip()!r}. End with a full stop." for where, text in said if "!" in text]

    obeyed("nothing that people read ends in an exclamation mark.", shouting)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Your little angel", words.NOWHERE),
        ("a foetus", words.NOWHERE),
        ("gone\ntoo soon", words.NOWHERE),
        ("At least you know", words.NOT_TO_PEOPLE),
        ("The upload was aborted.", words.NOT_TO_PEOPLE),
    ],
)
def test_the_search_finds_the_words(text: str, group: dict[str, tuple[str, ...]]) -> None:
    assert found_in("somewhere.html", text, group) != []


@pytest.mark.parametrize(
    "text", ["the angle of a leaf", "deadline", "skill", "a date that is due", "unlikely", "triangles"]
)
def test_the_search_leaves_other_words_alone(text: str) -> None:
    assert found_in("somewhere.html", text, words.NOWHERE) + found_in("x.html", text, words.NOT_TO_PEOPLE) == []
