"""Support lines: only what was looked up lately is given as current, and nobody has to tell anybody else to see it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.test import Client, override_settings

from snowdrop.console.doctor import support
from snowdrop.safeguarding.lines_shown import hours_in_words, lines_of
from snowdrop.safeguarding.support_lines import (
    CURRENT_FOR,
    SupportLine,
    WrongLines,
    all_lines,
    countries,
    read_lines,
    stale_lines,
    suggested_country,
)
from tests.figures import Figures

OWN = """
[[line]]
country = "GB"
name = "Samaritans"
about = "crisis"
call = ["116 123"]
source = "https://example.org/"
checked = 2030-01-01
"""
WHILE_CURRENT = datetime(2026, 12, 24, 3, tzinfo=UTC)
AFTERWARDS = datetime(2027, 12, 24, 3, tzinfo=UTC)


def with_own(tmp_path: Path, text: str) -> override_settings:
    file = tmp_path / "support_lines.toml"
    file.write_text(text)
    return override_settings(SNOWDROP=replace(settings.SNOWDROP, support_lines=str(file)))


def test_no_line_that_we_ship_is_older_than_a_hundred_and_eighty_days(figures: Figures) -> None:
    """Fails the build from that day on (T33): look each up again, and put the new day beside it."""
    stale = [f"{one.country} {one.name}" for one in stale_lines(datetime.now(UTC).date())]
    figures("T33", checks=len(all_lines()), wrong=len(stale))
    assert stale == []


def test_every_line_that_we_ship_says_where_it_was_seen_and_how_to_reach_it() -> None:
    lines = all_lines()
    assert {one.seen for one in lines} == {"owner", "several"}
    assert all(one.source and (one.call or one.text or one.page) for one in lines)
    assert "116 111" not in {number for one in lines for number in one.call}, "a line for children"


def test_a_line_is_current_to_its_hundred_and_eightieth_day_and_not_before_it_was_looked_up() -> None:
    one = SupportLine("GB", "A line", "crisis", "https://example.org/", date(2026, 1, 1), call=("1",))
    days = [
        one.checked - timedelta(1),
        one.checked,
        one.checked + CURRENT_FOR,
        one.checked + CURRENT_FOR + timedelta(1),
    ]
    assert [one.is_current(day) for day in days] == [False, True, True, False]


def test_the_page_gives_the_lines_of_a_country_and_after_their_time_no_number_at_all() -> None:
    with time_machine.travel(WHILE_CURRENT, tick=False):
        now = Client().get("/help/?country=GB").content.decode()
    with time_machine.travel(AFTERWARDS, tick=False):
        later = Client().get("/help/?country=GB").content.decode()

    assert 'href="tel:116123"' in now
    assert "looked up on 28 November 2026" in now
    assert "tel:" not in later
    assert "have not checked since 28 November 2026" in later
    assert "general emergency number" in later


@time_machine.travel(WHILE_CURRENT, tick=False)
def test_a_language_only_suggests_a_country_and_shows_no_line() -> None:
    page = Client().get("/help/", headers={"accept-language": "en-GB,en;q=0.8"}).content.decode()

    assert '<option value="GB" selected>' in page
    assert "tel:" not in page
    assert [suggested_country(said) for said in ("de", "en", "fr-FR", "nl-NL;q=0.5", "", "x;;,,-")] == [
        "DE",
        "",
        "",
        "NL",
        "",
        "",
    ]


@time_machine.travel(WHILE_CURRENT, tick=False)
def test_a_country_is_remembered_only_when_asked_and_forgotten_as_easily() -> None:
    browser = Client()
    assert browser.get("/help/?country=DE").cookies == {}

    browser.post("/help/", {"country": "DE"})
    assert 'href="tel:08001110111"' in (page := browser.get("/help/").content.decode())
    assert 'href="tel:08001110222"' in page, "they come as a pair: both or none"

    browser.post("/help/", {"country": ""})
    assert "tel:" not in browser.get("/help/").content.decode()


@pytest.mark.parametrize("country", ["XX", "gb", "'\"><", "GB\x00"])
def test_a_country_that_we_do_not_know_shows_the_finders_alone(country: str) -> None:
    answer = Client().get("/help/", {"country": country})
    assert answer.status_code == 200
    assert "tel:" not in answer.content.decode()


def test_an_operators_line_takes_the_place_of_ours_and_adds_to_them(tmp_path: Path) -> None:
    with with_own(tmp_path, OWN + OWN.replace("GB", "FR").replace("Samaritans", "Une ligne")):
        dates = {one.checked for one in all_lines() if (one.country, one.name) == ("GB", "Samaritans")}
        assert dates == {date(2030, 1, 1)}
        assert "FR" in countries()


@pytest.mark.django_db
def test_an_operators_file_that_cannot_be_read_hides_no_line_of_ours_and_the_doctor_names_it(tmp_path: Path) -> None:
    with with_own(tmp_path, OWN.replace("2030-01-01", '"soon"')), time_machine.travel(WHILE_CURRENT, tick=False):
        assert "GB" in countries()
        assert any("“Samaritans”: checked is a day" in one.wrong for one in support.look())


@pytest.mark.django_db
def test_the_doctor_names_lines_a_month_before_their_day_and_when_they_are_over() -> None:
    with time_machine.travel(WHILE_CURRENT, tick=False):
        assert not [one for one in support.look() if "TelefonSeelsorge" in one.wrong]
    with time_machine.travel(datetime(2027, 5, 10, tzinfo=UTC), tick=False):
        assert any("TelefonSeelsorge (DE) is shown until 2027-05-27 only" in one.wrong for one in support.look())
    with time_machine.travel(AFTERWARDS, tick=False):
        assert any("TelefonSeelsorge (DE) was last looked up" in one.wrong for one in support.look())


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ('country = "GBR"', "two capital letters"),
        ('about = "talk"', "about is one of"),
        ('hours = "mon 09:00-10:00"', "hours need a zone"),
        ('page = "http://example.org/"', "https://"),
        ('colour = "red"', "colour"),
    ],
)
def test_a_line_that_is_not_in_order_is_refused_with_a_sentence(wrong: str, why: str) -> None:
    key = wrong.split(" ")[0]
    kept = "\n".join(row for row in OWN.splitlines() if not row.startswith(f"{key} ="))
    with pytest.raises(WrongLines, match=why):
        read_lines(f"{kept}\n{wrong}", named="file")


def test_hours_are_said_on_the_clocks_of_the_line_and_unknown_ones_are_not_guessed() -> None:
    one = SupportLine("GB", "A line", "crisis", "https://example.org/", date(2026, 1, 1), hours="mon tue 09:00-16:00")
    assert hours_in_words(replace(one, zone="Europe/London")) == "Monday and Tuesday 09:00–16:00 (Europe/London)"
    assert hours_in_words(replace(one, hours="")) == ""
    assert lines_of("XX", today=date(2026, 1, 1)) is None
