"""`snowdrop serve`."""

from __future__ import annotations

import argparse
import sys
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand

from snowdrop.console.collecting import collect_if_changed
from snowdrop.console.moving.guard import kept_from_moving
from snowdrop.console.serving import serve


def add_where_to_listen(parser: argparse.ArgumentParser) -> None:
    """The options of every command that serves."""
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (127.0.0.1)")
    port = urlsplit(settings.SNOWDROP.address).port or 8000
    parser.add_argument("--port", type=int, default=port, help=f"the port to listen on ({port})")


class Command(BaseCommand):
    help = "Serves a prepared instance: the front door, the web process and the worker, which end together."
    requires_system_checks: ClassVar = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        add_where_to_listen(parser)

    def handle(self, *, host: str, port: int, **_: Any) -> None:
        with kept_from_moving():
            collect_if_changed()
            sys.exit(serve(host, port))
