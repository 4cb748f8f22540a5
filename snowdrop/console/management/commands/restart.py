"""`snowdrop restart`: the running server begins anew; nobody who comes meanwhile sees an error."""

from __future__ import annotations

import os
import time
from typing import Any, ClassVar, Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from snowdrop.console.serving import ANEW
from snowdrop.engine_room.machine import still_serves
from snowdrop.ground import running

_PATIENCE_SECONDS: Final = 60
_LOOK_EVERY: Final = 0.1


class Command(BaseCommand):
    """Ends when the front door answers again. For a change of the program or of its settings, not of the database."""

    help = "Lets the running server begin anew, as the program is now; people who come meanwhile wait some seconds."
    requires_system_checks: ClassVar = []

    def handle(self, **_: Any) -> None:
        """Asks, and waits. Raises CommandError where nothing runs, or where it does not come back."""
        folder = settings.SNOWDROP.running
        before = running.noted(folder)
        if before is None or not still_serves(before):
            raise CommandError("Snowdrop does not run from this folder of data.")
        began = time.monotonic()
        os.kill(before.pid, ANEW)
        while time.monotonic() - began < _PATIENCE_SECONDS:
            after = running.noted(folder)
            if after and after.since > before.since and "front" in running.reports(folder):
                self.stdout.write(f"Snowdrop has begun anew, in {time.monotonic() - began:.1f} s.")
                return
            time.sleep(_LOOK_EVERY)
        raise CommandError(f"Snowdrop has not come back within {_PATIENCE_SECONDS} s; its log says why.")
