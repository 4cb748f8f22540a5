"""A deletion that is final is finished, whoever ends the process that was at it (trust.md T24)."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.figures import Figures
from tests.world.instance import ROOT, Instance, an_instance

PIECES = 700
STEPS, MOST_ENDED = 40, 60
_WORK = """
import django; django.setup()
import os, signal, sys
from django.db import connection
from snowdrop.ground import clock
from snowdrop.memorials.jobs import look_after_keeping

steps = int(sys.argv[1])

def one_step(*_):
    global steps
    steps -= 1
    if steps < 0:
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(lambda event, _: one_step() if event == "os.remove" else None)
with connection.execute_wrapper(lambda execute, *asked: (one_step(), execute(*asked))[1]):
    look_after_keeping(clock.now())
"""
_TOLD = "import django, json, sys; django.setup(); from tests.world import deleting; "


def told(instance: Instance, question: str) -> dict[str, Any]:
    """What a process of the instance answers (tests/world/deleting.py)."""
    asked = [sys.executable, "-c", _TOLD + f"print(json.dumps(deleting.{question}))"]
    answer = subprocess.run(asked, cwd=ROOT, env=instance.environment, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout.splitlines()[-1])


def work_for(instance: Instance, steps: int) -> bool:
    """Lets a worker begin, which is ended without a warning after so many steps; says whether it was done by then.

    A step is a question to the database or a file that is removed: it ends at each place, however quick the machine is.
    """
    asked = [sys.executable, "-c", _WORK, str(steps)]
    worker = subprocess.run(asked, cwd=ROOT, env=instance.environment, capture_output=True, text=True)
    assert worker.returncode in (0, -signal.SIGKILL), worker.stderr
    return worker.returncode == 0


@pytest.mark.slow
def test_whoever_ends_the_process_in_between_in_the_end_nothing_is_left(tmp_path: Path, figures: Figures) -> None:
    chance, ended, states = Random(11), 0, set()
    with an_instance(tmp_path) as instance:
        before = told(instance, f"a_memorial_to_be_deleted({PIECES})")
        assert before["key"] and before["files"] and len(before["tables"]) > 8

        while not work_for(instance, chance.randint(1, STEPS * (ended + 1))):
            ended += 1
            assert ended < MOST_ENDED, "it gets nowhere"
            now = told(instance, f"what_is_left({before['id']!r})")
            states.add((now["key"], len(now["tables"])))
            assert now["unfinished"] or now["tables"] == [], "nothing is left by which it could be finished"
        left = told(instance, f"what_is_left({before['id']!r})")

    figures("T24", checks=ended + 1, wrong=len(left["tables"]) + left["files"], ended_in_the_middle=ended)
    assert left == {"tables": [], "key": False, "files": 0, "unfinished": False}
    assert ended >= 2 and len(states) >= 2
