"""`snowdrop backup`: a backup of the running instance, encrypted, and with it a copy of the keys in another place."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from datetime import datetime, timedelta
from typing import ClassVar

from django.core.management.base import BaseCommand, CommandError

from snowdrop.console.backups import sealing
from snowdrop.console.backups.making import Made, back_up
from snowdrop.console.backups.places import Places, refuse_unmounted, the_places
from snowdrop.console.backups.refusals import BackupRefused
from snowdrop.console.backups.telling import Bars, megabytes
from snowdrop.console.backups.vault import said_plainly
from snowdrop.ground import clock
from snowdrop.ground.last_backup import LastBackup, last_backup, note_last_backup

_KEEP_DAYS = 30


class Command(BaseCommand):
    """Can be ended at any moment and run again; the server goes on working meanwhile."""

    help = "Backs up the running instance, encrypted for the backup key; and the keys, into a place of their own."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Places may come from the settings instead, so that `backup` alone is enough."""
        parser.add_argument("folder", nargs="?", default="", help="where backups lie (SNOWDROP_BACKUPS)")
        parser.add_argument("--keys", default="", metavar="FOLDER", help="another place, for copies of the keys")
        parser.add_argument("--keep", type=int, default=_KEEP_DAYS, metavar="DAYS", help="how long backups stay (30)")
        parser.add_argument("--new-place", action="store_true", help="the place is empty, and that is right")
        parser.add_argument("--make-key", action="store_true", help="make the backup key, print it, and end")

    def handle(self, *, folder: str, keys: str, keep: int, new_place: bool, make_key: bool, **_: object) -> None:
        """Says what was made, and where."""
        try:
            if make_key:
                return self._make_key()
            places = the_places(folder, keys)
            with said_plainly(places.vault.where):
                if not new_place:
                    refuse_unmounted(places.vault)
                self._back_up(places, timedelta(days=keep))
        except BackupRefused as refused:
            raise CommandError(str(refused)) from refused
        return None

    def _make_key(self) -> None:
        words = sealing.make_key()
        self.stdout.write(
            "# The backup key of a Snowdrop server. Whoever has it can open its backups; without it nobody can.\n"
            f"# Keep it away from the server and from the backups, in two places, one of them on paper.\n{words}"
        )
        if not sys.stdout.isatty():
            self.stderr.write("The backup key was written. It is kept nowhere on this computer: keep it safe.")

    def _back_up(self, places: Places, keep: timedelta) -> None:
        key, now, bars = sealing.public_key(), clock.now(), Bars(sys.stderr)
        try:
            made = back_up(places.vault, key, keep=keep, now=now, progress=bars)
        finally:
            bars.close()
        note_last_backup(_noted(places, made, now))
        self._say(places, made)
        if places.keys is None:
            self.stdout.write("The keys were not copied. Without them nobody can read a backup: name a place, --keys.")
            return
        with said_plainly(str(places.keys.folder)):
            number = places.keys.copy(key, clock.now())
        last = last_backup()
        if last:
            note_last_backup(_with_keys(last, now))
        self.stdout.write(f"{number} keys were copied to {places.keys.folder}; copies older than 30 days are gone.")

    def _say(self, places: Places, made: Made) -> None:
        self.stdout.write(
            f"Backed up to {places.vault.where}: {len(made.list.files)} files and the database,"
            f" {megabytes(made.list.size)}; {megabytes(made.written)} of it were new."
        )
        if made.list.missing:
            self.stdout.write(
                f"{len(made.list.missing)} photographs or recordings of which the database speaks are not in the store;"
                f" the first is {made.list.missing[0]}. Everything else is backed up."
            )
        if made.let_go:
            self.stdout.write(f"{made.let_go} old backups were let go.")


def _noted(places: Places, made: Made, now: datetime) -> LastBackup:
    before = last_backup()
    same = before is not None and before.place == places.vault.where
    return LastBackup(
        made_at=now,
        place=places.vault.where,
        size=made.list.size,
        written=made.written,
        verified_at=before.verified_at if before and same else None,
        keys_copied_at=before.keys_copied_at if before else None,
    )


def _with_keys(last: LastBackup, now: datetime) -> LastBackup:
    return LastBackup(last.made_at, last.place, last.size, last.written, last.verified_at, now)
