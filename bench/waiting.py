"""`python -m bench.waiting`: do many waiting messages open as quickly as ten? One JSON object a line, for each way.

Two memorials in one database, one with ten pieces and one with `--pieces`, all taken in, boxed and opened by the real
acts. Each way to open is tried in turns on both, and what was opened is put back in between, outside the measured time.
SNOWDROP_DATABASE names a PostgreSQL to be measured instead of the embedded database; it must be one of the bench's own.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any, Final

from bench.servers import ROOT

FEW: Final = 10
_BATCH: Final = 500
_MOST_IN_A_BOX: Final = 20_000
"""A box is filled by hand, a thousand pieces with one press."""
_ROUNDS: Final = 25
_PAGE_OF_TEN: Final = 2
"""Pieces on a page, so that both rooms have a whole one, whichever way is asked."""


@dataclass(frozen=True, slots=True)
class Room:
    """A waiting room: a keeper, the memorial, and what can be asked for there, by its name."""

    keeper: Any
    memorial: Any
    box: Any
    ways: dict[str, Any]


def main() -> int:
    """Fills, measures, prints."""
    parser = argparse.ArgumentParser(prog="python -m bench.waiting", description="Opening, with few and many waiting.")
    parser.add_argument("--pieces", type=int, default=1_000_000, help="pieces in the larger room (1,000,000)")
    pieces = parser.parse_args().pieces
    with _instance():
        few, many = _a_room("few", FEW), _a_room("many", pieces)
        for name in few.ways:
            for as_page in (False, True):
                print(json.dumps(_row(name, as_page, few, many, pieces)), flush=True)
    return 0


@contextmanager
def _instance() -> Iterator[None]:
    """An instance of its own, migrated, on the checkout's own disk."""
    home = ROOT / ".bench"
    home.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="waiting-", dir=home, ignore_cleanup_errors=True) as folder:
        os.environ |= {"SNOWDROP_DATA": folder, "DJANGO_SETTINGS_MODULE": "snowdrop.settings"}
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        yield
        from django.db import connections

        connections.close_all()
    assert not Path(folder).exists()


def _a_room(name: str, pieces: int) -> Room:
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
    _send(memorial, boxed, known)
    while actions.fill_box(keeper, box, Wanted(), now=now):
        pass
    _send(memorial, pieces - boxed, known)
    ways = {
        "whatever has waited longest": Wanted(),
        "one kind": Wanted(kind="candle"),
        "from one person": Wanted(sender=queries.sender_named(memorial, "Guest 1")),
        "from one circle": Wanted(circles=(circle.pk,)),
        "out of a box": Wanted(box=box.pk),
    }
    return Room(keeper, memorial, box, ways)


def _send(memorial: Any, pieces: int, known: Any) -> None:
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


def _row(name: str, as_page: bool, few: Room, many: Room, pieces: int) -> dict[str, Any]:
    """One way, in turns on both rooms, so that a slow moment of the machine meets both."""
    times: dict[str, list[float]] = {"few": [], "many": []}
    for _ in range(_ROUNDS):
        for size, room in (("few", few), ("many", many)):
            times[size].append(_opened_in(room, name, as_page))
    small, large = (1000 * median(times[size][1:]) for size in ("few", "many"))
    return {
        "name": f"P5 opening: {name}, {'as a page' if as_page else 'one'}",
        "database": os.environ.get("SNOWDROP_DATABASE", "sqlite").partition(":")[0],
        "pieces": pieces,
        "with_ten_ms": round(small, 2),
        "with_many_ms": round(large, 2),
        "ratio": round(large / small, 2),
    }


def _opened_in(room: Room, name: str, as_page: bool) -> float:
    """Seconds from asking to the words on the page; afterwards everything is where it was."""
    from snowdrop.comfort import actions
    from snowdrop.comfort.queries import piece_of
    from snowdrop.ground import clock

    wanted = room.ways[name]
    began = time.perf_counter()
    if as_page:
        opened = actions.open_page(room.keeper, room.memorial, wanted, most=_PAGE_OF_TEN, now=clock.now())
    else:
        opened = [actions.open_next(room.keeper, room.memorial, wanted, now=clock.now())]
    for comfort in opened:
        piece_of(comfort)
    took = time.perf_counter() - began
    for comfort in opened:
        comfort.refresh_from_db()
        if wanted.box:
            actions.put_into_box(room.keeper, comfort, room.box, now=clock.now())
        else:
            actions.put_back(room.keeper, comfort, now=clock.now())
    return took


if __name__ == "__main__":
    sys.exit(main())
