"""What processes that belong together need: nobody is left when the one that started them has gone."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

from django.db import connections

_PR_SET_PDEATHSIG = 1  # prctl(2)


def let_go_of_databases() -> None:
    """Before this process forks: two that share one connection, or a pool of them, would read each other's answers."""
    for one in connections.all(initialized_only=True):
        one.close()
        if hasattr(one, "close_pool"):
            one.close_pool()


def end_with_parent(parent: int) -> None:
    """Asks the system to end this process when `parent`, which started it, has gone, however that came about.

    Linux only; elsewhere the parent's own care has to do.
    """
    if sys.platform != "linux":
        return
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
