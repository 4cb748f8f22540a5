"""Files that exist in memory only: a readable photograph never lies on a disk."""

from __future__ import annotations

import os
import tempfile
from typing import BinaryIO


def file_in_memory() -> BinaryIO:
    """An open file of the system without a name, in memory; where a system has none, on disk and gone when closed."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("photograph", os.MFD_CLOEXEC), "w+b")
    return tempfile.TemporaryFile()
