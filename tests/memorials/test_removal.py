"""A door that is shut is shut with the next request: pages, bytes of media, links, invitations (trust.md T03)."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle

import pytest

from tests.figures import Figures
from tests.world.instance import Instance, an_instance

THREADS = 32
AFTER = 1.5
"""Seconds for which everybody goes on knocking after the doors were shut, or longer, until each has."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One request: who asked for what, when it began and ended, whether it was answered with what was asked for."""

    who: str
    path: str
    began: float
    ended: float
    was_let_in: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads the same few addresses over and over, by the way in that they have."""

    who: str
    cookie: str
    paths: tuple[str, ...]

    def read(self, instance: Instance, readings: list[Reading], enough: threading.Event) -> None:
        """Reads until it is enough, and notes each time; of media only a part, as a player does."""
        for number, path in enumerate(cycle(self.paths)):
            if enough.is_set():
                return
            start = number * 64 % 512
            part = {"Range": f"bytes={start}-{start + 63}"} if "photos" in path else {}
            began = time.time()
            answer = instance.get(path, {"Cookie": self.cookie, **part})
            readings.append(Reading(self.who, path, began, time.time(), answer.status in {200, 206}))


@pytest.fixture
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Instance]:
    with an_instance(tmp_path_factory.mktemp("removal")) as one:
        yield one


def readers_of(instance: Instance, ways: dict[str, str]) -> list[Reader]:
    """Everybody, each several times: a member, a helper, somebody with a private link, somebody invited."""
    page, photo = f"/m/{ways['slug']}/", ways["photo"]
    holder = instance.get(ways["link"]).headers["set-cookie"].partition(";")[0]
    one_of_each = [
        Reader("member", ways["member"], (page, photo)),
        Reader("helper", ways["helper"], (f"{page}reading/", photo)),
        Reader("link", holder, (page, photo)),
        Reader("invitation", "", (ways["invitation"],)),
    ]
    return one_of_each * (THREADS // len(one_of_each))


@pytest.mark.slow
def test_after_somebody_was_taken_out_only_requests_in_flight_are_answered(
    instance: Instance, figures: Figures
) -> None:
    ways, enough, readings = instance.act("open_to_a_few"), threading.Event(), list[Reading]()
    instance.start()
    readers = readers_of(instance, ways)
    everything = {(one.who, path) for one in readers for path in one.paths}

    with ThreadPoolExecutor(len(readers)) as threads:
        running = [threads.submit(one.read, instance, readings, enough) for one in readers]
        try:
            instance.wait_for(lambda: everything == {(one.who, one.path) for one in list(readings) if one.was_let_in})
            shut = instance.act("shut_every_door", ways["slug"])
            time.sleep(AFTER)
            instance.wait_for(
                lambda: everything == {(one.who, one.path) for one in list(readings) if one.began > shut[one.who]}
            )
        finally:
            enough.set()
    for one in running:
        one.result()

    late = [one for one in readings if one.was_let_in and one.began > shut[one.who]]
    worst = max(0.0, *(one.ended - shut[one.who] for one in readings if one.was_let_in))
    figures("T03", checks=len(readings), wrong=len(late), worst_seconds_to_the_last_answer=worst)
    assert late == []
