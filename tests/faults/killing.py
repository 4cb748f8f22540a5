"""Whoever is killed: front, web, worker, what started them, all at once, the database; at random, under load."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from contextlib import nullcontext, suppress
from pathlib import Path
from random import Random
from typing import Final

from bench.machine import descent
from tests.faults.outcomes import DURABLE, Outcome, audited, timed
from tests.faults.people import Household, a_household
from tests.world.instance import Instance, an_instance
from tests.world.postgresql import Server, a_postgresql

_PROCESSES: Final = ("front", "web", "worker")
"""What `serve` starts, in this order."""
_MOST_BETWEEN: Final = 0.7
"""Seconds until the next one, at most, once everybody is at work again."""
_GRACE: Final = 0.5
"""Seconds for the others to end when one was killed."""


def killed(folder: Path, *, kills: int, messages: int, seed: int, guests: int = 6, postgresql: bool = False) -> Outcome:
    """So many kills while at least so many messages are acknowledged, and then the audit."""
    outcome = Outcome(f"killed, {'PostgreSQL' if postgresql else 'SQLite'}")
    with timed(outcome), a_postgresql(*DURABLE) if postgresql else nullcontext() as server:
        settings = {"SNOWDROP_DATABASE": server.new_database()} if server else {}
        with an_instance(folder / "data", **settings) as instance:
            household = a_household(instance, seed=seed)
            instance.start(wait_for=household.page)
            hit = _go_on(household, server, kills, messages, guests, Random(seed))
            instance.stop()
            outcome.more |= {"kills": hit.total(), "killed": dict(hit)}
            return audited(instance, household.ledger, outcome)


def _go_on(
    household: Household, server: Server | None, kills: int, messages: int, guests: int, chance: Random
) -> Counter[str]:
    """Kills one after another; between two of them some messages are acknowledged, and an act of the family.

    The front answers before the others have begun: without that they would never be met at work.
    """
    instance, ledger, hit = household.instance, household.ledger, Counter[str]()
    victims = [*_PROCESSES, "serve", "everything", *(("backend", "postmaster") if server else ())]
    with household.at_work(guests=guests):
        for number in range(kills):
            enough = (number + 1) * messages // kills
            acts = ledger.told - len(ledger.acknowledged)
            household.wait_for(
                lambda: len(ledger.acknowledged) >= enough and ledger.told - len(ledger.acknowledged) > acts  # noqa: B023
            )
            time.sleep(chance.uniform(0, _MOST_BETWEEN))
            victim = chance.choice(victims)
            if server and victim in ("backend", "postmaster"):
                _kill_database(server, victim, chance)
            else:
                kill(instance, victim)
                instance.start(wait_for=household.page)
            hit[victim] += 1
        household.wait_for_each_act()
    return hit


def kill(instance: Instance, victim: str) -> None:
    """Kills front, web, worker, `serve`, or everything, without a warning; returns when nothing of it is left.

    The others end when they see it; what is still busy a moment later is killed too, as by whoever starts it again.
    """
    assert instance.process
    family = descent(instance.process.pid)
    for pid in {"everything": family, "serve": family[:1]}.get(victim) or _processes(family[0])[victim]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    patience = time.monotonic() + _GRACE
    while left := [pid for pid in family if Path(f"/proc/{pid}").exists()]:
        for pid in left if time.monotonic() > patience else ():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        instance.process.poll()
        time.sleep(0.02)


def _processes(serve: int) -> dict[str, list[int]]:
    """The process of each name and what descends from it; while it begins, some may not be there yet."""
    children = [pid for pid in descent(serve) if _stat(pid)[1] == str(serve)]
    by_age = sorted(children, key=lambda pid: int(_stat(pid)[19]))
    found = {name: descent(pid) for name, pid in zip(_PROCESSES, by_age, strict=False)}
    return {name: found.get(name, [serve]) for name in _PROCESSES}


def _stat(pid: int) -> list[str]:
    """What proc(5) says of a process after its name; nothing like it for one that has ended."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return ["", *["0"] * 20]


def _kill_database(server: Server, victim: str, chance: Random) -> None:
    if victim == "postmaster":
        server.end()
        server.start_again()
    elif backends := server.backends:
        with suppress(ProcessLookupError):
            os.kill(chance.choice(backends), signal.SIGKILL)  # which makes it end all others, and recover
