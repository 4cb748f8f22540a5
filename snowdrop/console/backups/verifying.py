"""Reads every byte of a place of backups, and says of each backup whether it is whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from snowdrop.console.backups import broken
from snowdrop.console.backups.making import Progress
from snowdrop.console.backups.refusals import BackupRefused
from snowdrop.console.backups.sealing import PublicKey, SecretKey
from snowdrop.console.backups.vault import Vault


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found: bytes that were read, pieces that are broken, and for each backup why it is not whole, or ""."""

    read: int
    broken: tuple[str, ...]
    backups: Mapping[str, str]

    @property
    def well(self) -> bool:
        return bool(self.backups) and not self.broken and not any(self.backups.values())


def verify(vault: Vault, key: PublicKey, secret: SecretKey | None = None, *, progress: Progress) -> Verified:
    """Reads every piece against its checksum; with the secret key opens each too. Raises objects.StorageAway.

    What is broken is noted, so that the next backup writes it anew; nothing is removed here. A backup may be made
    meanwhile: only what was there at the beginning and is there at the end is looked at.
    """
    names = vault.list_names()
    pieces = sorted(vault.pieces())
    good: set[str] = set()
    bad: list[str] = []
    read = 0
    for done, (id, name) in enumerate(pieces):
        progress("pieces", done, len(pieces))
        try:
            sealed = vault.read_piece(name)
            if secret:
                secret.open(id, sealed)
        except BackupRefused:
            bad.append(name)
            continue
        except FileNotFoundError:
            continue  # let go meanwhile, or missing from a list below
        good.add(id)
        read += len(sealed)
    progress("pieces", len(pieces), len(pieces))
    broken.note(bad)
    still = set(vault.list_names())
    backups = {name: _why_not_whole(vault, name, key, good) for name in names if name in still}
    return Verified(read, tuple(bad), backups)


def _why_not_whole(vault: Vault, name: str, key: PublicKey, good: set[str]) -> str:
    try:
        lacks = set(vault.read_list(name, key).needs(key)) - good
    except BackupRefused as refused:
        return str(refused)
    return f"{len(lacks)} of its pieces are broken or not there." if lacks else ""
