"""Isso, the peer: its own environment, its documented production server, its own database."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.figures import NotMeasured
from bench.servers import ROOT, Server, ask, free_port, run_once, serving

HOME: Final = ROOT / ".bench" / "isso"
PAGE: Final = "/?uri=/full/&limit=50&nested_limit=50"
NEW_PAGE: Final = "/new?uri=/new/"
FULL_PAGE: Final = "/new?uri=/full/"
BODY: Final = '{"author": "Guest {n}", "title": "A page", "text": "{words}{run} {n}"}'
JSON: Final = "application/json"
STORED: Final = "SELECT count(*) FROM comments"
_MESSAGES: Final = 100
_SHOWN: Final = 50
# The guard limits each address to two messages a minute; the load comes from one address, so it is off.
_SETTINGS: Final = """[general]
dbpath = {database}
host = http://127.0.0.1:{port}/
[guard]
enabled = false
"""


@dataclass(frozen=True, slots=True)
class Isso:
    """Isso answering on loopback, and the file that holds its messages."""

    server: Server
    database: Path


def install(folder: Path) -> None:
    """Make the peer's environment under .bench/ from requirements/bench.txt, every file checked against its hash."""
    requirements = ROOT / "requirements" / "bench.txt"
    mark = HOME / "installed-from"
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()
    if mark.exists() and mark.read_text() == digest:
        return
    uv = str(Path(sys.executable).parent / "uv")
    python = str(HOME / "bin" / "python")
    pip = [uv, "pip", "install", "--python", python, "--require-hashes", "-r", str(requirements)]
    run_once([uv, "venv", "--clear", "--python", sys.executable, str(HOME)], {}, folder / "venv.log")
    run_once(pip, {}, folder / "install.log")
    mark.write_text(digest)


@contextmanager
def isso(folder: Path) -> Iterator[Isso]:
    """Serve a new, empty Isso from `folder` as its documentation says: gunicorn, two workers, preloaded."""
    port = free_port()
    database, settings = folder / "isso.sqlite3", folder / "isso.cfg"
    settings.write_text(_SETTINGS.format(database=database, port=port))
    command = [str(HOME / "bin" / "gunicorn"), "-b", f"127.0.0.1:{port}", "-w", "2", "--preload", "isso.run"]
    with serving(command, {"ISSO_SETTINGS": str(settings)}, port, folder / "isso.log", "/info") as server:
        yield Isso(server, database)


def open_page(peer: Isso, path: str, messages: int) -> None:
    """Store `messages` messages on the page behind `path`, the first of which opens it."""
    for number in range(messages):
        words = f"We are thinking of you and your little one. {number} " * 6
        body = json.dumps({"author": f"Guest {number}", "title": "A page", "text": words}).encode()
        answer = ask(peer.server.address + path, {"Content-Type": JSON}, body)
        if answer.status != 201:
            raise NotMeasured(f"Isso answered a message with status {answer.status}.")


def fill_page(peer: Isso) -> None:
    """Store 100 messages on one page and check that a read shows 50 of them."""
    open_page(peer, FULL_PAGE, _MESSAGES)
    answer = ask(peer.server.address + PAGE)
    shown = len(json.loads(answer.body)["replies"]) if answer.status == 200 else 0
    if shown != _SHOWN:
        raise NotMeasured(f"Isso's page shows {shown} messages instead of {_SHOWN} (status {answer.status}).")
