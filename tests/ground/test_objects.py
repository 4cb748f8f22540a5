"""Named bytes in folders and in a bucket: whole or not there, for us alone, gone when they are to be gone."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from snowdrop.ground.buckets import BucketObjects
from snowdrop.ground.objects import FolderObjects, NoRoomLeft, Objects

PIECES = [b"one piece, ", b"", b"and another"]
WHOLE = b"one piece, and another"


@pytest.fixture(params=["folder", "bucket"])
def objects(request: pytest.FixtureRequest, tmp_path: Path) -> Objects:
    if request.param == "folder":
        return FolderObjects(tmp_path / "objects")
    return BucketObjects(request.getfixturevalue("object_storage").keys)


@pytest.fixture
def folder(tmp_path: Path) -> FolderObjects:
    return FolderObjects(tmp_path / "objects")


def breaking_off() -> Iterator[bytes]:
    yield b"the beginning"
    raise ConnectionResetError


def test_what_is_kept_can_be_read_whole_and_from_any_place(objects: Objects) -> None:
    objects.keep("some/thing", PIECES)

    stored = objects.open("some/thing")
    assert objects.read("some/thing") == WHOLE
    assert stored.size == len(WHOLE)
    assert [stored.read_at(0, 3), stored.read_at(4, 5), stored.read_at(20, 100), stored.read_at(99, 1)] == [
        WHOLE[:3],
        WHOLE[4:9],
        WHOLE[20:],
        b"",
    ]
    stored.close()


def test_what_is_not_there_is_said_so_and_can_be_removed_and_destroyed(objects: Objects) -> None:
    for read in (objects.read, objects.open):
        with pytest.raises(FileNotFoundError):
            read("not/there")

    objects.remove("not/there")
    objects.destroy("not/there")
    assert list(objects.names()) == []


def test_removed_and_destroyed_is_gone(objects: Objects) -> None:
    for name in ("a/1", "a/2", "b/3"):
        objects.add(name, WHOLE)
    assert sorted(objects.names()) == ["a/1", "a/2", "b/3"]
    assert sorted(objects.names("a")) == ["a/1", "a/2"]

    objects.remove("a/1")
    objects.destroy("a/2")

    assert list(objects.names()) == ["b/3"]


def test_a_source_that_breaks_off_leaves_nothing(objects: Objects) -> None:
    with pytest.raises(ConnectionResetError):
        objects.keep("some/thing", breaking_off())

    assert list(objects.names()) == []


def test_of_several_that_add_the_same_one_wins_whole(objects: Objects) -> None:
    objects.add("before", b"1")  # connections and folders are there

    def add(number: int) -> bytes | None:
        try:
            objects.add("a/name", bytes([number]) * 100)
        except FileExistsError:
            return None
        return bytes([number]) * 100

    with ThreadPoolExecutor(8) as threads:
        added = [content for content in threads.map(add, range(16)) if content]

    assert added == [objects.read("a/name")]


def test_only_what_is_as_expected_is_replaced(objects: Objects) -> None:
    objects.add("a/name", b"first")

    assert not objects.replace("a/name", b"other", b"second")
    assert objects.read("a/name") == b"first"
    assert objects.replace("a/name", b"first", b"second")
    assert objects.read("a/name") == b"second"
    assert not objects.replace("not/there", b"first", b"second")


def test_of_several_that_replace_the_same_one_wins(objects: Objects) -> None:
    objects.add("a/name", b"first")

    with ThreadPoolExecutor(8) as threads:
        won = list(threads.map(lambda number: objects.replace("a/name", b"first", bytes([number])), range(16)))

    assert sum(won) == 1
    assert objects.read("a/name") == bytes([won.index(True)])


def test_what_is_being_replaced_while_it_is_destroyed_does_not_come_back(objects: Objects) -> None:
    """A key that is wrapped anew at the moment at which it is shredded (rotation.py)."""
    for number in range(20):
        objects.add(f"a/{number}", b"first")

        with ThreadPoolExecutor(2) as threads:
            threads.submit(objects.replace, f"a/{number}", b"first", b"second")
            threads.submit(objects.destroy, f"a/{number}")

    assert list(objects.names("a")) == []


@pytest.mark.parametrize("name", ["", "..", "../etc/passwd", "/etc/passwd", "a/../../b", "a//b", ".hidden", "a/.lock"])
def test_a_name_leads_nowhere_else(folder: FolderObjects, name: str) -> None:
    with pytest.raises(FileNotFoundError):
        folder.read(name)
    with pytest.raises(FileNotFoundError):
        folder.add(name, b"1")


def test_files_and_folders_are_for_this_user_alone(folder: FolderObjects) -> None:
    folder.keep("a/b/c", PIECES)
    folder.destroy("a/b/d")

    found = [folder.root, *folder.root.rglob("*")]
    assert len(found) == 5  # folders, the file, the lock
    assert [path for path in found if path.stat().st_mode & 0o077] == []


def test_what_is_destroyed_was_overwritten_on_disk_first(folder: FolderObjects) -> None:
    folder.add("a/key", b"secret " * 1000)
    os.link(folder.root / "a/key", folder.root / "trace")  # where its bytes still can be looked at

    folder.destroy("a/key")

    assert (folder.root / "trace").read_bytes() == bytes(7000)
    assert not (folder.root / "a/key").exists()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_is_said_and_leaves_nothing(
    folder: FolderObjects, monkeypatch: pytest.MonkeyPatch, step: str, code: int
) -> None:
    def fails(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    folder.keep("a/before", PIECES)
    with monkeypatch.context() as patched, pytest.raises(NoRoomLeft):
        patched.setattr(os, step, fails)
        folder.keep("a/name", PIECES)

    assert [path.name for path in folder.root.rglob("*") if path.is_file()] == ["before"]


def test_a_disk_that_fails_otherwise_says_so_and_leaves_nothing(
    folder: FolderObjects, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    folder.keep("a/before", PIECES)
    with monkeypatch.context() as patched, pytest.raises(OSError, match="Input/output"):
        patched.setattr(os, "fsync", fails)
        folder.keep("a/name", PIECES)

    assert [path.name for path in folder.root.rglob("*") if path.is_file()] == ["before"]


def test_file_and_folder_are_on_disk_before_something_counts_as_kept(
    folder: FolderObjects, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    really_sync, really_replace = os.fsync, os.replace

    def sync(handle: int) -> None:
        steps.append("folder" if os.path.isdir(f"/proc/self/fd/{handle}") else "file")
        really_sync(handle)

    def replace(source: Path, target: Path) -> None:
        steps.append("rename")
        really_replace(source, target)

    folder.keep("a/before", PIECES)
    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", replace)
    folder.keep("a/name", PIECES)

    assert steps == ["file", "rename", "folder"]
