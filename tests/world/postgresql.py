"""A real PostgreSQL on a unix socket, for tests in which an instance changes its database."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest

_SCRIPT: Final = Path(__file__).resolve().parents[2] / "scripts" / "postgres.py"


@dataclass(slots=True)
class Server:
    """The server, by the folder of its socket."""

    folder: str
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def new_database(self) -> str:
        """Makes an empty one; returns its address, as the setting has it."""
        name = f"one{next(self._numbers)}"
        with psycopg.connect(host=self.folder, user="snowdrop", dbname="postgres", autocommit=True) as at:
            at.execute(f"CREATE DATABASE {name}".encode())
        return f"postgresql://snowdrop@/{name}?host={self.folder}"


def asked(url: str, question: str) -> list[tuple[Any, ...]]:
    """What a database answers to a question or an order."""
    with psycopg.connect(url) as at:
        found = at.execute(question.encode())
        return found.fetchall() if found.description else []


@contextmanager
def a_postgresql() -> Iterator[Server]:
    """A server of one's own, ended afterwards; without the programs of PostgreSQL the test is left out."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found:
        pytest.skip("PostgreSQL is not installed")
    script = [sys.executable, str(_SCRIPT)]
    started = subprocess.run([*script, "start", str(found[-1])], capture_output=True, text=True, check=True)
    folder = started.stdout.strip()
    try:
        yield Server(folder)
    finally:
        subprocess.run([*script, "stop", folder], check=True)
