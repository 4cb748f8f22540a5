"""Machines with an address of their own, in network namespaces: who is cut off is cut off, and no port meets another.

Nothing leads out: the switch between them has no leg in this computer's own network. Needs root and iproute2 (Debian),
else the test is left out with the reason.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

_NAMES: Final = Path("/run/netns")
_NETWORK: Final = "10.77.0"
_CLONE_NEWNET: Final = 0x40000000  # setns(2)
_PREFIX: Final = "snowdrop-"
_libc: Final = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True, slots=True)
class Machine:
    """One of them: `name` is that of its namespace, `cable` its end at the switch."""

    name: str
    address: str
    switch: str
    cable: str

    @property
    def within(self) -> tuple[str, ...]:
        """What a command begins with to run there."""
        return ("nsenter", f"--net={_NAMES / self.name}")

    @contextmanager
    def entered(self) -> Iterator[None]:
        """This thread, and threads and programs that it starts meanwhile, are there."""
        with open("/proc/thread-self/ns/net") as here, open(_NAMES / self.name) as there:
            _enter(there.fileno())
            try:
                yield
            finally:
                _enter(here.fileno())

    def pull_the_cable(self) -> None:
        """From now on nothing reaches it, and nothing that it says arrives; it is not told."""
        _ip("-n", self.switch, "link", "set", self.cable, "down")

    def plug_it_in(self) -> None:
        """As it was before."""
        _ip("-n", self.switch, "link", "set", self.cable, "up")

    def lose(self, other: Machine) -> None:
        """From now on nothing goes from here to the other; everybody else is reached as before."""
        _ip("-n", self.name, "route", "add", "blackhole", f"{other.address}/32")

    def find(self, other: Machine) -> None:
        """As it was before."""
        _ip("-n", self.name, "route", "delete", "blackhole", f"{other.address}/32")


@contextmanager
def machines(*names: str) -> Iterator[tuple[Machine, ...]]:
    """Machines by these names, joined by a switch; taken down at the end, whatever the end is."""
    _require()
    _remove_those_of_ended()
    own = f"{_PREFIX}{os.getpid()}-"
    switch = f"{own}switch"
    made = tuple(
        Machine(f"{own}{name}", f"{_NETWORK}.{number}", switch, f"cable{number}")
        for number, name in enumerate(names, start=2)
    )
    try:
        _ip("netns", "add", switch)
        _ip("-n", switch, "link", "add", "switch", "type", "bridge")
        _ip("-n", switch, "link", "set", "switch", "up")
        for machine in made:
            _plug(machine)
        yield made
    finally:
        for name in [switch, *(machine.name for machine in made)]:
            _remove(name)


def _plug(machine: Machine) -> None:
    _ip("netns", "add", machine.name)
    _ip("-n", machine.switch, "link", "add", machine.cable, "type", "veth", "peer", "name", "eth0")
    _ip("-n", machine.switch, "link", "set", "eth0", "netns", machine.name)
    _ip("-n", machine.switch, "link", "set", machine.cable, "master", "switch", "up")
    _ip("-n", machine.name, "address", "add", f"{machine.address}/24", "dev", "eth0")
    for device in ("lo", "eth0"):
        _ip("-n", machine.name, "link", "set", device, "up")


def _require() -> None:
    if os.geteuid() != 0:
        pytest.skip("network namespaces are made by root alone")
    if not (shutil.which("ip") and shutil.which("nsenter")):
        pytest.skip("iproute2 is not installed")
    trial = f"{_PREFIX}{os.getpid()}-trial"
    tried = subprocess.run(["ip", "netns", "add", trial], capture_output=True, text=True)
    _remove(trial)
    if tried.returncode:
        pytest.skip(f"there are no network namespaces here: {tried.stderr.strip()}")


def _remove_those_of_ended() -> None:
    """A run that was killed could take nothing down."""
    for name in [path.name for path in _NAMES.glob(f"{_PREFIX}*")]:
        if not Path(f"/proc/{name.split('-')[1]}").exists():
            _remove(name)


def _remove(name: str) -> None:
    """Its end of every cable goes with it, as soon as its last process has ended."""
    with suppress(OSError):
        subprocess.run(["ip", "netns", "delete", name], capture_output=True)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


def _enter(namespace: int) -> None:
    if _libc.setns(namespace, _CLONE_NEWNET):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def as_user(name: str) -> Sequence[str]:
    """What a command begins with to run as somebody else (setpriv, which every Debian has)."""
    return ("setpriv", f"--reuid={name}", f"--regid={name}", "--init-groups")
