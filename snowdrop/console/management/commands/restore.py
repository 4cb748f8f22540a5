"""`snowdrop restore`: puts a backup back into an empty instance."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import ClassVar

from django.core.management.base import BaseCommand, CommandError

from snowdrop.console.backups import sealing
from snowdrop.console.backups.places import Places, the_places
from snowdrop.console.backups.refusals import BackupRefused
from snowdrop.console.backups.restoring import choose, restore, what_does_not_open
from snowdrop.console.backups.telling import Bars
from snowdrop.console.backups.vault import said_plainly

_NAMED = 5


class Command(BaseCommand):
    """All of it or nothing: ended in the middle, run it again."""

    help = "Puts a backup back into an empty instance, and looks whether everything in it opens."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The backup key is the one that `backup --make-key` printed."""
        parser.add_argument("folder", nargs="?", default="", help="where backups lie (SNOWDROP_BACKUPS)")
        parser.add_argument("--keys", default="", metavar="FOLDER", help="where copies of the keys lie")
        parser.add_argument("--key-file", required=True, metavar="FILE", help="the file with the backup key")
        parser.add_argument("--backup", default="", metavar="NAME", help="which backup (the newest); see verify-backup")

    def handle(self, *, folder: str, keys: str, key_file: str, backup: str, **_: object) -> None:
        """Says what was put back, and what to do next."""
        try:
            places = the_places(folder, keys)
            with said_plainly(places.vault.where):
                self._restore(places, sealing.secret_key(Path(key_file)), backup)
        except BackupRefused as refused:
            raise CommandError(str(refused)) from refused

    def _restore(self, places: Places, secret: sealing.SecretKey, name: str) -> None:
        bars = Bars(sys.stderr)
        try:
            chosen = choose(places.vault, secret, name)
            keys = places.keys.newest(secret) if places.keys else None
            restore(places.vault, secret, chosen, keys, progress=bars)
            problems = what_does_not_open(of=len(chosen.files) + len(chosen.missing), progress=bars)
        finally:
            bars.close()
        self.stdout.write(
            f"Restored as it was on {chosen.made_at:%d %B %Y, %H:%M} UTC: {len(chosen.files)} files and the database."
        )
        for problem in problems[:_NAMED]:
            self.stdout.write(f"mend    {problem}")
        self.stdout.write(
            f"{len(problems)} files do not open; all others do." if problems else "Every file opens, to its last byte."
        )
        self.stdout.write(
            "What was done since then is undone, also what people hid, blocked, or signed out of. Tell them."
        )
        self.stdout.write("Next: python -m snowdrop migrate, then doctor, then serve.")
