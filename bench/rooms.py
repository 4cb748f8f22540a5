"""An instance of the bench's own, and waiting rooms in it, filled by the real acts."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, Final

from bench.servers import ROOT

_BATCH: Final = 500
_MOST_IN_A_BOX: Final = 20_000
"""A box is filled by hand, a thousand pieces with one press."""


@dataclass(frozen=True, slots=True)
class Room:
    """A waiting room: a keeper, the memorial, somebody of its circle, and what can be asked for there, by its name."""

    keeper: Any
    memorial: Any
    friend: Any
    box: Any
    ways: dict[str, Any]


@contextmanager
def instance(name: str) -> Iterator[None]:
    """An instance of its own, migrated, on the checkout's own disk."""
    home = ROOT / ".bench"
    home.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f"{name}-", dir=home, ignore_cleanup_errors=True) as folder:
        os.environ |= {"SNOWDROP_DATA": folder, "DJANGO_SETTINGS_MODULE": "snowdrop.settings"}
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        yield
        from django.db import connections

        connections.close_all()
    assert not Path(folder).exists()


def a_door() -> Any:
    """The door of a new memorial."""
    from snowdrop.comfort import actions
    from snowdrop.ground import clock
    from snowdrop.memorials import actions as memorials
    from tests.world.cast import a_person

    return actions.door_of(memorials.open_memorial(a_person("Keeper"), title="Wren", now=clock.now()))


def a_room(name: str, pieces: int) -> Room:
    """A memorial with so many pieces: some in a box, the others in the waiting room, of several people."""
    from snowdrop.comfort import actions, queries
    from snowdrop.comfort.queries import Wanted
    from snowdrop.ground import clock
    from snowdrop.memorials import actions as memorials
    from tests.world.cast import a_person, let_into_circle

    now, keeper, known = clock.now(), a_person(f"Keeper {name}"), a_person(f"Ana {name}")
    memorial = memorials.open_memorial(keeper, title=name, now=now)
    memorials.describe_memorial(keeper, memorial, first_reading="nobody", now=now)
    circle = memorials.make_circle(keeper, memorial, name="Family", now=now)
    let_into_circle(keeper, circle, known, now=now)
    box = actions.make_box(keeper, memorial, name="Later", now=now)
    boxed = min(pieces // 2, _MOST_IN_A_BOX)
    send(memorial, boxed, known)
    while actions.fill_box(keeper, box, Wanted(), now=now):
        pass
    send(memorial, pieces - boxed, known)
    ways = {
        "whatever has waited longest": Wanted(),
        "one kind": Wanted(kind="candle"),
        "from one person": Wanted(sender=queries.sender_named(memorial, "Guest 1")),
        "from one circle": Wanted(circles=(circle.pk,)),
        "out of a box": Wanted(box=box.pk),
    }
    return Room(keeper, memorial, known, box, ways)


def send(memorial: Any, pieces: int, known: Any) -> None:
    """In batches, as the front commits them; every fifth from somebody who was signed in and is in the circle."""
    from snowdrop.comfort import actions
    from snowdrop.comfort.intake import new_once, read_fields
    from snowdrop.ground import clock

    door = actions.door_of(memorial)

    def arrivals() -> Iterator[Any]:
        for number in range(pieces):
            given = {"once": new_once(), "kind": "candle" if number % 2 else "words", "words": f"Words {number}"}
            arrival = read_fields({**given, "name": f"Guest {number % 3}"}.items(), door)
            yield replace(arrival, sender=known.person_id) if number % 5 == 0 else arrival

    coming = arrivals()
    while batch := list(islice(coming, _BATCH)):
        actions.receive([(door, arrival) for arrival in batch], now=clock.now())
    print(f"{pieces} pieces are there.", file=sys.stderr, flush=True)
