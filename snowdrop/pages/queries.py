"""What the small pages show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from snowdrop.safeguarding.lines_shown import Country, Lines, countries_to_choose, lines_of


@dataclass(frozen=True, slots=True)
class Home:
    """The first page: where a family begins, and where others go on, as far as this server offers it."""

    begin_address: str
    find_address: str = ""
    stories_address: str = ""


def home() -> Home:
    """The first page, the same for everybody."""
    return Home(begin_address=reverse("open_memorial"), stories_address=reverse("stories"))


@dataclass(frozen=True, slots=True)
class Finder:
    """Where somebody finds people to talk to in their own country."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Help:
    """Help now: the lines of one country, if one was chosen, and finders that know every country.

    `suggested` is what stands in the list of countries before somebody chooses; `is_remembered`: in this browser.
    """

    finders: tuple[Finder, ...]
    countries: tuple[Country, ...]
    suggested: str
    lines: Lines | None
    is_remembered: bool


def help_now(*, country: str, remembered: str, suggested: str, today: date) -> Help:
    """The lines of the country that was asked for, else of the one remembered, and the international finders."""
    wanted = country or remembered
    return Help(
        countries=countries_to_choose(),
        suggested=wanted or suggested,
        lines=lines_of(wanted, today=today),
        is_remembered=bool(remembered) and wanted == remembered,
        finders=(
            Finder("findahelpline.com", "https://findahelpline.com/"),
            Finder("befrienders.org", "https://befrienders.org/"),
        ),
    )
