"""How the support lines of one country are shown: on the page of help, and below a calm note, the same everywhere.

Include `safeguarding/lines.html` with `lines`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snowdrop.ground.languages import LANGUAGES
from snowdrop.safeguarding.support_lines import COUNTRIES, SupportLine, countries, lines_for

REMEMBERED: Final = "country"
"""The cookie in which a browser remembers a country, if somebody asks it to."""
_DAYS: Final = {
    "mon": gettext_lazy("Monday"),
    "tue": gettext_lazy("Tuesday"),
    "wed": gettext_lazy("Wednesday"),
    "thu": gettext_lazy("Thursday"),
    "fri": gettext_lazy("Friday"),
    "sat": gettext_lazy("Saturday"),
    "sun": gettext_lazy("Sunday"),
}
_ABOUT: Final = {
    "emergency": gettext_lazy("If somebody is in danger"),
    "crisis": gettext_lazy("If living is hard to bear"),
    "baby loss": gettext_lazy("For families after the loss of a pregnancy or a baby"),
    "health": gettext_lazy("For health, of body and mind"),
}
_NAMES_OF_LANGUAGES: Final = dict(LANGUAGES)


@dataclass(frozen=True, slots=True)
class Number:
    """A number to call, as people read it and as a telephone takes it."""

    words: str
    dialled: str


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line that is given as current; `is_tried`: whoever runs this server has tried it, or says so."""

    name: str
    about: str | Promise
    people: str
    call: tuple[Number, ...]
    text: str
    page: str
    hours: str
    languages: str
    looked_up: str
    is_tried: bool
    source: str


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one country; `unchecked_since` is the day of the oldest that is not given any more, or ""."""

    country: str
    country_words: str
    lines: tuple[LineShown, ...]
    unchecked_since: str


@dataclass(frozen=True, slots=True)
class Country:
    """One country to choose from."""

    code: str
    words: str


def lines_of(country: str, *, today: date) -> Lines | None:
    """What is shown of a country; None where there is no line, or no such country."""
    known = lines_for(country)
    if not known:
        return None
    stale = [one.checked for one in known if not one.is_current(today)]
    return Lines(
        country=country,
        country_words=_named(country),
        lines=tuple(_shown(one) for one in known if one.is_current(today)),
        unchecked_since=date_format(min(stale), "j F Y") if stale else "",
    )


def countries_to_choose() -> tuple[Country, ...]:
    """Every country with a line, by its name in the reader's language."""
    return tuple(sorted((Country(code, _named(code)) for code in countries()), key=lambda one: one.words))


def _named(code: str) -> str:
    return str(COUNTRIES.get(code, code))


def _shown(one: SupportLine) -> LineShown:
    return LineShown(
        name=one.name,
        about=_ABOUT[one.about],
        people=one.people,
        call=tuple(Number(said, "".join(sign for sign in said if sign.isdigit() or sign == "+")) for said in one.call),
        text=one.text,
        page=one.page,
        hours=hours_in_words(one),
        languages=get_text_list([_NAMES_OF_LANGUAGES.get(tag, tag) for tag in one.languages], _("and")),
        looked_up=date_format(one.checked, "j F Y"),
        is_tried=one.seen == "operator",
        source=one.source,
    )


def hours_in_words(one: SupportLine) -> str:
    """When it answers, on whose clocks; "" where we do not know."""
    if one.hours in ("", "always"):
        return _("by day and by night") if one.hours else ""
    spans = [_span(span.split()) for span in one.hours.split(";")]
    return _("%(spans)s (%(zone)s)") % {"spans": "; ".join(spans), "zone": one.zone.replace("_", " ")}


def _span(words: list[str]) -> str:
    days = get_text_list([str(_DAYS.get(day, day)) for day in words[:-1]], _("and"))
    return f"{days} {words[-1].replace('-', '–')}"
