"""Whether the support lines of this server can still be relied on, and whether somebody keeps people safe (T33)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from snowdrop.console.doctor.findings import Finding
from snowdrop.ground import clock
from snowdrop.safeguarding.rules import somebody_is
from snowdrop.safeguarding.support_lines import WrongLines, all_lines, own_lines
from snowdrop.safeguarding.vocabulary_of_staff import Role

_SOON: Final = timedelta(days=30)
_HOW: Final = (
    "Call it once, then put it with the day into the file that SNOWDROP_SUPPORT_LINES names (docs/running.md)."
)


def look() -> Iterator[Finding]:
    """Lines that are not shown any more, those that soon will not be, and roles that nobody has."""
    today = clock.now().date()
    try:
        own_lines()
    except WrongLines as problem:
        yield Finding(f"Your own support lines are not shown: {problem}", "Mend the file; its lines are shown at once.")
    for one in all_lines():
        if not one.is_current(today):
            yield Finding(f"{one.name} ({one.country}) was last looked up on {one.checked} and is not shown.", _HOW)
        elif one.until - today <= _SOON:
            yield Finding(f"{one.name} ({one.country}) is shown until {one.until} only.", _HOW)
    if not somebody_is(Role.LEAD):
        yield Finding(
            "Nobody is told when somebody may be in danger.",
            "Name a safeguarding lead and a deputy: python -m snowdrop staff add ADDRESS lead",
        )
    if not somebody_is(Role.MODERATOR):
        yield Finding("Nobody reads reports.", "Name somebody: python -m snowdrop staff add ADDRESS moderator")
