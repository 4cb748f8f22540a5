"""`snowdrop dispute`: holds a memorial as it is while those who keep it are in dispute."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from snowdrop.ground import clock
from snowdrop.memorials import actions
from snowdrop.memorials.models import Memorial


class Command(BaseCommand):
    help = "Holds a memorial as it is: nothing becomes wider, nobody is let in, nothing is deleted. Keepers see it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The name is what follows /m/ in the address."""
        parser.add_argument("memorial", metavar="NAME", help="what follows /m/ in the address of the memorial")
        parser.add_argument("--end", action="store_true", help="let it go on")

    def handle(self, *, memorial: str, end: bool, **options: object) -> None:
        """Says what stands now; a name that nobody has is said to be one."""
        found = Memorial.objects.filter(slug=memorial).first()
        if found is None:
            raise CommandError(f"There is no memorial “{memorial}”. Give what follows /m/ in its address.")
        if end:
            actions.end_dispute(found, now=clock.now())
            self.stdout.write("It goes on. What a keeper has frozen stays frozen until they lift it.")
            return
        actions.begin_dispute(found, now=clock.now())
        self.stdout.write(
            "It is held as it is: nothing becomes wider, nobody is let in, no deletion becomes final. Keepers can still"
            " show less, leave, and take everything with them. Let it go on with --end."
        )
