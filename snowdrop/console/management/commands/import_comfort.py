"""`snowdrop import-comfort FILE.jsonl --memorial NAME`: brings in comfort that was gathered elsewhere."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from snowdrop.console.importing import Imported, import_comfort
from snowdrop.ground import clock
from snowdrop.memorials.models import Memorial


class Command(BaseCommand):
    """Reads a file of JSON lines and keeps each as if it had been sent."""

    help = "Brings in comfort from a file with one JSON object on each line; can be run again, nothing is kept twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and the name of the memorial in its address."""
        parser.add_argument("file", type=Path, metavar="FILE.jsonl")
        parser.add_argument("--memorial", required=True, metavar="NAME", help="as in its address: /m/NAME/")

    def handle(self, *, file: Path, memorial: str, **options: object) -> None:
        """Imports the file with a bar on the terminal, then says which lines were not kept and why."""
        found = Memorial.objects.filter(slug=memorial).first()
        if found is None:
            raise CommandError(f"There is no memorial called {memorial!r}.")
        try:
            imported = self._import(file, found)
        except OSError as problem:
            raise CommandError(f"{file} cannot be read: {problem.strerror}.") from problem
        self._tell(imported)

    def _import(self, file: Path, memorial: Memorial) -> Imported:
        with file.open("rb") as lines:
            number = sum(1 for _ in lines)
            lines.seek(0)
            with tqdm(total=number, unit=" lines", file=self.stderr, disable=None) as bar:
                return import_comfort(lines, memorial, now=clock.now(), progress=bar.update)

    def _tell(self, imported: Imported) -> None:
        self.stdout.write(f"Lines kept now: {imported.kept}. Kept before: {imported.kept_before}.")
        for line in imported.not_kept:
            self.stderr.write(f"Line {line.number}: {line.reason}")
        if imported.not_kept:
            raise CommandError("These lines were not kept. Mend them and run this again; nothing is kept twice.")
