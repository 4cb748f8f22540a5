"""What every test starts from: no key left over from another test. Its data folder: tests/apart.py."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

# How long an example takes says more about the machine than about the program.
settings.register_profile("snowdrop", deadline=None, print_blob=True)
settings.load_profile("snowdrop")


@pytest.fixture(autouse=True)
def no_cached_keys() -> Iterator[None]:
    from snowdrop.ground import keys

    yield
    keys.forget_cached()
