"""`snowdrop run`: everything that somebody needs who wants to try it."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, ClassVar

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from snowdrop.console.collecting import collect_if_changed
from snowdrop.console.demo import tell_if_empty
from snowdrop.console.management.commands.serve import add_where_to_listen
from snowdrop.console.moving.guard import kept_from_moving
from snowdrop.console.serving import serve
from snowdrop.console.story import Told
from snowdrop.ground import clock
from snowdrop.ground.processes import let_go_of_databases


class Command(BaseCommand):
    help = "Prepares everything, tells a demo story if nobody is there yet, says where to look, and serves."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        add_where_to_listen(parser)

    def handle(self, *, host: str, port: int, **_: Any) -> None:
        with kept_from_moving():
            self._run(host, port)

    def _run(self, host: str, port: int) -> None:
        call_command("migrate", verbosity=0)
        collect_if_changed()
        told = _tell_if_empty()
        self.stdout.write(f"\nSnowdrop is at http://localhost:{port}/ (Ctrl-C ends it).")
        for place in told:
            self.stdout.write(f"\n  http://localhost:{port}{place.path}\n      {place.words}")
        if settings.SNOWDROP.developing:
            self.stdout.write(f"\nMails, among them the codes to sign in, are at http://localhost:{port}/_mail/")
        self.stdout.flush()
        sys.exit(serve(host, port))


def _tell_if_empty() -> tuple[Told, ...]:
    """In a process of its own: an object storage that was used here could not be used by the processes that serve."""
    let_go_of_databases()
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as apart:
        return apart.submit(tell_if_empty, now=clock.now()).result()
