"""What the tests of media share: no process that they started is left over."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def nothing_is_left_running() -> Iterator[None]:
    """Whatever the test started has ended and was waited for when it is over; servers of the whole run stay."""
    before = _children()
    yield
    assert _children() <= before


def _children() -> set[str]:
    """The processes of this one, also those that have ended and that nobody has waited for."""
    tasks = Path(f"/proc/{os.getpid()}/task")
    return {child for task in tasks.iterdir() for child in (task / "children").read_text().split()}
