"""What every test starts from: no key left over from another test. Its data folder: tests/apart.py."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from django.test import TestCase
from hypothesis import settings

if TYPE_CHECKING:
    from tests.world.storage import Storage

# How long an example takes says more about the machine than about the program.
settings.register_profile("snowdrop", deadline=None, print_blob=True)
settings.load_profile("snowdrop")

_MEDIA: Final = Path(__file__).parent / "media"
_NEED_A_DATABASE: Final = {"db", "transactional_db", "django_db_reset_sequences", "django_db_serialized_rollback"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On other databases only what asks a database is tested once more: the rest says there what it said on SQLite."""
    if os.environ.get("TEST_DATABASES"):
        needless = [item for item in items if not _asks_a_database(item)]
        config.hook.pytest_deselected(items=needless)
        items[:] = [item for item in items if _asks_a_database(item)]


def _asks_a_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    is_case = isinstance(item, pytest.Function) and item.cls is not None and issubclass(item.cls, TestCase)
    return is_case or item.get_closest_marker("django_db") is not None or bool(fixtures & _NEED_A_DATABASE)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Where the media room itself is not tested, each file is made ready once for all tests of a process."""
    from tests.world.made_ready import remembered

    if item.path.is_relative_to(_MEDIA):
        return (yield)
    with remembered():
        return (yield)


@pytest.fixture(scope="session", autouse=True)
def an_instance_key() -> None:
    """In the folder of keys of the tests, as after `migrate`; also for tests that need no database."""
    from snowdrop.ground import instance_keys

    instance_keys.make_first()


@pytest.fixture(autouse=True)
def no_cached_keys() -> Iterator[None]:
    from snowdrop.ground import keys

    yield
    keys.forget_cached()


@pytest.fixture(autouse=True)
def nothing_counted_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """What limits count lies in a table that no model knows, and that is not emptied where transactions are real."""
    marker = request.node.get_closest_marker("django_db")
    transactions = bool(marker and marker.kwargs.get("transaction"))
    if transactions:
        request.getfixturevalue("transactional_db")
    yield
    if transactions:
        from django.core.cache import cache

        cache.clear()


@pytest.fixture
def object_storage(one_object_storage: Storage) -> Storage:
    """A real object storage that runs, with nothing in it: a key that another test left is nobody's here."""
    one_object_storage.empty()
    return one_object_storage


@pytest.fixture(scope="session")
def one_object_storage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storage]:
    """Started for the first test that asks for it."""
    from tests.world.storage import an_object_storage

    with an_object_storage(tmp_path_factory.mktemp("storage")) as storage:
        yield storage
