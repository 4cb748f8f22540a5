"""Backups while people write, while processes are ended, and with a real PostgreSQL (trust.md T22)."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import psycopg
import pytest

from tests.faults.people import Ledger, send_until_it_breaks
from tests.figures import Figures
from tests.front.conftest import wait_for_document
from tests.world.backing_up import Operator, an_operator, bytes_of, database_of
from tests.world.instance import ROOT, Instance, an_instance

ENDINGS = 12
BACKUPS = 3
_POSTGRES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1:]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Operator]:
    with an_instance(tmp_path / "here" / "data", SNOWDROP_KEYS=str(tmp_path / "here" / "keys")) as instance:
        yield from an_operator(tmp_path, instance)


def memorials_come_and_go(instance: Instance, over: threading.Event) -> None:
    """A memorial with all that may be in it is filled, and deleted for good, again and again."""
    number = 0
    while not over.is_set():
        number += 1
        memorial = instance.act("fill_with_canaries", f"Mira {number}")
        if number % 2:
            instance.act("delete_for_good", memorial["id"])


@pytest.mark.slow
def test_a_backup_of_a_server_at_work_holds_what_was_acknowledged_and_every_file_that_it_speaks_of(
    here: Operator, figures: Figures
) -> None:
    instance, ledger, over = here.instance, Ledger(), threading.Event()
    slug = instance.act("open_memorial", "For Wren", "everybody")["slug"]
    instance.start(wait_for=f"/m/{slug}/")
    wait_for_document(instance, slug)
    senders = [threading.Thread(target=send_until_it_breaks, args=(instance, slug, ledger, over)) for _ in range(2)]
    senders.append(threading.Thread(target=memorials_come_and_go, args=(instance, over)))
    for sender in senders:
        sender.start()
    known: list[list[str]] = []
    try:
        for _ in range(BACKUPS):
            enough = len(ledger.acknowledged) + 20
            instance.wait_for(lambda: len(ledger.acknowledged) >= enough)  # noqa: B023 - asked in this round only
            known.append(list(ledger.acknowledged))
            backup = here.start("backup", str(here.disk), "--keys", str(here.other_disk))
            out, err = backup.communicate(timeout=120)
            assert backup.returncode == 0, err
            assert "not in the store" not in out
    finally:
        over.set()
        for sender in senders:
            sender.join()
    instance.stop()
    names = sorted(path.name for path in (here.disk / "backups").iterdir())
    lost, closed = [], []
    for number, (name, acknowledged) in enumerate(zip(names, known, strict=True)):
        restored = here.empty_computer(f"again-{number}")
        said = here.restore(restored, "--backup", name)
        assert said.status == 0, said.err
        kept = restored.act("kept", *acknowledged)
        lost += [once for once in acknowledged if once not in kept["words"]]
        closed += [] if "Every file opens, to its last byte." in said.out else [said.out]
        restored.end()

    figures("T22", checks=sum(map(len, known)) + BACKUPS, wrong=len(lost) + len(closed))
    assert lost == [] and closed == []


@pytest.mark.slow
def test_whoever_ends_a_backup_earlier_ones_stay_whole_and_the_next_run_finishes(
    here: Operator, tmp_path: Path, figures: Figures
) -> None:
    chance, ended, broken = Random(22), 0, []
    here.instance.act("fill_with_canaries", "Noor")
    whole_run = _seconds_of(here)
    for number in range(ENDINGS):
        here.instance.act("fill_with_canaries", f"Mira {number}")
        backup = here.start("backup", str(here.disk), "--keys", str(here.other_disk))
        time.sleep(whole_run * chance.uniform(0.4, 1))
        backup.kill()
        ended += backup.wait() < 0
        said = here.verify()
        broken += [said.out] if said.status else []
    assert here.back_up().status == 0
    restored = here.empty_computer("again")
    said = here.restore(restored)

    figures("T22", checks=ended, wrong=len(broken), ended_in_the_middle=ended)
    assert ended >= ENDINGS // 2 and broken == []
    assert said.status == 0, said.err
    assert database_of(restored.data, tmp_path) == database_of(here.instance.data, tmp_path)
    assert bytes_of(restored.data / "media") == bytes_of(here.instance.data / "media")
    assert not [path for path in here.disk.rglob(".*") if path.is_file()], "nothing half-written is left"


def _seconds_of(here: Operator) -> float:
    began = time.monotonic()
    backup = here.start("backup", str(here.disk), "--keys", str(here.other_disk))
    assert backup.wait(120) == 0
    return time.monotonic() - began


@pytest.mark.slow
def test_whoever_ends_a_restore_nothing_can_be_served_and_the_next_run_finishes(here: Operator, tmp_path: Path) -> None:
    here.instance.act("fill_with_canaries", "Noor")
    assert here.back_up().status == 0
    chance, restored = Random(24), here.empty_computer("again")
    command = ["restore", str(here.disk), "--keys", str(here.other_disk), "--key-file", str(here.key_file)]
    database = restored.data / "snowdrop.sqlite3"
    for _ in range(ENDINGS):
        process = subprocess.Popen(
            [sys.executable, "-m", "snowdrop", *command], cwd=ROOT, env=restored.environment, stdout=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.5, 1.5))
        process.kill()
        process.wait()
        if database.exists():
            break
        assert here.restore(here.instance).status == 1, "what is there stays as it is"
    if not database.exists():
        assert here.restore(restored).status == 0

    assert database_of(restored.data, tmp_path) == database_of(here.instance.data, tmp_path)
    assert bytes_of(restored.data / "media") == bytes_of(here.instance.data / "media")


@pytest.mark.slow
def test_the_second_copy_is_a_server_that_can_be_started_seconds_later(tmp_path: Path, figures: Figures) -> None:
    second, its_keys = tmp_path / "second", tmp_path / "second-keys"
    settings = {"SNOWDROP_KEYS": str(tmp_path / "keys"), "SNOWDROP_SECOND_COPY": str(second)}
    with an_instance(tmp_path / "data", **settings, SNOWDROP_SECOND_COPY_OF_KEYS=str(its_keys)) as instance:
        instance.start()
        gone, stays = (instance.act("fill_with_canaries", name) for name in ("Mira", "Noor"))
        instance.act("delete_for_good", gone["id"])
        copied = instance.data / "snowdrop.sqlite3"
        instance.wait_for(lambda: _has(second, stays["id"]) and not list(its_keys.rglob(gone["id"])))
        before = instance.act("what_opens", stays["id"])
        instance.stop()
        copied.unlink()
    standing = Instance(second, settings={"SNOWDROP_KEYS": str(its_keys)})
    try:
        standing.start()
        opened = standing.act("what_opens", stays["id"])
        deleted = standing.act("what_opens", gone["id"])
    finally:
        standing.end()

    figures("T22", checks=len(before["opened"]), wrong=len(opened["closed"]) + len(deleted["opened"]))
    assert opened == before and deleted["opened"] == []


def _has(second: Path, memorial: str) -> bool:
    """Whether the second copy knows this memorial, by its key: what is there of it came before its database did."""
    database = second / "snowdrop.sqlite3"
    return database.exists() and memorial.replace("-", "").encode() in database.read_bytes()


@pytest.fixture
def postgresql() -> Iterator[str]:
    """The folder of a real PostgreSQL, started for this test."""
    if not _POSTGRES:
        pytest.skip("there is no PostgreSQL here")
    script = [sys.executable, str(ROOT / "scripts" / "postgres.py")]
    folder = subprocess.run([*script, "start", str(_POSTGRES[0])], check=True, capture_output=True, text=True).stdout
    yield folder.strip()
    subprocess.run([*script, "stop", folder.strip()], check=True)


def _rows_of(folder: str, name: str) -> dict[str, list[bytes]]:
    """Every row of every table as PostgreSQL writes it, in order; the journal's rows without their transaction."""
    with psycopg.connect(f"host={folder} user=snowdrop dbname={name}") as connection:
        tables = connection.execute(
            "SELECT table_name, string_agg(quote_ident(column_name), ', ' ORDER BY column_name)"
            " FROM information_schema.columns WHERE table_schema = 'public'"
            " AND (table_name, column_name) NOT IN (('ground_entry', 'written_in'))"
            " AND table_name <> 'ground_readerplace' GROUP BY table_name"
        ).fetchall()
        found = {}
        for table, columns in tables:
            with connection.cursor().copy(f"COPY {table} ({columns}) TO STDOUT") as copy:
                found[table] = sorted(bytes(row) for row in copy)
        return found


@pytest.mark.slow
def test_postgresql_comes_back_row_by_row_and_its_journal_is_read_on(
    postgresql: str, tmp_path: Path, figures: Figures
) -> None:
    with psycopg.connect(f"host={postgresql} user=snowdrop dbname=postgres", autocommit=True) as connection:
        for name in ("here", "again"):
            connection.execute(f"CREATE DATABASE {name}")
    address = f"postgresql://snowdrop@/{{}}?host={postgresql}"
    settings = {"SNOWDROP_KEYS": str(tmp_path / "here" / "keys"), "SNOWDROP_DATABASE": address.format("here")}
    with an_instance(tmp_path / "here" / "data", **settings) as instance:
        memorial = instance.act("fill_with_canaries", "Noor")
        for operator in an_operator(tmp_path, instance):
            _and_back_again(operator, postgresql, address.format("again"), memorial, figures)


def _and_back_again(here: Operator, folder: str, again: str, memorial: dict[str, Any], figures: Figures) -> None:
    assert here.back_up().status == 0
    before = sum(path.stat().st_size for path in here.pieces)
    here.instance.act("open_memorial", "For Wren")
    assert here.back_up().status == 0
    written = sum(path.stat().st_size for path in here.pieces) - before
    assert here.verify("--key-file", str(here.key_file)).status == 0
    restored = here.empty_computer("again", SNOWDROP_DATABASE=again)
    said = here.restore(restored)
    assert said.status == 0, said.err

    rows, restored_rows = _rows_of(folder, "here"), _rows_of(folder, "again")
    different = [table for table in rows if rows[table] != restored_rows.get(table)]
    figures("T22", checks=len(rows), wrong=len(different))
    assert different == [] and len(rows) > 50 and written < before / 2
    assert restored.act("what_opens", memorial["id"]) == here.instance.act("what_opens", memorial["id"])
    assert here.restore(restored).status == 1, "what is there is never put over"
    assert restored.act("open_memorial", "For Robin")["slug"], "new rows take numbers of their own"
    assert restored.command("mend-journal").startswith("Nothing holds back")
