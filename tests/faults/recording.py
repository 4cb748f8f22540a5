"""Records every write, name and flush of an instance, in order, and what people were told in between (recorder.c)."""

from __future__ import annotations

import ctypes
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_SOURCE: Final = Path(__file__).with_name("recorder.c")
_RECORD: Final = struct.Struct("=IIIIQQ")
TOLD: Final = "a"
"""The kind of a record that says what somebody was told; all other kinds are those of recorder.c."""


class NoCompiler(Exception):
    """Nothing here can make the recorder: it needs a C compiler (apt install gcc libc6-dev)."""


@dataclass(frozen=True, slots=True)
class Record:
    """One call: its kind, the number of its file, the names and bytes that it was given, and where they went.

    `w`ritten, `t`runcated to `place`, `s`ynced, `c`reated, `m`ade a folder, `u`nlinked, `r`enamed or `l`inked to
    `other`; `a`cknowledged: `name` says what, `other` which.
    """

    kind: str
    file: int
    place: int
    name: str
    other: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Recording:
    """What is recorded of everything below `folder`; `environment` is for the processes that are recorded."""

    folder: Path
    into: Path
    library: Path

    @property
    def environment(self) -> dict[str, str]:
        recorded = {"RECORDED_FOLDER": str(self.folder.resolve()), "RECORDED_INTO": str(self.into)}
        return {"LD_PRELOAD": str(self.library), **recorded}

    @contextmanager
    def read_only(self) -> Iterator[None]:
        """As long as this lasts nothing can be written."""
        switch = self.into.with_name(f"{self.into.name}.read-only")
        switch.touch()
        try:
            yield
        finally:
            switch.unlink()

    def tell(self, what: str, which: str) -> None:
        """Notes that somebody has read, at this moment, that this is kept."""
        record = _RECORD.pack(ord(TOLD), len(what), len(which), 0, 0, 0)
        handle = os.open(self.into, os.O_WRONLY | os.O_APPEND)
        try:
            os.write(handle, record + what.encode() + which.encode())
        finally:
            os.close(handle)

    def records(self) -> Iterator[Record]:
        """All that was recorded, in order."""
        with self.into.open("rb") as file:
            while head := file.read(_RECORD.size):
                kind, name, other, length, number, place = _RECORD.unpack(head)
                names = file.read(name).decode(), file.read(other).decode()
                yield Record(chr(kind), number, place, *names, file.read(length))


def a_recording(folder: Path, beside: Path) -> Recording:
    """Makes ready to record what is written below a folder, into files of another. Raises NoCompiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        raise NoCompiler
    recording = Recording(folder, beside / "recorded", beside / "recorder.so")
    made = subprocess.run(
        [compiler, "-shared", "-fPIC", "-O2", "-o", recording.library, _SOURCE, "-ldl", "-lpthread"],
        capture_output=True,
        text=True,
    )
    if made.returncode:
        raise NoCompiler(made.stderr)
    recording.into.touch(mode=0o600)
    if ctypes.CDLL(str(recording.library)).make_lock(f"{recording.into}.lock".encode()):
        raise OSError("the lock of the recorder could not be made")
    return recording
