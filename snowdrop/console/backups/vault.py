"""Where backups lie: encrypted pieces and lists, in a folder or in a bucket.

snowdrop-backups            for which key this place is
backups/<moment>            the list of one backup
pieces/<2>/<id>.<checksum>  one piece; the checksum is that of the file, so it can be checked without any key
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from snowdrop.console.backups.lists import BackupList
from snowdrop.console.backups.refusals import BackupRefused
from snowdrop.console.backups.sealing import PublicKey
from snowdrop.ground.objects import FolderObjects, NoRoomLeft, Objects, StorageAway, objects_in
from snowdrop.settings.environment import Bucket

_MARKER: Final = "snowdrop-backups"
_LISTS: Final = "backups"
_PIECES: Final = "pieces"


@dataclass(frozen=True, slots=True)
class Vault:
    """One place of backups, called `where` to people."""

    objects: Objects
    where: str

    def is_new(self) -> bool:
        """Whether nothing was ever put here."""
        return self._marker() is None

    def claim(self, key: PublicKey) -> None:
        """Makes it a place for this key. Raises BackupRefused where it is one for another."""
        mark = self._marker()
        if mark is None:
            self.objects.keep(_MARKER, [key.fingerprint.encode()])
        elif mark != key.fingerprint.encode():
            raise BackupRefused(f"{self.where} holds backups for another backup key. Choose another place.")

    def pieces(self) -> Iterator[tuple[str, str]]:
        """The id and the name of every piece that is here."""
        if not self.is_new():
            for name in self.objects.names(_PIECES):
                yield name.rpartition("/")[2].partition(".")[0], name

    def keep_piece(self, id: str, sealed: bytes) -> str:
        """Keeps a piece; returns its name. Durable when it returns."""
        name = f"{_PIECES}/{id[:2]}/{id}.{hashlib.sha256(sealed).hexdigest()}"
        self.objects.keep(name, [sealed])
        return name

    def read_piece(self, name: str) -> bytes:
        """A piece as it is kept, encrypted. Raises FileNotFoundError.

        Raises BackupRefused if its bytes are not those that were written.
        """
        sealed = self.objects.read(name)
        if hashlib.sha256(sealed).hexdigest() != name.rpartition(".")[2]:
            raise BackupRefused(f"A piece of the backup is broken: {name} in {self.where}.")
        return sealed

    def list_names(self) -> list[str]:
        """The names of all backups, the oldest first."""
        return [] if self.is_new() else sorted(name.rpartition("/")[2] for name in self.objects.names(_LISTS))

    def keep_list(self, one: BackupList, key: PublicKey) -> None:
        """From now on there is this backup."""
        self.objects.keep(f"{_LISTS}/{one.name}", [one.to_bytes(key)])

    def read_list(self, name: str, key: PublicKey) -> BackupList:
        """Raises BackupRefused."""
        try:
            return BackupList.from_bytes(self.objects.read(f"{_LISTS}/{name}"), key)
        except FileNotFoundError:
            raise BackupRefused(f"There is no backup {name} in {self.where}.") from None

    def remove_list(self, name: str) -> None:
        self.objects.remove(f"{_LISTS}/{name}")

    def remove_piece(self, name: str) -> None:
        self.objects.remove(name)

    def sweep(self) -> None:
        """Removes what a run that was ended in the middle was writing at that moment."""
        if isinstance(self.objects, FolderObjects):
            for folder in (_LISTS, _PIECES):
                for path in (self.objects.root / folder).rglob(".*"):
                    with suppress(FileNotFoundError):
                        path.unlink()

    def _marker(self) -> bytes | None:
        try:
            return self.objects.read(_MARKER)
        except FileNotFoundError:
            return None


def vault_in(bucket: Bucket | None, folder: Path) -> Vault:
    """The place of backups in a bucket, or without one in a folder."""
    return Vault(objects_in(bucket, folder), bucket.address if bucket else str(folder))


@contextmanager
def said_plainly(where: str) -> Iterator[None]:
    """What storage fails in, as a sentence for the operator."""
    try:
        yield
    except NoRoomLeft:
        raise BackupRefused(
            f"There is no room left at {where}. Earlier backups are whole, and nothing half-written counts. Make room,"
            " or choose a larger place, and run this again: it goes on from what is there."
        ) from None
    except StorageAway as away:
        raise BackupRefused(f"The storage cannot be reached, and may be later. {away}") from away
    except OSError as failure:
        raise BackupRefused(f"This did not work at {where}: {failure.strerror} ({failure.filename}).") from failure
