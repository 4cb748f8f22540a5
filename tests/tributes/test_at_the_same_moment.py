"""The same thing sent several times at the same moment is kept once, on every database."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

from snowdrop.media.models import Picture
from snowdrop.tributes import actions
from snowdrop.tributes.models import Letter, Photo
from tests.tributes.conftest import a_small_file
from tests.world.cast import NOON, Cast

pytestmark = pytest.mark.django_db(transaction=True)


def four_times_at_once(act: Callable[[], object]) -> None:
    def work(_: int) -> None:
        try:
            act()
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(work, range(4)))


def test_a_letter_is_one_letter(cast: Cast) -> None:
    letter_id, pen = uuid4(), str(uuid4())

    four_times_at_once(
        lambda: actions.write_letter(
            cast.keeper, cast.memorial, letter_id=letter_id, pen=pen, words="Dear Ilse", now=NOON
        )
    )

    assert [letter.words for letter in Letter.objects.all()] == ["Dear Ilse"]


def test_a_photo_is_one_photo_and_its_bytes_lie_there_once(cast: Cast, kept: Path) -> None:
    content = a_small_file()

    four_times_at_once(
        lambda: actions.add_photo(cast.keeper, cast.memorial, upload=io.BytesIO(content), name="a.jpg", now=NOON)
    )

    assert (Photo.objects.count(), Picture.objects.count()) == (1, 1)
    assert len([path for path in kept.rglob("*") if path.is_file()]) == 1
