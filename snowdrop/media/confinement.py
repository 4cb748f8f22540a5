"""Walls around the process that decodes a stranger's file: no network, no files, little memory, little time.

Runs inside that process and imports the standard library only. The walls stand one behind another, because not every
machine grants each of them: an empty network namespace, Landlock (Linux 5.13), and no free file handle, or, where the
process becomes another program that has to be loaded first, no dangerous system call (`forbidden_calls`).
"""

from __future__ import annotations

import ctypes
import errno
import os
import resource
import signal
import socket
import sys
import threading
from collections.abc import Iterable
from typing import Final

_CLONE_NEWUSER: Final = 0x10000000
_CLONE_NEWNET: Final = 0x40000000
_PR_SET_PDEATHSIG: Final = 1
_PR_SET_NO_NEW_PRIVS: Final = 38
_LANDLOCK_CREATE_RULESET: Final = 444
_LANDLOCK_ADD_RULE: Final = 445
_LANDLOCK_RESTRICT_SELF: Final = 446
_MAY_RUN: Final = 0b001
_MAY_READ: Final = 0b100
_MOST_PROCESSES: Final = 64

_LOADERS: Final = tuple(
    f"/{place}"
    for place in (
        "lib64/ld-linux-x86-64.so.2",
        "lib/ld-linux-aarch64.so.1",
        "lib/ld-musl-x86_64.so.1",
        "lib/ld-musl-aarch64.so.1",
    )
)
_LIBRARIES: Final = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache")
"""What loads programs, and what it loads for them: public parts of the system, without a word of anybody's."""

_libc = ctypes.CDLL(None, use_errno=True)


def limit_resources(*, memory: int, processor_seconds: int, written_bytes: int = 0) -> None:
    """Caps address space in bytes, processor time in seconds, the size of a file that is written; no core files."""
    _set_limit(resource.RLIMIT_AS, memory)
    resource.setrlimit(resource.RLIMIT_CPU, (processor_seconds, processor_seconds + 1))
    _set_limit(resource.RLIMIT_FSIZE, written_bytes)
    _set_limit(resource.RLIMIT_CORE, 0)


def leave_with_parent() -> None:
    """Lets the kernel end this process when the one that started it ends."""
    if sys.platform == "linux":
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def close_network() -> bool:
    """Moves into an empty network of its own, as anybody may on most machines; says whether it worked."""
    if sys.platform == "linux" and _libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
        _libc.unshare(_CLONE_NEWNET)
    return network_is_closed()


def network_is_closed() -> bool:
    """Whether neither this machine nor another can be reached; nothing is sent (192.0.2.1: RFC 5737)."""
    return all(_is_unreachable(address) for address in ("127.0.0.1", "192.0.2.1"))


def close_files(*, but_for: str | None = None) -> bool:
    """Takes away every file and folder, by Landlock; what is open stays open. Says whether it worked.

    Call it after everything has been imported. The program `but_for` can still be loaded and run, and no other.
    """
    if sys.platform == "linux":
        _libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        _landlock_everything(_needed_to_run(but_for) if but_for else {})
    try:
        os.close(os.open(os.curdir, os.O_RDONLY))
    except PermissionError:
        return True
    return False


def close_handles() -> bool:
    """Leaves no room for another open file or socket, and little for threads; says whether it worked. Call it last."""
    _limit_processes()
    _set_limit(resource.RLIMIT_NOFILE, 0)
    try:
        for end in os.pipe():
            os.close(end)
    except OSError as refusal:
        return refusal.errno == errno.EMFILE
    return False


def limit_handles() -> None:
    """Leaves room for the few files that loading a program takes, and little for threads."""
    _limit_processes()
    _set_limit(resource.RLIMIT_NOFILE, 64)


def _needed_to_run(program: str) -> dict[str, int]:
    """The places that are opened when a program is started, each with the rights that this takes."""
    runnable = dict.fromkeys([program, *_LOADERS], _MAY_RUN | _MAY_READ)
    return dict.fromkeys(_LIBRARIES, _MAY_READ) | runnable


class _Rights(ctypes.Structure):
    """struct landlock_ruleset_attr of linux/landlock.h."""

    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


class _Place(ctypes.Structure):
    """struct landlock_path_beneath_attr of linux/landlock.h."""

    _pack_ = 1
    _fields_ = (("rights", ctypes.c_uint64), ("place", ctypes.c_int32))


def _landlock_everything(allowed: dict[str, int]) -> None:
    """Forbids every right that this kernel knows, and allows again what is named: places and rights on files there."""
    version = _libc.syscall(_LANDLOCK_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(1))
    if version < 1:
        return
    rights, size = _rights_known_by(version)
    rules = _libc.syscall(_LANDLOCK_CREATE_RULESET, ctypes.byref(rights), ctypes.c_size_t(size), ctypes.c_uint32(0))
    if rules >= 0:
        _allow(rules, allowed.items())
        _libc.syscall(_LANDLOCK_RESTRICT_SELF, rules, ctypes.c_uint32(0))
        os.close(rules)


def _allow(rules: int, allowed: Iterable[tuple[str, int]]) -> None:
    for path, rights in allowed:
        try:
            place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except FileNotFoundError:
            continue
        rule = _Place(rights, place)
        _libc.syscall(_LANDLOCK_ADD_RULE, rules, ctypes.c_int(1), ctypes.byref(rule), ctypes.c_uint32(0))
        os.close(place)


def _rights_known_by(version: int) -> tuple[_Rights, int]:
    """All rights of a Landlock version, and the size of the structure it expects (kernel documentation, "Landlock")."""
    files = 13 + (version >= 2) + (version >= 3) + (version >= 5)
    rights = _Rights((1 << files) - 1, 0b11 if version >= 4 else 0, 0b11 if version >= 6 else 0)
    return rights, 8 * (1 + (version >= 4) + (version >= 6))


def _is_unreachable(address: str) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((address, 9))
        except OSError as refusal:
            return refusal.errno in (errno.ENETUNREACH, errno.EACCES, errno.EPERM)
    return False


def _limit_processes() -> None:
    """Older kernels count all threads of the user; the limit is given up if no thread can start under it."""
    before = resource.getrlimit(resource.RLIMIT_NPROC)
    resource.setrlimit(resource.RLIMIT_NPROC, (_MOST_PROCESSES, before[1]))
    try:
        trial = threading.Thread(target=int)
        trial.start()
        trial.join()
    except RuntimeError:
        resource.setrlimit(resource.RLIMIT_NPROC, before)


def _set_limit(kind: int, value: int) -> None:
    hard = resource.getrlimit(kind)[1]
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (value, value))
