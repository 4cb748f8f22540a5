"""When a day that matters is: a date, a day of every year, or only a month. Nothing is ever counted from it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

LONGEST_NAME_OF_DAY: Final = 200
EARLIEST_YEAR: Final = 1900
LATEST_YEAR: Final = 2200
_A_LEAP_YEAR: Final = 2000


@dataclass(frozen=True, slots=True)
class When:
    """A month (1 to 12), a day of it or None for the whole month, a year or None, and whether it is every year."""

    month: int
    day: int | None = None
    year: int | None = None
    every_year: bool = True

    @property
    def is_there(self) -> bool:
        """Whether the calendar has it; what is once needs its year."""
        if self.year is None and not self.every_year:
            return False
        last = monthrange(self.year or _A_LEAP_YEAR, self.month)[1]
        return self.day is None or 1 <= self.day <= last

    @property
    def place_in_year(self) -> tuple[int, int]:
        """By which days stand in order, from January; a whole month before its days."""
        return self.month, self.day or 0

    def next_from(self, today: date) -> date | None:
        """The next time that it comes, today included; None for a month without a day, and for what has been once.

        29 February comes on the 28th where a year has no other: the same month, and the day before nothing else.
        """
        if self.day is None:
            return None
        if not self.every_year:
            once = date(self.year, self.month, self.day) if self.year else None
            return once if once and once >= today else None
        years = (self._in(year) for year in range(today.year, today.year + 2))
        return next((one for one in years if one >= today), None)

    def _in(self, year: int) -> date:
        assert self.day
        return date(year, self.month, min(self.day, monthrange(year, self.month)[1]))

    def as_kept(self) -> dict[str, Any]:
        """As it lies in a sealed field, and in a keepsake."""
        return asdict(self)
