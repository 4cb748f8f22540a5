"""A whole instance for tests: its own data, the real `snowdrop serve`, and people who ask it things."""

from __future__ import annotations

import atexit
import http.client
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import IO, Any, Final
from urllib.parse import urlencode

from bench.machine import descent

ROOT: Final = Path(__file__).resolve().parents[2]
_PATIENCE: Final = 30.0
_PEOPLE: Final = "import django; django.setup(); from tests.world import acts; acts.do_as_asked()"


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back: the status, the header fields by lower-case name, the body as it was sent."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(slots=True)
class Instance:
    """One instance in a folder of its own; `serving` starts it and ends it.

    Its programs run behind the words `within` (tests/world/machines.py), and it listens at `host`.
    """

    data: Path
    port: int = 0
    settings: Mapping[str, str] = field(default_factory=dict)
    host: str = "127.0.0.1"
    within: Sequence[str] = ()
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    _people: subprocess.Popen[str] | None = field(default=None, repr=False)
    # In no folder of the instance: a restore wants an empty one, and the doctor looks at every file.
    _complaints: IO[bytes] = field(default_factory=tempfile.TemporaryFile, repr=False)

    @property
    def environment(self) -> dict[str, str]:
        """What its processes are started with. Tests send by the hundred what no browser was given (front/siege.py).

        They keep their bytecode, whatever the shell says: without it each of hundreds compiles everything anew.
        """
        apart = ("SNOWDROP_", "DJANGO_", "PYTHONDONTWRITEBYTECODE")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(apart)}
        ours = {"SNOWDROP_DATA": str(self.data), "DJANGO_SETTINGS_MODULE": "snowdrop.settings"}
        return {**kept, **ours, "SNOWDROP_SIEGE": "off", **self.settings}

    def command(self, *words: str) -> str:
        """Runs one `snowdrop` command to its end and returns what it printed."""
        done = subprocess.run(
            [*self.within, sys.executable, "-m", "snowdrop", *words],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def act(self, *words: str) -> Any:
        """Lets somebody do something there (tests/world/acts.py); returns what they came back with."""
        if self._people is None:
            self._people = subprocess.Popen(
                [*self.within, sys.executable, "-c", _PEOPLE],
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._complaints,
                text=True,
            )
        assert self._people.stdin and self._people.stdout
        self._people.stdin.write(json.dumps(words) + "\n")
        self._people.stdin.flush()
        said = self._people.stdout.readline()
        assert said, self._complained()
        return json.loads(said)

    def _complained(self) -> str:
        self._complaints.seek(0)
        return self._complaints.read().decode(errors="replace")[-3000:]

    def start(self, *, wait_for: str = "/") -> None:
        """Starts serving; returns when `wait_for` is answered."""
        self.port = self.port or free_port()
        with (self.data / "serve.log").open("ab") as log:
            self.process = subprocess.Popen(
                [
                    *self.within,
                    sys.executable,
                    "-m",
                    "snowdrop",
                    "serve",
                    "--host",
                    self.host,
                    "--port",
                    str(self.port),
                ],
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.wait_until_answered(wait_for)

    def wait_until_answered(self, path: str) -> None:
        """Returns when the path is answered with anything but a failure."""
        patience = time.monotonic() + _PATIENCE
        while time.monotonic() < patience:
            assert self.process and self.process.poll() is None, self.log()
            with suppress(OSError, http.client.HTTPException):
                if self.get(path).status < 500:
                    return
            time.sleep(0.02)
        raise AssertionError(f"{path} was not answered.\n{self.log()}")

    def wait_for(self, come_true: Callable[[], bool], *, patience: float = _PATIENCE) -> None:
        """Returns when something has come true, after so many seconds at the latest."""
        patience += time.monotonic()
        while not come_true():
            assert time.monotonic() < patience, f"It did not come true.\n{self.log()}"
            time.sleep(0.05)

    def stop(self, number: int = signal.SIGTERM) -> float:
        """Asks it to end; returns the seconds that this took. Nothing of it is left afterwards."""
        assert self.process
        began = time.monotonic()
        family = descent(self.process.pid)
        with suppress(ProcessLookupError):
            self.process.send_signal(number)
        try:
            self.process.wait(20)
        finally:
            for pid in family:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            self.process.wait()
        return time.monotonic() - began

    def get(self, path: str, headers: Mapping[str, str] | None = None, *, method: str = "GET") -> Answered:
        """Asks for a page."""
        return self._exchange(method, path, headers or {}, None)

    def post(self, path: str, fields: Mapping[str, str] | bytes, headers: Mapping[str, str] | None = None) -> Answered:
        """Sends a form."""
        body = fields if isinstance(fields, bytes) else urlencode(fields).encode()
        said = {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
        return self._exchange("POST", path, said, body)

    def end(self) -> None:
        """Ends everything of it that still runs."""
        if self.process and self.process.poll() is None:
            self.stop()
        if self._people:
            self._people.kill()
            self._people.wait()
            self._people = None

    def connect(self) -> socket.socket:
        """A bare connection, for clients that do not behave."""
        return socket.create_connection((self.host, self.port), timeout=30)

    def log(self) -> str:
        """What its processes have said."""
        path = self.data / "serve.log"
        return path.read_text(errors="replace")[-4000:] if path.exists() else ""

    def _exchange(self, method: str, path: str, headers: Mapping[str, str], body: bytes | None) -> Answered:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        try:
            connection.request(method, path, body, dict(headers))
            response = connection.getresponse()
            named: dict[str, str] = {}
            for name, value in response.getheaders():
                named[name.lower()] = ", ".join(filter(None, (named.get(name.lower()), value)))
            return Answered(response.status, named, response.read())
        finally:
            connection.close()


def a_form(**given: str) -> dict[str, str]:
    """A form as a browser sends it, in order unless `given` says otherwise; no server handed its token out.

    So it needs no settings: who sends may be a program that has none.
    """
    once = f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(16)}"
    plain = {"once": once, "kind": "words", "words": "Thinking of you.", "name": "A neighbour"}
    return {**plain, "relation": "", "reach": "", "language": "en", **given}


def free_port() -> int:
    """A port on loopback on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@cache
def _migrated() -> Path:
    """A data folder in which nothing is but tables and keys: made once in a run, for making it takes seconds."""
    made = tempfile.TemporaryDirectory(prefix="snowdrop-migrated-")
    atexit.register(made.cleanup)
    Instance(Path(made.name)).command("migrate")
    return Path(made.name)


@contextmanager
def an_instance(folder: Path, **settings: str) -> Iterator[Instance]:
    """A migrated instance in this folder, with other settings; whatever of it still runs at the end is ended."""
    instance = Instance(folder, settings=settings)
    if {"SNOWDROP_DATABASE", "SNOWDROP_KEYS", "SNOWDROP_KEYS_S3"} & settings.keys():
        instance.command("migrate")
    else:
        shutil.copytree(_migrated(), folder, dirs_exist_ok=True)
    try:
        yield instance
    finally:
        instance.end()
