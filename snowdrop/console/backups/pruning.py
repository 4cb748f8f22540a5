"""Lets old backups go, and every piece that no backup needs any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from snowdrop.console.backups import broken
from snowdrop.console.backups.lists import when_of
from snowdrop.console.backups.refusals import BackupRefused
from snowdrop.console.backups.sealing import PublicKey
from snowdrop.console.backups.vault import Vault


def prune(vault: Vault, key: PublicKey, *, keep: timedelta, now: datetime) -> int:
    """Removes backups older than `keep`, never the newest; returns how many. Ended in the middle, it is done again.

    Only while no backup is being made: its pieces would seem to be needed by none.

    Where the list of a backup that is to stay cannot be read, no piece is removed: nobody knows what it needs.
    """
    *earlier, _newest = vault.list_names() or [""]
    old = [name for name in earlier if when_of(name) < now - keep]
    for name in old:
        vault.remove_list(name)
    _remove_needless(vault, key)
    return len(old)


def _remove_needless(vault: Vault, key: PublicKey) -> None:
    needed: set[str] = set()
    for name in vault.list_names():
        try:
            needed.update(vault.read_list(name, key).needs(key))
        except BackupRefused:
            return  # `verify-backup` names it
    found_broken = broken.names()
    here = list(vault.pieces())
    sound = {id for id, name in here if name not in found_broken}
    for id, name in here:
        if id not in needed or (name in found_broken and id in sound):
            vault.remove_piece(name)
