"""Whatever ends a process, what was acknowledged is kept, and kept once (trust.md T20, its first form)."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from bench.machine import descent
from tests.front.conftest import wait_for_document
from tests.world.instance import Instance, a_form, an_instance

ROUNDS = 20
LEAST_IN_A_ROUND = 20
SENDERS = 6


@dataclass(slots=True)
class Ledger:
    """What senders know: all that they sent, and what was acknowledged, written down once the answer was read."""

    sent: dict[str, str] = field(default_factory=dict)
    acknowledged: list[str] = field(default_factory=list)


def send_until_it_breaks(instance: Instance, slug: str, ledger: Ledger, over: threading.Event) -> None:
    """One sender: one form after another; a form without an answer is sent once more, as a browser would."""
    unanswered: dict[str, str] | None = None
    while not over.is_set():
        form = unanswered or a_form(words=f"Message {len(ledger.sent)} of {threading.get_ident()}")
        ledger.sent[form["once"]] = form["words"]
        unanswered = form
        with contextlib.suppress(OSError, http.client.HTTPException):
            answer = instance.post(f"/m/{slug}/send/", form)
            if answer.status == 303:
                ledger.acknowledged.append(form["once"])
                unanswered = None
            continue
        time.sleep(0.02)  # nobody listens at this moment


@pytest.mark.slow
def test_what_was_acknowledged_is_kept_once_whoever_is_killed(tmp_path: Path) -> None:
    chance, ledger, over = Random(7), Ledger(), threading.Event()
    with an_instance(tmp_path) as instance:
        slug = instance.act("open_memorial", "For Wren", "everybody")["slug"]
        instance.start(wait_for=f"/m/{slug}/")
        wait_for_document(instance, slug)
        senders = [
            threading.Thread(target=send_until_it_breaks, args=(instance, slug, ledger, over)) for _ in range(SENDERS)
        ]
        for sender in senders:
            sender.start()
        for number in range(ROUNDS):
            enough = len(ledger.acknowledged) + LEAST_IN_A_ROUND
            instance.wait_for(lambda: len(ledger.acknowledged) >= enough)  # noqa: B023 - asked in this round only
            time.sleep(chance.uniform(0, 0.2))
            kill(instance, everything=number % 4 == 3)
            instance.start(wait_for=f"/m/{slug}/")
        over.set()
        for sender in senders:
            sender.join()
        kept = instance.act("kept", *ledger.sent)

    assert len(ledger.acknowledged) >= ROUNDS * LEAST_IN_A_ROUND
    assert kept["whole"] == "ok"
    assert kept["doubled"] == []
    assert [once for once in ledger.acknowledged if once not in kept["words"]] == []
    assert all(ledger.sent[once] == words for once, words in kept["words"].items())


def kill(instance: Instance, *, everything: bool) -> None:
    """Kills the front (all that belongs to it), or every process at once; then waits until nothing is left."""
    assert instance.process
    family = descent(instance.process.pid)
    front = next(pid for pid in family if any("uvloop/loop" in line for line in _maps(pid)) and len(descent(pid)) == 1)
    for pid in family if everything else [front]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    instance.process.wait(20)
    patience = time.monotonic() + 5
    while any(Path(f"/proc/{pid}").exists() for pid in family) and time.monotonic() < patience:
        time.sleep(0.01)


def _maps(pid: int) -> list[str]:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/maps").read_text().splitlines()
    return []
