"""`snowdrop status`: how this server runs, at this moment."""

from __future__ import annotations

import json as writing
import shutil
import sys
import time
from argparse import ArgumentParser
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, ClassVar, Final

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from snowdrop.console.drawing_status import drawn
from snowdrop.engine_room import metrics
from snowdrop.engine_room.looking import EngineRoom, look
from snowdrop.engine_room.vocabulary import State
from snowdrop.ground import clock

NOT_RUNNING: Final = 2
_PATIENCE_SECONDS: Final = 2
"""For a database that is locked or away."""
_HOME, _REST_OF_LINE, _BELOW = "\x1b[H", "\x1b[K", "\x1b[J"
_CLEAR: Final = "\x1b[2J"


class Command(BaseCommand):
    """Changes nothing. Ends with 0 if all is fine or only slow, 1 if something is stuck, 2 if Snowdrop does not run."""

    help = "Says how this server runs; ends with 1 if something is stuck, with 2 if it does not run."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """For people, for programs, and for whoever keeps looking."""
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--json", action="store_true", help="one JSON object, for machines")
        how.add_argument(
            "--watch", type=float, nargs="?", const=2.0, metavar="SECONDS", help="look again and again (2)"
        )
        how.add_argument("--metrics-secret", action="store_true", help="say what opens the figures for Prometheus")

    def handle(self, *, json: bool, watch: float | None, metrics_secret: bool, **options: object) -> None:
        """Looks once, or until Ctrl-C."""
        if metrics_secret:
            self.stdout.write(metrics.secret())
            return
        _be_impatient()
        if watch is not None:
            self._watch(max(watch, 0.5))
            return
        room = look(clock.now())
        if json:
            self.stdout.write(writing.dumps(said(room), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(self._drawn(room, None)))
        sys.exit(status_of(room))

    def _watch(self, seconds: float) -> None:
        if not self.stdout.isatty():
            raise CommandError("--watch draws on a terminal; leave it out to write to a file.")
        self.stdout.write(_CLEAR, ending="")
        room = None
        with suppress(KeyboardInterrupt):
            while True:
                room = look(clock.now())
                lines = self._drawn(room, shutil.get_terminal_size().lines - 1)
                self.stdout.write(_HOME + "".join(f"{line}{_REST_OF_LINE}\n" for line in lines) + _BELOW, ending="")
                self.stdout.flush()
                time.sleep(seconds)
        sys.exit(status_of(room) if room else 0)

    def _drawn(self, room: EngineRoom, height: int | None) -> list[str]:
        columns = shutil.get_terminal_size().columns if self.stdout.isatty() else 100
        return drawn(room, width=columns, height=height, paint=self._paint)

    def _paint(self, state: State, words: str) -> str:
        """In colour where the terminal has any, and nobody asked for none."""
        styles = {State.FINE: self.style.SUCCESS, State.SLOW: self.style.WARNING, State.STUCK: self.style.ERROR}
        return str(styles[state](words))


def status_of(room: EngineRoom) -> int:
    """What the command ends with."""
    if not room.runs:
        return NOT_RUNNING
    return 1 if room.state is State.STUCK else 0


def said(room: EngineRoom) -> Mapping[str, Any]:
    """All that was seen, for programs."""
    return {
        "at": room.at.isoformat(),
        "runs": room.runs,
        "state": room.state.word,
        "words": room.words,
        "lines": [
            {
                "part": str(part.title),
                "about": str(line.about),
                "state": line.state.word,
                "words": str(line.words),
                "figures": [{"name": one.name, "value": one.value, **one.of} for one in line.figures],
            }
            for part in room.parts
            for line in part.lines
        ],
    }


def _be_impatient() -> None:
    """Whoever looks wants to know soon that the database does not answer."""
    options = connection.settings_dict["OPTIONS"]
    if connection.vendor == "sqlite":
        options["timeout"] = _PATIENCE_SECONDS
    else:
        options["pool"] = False
        options["connect_timeout"] = _PATIENCE_SECONDS
