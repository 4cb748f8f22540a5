"""`python -m bench.pages` (P5): how long the server takes for the pages of people who are signed in. JSON lines.

One memorial with `--pieces` that wait, besides it one with ten; letters, photos and opened words on both, published to
everybody. Each page is asked of Django as the server calls it, with a session of that person, in turns on both, so that
a slow moment of the machine meets both. `value` is the middle time in the large one, `ratio` that against the small;
`processor_ms` is what it comes to on a machine that does nothing else; `questions` are those put to the database.
SNOWDROP_DATABASE names a PostgreSQL to be measured instead of the embedded database; it must be one of the bench's own.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

from bench import machine
from bench.rooms import Room, a_room, instance, send

FEW: Final = 10
_HELD: Final = 60
_OPENED: Final = 120
_PHOTOS: Final = 6
_LETTERS: Final = 4
_WARM: Final = 3


@dataclass(slots=True)
class Page:
    """One page of one person in one room, and how long each answer took: seconds by the clock, and of the processor."""

    ask: Callable[[], Any]
    took: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)


def main() -> int:
    """Fills, measures, prints."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.pages", description="Pages of people who are signed in (P5)."
    )
    parser.add_argument("--pieces", type=int, default=1_000_000, help="pieces in the larger room (1,000,000)")
    parser.add_argument("--rounds", type=int, default=200, help="answers of each page in each room (200)")
    given = parser.parse_args()
    with instance("pages"):
        rooms = {"few": _pages_of(_lived_in("few", FEW)), "many": _pages_of(_lived_in("many", given.pieces))}
        for _ in range(_WARM + given.rounds):
            for pages in rooms.values():
                for page in pages.values():
                    _take(page)
        for name in rooms["many"]:
            print(json.dumps(_row(name, rooms["few"][name], rooms["many"][name], given.pieces)), flush=True)
    return 0


def _lived_in(name: str, pieces: int) -> tuple[Room, Any]:
    """A room and its helper: shared letters and photos, opened words on the page, some that wait to be read first."""
    from snowdrop.comfort import actions
    from snowdrop.ground import clock
    from snowdrop.media.actions import develop_picture
    from snowdrop.memorials import actions as memorials
    from snowdrop.tributes import actions as tributes
    from tests.world import photographs
    from tests.world.cast import a_person, let_help

    now, room = clock.now(), a_room(name, pieces)
    keeper, memorial, helper = room.keeper, room.memorial, a_person(f"Helper {name}")
    for number in range(_LETTERS):
        said = {"title": f"Letter {number}", "words": "We think of you.\n\nEvery day.", "signed": "Mum"}
        tributes.write_letter(keeper, memorial, audience="everybody", **said, now=now)
    for number in range(_PHOTOS):
        upload = io.BytesIO(photographs.a_photograph(size=(800 + number, 600)))
        photo = tributes.add_photo(keeper, memorial, upload=upload, name="p.jpg", audience="everybody", now=now)
        develop_picture(photo.picture_id, now)
    memorials.publish_memorial(keeper, memorial, to="everybody", now=now)
    memorials.describe_memorial(keeper, memorial, first_reading="nobody", on_the_page="let-through", now=now)
    send(memorial, _OPENED, room.friend)
    for number in range(_OPENED):
        comfort = actions.open_next(keeper, memorial, now=now)
        if comfort is not None and number % 2:
            actions.keep_comfort(keeper, comfort, now=now)
    let_help(keeper, memorial, helper, now=now)
    memorials.describe_memorial(keeper, memorial, first_reading="somebody", now=now)
    send(memorial, _HELD, room.friend)
    return room, helper


def _pages_of(lived_in: tuple[Room, Any]) -> dict[str, Page]:
    """The pages that are measured, by name, each with whoever opens it."""
    room, helper = lived_in
    at = f"/m/{room.memorial.slug}/"
    asked = {
        "memorial, by a keeper": (room.keeper, at),
        "memorial, by a helper": (helper, at),
        "memorial, by a friend": (room.friend, at),
        "older words, by a friend": (room.friend, f"{at}more/"),
        "waiting room": (room.keeper, f"{at}waiting/"),
        "opened words": (room.keeper, f"{at}opened/"),
        "reading desk, by a helper": (helper, f"{at}reading/"),
        "my memorials": (room.keeper, "/mine/"),
    }
    return {name: Page(_asking(viewer, path)) for name, (viewer, path) in asked.items()}


def _asking(viewer: Any, path: str) -> Callable[[], Any]:
    """Asks for a page as the server would, with a session of this person. Refuses any answer but 200."""
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler
    from django.test import RequestFactory

    from tests.world.browsers import browser_of

    handler, cookies = WSGIHandler(), browser_of(viewer).cookies
    session = cookies[settings.SESSION_COOKIE_NAME].value
    environ = (
        RequestFactory()
        .get(path, HTTP_HOST="localhost", HTTP_COOKIE=f"{settings.SESSION_COOKIE_NAME}={session}")
        .environ
    )

    def ask() -> Any:
        answer = handler(dict(environ), lambda status, headers, exc_info=None: None)
        body = b"".join(answer)
        answer.close()
        if answer.status_code != 200 or not body:
            raise AssertionError(f"{path} answered {answer.status_code}")
        return answer

    return ask


def _take(page: Page) -> None:
    began, worked = time.perf_counter(), time.thread_time()
    page.ask()
    page.took.append(time.perf_counter() - began)
    page.worked.append(time.thread_time() - worked)


def _questions(page: Page) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        page.ask()
    return len(asked)


def _row(name: str, few: Page, many: Page, pieces: int) -> dict[str, Any]:
    small, large = (1000 * median(page.took[_WARM:]) for page in (few, many))
    return {
        "name": f"P5 {name}",
        "value": round(large, 1),
        "unit": "ms",
        "ratio_to": f"with {FEW}",
        "ratio": round(large / small, 2),
        "p50_ms": round(large, 1),
        "p99_ms": round(1000 * quantiles(many.took[_WARM:], n=100)[98], 1),
        "processor_ms": round(1000 * median(many.worked[_WARM:]), 1),
        "questions": _questions(many),
        "pieces": pieces,
        "runs": len(many.took) - _WARM,
        "database": os.environ.get("SNOWDROP_DATABASE", "sqlite").partition(":")[0],
        "machine": machine.describe(Path(os.environ["SNOWDROP_DATA"])),
    }


if __name__ == "__main__":
    sys.exit(main())
