"""Raises the walls and becomes FFmpeg; runs in the cutting room's disposable process, without Django.

Imports the standard library only. The walls stay around what the process becomes (`confinement`, `forbidden_calls`).
"""

from __future__ import annotations

import json
import os
import signal
import sys
from dataclasses import asdict, dataclass
from typing import Final

from snowdrop.media import confinement, forbidden_calls

COULD_NOT_BEGIN: Final = 125
"""The code of a process that could not become the program."""

WALLS: Final = "walls="
"""What the first line begins with that the process says of itself."""

_ENVIRONMENT: Final = {"MALLOC_ARENA_MAX": "2", "LC_ALL": "C"}


@dataclass(frozen=True, slots=True)
class Work:
    """What to run, within which limits, and the open file to which the walls are told before it begins."""

    program: str
    arguments: tuple[str, ...]
    memory: int
    processor_seconds: int
    written_bytes: int
    tell: int

    def to_text(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> Work:
        return cls(**json.loads(text))


def become() -> None:
    """Raises the walls, says on the file `tell` which of them stand, and becomes the program of argument 1."""
    work = Work.from_text(sys.argv[1])
    os.nice(10)
    confinement.leave_with_parent()
    confinement.limit_resources(
        memory=work.memory, processor_seconds=work.processor_seconds, written_bytes=work.written_bytes
    )
    confinement.limit_handles()
    walls = {
        "network_closed": confinement.close_network(),
        "files_closed": confinement.close_files(but_for=work.program),
        "calls_refused": forbidden_calls.refuse_calls(),
    }
    os.write(work.tell, f"{WALLS}{json.dumps(walls)}\n".encode())
    for told in (signal.SIGPIPE, signal.SIGXFSZ):  # Python does not listen to them; what comes after it shall
        signal.signal(told, signal.SIG_DFL)
    try:
        os.execve(work.program, [work.program, *work.arguments], _ENVIRONMENT)
    except OSError:
        os._exit(COULD_NOT_BEGIN)
