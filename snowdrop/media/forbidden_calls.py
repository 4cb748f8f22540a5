"""Takes system calls away from a process that decodes a stranger's file, and from every program that it becomes.

Runs inside that process and imports the standard library only. A filter (seccomp, Linux 3.17) stays in force across
`exec`, so it also stands around a program that cannot be told to lock itself up. What a decoder never needs is refused:
the network, new processes, other processes, changing files, more rights. Reading, memory and threads stay.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys
from collections.abc import Iterator
from typing import Final

_PR_SET_NO_NEW_PRIVS: Final = 38
_PR_SET_SECCOMP: Final = 22
_FILTER: Final = 2

_CALLS: Final[dict[str, tuple[tuple[int, ...], tuple[int, ...]]]] = {
    "the network": ((41, 42, 49, 50, 53), (198, 203, 200, 201, 199)),
    "new programs beside the one that is to be run": ((57, 58, 322), (281,)),
    "other processes": (
        (62, 200, 129, 297, 101, 310, 311, 424, 434, 438, 440),
        (129, 130, 138, 240, 117, 270, 271, 424, 434, 438, 440),
    ),
    "making, naming and removing files": (
        (76, 82, 83, 84, 85, 86, 87, 88, 133, 258, 259, 263, 264, 265, 266, 316, 319, 447),
        (45, 33, 34, 35, 36, 37, 38, 276, 279, 447),
    ),
    "owners, modes, times and marks of files": (
        (77, 90, 91, 92, 93, 94, 132, 188, 189, 190, 235, 260, 261, 268, 280, 452),
        (46, 5, 6, 7, 52, 53, 54, 55, 88, 452),
    ),
    "mounts and namespaces": (
        (155, 161, 165, 166, 272, 308, 428, 429, 430, 431, 432, 433, 442),
        (39, 40, 41, 51, 97, 268, 428, 429, 430, 431, 432, 433, 442),
    ),
    "handles to files by number": ((303, 304), (264, 265)),
    "limits": ((160,), (164,)),
    "the kernel itself": (
        (167, 169, 175, 246, 248, 249, 250, 298, 313, 320, 321, 323, 425, 426, 427),
        (104, 105, 142, 217, 218, 219, 224, 241, 273, 280, 282, 294, 425, 426, 427),
    ),
}
"""Numbers of system calls, for x86-64 and for 64-bit ARM (arch/x86/entry/syscalls/syscall_64.tbl;
include/uapi/asm-generic/unistd.h of Linux). Those for changing files stand here beside Landlock, which does not know
all of them, and is not on every machine."""

_AUDIT_ARCH: Final = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_CLONE: Final = (56, 220)
_CLONE3: Final = (435, 435)
_OPEN: Final = (2, None)
_OPENAT: Final = (257, 56)
_OPENAT2: Final = (437, 437)
_PRLIMIT: Final = (302, 261)
_OTHER_WORLD: Final = 0x40000000
"""Calls of the x32 world begin here on x86-64; the kernel's own filters refuse them too."""

_CLONE_THREAD: Final = 0x10000
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_LOAD: Final = 0x20
_IS: Final = 0x15
_IS_OR_MORE: Final = 0x35
_HAS_BIT: Final = 0x45
_ANSWER: Final = 0x06

_ALLOW: Final = 0x7FFF0000
_REFUSE: Final = 0x00050000 | errno.EPERM
_UNKNOWN: Final = 0x00050000 | errno.ENOSYS
"""A call that "does not exist": the C library then asks in the older way, whose arguments can be looked at."""

_NUMBER_AT: Final = 0
_MACHINE_AT: Final = 4


class _Program(ctypes.Structure):
    """struct sock_fprog of linux/filter.h."""

    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))


def refuse_calls() -> bool:
    """Refuses these calls from now on, for good; says whether this machine does so."""
    machine = os.uname().machine
    if sys.platform != "linux" or machine not in _AUDIT_ARCH or ctypes.sizeof(ctypes.c_void_p) != 8:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    steps = b"".join(_steps(machine))
    kept = ctypes.create_string_buffer(steps, len(steps))
    program = _Program(len(steps) // 8, ctypes.addressof(kept))
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    return libc.prctl(_PR_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0


def _steps(machine: str) -> Iterator[bytes]:
    """The filter, step by step, in the language of linux/filter.h."""
    column = 0 if machine == "x86_64" else 1
    yield from (_step(_LOAD, _MACHINE_AT), _step(_IS, _AUDIT_ARCH[machine], yes=1), _step(_ANSWER, _REFUSE))
    yield _step(_LOAD, _NUMBER_AT)
    yield from _answered(_IS_OR_MORE, _OTHER_WORLD, _UNKNOWN)
    for numbers in _CALLS.values():
        for number in numbers[column]:
            yield from _answered(_IS, number, _REFUSE)
    for number in (_CLONE3[column], _OPENAT2[column]):
        yield from _answered(_IS, number, _UNKNOWN)
    yield from _looked_into(_CLONE[column], argument=0, bits=_CLONE_THREAD, refused_with=False)
    yield from _looked_into(_OPENAT[column], argument=2, bits=_WRITING, refused_with=True)
    yield from _looked_into(_OPEN[column], argument=1, bits=_WRITING, refused_with=True)
    yield from _looked_into(_PRLIMIT[column], argument=2, bits=0xFFFFFFFF, refused_with=True)
    yield _step(_ANSWER, _ALLOW)


def _looked_into(number: int | None, *, argument: int, bits: int, refused_with: bool) -> Iterator[bytes]:
    """Refuses a call by the lower half of one argument: with any of these bits, or without them."""
    if number is None:
        return
    refused, allowed = _step(_ANSWER, _REFUSE), _step(_ANSWER, _ALLOW)
    yield _step(_IS, number, no=4)
    yield _step(_LOAD, 16 + 8 * argument)
    yield _step(_HAS_BIT, bits, yes=1)
    yield from (allowed, refused) if refused_with else (refused, allowed)


def _answered(test: int, value: int, answer: int) -> tuple[bytes, bytes]:
    return _step(test, value, no=1), _step(_ANSWER, answer)


def _step(code: int, value: int, *, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("=HBBI", code, yes, no, value)
