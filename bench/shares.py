"""A bounded share of the processor for a server and all that it starts, by the kernel's own accounts (cgroups)."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from bench.figures import NotMeasured

_PERIOD_MICROSECONDS: Final = 10_000
_ONE: Final = Path("/sys/fs/cgroup/cpu")
_TWO: Final = Path("/sys/fs/cgroup")
_PATIENCE: Final = 5.0


@contextmanager
def a_share(cores: float) -> Iterator[list[str]]:
    """Yields the words that a command begins with to get no more than so many cores, whatever it starts."""
    home = _TWO if (_TWO / "cgroup.controllers").exists() else _ONE
    folder = home / f"snowdrop-bench-{os.getpid()}-{time.monotonic_ns()}"
    quota = round(cores * _PERIOD_MICROSECONDS)
    try:
        folder.mkdir()
        if home == _ONE:
            (folder / "cpu.cfs_period_us").write_text(str(_PERIOD_MICROSECONDS))
            (folder / "cpu.cfs_quota_us").write_text(str(quota))
        else:
            (folder / "cpu.max").write_text(f"{quota} {_PERIOD_MICROSECONDS}")
    except OSError as problem:
        with suppress(OSError):
            folder.rmdir()
        raise NotMeasured(
            f"Nobody may bound the share of a node here ({problem}); it needs root and cgroups."
        ) from None
    try:
        yield ["sh", "-c", f'echo $$ >{folder}/cgroup.procs && exec "$@"', "share"]
    finally:
        _remove(folder)


def _remove(folder: Path) -> None:
    """Empty as soon as the last of its processes is gone."""
    patience = time.monotonic() + _PATIENCE
    while folder.exists() and time.monotonic() < patience:
        with suppress(OSError):
            folder.rmdir()
        time.sleep(0.05)
