"""Whether the readers of the journal keep up, or are held back because the database was restored."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from snowdrop.console.doctor.findings import Finding
from snowdrop.ground import clock, journal, restored

_LATE: Final = timedelta(hours=1)


def look() -> Iterator[Finding]:
    """Whether what happens is acted on."""
    if restored.is_held_back():
        yield Finding(
            "The journal holds entries of a transaction that is still to come: the database was restored in another"
            " PostgreSQL. Its readers wait for it, so nothing that happens is acted on.",
            "Run: python -m snowdrop mend-journal",
        )
    elif late := journal.late_readers(clock.now() - _LATE):
        yield Finding(
            f"Acts of more than an hour ago have not been acted on by: {', '.join(late)}.",
            "Look whether `snowdrop serve` runs, and what its log says.",
        )
