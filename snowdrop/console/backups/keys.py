"""Copies of the keys in a place of their own, apart from the backups, each kept 30 days at most (trust.md T24)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from snowdrop.console.backups.lists import when_of
from snowdrop.console.backups.refusals import BackupRefused
from snowdrop.console.backups.sealing import PublicKey, SecretKey
from snowdrop.ground import copies_of_keys
from snowdrop.ground.objects import FolderObjects

KEPT: Final = timedelta(days=30)
"""What a family has deleted can be opened as long as there is a copy of its key (docs/decisions/0008)."""
_FOLDER: Final = "copies-of-keys"
_ID: Final = "11" * 32
_TIME: Final = "%Y%m%dt%H%M%S.%fz"


@dataclass(frozen=True, slots=True)
class PlaceOfKeys:
    """A folder in which copies of the keys lie: `copies-of-keys/<moment>.<checksum>`, encrypted for the backup key."""

    folder: Path

    def copy(self, key: PublicKey, now: datetime) -> int:
        """Copies all keys, and destroys copies that are older than 30 days; returns how many keys there are."""
        keys = copies_of_keys.all_keys()
        sealed = key.seal(_ID, copies_of_keys.to_archive(keys))
        moment = now.astimezone(UTC).strftime(_TIME)
        self._objects.keep(f"{_FOLDER}/{moment}.{hashlib.sha256(sealed).hexdigest()}", [sealed])
        for name in self.names():
            if _when(name) < now - KEPT:
                self._objects.destroy(f"{_FOLDER}/{name}")
        return len(keys)

    def names(self) -> list[str]:
        """The copies, the oldest first."""
        try:
            return sorted(name.rpartition("/")[2] for name in self._objects.names(_FOLDER))
        except FileNotFoundError:
            return []

    def oldest(self) -> datetime | None:
        """When the oldest copy was made."""
        return next(map(_when, self.names()), None)

    def newest(self, secret: SecretKey) -> dict[str, bytes]:
        """The keys of the newest copy. Raises BackupRefused; an older copy is never taken in its place.

        An older one would open what was deleted since.
        """
        names = self.names()
        if not names:
            raise BackupRefused(f"There is no copy of the keys in {self.folder}.")
        try:
            return copies_of_keys.from_archive(secret.open(_ID, self._read(names[-1])))
        except ValueError:
            raise BackupRefused(f"The copy of the keys {names[-1]} holds no keys.") from None

    def broken(self) -> list[str]:
        """The copies whose bytes are not those that were written."""
        return [name for name in self.names() if not self._is_well(name)]

    def _is_well(self, name: str) -> bool:
        try:
            self._read(name)
        except BackupRefused:
            return False
        return True

    def _read(self, name: str) -> bytes:
        sealed = self._objects.read(f"{_FOLDER}/{name}")
        if hashlib.sha256(sealed).hexdigest() != name.rpartition(".")[2]:
            raise BackupRefused(
                f"The copy of the keys {name} in {self.folder} is broken. If there is no other copy of"
                " that day anywhere, remove it and run this again: an earlier one opens what was deleted since."
            )
        return sealed

    @property
    def _objects(self) -> FolderObjects:
        return FolderObjects(self.folder)


def _when(name: str) -> datetime:
    return when_of(name.rpartition(".")[0])
