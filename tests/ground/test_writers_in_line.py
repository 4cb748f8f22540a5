"""Who waits to write into the embedded database comes in their turn, however much the front door writes."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.db.utils import OperationalError

from tests.world.instance import ROOT, an_instance

STORM = """
import django; django.setup()
import time
from django.db import connection, transaction
with connection.cursor() as cursor:
    cursor.execute("CREATE TABLE IF NOT EXISTS storm (words TEXT)")
print("begun", flush=True)
ends, batch = time.monotonic() + 30, [("words" * 40,)] * 2000
while time.monotonic() < ends:  # as the front does: the next batch begins in the moment in which the last is on disk
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany("INSERT INTO storm VALUES (%s)", batch)
"""
VISIT = """
import django; django.setup()
import time
from django.db import connection, transaction
waited = []
for _ in range(30):
    time.sleep(0.03)
    began = time.monotonic()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS visit (at REAL)")
    waited.append(time.monotonic() - began)
print(max(waited))
"""


@pytest.mark.slow
def test_nobody_is_overtaken_for_ever(tmp_path: Path) -> None:
    """Without the line the longest of these waits took two to three seconds; SQLite looks again after 0.1 s at most."""
    with an_instance(tmp_path) as instance:
        storm = subprocess.Popen(
            [sys.executable, "-c", STORM], cwd=ROOT, env=instance.environment, stdout=subprocess.PIPE, text=True
        )
        try:
            assert storm.stdout and storm.stdout.readline() == "begun\n"
            visit = subprocess.run(
                [sys.executable, "-c", VISIT], cwd=ROOT, env=instance.environment, capture_output=True, text=True
            )
        finally:
            storm.kill()
            storm.wait()

    assert visit.returncode == 0, visit.stderr
    assert float(visit.stdout) < 1


@contextmanager
def somebody_at_the_head() -> Iterator[None]:
    folder = os.open(Path(connection.settings_dict["NAME"]).parent, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(folder)


@pytest.mark.django_db(transaction=True)
def test_whoever_waits_in_line_too_long_is_told_so_as_by_sqlite_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    if connection.vendor != "sqlite" or connection.is_in_memory_db():
        pytest.skip("There is a line before the embedded database alone.")
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.2)
    with somebody_at_the_head():
        began = time.monotonic()
        with pytest.raises(OperationalError, match="locked"), transaction.atomic():
            pass
        assert 0.1 < time.monotonic() - began < 5

    with transaction.atomic():  # and whoever comes next is let in
        pass
