"""`snowdrop bounce`: a mail server pipes into it what another server has sent back."""

from __future__ import annotations

import sys

from django.core.management.base import BaseCommand

from snowdrop.ground import clock
from snowdrop.notices.actions import take_in_returned
from snowdrop.notices.bounces import LONGEST


class Command(BaseCommand):
    """Always ends well, so that a mail server never sends back what was sent back."""

    help = "Reads one mail that was sent back from standard input; where nobody is, nothing more is sent."

    def handle(self, **options: object) -> None:
        """Says what it made of it; anything else than one of ours that came back is let go."""
        ours = take_in_returned(sys.stdin.buffer.read(LONGEST), now=clock.now())
        self.stdout.write("It was one of ours, and is noted." if ours else "It was none of ours. Nothing is noted.")
