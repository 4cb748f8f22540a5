"""However an attack is spelled, it stays one: whatever hides a phrase, somebody looks before the family does."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snowdrop.safeguarding.reading.unveiling import LOOKALIKES
from snowdrop.safeguarding.screening import screen
from snowdrop.safeguarding.vocabulary import Lane

ATTACKS = [
    ("en", "kill yourself"),
    ("en", "you deserved this"),
    ("en", "good riddance"),
    ("en", "you killed your own baby"),
    ("en", "you were never fit to be a mother"),
    ("en", "god punished you"),
    ("es", "es culpa tuya"),
    ("es", "mataste a tu bebé"),
    ("es", "ojalá te mueras"),
    ("de", "du bist schuld"),
    ("de", "das hast du verdient"),
    ("de", "bring dich um"),
    ("fr", "c'est ta faute"),
    ("fr", "tu as tué ton bébé"),
    ("fr", "tu l'as bien mérité"),
]
FIGURES = str.maketrans("oieastb", "013457" + "8")
ALIKE = {letter: chr(sign) for sign, letter in LOOKALIKES.items() if 0x370 < sign < 0x530}

Hiding = Callable[[str, Random], str]


def spaced(text: str, _: Random) -> str:
    return "  ".join(" ".join(word.replace("'", "")) for word in text.split())


def dotted(text: str, chance: Random) -> str:
    sign = chance.choice(".-_*💀")
    return " ".join(sign.join(word.replace("'", "")) for word in text.split())


def invisible(text: str, chance: Random) -> str:
    sign = chance.choice("\u200b\u200c\u200d\u2060\ufeff\u00ad")
    return " ".join(sign.join(word) for word in text.split(" "))


def alike(text: str, chance: Random) -> str:
    return "".join(ALIKE.get(letter, letter) if chance.random() < 0.6 else letter for letter in text)


def figures(text: str, _: Random) -> str:
    return text.translate(FIGURES)


def stretched(text: str, chance: Random) -> str:
    return "".join(letter * chance.choice([1, 1, 2, 4]) if letter.isalpha() else letter for letter in text)


def loud(text: str, _: Random) -> str:
    return text.upper()


def wide(text: str, _: Random) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) if "a" <= letter <= "z" else letter for letter in text)


def marked(text: str, _: Random) -> str:
    return "".join(letter + "\u0336\u0301" if letter.isalpha() else letter for letter in text)


def glued(text: str, _: Random) -> str:
    return text.replace(" ", "").replace("'", "")


HIDINGS: list[Hiding] = [spaced, dotted, invisible, alike, figures, stretched, loud, wide, marked, glued]


@pytest.mark.parametrize("hiding", HIDINGS, ids=lambda hiding: hiding.__name__)
@pytest.mark.parametrize(("language", "attack"), ATTACKS)
def test_a_hidden_attack_is_seen(language: str, attack: str, hiding: Hiding) -> None:
    hidden = hiding(attack, Random(7))

    assert screen(hidden, language=language).lane is not Lane.GREEN, hidden


@given(
    attack=st.sampled_from(ATTACKS),
    hiding=st.sampled_from(HIDINGS),
    chance=st.randoms(use_true_random=False),
    before=st.sampled_from(["", "Dear Ana, ", "hello\n\n", "💔 "]),
    behind=st.sampled_from(["", ".", "!!!", " and you know it", " 🙃"]),
    unknown=st.booleans(),
)
def test_whatever_stands_around_it_a_hidden_attack_is_seen(
    attack: tuple[str, str], hiding: Hiding, chance: Random, before: str, behind: str, unknown: bool
) -> None:
    language, words = attack
    text = before + hiding(words, chance) + behind

    assert screen(text, language="" if unknown else language).lane is not Lane.GREEN, text


@pytest.mark.parametrize(
    "text",
    [
        "y0u murd3rer",
        "you b*tch",
        "f*ck you",
        "you m#rderer",
        "kill your self",
        "ⓚⓘⓛⓛ yourself",
        "you 🇰illed your baby",
    ],
)
def test_other_ways_of_hiding_are_seen(text: str) -> None:
    assert screen(text, language="en").lane is not Lane.GREEN


@pytest.mark.parametrize(
    "text",
    [
        "A B C, 1 2 3, we think of you.",
        "I love you 3000, 4ever and 2 the moon.",
        "Born 2026-10-12 at 03:14 (2,900 g).",
        "💔 💔 💔 Ana & Tom + 1 dog",
        "S.O.S. or P.S.: call your mum.",
        "Γεια σας, η αγάπη μας είναι μαζί σας.",
    ],
)
def test_odd_spelling_that_hides_nothing_passes(text: str) -> None:
    assert screen(text, language="en").lane is Lane.GREEN
