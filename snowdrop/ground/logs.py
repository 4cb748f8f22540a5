"""What the log may say: where something failed, never at whose address."""

from __future__ import annotations

import logging


class WithoutAddress(logging.Filter):
    """Puts the pattern of an address in the place of the address: a secret may be a part of it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Called by the logger of Django's requests with each failure."""
        found = getattr(getattr(record, "request", None), "resolver_match", None)
        record.msg, record.args = "A request failed: %s", (found.route if found else "no address of ours",)
        return True
