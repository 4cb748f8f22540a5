"""`snowdrop rotate-instance-key`: a new instance key, and every data key wrapped by it."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from snowdrop.ground import instance_keys, rotation, sealing
from snowdrop.ground.objects import StorageAway


class Command(BaseCommand):
    """Can be ended at any moment and run again; the server may go on working meanwhile."""

    help = "Makes a new instance key, wraps every data key with it, and lets the old one go; can be run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where several machines have the folder of keys each for itself, the new key has to come to all of them."""
        parser.add_argument("--only-make", action="store_true", help="stop once the new key is made, to copy it first")

    def handle(self, *, only_make: bool, **options: object) -> None:
        """Shows a bar on the terminal; says what to do where something stands in the way."""
        try:
            self._rotate(only_make=only_make)
        except (StorageAway, sealing.Unreadable) as problem:
            raise CommandError(
                f"Not every key could be wrapped anew; the old instance key stays, and nothing is lost. {problem}"
            ) from problem

    def _rotate(self, *, only_make: bool) -> None:
        owners = rotation.begin()
        if only_make:
            self.stdout.write(
                f"The new key is made. Copy {instance_keys.NEXT} into the folder of keys of every machine, then run"
                " this again without --only-make."
            )
            return
        for owner in tqdm(owners, unit=" keys", file=self.stderr, disable=None):
            rotation.wrap([owner])
        rotation.end()
        self.stdout.write(
            f"Every data key is wrapped by the new instance key, and the old one is gone. Back up"
            f" {instance_keys.PRESENT} now, apart from the data."
            f" On other machines, move {instance_keys.NEXT} to {instance_keys.PRESENT}."
        )
