"""One instance that is being served, for all tests of the front door that only look at it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.world.instance import Instance, an_instance


@pytest.fixture(scope="package")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Instance]:
    with an_instance(tmp_path_factory.mktemp("served")) as instance:
        instance.start()
        yield instance


@pytest.fixture(scope="package")
def public(served: Instance) -> str:
    """The slug of a memorial that everybody may see, once its document stands."""
    slug = served.act("open_memorial", "For Wren", "everybody")["slug"]
    wait_for_document(served, slug)
    return slug


def wait_for_document(instance: Instance, slug: str) -> None:
    """Returns when the page is answered from memory: such an answer has a validator."""
    instance.wait_for(lambda: "etag" in instance.get(f"/m/{slug}/").headers)
