"""A real PostgreSQL on a unix socket, for tests in which an instance changes its database."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest

from bench.machine import descent

_SCRIPT: Final = Path(__file__).resolve().parents[2] / "scripts" / "postgres.py"


@dataclass(slots=True)
class Server:
    """The server, by the folder of its socket."""

    folder: str
    options: tuple[str, ...] = ()
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def new_database(self) -> str:
        """Makes an empty one; returns its address, as the setting has it."""
        name = f"one{next(self._numbers)}"
        with psycopg.connect(host=self.folder, user="snowdrop", dbname="postgres", autocommit=True) as at:
            at.execute(f"CREATE DATABASE {name}".encode())
        return f"postgresql://snowdrop@/{name}?host={self.folder}"

    @property
    def postmaster(self) -> int:
        """The process that all others of it descend from."""
        return int(Path(self.folder, "data", "postmaster.pid").read_text().splitlines()[0])

    @property
    def backends(self) -> list[int]:
        """The processes that answer somebody who is connected."""
        return [pid for pid in descent(self.postmaster)[1:] if b"[local]" in _title(pid)]

    def end(self, number: int = signal.SIGKILL) -> None:
        """Ends it: at once, or as it does for this signal (SIGINT: what is open is broken off)."""
        first = self.postmaster
        if number == signal.SIGKILL:
            os.kill(first, signal.SIGSTOP)  # so that it begins no other meanwhile
        family = descent(first)
        for pid in family if number == signal.SIGKILL else [first]:
            with suppress(ProcessLookupError):
                os.kill(pid, number)
        patience = time.monotonic() + 20
        while any(Path(f"/proc/{pid}").exists() for pid in family):
            assert time.monotonic() < patience, "PostgreSQL goes on."
            time.sleep(0.02)

    def start_again(self) -> None:
        """Starts it on the data that are there; returns when it answers."""
        subprocess.run([sys.executable, _SCRIPT, "again", self.folder, _programs(), *self.options], check=True)


def _title(pid: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def _programs() -> str:
    """The folder of the programs of PostgreSQL; "" where there are none."""
    return str(max(Path("/usr/lib/postgresql").glob("*/bin"), default=""))


def asked(url: str, question: str) -> list[tuple[Any, ...]]:
    """What a database answers to a question or an order."""
    with psycopg.connect(url) as at:
        found = at.execute(question.encode())
        return found.fetchall() if found.description else []


@contextmanager
def a_postgresql(*options: str) -> Iterator[Server]:
    """A server of one's own, ended afterwards; without the programs of PostgreSQL the test is left out.

    `options` (name=value) come after those of scripts/postgres.py, which make it quick and careless.
    """
    if not _programs():
        pytest.skip("PostgreSQL is not installed")
    script = [sys.executable, str(_SCRIPT)]
    started = subprocess.run([*script, "start", _programs(), *options], capture_output=True, text=True, check=True)
    folder = started.stdout.strip()
    try:
        yield Server(folder, options)
    finally:
        subprocess.run([*script, "stop", folder], check=True)
