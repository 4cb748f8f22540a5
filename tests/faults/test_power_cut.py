"""When the power is cut, what was acknowledged is on the disk (trust.md T21); the long form: `make faults-long`."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.faults.power import power_cut
from tests.faults.recording import Record
from tests.faults.replaying import Disk, Left
from tests.faults.test_killed import holds
from tests.figures import Figures


@pytest.mark.slow
def test_what_was_acknowledged_survives_a_power_cut_at_any_moment(tmp_path: Path, figures: Figures) -> None:
    holds(power_cut(tmp_path, cuts=12, seconds=2, seed=4), figures, "T21", power_cuts=12)


def test_the_disk_keeps_what_was_flushed_and_may_lose_everything_else(tmp_path: Path) -> None:
    """What the other test stands on: a model that loses too little would find nothing."""
    (before := tmp_path / "before").mkdir()
    (before / "kept").write_bytes(b"old")
    here, number = before.resolve(), (before / "kept").stat().st_ino
    disk = Disk(before)
    write = Record("w", number, 0, "", "", b"new")
    make = Record("c", 7, 0, f"{here}/.arriving", "", b"")
    fill, rename = Record("w", 7, 0, "", "", b"words"), Record("r", 7, 0, f"{here}/.arriving", f"{here}/name", b"")
    for step in (write, make, fill, rename):
        disk.apply(step)

    def left(how: Left) -> dict[str, bytes]:
        names = disk.write_to(tmp_path / "after", Random(1), how)
        return {name: (tmp_path / "after" / name).read_bytes() for name in names}

    assert left(Left.NOTHING) == {"kept": b"old"}
    assert left(Left.EVERYTHING) == {"kept": b"new", "name": b"words"}
    disk.apply(Record("s", before.stat().st_ino, 0, "", "", b""))
    assert left(Left.NOTHING) == {"kept": b"old", "name": b""}, "a name that was flushed before its bytes"
    disk.apply(Record("s", 7, 0, "", "", b""))
    disk.apply(Record("s", number, 0, "", "", b""))
    assert left(Left.NOTHING) == left(Left.TORN) == {"kept": b"new", "name": b"words"}
