"""Whether there are gentle notes is answered quickly and never otherwise than by looking for them."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snowdrop.comfort.intake import Door, needs_notes, read_fields
from snowdrop.memorials.vocabulary import Kind
from snowdrop.safeguarding.gentle import Wishes, has_notes, notes_on
from snowdrop.safeguarding.gentle_phrases import LANGUAGES, finder_for
from tests.safeguarding.gentle_sentences import SENTENCES
from tests.world.guests import fields

DOOR = Door(uuid4(), frozenset(kind.value for kind in Kind), False, "snowdrop")
SPOKEN = [sentence for one in SENTENCES.values() for sentence in (*one.hurting, *one.kind)]
LINE_WORDS = sorted(
    {
        word
        for language in LANGUAGES
        for hurt in finder_for(language).phrases.entries
        for line in hurt.lines
        for word in line.replace("/", " ").replace("_", " ").replace("?", "").replace("!", "").split()
        if "<" not in word
    }
)
JOINTS = st.sampled_from([" ", "  ", ", ", ". ", "’", "'", "\u200b", "''''", "\n", "-", "é", "ss", "\u0301"])
TEXTS = st.one_of(
    st.lists(st.tuples(st.sampled_from([*SPOKEN, *LINE_WORDS]), JOINTS), max_size=14).map(
        lambda parts: "".join(map("".join, parts))
    ),
    st.text(max_size=60),
)


@given(
    text=TEXTS,
    language=st.sampled_from(["en", "en-gb", "de", "fr", "es", "pt", ""]),
    faith=st.sampled_from([None, True, False]),
    upper=st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_the_quick_answer_is_the_same_as_looking_for_notes(
    text: str, language: str, faith: bool | None, upper: bool
) -> None:
    text, wishes = text.upper() if upper else text, Wishes(faith_welcome=faith)

    quick = has_notes(text, language=language, family=wishes)

    assert quick is bool(notes_on(text, language=language, family=wishes))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_that_hurts_is_found_by_the_quick_answer(language: str) -> None:
    sentences = SENTENCES[language]

    said = [sentence for sentence in sentences.hurting if not has_notes(sentence, language=language)]

    assert said == [sentence for sentence in sentences.hurting if not notes_on(sentence, language=language)]
    assert not any(has_notes(sentence, language=language) for sentence in sentences.kind)


def test_notes_are_needed_once_and_never_where_there_is_nothing_to_note() -> None:
    hurting = read_fields(fields(words="At least you are young.", language="en"), DOOR)
    kind = read_fields(fields(words="We think of you.", language="en"), DOOR)
    wordless = read_fields(fields(kind="candle", words=""), DOOR)
    seen = read_fields(fields(words="At least you are young.", language="en", read_notes="yes"), DOOR)

    needed = [needs_notes(arrival, DOOR) for arrival in (hurting, kind, wordless, seen)]

    assert needed == [True, False, False, False]
    assert seen == replace(hurting, once=seen.once)


def test_what_the_family_said_about_faith_is_heeded() -> None:
    arrival = read_fields(fields(words="We keep you in our prayers. God bless you.", language="en"), DOOR)

    needed = {faith: needs_notes(arrival, replace(DOOR, faith_welcome=faith)) for faith in (None, True, False)}

    assert needed == {None: False, True: False, False: True}
