"""The walls around FFmpeg: it is sent out itself, and looked at from outside while it works."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from snowdrop.media import cutting_room, ffmpeg
from snowdrop.media.ffmpeg import Bounds, Ended, FFmpegOutOfOrder, Walls
from snowdrop.media.memory import file_in_memory
from snowdrop.media.refusals import RecordingTookTooLong
from snowdrop.media.vocabulary import RecordingFormat
from tests.figures import Figures
from tests.media.screening import processes_of
from tests.media.test_confinement import needs_all_walls
from tests.world import recordings

ROOT = Path(__file__).parents[2]
BOUNDS = Bounds(memory=1 << 30, seconds=20, written_bytes=1 << 20)
TONE = ("-f", "lavfi", "-i", "sine=duration=1")

WORK_ON_AND_ON = """
import os, sys
sys.path.append(sys.argv.pop())
os.environ["DJANGO_SETTINGS_MODULE"] = "snowdrop.settings"
from snowdrop.media import ffmpeg
from snowdrop.media.ffmpeg import Bounds
endless = ("-v", "error", "-f", "lavfi", "-i", "testsrc2", "-f", "null", "-")
ffmpeg.run(lambda telling: endless, Bounds(memory=1 << 30, seconds=100))
"""


def behind_walls(*arguments: str) -> Ended:
    return ffmpeg.run(lambda telling: ("-v", "error", "-nostdin", "-y", *arguments), BOUNDS)


def working_for(parent: int) -> list[int]:
    """The process of this one that has become FFmpeg and works on and on."""
    return [one for one in processes_of(parent) if b"testsrc2\0" in Path(f"/proc/{one}/cmdline").read_bytes()]


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@needs_all_walls
def test_every_wall_stands() -> None:
    assert ffmpeg.try_walls() == Walls(network_closed=True, files_closed=True, calls_refused=True)


@needs_all_walls
def test_ffmpeg_itself_finds_no_way_out(tmp_path: Path, figures: Figures) -> None:
    (tmp_path / "letter.wav").write_bytes(recordings.a_voice("wav"))
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        ways = {
            "read a file": ("-i", f"file:{tmp_path}/letter.wav", "-f", "null", "-"),
            "read by a filter": ("-f", "lavfi", "-i", f"amovie={tmp_path}/letter.wav", "-f", "null", "-"),
            "write a file": (*TONE, f"file:{tmp_path}/new.wav"),
            "call out": (*TONE, "-f", "wav", address),
        }

        outside = {way: recordings.ffmpeg("-v", "error", *words).returncode for way, words in ways.items()}
        (tmp_path / "new.wav").unlink()
        inside = {way: behind_walls(*words) for way, words in ways.items()}

    through = [way for way, ended in inside.items() if ended.code == 0]
    figures("T15", checks=len(ways), wrong=len(through), of_walls=3)
    assert set(outside.values()) == {0}
    assert through == []
    assert "Permission denied" in inside["read a file"].words
    assert "Operation not permitted" in inside["call out"].words
    assert [path.name for path in tmp_path.iterdir()] == ["letter.wav"]


def test_it_holds_nothing_but_what_was_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SNOWDROP_SECRET", "canary")
    seen: dict[str, object] = {}
    others = processes_of(os.getpid())

    def look(share: float) -> None:
        if seen:
            return
        (one,) = set(processes_of(os.getpid())) - set(others)
        handles = Path(f"/proc/{one}/fd")
        seen["open"] = {os.readlink(handle).split(":")[0].split(" ")[0] for handle in handles.iterdir()}
        seen["environment"] = Path(f"/proc/{one}/environ").read_bytes()
        seen["program"] = os.readlink(f"/proc/{one}/exe")

    with file_in_memory() as original, file_in_memory() as product:
        original.write(recordings.a_video(size=(1280, 720), seconds=6))
        cutting_room.cut(original, product, RecordingFormat.MP4, tell=look)

    assert seen == {
        "open": {"/memfd", "pipe"},
        "environment": b"MALLOC_ARENA_MAX=2\0LC_ALL=C\0",
        "program": ffmpeg.the_program(),
    }


def test_it_ends_with_whoever_started_it() -> None:
    words = [sys.executable, "-c", WORK_ON_AND_ON, str(ROOT)]
    parent = subprocess.Popen(words, cwd=ROOT, env=os.environ)
    wait_until(lambda: bool(working_for(parent.pid)))
    (working,) = working_for(parent.pid)

    parent.send_signal(signal.SIGKILL)
    parent.wait()

    wait_until(lambda: not Path(f"/proc/{working}").exists() or "Z" in Path(f"/proc/{working}/stat").read_text())


def test_the_clock_ends_what_does_not_end_by_itself() -> None:
    endless = ("-v", "error", "-f", "lavfi", "-i", "testsrc2", "-f", "null", "-")
    open_files, others = len(os.listdir("/proc/self/fd")), processes_of(os.getpid())
    began = time.monotonic()

    with pytest.raises(RecordingTookTooLong):
        ffmpeg.run(lambda telling: endless, Bounds(memory=1 << 30, seconds=0.5))

    assert time.monotonic() - began < 3
    assert len(os.listdir("/proc/self/fd")) == open_files
    assert processes_of(os.getpid()) == others


def test_an_ffmpeg_that_cannot_begin_is_not_blamed_on_the_recording(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    no_program = tmp_path / "ffmpeg"
    no_program.write_text("no program")
    no_program.chmod(0o755)
    monkeypatch.setattr(ffmpeg, "the_program", lambda: str(no_program))

    with pytest.raises(FFmpegOutOfOrder):
        ffmpeg.try_walls()
