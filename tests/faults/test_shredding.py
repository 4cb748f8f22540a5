"""A deletion reaches every backup of the data, because keys lie apart (trust.md T24, docs/decisions/0008)."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.figures import Figures
from tests.world.instance import Instance, an_instance


@dataclass(frozen=True)
class Here:
    """One instance with keys apart, and all that it may leave on the disk."""

    folder: Path
    instance: Instance

    @property
    def keys(self) -> Path:
        return self.folder / "keys"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Here]:
    folder = tmp_path_factory.mktemp("shredding")
    (folder / "tmp").mkdir()
    with an_instance(folder / "data", SNOWDROP_KEYS=str(folder / "keys"), TMPDIR=str(folder / "tmp")) as instance:
        yield Here(folder, instance)


def back_up_data(here: Here, to: Path) -> None:
    """By the backup API of SQLite, never a copy of the file; then the folder of media."""
    to.mkdir()
    live, copy = (sqlite3.connect(folder / "snowdrop.sqlite3") for folder in (here.instance.data, to))
    with closing(live), closing(copy):
        live.backup(copy)
    shutil.copytree(here.instance.data / "media", to / "media", copy_function=_copied_if_there)


def _copied_if_there(file: str, to: str) -> str:
    """What the worker has done with is let go of while others are copied."""
    with suppress(FileNotFoundError):
        shutil.copy2(file, to)
    return to


def opened_with(data: Path, keys: Path, memorial_id: str) -> dict[str, list[str]]:
    """What opens of a memorial where this data and these keys are put together."""
    restored = Instance(data, settings={"SNOWDROP_KEYS": str(keys)})
    try:
        return restored.act("what_opens", memorial_id)
    finally:
        restored.end()


def found_on_disk(here: Here, canaries: list[str], *apart_from: Path) -> list[tuple[str, str]]:
    """Where a canary lies in plain: in any file of data, keys, logs or temporary files, as text or as UTF-16."""
    files = [path for path in here.folder.rglob("*") if path.is_file()]
    files = [path for path in files if not any(path.is_relative_to(place) for place in apart_from)]
    assert here.instance.data / "snowdrop.sqlite3" in files and here.instance.data / "serve.log" in files
    contents = {path: path.read_bytes() for path in files}
    shapes = [(canary, bytes.fromhex(canary)) for canary in canaries]
    shapes += [(canary, plain.decode().encode("utf-16-le")) for canary, plain in shapes if plain.isascii()]
    return [(str(path), canary) for path, content in contents.items() for canary, shape in shapes if shape in content]


@pytest.mark.slow
def test_nothing_of_a_deleted_memorial_opens_from_any_backup_of_the_data(here: Here, figures: Figures) -> None:
    here.instance.start()
    gone, stays = (here.instance.act("fill_with_canaries", name) for name in ("Mira", "Noor"))
    canaries = gone["canaries"] + stays["canaries"]
    before = here.instance.act("what_opens", gone["id"])
    assert len(before["opened"]) >= 14 and before["closed"] == []
    oldest, old_keys = here.folder / "backup", here.folder / "backup-of-keys"
    back_up_data(here, oldest)
    shutil.copytree(here.keys, old_keys)
    wrapped = next(here.keys.rglob(gone["id"])).read_bytes()

    here.instance.act("delete_for_good", gone["id"])
    here.instance.stop()

    in_plain = found_on_disk(here, canaries)
    with_newest_keys = opened_with(oldest, here.keys, gone["id"])
    with_old_keys = opened_with(oldest, old_keys, gone["id"])
    of_others = opened_with(oldest, here.keys, stays["id"])
    key_files = [path for path in here.keys.rglob("*") if path.is_file() and path.read_bytes() == wrapped]
    figures(
        "T24",
        checks=len(canaries) + len(with_old_keys["opened"]),
        wrong=len(in_plain) + len(with_newest_keys["opened"]) + len(key_files),
        canaries=len(canaries),
    )

    assert in_plain == []
    assert key_files == []
    assert (with_newest_keys["opened"], len(with_newest_keys["closed"])) == ([], len(before["opened"]))
    assert of_others["closed"] == [] and len(of_others["opened"]) == len(before["opened"])
    # The backup holds it all: with a copy of the keys from before it opens, so such copies have to be let go in time.
    assert with_old_keys == before


@pytest.mark.slow
def test_a_canary_that_lies_in_plain_would_be_found(here: Here) -> None:
    canary = "63616e617279"
    (here.instance.data / "serve.log").open("ab").write(b"a canary in the log")

    assert found_on_disk(here, [canary]) == [(str(here.instance.data / "serve.log"), canary)]
