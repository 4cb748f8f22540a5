"""What the doctor finds: one thing that is wrong, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, and what to do about it; both are whole sentences."""

    wrong: str
    mend: str


Look = Callable[[], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Examination:
    """What was looked at, and what was found there; nothing if it is well."""

    about: str
    findings: tuple[Finding, ...]
