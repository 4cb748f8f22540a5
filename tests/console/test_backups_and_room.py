"""A disk that is full, two backups at once, a file that went missing, and a second copy brought up step by step."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as current
from django.db import connection
from pyrage.x25519 import Identity

from snowdrop.console.backups.making import Made, back_up, room_to_work
from snowdrop.console.backups.pruning import prune
from snowdrop.console.backups.references import BOUND_TO
from snowdrop.console.backups.refusals import BackupRefused
from snowdrop.console.backups.restoring import Source
from snowdrop.console.backups.sealing import SecretKey
from snowdrop.console.backups.standby import SecondCopy
from snowdrop.console.backups.vault import Vault, said_plainly, vault_in
from snowdrop.console.backups.verifying import verify
from snowdrop.ground import clock, objects
from snowdrop.media.discarding import KEPT_UNDER
from snowdrop.media.models import Picture
from snowdrop.media.store import place_of
from tests.world import shredding
from tests.world.backing_up import bytes_of
from tests.world.storage import Storage

pytestmark = pytest.mark.django_db(transaction=True)
SECRET = SecretKey(Identity.generate())


def in_silence(_about: str, _done: int, _of: int) -> None:
    """Nobody looks."""


def back_up_to(vault: Vault) -> Made:
    with said_plainly(vault.where):
        return back_up(vault, SECRET.public, keep=timedelta(days=30), now=clock.now(), progress=in_silence)


@pytest.fixture
def vault(tmp_path: Path, settings: Any) -> Vault:
    """A place of backups, and an instance whose files lie beside it."""
    settings.SNOWDROP = replace(current.SNOWDROP, data=tmp_path / "data")
    (tmp_path / "data").mkdir()
    return Vault(objects.FolderObjects(tmp_path / "disk", spare_bytes=1), str(tmp_path / "disk"))


def vault_folder(vault: Vault) -> Path:
    assert isinstance(vault.objects, objects.FolderObjects)
    return vault.objects.root


def room_for(number: int) -> Callable[..., bool]:
    left = iter(range(number))
    return lambda *_, **__: next(left, None) is not None


def test_a_disk_that_is_full_leaves_earlier_backups_whole_and_the_next_run_finishes(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    shredding.fill_with_canaries("Noor")
    back_up_to(vault)
    shredding.fill_with_canaries("Wren")
    for pieces in (1, 3):
        with monkeypatch.context() as full:
            full.setattr(objects, "has_room", room_for(pieces))
            with pytest.raises(BackupRefused, match=r"There is no room left at .* Earlier backups are whole"):
                back_up_to(vault)
        found = verify(vault, SECRET.public, SECRET, progress=in_silence)
        assert found.well and len(found.backups) == 1

    made = back_up_to(vault)

    found = verify(vault, SECRET.public, SECRET, progress=in_silence)
    assert found.well and len(found.backups) == 2
    assert made.list.missing == ()


def test_a_file_that_is_not_there_any_more_stops_no_backup_and_is_named(vault: Vault) -> None:
    shredding.fill_with_canaries("Noor")
    lost = Picture.objects.get().original
    (current.SNOWDROP.media / place_of(lost)).unlink()

    made = back_up_to(vault)

    assert made.list.missing == (lost,) and lost not in made.list.files
    assert len(made.list.files) > 2 and verify(vault, SECRET.public, SECRET, progress=in_silence).well


def test_two_backups_are_not_made_at_once(vault: Vault) -> None:
    with room_to_work(), pytest.raises(BackupRefused, match="at work at this moment"):
        back_up_to(vault)


def test_a_list_that_somebody_else_wrote_is_not_believed(vault: Vault) -> None:
    made = back_up_to(vault)
    other = SecretKey(Identity.generate()).public
    vault.keep_list(made.list, other)

    found = verify(vault, SECRET.public, progress=in_silence)

    assert not found.well and "changed or cut short" in found.backups[made.list.name]


def test_a_piece_in_the_place_of_another_is_noticed(vault: Vault) -> None:
    shredding.fill_with_canaries("Noor")
    back_up_to(vault)
    (_, one), (its_id, other), *_ = sorted(vault.pieces())
    vault.remove_piece(other)
    forged = vault.keep_piece(its_id, vault.read_piece(one))

    assert verify(vault, SECRET.public, progress=in_silence).well, "only the key can tell"
    assert verify(vault, SECRET.public, SECRET, progress=in_silence).broken == (forged,)


def test_a_piece_that_was_written_anew_is_taken_in_the_place_of_the_broken_one(vault: Vault) -> None:
    back_up_to(vault)
    id, name = next(vault.pieces())
    content = SECRET.open(id, vault.read_piece(name))
    (vault_folder(vault) / name).write_bytes(b"broken")
    names = [name, vault.keep_piece(id, SECRET.public.seal(id, content))]

    for order in (names, names[::-1]):
        assert Source(vault, SECRET, {id: order}).piece(id) == content


def test_a_bucket_is_a_place_of_backups_too(vault: Vault, object_storage: Storage) -> None:
    shredding.fill_with_canaries("Noor")
    bucket = vault_in(object_storage.bucket("media", "media"), Path())
    made = back_up_to(bucket)
    again = back_up_to(bucket)

    found = verify(bucket, SECRET.public, SECRET, progress=in_silence)
    assert found.well and len(found.backups) == 2 and again.written < made.written
    assert prune(bucket, SECRET.public, keep=timedelta(0), now=clock.now()) == 1
    assert verify(bucket, SECRET.public, SECRET, progress=in_silence).well
    for name in list(bucket.objects.names()):
        bucket.objects.remove(name)


def test_every_table_that_names_kept_files_is_looked_at_after_a_restore() -> None:
    assert {model for model, _ in KEPT_UNDER} == BOUND_TO.keys()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its own second copy")
def test_a_second_copy_follows_and_forgets_what_was_deleted(vault: Vault, tmp_path: Path) -> None:
    copy = SecondCopy(tmp_path / "second", tmp_path / "second-keys")
    gone, stays = (shredding.fill_with_canaries(name) for name in ("Mira", "Noor"))
    copy.bring_up()
    assert bytes_of(copy.data / "media") == bytes_of(current.SNOWDROP.media)
    assert list((tmp_path / "second-keys").rglob(gone["id"]))

    shredding.delete_for_good(gone["id"])
    shutil.copytree(copy.data, tmp_path / "before")
    copy.bring_up()

    assert bytes_of(copy.data / "media") == bytes_of(current.SNOWDROP.media) != bytes_of(tmp_path / "before" / "media")
    assert not list((tmp_path / "second-keys").rglob(gone["id"]))
    assert list((tmp_path / "second-keys").rglob(stays["id"]))
    fresh = SecondCopy(tmp_path / "second", tmp_path / "second-keys")
    fresh.bring_up()
    assert bytes_of(copy.data / "media") == bytes_of(current.SNOWDROP.media), "a worker that starts anew goes on"
