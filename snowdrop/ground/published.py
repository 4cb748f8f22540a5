"""Published documents on disk: one file for each key, put in place whole and taken away before an act returns.

The front door keeps copies in memory and asks at each request whether the file still stands.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


def path_of(key: str) -> Path:
    """Where the document of `key` lies, if it is published."""
    return Path(settings.SNOWDROP.published) / f"{key}.doc"


def put(key: str, content: bytes, *, still_public: Callable[[], bool]) -> bool:
    """Puts the document in place unless `still_public` says no, asked under the lock that `take_away` needs too.

    So either the act that ends the publication is seen here, or it waits for this and then removes the file.
    """
    with _lock():
        if not still_public():
            path_of(key).unlink(missing_ok=True)
            return False
        unfinished = path_of(key).with_suffix(".new")
        unfinished.write_bytes(content)
        os.replace(unfinished, path_of(key))
        return True


def take_away(key: str) -> None:
    """Removes the document. Call it after the commit that ends the publication and before the act returns."""
    with _lock():
        path_of(key).unlink(missing_ok=True)


@contextmanager
def _lock() -> Iterator[None]:
    folder = Path(settings.SNOWDROP.published)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with open(folder / ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
