"""Each test has an index of its own: what another test told is not in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from snowdrop.stories import finding


@pytest.fixture(autouse=True)
def no_index_of_another_test() -> Iterator[None]:
    finding.forget_index()
    yield
    finding.forget_index()
