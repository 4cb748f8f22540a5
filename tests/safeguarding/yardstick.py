"""How long a text is read, in readings of an ordinary letter of its length: machines differ, and busy ones more."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

_LETTER: Final = (
    "We think of you and of your little one every day. May you feel held by all who love you, today and on every"
    " evening of the year that comes.\n"
)
_ROUNDS: Final = 5


def letters_worth(read: Callable[[str], object], text: str) -> float:
    """How many times as much processor time as a letter of its length the text takes; each the best of five.

    One reading before makes the expressions. Both are measured in turn, so that both meet the same machine.
    """
    letter = (_LETTER * (len(text) // len(_LETTER) + 1))[: len(text)]
    read(text), read(letter)
    taken = [(_seconds(read, text), _seconds(read, letter)) for _ in range(_ROUNDS)]
    of_text, of_letter = map(min, zip(*taken, strict=True))
    return of_text / of_letter


def _seconds(read: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    read(text)
    return time.process_time() - begun
