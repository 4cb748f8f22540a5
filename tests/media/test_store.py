"""Bytes kept under random names: what was kept comes back, what failed half way leaves nothing."""

from __future__ import annotations

import errno
import io
import os
import re
from pathlib import Path

import pytest

from snowdrop.ground import sealing
from snowdrop.media.refusals import NoRoom
from snowdrop.media.store import FolderStore, Kept

KEY = bytes(range(32))
PLACE = b"picture\x01\x02original"
PHOTOGRAPH = bytes(range(256)) * 1000


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "media", spare_bytes=0)


def files_in(store: FolderStore) -> list[Path]:
    return [path for path in store.root.rglob("*") if path.is_file()] if store.root.exists() else []


def read(store: FolderStore, kept: Kept) -> bytes:
    with store.open(kept.name, KEY, bound_to=PLACE) as reader:
        return reader.open().read()


def test_what_is_kept_comes_back(store: FolderStore) -> None:
    kept = store.keep(KEY, io.BytesIO(PHOTOGRAPH), bound_to=PLACE)
    assert read(store, kept) == PHOTOGRAPH
    assert (kept.size, len(kept.sha256)) == (len(PHOTOGRAPH), 64)


def test_names_are_160_random_bits_and_files_lie_two_folders_deep(store: FolderStore) -> None:
    names = {store.keep(KEY, io.BytesIO(b"same"), bound_to=PLACE).name for _ in range(20)}
    assert len(names) == 20
    assert all(re.fullmatch("[0-9a-f]{40}", name) for name in names)
    assert {"".join(path.relative_to(store.root).parts) for path in files_in(store)} == names
    assert {len(path.relative_to(store.root).parts) for path in files_in(store)} == {3}


def test_files_and_folders_belong_to_nobody_else(store: FolderStore) -> None:
    store.keep(KEY, io.BytesIO(b"plain"), bound_to=PLACE)
    for path in store.root.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0


def test_discarded_bytes_are_gone_and_discarding_twice_is_fine(store: FolderStore) -> None:
    kept = store.keep(KEY, io.BytesIO(PHOTOGRAPH), bound_to=PLACE)
    store.discard(kept.name)
    store.discard(kept.name)
    assert files_in(store) == []
    with pytest.raises(FileNotFoundError):
        store.open(kept.name, KEY, bound_to=PLACE)


@pytest.mark.parametrize("name", ["", "..", "../../etc/passwd", "a" * 39, "A" * 40, "a" * 40 + "\n", "/" + "a" * 39])
def test_a_name_that_the_store_never_gave_is_not_there(store: FolderStore, name: str) -> None:
    with pytest.raises(FileNotFoundError):
        store.open(name, KEY, bound_to=PLACE)
    with pytest.raises(FileNotFoundError):
        store.discard(name)


def test_bytes_cannot_be_read_in_another_place(store: FolderStore) -> None:
    kept = store.keep(KEY, io.BytesIO(PHOTOGRAPH), bound_to=PLACE)
    with pytest.raises(sealing.Unreadable):
        store.open(kept.name, KEY, bound_to=b"another picture")


def test_an_upload_that_breaks_off_leaves_nothing(store: FolderStore) -> None:
    class BreaksOff(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 100_000:
                raise ConnectionError
            return super().read(size)

    with pytest.raises(ConnectionError):
        store.keep(KEY, BreaksOff(PHOTOGRAPH), bound_to=PLACE)
    assert files_in(store) == []


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_said_plainly_and_leaves_nothing(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def fails(_: int) -> None:
        raise OSError(code, os.strerror(code))

    kept = store.keep(KEY, io.BytesIO(PHOTOGRAPH), bound_to=PLACE)
    with monkeypatch.context() as patched, pytest.raises(NoRoom) as refused:
        patched.setattr(sealing.os, "fsync", fails)
        store.keep(KEY, io.BytesIO(PHOTOGRAPH), bound_to=PLACE)
    assert str(refused.value.sentence).startswith("There is no room for more photographs here at the moment.")
    assert len(files_in(store)) == 1
    assert read(store, kept) == PHOTOGRAPH


def test_nothing_is_taken_in_when_little_room_is_left(tmp_path: Path) -> None:
    kept = FolderStore(tmp_path, spare_bytes=0).keep(KEY, io.BytesIO(PHOTOGRAPH), bound_to=PLACE)
    nearly_full = FolderStore(tmp_path, spare_bytes=1 << 60)
    with pytest.raises(NoRoom):
        nearly_full.keep(KEY, io.BytesIO(PHOTOGRAPH), bound_to=PLACE)
    assert read(nearly_full, kept) == PHOTOGRAPH
    assert len(files_in(nearly_full)) == 1
