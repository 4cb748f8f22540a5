"""`snowdrop move-to postgresql://…`, and back: `snowdrop move-to sqlite:///`."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any, ClassVar

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from snowdrop.console.moving import guard, moving
from snowdrop.console.moving.comparing import Difference
from snowdrop.console.moving.sides import CannotMove, Side
from snowdrop.console.moving.tables import Table, all_tables


class Command(BaseCommand):
    """Can be ended at any moment and run again; until it has ended, the old database is the one that serves."""

    help = "Moves everything to another database, compares each row, and says what to set; the old one stays as it is."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, written as the setting is."""
        parser.add_argument("url", metavar="URL", help="postgresql://user:password@host/name, or sqlite:///path")
        parser.add_argument("--compare", action="store_true", help="only compare, with a copy that is there already")
        parser.add_argument("--without", action="append", default=[], metavar="TABLE", help="leave out this table")
        parser.add_argument("--quiet", action="store_true", help="say nothing unless something is wrong")

    def handle(self, *, url: str, compare: bool, without: Sequence[str], quiet: bool, **options: object) -> None:
        """Ends with 1 where anything differs, or where nothing was moved."""
        self._quiet = quiet
        here = settings.SNOWDROP
        try:
            with (
                guard.kept_from_serving(),
                moving.standing_still(here.database, here.data, leave_out=without) as source,
                moving.another(source, url, here.data, there_already=compare) as target,
            ):
                if compare:
                    self._compare(
                        source, target, all_tables(), if_not="Their copies, or they themselves, were changed."
                    )
                else:
                    self._move(source, target, url)
        except CannotMove as why:
            raise CommandError(str(why)) from why

    def _move(self, source: Side, target: Side, url: str) -> None:
        self._say(f"From {source.name} to {target.name}. What serves now stays as it is.")
        tables = moving.prepare(source, target, url)
        with self._bar("copied", source, tables) as bar:
            moving.copy(source, target, tables, bar)
        self._compare(source, target, tables, if_not="Nothing is served from the copy. Run this again to make it anew.")
        moving.join(source, target, tables)
        guard.note_that_it_left(source.name, target.name)  # before the copy can be served: never both
        target.unmark()
        self._say(
            f"Moved to {target.name}. Set SNOWDROP_DATABASE to the address that you gave here, on every machine (leave"
            f" it out for the embedded database), and serve again. {source.name} is as it was; keep it until there is a"
            " backup of the new one, then remove it: what families delete from now on is still in it."
        )

    def _compare(self, source: Side, target: Side, tables: Sequence[Table], *, if_not: str) -> None:
        with self._bar("compared", source, tables) as bar:
            found = moving.compare(source, target, tables, bar)
        if found:
            raise CommandError(f"{_told(found, target)}\n{if_not}")
        self._say(f"Every row of {source.name} is in {target.name}, with the same values, and nothing else is.")

    def _bar(self, title: str, source: Side, tables: Sequence[Table]) -> AbstractContextManager[Any]:
        total = sum(source.count(table) for table in tables)
        hidden = True if self._quiet else None  # None: only where there is a terminal
        return tqdm(total=total, desc=title, unit=" rows", unit_scale=True, file=self.stderr, disable=hidden)

    def _say(self, sentence: str) -> None:
        if not self._quiet:
            self.stdout.write(sentence)


def _told(found: Sequence[Difference], target: Side) -> str:
    more = " and maybe others" if len(found) == moving.MOST_TOLD else ""
    lines = "\n".join(f"  {one}" for one in found)
    return f"These rows{more} of {target.name} differ:\n{lines}"
