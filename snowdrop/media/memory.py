"""Files that exist in memory only: a readable photograph or recording never lies on a disk."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO


def file_in_memory() -> BinaryIO:
    """An open file of the system without a name, in memory; where a system has none, on disk and gone when closed."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("photograph", os.MFD_CLOEXEC), "w+b")
    return tempfile.TemporaryFile()


@dataclass(frozen=True, slots=True)
class WordsInMemory:
    """A few bytes that are served as what lies in the store is (`serving.Servable`)."""

    content: bytes

    @property
    def size(self) -> int:
        return len(self.content)

    def read_range(self, start: int, stop: int) -> Iterator[bytes]:
        if piece := self.content[start:stop]:
            yield piece

    def open(self) -> BinaryIO:
        return io.BytesIO(self.content)

    def close(self) -> None:
        """There is nothing to let go of."""
