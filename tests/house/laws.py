"""How a broken law is told: which law, where, and what to do instead."""

from __future__ import annotations

from collections.abc import Iterable

import pytest


def obeyed(law: str, broken: Iterable[str]) -> None:
    """Fails with the law and one line for each place where it is broken."""
    if places := sorted(set(broken)):
        pytest.fail("\n".join([f"The law: {law}", *(f"  - {place}" for place in places)]), pytrace=False)
