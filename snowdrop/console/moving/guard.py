"""What keeps two databases from being served in turn: nothing is served while it moves, from where it left, or half."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.conf import settings

from snowdrop.console.moving.sides import CannotMove, is_there, name_of, side

_LOCK: Final = "serving.lock"
_NOTE: Final = "moved.json"


class NotServed(SystemExit):
    """Nothing is served from this database; the sentence says why, and what to do."""


@contextmanager
def kept_from_moving() -> Iterator[None]:
    """For as long as something is served. Raises NotServed.

    The processes that serve are forked within it, and hold the lock as long as one of them lives.
    """
    with _lock(fcntl.LOCK_SH) as alone:
        if not alone:
            raise NotServed("The database is being moved (move-to). Serve again when that has ended.")
        _refuse_what_was_left()
        _refuse_half()
        yield


@contextmanager
def kept_from_serving() -> Iterator[None]:
    """For as long as it moves. Raises CannotMove."""
    with _lock(fcntl.LOCK_EX) as alone:
        if not alone:
            raise CannotMove(
                "Snowdrop is being served from here, and what people send meanwhile would be lost. Stop it first"
                " (systemctl stop, or Ctrl-C); until it serves again, the server in front tells people to come back."
            )
        yield


def note_that_it_left(source: str, target: str) -> None:
    """So that nobody goes on with the old database by mistake, where nothing newer is; on disk when it returns."""
    unfinished = _note().with_suffix(".new")
    with unfinished.open("w") as file:
        json.dump({"from": source, "to": target}, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(unfinished, _note())


def _refuse_what_was_left() -> None:
    if not _note().exists():
        return
    note, here = json.loads(_note().read_text()), settings.SNOWDROP
    if note["from"] == name_of(here.database, here.data):
        raise NotServed(
            f"This instance was moved from {note['from']} to {note['to']}. Set SNOWDROP_DATABASE to where it is now, or"
            f" leave it out for the embedded database. To go on with the old one, and without all that was kept in the"
            f" new one, remove {_note()}."
        )


def _refuse_half() -> None:
    """A database that cannot be reached at this moment holds up nothing: it is asked for again with each request."""
    here = settings.SNOWDROP
    if not is_there(here.database, here.data):
        return
    try:
        asked = side(here.database, here.data)
    except CannotMove:
        return
    try:
        half = asked.marked() is not None
    finally:
        asked.close()
    if half:
        raise NotServed(
            f"{asked.name} is a copy that is not finished. Serve from the database that it is copied from, and run"
            " move-to again."
        )


def _note() -> Path:
    return Path(settings.SNOWDROP.data) / _NOTE


@contextmanager
def _lock(how: int) -> Iterator[bool]:
    with open(Path(settings.SNOWDROP.data) / _LOCK, "a") as file:
        try:
            fcntl.flock(file, how | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
