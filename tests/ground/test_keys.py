"""Keys lie apart from the data, are wrapped anew while everything goes on, and are gone when they are destroyed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import StringIO
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.core.management import CommandError, call_command

from snowdrop.ground import instance_keys, keys, rotation, sealing
from snowdrop.ground.objects import StorageAway
from tests.world.instance import ROOT


@pytest.fixture(params=["folder", "bucket"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, settings: object) -> Path:
    """A folder of keys of its own, with an instance key; the data keys lie in it, or in a bucket."""
    bucket = request.getfixturevalue("object_storage").keys if request.param == "bucket" else None
    here = replace(settings.SNOWDROP, keys=tmp_path / "keys", keys_bucket=bucket)  # type: ignore[attr-defined]
    settings.SNOWDROP = here  # type: ignore[attr-defined]
    instance_keys.make_first()
    return tmp_path / "keys"


@pytest.fixture
def own_folder(tmp_path: Path, settings: object) -> Path:
    settings.SNOWDROP = replace(settings.SNOWDROP, keys=tmp_path / "keys")  # type: ignore[attr-defined]
    return tmp_path / "keys"


def made(number: int) -> dict[UUID, bytes]:
    owners = [uuid4() for _ in range(number)]
    for owner in owners:
        keys.make_data_key(owner)
    return {owner: keys.data_key(owner) for owner in owners}


def read_anew(owners: dict[UUID, bytes]) -> dict[UUID, bytes]:
    keys.forget_cached()
    return {owner: keys.data_key(owner) for owner in owners}


def wrapped_by() -> set[str]:
    return {json.loads(keys._store().read(name))["wrapped_by"] for name in keys._store().names("data")}


def test_each_owner_has_a_key_of_its_own_that_stays(folder: Path) -> None:
    known = made(5)

    assert len(set(known.values())) == 5
    assert {len(key) for key in known.values()} == {32}
    assert read_anew(known) == known
    assert set(keys.owners()) == set(known)


def test_an_owner_gets_a_key_once(folder: Path) -> None:
    (owner,) = known = made(1)

    with pytest.raises(FileExistsError):
        keys.make_data_key(owner)

    assert read_anew(known) == known


def test_many_at_once_who_need_a_common_key_get_the_same(folder: Path) -> None:
    owner = UUID(int=7)

    with ThreadPoolExecutor(8) as threads:
        got = set(threads.map(keys.common_key, [owner] * 16))

    assert len(got) == 1


def test_what_is_kept_names_the_instance_key_and_holds_no_key(folder: Path) -> None:
    known = made(3)

    kept = b"".join(keys._store().read(name) for name in keys._store().names("data"))

    assert wrapped_by() == {instance_keys.newest().name}
    secrets = [*known.values(), instance_keys.newest().secret]
    assert not any(secret in kept or secret.hex().encode() in kept for secret in secrets)


def test_files_of_keys_are_for_this_user_alone(own_folder: Path) -> None:
    instance_keys.make_first()
    made(1)

    found = [own_folder, *own_folder.rglob("*")]

    assert len(found) == 5
    assert [path for path in found if path.stat().st_mode & 0o077] == []


def test_a_destroyed_key_is_gone_at_once_here_and_soon_elsewhere(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, elsewhere = made(2)
    sealed = sealing.seal(keys.data_key(here), b"words", bound_to=b"place")
    assert sealing.unseal(keys.data_key(here), sealed, bound_to=b"place") == b"words"

    keys.destroy_data_key(here)
    keys.destroy_data_key(here)

    with pytest.raises(keys.KeyIsGone):
        keys.data_key(here)
    keys.data_key(elsewhere)
    keys._store().destroy(keys._name(elsewhere))  # as another process does it
    keys.data_key(elsewhere)
    later = time.monotonic() + keys.BELIEVED_FOR
    monkeypatch.setattr(keys.time, "monotonic", lambda: later)
    with pytest.raises(keys.KeyIsGone):
        keys.data_key(elsewhere)


def test_a_key_whose_file_was_overwritten_and_not_yet_removed_is_gone(own_folder: Path) -> None:
    """A process that destroys a key may be ended in between."""
    instance_keys.make_first()
    (owner,) = made(1)
    kept = own_folder / keys._name(owner)
    kept.write_bytes(bytes(kept.stat().st_size))
    keys.forget_cached()

    with pytest.raises(keys.KeyIsGone):
        keys.data_key(owner)
    assert not keys.wrap_anew(owner, instance_keys.newest())


def test_a_folder_of_keys_that_is_not_there_is_away_not_gone(own_folder: Path) -> None:
    """A disk that was not mounted must not look as if families had deleted their memorials."""
    with pytest.raises(StorageAway):
        keys.data_key(uuid4())
    with pytest.raises(StorageAway):
        keys.make_data_key(uuid4())
    with pytest.raises(StorageAway):
        keys.common_key(uuid4())

    assert not (own_folder / instance_keys.PRESENT).exists()


def test_a_key_moved_to_another_owner_or_changed_is_unreadable(folder: Path) -> None:
    first, second = made(2)
    keys.forget_cached()
    store = keys._store()
    store.replace(keys._name(first), store.read(keys._name(first)), store.read(keys._name(second)))
    store.replace(keys._name(second), store.read(keys._name(second)), b"{}")

    for owner in (first, second):
        with pytest.raises(sealing.Unreadable):
            keys.data_key(owner)


def test_a_new_instance_key_wraps_all_and_changes_none(folder: Path) -> None:
    known, old = made(20), instance_keys.newest()

    call_command("rotate_instance_key", stdout=StringIO(), stderr=StringIO())

    assert instance_keys.newest().name != old.name
    assert wrapped_by() == {instance_keys.newest().name}
    assert read_anew(known) == known
    assert sorted(path.name for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")) == [
        "instance.key"
    ]
    with pytest.raises(instance_keys.InstanceKeyMissing):
        instance_keys.named(old.name)


def test_while_keys_are_wrapped_anew_both_are_read_and_new_ones_are_made(folder: Path) -> None:
    before = made(6)
    owners = rotation.begin()
    rotation.wrap(owners[:3])
    during = made(2)
    keys.destroy_data_key(owners[5])
    gone = before.pop(owners[5])

    assert len(wrapped_by()) == 2
    assert read_anew(before | during) == before | during
    assert rotation.begin() == sorted(before | during)  # begun again, as after an end in the middle
    rotation.wrap(owners)
    rotation.end()

    assert wrapped_by() == {instance_keys.newest().name}
    assert read_anew(before | during) == before | during
    assert gone not in read_anew(before | during).values()
    with pytest.raises(keys.KeyIsGone):
        keys.data_key(owners[5])


def test_a_key_made_just_while_the_old_instance_key_goes_is_not_lost(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between looking for the instance key and keeping what it wrapped, the whole rotation passes."""
    really_newest, calls = instance_keys.newest, iter(range(100))

    def newest() -> instance_keys.InstanceKey:
        found = really_newest()
        if next(calls) == 0:
            monkeypatch.setattr(instance_keys, "newest", really_newest)
            rotation.begin()
            rotation.end()
        return found

    monkeypatch.setattr(instance_keys, "newest", newest)
    owner = uuid4()
    keys.make_data_key(owner)

    assert wrapped_by() == {really_newest().name}
    assert len(read_anew({owner: b""})[owner]) == 32


def test_a_key_that_cannot_be_opened_keeps_the_old_instance_key(own_folder: Path) -> None:
    instance_keys.make_first()
    known, old = made(3), instance_keys.newest()
    broken = sorted(known)[1]
    keys._store().replace(
        keys._name(broken),
        keys._store().read(keys._name(broken)),
        keys.WrappedKey(old.name, bytes(60)).to_bytes(),
    )

    with pytest.raises(CommandError, match=f"the old instance key stays, and nothing is lost. .*{broken}"):
        call_command("rotate_instance_key", stderr=StringIO())

    assert instance_keys.named(old.name) == old


@pytest.mark.slow
def test_killed_at_any_point_and_run_again_it_ends_well(tmp_path: Path) -> None:
    """While a process that was there before goes on reading and making keys."""
    environment = {**os.environ, "SNOWDROP_DATA": str(tmp_path / "data"), "SNOWDROP_KEYS": str(tmp_path / "keys")}
    environment["DJANGO_SETTINGS_MODULE"] = "snowdrop.settings"
    working = _start(_WORKING, environment)
    assert working.stdout
    first = working.stdout.readline().strip()

    for turn in range(3):
        rotating = _start(_ROTATING, environment)
        _wait_until(lambda wrapped=20 * (turn + 1): _wrapped_by_next(tmp_path / "keys") > wrapped)
        rotating.send_signal(signal.SIGKILL)
        rotating.wait()
    assert (tmp_path / "keys" / instance_keys.NEXT).exists()
    whole = _start(_ROTATING, environment)
    assert whole.wait(60) == 0
    working.send_signal(signal.SIGTERM)
    said = working.communicate(timeout=60)[0].split()

    assert said[-1] == "well"
    assert said[-2] != first
    kept = [json.loads(path.read_bytes()) for path in (tmp_path / "keys/data").rglob("*-*") if path.name[0] != "."]
    assert {one["wrapped_by"] for one in kept} == {said[-2]}
    assert len(kept) > 100
    assert [path.name for path in (tmp_path / "keys").glob("instance*")] == ["instance.key"]


def _wrapped_by_next(folder: Path) -> int:
    """How many data keys the next instance key wraps already."""
    if not (folder / instance_keys.NEXT).exists():
        return 0
    name = instance_keys.InstanceKey((folder / instance_keys.NEXT).read_bytes()).name
    return sum(name in path.read_text() for path in (folder / "data").glob("*/*-*"))


def _wait_until(come_true: Callable[[], bool]) -> None:
    patience = time.monotonic() + 60
    while not come_true():
        assert time.monotonic() < patience
        time.sleep(0.02)


def _start(program: str, environment: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )


_ROTATING = "from snowdrop.__main__ import main; main(['rotate-instance-key'])"
_WORKING = """
import django, signal, sys, time
from uuid import uuid4
django.setup()
from snowdrop.ground import instance_keys, keys
instance_keys.make_first()
known = {}
def make():
    owner = uuid4()
    keys.make_data_key(owner)
    known[owner] = keys.data_key(owner)
for _ in range(100):
    make()
ended = []
signal.signal(signal.SIGTERM, lambda *_: ended.append(1))
print(instance_keys.newest().name, flush=True)
while not ended:
    make()
    keys.forget_cached()
    for owner in list(known)[:: max(1, len(known) // 50)]:
        assert keys.data_key(owner) == known[owner]
    time.sleep(0.1)
keys.forget_cached()
assert all(keys.data_key(owner) == key for owner, key in known.items())
print(instance_keys.newest().name, "well", flush=True)
"""
