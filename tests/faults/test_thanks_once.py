"""A thanks to many reaches each mailbox once, also when the worker is killed again and again in the middle (J6)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.figures import Figures
from tests.world.instance import ROOT, Instance, an_instance
from tests.world.postbox import a_postbox

MANY = int(os.environ.get("SNOWDROP_MANY") or 600)
"""`SNOWDROP_MANY=100000 pytest tests/faults/test_thanks_once.py` is the long form."""
KILLS = 12

_WORKER = (
    "import django; django.setup(); import threading; from snowdrop.ground import tally, worker; "
    "worker.work(threading.Event(), at_start=lambda: None, tally=tally.Tally('worker'))"
)


class Nothing:
    """Takes the settings of the server for mail, which here are those of other processes."""


def a_worker(instance: Instance) -> subprocess.Popen[bytes]:
    with (instance.data / "worker.log").open("ab") as log:
        return subprocess.Popen([sys.executable, "-c", _WORKER], cwd=ROOT, env=instance.environment, stderr=log)


def wait_until_more_was_sent(instance: Instance, than: int, patience: float = 60) -> None:
    until = time.monotonic() + patience
    while instance.act("how_far")["sent"] <= than and time.monotonic() < until:
        time.sleep(0.02)


@pytest.mark.slow
def test_each_mailbox_gets_one_whoever_is_killed(tmp_path: Path, figures: Figures) -> None:
    chance = Random(11)
    with a_postbox(Nothing()) as box, an_instance(tmp_path, SNOWDROP_MAIL=f"smtp://127.0.0.1:{box.port}") as instance:
        slug = instance.act("many_have_written", MANY)["slug"]
        instance.act("thank_everybody", slug)
        for _ in range(KILLS):
            worker = a_worker(instance)
            wait_until_more_was_sent(instance, instance.act("how_far")["sent"])
            time.sleep(chance.uniform(0, 0.3))
            worker.send_signal(signal.SIGKILL)
            worker.wait()
            instance.act("ten_minutes_pass")
        workers = [a_worker(instance) for _ in range(2)]
        patience = time.monotonic() + 60 + MANY / 20
        while (far := instance.act("how_far"))["left"] or not far["finished"]:
            assert time.monotonic() < patience, (instance.data / "worker.log").read_text()[-2000:]
            time.sleep(1)
        for worker in workers:
            worker.kill()
            worker.wait()

    often = Counter(box.to())
    named = Counter(str(mail["Message-ID"]) for mail in box.mails)
    doubled = sum(number - 1 for number in often.values())
    wrong = MANY - len(often) + abs(len(named) - MANY) + max(0, doubled - KILLS)
    figures("T20", checks=MANY, wrong=wrong, of_mailboxes=MANY, worker_kills=KILLS, handed_over_twice=doubled)
    assert far["thanked"] == MANY
    assert len(often) == len(named) == MANY, "a double carries the name of the first, so that a server can drop it"
    assert doubled <= KILLS, "only what a worker had in its hand when it was ended may be handed over twice"
