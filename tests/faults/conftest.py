"""An instance with one open page, which some faults start and end again and again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.front.conftest import wait_for_document
from tests.world.instance import Instance, an_instance


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Instance, str]]:
    """Made once for a module, and the slug of its page."""
    with an_instance(tmp_path_factory.mktemp("prepared")) as instance:
        yield instance, instance.act("open_memorial", "For Wren", "everybody")["slug"]


@pytest.fixture
def served(prepared: tuple[Instance, str]) -> Iterator[tuple[Instance, str]]:
    """Started for one test, until it is over or the test has ended it."""
    instance, slug = prepared
    instance.start()
    wait_for_document(instance, slug)
    yield instance, slug
    if instance.process and instance.process.poll() is None:
        instance.stop()
