"""Snowdrop itself: a memorial made once, a fresh copy of its data for every run, and checks of what is measured."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from bench.figures import NotMeasured
from bench.servers import Answer, Server, ask, free_port, run_once, serving

STORED: Final = "SELECT count(*) FROM comfort_comfort"
MESSAGES: Final = 50
ENCODING: Final = "Accept-Encoding: gzip, deflate, br"
BODY: Final = "once={once}&kind=words&words={words}{run}+{n}&name=Guest+{n}&relation=&reach=&language=en"
_FULL: Final = 2  # sqlite.org/pragma.html#pragma_synchronous
_ASK_SYNCHRONOUS: Final = (
    "import django; django.setup(); from django.db import connection; cursor = connection.cursor();"
    "print(cursor.execute('PRAGMA synchronous').fetchone()[0])"
)


@dataclass(frozen=True, slots=True)
class Memorial:
    """The memorial that the load goes to: the addresses of its page and of its form."""

    address: str
    send: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A migrated data folder that holds the memorial, never served itself, and what its page weighs over the wire."""

    folder: Path
    memorial: Memorial
    page_bytes: int


@dataclass(frozen=True, slots=True)
class Snowdrop:
    """Snowdrop answering on loopback, its memorial and the file that holds its rows."""

    server: Server
    memorial: Memorial
    database: Path

    @property
    def page(self) -> str:
        """The whole address of the hot page."""
        return self.server.address + self.memorial.address

    @property
    def form(self) -> str:
        """The whole address of the hot form."""
        return self.server.address + self.memorial.send


def prepare(folder: Path, *, messages: int = MESSAGES, others: int = 0) -> Prepared:
    """Migrate a new data folder, make the memorial in it, and measure its compressed page. About ten seconds.

    With more messages it takes 15 s for each hundred thousand; `others` are other memorials beside it.
    """
    data = folder / "prepared"
    data.mkdir()
    run_once(console("migrate"), _environment(data), folder / "migrate.log")
    make = console("bench-memorial", "--messages", str(messages), "--others", str(others))
    memorial = read_memorial(run_once(make, _environment(data), folder / "memorial.log", 300 + messages / 1000))
    _check_synchronous(data, folder)
    trial = folder / "trial"
    with snowdrop(Prepared(data, memorial, 0), trial) as served:
        size = len(check_page(served).body)
    return Prepared(data, memorial, size)


@contextmanager
def snowdrop(prepared: Prepared, folder: Path) -> Iterator[Snowdrop]:
    """Serve a fresh copy of the prepared data from `folder`."""
    shutil.copytree(prepared.folder, folder / "data")
    os.sync()  # else a large copy is still on its way to the disk while submissions wait for the same disk
    port = free_port()
    command = console("serve", "--port", str(port))
    path = prepared.memorial.address
    with serving(command, _environment(folder / "data"), port, folder / "snowdrop.log", path) as server:
        yield Snowdrop(server, prepared.memorial, folder / "data" / "snowdrop.sqlite3")


def check_page(served: Snowdrop) -> Answer:
    """The hot page, once it is certain that it is whole, compressed, and carries a validator that works."""
    name, _, value = ENCODING.partition(": ")
    answer = ask(served.page, {name: value})
    missing = [field for field in ("content-encoding", "etag") if field not in answer.headers]
    if answer.status != 200 or missing:
        raise NotMeasured(f"The page answered with status {answer.status}, without: {', '.join(missing) or 'nothing'}.")
    shown = count_messages(answer.decompressed().decode())
    if shown < MESSAGES:
        raise NotMeasured(f"The page shows {shown} messages instead of {MESSAGES}.")
    again = ask(served.page, {name: value, "If-None-Match": answer.headers["etag"]})
    if again.status != 304 or again.body:
        raise NotMeasured(f"The page's own validator was answered with status {again.status} instead of 304.")
    return answer


def check_form(served: Snowdrop) -> None:
    """One submission must be received, and the answer must lead to its own address."""
    once = f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(16)}"
    words = {"once": once, "kind": "words", "words": "We are thinking of you.", "name": "Guest", "language": "en"}
    body = urlencode({**words, "relation": "", "reach": ""}).encode()
    answer = ask(served.form, {"Content-Type": "application/x-www-form-urlencoded"}, body)
    if (answer.status, answer.headers.get("location")) != (303, f"/sent/{once}/"):
        raise NotMeasured(f"A submission was answered with status {answer.status} and not led to its own address.")


def count_messages(page: str) -> int:
    """How many messages a page of HTML shows."""
    return page.count("<article")


def console(*words: str) -> list[str]:
    """A command of Snowdrop."""
    return [sys.executable, "-m", "snowdrop", *words]


def _environment(data: Path) -> Mapping[str, str]:
    """Without the guard of a page under siege: the load comes from one address, with forms that nobody was given."""
    return {"SNOWDROP_DATA": str(data), "SNOWDROP_SIEGE": "off"}


def read_memorial(printed: str) -> Memorial:
    """The addresses that `bench-memorial` prints."""
    for line in reversed(printed.splitlines()):
        if line.startswith("{"):
            made = json.loads(line)
            return Memorial(made["address"], made["send"])
    raise NotMeasured("bench-memorial printed no line about the memorial that it made.")


def _check_synchronous(data: Path, folder: Path) -> None:
    """Ask a connection opened with the serving configuration: its commits must be on disk when they return."""
    environment = {**_environment(data), "DJANGO_SETTINGS_MODULE": "snowdrop.settings"}
    printed = run_once([sys.executable, "-c", _ASK_SYNCHRONOUS], environment, folder / "synchronous.log")
    if printed.split()[-1:] != [str(_FULL)]:
        raise NotMeasured(f"PRAGMA synchronous is {printed.strip()[-20:]!r} instead of {_FULL} (FULL).")
