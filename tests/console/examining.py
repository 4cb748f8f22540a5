"""What the doctor finds, as its tests ask for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

PUBLIC: Final = "https://memorials.example.org"


def wrong(look: Callable[[], Any]) -> list[str]:
    findings = list(look())
    assert all(one.wrong and one.mend for one in findings)
    return [one.wrong for one in findings]
