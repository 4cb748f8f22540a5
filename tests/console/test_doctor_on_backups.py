"""The doctor on backups: none for two days, none read back for 30, keys that are missing or too old, a copy behind."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from pyrage.x25519 import Identity

from snowdrop.console.backups.keys import PlaceOfKeys
from snowdrop.console.backups.sealing import SecretKey
from snowdrop.console.doctor import backups
from snowdrop.ground import clock, instance_keys
from snowdrop.ground.last_backup import LastBackup, last_backup, note_last_backup
from snowdrop.settings.environment import Copies, Environment, WrongSetting, read_environment
from tests.console.examining import wrong


def noted(before: timedelta, verified: timedelta | None, keys: timedelta | None) -> LastBackup:
    now = clock.now()
    ago = {"verified_at": verified, "keys_copied_at": keys}
    times = {name: now - one if one is not None else None for name, one in ago.items()}
    last = LastBackup(made_at=now - before, place="/disk", size=1, written=1, **times)
    note_last_backup(last)
    return last


def test_an_instance_without_a_backup_is_told_except_while_developing(here: Callable[..., Environment]) -> None:
    here()
    assert wrong(backups.look) == ["No backup was ever made."]

    here(developing=True)
    assert wrong(backups.look) == []


def test_backups_that_are_old_never_read_back_or_without_keys_are_named(here: Callable[..., Environment]) -> None:
    here()
    hour, old = timedelta(hours=1), timedelta(days=31)
    last = noted(hour, hour, hour)
    assert last_backup() == last and wrong(backups.look) == []

    noted(timedelta(days=2, minutes=1), hour, hour)
    assert any("The last backup was made on" in one for one in wrong(backups.look))
    for verified in (None, old):
        noted(hour, verified, hour)
        assert any("Nobody has looked for 30 days" in one for one in wrong(backups.look))
    for copied in (None, old):
        noted(hour, hour, copied)
        assert any("no copy of the keys of these days" in one for one in wrong(backups.look))


def test_a_copy_of_the_keys_that_is_too_old_is_named_and_goes_with_the_next(
    here: Callable[..., Environment], tmp_path: Path
) -> None:
    here(copies=Copies(keys=tmp_path / "copies"))
    instance_keys.make_first()
    noted(timedelta(0), timedelta(0), timedelta(0))
    place, key = PlaceOfKeys(tmp_path / "copies"), SecretKey(Identity.generate()).public
    place.copy(key, clock.now() - timedelta(days=32))
    assert any("still in" in one for one in wrong(backups.look))

    place.copy(key, clock.now())
    assert wrong(backups.look) == [] and len(place.names()) == 1


def test_a_second_copy_that_is_not_kept_up_is_named(
    here: Callable[..., Environment], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live, second = here().data / "live.sqlite3", tmp_path / "second"
    monkeypatch.setitem(connection.settings_dict, "NAME", live)
    here(copies=Copies(second=second))
    noted(timedelta(0), timedelta(0), timedelta(0))
    live.touch()
    assert any("is not kept up" in one for one in wrong(backups.look))

    second.mkdir()
    (second / "snowdrop.sqlite3").touch()
    assert wrong(backups.look) == []
    long_ago = clock.now().timestamp() - 3600
    os.utime(second / "snowdrop.sqlite3", (long_ago, long_ago))
    assert any("is not kept up" in one for one in wrong(backups.look))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"SNOWDROP_SECOND_COPY": "data/second"}, "must be apart"),
        ({"SNOWDROP_SECOND_COPY": "data"}, "must be apart"),
        ({"SNOWDROP_SECOND_COPY": "a", "SNOWDROP_SECOND_COPY_OF_KEYS": "a/keys"}, "must be apart"),
        ({"SNOWDROP_SECOND_COPY_OF_KEYS": "a"}, "needs SNOWDROP_SECOND_COPY"),
        ({"SNOWDROP_SECOND_COPY": "a", "SNOWDROP_DATABASE": "postgresql://here/now"}, "a streaming replica"),
    ],
)
def test_a_second_copy_in_a_wrong_place_is_refused_at_the_start(
    given: dict[str, str], sentence: str, tmp_path: Path
) -> None:
    folders = {name: str(tmp_path / place) if "COPY" in name else place for name, place in given.items()}

    with pytest.raises(WrongSetting, match=sentence):
        read_environment({"SNOWDROP_DATA": str(tmp_path / "data"), **folders}, [])


def test_a_second_copy_of_an_embedded_database_that_lies_elsewhere_is_no_mistake(tmp_path: Path) -> None:
    wishes = {"SNOWDROP_SECOND_COPY": str(tmp_path / "second"), "SNOWDROP_DATABASE": f"sqlite://{tmp_path}/a.sqlite3"}

    read = read_environment({"SNOWDROP_DATA": str(tmp_path / "data"), **wishes}, [])

    assert read.copies.second == tmp_path / "second"
