"""Which looks there are, and one round of all of them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import partial
from typing import Final

from snowdrop.console.doctor import backups, folders, journal, keeping, keys, mail, outside, settings, support
from snowdrop.console.doctor.findings import Examination, Finding, Look

LOOKS: Final[tuple[tuple[str, Look], ...]] = (
    ("settings", settings.look),
    ("files and folders", folders.look),
    ("room on the disk", folders.look_for_room),
    ("database", keeping.look_at_database),
    ("journal", journal.look),
    ("keys", keys.look),
    ("store of photographs and recordings", keeping.look_at_store),
    ("backups", backups.look),
    ("mail", mail.look),
    ("people who may be in danger", support.look),
    ("mails on their way", mail.look_at_outbox),
)


def examine(address: str) -> Iterator[Examination]:
    """Looks at everything, and with an address at what strangers find there; one look that fails stops no other."""
    for about, look in LOOKS:
        yield Examination(about, tuple(_safely(look)))
    if address:
        yield Examination(f"what strangers find at {address}", tuple(_safely(partial(outside.look, address))))


def _safely(look: Look) -> Iterator[Finding]:
    before, logging.root.manager.disable = logging.root.manager.disable, logging.CRITICAL  # findings say it instead
    try:
        yield from look()
    except Exception as failure:
        yield Finding(
            f"This could not be looked at ({type(failure).__name__}: {failure}).",
            "Mend what is named above, if anything is, and call the doctor again.",
        )
    finally:
        logging.disable(before)
