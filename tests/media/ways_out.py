"""Stands inside the walls and tries every way out; run by a test as a process of its own: root, folder, walls, port."""

import json
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable

ROOT, FOLDER, WALLS, PORT = sys.argv[1:]

sys.path.append(ROOT)

from snowdrop.media import confinement  # noqa: E402 - the path must be known first


def outcome_of(act: Callable[[], object]) -> str:
    try:
        act()
    except (OSError, ValueError):
        return "stopped"
    return "went through"


def connect(kind: socket.SocketKind, port: int) -> None:
    with socket.socket(socket.AF_INET, kind) as line:
        line.connect(("127.0.0.1", port))


WAYS: dict[str, Callable[[], object]] = {
    "read a file": lambda: open(f"{FOLDER}/letter").read(),
    "write a file": lambda: open(f"{FOLDER}/new", "w"),
    "shorten a file": lambda: os.truncate(f"{FOLDER}/letter", 0),
    "remove a file": lambda: os.unlink(f"{FOLDER}/letter"),
    "rename a file": lambda: os.rename(f"{FOLDER}/letter", f"{FOLDER}/other"),
    "make a folder": lambda: os.mkdir(f"{FOLDER}/deeper"),
    "list a folder": lambda: os.listdir(FOLDER),
    "run a program": lambda: os.execv("/bin/true", ["true"]),
    "signal its parent": lambda: os.kill(os.getppid(), signal.SIGCONT),
    "connect by UDP": lambda: connect(socket.SOCK_DGRAM, 53),
    "connect by TCP": lambda: connect(socket.SOCK_STREAM, int(PORT)),
    "allow itself more time": lambda: resource.setrlimit(resource.RLIMIT_CPU, (100, 100)),
    "allow itself more memory": lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 40, 1 << 40)),
}

if "limits" in WALLS:
    confinement.limit_resources(memory=1 << 30, processor_seconds=5)
if "network" in WALLS:
    confinement.close_network()
if "files" in WALLS:
    confinement.close_files()
if "handles" in WALLS:
    confinement.close_handles()
print(json.dumps({way: outcome_of(act) for way, act in WAYS.items()}))
