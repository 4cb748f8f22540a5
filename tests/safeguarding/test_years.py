"""Once a year, and before, everybody reads what was reported and decided here: from rows, and nobody in them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from snowdrop.people.viewer import NOBODY_KNOWN
from snowdrop.safeguarding import actions
from snowdrop.safeguarding.queries_of_years import NoSuchYear, YearPage, year_page
from snowdrop.safeguarding.things import Thing
from snowdrop.safeguarding.vocabulary import Crisis
from snowdrop.safeguarding.vocabulary_of_reports import Limit, Outcome
from tests.world.browsers import browser_of
from tests.world.cast import a_family
from tests.world.safety import a_trusted, decided, reported

pytestmark = pytest.mark.django_db

LATE = datetime(2027, 11, 3, 12, tzinfo=UTC)


def told(page: YearPage) -> dict[str, str]:
    return {str(one.words): one.value for one in (*page.figures, *page.by_rule)}


def test_a_year_tells_what_the_rows_say_and_ranges_of_those_in_danger() -> None:
    family, mo, di = a_family(published_to="everybody"), a_trusted("Mo"), a_trusted("Di")
    page = Thing("memorial", family.memorial.pk)
    reports = [reported(page, now=LATE - timedelta(days=number)) for number in range(3)]
    decision = decided(mo, reports[0], now=LATE + timedelta(hours=5))
    decided(mo, reports[1], Limit.NOTHING, facts="", rule="", now=LATE + timedelta(hours=5))
    appeal = actions.appeal(decision, words="She knows of it.", now=LATE + timedelta(days=1))
    actions.answer_appeal(di, appeal, outcome=Outcome.UPHELD, reason="She does.", now=LATE + timedelta(days=2))
    actions.open_case(Thing("memorial", family.memorial.pk), Crisis.HIGH, now=LATE)

    figures = told(year_page(2027, now=LATE + timedelta(days=3)))

    assert figures["Reports"] == "3"
    assert figures["Decisions that limit something"] == "1"
    assert figures["Decisions that nothing had to be limited"] == "1"
    assert figures["Objections"] == "1" and figures["Of them found right"] == "1"
    assert figures["Nobody is attacked here"] == "1"
    assert figures["Half of the reports were decided within"] == "17 hours"
    assert figures["Times that somebody may have been in danger"] == "1 to 5"


def test_years_are_told_from_the_first_report_to_the_present_one_and_no_other() -> None:
    reported(now=LATE)
    later = LATE + timedelta(days=400)

    assert [one.year for one in year_page(2027, now=later).others] == [2028]
    assert told(year_page(2028, now=later))["Reports"] == "0"
    for year in (2026, 2029):
        with pytest.raises(NoSuchYear):
            year_page(year, now=later)


def test_everybody_reads_the_present_year_without_an_account() -> None:
    browser = browser_of(NOBODY_KNOWN)

    answer = browser.get("/decided/in/", follow=True)

    assert answer.status_code == 200
    assert "none was decided yet" in answer.content.decode()
    assert browser.get("/decided/in/1999/").status_code == 404
