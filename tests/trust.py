"""Prints the figures behind the promises (trust.md §3), one JSON object a line: `python -m tests.trust`.

Runs every test that counts something for a promise. Exits with 1 if a test failed, if an answer was wrong, or if a
promise has no figure: a promise that nothing counts is broken too.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True)
class Promise:
    """What is promised to people, and what trust.md calls the test of it."""

    test: str
    words: str


PROMISES: Final = (
    Promise("T01", "Only the people you chose can open this. We check every single time."),
    Promise("T02", "What is private is in no mail, no log, no side door."),
    Promise("T03", "When you remove someone, the door is shut at once."),
    Promise("T04", "Nobody can delete it behind your back; nobody can take it from you."),
    Promise("T05", "Every part of a photo, a video, a voice is asked for anew."),
    Promise("T06", "No cache between you and us keeps what is private."),
    Promise("T07", "Nothing lies open beside the door."),
    Promise("T08", "Whoever you keep out finds nothing."),
    Promise("T09", "Nobody can find out whether there is a page, or an account."),
    Promise("T10", "Your pen name stays yours."),
    Promise("T11", "The place and the device in a file stay with you."),
    Promise("T12", "Those who keep people safe see the name that you chose, and nothing of who you are."),
    Promise("T13", "A quiet look says nothing to whoever glances at the screen."),
    Promise("T14", "We never call another company's server from your page."),
    Promise("T15", "A hostile file harms nothing."),
    Promise("T16", "What others write stays words."),
    Promise("T20", "When it says sent, it is kept, and once; each whom you thank gets it once, whatever fails."),
    Promise("T21", "What was kept is still there after a power cut."),
    Promise("T22", "A backup gives back every byte, and says so where it cannot."),
    Promise("T23", "Where the disk is full or away, it says so, and loses nothing."),
    Promise("T24", "Once a deletion is final, no backup opens it."),
    Promise("T26", "Where the database goes and comes back, it says so, and loses nothing."),
    Promise("T30", "No stranger’s words reach you before somebody you trust has read them, unless you decide so."),
    Promise("T31", "Whatever was let through, it can be said by whom, or by which choice of yours."),
    Promise(
        "T32", "Where words tell that somebody may be in danger, people are told in time, and nothing is taken away."
    ),
    Promise("T33", "Where nobody is there, the page says so, and no number of a support line is old."),
)
"""Those that belong to what is built; each later room brings its own."""


def main() -> int:
    """Runs the tests, prints a line for each promise, and says whether all of them hold."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "figures.json"
        command = [sys.executable, "-m", "pytest", "-n", "2", "--figures", str(file), *sys.argv[1:]]
        ran = subprocess.run(command, stdout=sys.stderr, check=False)
        sums = json.loads(file.read_text()) if file.exists() else {}
    lines = list(_lines(sums))
    for line in lines:
        print(json.dumps(line, ensure_ascii=False))
    return int(ran.returncode != 0 or not all(line["holds"] for line in lines))


def _lines(sums: dict[str, dict[str, float]]) -> Iterator[dict[str, object]]:
    for promise in PROMISES:
        counted = sums.get(promise.test, {})
        holds = counted.get("checks", 0) > 0 and counted.get("wrong", 1) == 0
        yield {"test": promise.test, "promise": promise.words, **counted, "holds": holds}


if __name__ == "__main__":
    sys.exit(main())
