"""Stands inside the walls and tries every way out; run by a test as a process of its own.

Its arguments: root, folder, walls, port, and the one program that may still be run.
"""

import json
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable

ROOT, FOLDER, WALLS, PORT, PROGRAM = sys.argv[1:]

sys.path.append(ROOT)

from snowdrop.media import confinement, forbidden_calls  # noqa: E402 - the path must be known first


def outcome_of(act: Callable[[], object]) -> str:
    try:
        act()
    except (OSError, ValueError):
        return "stopped"
    return "went through"


def connect(kind: socket.SocketKind, port: int) -> None:
    with socket.socket(socket.AF_INET, kind) as line:
        line.connect(("127.0.0.1", port))


def start_a_process() -> None:
    if os.fork() == 0:
        os._exit(0)


WAYS: dict[str, Callable[[], object]] = {
    "read a file": lambda: open(f"{FOLDER}/letter").read(),
    "write a file": lambda: open(f"{FOLDER}/new", "w"),
    "shorten a file": lambda: os.truncate(f"{FOLDER}/letter", 0),
    "remove a file": lambda: os.unlink(f"{FOLDER}/letter"),
    "rename a file": lambda: os.rename(f"{FOLDER}/letter", f"{FOLDER}/other"),
    "make a folder": lambda: os.mkdir(f"{FOLDER}/deeper"),
    "let others read a file": lambda: os.chmod(f"{FOLDER}/letter", 0o644),
    "say that a file is old": lambda: os.utime(f"{FOLDER}/letter", (0, 0)),
    "list a folder": lambda: os.listdir(FOLDER),
    "run a program": lambda: os.execv("/bin/true", ["true"]),
    "run a program from a file in memory": lambda: os.execve(os.memfd_create("program"), ["program"], {}),
    "start a process": start_a_process,
    "signal its parent": lambda: os.kill(os.getppid(), signal.SIGCONT),
    "connect by UDP": lambda: connect(socket.SOCK_DGRAM, 53),
    "connect by TCP": lambda: connect(socket.SOCK_STREAM, int(PORT)),
    "allow itself more time": lambda: resource.setrlimit(resource.RLIMIT_CPU, (100, 100)),
    "allow itself more memory": lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 40, 1 << 40)),
}

if "files" not in WALLS and "program" not in WALLS:
    del WAYS["run a program"]  # it would go through, and nobody would be left to tell
if "limits" in WALLS:
    confinement.limit_resources(memory=1 << 30, processor_seconds=5)
if "network" in WALLS:
    confinement.close_network()
if "files" in WALLS:
    confinement.close_files()
if "handles" in WALLS:
    confinement.close_handles()
if "program" in WALLS:
    confinement.limit_handles()
    confinement.close_files(but_for=PROGRAM)
if "calls" in WALLS:
    forbidden_calls.refuse_calls()
print(json.dumps({way: outcome_of(act) for way, act in WAYS.items()}))
