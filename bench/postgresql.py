"""Snowdrop on a PostgreSQL of the bench's own whose commits are on disk, by one node or by two."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Final

import psycopg

from bench import machine, snowdrop
from bench.figures import NotMeasured
from bench.servers import ROOT, free_port, run_once, serving
from bench.shares import a_share
from bench.snowdrop import Memorial, Snowdrop

_SCRIPT: Final = [sys.executable, str(ROOT / "scripts" / "postgres.py")]
_ON_DISK: Final = ("fsync=on", "synchronous_commit=on", "full_page_writes=on")
"""As a server of people's has it."""
_DOCUMENT_SECONDS: Final = 30.0


@dataclass(slots=True)
class Server:
    """The server, by the folder of its socket; a database for each run."""

    folder: str
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def process(self) -> int:
        """Its first process."""
        return int(Path(self.folder, "data", "postmaster.pid").read_text().splitlines()[0])

    def url(self, name: str) -> str:
        """The address of one of its databases, as the setting has it."""
        return f"postgresql://snowdrop@/{name}?host={self.folder}"

    def new_database(self, *, like: str = "template0") -> str:
        """Makes one, empty or as another is; returns its name."""
        name = f"run{next(self._numbers)}"
        with psycopg.connect(host=self.folder, user="snowdrop", dbname="postgres", autocommit=True) as at:
            at.execute(f"CREATE DATABASE {name} TEMPLATE {like}".encode())
        return name

    def count(self, name: str, question: str) -> int:
        """What one of them answers to a question for a number."""
        with psycopg.connect(self.url(name)) as at:
            row = at.execute(question.encode()).fetchone()
        return int(row[0]) if row else 0


@contextmanager
def a_server() -> Iterator[Server]:
    """Started with the settings that PostgreSQL comes with; removed at the end."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found:
        raise NotMeasured("PostgreSQL is not installed. On Debian: apt-get install postgresql")
    started = subprocess.run([*_SCRIPT, "start", str(found[-1]), *_ON_DISK], capture_output=True, text=True)
    if started.returncode:
        raise NotMeasured(f"PostgreSQL did not start: {started.stderr.strip()[-200:]}")
    server = Server(started.stdout.strip())
    try:
        if machine.file_system(Path(server.folder)) == "tmpfs":
            raise NotMeasured("The folder for temporary files is in memory, where a commit costs nothing. Set TMPDIR.")
        yield server
    finally:
        subprocess.run([*_SCRIPT, "stop", server.folder], check=True)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A database and a folder of data with the memorial in them, never served themselves."""

    server: Server
    database: str
    folder: Path
    memorial: Memorial


def prepare(server: Server, folder: Path) -> Prepared:
    """Makes them; about twenty seconds."""
    data = folder / "prepared"
    data.mkdir()
    database = server.new_database()
    environment = {"SNOWDROP_DATA": str(data), "SNOWDROP_DATABASE": server.url(database)}
    run_once(snowdrop.console("migrate"), environment, folder / "migrate.log")
    make = snowdrop.console("bench-memorial", "--messages", str(snowdrop.MESSAGES))
    memorial = snowdrop.read_memorial(run_once(make, environment, folder / "memorial.log"))
    return Prepared(server, database, data, memorial)


@dataclass(frozen=True, slots=True)
class Nodes:
    """Nodes that serve one database, each by itself."""

    nodes: Sequence[Snowdrop]
    server: Server
    database: str

    def count(self) -> int:
        """The messages that are kept."""
        return self.server.count(self.database, snowdrop.STORED)


@contextmanager
def nodes(prepared: Prepared, folder: Path, number: int, *, cores: float | None = None) -> Iterator[Nodes]:
    """Serves a fresh copy by so many nodes, each with no more than a share of so many cores if it is said."""
    server = prepared.server
    database = server.new_database(like=prepared.database)
    with ExitStack() as stack:
        served = []
        for name in range(number):
            data = folder / f"node{name}" / "data"
            shutil.copytree(prepared.folder, data)
            port, settings = free_port(), {"SNOWDROP_DATA": str(data), "SNOWDROP_DATABASE": server.url(database)}
            share = stack.enter_context(a_share(cores)) if cores else []
            command = [*share, *snowdrop.console("serve", "--port", str(port))]
            log, path = folder / f"node{name}.log", prepared.memorial.address
            one = stack.enter_context(serving(command, settings, port, log, path))
            served.append(Snowdrop(one, prepared.memorial, data))
        for node in served:
            _wait_for_document(node)
        yield Nodes(served, server, database)


def _wait_for_document(node: Snowdrop) -> None:
    """Each node makes its documents anew at its start."""
    patience = time.monotonic() + _DOCUMENT_SECONDS
    while time.monotonic() < patience:
        try:
            snowdrop.check_page(node)
        except NotMeasured:
            time.sleep(0.1)
        else:
            return
    snowdrop.check_page(node)
