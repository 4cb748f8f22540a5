"""The cases of `make bench`: what each one starts, checks, sends and counts. Every run has a new server and data."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Final

from bench import machine, peer, postgresql, snowdrop
from bench.figures import Measure, NotMeasured, Run, check_stored
from bench.load import Load, Reading, Sending, press, sending
from bench.servers import Server, ask, free_port, granian, serving

MANY: Final = 64
FEW: Final = 4
_WRITERS_PER_SECOND: Final = 100
_IDLE_SECONDS: Final = 20.0
"""So long that the last process has loaded everything, on a slow machine too: a figure of fewer would be too small."""
_SETTLING_SECONDS: Final = 10.0
L2_BODY: Final = "name=Guest+{n}&words={words}{run}+{n}"


class Workbench:
    """Folders for runs, and Snowdrop and the peer made ready the first time that a case needs them.

    What has to end at the end of the bench is put onto `until_the_end`.
    """

    def __init__(self, folder: Path, seconds: int, until_the_end: ExitStack) -> None:
        self._folder, self._until_the_end = folder, until_the_end
        self._numbers = count(1)
        self.seconds = seconds

    def new_folder(self) -> Path:
        """An empty folder for one run."""
        folder = self._folder / str(next(self._numbers))
        folder.mkdir()
        return folder

    @cached_property
    def prepared(self) -> snowdrop.Prepared:
        """Snowdrop's data with the memorial in it."""
        return snowdrop.prepare(self.new_folder())

    @cached_property
    def prepared_on_postgresql(self) -> postgresql.Prepared:
        """The same on a PostgreSQL of the bench's own."""
        return postgresql.prepare(self._until_the_end.enter_context(postgresql.a_server()), self.new_folder())

    @cached_property
    def peer_is_there(self) -> bool:
        """The peer's environment has been made."""
        peer.install(self.new_folder())
        return True


@dataclass(frozen=True, slots=True)
class Case:
    """What one run does; it yields one `Run` for each of its measures, in their order."""

    measures: tuple[Measure, ...]
    run: Callable[[Workbench], tuple[Run, ...]]


def all_cases() -> list[Case]:
    """Every case in the order in which one repeat runs them: each one right after what it is set against."""
    l1, l2 = "L1 constant page", "L2 group commit"
    isso_reads, isso_sends = "Isso reads, 50 of 100 messages", "Isso submissions"
    alone, meanwhile = "P3 reads alone", "P3 reads while submissions arrive"
    return [
        rate(l1, lambda bench: constant_page(bench, MANY)),
        rate(isso_reads, read_isso),
        rate("P2 hot page", lambda bench: read_page(bench, MANY), l1, isso_reads),
        rate("P2 hot page, 304", read_unchanged_page, l1, "P2 hot page"),
        rate(f"{l1}, 4 connections", lambda bench: constant_page(bench, FEW)),
        rate("P2 hot page, 4 connections", lambda bench: read_page(bench, FEW), f"{l1}, 4 connections"),
        rate(l2, lambda bench: group_commit(bench, MANY)),
        rate(isso_sends, send_to_isso),
        rate("P1 submissions", lambda bench: send_comfort(bench, MANY), l2, isso_sends),
        rate(f"{l2}, 4 connections", lambda bench: group_commit(bench, FEW)),
        rate("P1 submissions, 4 connections", lambda bench: send_comfort(bench, FEW), f"{l2}, 4 connections"),
        Case(
            (
                Measure(alone, "1/s"),
                Measure(meanwhile, "1/s", (alone,)),
                Measure("P3 submissions meanwhile", "1/s"),
            ),
            read_while_sending,
        ),
        Case((Measure("P9 cold start to the first page", "s"), Measure("P9 idle memory (PSS)", "MB")), start_cold),
    ]


def constant_page(bench: Workbench, connections: int) -> tuple[Run]:
    """L1: a constant body as large as Snowdrop's compressed hot page, over the interface that Snowdrop's front uses."""
    folder, port = bench.new_folder(), free_port()
    size = bench.prepared.page_bytes
    command = granian("rsgi", "bench.limits.constant_page:app", port)
    with serving(command, {"BENCH_BYTES": str(size)}, port, folder / "limit.log") as server:
        if len(ask(server.address + "/").body) != size:
            raise NotMeasured(f"The constant page is not of {size} bytes.")
        load = Reading(f"{server.address}/", connections, bench.seconds, (snowdrop.ENCODING,))
        return (_pressed(load, server, folder),)


def group_commit(bench: Workbench, connections: int) -> tuple[Run]:
    """L2: the least that a durable submission can cost in one writer thread."""
    folder, port = bench.new_folder(), free_port()
    database = folder / "limit.sqlite3"
    command = granian("asgi", "bench.limits.group_commit:app", port)
    with serving(command, {"BENCH_DATABASE": str(database)}, port, folder / "limit.log") as server:
        ask(f"{server.address}/", {}, b"name=Guest&words=first")
        load = Sending(f"{server.address}/", connections, bench.seconds, L2_BODY)
        return (_stored(load, server, folder, database, "SELECT count(*) FROM message"),)


def read_page(bench: Workbench, connections: int) -> tuple[Run]:
    """P2: anonymous reads of the hot page, compressed; the page is checked before and after."""
    with _served(bench) as (served, folder):
        snowdrop.check_page(served)
        load = Reading(served.page, connections, bench.seconds, (snowdrop.ENCODING,))
        run = _pressed(load, served.server, folder)
        snowdrop.check_page(served)
        return (run,)


def read_unchanged_page(bench: Workbench) -> tuple[Run]:
    """P2 with the page's own validator: every answer is a 304 without a body."""
    with _served(bench) as (served, folder):
        validator = snowdrop.check_page(served).headers["etag"]
        headers = (snowdrop.ENCODING, f"If-None-Match: {validator}")
        run = _pressed(Reading(served.page, MANY, bench.seconds, headers), served.server, folder)
        if run.bytes_each is None or run.bytes_each > 1000:
            raise NotMeasured(f"Answers weighed {run.bytes_each} bytes; a 304 has no body.")
        return (run,)


def send_comfort(bench: Workbench, connections: int) -> tuple[Run]:
    """P1: submissions to the hot form, each different, answered once on disk; rows counted before and after."""
    with _served(bench) as (served, folder):
        snowdrop.check_page(served)
        snowdrop.check_form(served)
        load = Sending(served.form, connections, bench.seconds, snowdrop.BODY)
        return (_stored(load, served.server, folder, served.database, snowdrop.STORED),)


def read_while_sending(bench: Workbench) -> tuple[Run, Run, Run]:
    """P3, reported only: reads alone, then reads while about 100 submissions a second arrive on the same page."""
    with _served(bench) as (served, folder):
        snowdrop.check_page(served)
        snowdrop.check_form(served)
        reads = Reading(served.page, MANY, bench.seconds, (snowdrop.ENCODING,))
        pause = 1000 * FEW // _WRITERS_PER_SECOND
        writes = Sending(served.form, FEW, bench.seconds + 1, snowdrop.BODY, pause_ms=pause)
        alone = _pressed(reads, served.server, folder)
        rows = _count(served.database, snowdrop.STORED)
        with sending(writes, folder) as sent:
            time.sleep(0.5)
            meanwhile = _pressed(reads, served.server, folder)
            seen = sent.seen()
        stored = settled(lambda: _count(served.database, snowdrop.STORED), rows + seen.answered) - rows
        check_stored(seen.answered, stored, FEW)
        received = Run(seen.rate, seen.p50_ms, seen.p99_ms, seen.errors, seen.answered, stored)
        return alone, meanwhile, received


def read_isso(bench: Workbench) -> tuple[Run]:
    """The peer's answer to P2: 50 of a page's 100 messages, as JSON."""
    with _isso(bench) as (served, folder):
        peer.fill_page(served)
        return (_pressed(Reading(served.server.address + peer.PAGE, MANY, bench.seconds), served.server, folder),)


def send_to_isso(bench: Workbench) -> tuple[Run]:
    """The peer's answer to P1: submissions to a new page."""
    with _isso(bench) as (served, folder):
        peer.open_page(served, peer.NEW_PAGE, 1)
        load = Sending(served.server.address + peer.NEW_PAGE, MANY, bench.seconds, peer.BODY, peer.JSON)
        return (_stored(load, served.server, folder, served.database, peer.STORED),)


def start_cold(bench: Workbench) -> tuple[Run, Run]:
    """P9: seconds from the command to the first hot page; memory of all its processes after twenty idle seconds."""
    with _served(bench) as (served, _):
        time.sleep(_IDLE_SECONDS)
        memory = machine.proportional_megabytes(served.server.process)
        return Run(round(served.server.first_answer, 3)), Run(memory)


def rate(name: str, run: Callable[[Workbench], tuple[Run, ...]], *against: str) -> Case:
    """A case of one measure, in answers a second."""
    return Case((Measure(name, "1/s", against),), run)


@contextmanager
def _served(bench: Workbench) -> Iterator[tuple[snowdrop.Snowdrop, Path]]:
    folder = bench.new_folder()
    with snowdrop.snowdrop(bench.prepared, folder) as served:
        yield served, folder


@contextmanager
def _isso(bench: Workbench) -> Iterator[tuple[peer.Isso, Path]]:
    folder = bench.new_folder()
    with ExitStack() as stack:
        if bench.peer_is_there:
            yield stack.enter_context(peer.isso(folder)), folder


def _pressed(load: Load, server: Server, folder: Path) -> Run:
    before = machine.instant([server.process])
    seen = press(load, folder)
    others = machine.cores_taken_by_others(before, machine.instant([server.process]))
    return Run(seen.rate, seen.p50_ms, seen.p99_ms, seen.errors, seen.answered, None, seen.bytes_each, others)


def _stored(load: Load, server: Server, folder: Path, database: Path, question: str) -> Run:
    def count() -> int:
        return _count(database, question)

    rows = count()
    run = _pressed(load, server, folder)
    answered = run.answered or 0
    stored = settled(count, rows + answered) - rows
    check_stored(answered, stored, load.connections)
    return replace(run, stored=stored)


def _count(database: Path, question: str) -> int:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=30)
    try:
        return int(connection.execute(question).fetchone()[0])
    finally:
        connection.close()


def settled(count: Callable[[], int], expected: int) -> int:
    """The rows once their number stands still for half a second and is as expected, or after ten seconds."""
    patience = time.monotonic() + _SETTLING_SECONDS
    last, now = -1, count()
    while (now != last or now < expected) and time.monotonic() < patience:
        time.sleep(0.5)
        last, now = now, count()
    return now
