"""`snowdrop mend-journal`: after a database was restored in another PostgreSQL."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from snowdrop.ground import restored


class Command(BaseCommand):
    help = "Lets the readers of the journal go on after the database was restored; stop the server first."

    def handle(self, **options: object) -> None:
        """Says whether there was anything to mend."""
        if not restored.is_held_back():
            self.stdout.write("Nothing holds back the readers of the journal.")
            return
        restored.let_readers_go_on()
        self.stdout.write("The readers of the journal go on. Start the server again.")
