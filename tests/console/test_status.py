"""`snowdrop status` as an operator meets it: beside an instance that runs, and one that does not."""

from __future__ import annotations

import fcntl
import http.client
import json
import os
import pty
import re
import signal
import sqlite3
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from snowdrop.console.drawing_status import drawn
from snowdrop.engine_room.lines import Line, Part
from snowdrop.engine_room.looking import EngineRoom
from snowdrop.engine_room.vocabulary import State
from snowdrop.ground import clock, running
from tests.front.conftest import wait_for_document
from tests.world.instance import ROOT, Instance, a_form, an_instance, free_port

MARKED = "mark-of-nobody-x7q"


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Instance]:
    """One that does not run."""
    with an_instance(tmp_path_factory.mktemp("status")) as one:
        yield one


@pytest.fixture(scope="module")
def running_one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Instance]:
    """One that runs, with figures for gatherers."""
    with an_instance(tmp_path_factory.mktemp("running"), SNOWDROP_METRICS_PORT=str(free_port())) as one:
        one.start()
        yield one


def status(instance: Instance, *words: str) -> tuple[int, str]:
    """What it ends with, and what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "snowdrop", "status", *words],
        cwd=ROOT,
        env=instance.environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def lines_of(instance: Instance) -> tuple[int, dict[str, Any]]:
    code, printed = status(instance, "--json")
    return code, {line["about"]: line for line in json.loads(printed)["lines"]}


def metrics(instance: Instance) -> tuple[int, str]:
    _, secret = status(instance, "--metrics-secret")
    connection = http.client.HTTPConnection("127.0.0.1", int(instance.settings["SNOWDROP_METRICS_PORT"]), timeout=30)
    with closing(connection):
        connection.request("GET", "/metrics", headers={"Authorization": f"Bearer {secret.strip()}"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def test_of_an_instance_that_does_not_run_it_says_so_and_ends_with_2(instance: Instance) -> None:
    code, printed = status(instance)

    assert code == 2
    assert printed.startswith("Snowdrop does not run on this computer.")
    assert "\x1b" not in printed
    assert "room on the disk" in printed


def test_a_database_that_is_locked_is_said_to_be(instance: Instance) -> None:
    with closing(sqlite3.connect(instance.data / "snowdrop.sqlite3", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        code, lines = lines_of(instance)

    assert (code, lines["database"]["state"]) == (2, "stuck")
    assert lines["database"]["words"] == "does not answer: it is locked, or away"
    assert time.monotonic() - began < 15
    assert lines["room on the disk"]["state"] == "fine"


def test_where_no_database_was_ever_made_none_is_made_by_looking(instance: Instance, tmp_path: Any) -> None:
    elsewhere = Instance(tmp_path)

    code, lines = lines_of(elsewhere)

    assert (code, lines["database"]["state"]) == (2, "stuck")
    assert not (tmp_path / "snowdrop.sqlite3").exists()


def test_while_it_runs_what_happens_is_seen_and_nothing_of_whom_it_happens_to(running_one: Instance) -> None:
    slug = running_one.act("open_memorial", MARKED, "everybody")["slug"]
    wait_for_document(running_one, slug)
    for _ in range(20):
        running_one.get(f"/m/{slug}/")
    running_one.post(f"/m/{slug}/send/", a_form(words=f"Words {MARKED}", name=MARKED))
    running_one.get(f"/{MARKED}/?{MARKED}", {"User-Agent": MARKED, "Referer": f"http://{MARKED}/"})
    running_one.post(f"/m/{slug}/send/", b"x" * 2_000_000)
    running_one.post(f"/m/{slug}/send/", a_form(words=MARKED), {"Sec-Fetch-Site": "cross-site"})

    def all_told() -> bool:
        told = running.reports(running_one.data / "running")
        front = told["front"].now.counts if "front" in told else {}
        return "worker" in told and {"sent", "refused.413", "refused.403"} <= front.keys()

    running_one.wait_for(all_told)
    code, printed = status(running_one, "--json")
    lines = {line["about"]: line for line in json.loads(printed)["lines"]}
    answered, figures = metrics(running_one)
    families = {one.name: one for one in text_string_to_metric_families(figures)}
    counted = {f"{one.name} {one.labels}": one.value for family in families.values() for one in family.samples}
    told = "".join(path.read_text() for path in (running_one.data / "running").glob("*.json"))

    assert (code, answered) == (0, 200)
    assert lines["front door"]["state"] == lines["worker"]["state"] == "fine"
    assert "sent from elsewhere" in lines["turned away"]["words"]
    assert counted["snowdrop_front_answer_seconds_count {}"] >= 20
    assert counted["snowdrop_front_keeping_seconds_count {}"] == counted["snowdrop_front_sent_total {}"] == 1
    assert counted["snowdrop_front_refused_total {'status': '413'}"] == 1
    assert counted["snowdrop_web_answers_total {'class': '4xx'}"] >= 1
    assert counted["snowdrop_process_memory_bytes {'process': 'front'}"] > 10 * 2**20
    for text in (printed, status(running_one)[1], figures, told):
        assert MARKED not in text
        assert slug not in text


def test_what_nobody_hears_of_is_stuck_and_ends_with_1(running_one: Instance) -> None:
    path = running_one.data / "last-backup.json"
    noted = {"at": "2020-01-01T00:00:00+00:00", "bytes": 1, "written": 1, "place": "/backups"}
    path.write_text(json.dumps(noted | {"verified_at": None, "keys_copied_at": None}))

    code, lines = lines_of(running_one)
    path.unlink()

    assert (code, lines["last backup"]["state"]) == (1, "stuck")


def hears_ctrl_c() -> None:
    """As on a terminal; whoever runs the tests in the background may have it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_on_a_terminal_it_draws_again_in_place_and_ends_with_ctrl_c(running_one: Instance) -> None:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 44, 0, 0))
    command = [sys.executable, "-m", "snowdrop", "status", "--watch", "0.5"]
    given = {name: value for name, value in running_one.environment.items() if name not in {"COLUMNS", "LINES"}}
    environment = given | {"TERM": "xterm"}
    watching = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, preexec_fn=hears_ctrl_c
    )
    os.close(theirs)
    seen = b""
    patience = time.monotonic() + 30
    while seen.count(b"\x1b[H") < 3 and time.monotonic() < patience:
        seen += os.read(ours, 65536)
    watching.send_signal(2)
    assert watching.wait(20) == 0
    os.close(ours)

    drawing = seen.decode().split("\x1b[H")[1]
    plain = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", drawing).splitlines()
    assert "\x1b[32" in drawing
    assert max(map(len, plain)) <= 44
    assert len(plain) <= 30


def test_once_it_has_ended_in_order_it_does_not_run(tmp_path: Path) -> None:
    with an_instance(tmp_path) as one:
        one.start()
        one.stop()

        assert status(one)[0] == 2
        assert list((one.data / "running").glob("*.json")) == []


def a_room(*states: State) -> EngineRoom:
    lines = tuple(Line(f"something with a long name {n}", state, "words " * 12) for n, state in enumerate(states))
    return EngineRoom(clock.now(), True, (Part("One part", lines), Part("Another", lines[:1])))


@pytest.mark.parametrize("width", [24, 40, 60, 78, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = drawn(a_room(State.FINE, State.STUCK), width=width, height=None, paint=lambda _state, word: word)

    assert max(map(len, text)) <= width


def test_what_is_not_fine_is_what_a_low_terminal_still_shows() -> None:
    room = a_room(*[State.FINE] * 20, State.STUCK)

    text = drawn(room, width=100, height=12, paint=lambda state, word: word.upper() if state else word)

    assert len(text) <= 12
    assert any(line.startswith("STUCK") and "name 20" in line for line in text)
    assert "fine   Another" in text
