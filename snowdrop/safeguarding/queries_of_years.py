"""What was reported and decided here in one year, told to everybody (trust.md §5.4): from rows, nobody named.

Numbers stand nowhere else on this server. Those of people who may have been in danger are told as a range alone, so
that nobody finds a single one in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Final

from django.db.models import Min, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from snowdrop.safeguarding.models import Appeal, Case, Decision, Report, Unmasking
from snowdrop.safeguarding.vocabulary_of_reports import Limit, Outcome, Rule

RANGES: Final = ((0, 0), (1, 5), (6, 20), (21, 100), (101, 1000))
"""From and to; six is the smallest number that is told of people (docs/decisions/0019)."""


class NoSuchYear(LookupError):
    """It has not begun, or lies before the first report."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: what was counted, and the number or range in words."""

    words: str | Promise
    value: str


@dataclass(frozen=True, slots=True)
class YearLink:
    """Another year that is told of."""

    year: int
    address: str


@dataclass(frozen=True, slots=True)
class YearPage:
    """One year; `is_over` says whether more may come."""

    year: int
    is_over: bool
    figures: tuple[Figure, ...]
    by_rule: tuple[Figure, ...]
    others: tuple[YearLink, ...]


def year_page(year: int, *, now: datetime) -> YearPage:
    """What is told of a year. Raises NoSuchYear."""
    first, this = _first_year(now), timezone.localtime(now, timezone.get_default_timezone()).year
    if not first <= year <= this:
        raise NoSuchYear
    begin, end = _of_year(year), _of_year(year + 1)
    decisions = Decision.objects.filter(at__gte=begin, at__lt=end)
    limiting = decisions.exclude(limit=Limit.NOTHING)
    appeals = Appeal.objects.filter(at__gte=begin, at__lt=end)
    reports = Report.objects.filter(at__gte=begin, at__lt=end)
    figures = (
        Figure(_("Reports"), str(reports.count())),
        Figure(_("Half of the reports were decided within"), _half(reports)),
        Figure(_("Decisions that limit something"), str(limiting.count())),
        Figure(_("Of them taken by a machine alone"), str(limiting.filter(by_machine=True).count())),
        Figure(_("Decisions that nothing had to be limited"), str(decisions.filter(limit=Limit.NOTHING).count())),
        Figure(_("Objections"), str(appeals.count())),
        Figure(_("Of them found right"), str(appeals.filter(outcome=Outcome.UPHELD).count())),
        Figure(_("Names that two people looked up behind another name"), str(_unmaskings(begin, end))),
        Figure(_("Times that somebody may have been in danger"), _range(_cases(begin, end))),
    )
    by_rule = tuple(
        Figure(rule.label, str(number)) for rule in Rule if (number := limiting.filter(rule=rule.value).count())
    )
    others = tuple(YearLink(one, reverse("year_told", args=[one])) for one in range(this, first - 1, -1) if one != year)
    return YearPage(year, year < this, figures, by_rule, others)


def _first_year(now: datetime) -> int:
    """That of the first report, case or name that was asked for; without any it is the present one."""
    firsts = (
        Report.objects.aggregate(first=Min("at"))["first"],
        Case.objects.aggregate(first=Min("opened_at"))["first"],
        Unmasking.objects.aggregate(first=Min("asked_at"))["first"],
    )
    known = [one for one in firsts if one]
    return timezone.localtime(min(known, default=now), timezone.get_default_timezone()).year


def _of_year(year: int) -> datetime:
    """The moment at which it begins where this server is."""
    return datetime(year, 1, 1, tzinfo=timezone.get_default_timezone())


def _cases(begin: datetime, end: datetime) -> int:
    return Case.objects.filter(opened_at__gte=begin, opened_at__lt=end).count()


def _unmaskings(begin: datetime, end: datetime) -> int:
    """Those that were agreed to, told as a number alone (trust.md §4)."""
    return Unmasking.objects.filter(agreed=True, answered_at__gte=begin, answered_at__lt=end).count()


def _range(number: int) -> str:
    """A number of people, as a range."""
    for least, most in RANGES:
        if least <= number <= most:
            return _("none") if not most else _("%(least)d to %(most)d") % {"least": least, "most": most}
    return _("more than %(most)d") % {"most": RANGES[-1][1]}


def _half(reports: QuerySet[Report]) -> str:
    """The median time until a decision, in words; of those that are decided."""
    moments = reports.exclude(decision=None).values_list("at", "decision__at")
    taken = [decided_at - at for at, decided_at in moments.iterator()]
    if not taken:
        return _("none was decided yet")
    hours = max(1, round(median(one / timedelta(hours=1) for one in taken)))
    days = round(hours / 24)
    if hours < 48:
        return ngettext("one hour", "%(hours)d hours", hours) % {"hours": hours}
    return ngettext("one day", "%(days)d days", days) % {"days": days}
