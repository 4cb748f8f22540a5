"""An operator who backs up an instance and restores it: with the commands, in folders as on disks of their own."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.world.instance import ROOT, Instance


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str


@dataclass(slots=True)
class Operator:
    """Somebody with two disks beside the server, and the backup key on neither of them."""

    folder: Path
    instance: Instance
    restored: list[Instance] = field(default_factory=list)

    @property
    def disk(self) -> Path:
        return self.folder / "disk"

    @property
    def other_disk(self) -> Path:
        return self.folder / "other-disk"

    @property
    def key_file(self) -> Path:
        return self.folder / "paper" / "backup-key.txt"

    @property
    def pieces(self) -> list[Path]:
        """The pieces on the disk, in the order of their names."""
        return sorted(path for path in (self.disk / "pieces").rglob("*") if path.is_file())

    def make_key(self) -> None:
        self.key_file.parent.mkdir()
        self.key_file.write_text(self.run("backup", "--make-key").out)

    def run(self, *words: str, instance: Instance | None = None) -> Said:
        """One command, to whatever end."""
        return Said(**(instance or self.instance).act("run_command", *words))

    def start(self, *words: str) -> subprocess.Popen[str]:
        """One command in a process of its own, which can be ended."""
        command, pipe = [sys.executable, "-m", "snowdrop", *words], subprocess.PIPE
        return subprocess.Popen(command, cwd=ROOT, env=self.instance.environment, stdout=pipe, stderr=pipe, text=True)

    def back_up(self, *words: str) -> Said:
        return self.run("backup", str(self.disk), "--keys", str(self.other_disk), *words)

    def verify(self, *words: str) -> Said:
        return self.run("verify-backup", str(self.disk), "--keys", str(self.other_disk), *words)

    def empty_computer(self, name: str, **settings: str) -> Instance:
        """Where nothing is yet; ended with the operator."""
        folder = self.folder / name
        instance = Instance(folder / "data", settings={"SNOWDROP_KEYS": str(folder / "keys"), **settings})
        self.restored.append(instance)
        return instance

    def restore(self, to: Instance, *words: str) -> Said:
        given = ["--keys", str(self.other_disk), "--key-file", str(self.key_file)]
        return self.run("restore", str(self.disk), *given, *words, instance=to)

    def end(self) -> None:
        for instance in self.restored:
            instance.end()


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its place."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def database_of(data: Path, room: Path) -> bytes:
    """The bytes of an embedded database at this moment."""
    copy = room / "compared.sqlite3"
    with closing(sqlite3.connect(data / "snowdrop.sqlite3")) as live, closing(sqlite3.connect(copy)) as compared:
        live.backup(compared)
    try:
        return copy.read_bytes()
    finally:
        copy.unlink()


def flip(path: Path) -> None:
    """One bit in the middle of a file is another."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def an_operator(folder: Path, instance: Instance) -> Iterator[Operator]:
    """With a backup key; everything that was restored is ended afterwards."""
    operator = Operator(folder, instance)
    operator.make_key()
    try:
        yield operator
    finally:
        operator.end()
        shutil.rmtree(folder / "disk", ignore_errors=True)
