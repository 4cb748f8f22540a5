"""Keeps the log quiet while the doors are knocked at."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def no_log_of_refusals() -> Iterator[None]:
    """Thousands of refusals are meant; what they log would hide what a failure says."""
    logger = logging.getLogger("django")
    kept, logger.level = logger.level, logging.CRITICAL
    yield
    logger.setLevel(kept)
