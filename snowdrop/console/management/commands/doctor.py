"""`snowdrop doctor`: what is wrong with this instance, and how to mend it."""

from __future__ import annotations

import json as writing
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import asdict
from typing import ClassVar

from django.core.management.base import BaseCommand

from snowdrop.console.doctor import Examination, examine, places


class Command(BaseCommand):
    """Changes nothing but a canary, which it puts into the store and takes out again."""

    help = "Names what is wrong with this instance and how to mend it; ends with 1 if anything is."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """With an address, what strangers find there is looked at too."""
        parser.add_argument("--address", default="", metavar="URL", help="where the running instance is reached")
        parser.add_argument("--json", action="store_true", help="one JSON object, for machines")

    def handle(self, *, address: str, json: bool, **options: object) -> None:
        """Says what was looked at as it goes."""
        examinations = []
        for one in examine(address):
            examinations.append(one)
            if not json:
                self._say(one)
        well = not any(one.findings for one in examinations)
        if json:
            self._say_to_machines(examinations, well=well)
        else:
            self._say_places()
            self.stdout.write("\nAll is well." if well else "\nSomething is to be mended; see above.")
        if not well:
            sys.exit(1)

    def _say(self, one: Examination) -> None:
        self.stdout.write(f"{'mend' if one.findings else 'well'}  {one.about}")
        for finding in one.findings:
            self.stdout.write(f"        {finding.wrong}\n          → {finding.mend}")

    def _say_places(self) -> None:
        self.stdout.write("\nWhere something of people is kept:")
        for place in places():
            self.stdout.write(f"  {place.where}\n      {place.what}; {place.protected}")

    def _say_to_machines(self, examinations: Sequence[Examination], *, well: bool) -> None:
        said = {"well": well, "looked_at": [asdict(one) for one in examinations], "places": [*map(asdict, places())]}
        self.stdout.write(writing.dumps(said, ensure_ascii=False))
