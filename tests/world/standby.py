"""Two real PostgreSQL, each on a machine of its own: a primary, and a standby that follows it (docs/decisions/0029)."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest

from bench.machine import descent
from tests.world.machines import Machine, as_user

_PATIENCE: Final = 30.0
_CONNECTIONS: Final = 60
_ACCESS: Final = "local all all trust\nhost all all samenet trust\nhost replication all samenet trust\n"
"""Whoever is on the switch is let in, and nobody else can come there."""


@dataclass(slots=True)
class Cluster:
    """One PostgreSQL on a machine. Its processes belong to the user `postgres`."""

    machine: Machine
    folder: Path
    binaries: Path
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def data(self) -> Path:
        """Its folder of data."""
        return self.folder / "data"

    def run(self, program: str, *words: str) -> None:
        """Runs one of the programs of PostgreSQL to its end, there."""
        done = subprocess.run(self._command(program, *words), cwd="/", capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr

    def make(self) -> None:
        """A new one, in which nothing is."""
        options = ["-U", "snowdrop", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"]
        self.run("initdb", "-D", str(self.data), *options)
        (self.data / "pg_hba.conf").write_text(_ACCESS)

    def follow(self, primary: Cluster, *, name: str) -> None:
        """Becomes a copy of the primary that follows it, from now on, under this name."""
        shutil.rmtree(self.data, ignore_errors=True)
        source = f"host={primary.machine.address} user=snowdrop application_name={name}"
        self.run("pg_basebackup", "-D", str(self.data), "-d", source, "-R", "-X", "stream", "-c", "fast", "--no-sync")
        self.start()
        self.wait_for(lambda: self.asked("SELECT count(*) FROM pg_stat_wal_receiver WHERE status = 'streaming'") == 1)

    def start(self) -> None:
        """Starts it, as its own files say: as a primary, or as a standby."""
        options = {
            "listen_addresses": self.machine.address,
            "unix_socket_directories": str(self.folder),
            "max_connections": str(_CONNECTIONS),
        }
        words = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                self._command("postgres", "-D", str(self.data), *words),
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                env={**os.environ, "LC_ALL": "C.UTF-8"},
            )
        self.wait_for(lambda: self.asked("SELECT 1") == 1)

    def wait_for_standby(self, name: str) -> None:
        """From now on nothing is acknowledged that is not on the disk of the standby of this name too."""
        self.ask(f"ALTER SYSTEM SET synchronous_standby_names = '{name}'")
        self.ask("SELECT pg_reload_conf()")

    def promote(self) -> None:
        """Makes a standby the primary, which waits for no other; returns at once."""
        self.ask("ALTER SYSTEM RESET synchronous_standby_names")  # it came with the copy
        self.ask("SELECT pg_reload_conf()")
        self.ask("SELECT pg_promote(false)")

    def kill(self) -> None:
        """Kills every process of it at once (kill -9)."""
        assert self.process
        for pid in descent(self.process.pid):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()

    def end(self) -> None:
        """Ends it if it runs."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()

    def ask(self, question: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """What it answers; over its socket, so from anywhere."""
        with psycopg.connect(host=str(self.folder), user="snowdrop", dbname=database, autocommit=True) as at:
            found = at.execute(question.encode())
            return found.fetchall() if found.description else []

    def asked(self, question: str, database: str = "postgres") -> Any:
        """The one value that it answers; None while it does not answer."""
        with suppress(psycopg.Error):
            return self.ask(question, database)[0][0]
        return None

    def wait_for(self, come_true: Callable[[], Any]) -> None:
        """Returns when something has come true."""
        patience = time.monotonic() + _PATIENCE
        while not come_true():
            assert self.process and self.process.poll() is None, self.log()
            assert time.monotonic() < patience, self.log()
            time.sleep(0.02)

    def log(self) -> str:
        """What it has said."""
        return (self.folder / "log").read_text(errors="replace")[-3000:]

    def _command(self, program: str, *words: str) -> Sequence[str]:
        return [*self.machine.within, *as_user("postgres"), str(self.binaries / program), *words]


@contextmanager
def clusters(*on: Machine) -> Iterator[tuple[Cluster, ...]]:
    """One for each machine, neither made nor started; ended and removed afterwards."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found:
        pytest.skip("PostgreSQL is not installed")
    user = pwd.getpwnam("postgres")
    folders = [Path(tempfile.mkdtemp(prefix="snowpg")) for _ in on]  # short: the path of a socket holds 107 bytes
    made = tuple(Cluster(machine, folder, found[-1]) for machine, folder in zip(on, folders, strict=True))
    try:
        for folder in folders:
            os.chown(folder, user.pw_uid, user.pw_gid)
        yield made
    finally:
        for cluster in made:
            cluster.end()
            shutil.rmtree(cluster.folder, ignore_errors=True)


@contextmanager
def a_pair(primary: Machine, standby: Machine, *, synchronous: bool = True) -> Iterator[tuple[Cluster, Cluster]]:
    """A primary and the standby that follows it; unless told otherwise nothing is acknowledged that only one has."""
    with clusters(primary, standby) as (first, second):
        first.make()
        first.start()
        first.ask("CREATE DATABASE snowdrop")
        second.follow(first, name="standby")
        if synchronous:
            first.wait_for_standby("standby")
            first.wait_for(lambda: first.asked("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'"))
        yield first, second
