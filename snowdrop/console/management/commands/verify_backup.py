"""`snowdrop verify-backup`: reads every byte of a place of backups."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from django.core.management.base import BaseCommand, CommandError

from snowdrop.console.backups import sealing
from snowdrop.console.backups.lists import when_of
from snowdrop.console.backups.places import Places, the_places
from snowdrop.console.backups.refusals import BackupRefused
from snowdrop.console.backups.telling import Bars, megabytes
from snowdrop.console.backups.vault import said_plainly
from snowdrop.console.backups.verifying import Verified, verify
from snowdrop.ground import clock
from snowdrop.ground.last_backup import last_backup, note_last_backup


class Command(BaseCommand):
    """Removes nothing; what is broken is written anew by the next backup, where it still is."""

    help = "Reads every byte of the backups and says which are whole; ends with 1 if one is not."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Without the backup key every byte is read against its checksum; with it every piece is opened, too."""
        parser.add_argument("folder", nargs="?", default="", help="where backups lie (SNOWDROP_BACKUPS)")
        parser.add_argument("--keys", default="", metavar="FOLDER", help="where copies of the keys lie")
        parser.add_argument("--key-file", default="", metavar="FILE", help="the backup key, to open every piece too")

    def handle(self, *, folder: str, keys: str, key_file: str, **_: object) -> None:
        """Says of each backup whether it is whole."""
        try:
            places = the_places(folder, keys)
            with said_plainly(places.vault.where):
                well = self._verify(places, key_file)
        except BackupRefused as refused:
            raise CommandError(str(refused)) from refused
        if not well:
            sys.exit(1)

    def _verify(self, places: Places, key_file: str) -> bool:
        secret = sealing.secret_key(Path(key_file)) if key_file else None
        bars = Bars(sys.stderr)
        try:
            found = verify(places.vault, secret.public if secret else sealing.public_key(), secret, progress=bars)
        finally:
            bars.close()
        self._say(places, found)
        broken_keys = places.keys.broken() if places.keys else []
        for name in broken_keys:
            self.stdout.write(f"broken  the copy of the keys {name}. Run backup again, to make another.")
        last = last_backup()
        if found.well and last and last.place == places.vault.where:
            note_last_backup(replace(last, verified_at=clock.now()))
        return found.well and not broken_keys

    def _say(self, places: Places, found: Verified) -> None:
        for name, problem in found.backups.items():
            moment = f"{when_of(name):%d %B %Y, %H:%M} UTC"
            self.stdout.write(f"broken  {name}  {problem}" if problem else f"whole   {name}  ({moment})")
        self.stdout.write(f"{megabytes(found.read)} were read and are what was written.")
        if not found.backups:
            self.stdout.write(f"There is no backup in {places.vault.where}.")
        if found.broken:
            self.stdout.write(
                f"{len(found.broken)} pieces are broken; the first is {found.broken[0]}. Run backup now: what is still"
                " on the server is written anew. If it comes again, the disk is failing: choose another place."
            )
