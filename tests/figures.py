"""Counts what the tests of a promise have checked; a plugin of pytest (see pyproject.toml).

A test that proves a promise of trust.md asks for the fixture `figures` and says what it counted. `make trust` runs
exactly these tests and prints the sums (tests/trust.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Protocol

import pytest


class Figures(Protocol):
    """Says what was counted for one test of trust.md: `checks` made, `wrong` answers, and other figures by name.

    Called before the test asserts, so that a wrong answer is counted too. Numbers are added up over all tests; of
    figures whose name begins with “worst” or “of” the largest stands.
    """

    def __call__(self, test: str, *, checks: int, wrong: int, **more: float) -> None: ...


Sums = dict[str, dict[str, float]]

_SUMS: Final[Sums] = {}


def add(sums: Sums, test: str, figures: dict[str, float]) -> None:
    """Adds the figures of one run to the sums."""
    standing = sums.setdefault(test, {})
    for name, number in figures.items():
        before = standing.get(name, 0)
        standing[name] = max(before, number) if name.startswith(("worst_", "of_")) else before + number


@pytest.fixture(scope="session")
def figures() -> Figures:
    """Where a test of a promise says what it counted."""

    def say(test: str, *, checks: int, wrong: int, **more: float) -> None:
        add(_SUMS, test, {"checks": checks, "wrong": wrong, **more})

    return say


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--figures FILE`: only the tests that count something, and their sums as JSON in this file."""
    parser.addoption("--figures", metavar="FILE", help="run only the tests of promises, and write their sums here")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out the tests that count nothing, if only figures are wanted."""
    if config.getoption("--figures"):
        items[:] = [item for item in items if "figures" in getattr(item, "fixturenames", ())]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where several processes share the tests, each hands its sums to the one that reports."""
    if (handed := getattr(session.config, "workeroutput", None)) is not None:
        handed["figures"] = _SUMS


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Adds up what one of several processes has counted; of one that died is nothing to add, and its test failed."""
    for test, sums in getattr(node, "workeroutput", {}).get("figures", {}).items():
        add(_SUMS, test, sums)


@pytest.hookimpl(wrapper=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    """One line for each test of trust.md; the sums go into the file that was asked for."""
    for test, sums in sorted(_SUMS.items()):
        said = ", ".join(f"{name.replace('_', ' ')} {number:,.6g}" for name, number in sums.items())
        terminalreporter.write_line(f"{test}: {said}")
    if asked := terminalreporter.config.getoption("--figures"):
        Path(asked).write_text(json.dumps(_SUMS))
    yield
