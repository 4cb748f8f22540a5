"""`snowdrop story-readers`: who reads stories first that the screens hold back."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from snowdrop.people.models import Person
from snowdrop.stories.actions_of_reading import ask_to_read
from snowdrop.stories.models import StoryReader


class Command(BaseCommand):
    help = "Asks somebody to read stories first that the screens hold back; without an address, says whether any do."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The address is the one with which they sign in."""
        parser.add_argument("address", metavar="ADDRESS", nargs="?", help="the address with which they sign in")
        parser.add_argument("--end", action="store_true", help="let them go")

    def handle(self, *, address: str | None, end: bool, **options: object) -> None:
        """Says what stands now; an address that nobody signs in with is said to be one."""
        if address is None:
            there = StoryReader.objects.count()
            self.stdout.write(f"{there} people read stories first." if there else "Nobody reads stories first.")
            return
        person = Person.objects.filter(email=address.lower()).first()
        if person is None:
            raise CommandError(f"Nobody has signed in as {address} yet. They sign in once, then you ask them here.")
        ask_to_read(person.pk, reads=not end)
        self.stdout.write("They no longer read." if end else "They read first, at /stories/reading/ once signed in.")
