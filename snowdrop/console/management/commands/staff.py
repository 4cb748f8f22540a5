"""`snowdrop staff`: whom this server's operator trusts to keep people safe, and who may see how it runs."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from snowdrop.ground import clock
from snowdrop.people.models import Person
from snowdrop.safeguarding.actions import end_staff, name_staff
from snowdrop.safeguarding.models import Staff
from snowdrop.safeguarding.vocabulary_of_staff import Role


class Command(BaseCommand):
    """Lists those who are trusted, names somebody, or ends it. Who did what when stays on record."""

    help = "Says who keeps people safe on this server, and names or ends a moderator, a lead, a deputy or an operator."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Somebody is named by the address with which they sign in."""
        doing = parser.add_subparsers(dest="what", required=True)
        doing.add_parser("list", help="say who is trusted with what, and since when")
        add = doing.add_parser("add", help="trust somebody with a role")
        add.add_argument("address", metavar="ADDRESS", help="the address with which they sign in")
        add.add_argument("role", metavar="ROLE", choices=Role.values, help=", ".join(Role.values))
        end = doing.add_parser("end", help="end one role of somebody, or all of them")
        end.add_argument("address", metavar="ADDRESS", help="the address with which they sign in")
        end.add_argument("role", metavar="ROLE", nargs="?", choices=Role.values, help="all of them if left out")

    def handle(self, *, what: str, address: str = "", role: str | None = None, **options: object) -> None:
        """Does one of the three, and says what stands now."""
        if what == "add" and role:
            self._add(_person(address), Role(role))
        elif what == "end":
            self._end(_person(address), Role(role) if role else None)
        else:
            self._list()

    def _list(self) -> None:
        rows = Staff.objects.serving().select_related("person").order_by("since", "id")
        for one in rows:
            self.stdout.write(f"{one.person.email}: {Role(one.role).label}, since {one.since:%Y-%m-%d}")
        if not rows:
            self.stdout.write("Nobody yet. Reports wait, and nobody is told when somebody may be in danger.")

    def _add(self, person: Person, role: Role) -> None:
        name_staff(person, role, now=clock.now())
        self.stdout.write(f"{person.email} is {role.label} now. End it with: snowdrop staff end {person.email} {role}")

    def _end(self, person: Person, role: Role | None) -> None:
        ended = end_staff(person, role=role, now=clock.now())
        if not ended:
            raise CommandError(f"{person.email} has no such role. `snowdrop staff list` says who has which.")
        for one in ended:
            self.stdout.write(f"{person.email} is not {Role(one.role).label} any more, from this moment on.")


def _person(address: str) -> Person:
    found = Person.objects.filter(email=address.strip().lower()).first()
    if found is None:
        raise CommandError(f"Nobody has signed in here with {address}. Let them sign in once, then name them.")
    return found
