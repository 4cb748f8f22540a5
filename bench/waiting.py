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
import time
from statistics import median
from typing import Any, Final

from bench.rooms import Room, a_room, instance

FEW: Final = 10
_ROUNDS: Final = 25
_PAGE_OF_TEN: Final = 2
"""Pieces on a page, so that both rooms have a whole one, whichever way is asked."""


def main() -> int:
    """Fills, measures, prints."""
    parser = argparse.ArgumentParser(prog="python -m bench.waiting", description="Opening, with few and many waiting.")
    parser.add_argument("--pieces", type=int, default=1_000_000, help="pieces in the larger room (1,000,000)")
    pieces = parser.parse_args().pieces
    with instance("waiting"):
        few, many = a_room("few", FEW), a_room("many", pieces)
        for name in few.ways:
            for as_page in (False, True):
                print(json.dumps(_row(name, as_page, few, many, pieces)), flush=True)
    return 0


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
