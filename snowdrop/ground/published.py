"""Published documents on disk: one file for each key, put in place whole and taken away before an act returns.

The front door keeps copies in memory and asks at each request whether the file still stands.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from snowdrop.ground import machines
from snowdrop.ground.objects import sync_folder


def path_of(key: str) -> Path:
    """Where the document of `key` lies, if it is published."""
    return Path(settings.SNOWDROP.published) / f"{key}.doc"


def begin(key: str) -> str:
    """Says that a new document is about to be made; returns its mark. Call it before anything is read for it."""
    mark = secrets.token_hex(8)
    with _lock():
        _mark_of(key).write_text(mark)
    return mark


def put(key: str, content: bytes, *, still_public: Callable[[], bool], mark: str = "") -> bool:
    """Puts the document in place unless `still_public` says no, asked under the lock that `take_away` needs too.

    So either the act that ends the publication is seen here, or it waits for this and then removes the file. With the
    mark that `begin` gave, also nothing is put in place if a document was taken away, or begun anew, in between.
    """
    with _lock():
        if mark and not (_mark_of(key).exists() and _mark_of(key).read_text() == mark):
            return False
        if not still_public():
            _remove(key)
            return False
        unfinished = path_of(key).with_suffix(".new")
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())  # else a power cut may leave its name, its length, and holes in it
        os.replace(unfinished, path_of(key))
        return True


def take_away(key: str) -> None:
    """Removes the document on this machine and on every other, and voids those that are being made from before.

    Call it after the commit that ends the publication, or of a part of it, and before the act returns. Where several
    machines serve, it takes as long as the slowest of them needs to look: some tenths of a second, 5 s at most.
    """
    drop(key)
    machines.wait_for_others()


def drop(key: str) -> None:
    """Removes the document on this machine alone, and voids one that is being made."""
    with _lock():
        _mark_of(key).unlink(missing_ok=True)
        _remove(key)


def _remove(key: str) -> None:
    """Under the lock. Gone when it returns: after a power cut a page that was made private must not stand again."""
    path_of(key).unlink(missing_ok=True)
    sync_folder(path_of(key).parent)


def all_keys() -> set[str]:
    """The keys of all documents that stand."""
    return {path.stem for path in Path(settings.SNOWDROP.published).glob("*.doc")}


def trust_until(moment: float) -> None:
    """Says until when (unix seconds) what stands here may be answered; unsaid, nothing may, if there may be others."""
    _trust().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _trust().touch()
    os.utime(_trust(), (moment, moment))


def trust_nothing() -> None:
    """Before serving begins: nobody knows what has happened meanwhile."""
    _trust().unlink(missing_ok=True)


def is_trusted() -> bool:
    """Whether what stands here may be answered at this moment."""
    try:
        return os.stat(_trust()).st_mtime > time.time()
    except OSError:
        return False


def _trust() -> Path:
    return Path(settings.SNOWDROP.published) / ".trusted"


def _mark_of(key: str) -> Path:
    return path_of(key).with_suffix(".mark")


@contextmanager
def _lock() -> Iterator[None]:
    folder = Path(settings.SNOWDROP.published)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with open(folder / ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
