"""Support lines: whom people can call, write to or look up in their country, as data with a source and a date.

A line that nobody has looked up for 180 days is never given as current (research: domain.md, part f; trust.md T33).
What is asked here is answered from files of this server alone: no country, and no word, is sent anywhere.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from zoneinfo import available_timezones

from django.conf import settings
from django.utils.translation import gettext_lazy as _

CURRENT_FOR: Final = timedelta(days=180)
_SHIPPED: Final = Path(__file__).parent / "support_lines.toml"
_ABOUT: Final = ("emergency", "crisis", "baby loss", "health")
"""What a line is for, in the order in which lines are given."""

COUNTRIES: Final = {
    "AU": _("Australia"),
    "AT": _("Austria"),
    "BE": _("Belgium"),
    "BR": _("Brazil"),
    "CA": _("Canada"),
    "CH": _("Switzerland"),
    "DE": _("Germany"),
    "DK": _("Denmark"),
    "ES": _("Spain"),
    "FI": _("Finland"),
    "FR": _("France"),
    "GB": _("United Kingdom"),
    "IE": _("Ireland"),
    "IN": _("India"),
    "IT": _("Italy"),
    "NL": _("Netherlands"),
    "NO": _("Norway"),
    "NZ": _("New Zealand"),
    "PL": _("Poland"),
    "PT": _("Portugal"),
    "SE": _("Sweden"),
    "US": _("United States"),
    "ZA": _("South Africa"),
}
"""How we call countries; one that is not here is called by its two letters."""

_MOST_SPOKEN: Final = {"en-gb": "GB", "de": "DE", "nl": "NL", "sv": "SE", "fi": "FI"}
"""Where a language suggests a country. One that is spoken in many countries suggests none."""


class WrongLines(ValueError):
    """A file of support lines cannot be read; the sentence says what is wrong where."""


@dataclass(frozen=True, slots=True)
class SupportLine:
    """One line: where, what for, how and when to reach it, where that was seen and on which day."""

    country: str
    name: str
    about: str
    source: str
    checked: date
    call: tuple[str, ...] = ()
    text: str = ""
    page: str = ""
    hours: str = ""
    zone: str = ""
    languages: tuple[str, ...] = ()
    people: str = ""
    seen: str = "operator"

    def is_current(self, today: date) -> bool:
        """Whether it may be given as one that answers: looked up within 180 days, and not in the future."""
        return self.checked <= today <= self.checked + CURRENT_FOR

    @property
    def until(self) -> date:
        """The last day on which it is given as current."""
        return self.checked + CURRENT_FOR


def all_lines() -> tuple[SupportLine, ...]:
    """Every line that this server has: those that come with the program, and the operator's own in their place.

    A line of the operator takes the place of one with the same country and name. Where their file cannot be read, what
    comes with the program stands, and the doctor says so.
    """
    try:
        own = own_lines()
    except WrongLines:
        own = ()
    named = {(one.country, one.name): one for one in (*_lines_of(_SHIPPED, _stamp(_SHIPPED)), *own)}
    return tuple(sorted(named.values(), key=lambda one: (one.country, _ABOUT.index(one.about), one.name.casefold())))


def own_lines() -> tuple[SupportLine, ...]:
    """Those of the operator's own file, if there is one. Raises WrongLines."""
    named = settings.SNOWDROP.support_lines
    return _lines_of(Path(named), _stamp(Path(named))) if named else ()


def lines_for(country: str) -> tuple[SupportLine, ...]:
    """Those of one country, current or not, the most pressing first."""
    return tuple(one for one in all_lines() if one.country == country)


def countries() -> tuple[str, ...]:
    """The countries that have a line, current or not."""
    return tuple(sorted({one.country for one in all_lines()}))


def stale_lines(today: date) -> tuple[SupportLine, ...]:
    """Those that are not given as current any more."""
    return tuple(one for one in all_lines() if not one.is_current(today))


def suggested_country(accepted: str) -> str:
    """The country that the languages of a browser suggest ("" for none): a suggestion, never an answer."""
    for part in accepted.split(","):
        tag = part.partition(";")[0].strip().lower()
        for guess in (tag.rpartition("-")[2].upper() if "-" in tag else "", _MOST_SPOKEN.get(tag, "")):
            if guess in countries():
                return guess
    return ""


def read_lines(text: str, *, named: str) -> tuple[SupportLine, ...]:
    """Reads a file of lines. Raises WrongLines for anything that is not as support_lines.toml says."""
    try:
        rows = tomllib.loads(text).get("line", [])
    except tomllib.TOMLDecodeError as problem:
        raise WrongLines(f"{named} is no TOML: {problem}.") from None
    return tuple(_line(row, named) for row in rows)


def _line(row: Mapping[str, Any], named: str) -> SupportLine:
    said: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    where = f"{named}, “{said.get('name', '?')}”"
    try:
        one = SupportLine(**said)
    except TypeError as problem:
        raise WrongLines(f"{where}: {problem}.") from None
    for wrong, why in _problems(one):
        if wrong:
            raise WrongLines(f"{where}: {why}")
    return one


def _problems(one: SupportLine) -> Iterable[tuple[bool, str]]:
    yield len(one.country) != 2 or not one.country.isupper(), "country is two capital letters."
    yield one.about not in _ABOUT, f"about is one of {', '.join(_ABOUT)}."
    yield type(one.checked) is not date, "checked is a day, such as 2027-03-14."
    yield not (one.call or one.text or one.page), "there is no way to reach it."
    yield not one.source.startswith("https://"), "source is an address that begins with https://."
    yield bool(one.page) and not one.page.startswith("https://"), "page is an address that begins with https://."
    yield one.hours not in ("", "always") and one.zone not in available_timezones(), "hours need a zone."


def _stamp(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError as problem:
        raise WrongLines(f"{path} cannot be read: {problem.strerror}.") from None


@lru_cache(maxsize=4)
def _lines_of(path: Path, stamp: int) -> tuple[SupportLine, ...]:
    """Read once for as long as the file stays as it is."""
    return read_lines(path.read_text(encoding="utf-8"), named=str(path))
