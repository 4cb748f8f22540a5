"""Which places the operator means: those of the command, or else those of the settings; and what is refused of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from snowdrop.console.backups.keys import PlaceOfKeys
from snowdrop.console.backups.refusals import BackupRefused
from snowdrop.console.backups.vault import Vault, vault_in
from snowdrop.ground.last_backup import last_backup


@dataclass(frozen=True, slots=True)
class Places:
    """Where backups lie, and where copies of the keys lie, if they are wanted."""

    vault: Vault
    keys: PlaceOfKeys | None


def the_places(folder: str, keys: str) -> Places:
    """Raises BackupRefused where there is none, or where one place would spoil another."""
    here = settings.SNOWDROP
    data = Path(folder).resolve() if folder else here.copies.backups
    bucket = None if folder else here.copies.backups_bucket
    of_keys = Path(keys).resolve() if keys else here.copies.keys
    if data is None and bucket is None:
        raise BackupRefused("Name a folder for backups, best on another disk, or set SNOWDROP_BACKUPS.")
    if bucket is None and data is not None:
        _refuse_inside(data, here.data, "A backup inside the folder of data is lost together with it.")
        _refuse_inside(data, here.keys, "A backup inside the folder of keys lies beside what opens it.")
    if of_keys:
        apart = "Keys must lie apart from backups of the data: together they open everything, also what was deleted."
        _refuse_inside(of_keys, here.data, apart)
        _refuse_inside(of_keys, here.keys, "A copy of the keys inside the folder of keys is lost together with it.")
        if data:
            _refuse_inside(of_keys, data, apart)
            _refuse_inside(data, of_keys, apart)
    return Places(vault_in(bucket, data or here.data), PlaceOfKeys(of_keys) if of_keys else None)


def refuse_unmounted(vault: Vault) -> None:
    """Where the last backup was made and nothing is now, a disk may not be there. Raises BackupRefused."""
    last = last_backup()
    if last and last.place == vault.where and vault.is_new():
        raise BackupRefused(
            f"The last backup was made at {vault.where}, and now nothing is there. Is the disk connected? If this is"
            " a new disk in the place of the old one, say so with --new-place."
        )


def _refuse_inside(inner: Path, outer: Path, why: str) -> None:
    if inner.is_relative_to(outer):
        raise BackupRefused(f"{why} {inner} lies in {outer}. Choose another place.")
