"""Those who send or read slowly hold up nobody else, and not the end either (trust.md C4, T17 in short)."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable

import pytest

from tests.world.instance import Instance

MANY = 120
_LONGEST = 3.0
"""Seconds for any answer meanwhile, on a machine that is busy with other tests; whoever is held up waits far longer."""


class Dripping:
    """Connections that send a beginning and then one byte a second, until the server has enough."""

    def __init__(self, instance: Instance, beginning: bytes, number: int = MANY) -> None:
        self.connections = [instance.connect() for _ in range(number)]
        self.began = time.monotonic()
        self.closed_after: list[float] = []
        for connection in self.connections:
            connection.settimeout(0.001)
            connection.sendall(beginning)

    def drip(self) -> None:
        """One byte more on each that is still open."""
        for connection in list(self.connections):
            try:
                connection.sendall(b"x")
                if connection.recv(4096) == b"":
                    raise ConnectionResetError
            except TimeoutError:
                continue
            except OSError:
                self.connections.remove(connection)
                self.closed_after.append(time.monotonic() - self.began)
                connection.close()


@pytest.mark.slow
def test_slow_clients_hold_up_nobody_and_not_the_end(served: tuple[Instance, str]) -> None:
    instance, slug = served
    form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nonce="
    upload = form.replace("5000", "5000000")
    drips = [
        Dripping(instance, b"GET / HTTP/1.1\r\nHost: local"),
        Dripping(instance, f"POST /m/{slug}/send/ HTTP/1.1\r\nHost: localhost\r\n{form}".encode()),
        Dripping(instance, f"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\n{form}".encode()),
        Dripping(instance, f"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\nCookie: session=x\r\n{form}".encode()),
        Dripping(instance, f"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\nCookie: session=x\r\n{upload}".encode(), 4),
    ]
    waited: dict[str, list[float]] = {f"/m/{slug}/": [], "/sign-in/": []}

    for _ in range(13):
        for drip in drips:
            drip.drip()
        for path, seconds in waited.items():
            seconds.append(timed(instance.get, path))
        time.sleep(0.8)

    assert max(map(max, waited.values())) < _LONGEST
    heads, *bodies = drips
    assert heads.connections == [] and max(heads.closed_after) < 8
    assert all(drip.connections == [] and max(drip.closed_after) < 14 for drip in bodies)

    Dripping(instance, f"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\n{form}".encode())
    assert instance.stop() < 10


@pytest.mark.slow
def test_slow_readers_hold_up_nobody(served: tuple[Instance, str]) -> None:
    instance, slug = served
    lazy = [instance.connect() for _ in range(MANY)]
    for place, connection in enumerate(lazy):
        path = f"/m/{slug}/" if place % 2 else "/sign-in/"
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode() * 20)

    waited = [timed(instance.get, path) for _ in range(10) for path in (f"/m/{slug}/", "/sign-in/")]

    for connection in lazy:
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)
    assert max(waited) < _LONGEST


@pytest.mark.slow
def test_whoever_goes_away_leaves_nothing_behind(served: tuple[Instance, str]) -> None:
    instance, _ = served

    def come_and_go() -> None:
        for _ in range(40):
            with instance.connect() as connection:
                connection.sendall(b"GET /sign-in/ HTTP/1.1\r\nHost: localhost\r\n\r\n")

    visitors = [threading.Thread(target=come_and_go) for _ in range(4)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()

    assert instance.get("/sign-in/").status == 200
    assert "Traceback" not in instance.log()
    assert instance.stop() < 10


def timed(ask: Callable[[str], object], path: str) -> float:
    """The seconds that an answer takes."""
    began = time.monotonic()
    ask(path)
    return time.monotonic() - began
