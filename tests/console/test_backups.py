"""Backups as an operator makes them: equal when restored, found when broken, blind to what was deleted (T22, T24)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.figures import Figures
from tests.world.backing_up import Operator, an_operator, bytes_of, database_of, flip
from tests.world.instance import an_instance


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Operator, dict[str, Any]]]:
    """An instance with a memorial full of canaries, and an operator who has not backed it up yet."""
    folder = tmp_path_factory.mktemp("backups")
    with an_instance(folder / "here" / "data", SNOWDROP_KEYS=str(folder / "here" / "keys")) as instance:
        memorial = instance.act("fill_with_canaries", "Noor")
        for operator in an_operator(folder, instance):
            said = operator.back_up()
            assert said.status == 0, said.err
            yield operator, memorial


@pytest.fixture
def here(filled: tuple[Operator, dict[str, Any]]) -> Operator:
    return filled[0]


@pytest.fixture
def memorial(filled: tuple[Operator, dict[str, Any]]) -> dict[str, Any]:
    return filled[1]


def test_what_is_restored_is_equal_byte_by_byte(
    here: Operator, memorial: dict[str, Any], tmp_path: Path, figures: Figures
) -> None:
    assert here.back_up().status == 0
    elsewhere = here.empty_computer("equal")
    said = here.restore(elsewhere)
    assert said.status == 0, said.err

    files, again = (bytes_of(one.data / "media") for one in (here.instance, elsewhere))
    same = database_of(here.instance.data, tmp_path) == database_of(elsewhere.data, tmp_path)
    different = [name for name in files.keys() | again.keys() if files.get(name) != again.get(name)]
    figures("T22", checks=len(files) + 1, wrong=len(different) + (not same))
    assert same and files and not different
    assert bytes_of(here.instance.data.parent / "keys").keys() - {".lock"} == bytes_of(
        elsewhere.data.parent / "keys"
    ).keys() - {".lock"}
    assert elsewhere.act("what_opens", memorial["id"]) == here.instance.act("what_opens", memorial["id"])
    assert "Every file opens, to its last byte." in said.out
    assert list((elsewhere.data / "backups" / "at-work").rglob("*")) == []


def test_only_what_is_new_is_written(here: Operator) -> None:
    assert here.back_up().status == 0
    before = sum(path.stat().st_size for path in here.pieces)
    assert here.back_up().status == 0
    assert sum(path.stat().st_size for path in here.pieces) == before, "nothing has changed, and nothing was written"

    here.instance.act("open_memorial", "For Wren")
    assert here.back_up().status == 0
    written = sum(path.stat().st_size for path in here.pieces) - before
    whole = (here.instance.data / "snowdrop.sqlite3").stat().st_size + sum(
        map(len, bytes_of(here.instance.data / "media").values())
    )
    assert 0 < written < whole


def test_nothing_in_the_backups_can_be_read_and_no_key_lies_among_them(
    here: Operator, memorial: dict[str, Any]
) -> None:
    keys = [path.read_bytes() for path in (here.instance.data.parent / "keys").rglob("*") if path.is_file()]
    in_plain = [bytes.fromhex(canary) for canary in memorial["canaries"]] + [key for key in keys if key]
    in_plain += [b"SQLite format 3", b"@example.org"]
    for content in [*bytes_of(here.disk).values(), *bytes_of(here.other_disk).values()]:
        assert not any(plain in content for plain in in_plain)
    assert not any("key" in name for name in bytes_of(here.disk))


def test_a_bit_that_flipped_is_found_and_written_anew_by_the_next_backup(here: Operator) -> None:
    before = set(here.pieces)
    here.instance.act(
        "open_memorial", "For Wren, once more"
    )  # so that the last backup has a piece that none has before it
    assert here.back_up().status == 0
    assert here.verify().status == 0
    hurt = min(set(here.pieces) - before)
    flip(hurt)

    found = here.verify()
    assert found.status == 1 and hurt.name in found.out
    refused = here.restore(here.empty_computer("flipped"))
    assert refused.status == 1 and "broken" in refused.err
    assert not list((here.folder / "flipped").rglob("snowdrop.sqlite3"))

    assert here.back_up().status == 0
    well = here.verify("--key-file", str(here.key_file))
    assert well.status == 0, well.out
    assert not hurt.exists()


def test_a_backup_that_lacks_a_piece_is_refused_and_an_earlier_one_can_be_named(here: Operator) -> None:
    assert here.back_up().status == 0
    earlier = sorted((here.disk / "backups").iterdir())[-1].name
    before = set(here.pieces)
    here.instance.act("open_memorial", "For Robin")
    assert here.back_up().status == 0
    next(iter(set(here.pieces) - before)).unlink()

    refused = here.restore(here.empty_computer("lacking"))
    assert refused.status == 1 and "is not whole: 1 of its pieces" in refused.err
    assert here.verify().status == 1
    assert here.restore(here.empty_computer("earlier"), "--backup", earlier).status == 0
    assert here.back_up().status == 0
    assert here.verify().status == 0


def test_a_restore_never_puts_anything_over_what_is_there(here: Operator) -> None:
    before = bytes_of(here.instance.data / "media")

    refused = here.restore(here.instance)

    assert refused.status == 1 and "never puts anything over what is there" in refused.err
    assert bytes_of(here.instance.data / "media") == before


def test_another_key_opens_nothing(here: Operator, tmp_path: Path) -> None:
    other = here.empty_computer("other-key")
    (tmp_path / "key.txt").write_text(here.run("backup", "--make-key", instance=other).out)

    refused = here.run(
        "restore", str(here.disk), "--key-file", str(tmp_path / "key.txt"), instance=here.empty_computer("closed")
    )

    assert refused.status == 1 and "another backup key" in refused.err


@pytest.mark.parametrize(
    ("disk", "keys", "sentence"),
    [
        ("here/data/backup", "elsewhere", "inside the folder of data"),
        ("here/keys/backup", "elsewhere", "inside the folder of keys"),
        ("one", "one/keys", "Keys must lie apart from backups"),
        ("one/backup", "one", "Keys must lie apart from backups"),
    ],
)
def test_places_that_would_spoil_each_other_are_refused(here: Operator, disk: str, keys: str, sentence: str) -> None:
    refused = here.run("backup", str(here.folder / disk), "--keys", str(here.folder / keys))

    assert refused.status == 1 and sentence in refused.err
    assert not (here.folder / disk).exists()


def test_a_disk_that_is_not_connected_is_noticed(here: Operator) -> None:
    assert here.back_up().status == 0
    away = here.disk.rename(here.folder / "away")
    try:
        refused = here.back_up()
        assert refused.status == 1 and "Is the disk connected?" in refused.err
        assert not here.disk.exists()
    finally:
        away.rename(here.disk)


def test_nothing_of_a_deleted_memorial_opens_from_the_oldest_backup_with_the_newest_keys(
    here: Operator, memorial: dict[str, Any], figures: Figures
) -> None:
    gone = here.instance.act("fill_with_canaries", "Mira")
    assert here.back_up().status == 0
    oldest = sorted((here.disk / "backups").iterdir())[-1].name
    before = here.instance.act("what_opens", gone["id"])
    here.instance.act("delete_for_good", gone["id"])
    assert here.back_up().status == 0

    restored = here.empty_computer("shredded")
    said = here.restore(restored, "--backup", oldest)
    assert said.status == 0, said.err
    opens = restored.act("what_opens", gone["id"])
    others = restored.act("what_opens", memorial["id"])

    figures("T24", checks=len(before["opened"]), wrong=len(opens["opened"]))
    assert len(before["opened"]) >= 14 and before["closed"] == []
    assert (opens["opened"], len(opens["closed"])) == ([], len(before["opened"]))
    assert others["opened"] and others["closed"] == []


def test_a_restored_database_leans_on_nothing_that_is_missing(here: Operator) -> None:
    restored = here.empty_computer("leaning")
    assert here.restore(restored).status == 0

    with closing(sqlite3.connect(restored.data / "snowdrop.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchone() is None
