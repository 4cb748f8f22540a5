"""Gentle notes find what is known to hurt, leave kind words alone, and never take long."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snowdrop.safeguarding.gentle import LONGEST_READ, MOST_NOTES, Note, Wishes, notes_on
from snowdrop.safeguarding.gentle_phrases import LANGUAGES, finder_for
from snowdrop.safeguarding.gentle_phrases.hurts import Hurt
from snowdrop.safeguarding.reading.writing import words_of
from tests.safeguarding.gentle_sentences import SENTENCES
from tests.safeguarding.yardstick import letters_worth

UNKNOWN = "ga"

every_language = pytest.mark.parametrize("language", LANGUAGES)


def keys_in(text: str, language: str = "en", family: Wishes | None = None) -> list[str]:
    return [note.key for note in notes_on(text, language=language, family=family)]


def every_hurt() -> list[tuple[str, Hurt]]:
    return [(language, hurt) for language in LANGUAGES for hurt in finder_for(language).phrases.entries]


def every_line(language: str) -> list[str]:
    phrases = finder_for(language).phrases
    around = [*phrases.kind, *phrases.negations, *phrases.disowned_by, *phrases.rejected_by]
    return [*(line for hurt in phrases.entries for line in hurt.lines), *around]


# What is found and what is left alone


@every_language
def test_there_are_enough_sentences_to_say_anything(language: str) -> None:
    sentences = SENTENCES[language]
    assert len(set(sentences.hurting)) >= 60
    assert len(set(sentences.kind)) >= 80


@every_language
@pytest.mark.parametrize("part", ["hurting", "hurting_written_first"])
def test_nine_in_ten_hurting_sentences_are_noted(language: str, part: str) -> None:
    hurting = getattr(SENTENCES[language], part)
    missed = [sentence for sentence in hurting if not keys_in(sentence, language)]
    assert len(missed) <= 0.1 * len(hurting), missed


@every_language
@pytest.mark.parametrize("part", ["kind", "kind_written_first"])
def test_at_most_three_in_a_hundred_kind_sentences_are_noted(language: str, part: str) -> None:
    kind = getattr(SENTENCES[language], part)
    noted = [sentence for sentence in kind if keys_in(sentence, language)]
    assert len(noted) <= 0.03 * len(kind), noted


@every_language
def test_a_whole_letter_of_kind_sentences_is_left_alone(language: str) -> None:
    assert notes_on("\n".join(SENTENCES[language].kind), language=language) == ()


def test_a_note_says_which_words_why_and_what_helps() -> None:
    text = "Dear Anna, at least you have each other."
    assert notes_on(text, language="en") == (
        Note(
            phrase="at least you",
            start=11,
            end=23,
            reason="Words that begin with \u201cat least\u201d can sound as if the loss were small.",
            kinder="You could simply say: I am so sorry. I am thinking of you.",
            key="at_least",
        ),
    )


def test_the_kinder_wording_holds_the_name_that_the_family_gives() -> None:
    (note,) = notes_on("At least it was early.", language="en", family=Wishes(name="Maya {name} \\1"))
    assert note.kinder == "You could simply say: I am so sorry. I am thinking of you and of Maya {name} \\1."


@pytest.mark.parametrize(
    "written",
    [
        "EVERYTHING HAPPENS FOR A REASON",
        "everything  happens\nfor\ta reason",
        "Every thing happens, for a reason",
        "Evrything hapens for a reson",
        "everything *happens* for a \u201creason\u201d",
        "e\u0301verything happens for a reason",
        "every\u200bthing happens for a\u00a0reason",
        "everything happens for a reasonn!!!",
        "\uff25verything happens for a reason",
    ],
)
def test_the_way_of_typing_makes_no_difference(written: str) -> None:
    assert keys_in(written) == ["reason"]


@pytest.mark.parametrize("apostrophe", ["'", "\u2019", "\u2018", "\u00b4", "`", "\u02bc", ""])
def test_every_apostrophe_is_read(apostrophe: str) -> None:
    assert keys_in(f"It wasn{apostrophe}t meant to be.") == ["meant_to_be"]
    assert keys_in(f"C{apostrophe}est la volonté de Dieu.", "fr") == ["gods_plan"]


@pytest.mark.parametrize(
    ("plain", "language", "key"),
    [
        ("El tiempo todo lo cura, se fuerte", "es", "be_strong"),
        ("Ihr koennt es ja wieder versuchen", "de", "try_again"),
        ("Ich weiss wie du dich fuehlst", "de", "know_how_you_feel"),
        ("C est la volonte de Dieu", "fr", "gods_plan"),
        ("Vous etes jeunes", "fr", "young"),
    ],
)
def test_accents_and_umlauts_may_be_missing(plain: str, language: str, key: str) -> None:
    assert key in keys_in(plain, language)


@every_language
def test_accents_typed_as_two_characters_are_read(language: str) -> None:
    for sentence in SENTENCES[language].hurting:
        assert keys_in(unicodedata.normalize("NFD", sentence), language) == keys_in(sentence, language)


@pytest.mark.parametrize(
    "kind",
    [
        "You do not have to be strong.",
        "Nobody needs to stay strong here.",
        "I can't say I know how you feel.",
        "Time does not heal this.",
        "There is no reason for this.",
        "Everything happens for a reason is a lie.",
        "I will never tell you that it was God's plan.",
        "Whoever says that it was for the best is wrong.",
        "We would like to help, at least with the shopping.",
        "Please call me at least once.",
        "At least you know that we are here.",
    ],
)
def test_turned_round_the_words_are_kind(kind: str) -> None:
    assert keys_in(kind) == []


@pytest.mark.parametrize(
    "hurting",
    [
        "I am not religious, but everything happens for a reason.",
        "You are not alone. Everything happens for a reason.",
        "Don't worry, everything happens for a reason.",
        "I never know what to write! Everything happens for a reason...",
    ],
)
def test_a_no_that_belongs_to_something_else_turns_nothing_round(hurting: str) -> None:
    assert "reason" in keys_in(hurting)


# How much is said


def test_the_same_hurt_is_noted_once() -> None:
    assert keys_in("Be strong. Be strong, my dear. Stay strong!") == ["be_strong"]


def test_at_most_three_notes_and_the_most_serious_first() -> None:
    text = "Time heals. Be strong. Everything happens for a reason. At least it was early. It was your own fault."
    assert keys_in(text) == ["blame", "at_least", "reason"]
    assert len(keys_in(text)) == MOST_NOTES


def test_overlapping_notes_become_one() -> None:
    (note,) = notes_on("At least you are young.", language="en")
    assert (note.key, note.phrase) == ("at_least", "At least you are young")


# What the family wishes


def test_words_of_faith_are_noted_unless_faith_is_welcome() -> None:
    text = "She is an angel in heaven now."
    assert keys_in(text) == ["heaven"]
    assert keys_in(text, family=Wishes(faith_welcome=True)) == []
    assert keys_in(text, family=Wishes(faith_welcome=False)) == ["heaven"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It was God's plan.", "en"),
        ("God needed another angel.", "en"),
        ("Dios necesitaba otro angelito.", "es"),
        ("Gott brauchte noch einen Engel.", "de"),
        ("Dieu avait besoin d'un ange.", "fr"),
    ],
)
def test_faith_that_explains_the_loss_is_noted_also_where_faith_is_welcome(text: str, language: str) -> None:
    family = Wishes(faith_welcome=True, words_they_use=frozenset({"angel", "angelito", "Engel", "ange"}))
    assert keys_in(text, language, family) == ["gods_plan"]


def test_prayers_are_noted_only_where_the_family_wishes_for_none() -> None:
    text = "We are praying for you."
    assert keys_in(text) == keys_in(text, family=Wishes(faith_welcome=True)) == []
    assert keys_in(text, family=Wishes(faith_welcome=False)) == ["faith_not_wished"]


@pytest.mark.parametrize("word", ["angel", "Angel", "A\u0301NGEL", "little angel"])
def test_a_word_that_the_family_uses_is_not_noted(word: str) -> None:
    family = Wishes(words_they_use=frozenset({word}))
    assert keys_in("You have your own little angel.", family=family) == []


def test_a_word_that_the_family_uses_excuses_no_saying() -> None:
    family = Wishes(words_they_use=frozenset({"baby", "reason", "strong", ""}))
    assert keys_in("It wasn't a real baby. Everything happens for a reason.", family=family) == ["not_a_baby", "reason"]
    assert keys_in("Be strong.", family=family) == []


# Languages


@pytest.mark.parametrize("tag", ["de", "DE", "de-AT", "de_CH"])
def test_a_language_tag_with_a_country_is_understood(tag: str) -> None:
    assert keys_in("Die Zeit heilt alle Wunden.", tag) == ["time_heals"]


@pytest.mark.parametrize("tag", [UNKNOWN, "", "-", "x" * 1000])
def test_where_the_language_is_unknown_every_set_is_read(tag: str) -> None:
    for text in ("Time heals.", "El tiempo todo lo cura.", "Die Zeit heilt alle Wunden.", "Le temps guérit tout."):
        assert keys_in(text, tag) == ["time_heals"]


@every_language
def test_every_language_has_thirty_lines_and_the_same_hurts(language: str) -> None:
    hurts = finder_for(language).phrases.entries
    assert sum(len(hurt.lines) for hurt in hurts) >= 30
    assert [(hurt.key, hurt.nature) for hurt in hurts] == [
        (hurt.key, hurt.nature) for hurt in finder_for("en").phrases.entries
    ]


@every_language
def test_every_line_is_well_written(language: str) -> None:
    element = re.compile(r"<\d>|!?[^<>!?/*|.,;\s]+\*?(/[^<>!?/*|.,;\s]+\*?)*\??")
    unreadable = [line for line in every_line(language) for part in line.split() if not element.fullmatch(part)]
    assert unreadable == []


@every_language
def test_every_line_has_words_at_its_end(language: str) -> None:
    assert [line for line in every_line(language) if line.split()[-1].startswith("<")] == []


@pytest.mark.parametrize(("language", "hurt"), every_hurt())
def test_reasons_and_kinder_wordings_are_short_calm_and_kind(language: str, hurt: Hurt) -> None:
    assert len(hurt.reason) <= 125
    assert len(hurt.kinder) <= 125
    assert hurt.reason.endswith(".")
    assert hurt.kinder.endswith((".", "{and_name}."))
    assert not re.search(r"[!\u00a1]", hurt.reason + hurt.kinder)
    assert notes_on(hurt.kinder, language=language) == ()


# Any text at all


@given(text=st.text(), language=st.sampled_from([*LANGUAGES, UNKNOWN]))
def test_any_text_is_read_and_every_phrase_stands_where_it_says(text: str, language: str) -> None:
    check_notes(text, language)


def words_in_use() -> st.SearchStrategy[str]:
    words = sorted({word for language in LANGUAGES for line in every_line(language) for word in words_of(line)})
    marks = st.sampled_from(
        [" ", "  ", "\n", "\n\n", ", ", ". ", "... ", "\u2019", "-", "\u0301", "\u200b", "|", " \ufdfa "]
    )
    return st.lists(st.tuples(st.sampled_from(words), marks), max_size=60).map(
        lambda pieces: "".join(word + mark for word, mark in pieces)
    )


@given(
    text=words_in_use(),
    language=st.sampled_from([*LANGUAGES, UNKNOWN]),
    faith=st.sampled_from([None, True, False]),
    used=st.frozensets(st.text(max_size=8), max_size=3),
)
def test_any_heap_of_its_own_words_is_read(text: str, language: str, faith: bool | None, used: frozenset[str]) -> None:
    check_notes(text, language, Wishes(faith, used))


def check_notes(text: str, language: str, family: Wishes | None = None) -> None:
    notes = notes_on(text, language=language, family=family)
    assert len(notes) <= MOST_NOTES
    assert len({note.key for note in notes}) == len(notes) or language == UNKNOWN
    for note in notes:
        assert text[note.start : note.end] == note.phrase != ""
        assert "{" not in note.kinder
    spans = sorted((note.start, note.end) for note in notes)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def slow_texts() -> dict[str, str]:
    """Texts made to be slow: the program's own words in heaps, beginnings without ends, and odd characters."""
    chance = Random(15)
    words = sorted({word for line in every_line("en") for word in words_of(line)})
    heap = " ".join(chance.choices(words, k=6000))
    texts = {
        "its own words": heap,
        "its own words, then one": f"{' '.join(words)} {'you ' * 5000}",
        "one of its own words in two": " you ".join(chance.choices(words, k=6000)),
        "no word twice": " ".join("".join(chance.choices("abcdeghrst", k=7)) for _ in range(2500)),
    }
    parts = [
        "you ",
        "at least ",
        "not be strong ",
        "a ",
        "i know how ",
        "you should have ",
        "x",
        "'",
        "\n",
        ".",
        "\n ",
        ",",
    ]
    parts += [
        "e\u0301",
        "\ufdfa",
        "\ufdfa ",
        "\u200b",
        "a\u0301'",
        "\u00df ",
        "\u0301",
        "1",
        "\U0001f490",
        "a-",
        "it was ",
    ]
    return texts | {repr(part): part * LONGEST_READ for part in parts}


@pytest.mark.parametrize("language", [*LANGUAGES, UNKNOWN])
def test_no_text_takes_much_longer_than_a_letter_of_its_length(language: str) -> None:
    worth = {
        name: letters_worth(lambda read: notes_on(read, language=language), text[:LONGEST_READ])
        for name, text in slow_texts().items()
    }
    assert {name: letters for name, letters in worth.items() if letters > 10} == {}


def test_what_follows_the_longest_text_is_not_read() -> None:
    padding = "flowers " * (LONGEST_READ // 8)
    assert keys_in("Be strong. " + padding * 50) == ["be_strong"]
    assert keys_in(padding + "Be strong.") == []
