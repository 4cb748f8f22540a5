"""Counts what the matrix has checked, and says it at the end of the run."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator

import pytest

_TALLY: Counter[str] = Counter()


@pytest.fixture
def tally() -> Counter[str]:
    """How many checks of each sort were made."""
    return _TALLY


@pytest.fixture(autouse=True)
def no_log_of_refusals() -> Iterator[None]:
    """Thousands of refusals are meant; what they log would hide what a failure says."""
    logger = logging.getLogger("django")
    kept, logger.level = logger.level, logging.CRITICAL
    yield
    logger.setLevel(kept)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line: R roles, U addresses, S states, C checks."""
    if _TALLY:
        said = ", ".join(f"{number:,} {what}" for what, number in _TALLY.items())
        terminalreporter.write_line(f"The matrix of addresses: {said}.")
