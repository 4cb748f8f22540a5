"""A family that shares, browsers for everybody in the cast, and a folder of its own for the bytes of each test."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from snowdrop.media import actions as media_actions
from snowdrop.media import queries as media_queries
from snowdrop.media.actions import develop_picture
from snowdrop.media.store import FolderStore
from snowdrop.media.vocabulary import Format
from snowdrop.tributes import actions
from snowdrop.tributes.models import Photo
from tests.world import photographs
from tests.world.cast import NOON, Cast, a_family

Share = Callable[..., Photo]


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the bytes of this test lie."""
    for module in (media_actions, media_queries):
        monkeypatch.setattr(module, "the_store", lambda: FolderStore(tmp_path / "media", spare_bytes=0))
    return tmp_path / "media"


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


def a_small_file(taken_as: Format = Format.JPEG, *, seed: int = 0) -> bytes:
    """A real photograph with all that cameras write into it; each seed another."""
    return photographs.a_photograph(taken_as, size=(160 + seed, 120))


@pytest.fixture
def add(cast: Cast) -> Share:
    """Adds a photo for the family, by the real act; developed, unless it should still be waiting."""

    def added(*, seed: int = 0, developed: bool = True, name: str = "IMG_0412.JPG", **given: str) -> Photo:
        upload = io.BytesIO(a_small_file(seed=seed))
        photo = actions.add_photo(cast.keeper, cast.memorial, upload=upload, name=name, now=NOON, **given)
        if developed:
            develop_picture(photo.picture_id, NOON)
        return photo

    return added
