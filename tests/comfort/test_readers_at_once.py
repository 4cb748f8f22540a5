"""Twenty who read first at the same moment: each piece is decided once, and nobody is given another's."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from snowdrop.comfort import actions
from snowdrop.comfort.models import Claim, Comfort, Step
from snowdrop.comfort.vocabulary import Place
from snowdrop.people.viewer import Viewer
from tests.figures import Figures
from tests.world.cast import NOON, a_family, a_person, let_help
from tests.world.guests import send

pytestmark = pytest.mark.django_db(transaction=True)

READERS, PIECES = 20, 60


def test_of_twenty_readers_none_is_given_what_another_has_and_each_piece_is_decided_once(figures: Figures) -> None:
    cast = a_family()
    readers = [a_person(f"Reader{number}") for number in range(READERS)]
    for reader in readers:
        let_help(cast.keeper, cast.memorial, reader)
    for _ in range(PIECES):
        send(cast.memorial)
    together = Barrier(READERS)

    def read_until_nothing_is_left(reader: Viewer) -> list[int]:
        mine: list[int] = []
        together.wait()
        while True:
            try:  # each visit to the desk has a connection of its own, as a request has
                comfort = actions.take_next(reader, cast.memorial, now=NOON)
                if comfort is None:
                    return mine
                actions.let_through(reader, comfort, now=NOON)
                mine.append(comfort.pk)
            finally:
                connection.close()

    with ThreadPoolExecutor(READERS) as workers:
        read = [pk for mine in workers.map(read_until_nothing_is_left, readers) for pk in mine]

    twice = [pk for pk, number in Counter(read).items() if number > 1]
    figures("T31", checks=PIECES, wrong=len(twice) + PIECES - len(set(read)), readers=READERS)
    assert (len(read), twice) == (PIECES, [])
    assert Step.objects.filter(went_to=Place.WAITING).count() == PIECES
    assert not Comfort.objects.exclude(place=Place.WAITING).exists() and not Claim.objects.exists()


def test_of_twenty_who_open_the_desk_at_the_same_moment_each_is_given_another_piece() -> None:
    cast = a_family()
    readers = [a_person(f"Reader{number}") for number in range(READERS)]
    for reader in readers:
        let_help(cast.keeper, cast.memorial, reader)
    for _ in range(READERS - 1):
        send(cast.memorial)
    together = Barrier(READERS)

    def open_desk(reader: Viewer) -> Comfort | None:
        together.wait()
        try:
            return actions.take_next(reader, cast.memorial, now=NOON)
        finally:
            connection.close()

    with ThreadPoolExecutor(READERS) as workers:
        given = [one.pk if one else None for one in workers.map(open_desk, readers)]

    assert len(set(given)) == READERS and given.count(None) == 1
