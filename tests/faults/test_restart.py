"""The server begins anew, or ends, while people read and send: in under ten seconds, and none of them sees an error."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

import pytest

from tests.world.instance import ROOT, Instance, a_form

PEOPLE = 12
"""Of whom every third sends, every third reads a page of Django's, and the others read from memory."""


@dataclass(slots=True)
class Person(threading.Thread):
    """Asks again and again over one connection; as browsers do, a new one is opened where the server said it ends."""

    instance: Instance
    path: str
    sends: bool = False
    over: threading.Event = field(default_factory=threading.Event)
    errors: list[str] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        threading.Thread.__init__(self, daemon=True)

    __hash__ = threading.Thread.__hash__

    def run(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.instance.port, timeout=20)
        while not self.over.is_set():
            began = time.monotonic()
            try:
                self._ask(connection)
            except (OSError, http.client.HTTPException) as failure:
                self.errors.append(repr(failure))
                connection.close()
            self.waited.append(time.monotonic() - began)
            time.sleep(0.01)
        connection.close()

    def _ask(self, connection: http.client.HTTPConnection) -> None:
        form = a_form()
        if self.sends:
            kind = {"Content-Type": "application/x-www-form-urlencoded"}
            connection.request("POST", self.path, urlencode(form), kind)
        else:
            connection.request("GET", self.path)
        answer = connection.getresponse()
        answer.read()
        if answer.status >= 400:
            self.errors.append(f"{answer.status} {self.path}")
        elif self.sends:
            self.kept.append(form["once"])


def people(instance: Instance, slug: str) -> list[Person]:
    ways = [(f"/m/{slug}/", False), (f"/m/{slug}/send/", True), ("/sign-in/", False)]
    return [Person(instance, *ways[number % 3]) for number in range(PEOPLE)]


def restart(instance: Instance) -> float:
    """`snowdrop restart`; the seconds that it says it took, from being asked to the first answer."""
    command = [sys.executable, "-m", "snowdrop", "restart"]
    done = subprocess.run(command, cwd=ROOT, env=instance.environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr + instance.log()
    return float(done.stdout.rpartition(" in ")[2].split()[0])


@pytest.mark.slow
def test_it_begins_anew_under_load_and_nobody_sees_an_error(served: tuple[Instance, str]) -> None:
    instance, slug = served
    assert instance.process
    process, everybody = instance.process.pid, people(instance, slug)
    for person in everybody:
        person.start()
    time.sleep(1)

    took = restart(instance)

    time.sleep(1)
    for person in everybody:
        person.over.set()
    for person in everybody:
        person.join()
    kept = [once for person in everybody for once in person.kept]
    assert [error for person in everybody for error in person.errors] == []
    assert took < 10 and max(max(person.waited) for person in everybody) < 10
    assert instance.process.poll() is None and instance.process.pid == process
    assert instance.act("kept", *kept)["words"].keys() == set(kept)
    assert instance.stop() < 10


@pytest.mark.slow
def test_whoever_reads_or_sends_slowly_does_not_hold_up_the_next_beginning(served: tuple[Instance, str]) -> None:
    instance, slug = served
    lazy = [instance.connect() for _ in range(20)]
    for connection in lazy:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall(f"GET /m/{slug}/ HTTP/1.1\r\nHost: localhost\r\n\r\n".encode() * 50)
    dripping = [instance.connect() for _ in range(20)]
    form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nonce="
    for connection in dripping:
        connection.sendall(f"POST /m/{slug}/send/ HTTP/1.1\r\nHost: localhost\r\n{form}".encode())

    assert restart(instance) < 10

    assert instance.get(f"/m/{slug}/").status == 200
    for connection in (*lazy, *dripping):
        connection.close()


@pytest.mark.slow
def test_a_socket_that_was_handed_over_is_served_as_systemd_does_it(prepared: tuple[Instance, str]) -> None:
    instance, _ = prepared
    with socket.create_server(("127.0.0.1", 0), backlog=128) as place:
        instance.port = place.getsockname()[1]
        early = instance.connect()
        early.sendall(b"GET /help/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        number = place.fileno()
        handing = (
            "import os, sys; os.dup2(int(sys.argv[1]), 3); os.set_inheritable(3, True);"
            "os.environ |= {'LISTEN_PID': str(os.getpid()), 'LISTEN_FDS': '1'};"
            "os.execv(sys.executable, [sys.executable, '-m', 'snowdrop', 'serve', '--port', '1'])"
        )
        with (instance.data / "serve.log").open("ab") as log:
            instance.process = subprocess.Popen(
                [sys.executable, "-c", handing, str(number)],
                cwd=ROOT,
                env=instance.environment,
                pass_fds=[number],
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        first = early.recv(12)
        stopped = instance.stop()

        late = instance.connect()
        assert (first, stopped < 10) == (b"HTTP/1.1 200", True)
        late.close()
        early.close()
