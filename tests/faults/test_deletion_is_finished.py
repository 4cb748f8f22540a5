"""A deletion that is final is finished, whoever ends the process that was at it (trust.md T24)."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.figures import Figures
from tests.world.instance import ROOT, Instance, an_instance

PIECES = 700
_WORK = (
    "import django; django.setup(); from snowdrop.ground import clock; from snowdrop.memorials.jobs import "
    "look_after_keeping; print('ready', flush=True); look_after_keeping(clock.now())"
)
_TOLD = "import django, json, sys; django.setup(); from tests.world import deleting; "


def told(instance: Instance, question: str) -> dict[str, Any]:
    """What a process of the instance answers (tests/world/deleting.py)."""
    asked = [sys.executable, "-c", _TOLD + f"print(json.dumps(deleting.{question}))"]
    answer = subprocess.run(asked, cwd=ROOT, env=instance.environment, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout.splitlines()[-1])


def work_for(instance: Instance, seconds: float) -> bool:
    """Lets a worker begin, and ends it after so many seconds without a warning; says whether it was done by then."""
    worker = subprocess.Popen(
        [sys.executable, "-c", _WORK],
        cwd=ROOT,
        env=instance.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert worker.stdout and worker.stdout.readline()
    try:
        worker.wait(seconds)
        return True
    except subprocess.TimeoutExpired:
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        return False


@pytest.mark.slow
def test_whoever_ends_the_process_in_between_in_the_end_nothing_is_left(tmp_path: Path, figures: Figures) -> None:
    chance, ended, states = Random(11), 0, set()
    with an_instance(tmp_path) as instance:
        before = told(instance, f"a_memorial_to_be_deleted({PIECES})")
        assert before["key"] and before["files"] and len(before["tables"]) > 8

        over = time.monotonic() + 240
        while not work_for(instance, chance.uniform(0.05, 0.1) * (ended + 1)):
            assert time.monotonic() < over
            ended += 1
            now = told(instance, f"what_is_left({before['id']!r})")
            states.add((now["key"], len(now["tables"])))
            assert now["unfinished"] or now["tables"] == [], "nothing is left by which it could be finished"
        left = told(instance, f"what_is_left({before['id']!r})")

    figures("T24", checks=ended + 1, wrong=len(left["tables"]) + left["files"], ended_in_the_middle=ended)
    assert left == {"tables": [], "key": False, "files": 0, "unfinished": False}
    assert ended >= 2 and len(states) >= 2
