"""`snowdrop groups`: lets somebody begin a support group from a ready template."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from snowdrop.ground import clock
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.support_groups import actions
from snowdrop.support_groups.vocabulary import Subject


class Command(BaseCommand):
    """Lists the ready templates, or begins a group that one person then prepares and opens."""

    help = "Says which ready groups there are, and lets somebody begin one. It opens when everything is there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Somebody is named by the address with which they sign in."""
        doing = parser.add_subparsers(dest="what", required=True)
        doing.add_parser("list", help="say which ready groups there are")
        begin = doing.add_parser("open", help="let somebody begin a group, prepare it, and open it")
        begin.add_argument("address", metavar="ADDRESS", help="the address with which they sign in")
        begin.add_argument("subject", metavar="SUBJECT", choices=Subject.values, help=", ".join(Subject.values))
        begin.add_argument("--name", default="", help="what it is called; it can be changed")

    def handle(self, *, what: str, address: str = "", subject: str = "", name: str = "", **options: object) -> None:
        """Says where the group is prepared."""
        if what == "list":
            for one in Subject:
                self.stdout.write(f"{one.value}: {one.label}")
            return
        found = Person.objects.filter(email=address.strip().lower()).first()
        if found is None:
            raise CommandError(f"Nobody has signed in here with {address}. Let them sign in once, then begin a group.")
        whoever = Viewer(person_id=found.pk)
        group = actions.make_group(whoever, subject=Subject(subject), name=name, by_operator=True, now=clock.now())
        where = reverse("arrange_group", args=[group.slug])
        self.stdout.write(f"{found.email} prepares it at {where}. It opens when nothing is missing there.")
