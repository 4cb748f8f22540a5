"""Sends load with wrk, over loopback only, bounded in time, and reads what it saw."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from bench.figures import NotMeasured
from bench.servers import started

_SCRIPTS: Final = Path(__file__).parent / "lua"
_MARK: Final = "FIGURES "
_GRACE_SECONDS: Final = 60.0


@dataclass(frozen=True, slots=True)
class Reading:
    """GET one address as often as it is answered. `headers` are "Name: value" lines."""

    url: str
    connections: int
    seconds: int
    headers: Sequence[str] = ()

    def environment(self) -> dict[str, str]:
        """What lua/get.lua reads."""
        return {"LOAD_HEADERS": "\n".join(self.headers)}

    def script(self) -> Path:
        """The wrk script that sends this."""
        return _SCRIPTS / "get.lua"


@dataclass(frozen=True, slots=True)
class Sending:
    """POST one new message per request. `body` is a template (see lua/post.lua); `pause_ms` paces each connection."""

    url: str
    connections: int
    seconds: int
    body: str
    content_type: str = "application/x-www-form-urlencoded"
    pause_ms: int | None = None

    def environment(self) -> dict[str, str]:
        """What lua/post.lua reads."""
        settings = {"LOAD_BODY": self.body, "LOAD_TYPE": self.content_type, "LOAD_RUN": secrets.token_hex(4)}
        pause = {} if self.pause_ms is None else {"LOAD_PAUSE_MS": str(self.pause_ms)}
        return {**settings, **pause, "LOAD_SEED": str(secrets.randbelow(2**31))}

    def script(self) -> Path:
        """The wrk script that sends this."""
        return _SCRIPTS / "post.lua"


Load = Reading | Sending


@dataclass(frozen=True, slots=True)
class Seen:
    """What wrk saw. `answered`: status below 400; `errors`: other statuses, broken connections, late answers."""

    answered: int
    errors: int
    seconds: float
    p50_ms: float
    p99_ms: float
    bytes_each: int

    @property
    def rate(self) -> float:
        """Answered requests per second."""
        return round(self.answered / self.seconds, 1)


@dataclass(frozen=True, slots=True)
class Sent:
    """A load that is under way."""

    process: subprocess.Popen[bytes]
    load: Load
    log: Path

    def seen(self) -> Seen:
        """Wait for its end (the load's seconds and one minute at most) and read its figures."""
        try:
            self.process.wait(self.load.seconds + _GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            raise NotMeasured(f"wrk did not end by itself after {self.load.seconds} s.") from None
        return read_figures(self.log.read_text(errors="replace"))


@contextmanager
def sending(load: Load, folder: Path) -> Iterator[Sent]:
    """Begin a load; it has ended when the block ends. `folder` takes wrk's output."""
    if urlsplit(load.url).hostname != "127.0.0.1":
        raise NotMeasured(f"{load.url} is not on loopback; load is sent to this machine only.")
    log = folder / f"wrk-{secrets.token_hex(4)}.log"
    settings = {**load.environment(), "LOAD_FOLDER": str(_SCRIPTS)}
    with started(_command(load), settings, log) as process:
        yield Sent(process, load, log)


def press(load: Load, folder: Path) -> Seen:
    """Send a load to its end."""
    with sending(load, folder) as sent:
        return sent.seen()


def read_figures(printed: str) -> Seen:
    """Read the line that lua/report.lua prints."""
    lines = [line for line in printed.splitlines() if line.startswith(_MARK)]
    if not lines:
        raise NotMeasured(f"wrk printed no figures: {printed.strip()[-300:]}")
    figures = json.loads(lines[-1].removeprefix(_MARK))
    requests, refused = figures["requests"], figures["refused"]
    if requests == refused:
        raise NotMeasured(f"Not one of {requests} requests was answered well.")
    return Seen(
        answered=requests - refused,
        errors=refused + figures["broken"] + figures["late"],
        seconds=figures["seconds"],
        p50_ms=figures["p50_ms"],
        p99_ms=figures["p99_ms"],
        bytes_each=round(figures["bytes"] / requests),
    )


def have_wrk() -> None:
    """Make sure that wrk is there: installed when this runs as root on Debian, else refused with a sentence."""
    if shutil.which("wrk"):
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        command = ["apt-get", "install", "-y", "-q", "--no-install-recommends", "wrk"]
        subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=300, check=False)
    if not shutil.which("wrk"):
        raise NotMeasured("The load generator wrk is not installed. On Debian: apt-get install wrk")


def _command(load: Load) -> list[str]:
    size = ["-t", "1", "-c", str(load.connections), "-d", f"{load.seconds}s", "--timeout", "30s"]
    return ["wrk", *size, "--latency", "-s", str(load.script()), load.url]
