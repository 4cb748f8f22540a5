"""Bytes kept under random names, on a disk and in a bucket: what was kept comes back, what failed leaves nothing."""

from __future__ import annotations

import errno
import io
import os
import re
from pathlib import Path

import pytest

from snowdrop.ground import sealing
from snowdrop.ground.buckets import BucketObjects
from snowdrop.ground.objects import FolderObjects
from snowdrop.media.refusals import NoRoom
from snowdrop.media.store import Kept, Store

KEY = bytes(range(32))
PLACE = b"picture\x01\x02original"
PHOTOGRAPH = bytes(range(256)) * 1000


@pytest.fixture(params=["folder", "bucket"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    if request.param == "folder":
        return Store(FolderObjects(tmp_path / "media"))
    return Store(BucketObjects(request.getfixturevalue("object_storage").media))


def names_in(store: Store) -> list[str]:
    return sorted(store.objects.names())


def read(store: Store, kept: Kept) -> bytes:
    with store.open(kept.name, KEY, bound_to=PLACE) as reader:
        return reader.open().read()


def test_what_is_kept_comes_back(store: Store) -> None:
    kept = store.keep(KEY, io.BytesIO(PHOTOGRAPH), bound_to=PLACE)
    assert read(store, kept) == PHOTOGRAPH
    assert (kept.size, len(kept.sha256)) == (len(PHOTOGRAPH), 64)


def test_names_are_160_random_bits_and_files_lie_two_folders_deep(store: Store) -> None:
    names = {store.keep(KEY, io.BytesIO(b"same"), bound_to=PLACE).name for _ in range(20)}
    assert len(names) == 20
    assert all(re.fullmatch("[0-9a-f]{40}", name) for name in names)
    assert {name.replace("/", "") for name in names_in(store)} == names
    assert {tuple(map(len, name.split("/"))) for name in names_in(store)} == {(2, 2, 36)}


@pytest.mark.parametrize("size", [0, 1, 65536, 65537, 8 * 65536 - 5, 9 * 65536, 40 * 65536 + 7])
def test_every_range_of_what_is_kept_comes_back(store: Store, size: int) -> None:
    content = os.urandom(size)
    kept = store.keep(KEY, io.BytesIO(content), bound_to=PLACE)

    with store.open(kept.name, KEY, bound_to=PLACE) as reader:
        for start in {0, 1, size // 2, max(0, size - 1), size, size + 9}:
            for stop in {0, start + 1, size - 1, size, size + 100}:
                assert b"".join(reader.read_range(start, stop)) == content[start : max(0, stop)]


def test_discarded_bytes_are_gone_and_discarding_twice_is_fine(store: Store) -> None:
    kept = store.keep(KEY, io.BytesIO(PHOTOGRAPH), bound_to=PLACE)
    store.discard(kept.name)
    store.discard(kept.name)
    assert names_in(store) == []
    with pytest.raises(FileNotFoundError):
        store.open(kept.name, KEY, bound_to=PLACE)


@pytest.mark.parametrize("name", ["", "..", "../../etc/passwd", "a" * 39, "A" * 40, "a" * 40 + "\n", "/" + "a" * 39])
def test_a_name_that_the_store_never_gave_is_not_there(store: Store, name: str) -> None:
    with pytest.raises(FileNotFoundError):
        store.open(name, KEY, bound_to=PLACE)
    with pytest.raises(FileNotFoundError):
        store.discard(name)


def test_bytes_cannot_be_read_in_another_place(store: Store) -> None:
    kept = store.keep(KEY, io.BytesIO(PHOTOGRAPH), bound_to=PLACE)
    with pytest.raises(sealing.Unreadable):
        store.open(kept.name, KEY, bound_to=b"another picture")


def test_an_upload_that_breaks_off_leaves_nothing(store: Store) -> None:
    class BreaksOff(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 100_000:
                raise ConnectionError
            return super().read(size)

    with pytest.raises(ConnectionError):
        store.keep(KEY, BreaksOff(PHOTOGRAPH), bound_to=PLACE)
    assert names_in(store) == []


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_said_plainly_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    store = Store(FolderObjects(tmp_path))

    def fails(_: int) -> None:
        raise OSError(code, os.strerror(code))

    kept = store.keep(KEY, io.BytesIO(PHOTOGRAPH), bound_to=PLACE)
    with monkeypatch.context() as patched, pytest.raises(NoRoom) as refused:
        patched.setattr(os, "fsync", fails)
        store.keep(KEY, io.BytesIO(PHOTOGRAPH), bound_to=PLACE)
    assert str(refused.value.sentence).startswith(
        "There is no room for more photographs or recordings here at the moment."
    )
    assert len(names_in(store)) == 1
    assert read(store, kept) == PHOTOGRAPH


def test_nothing_is_taken_in_when_little_room_is_left(tmp_path: Path) -> None:
    kept = Store(FolderObjects(tmp_path)).keep(KEY, io.BytesIO(PHOTOGRAPH), bound_to=PLACE)
    nearly_full = Store(FolderObjects(tmp_path, spare_bytes=1 << 60))
    with pytest.raises(NoRoom):
        nearly_full.keep(KEY, io.BytesIO(PHOTOGRAPH), bound_to=PLACE)
    assert read(nearly_full, kept) == PHOTOGRAPH
    assert len(names_in(nearly_full)) == 1
