"""The pieces that were found broken, by their names: the next backup writes them anew from what is there."""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import Final

from snowdrop.ground.last_backup import folder_of_backups

_FILE: Final = "broken.txt"


def names() -> frozenset[str]:
    """Those that were found when the place was last read."""
    try:
        return frozenset((folder_of_backups() / _FILE).read_text().split())
    except FileNotFoundError:
        return frozenset()


def note(found: Collection[str]) -> None:
    """Notes what was found now in the place of what was found before."""
    folder = folder_of_backups()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    arriving = folder / f".{_FILE}"
    arriving.write_text("".join(f"{name}\n" for name in sorted(found)))
    os.replace(arriving, folder / _FILE)
