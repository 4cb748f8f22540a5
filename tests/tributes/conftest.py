"""A family that shares, browsers for everybody in the cast, and a folder of its own for the bytes of each test."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from snowdrop.ground import clock
from snowdrop.ground.journal import Entry
from snowdrop.ground.objects import FolderObjects
from snowdrop.media import actions as media_actions
from snowdrop.media import actions_of_recordings, arriving, expecting, keeping
from snowdrop.media import queries as media_queries
from snowdrop.media.actions import develop_picture
from snowdrop.media.actions_of_recordings import develop_recording
from snowdrop.media.purposes import take_in_whole
from snowdrop.media.queries import open_original
from snowdrop.media.store import Store
from snowdrop.media.vocabulary import Format
from snowdrop.tributes import actions, actions_of_clips
from snowdrop.tributes.models import Clip, Photo
from tests.world import photographs, recordings
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family
from tests.world.sending import Sending

Share = Callable[..., Photo]
ShareClip = Callable[..., Clip]


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the bytes of this test lie."""
    for module in (media_actions, actions_of_recordings, keeping, media_queries, arriving, expecting):
        monkeypatch.setattr(module, "the_store", lambda: Store(FolderObjects(tmp_path / "media", spare_bytes=0)))
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

    def added(*, seed: int = 0, developed: bool = True, name: str = "IMG_0412.JPG", **given: Any) -> Photo:
        upload = io.BytesIO(a_small_file(seed=seed))
        photo = actions.add_photo(cast.keeper, cast.memorial, upload=upload, name=name, now=NOON, **given)
        if developed:
            develop_picture(photo.picture_id, NOON)
        return photo

    return added


def a_small_clip(*, seed: int = 0) -> bytes:
    """A real video of a second with sound; each seed another."""
    return recordings.a_video("mov", seed=seed, seconds=1)


@pytest.fixture
def add_clip(cast: Cast) -> ShareClip:
    """Adds a video for the family, by the real act; developed, unless it should still be waiting."""

    def added(*, seed: int = 0, developed: bool = True, name: str = "IMG_0412.MOV", **given: Any) -> Clip:
        upload = io.BytesIO(a_small_clip(seed=seed))
        clip = actions_of_clips.add_clip(cast.keeper, cast.memorial, upload=upload, name=name, now=NOON, **given)
        if developed:
            develop_recording(clip.recording_id, NOON)
        return clip

    return added


IN_PARTS = a_small_file() + bytes(range(256)) * 1000
"""A photograph with much behind its end, so that there is something to send in parts."""


@pytest.fixture
def sending(cast: Cast) -> Sending:
    """The keeper's browser, about to send a photo in parts."""
    return Sending(browser_of(cast.keeper), cast.memorial.slug, IN_PARTS)


def read_journal() -> None:
    """What the worker does with files that are whole."""
    for entry in Entry.objects.filter(verb=arriving.COMPLETED):
        take_in_whole(entry.subject_id, clock.now())


def bytes_kept() -> bytes:
    """The original of the only photo."""
    with open_original(Photo.objects.get().picture).reader as reader:
        return b"".join(reader.read_range(0, reader.size))


def files_in(kept: Path) -> int:
    """How many files lie there."""
    return len([path for path in kept.rglob("*") if path.is_file()])
