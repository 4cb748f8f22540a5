"""`snowdrop screen FILE`: says for each message in a file in which lane it goes, and why."""

from __future__ import annotations

import sys
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from snowdrop.console.json_lines import writable
from snowdrop.console.screening import Answer, screen_lines


class Command(BaseCommand):
    """Reads JSON lines and prints one for each."""

    help = (
        "Reads JSON lines with “id”, “lang” and “text”, and prints for each “id”, “lane” (green, amber, red), "
        "“clumsy”, “crisis” (none, low, medium, high, imminent) and “reasons”. Nothing is kept, and nothing is sent."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file; a dash reads what is handed in."""
        parser.add_argument("file", metavar="FILE", help="JSON lines in UTF-8, or - for standard input")

    def handle(self, *, file: str, **options: object) -> None:
        """Answers line by line; lines that cannot be read are named, and make the exit status 2."""
        bad = 0
        try:
            with sys.stdin.buffer if file == "-" else open(file, "rb") as lines:
                for one in screen_lines(lines):
                    if isinstance(one, Answer):
                        self.stdout.write(writable(one.said))
                    else:
                        bad += 1
                        self.stderr.write(f"Line {one.number} {one.reason}")
        except OSError as problem:
            raise CommandError(f"{file} cannot be read: {problem.strerror}.", returncode=2) from problem
        if bad:
            raise CommandError(f"Lines that could not be read: {bad}. The others are answered.", returncode=2)
