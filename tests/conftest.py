"""What every test starts from: a data folder of its own, and no key left over from another test."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

import pytest

os.environ["SNOWDROP_DATA"] = tempfile.mkdtemp(prefix="snowdrop-tests-")
os.environ["SNOWDROP_DEVELOPING"] = "yes"


@pytest.fixture(autouse=True)
def no_cached_keys() -> Iterator[None]:
    from snowdrop.ground import keys

    yield
    keys.forget_cached()
