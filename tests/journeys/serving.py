"""The real thing, served from a data folder of its own: front, web and worker, as operators start them."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from typing import Final
from urllib.error import URLError
from urllib.request import urlopen

from tests.world.instance import ROOT, free_port

PATIENCE: Final = 120.0
"""Seconds until it must answer; a small computer that makes its keys and tables needs a few."""

PATIENCE_FOR_MAIL: Final = 30.0
"""Seconds until a mail must have come: it waits for a reader of the journal and for the outbox, on a busy machine."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where it listens, and where its data lies."""

    address: str
    data: Path

    def told(self) -> list[str]:
        """The paths that `snowdrop run` names for whoever wants to look: a public page, a private link, a draft."""
        return re.findall(rf"^ +{re.escape(self.address)}(/\S+)$", self.log(), re.MULTILINE)

    def log(self) -> str:
        """What its processes have said so far."""
        return (self.data / "server.log").read_text(errors="replace")

    def mailed_code(self, email: str) -> str:
        """The newest code that was mailed to this address, as it stands in the mail."""
        return self.mailed(email, r"\b\d{4}-?\d{4}\b")

    def mailed(self, email: str, pattern: str) -> str:
        """What the newest mail to this address says that looks like this."""
        until = time.monotonic() + PATIENCE_FOR_MAIL
        while time.monotonic() < until:
            for path in sorted((self.data / "mail").glob("*.eml"), reverse=True):
                try:
                    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
                except FileNotFoundError:  # the oldest is let go of at any moment
                    continue
                body = mail.get_body(("plain",))
                found = re.search(pattern, body.get_content() if body else "")
                if found and str(mail["To"]) == email:
                    return found.group()
            time.sleep(0.05)
        raise LookupError(f"No mail with {pattern} came for {email}.")

    def says(self, module: str, *words: str) -> str:
        """What one of our modules says when it is run beside the server, on its data."""
        run = subprocess.run(
            [sys.executable, "-m", module, *words],
            cwd=ROOT,
            env=environment(self.address, self.data),
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode:
            raise RuntimeError(run.stderr)
        return run.stdout


def environment(address: str, data: Path) -> dict[str, str]:
    """The settings of a server for one run: nothing of the machine's own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SNOWDROP_")}
    settings = {"SNOWDROP_ADDRESS": address, "SNOWDROP_DATA": str(data), "SNOWDROP_DEVELOPING": "yes"}
    return kept | settings | {"SNOWDROP_LEAVE_TO": elsewhere(address)}


def elsewhere(address: str) -> str:
    """Where leaving leads: for a browser another site, which answers without a network."""
    return address.replace("localhost", "127.0.0.1") + "/about/"


@contextmanager
def served() -> Iterator[Server]:
    """The README's first command, with the demo story, until the block ends; then every process of it has ended."""
    with tempfile.TemporaryDirectory(prefix="snowdrop-journeys-") as folder:
        port = free_port()
        server = Server(f"http://localhost:{port}", Path(folder))
        settings = environment(server.address, server.data)
        log = server.data / "server.log"
        with open(log, "wb") as out:
            command = [sys.executable, "-m", "snowdrop", "run", "--host", "127.0.0.1", "--port", str(port)]
            process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=out, stderr=subprocess.STDOUT)
        try:
            _wait_for(server, process, log)
            yield server
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_for(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with urlopen(f"{server.address}/about/", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"The server did not answer.\n{log.read_text(errors='replace')[-4000:]}")
