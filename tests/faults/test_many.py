"""Many at once: idle, from one address, or slow with what is large. Ordinary visitors hardly notice."""

from __future__ import annotations

import contextlib
import os
import resource
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from bench.machine import descent, proportional_megabytes
from snowdrop.console.listening import SPARE_FILES
from snowdrop.front.handing_on import MOST_STREAMS, MOST_STREAMS_OF_ONE
from tests.faults.test_slow_clients import timed
from tests.front.conftest import wait_for_document
from tests.front.test_serving import add_photo
from tests.world.instance import ROOT, Instance, an_instance, free_port
from tests.world.photographs import a_photograph

IDLE = 10_000
_LONGEST = 3.0
"""Seconds for any answer meanwhile, on a machine that is busy with other tests."""


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Instance, str]]:
    with an_instance(tmp_path_factory.mktemp("many")) as instance:
        slug = instance.act("open_memorial", "For Wren", "everybody")["slug"]
        instance.start()
        wait_for_document(instance, slug)
        yield instance, slug


def connect(instance: Instance, address: str) -> socket.socket:
    return socket.create_connection(("127.0.0.1", instance.port), 30, (address, 0))


def opened(instance: Instance, number: int) -> list[socket.socket]:
    """So many connections on which nothing is said, from addresses of their own."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return [connect(instance, f"127.1.{place // 250}.{place % 250 + 1}") for place in range(number)]


@pytest.mark.slow
def test_ten_thousand_idle_connections_hold_up_nobody(crowded: tuple[Instance, str]) -> None:
    instance, slug = crowded
    assert instance.process
    before, began = proportional_megabytes(instance.process.pid), time.monotonic()
    idle = opened(instance, IDLE)
    seconds = time.monotonic() - began

    waited = [timed(instance.get, path) for _ in range(5) for path in (f"/m/{slug}/", "/sign-in/")]
    memory = proportional_megabytes(instance.process.pid) - before

    for connection in idle:
        connection.close()
    assert max(waited) < _LONGEST, f"they were opened in {seconds:.1f} s"
    assert memory < 200, "20 kB each at most"


@pytest.mark.slow
def test_more_connections_than_files_wait_their_turn(crowded: tuple[Instance, str]) -> None:
    """Where the system allows fewer files, fewer are let in: there is always one left for what those ask for."""
    instance = Instance(crowded[0].data, free_port(), crowded[0].settings)
    crowded[0].stop()
    files = SPARE_FILES + 200
    with_fewer = ["sh", "-c", f'ulimit -n {files} && exec "$@"', "sh", sys.executable, "-m", "snowdrop", "serve"]
    with (instance.data / "serve.log").open("ab") as log:
        command = [*with_fewer, "--port", str(instance.port)]
        instance.process = subprocess.Popen(
            command, cwd=ROOT, env=instance.environment, stdout=log, stderr=log, start_new_session=True
        )
    try:
        instance.wait_until_answered("/help/")
        idle = opened(instance, files + 200)
        time.sleep(0.5)
        most = max(len(files_of(pid)) for pid in descent(instance.process.pid))
        for connection in idle:
            connection.close()
        took = timed(instance.get, "/help/")
    finally:
        instance.stop()
        crowded[0].start()

    assert 200 <= most < files - SPARE_FILES // 2
    assert took < 10


def files_of(pid: int) -> list[str]:
    with contextlib.suppress(OSError):
        return os.listdir(f"/proc/{pid}/fd")
    return []


def streams_of(instance: Instance) -> int:
    """Large answers under way: each goes through a pipe with two ends (front/handing_on.py)."""
    assert instance.process
    ends = 0
    for pid in descent(instance.process.pid):
        for number in files_of(pid):
            with contextlib.suppress(OSError):
                ends += "/answer" in os.readlink(f"/proc/{pid}/fd/{number}")  # its folder has gone by then
    return ends // 2


@pytest.mark.slow
def test_who_asks_for_a_great_deal_from_one_address_waits_behind_themselves(crowded: tuple[Instance, str]) -> None:
    instance, _ = crowded
    over, theirs, ours = threading.Event(), list[float](), list[float]()

    def ask(address: str, waited: list[float]) -> None:
        began = time.monotonic()
        with connect(instance, address) as connection:
            connection.sendall(b"GET /sign-in/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            while connection.recv(65536):
                pass
        waited.append(time.monotonic() - began)

    def flood() -> None:
        while not over.is_set():
            ask("127.0.0.1", theirs)

    crowd = [threading.Thread(target=flood) for _ in range(40)]
    for one in crowd:
        one.start()
    time.sleep(1)
    for _ in range(15):
        ask("127.0.0.2", ours)
    over.set()
    for one in crowd:
        one.join()

    assert statistics.median(ours) < statistics.median(theirs) / 2


@pytest.mark.slow
def test_who_reads_a_large_file_slowly_leaves_room_for_others_and_for_the_end(crowded: tuple[Instance, str]) -> None:
    """A video, a voice or an original is sent through the same streams."""
    instance, slug = crowded
    cookie = instance.act("sign_in", slug)["cookie"]
    address = add_photo(instance, slug, cookie, a_photograph(size=(4000, 3000)))
    asked = f"GET {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: {cookie}\r\n\r\n".encode()
    lazy = [socket.socket() for _ in range(MOST_STREAMS + 6)]
    for connection in lazy:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", instance.port))
        connection.sendall(asked.replace(b"Connection: close\r\n", b"") * 8)  # more than lies on the way by itself
    instance.wait_for(lambda: streams_of(instance) >= MOST_STREAMS_OF_ONE)
    time.sleep(4)

    began = time.monotonic()
    with connect(instance, "127.0.0.2") as other:
        other.sendall(asked)
        size = sum(len(part) for part in iter(lambda: other.recv(1 << 20), b""))
    took = time.monotonic() - began
    page = timed(instance.get, "/sign-in/")
    stopped = instance.stop()

    instance.start()
    for connection in lazy:
        connection.close()
    assert size > 1_000_000 and took < 5 and page < _LONGEST
    assert stopped < 10
