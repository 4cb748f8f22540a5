"""Who reads for long is offered a break, once, in a sentence; nothing is counted where anybody sees it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from snowdrop.comfort.pace import BREAK, PIECES, WHILE, needs_break, note_read
from tests.world.browsers import browser_of
from tests.world.cast import NOON, a_family
from tests.world.guests import send


def reads(session: dict, pieces: int, *, now: datetime = NOON, every: timedelta = timedelta(0)) -> datetime:  # type: ignore[type-arg]
    for number in range(pieces):
        note_read(session, now + number * every)  # type: ignore[arg-type]
    return now + (pieces - 1) * every


def offered(session: dict, now: datetime) -> bool:  # type: ignore[type-arg]
    return needs_break(session, now)  # type: ignore[arg-type]


def test_after_so_many_pieces_in_a_row_a_break_is_offered_once() -> None:
    session: dict = {}  # type: ignore[type-arg]

    reads(session, PIECES - 1)
    before = offered(session, NOON)
    reads(session, 1)

    assert (before, offered(session, NOON), offered(session, NOON)) == (False, True, False)


def test_after_so_long_a_break_is_offered_however_little_was_read() -> None:
    session: dict = {}  # type: ignore[type-arg]

    last = reads(session, 5, every=WHILE / 4)

    assert offered(session, last)


def test_whoever_has_paused_has_had_a_break() -> None:
    session: dict = {}  # type: ignore[type-arg]
    last = reads(session, PIECES - 1)
    reads(session, 1, now=last + BREAK + timedelta(seconds=1))

    assert not offered(session, last + BREAK + timedelta(seconds=2))


@pytest.mark.django_db
def test_the_desk_offers_it_in_a_sentence_beside_the_next_piece() -> None:
    cast = a_family()
    browser, desk = browser_of(cast.helper), f"/m/{cast.memorial.slug}/reading/"
    pieces = [send(cast.memorial) for _ in range(PIECES + 1)]
    for piece in pieces[:-1]:
        answer = browser.post(f"{desk}{piece.handle}/", {"decision": "through"})

    page, again = browser.get(answer["Location"]).content.decode(), browser.get(desk).content.decode()

    assert "You have been reading for a while." in page and pieces[-1].handle in page
    assert "You have been reading for a while." not in again
