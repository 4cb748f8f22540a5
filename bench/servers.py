"""Starts servers on loopback, waits until they answer, and ends them: every one in a process group of its own."""

from __future__ import annotations

import gzip
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import brotli  # type: ignore[import-untyped]

from bench.figures import NotMeasured

ROOT: Final = Path(__file__).resolve().parents[1]
_START_SECONDS: Final = 60.0
_END_SECONDS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers: its process, the start of its addresses, and the seconds to its first answer."""

    process: int
    address: str
    first_answer: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request got: the status, the header fields by lower-case name, and the body as it came over the wire."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def decompressed(self) -> bytes:
        """The body without its content coding (br, gzip or none)."""
        coding = self.headers.get("content-encoding")
        if coding == "br":
            return bytes(brotli.decompress(self.body))
        return gzip.decompress(self.body) if coding == "gzip" else self.body


def free_port() -> int:
    """A loopback port on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask(url: str, headers: Mapping[str, str] | None = None, body: bytes | None = None) -> Answer:
    """Send one request over its own connection: a POST if there is a body, else a GET. OSError if nobody answers."""
    parts = urlsplit(url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    connection = http.client.HTTPConnection(parts.hostname or "127.0.0.1", parts.port, timeout=30)
    try:
        connection.request("GET" if body is None else "POST", target, body, dict(headers or {}))
        response = connection.getresponse()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
    finally:
        connection.close()


@contextmanager
def started(command: Sequence[str], environment: Mapping[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command in a process group of its own, from the checkout's root; after the block the group has ended."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            _end(process)


@contextmanager
def serving(
    command: Sequence[str], environment: Mapping[str, str], port: int, log: Path, path: str = "/"
) -> Iterator[Server]:
    """Run a server on loopback until the block ends; the block begins once `path` is answered (status below 500)."""
    began = time.monotonic()
    with started(command, environment, log) as process:
        address = f"http://127.0.0.1:{port}"
        _wait_for_answer(process, address + path, log)
        yield Server(process.pid, address, time.monotonic() - began)


def run_once(command: Sequence[str], environment: Mapping[str, str], log: Path, seconds: float = 300.0) -> str:
    """Run a command to its end and return what it printed, errors included. Refused when it fails or takes too long."""
    with started(command, environment, log) as process:
        try:
            status = process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise NotMeasured(f"{' '.join(command)} took longer than {seconds:.0f} s.") from None
    printed = log.read_text(errors="replace")
    if status:
        raise NotMeasured(f"{' '.join(command)} ended with status {status}: {_last_words(printed)}")
    return printed


def granian(interface: str, target: str, port: int) -> list[str]:
    """The command that serves a limit program as Snowdrop's own front is served: granian, one worker, uvloop."""
    options = ["--interface", interface, "--workers", "1", "--loop", "uvloop", "--no-ws"]
    return [sys.executable, "-m", "granian", *options, "--host", "127.0.0.1", "--port", str(port), target]


def _wait_for_answer(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    patience = time.monotonic() + _START_SECONDS
    while time.monotonic() < patience:
        if process.poll() is not None:
            break
        with suppress(OSError, http.client.HTTPException):
            if ask(url).status < 500:
                return
        time.sleep(0.01)
    raise NotMeasured(f"{url} was not answered: {_last_words(log.read_text(errors='replace'))}")


def _last_words(printed: str) -> str:
    return " | ".join(printed.strip().splitlines()[-3:])[-400:] or "nothing was printed."


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask the process to stop, wait, then end whatever is left of its group (its id is that of the process)."""
    with suppress(ProcessLookupError):
        process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(_END_SECONDS)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
