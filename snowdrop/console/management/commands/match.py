"""`snowdrop match --stories FILE --readers FILE`: says for each reader which stories are nearest, and why."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError

from django.core.management.base import BaseCommand, CommandError

from snowdrop.console.json_lines import writable


class Command(BaseCommand):
    """Reads JSON lines of stories and of readers, and prints one line for each reader."""

    help = (
        "Stories have “id”, “lang”, “text” and “facets”; readers have “id”, “gives”, “matters” (the first the most) "
        "and “words”. Prints for each reader “id”, “nothing_near”, and “stories” in order, each with “id”, “score”, "
        "“near” and “reasons”. Reasons are said only where six stories or more share them."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The two files, and how many stories each reader is told of."""
        parser.add_argument("--stories", metavar="FILE", required=True, help="JSON lines in UTF-8")
        parser.add_argument("--readers", metavar="FILE", required=True, help="JSON lines in UTF-8")
        parser.add_argument("--top", metavar="N", type=_how_many, default=20, help="stories for each reader (20)")

    def handle(self, *, stories: str, readers: str, top: int, **options: object) -> None:
        """Answers all readers at once, when every line is read; bad lines are named and make the exit status 2."""
        from snowdrop.console.matching import BadLine, match_lines, shelve  # NumPy is loaded for this command alone

        try:
            with open(stories, "rb") as told, open(readers, "rb") as asking:
                shelf = shelve(told)
                said = list(match_lines(shelf, asking, top))
        except OSError as problem:
            raise CommandError(f"{problem.filename} cannot be read: {problem.strerror}.", returncode=2) from problem
        for one in said:
            if not isinstance(one, BadLine):
                self.stdout.write(writable(one))
        bad = [(stories, one) for one in shelf.bad] + [(readers, one) for one in said if isinstance(one, BadLine)]
        for file, line in bad:
            self.stderr.write(f"{file}, line {line.number} {line.reason}")
        if bad:
            raise CommandError(f"Lines that could not be read: {len(bad)}. The others are answered.", returncode=2)


def _how_many(said: str) -> int:
    number = int(said) if said.isascii() and said.isdigit() else 0
    if not number:
        raise ArgumentTypeError("say how many stories, as a whole number from 1 on.")
    return number
