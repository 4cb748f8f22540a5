"""Whether files are for this user alone, keys lie apart from data, and there is room (trust.md A8, C2, T29)."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.conf import settings

from snowdrop.console.doctor.findings import Finding
from snowdrop.ground.room import has_room

_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
_ROOM: Final = 1024 * 1024 * 1024
"""Twice of what is left free for everything else when photographs are refused (media/store.py)."""


def look() -> Iterator[Finding]:
    """Who may read what, and where the keys lie."""
    here = settings.SNOWDROP
    for path in _private(here.data, here.keys):
        yield from _look_at(path)
    if not here.developing:
        yield from _look_whether_apart(here.data, here.keys)


def look_for_room() -> Iterator[Finding]:
    """Whether there is room for more."""
    folder = settings.SNOWDROP.data
    if not has_room(folder, spare_bytes=_ROOM):
        yield Finding(
            f"Less than {_ROOM // 2**30} GB is free where {folder} lies. Soon nothing new is taken in.",
            "Make room, or move the folder to a larger disk. What is kept stays safe meanwhile.",
        )


def _private(data: Path, keys: Path) -> Iterator[Path]:
    """The folders, everything at their top, all keys, and the secrets of buckets."""
    for folder in (data, keys):
        if folder.is_dir():
            yield folder
    if data.is_dir():
        yield from (path for path in data.iterdir() if path != Path(settings.STATIC_ROOT) and path != keys)
    if keys.is_dir():
        yield from keys.rglob("*")
    buckets = (settings.SNOWDROP.media_bucket, settings.SNOWDROP.keys_bucket)
    yield from (bucket.secret_file for bucket in buckets if bucket)


def _look_at(path: Path) -> Iterator[Finding]:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return  # it went meanwhile
    if stat.S_ISLNK(found.st_mode):
        return
    if found.st_uid != os.geteuid():
        yield Finding(
            f"{path} does not belong to the user who runs Snowdrop.",
            f"Run as that user: chown --recursive USER {path}. Call the doctor as the user who runs Snowdrop, too.",
        )
    if found.st_mode & _OTHERS:
        yield Finding(f"Other users of this computer may open {path}.", f"Run: chmod go= {path}")


def _look_whether_apart(data: Path, keys: Path) -> Iterator[Finding]:
    apart = "Move it (not inside the other, and not into a checkout), set {name}, and back both up apart."
    if keys.is_relative_to(data):
        yield Finding(
            f"The folder of keys, {keys}, lies inside the folder of data. A backup of the data then opens everything,"
            " also what was deleted.",
            apart.format(name="SNOWDROP_KEYS"),
        )
    elif data.is_relative_to(keys):
        yield Finding(
            f"The folder of data, {data}, lies inside the folder of keys.", apart.format(name="SNOWDROP_DATA")
        )
    if any((folder / ".git").exists() for folder in (keys, *keys.parents)):
        yield Finding(
            f"The folder of keys, {keys}, lies inside a checkout, from where it may be published by mistake.",
            apart.format(name="SNOWDROP_KEYS"),
        )
