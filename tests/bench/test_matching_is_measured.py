"""The benchmark of matching asks all three ways the same, and refuses figures of ways that differ."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path


def test_it_prints_a_line_for_each_way_and_what_a_new_story_costs(tmp_path: Path) -> None:
    words = ["--stories", "3000", "--readers", "4", "--database-readers", "2", "--words", "5"]
    ran = subprocess.run(
        [sys.executable, "-m", "bench.matching", *words],
        capture_output=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "SNOWDROP_DATA": str(tmp_path)},
        timeout=120,
    )

    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.returncode == 0, ran.stderr
    assert {line["name"] for line in lines} == {
        "P6 matching, with reasons",
        "P6 NumPy, without reasons",
        "P6 SQLite, without reasons",
        "P6 matching, with words too",
        "P6 a new story",
        "P6 a story taken out",
        "P6 taking in",
        "P6 memory",
    }
    assert all(line["value"] > 0 for line in lines)
    assert {line["ratio_to"] for line in lines if "ratio" in line} == {"P6 matching, with reasons"}
