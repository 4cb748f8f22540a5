"""The walls around the disposable process: each is tried from inside, by somebody who wants out."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from snowdrop.media import confinement, darkroom
from snowdrop.media.order import Confinement, Order
from snowdrop.media.vocabulary import LIMITS, Format
from tests.media.looking import in_memory
from tests.world import photographs

ROOT = Path(__file__).parents[2]

WAYS_OUT = Path(__file__).with_name("ways_out.py")


def grants_own_network() -> bool:
    return subprocess.run(["unshare", "--user", "--net", "true"], check=False, capture_output=True).returncode == 0


def grants_landlock() -> bool:
    return confinement._libc.syscall(444, None, 0, 1) >= 6


needs_all_walls = pytest.mark.skipif(
    not (grants_own_network() and grants_landlock()),
    reason="this machine does not grant every wall (user namespaces, Landlock)",
)


def outcome_of_ways_out(folder: Path, walls: str) -> set[tuple[str, str]]:
    (folder / "letter").write_text("Ada")
    with socket.create_server(("127.0.0.1", 0)) as server:
        arguments = [sys.executable, "-I", WAYS_OUT, ROOT, folder, walls, server.getsockname()[1], "/usr/bin/env"]
        answer = subprocess.run(list(map(str, arguments)), check=True, capture_output=True, timeout=20)
    assert not (folder / "letter").exists() or (folder / "letter").read_text() == "Ada"
    return {(name, outcome) for name, outcome in json.loads(answer.stdout).items() if outcome != "stopped"}


@needs_all_walls
@pytest.mark.parametrize("walls", ["limits, network, files, handles, calls", "limits, network, program, calls"])
def test_there_is_no_way_out(tmp_path: Path, walls: str) -> None:
    assert outcome_of_ways_out(tmp_path, walls) == set()


@needs_all_walls
@pytest.mark.parametrize("walls", ["limits, network, files, handles", "limits, network, program"])
def test_without_the_filter_of_calls_little_would_be_left_open(tmp_path: Path, walls: str) -> None:
    open_still = {"let others read a file", "say that a file is old", "start a process"}
    assert outcome_of_ways_out(tmp_path, walls) == {(way, "went through") for way in open_still}


def test_the_filter_of_calls_alone_leaves_reading_and_nothing_else(tmp_path: Path) -> None:
    assert outcome_of_ways_out(tmp_path, "calls") == {(way, "went through") for way in ("read a file", "list a folder")}


@needs_all_walls
def test_the_darkroom_tells_which_walls_stood() -> None:
    everything = Confinement(network_closed=True, files_closed=True, handles_closed=True, calls_refused=True)
    assert darkroom.try_walls() == everything
    with in_memory(photographs.a_single_pixel()) as source:
        assert darkroom.develop(source, Format.PNG).confinement == everything


def test_this_process_itself_can_reach_a_network_so_that_the_question_has_two_answers() -> None:
    assert not confinement.network_is_closed()


def test_the_process_inherits_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SNOWDROP_SECRET", "canary")
    endless, writing = os.pipe()
    with darkroom._disposable_process(Order(Format.JPEG, LIMITS), endless) as process:
        environment = Path(f"/proc/{process.pid}/environ")
        while not (handed_over := environment.read_bytes()):  # between two programs there is none
            assert process.poll() is None
        assert handed_over == b"MALLOC_ARENA_MAX=2\0"
        assert len(os.listdir(f"/proc/{process.pid}/fd")) <= 4
    os.close(endless)
    os.close(writing)


def test_the_process_knows_nothing_of_django() -> None:
    look = "import sys; sys.path.append(sys.argv.pop()); import snowdrop.media.enlarger; print('django' in sys.modules)"
    seen = subprocess.run([sys.executable, "-I", "-c", look, str(ROOT)], check=True, capture_output=True)
    assert seen.stdout == b"False\n"


def test_a_process_that_cannot_begin_is_not_blamed_on_the_photograph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(darkroom, "_CODE_FOLDER", "/nowhere")
    with in_memory(photographs.a_single_pixel()) as source, pytest.raises(darkroom.DarkroomOutOfOrder):
        darkroom.develop(source, Format.PNG)


@pytest.mark.usefixtures("nothing_is_left_running")
def test_a_stopped_darkroom_leaves_no_process_and_no_open_file() -> None:
    def open_files() -> int:
        return len(os.listdir("/proc/self/fd"))

    before = open_files()
    with in_memory(photographs.a_jpeg_of_endless_scans()) as source, pytest.raises(darkroom.PictureTookTooLong):
        darkroom.develop(source, Format.JPEG, limits=replace(LIMITS, wall_seconds=0.3))
    assert open_files() == before
