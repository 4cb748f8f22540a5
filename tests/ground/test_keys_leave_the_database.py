"""An instance from before keys lay apart is brought to this version: none is lost, none stays in the database."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from snowdrop.ground import instance_keys, keys, sealing
from tests.world.instance import ROOT, Instance

pytestmark = pytest.mark.slow


@pytest.fixture
def instance(tmp_path: Path) -> Instance:
    """Prepared as far as it was when keys lay in the database."""
    one = Instance(tmp_path / "data", settings={"SNOWDROP_KEYS": str(tmp_path / "keys")})
    one.command("migrate", "ground", "0003")
    return one


def old_keys(instance: Instance, secret: bytes, number: int) -> dict[UUID, bytes]:
    """Data keys in the database, and the instance key that wraps them in its file."""
    (Path(instance.settings["SNOWDROP_KEYS"]) / "instance.key").write_bytes(secret)
    known = {uuid4(): sealing.new_key() for _ in range(number)}
    with closing(sqlite3.connect(instance.data / "snowdrop.sqlite3")) as database, database:
        database.executemany(
            "INSERT INTO ground_datakey (owner, wrapped) VALUES (?, ?)",
            [(owner.hex, sealing.wrap_key(secret, key, owner=owner.bytes)) for owner, key in known.items()],
        )
    return known


def kept_keys(instance: Instance) -> dict[UUID, bytes]:
    folder = Path(instance.settings["SNOWDROP_KEYS"])
    secret = instance_keys.InstanceKey((folder / "instance.key").read_bytes())
    found = {}
    for path in (folder / "data").glob("*/*-*"):
        kept = keys.WrappedKey.from_bytes(path.read_bytes())
        assert kept.wrapped_by == secret.name
        owner = UUID(path.name)
        found[owner] = sealing.unwrap_key(secret.secret, kept.wrapped, owner=owner.bytes)
    return found


def migrate(instance: Instance) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "snowdrop", "migrate", "ground"]
    return subprocess.run(command, cwd=ROOT, env=instance.environment, capture_output=True, text=True, timeout=120)


def in_database(instance: Instance) -> bytes:
    return b"".join(path.read_bytes() for path in instance.data.glob("snowdrop.sqlite3*"))


def test_every_key_is_moved_and_none_stays_in_the_database(instance: Instance) -> None:
    known = old_keys(instance, sealing.new_key(), 40)
    moved_before = sorted(known)[:15]
    half = Instance(instance.data, settings=instance.settings)
    program = f"""import django; django.setup()
from uuid import UUID
from snowdrop.ground import keys
for owner, key in {[(str(owner), known[owner].hex()) for owner in moved_before]!r}:
    keys.keep_data_key(UUID(owner), bytes.fromhex(key))"""
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=half.environment, check=True, timeout=60)
    assert len(kept_keys(instance)) == 15

    done = migrate(instance)

    assert done.returncode == 0, done.stderr
    assert kept_keys(instance) == known
    with closing(sqlite3.connect(instance.data / "snowdrop.sqlite3")) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert "ground_datakey" not in tables
    assert not any(owner.hex.encode() in in_database(instance) for owner in known)


@pytest.mark.parametrize("wrong", ["another key", "no key"])
def test_with_the_wrong_folder_of_keys_nothing_is_changed(instance: Instance, wrong: str) -> None:
    known = old_keys(instance, sealing.new_key(), 3)
    file = Path(instance.settings["SNOWDROP_KEYS"]) / "instance.key"
    right = file.read_bytes()
    file.write_bytes(sealing.new_key()) if wrong == "another key" else file.unlink()

    done = migrate(instance)

    assert done.returncode == 1
    assert "are not those of this database, which was left as it is" in done.stderr
    assert "Traceback" not in done.stderr
    assert all(owner.hex.encode() in in_database(instance) for owner in known)
    file.write_bytes(right)
    assert migrate(instance).returncode == 0
    assert kept_keys(instance) == known
