"""`snowdrop match`: for each reader the stories in order, with reasons; a sentence for each line that has none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def run(folder: Path, stories: bytes, readers: bytes, *words: str) -> tuple[int, list[dict[str, Any]], str]:
    (folder / "stories.jsonl").write_bytes(stories)
    (folder / "readers.jsonl").write_bytes(readers)
    files = ["--stories", str(folder / "stories.jsonl"), "--readers", str(folder / "readers.jsonl")]
    ran = subprocess.run(
        [sys.executable, "-m", "snowdrop", "match", *files, *words],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "SNOWDROP_DATA": str(folder / "data")},
    )
    return ran.returncode, [json.loads(line) for line in ran.stdout.splitlines()], ran.stderr.decode()


def lines(*objects: object) -> bytes:
    return b"".join(json.dumps(one).encode() + b"\n" for one in objects)


STORIES = lines(
    *({"id": f"s{n}", "lang": "en", "text": "", "facets": {"kind_of_loss": "Stillbirth"}} for n in range(6)),
    {"id": 7, "lang": "es", "text": "Perdimos a una de nuestras gemelas."},
)


def test_each_reader_is_answered_in_the_order_of_the_file(tmp_path: Path) -> None:
    readers = lines(
        {"id": "a", "gives": {"kind_of_loss": "stillborn"}, "matters": ["kind_of_loss"]},
        {"id": 2, "gives": {"multiples": "one of twins"}, "words": "gemelas"},
        {"id": "c", "gives": {"unheard_of": [1]}, "matters": None},
    )

    status, said, complaints = run(tmp_path, STORIES, readers, "--top", "6")

    assert (status, complaints) == (0, "")
    assert [one["id"] for one in said] == ["a", 2, "c"]
    assert {one["id"] for one in said[0]["stories"]} == {f"s{n}" for n in range(6)}
    assert said[0]["stories"][0]["reasons"] == ["You both wrote of a stillbirth."]
    assert said[0]["nothing_near"] is False
    assert said[1]["stories"][0]["id"] == 7
    assert said[2] == {"id": "c", "nothing_near": True, "stories": []}
    assert not (tmp_path / "data").exists() or not any((tmp_path / "data").glob("*.sqlite3"))


def test_bad_lines_are_named_by_file_and_number_and_the_good_ones_are_answered(tmp_path: Path) -> None:
    stories = STORIES + b"nope\n" + lines({"id": 7}, {"id": 8, "facets": 3}, {"text": "x"}, {"id": 9, "text": 1})
    readers = b'[]\n\n{"id": 1, "gives": 2}\n{"id": 1, "matters": [1]}\n\xff\n' + lines(
        {"id": "good", "words": "gemelas"}
    )

    status, said, complaints = run(tmp_path, stories, readers)

    named = [line.split("/")[-1].split(" ")[:3] for line in complaints.splitlines() if ", line " in line]
    assert status == 2
    assert [one["id"] for one in said] == ["good"]
    assert named == [["stories.jsonl,", "line", str(n)] for n in range(8, 13)] + [
        ["readers.jsonl,", "line", n] for n in ("1", "3", "4", "5")
    ]
    assert "Traceback" not in complaints


def test_a_file_that_is_not_there_and_a_number_that_is_none_are_said_in_a_sentence(tmp_path: Path) -> None:
    status, said, complaints = run(tmp_path, STORIES, b"", "--stories", str(tmp_path / "nothing.jsonl"))
    assert (status, said) == (2, [])
    assert "cannot be read" in complaints and "Traceback" not in complaints

    status, said, complaints = run(tmp_path, STORIES, b"", "--top", "0")
    assert (status, said) == (2, [])
    assert "whole number" in complaints and "Traceback" not in complaints
