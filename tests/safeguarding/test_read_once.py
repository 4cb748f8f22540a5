"""A text is read once, whatever is asked of it, and phrase sets are ready before anybody waits for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from snowdrop.safeguarding import gentle, gentle_phrases, screen_phrases, screening
from snowdrop.safeguarding.reading.words import Reading
from snowdrop.safeguarding.screening import screen

TEXTS = ("At least you are young.", "You brought this on yourself.", "Thinking of you.", "", "Al menos eres joven.")


def counted(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, asked: list[str]) -> None:
    real: Callable[[str], Any] = getattr(module, name)
    monkeypatch.setattr(module, name, lambda text: asked.append(text) or real(text))


@pytest.mark.parametrize("text", TEXTS)
def test_screens_and_gentle_notes_share_one_reading(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    asked: list[str] = []
    for module, name in ((screening, "read"), (gentle, "read"), (gentle, "words_in")):
        counted(monkeypatch, module, name, asked)

    screened = screen(text, language="en")
    notes = gentle.notes_on(text, language="en", reading=screened.reading)

    assert asked == [text] and isinstance(screened.reading, Reading)
    monkeypatch.undo()
    assert notes == gentle.notes_on(text, language="en")
    assert screened.clumsy is (bool(notes) and screened.lane != "red")


def test_once_warm_no_phrase_set_is_made_ready_for_a_visitor() -> None:
    screening.warm()
    ready = [one.finder_for.cache_info().misses for one in (gentle_phrases, screen_phrases)]

    for language in ("", "en", "de", "fr", "es", "pt"):
        screen("Thinking of you.", language=language)
        gentle.notes_on("Thinking of you.", language=language)

    assert [one.finder_for.cache_info().misses for one in (gentle_phrases, screen_phrases)] == ready
    assert [one.finder_for.cache_info().currsize for one in (gentle_phrases, screen_phrases)] == [4, 4]


@pytest.mark.parametrize("field", ["name", "relation"])
def test_what_is_hidden_by_its_spelling_is_found_in_what_senders_say_of_themselves_too(field: str) -> None:
    screened = screen("", language="en", **{field: "Y0u br0ught th1s on y0urself."})

    assert screened.lane == "red"
    assert screen("", language="en", **{field: "Anna 2nd, from No 10"}).lane == "green"
