"""P10: submissions and reads on PostgreSQL, beside the same limit there (L4), and by one node and by two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from bench import machine, snowdrop
from bench.cases import L2_BODY, MANY, Case, Workbench, rate, settled
from bench.figures import Run, check_stored
from bench.load import Load, Reading, Sending, sending
from bench.postgresql import Nodes, nodes
from bench.servers import ask, free_port, granian, serving

CORES: Final = 0.3
"""A node's share of the processor where nodes are compared: two of them, PostgreSQL and the load fit on two cores."""
_STORED_IN_LIMIT: Final = "SELECT count(*) FROM message"


def cases_on_postgresql() -> list[Case]:
    """Each right after what it is set against."""
    l4, one, two = "L4 group commit, PostgreSQL", f"one node of {CORES} cores", f"two nodes of {CORES} cores"
    return [
        rate(l4, group_commit),
        rate("P1 submissions, PostgreSQL", lambda bench: send(bench, 1), l4),
        rate("P2 hot page, PostgreSQL", lambda bench: read(bench, 1), "L1 constant page"),
        rate(f"P1 submissions, {one}", lambda bench: send(bench, 1, CORES)),
        rate(f"P1 submissions, {two}", lambda bench: send(bench, 2, CORES), f"P1 submissions, {one}"),
        rate(f"P2 hot page, {one}", lambda bench: read(bench, 1, CORES)),
        rate(f"P2 hot page, {two}", lambda bench: read(bench, 2, CORES), f"P2 hot page, {one}"),
    ]


def group_commit(bench: Workbench) -> tuple[Run]:
    """L4: the least that a durable submission can cost on PostgreSQL, in one writer thread."""
    folder, port, server = bench.new_folder(), free_port(), bench.prepared_on_postgresql.server
    database = server.new_database()
    command = granian("asgi", "bench.limits.group_commit:app", port)
    with serving(command, {"BENCH_DATABASE": server.url(database)}, port, folder / "limit.log") as served:
        ask(f"{served.address}/", {}, b"name=Guest&words=first")
        load = Sending(f"{served.address}/", MANY, bench.seconds, L2_BODY)
        rows = server.count(database, _STORED_IN_LIMIT)
        run = _pressed([load], [served.process, server.process], folder)
        stored = settled(lambda: server.count(database, _STORED_IN_LIMIT), rows + (run.answered or 0)) - rows
        check_stored(run.answered or 0, stored, MANY)
        return (replace(run, stored=stored),)


def send(bench: Workbench, number: int, cores: float | None = None) -> tuple[Run]:
    """P1 on so many nodes, each with a load of its own; rows are counted in the database before and after."""
    with _served(bench, number, cores) as (served, folder):
        for node in served.nodes:
            snowdrop.check_form(node)
        rows = served.count()
        loads = [Sending(node.form, MANY // number, bench.seconds, snowdrop.BODY) for node in served.nodes]
        run = _pressed(loads, _processes(served), folder)
        stored = settled(served.count, rows + (run.answered or 0)) - rows
        check_stored(run.answered or 0, stored, MANY)
        return (replace(run, stored=stored),)


def read(bench: Workbench, number: int, cores: float | None = None) -> tuple[Run]:
    """P2 on so many nodes; the page of each is checked before and after."""
    with _served(bench, number, cores) as (served, folder):
        loads = [Reading(node.page, MANY // number, bench.seconds, (snowdrop.ENCODING,)) for node in served.nodes]
        run = _pressed(loads, _processes(served), folder)
        for node in served.nodes:
            snowdrop.check_page(node)
        return (run,)


@contextmanager
def _served(bench: Workbench, number: int, cores: float | None) -> Iterator[tuple[Nodes, Path]]:
    prepared, folder = bench.prepared_on_postgresql, bench.new_folder()
    with nodes(prepared, folder, number, cores=cores) as served:
        yield served, folder


def _processes(served: Nodes) -> list[int]:
    return [served.server.process, *(node.server.process for node in served.nodes)]


def _pressed(loads: Sequence[Load], roots: list[int], folder: Path) -> Run:
    """All loads at the same time: their rates together, the slowest of their latencies."""
    before = machine.instant(roots)
    with ExitStack() as stack:
        under_way = [stack.enter_context(sending(load, folder)) for load in loads]
        seen = [one.seen() for one in under_way]
    others = machine.cores_taken_by_others(before, machine.instant(roots))
    return Run(
        value=round(sum(one.rate for one in seen), 1),
        p50_ms=max(one.p50_ms for one in seen),
        p99_ms=max(one.p99_ms for one in seen),
        errors=sum(one.errors for one in seen),
        answered=sum(one.answered for one in seen),
        bytes_each=seen[0].bytes_each,
        others=others,
    )
