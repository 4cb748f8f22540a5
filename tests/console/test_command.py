"""The `snowdrop` command as an operator meets it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import get_commands

from bench.machine import descent
from snowdrop.__main__ import COMMANDS, main
from snowdrop.settings.environment import listening_address
from tests.world.instance import ROOT, Instance, an_instance


def test_without_a_command_it_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0

    printed = capsys.readouterr().out
    assert all(name in printed for name in COMMANDS)


def test_an_unknown_command_is_answered_with_a_sentence_and_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sevre"]) == 2

    printed = capsys.readouterr().err
    assert printed.startswith("There is no command “sevre”.")
    assert "serve" in printed


@pytest.mark.parametrize(
    ("words", "address"),
    [
        (["run", "--port", "8302"], "http://localhost:8302"),
        (["run", "--host", "127.0.0.1", "--port=9000"], "http://localhost:9000"),
        (["serve", "--port", "9000"], "http://localhost:8000"),
        (["run"], "http://localhost:8000"),
        (["run", "--port"], "http://localhost:8000"),
        (["run", "--port", "many"], "http://localhost:8000"),
    ],
)
def test_links_lead_to_the_port_that_was_asked_for(words: list[str], address: str) -> None:
    assert listening_address(words) == address


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_that_is_listed_exists(name: str) -> None:
    assert name.replace("-", "_") in get_commands()


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Instance]:
    with an_instance(tmp_path_factory.mktemp("console")) as one:
        yield one


def test_a_port_in_use_is_told_in_a_sentence(instance: Instance) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        done = subprocess.run(
            [sys.executable, "-m", "snowdrop", "serve", "--port", str(port)],
            cwd=ROOT,
            env=instance.environment,
            capture_output=True,
            text=True,
            timeout=60,
        )

    assert done.returncode == 1
    assert f"port {port}" in done.stderr
    assert "Traceback" not in done.stderr


def test_mails_of_a_developer_are_not_opened_to_a_network(instance: Instance) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "snowdrop", "serve", "--host", "0.0.0.0", "--port", "0"],
        cwd=ROOT,
        env=instance.environment,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.returncode == 1
    assert "SNOWDROP_ADDRESS" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_an_instance_keeps_is_for_its_user_alone(instance: Instance) -> None:
    ours = [path for path in instance.data.iterdir() if path.name not in {"static", "serve.log"}]
    kept = [path for place in ours for path in (place, *place.rglob("*")) if path.is_file()]

    assert instance.data / "snowdrop.sqlite3" in kept
    assert [path.name for path in kept if path.stat().st_mode & 0o077] == []


def test_asked_to_end_it_ends_whole_and_soon(instance: Instance) -> None:
    instance.start()
    family = descent(instance.process.pid)
    assert len(family) == 6

    seconds = instance.stop(signal.SIGTERM)

    assert instance.process.returncode == 0
    assert seconds < 10
    assert alive(family) == []


def test_when_one_process_ends_all_end_and_the_log_says_which(instance: Instance) -> None:
    instance.start()
    family = descent(instance.process.pid)
    worker = next(pid for pid in children(instance.process.pid) if not children(pid))

    os.kill(worker, signal.SIGKILL)
    instance.process.wait(15)

    assert instance.process.returncode == 1
    assert "The worker process ended by itself" in instance.log()
    assert alive(family) == []


def test_when_the_parent_is_killed_its_children_go_too(instance: Instance) -> None:
    instance.start()
    family = descent(instance.process.pid)

    os.kill(instance.process.pid, signal.SIGKILL)
    instance.process.wait(5)

    patience = time.monotonic() + 5
    while alive(family) and time.monotonic() < patience:
        time.sleep(0.05)
    assert alive(family) == []


def test_a_memorial_to_measure_with_is_published_with_its_messages(instance: Instance) -> None:
    made = json.loads(instance.command("bench-memorial", "--messages", "50").splitlines()[-1])
    instance.start(wait_for=made["address"])

    page = instance.get(made["address"])
    instance.stop()

    assert page.body.count(b"<article") == 50
    assert "etag" in page.headers


def children(pid: int) -> list[int]:
    return [other for other in descent(pid)[1:] if Path(f"/proc/{other}/stat").read_text().split()[3] == str(pid)]


def alive(pids: list[int]) -> list[int]:
    return [pid for pid in pids if Path(f"/proc/{pid}").exists() and "Z" not in _state(pid)]


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"
