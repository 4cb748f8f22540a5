"""`snowdrop screen`: an answer for each line that can be read, a sentence for each that cannot."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(folder: Path, *words: str, handed: bytes = b"") -> tuple[int, list[dict], str]:
    environment = {**os.environ, "SNOWDROP_DATA": str(folder / "data")}
    ran = subprocess.run(
        [sys.executable, "-m", "snowdrop", "screen", *words],
        input=handed,
        capture_output=True,
        cwd=ROOT,
        env=environment,
    )
    return ran.returncode, [json.loads(line) for line in ran.stdout.splitlines()], ran.stderr.decode()


def test_each_line_is_answered_in_its_order(tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    lines = [
        {"id": "a", "lang": "en", "text": "This is your fault."},
        {"id": 2, "lang": "de", "text": "Wenigstens seid ihr noch jung."},
        {"id": None, "text": "Je ne veux plus vivre sans lui."},
        {"lang": "xx", "text": "We think of you."},
    ]
    file.write_text("\n".join(map(json.dumps, lines)) + "\n\n")

    status, said, complaints = run(tmp_path, str(file))

    assert (status, complaints) == (0, "")
    assert said == [
        {
            "id": "a",
            "lane": "red",
            "clumsy": False,
            "crisis": "none",
            "reasons": ["It blames the parents: “your fault”."],
        },
        {"id": 2, "lane": "green", "clumsy": True, "crisis": "none", "reasons": []},
        {"id": None, "lane": "amber", "clumsy": False, "crisis": "medium", "reasons": said[2]["reasons"]},
        {"id": None, "lane": "green", "clumsy": False, "crisis": "none", "reasons": []},
    ]
    assert not (tmp_path / "data").exists() or not any((tmp_path / "data").glob("*.sqlite3"))


def test_bad_lines_are_named_and_the_good_ones_answered(tmp_path: Path) -> None:
    handed = b"\n".join(
        [
            b'{"id": 1, "text": "We love you."}',
            b"not json",
            b"[1]",
            b'{"id": 2}',
            b'{"id": 3, "lang": 5, "text": "x"}',
            b"\xff",
            b'{"id": "\\ud800", "text": "Hello"}',
        ]
    )

    status, said, complaints = run(tmp_path, "-", handed=handed)

    assert status == 2
    assert [one["lane"] for one in said] == ["green", "green"]
    assert [line.split()[1] for line in complaints.splitlines() if line.startswith("Line ")] == [
        "2",
        "3",
        "4",
        "5",
        "6",
    ]
    assert "Traceback" not in complaints


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    status, said, complaints = run(tmp_path, str(tmp_path / "nothing.jsonl"))

    assert (status, said) == (2, [])
    assert "cannot be read" in complaints and "Traceback" not in complaints
