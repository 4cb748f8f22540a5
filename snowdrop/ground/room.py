"""Whether a disk has room for more: what is taken in stops early, so that everything else can go on."""

from __future__ import annotations

import os
from pathlib import Path


def has_room(folder: Path, *, spare_bytes: int) -> bool:
    """Whether more than `spare_bytes` are free where this folder lies."""
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize > spare_bytes
