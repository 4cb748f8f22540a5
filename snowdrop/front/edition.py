"""The edition of the program: what it is called on its pages, and every file that could change a page."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from django.conf import settings

import snowdrop

_PARTS_OF_PAGES = (".py", ".html", ".css", ".js", ".svg", ".woff2")


@lru_cache(maxsize=1)
def edition() -> str:
    """Changes with the program, its settings and its collected files; a document of another edition is made anew."""
    given = settings.SNOWDROP
    said = [given.address, given.site_name, given.discreet_name, given.leave_to, str(given.developing), _manifest()]
    said += [f"{path} {size} {changed}" for path, size, changed in sorted(_files(os.path.dirname(snowdrop.__file__)))]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


def _manifest() -> str:
    path = Path(settings.STATIC_ROOT) / "staticfiles.json"
    return path.read_text() if path.exists() else ""


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _files(entry.path)
        elif entry.name.endswith(_PARTS_OF_PAGES):
            state = entry.stat()
            yield entry.path, state.st_size, state.st_mtime_ns
