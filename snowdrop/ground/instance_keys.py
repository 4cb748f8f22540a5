"""The instance key, which wraps every data key: a file of this computer, never in a bucket, never in the database.

While keys are being wrapped anew there are two: `instance.key`, and `instance-next.key`, which wraps from then on.
Nothing of it is kept in memory, so a running server knows of a new key at once.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from django.conf import settings

from snowdrop.ground import sealing
from snowdrop.ground.objects import FolderObjects, StorageAway, overwrite, sync_folder

PRESENT: Final = "instance.key"
NEXT: Final = "instance-next.key"


@dataclass(frozen=True, slots=True)
class InstanceKey:
    """An instance key, and the name that wrapped keys call it by, which tells nothing of it."""

    secret: bytes = field(repr=False)

    @property
    def name(self) -> str:
        return hashlib.sha256(b"snowdrop instance key\x00" + self.secret).hexdigest()[:16]


class InstanceKeyMissing(StorageAway):
    """The instance key that is needed is not in the folder of keys, which may not be there at the moment."""


def make_first() -> None:
    """Makes the instance key when the database is prepared, and never again: one that is not there is to be found."""
    _make(PRESENT)


def make_next() -> InstanceKey:
    """Makes the key that is to take the place of the present one; one that was made before is that key.

    Raises InstanceKeyMissing where there is no present one.
    """
    newest()
    _make(NEXT)
    return newest()


def newest() -> InstanceKey:
    """The key that wraps from now on. Raises InstanceKeyMissing."""
    return _keys()[0]


def named(name: str) -> InstanceKey:
    """The key that wrapped something. Raises InstanceKeyMissing."""
    for key in _keys():
        if key.name == name:
            return key
    raise InstanceKeyMissing(f"The instance key {name} is not in {settings.SNOWDROP.keys}.")


def made_at() -> datetime | None:
    """When the key was made that wraps from now on; None where there is none."""
    for name in (NEXT, PRESENT):
        with suppress(FileNotFoundError):
            return datetime.fromtimestamp((settings.SNOWDROP.keys / name).stat().st_mtime, UTC)
    return None


def settle() -> None:
    """Puts the next key in the place of the present one, which is overwritten: nothing may need it any more."""
    folder = settings.SNOWDROP.keys
    with (folder / PRESENT).open("r+b") as replaced:
        (folder / NEXT).replace(folder / PRESENT)
        sync_folder(folder)
        overwrite(replaced)


def _keys() -> list[InstanceKey]:
    """The next key, if there is one, before the present one: read in this order, a key that moves up is not missed."""
    found = []
    for name in (NEXT, PRESENT):
        try:
            found.append(InstanceKey(_files().read(name)))
        except FileNotFoundError:
            continue
    if not found:
        raise InstanceKeyMissing(f"There is no instance key in {settings.SNOWDROP.keys}. Is that folder there?")
    return found


def _make(name: str) -> None:
    try:
        _files().add(name, sealing.new_key())
    except FileExistsError:
        return


def _files() -> FolderObjects:
    return FolderObjects(settings.SNOWDROP.keys)
