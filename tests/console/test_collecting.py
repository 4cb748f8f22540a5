"""What a power cut leaves of half collected static files is never taken for whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.faults.recording import NoCompiler, a_recording

_COLLECT = "import django; django.setup(); from snowdrop.console import collecting; collecting.collect_if_changed()"
_END_AT_ONCE = (
    "import django, os; django.setup(); from snowdrop.console import collecting; "
    "collecting.call_command = lambda *_, **__: os._exit(9); collecting.collect_if_changed()"
)


def run(words: str, data: Path, more: Mapping[str, str] | None = None) -> int:
    here = {**os.environ, "SNOWDROP_DATA": str(data), "DJANGO_SETTINGS_MODULE": "snowdrop.settings", **(more or {})}
    return subprocess.run([sys.executable, "-c", words], env=here, timeout=120).returncode


def kept_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_torn_files_without_a_note_are_collected_anew(tmp_path: Path) -> None:
    static = tmp_path / "static"
    assert run(_COLLECT, tmp_path) == 0
    whole = kept_in(static)

    (static / "collected").unlink()
    for name, content in whole.items():
        if name.endswith((".json", ".css", ".js")):
            (static / name).write_bytes(bytes(len(content)))

    assert run(_COLLECT, tmp_path) == 0
    assert kept_in(static) == whole


def test_there_is_a_note_only_once_everything_is_on_disk(tmp_path: Path) -> None:
    (data := tmp_path / "data").mkdir()
    try:
        recording = a_recording(data, tmp_path)
    except NoCompiler as missing:
        pytest.skip(str(missing))
    assert run(_COLLECT, data, recording.environment) == 0

    records, note = list(recording.records()), str((data / "static" / "collected").resolve())
    noted = next(number for number, record in enumerate(records) if record.kind == "c" and record.name == note)
    flushed = {record.file for record in records[:noted] if record.kind == "s"}
    collected = [path for path in (data / "static").rglob("*") if path.name != "collected"]
    assert len(collected) > 50
    assert [path.name for path in collected if path.stat().st_ino not in flushed] == []


def test_while_files_are_collected_there_is_no_note_that_they_are(tmp_path: Path) -> None:
    note = tmp_path / "static" / "collected"
    assert run(_COLLECT, tmp_path) == 0
    collected = note.read_text()

    note.write_text("those of another version")
    assert run(_END_AT_ONCE, tmp_path) == 9
    assert not note.exists()

    assert run(_COLLECT, tmp_path) == 0
    assert note.read_text() == collected
