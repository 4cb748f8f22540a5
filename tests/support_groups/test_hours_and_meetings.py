"""Hours stand in everybody's own clocks, and the sign is honest; a meeting comes with a file for any calendar."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from icalendar import Calendar

from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.staffed import Presence, There
from snowdrop.support_groups import actions
from snowdrop.support_groups.hours import Weekly, next_span, span_now
from snowdrop.support_groups.queries.presence import presence_of
from tests.figures import Figures
from tests.world.browsers import browser_of
from tests.world.cast import NOON, a_person
from tests.world.grouping import CALM, IN_DANGER, GroupCast, a_group, a_known_member, a_member, say

SATURDAY_NOON = NOON
"""The 14th of March 2026 is a Saturday; the group of the tests is staffed from noon to two, by UTC."""


@pytest.fixture
def cast(db: None) -> GroupCast:
    return a_group()


def sign(cast: GroupCast, now: datetime, viewer: Viewer | None = None) -> str:
    return presence_of(viewer or cast.second, cast.group, now=now).sentence


def lives_in(viewer: Viewer, zone: str) -> None:
    Person.objects.filter(pk=viewer.person_id).update(time_zone=zone)


def test_the_sign_says_whether_somebody_is_there_and_when_next(cast: GroupCast) -> None:
    assert sign(cast, SATURDAY_NOON) == "Somebody of us is here until 14:00."
    assert sign(cast, SATURDAY_NOON - timedelta(hours=1)) == "Nobody of us is here until 12:00 today."
    assert sign(cast, SATURDAY_NOON + timedelta(hours=2)) == "Nobody of us is here until Saturday at 12:00."


def test_everybody_reads_the_hours_by_their_own_clocks(cast: GroupCast) -> None:
    lives_in(cast.second, "Australia/Adelaide")  # half an hour beside the full ones, and summer there in March

    assert sign(cast, SATURDAY_NOON) == "Somebody of us is here until 00:30."
    assert sign(cast, SATURDAY_NOON - timedelta(hours=1)) == "Nobody of us is here until 22:30 today."


def test_hours_that_nobody_has_taken_or_whose_facilitator_rests_do_not_count(cast: GroupCast) -> None:
    actions.begin_rest(cast.first, cast.group, now=NOON)
    assert sign(cast, SATURDAY_NOON) == "Nobody of us is here at the moment, and we cannot say when next."

    actions.end_rest(cast.first, cast.group, now=NOON)
    actions.take_duty(cast.first, cast.group, hours=[], now=NOON)
    assert sign(cast, SATURDAY_NOON).startswith("Nobody of us is here at the moment")
    actions.take_duty(cast.second, cast.group, hours=list(cast.group.hours.all()), now=NOON)
    assert sign(cast, SATURDAY_NOON) == "Somebody of us is here until 14:00."


def test_where_nobody_is_there_the_page_leads_to_people_who_are(cast: GroupCast) -> None:
    actions.take_duty(cast.first, cast.group, hours=[], now=NOON)

    for path in ("", "topics/new/"):
        page = browser_of(cast.first).get(f"/groups/{cast.group.slug}/{path}").content.decode()
        assert 'href="/help/"' in page
    assert "these people are there" in browser_of(cast.first).get(f"/groups/{cast.group.slug}/").content.decode()


def test_while_nobody_is_there_the_group_goes_slowly_and_says_so(
    cast: GroupCast, monkeypatch: pytest.MonkeyPatch, figures: Figures
) -> None:
    """Unless somebody who leads safeguarding is there; and words of danger wait for no pace (trust.md T33)."""
    sol, night = a_person("Sol"), NOON + timedelta(hours=10)
    a_known_member(cast, sol)
    first = say(sol, cast.group, now=night)
    minutes = lambda number: night + timedelta(minutes=number)  # noqa: E731

    def goes(words: str, now: datetime) -> bool:
        try:
            say(sol, cast.group, words, now=now)
        except actions.TooSoon as refusal:
            assert refusal.until == minutes(15)
            return False
        return True

    is_on_call = Presence(There.NOW, minutes(90))
    asked = [goes(CALM, minutes(14)), presence_of(sol, cast.group, now=night).goes_slowly]
    with monkeypatch.context() as somebody_leads:
        somebody_leads.setattr("snowdrop.support_groups.rules.presence", lambda now: is_on_call)
        asked += [presence_of(sol, cast.group, now=night).goes_slowly, goes(CALM, minutes(1))]
    asked += [goes(IN_DANGER, minutes(2)), presence_of(sol, cast.group, now=NOON).goes_slowly]
    meant = [False, True, False, True, True, False]
    wrong = [number for number, (is_so, should) in enumerate(zip(asked, meant, strict=True)) if is_so != should]
    figures("T33", checks=len(meant), wrong=len(wrong))
    assert wrong == []
    assert first.written_at == night
    page = browser_of(sol).get(f"/groups/{cast.group.slug}/").content.decode()
    assert "the group goes slowly" in page


def test_hours_over_midnight_and_over_the_change_of_clocks() -> None:
    night = [Weekly(5, time(22), time(1), "Europe/Berlin")]  # Saturdays from ten until one
    clocks_go_forward = [Weekly(6, time(1), time(4), "Europe/Berlin")]  # on the 29th of March two becomes three

    found = span_now(night, datetime(2026, 3, 14, 23, 30, tzinfo=UTC))
    assert found and (found.ends - found.begins) == timedelta(hours=3)
    assert span_now(night, datetime(2026, 3, 15, 0, 0, tzinfo=UTC)) is None
    short = next_span(clocks_go_forward, datetime(2026, 3, 28, 12, tzinfo=UTC))
    assert short and (short.ends - short.begins) == timedelta(hours=2)


@pytest.mark.parametrize("discreet", [False, True])
def test_a_meeting_is_a_calendar_file_whose_title_says_nothing_in_the_discreet_look(
    cast: GroupCast, discreet: bool
) -> None:
    member = a_person("Otto")
    a_member(cast, member)
    begins = datetime(2031, 3, 14, 19, tzinfo=UTC)
    said = {"title": "An evening, together; with names", "where": "https://meet.example/tree"}
    meeting = actions.announce_meeting(cast.first, cast.group, **said, begins=begins, minutes=90, now=NOON)
    browser = browser_of(member)
    if discreet:
        browser.cookies["look"] = "discreet"

    answer = browser.get(f"/groups/{cast.group.slug}/meetings/{meeting.pk}.ics")
    event = Calendar.from_ical(answer.content).walk("VEVENT")[0]

    assert answer["Content-Type"].startswith("text/calendar") and "meeting.ics" in answer["Content-Disposition"]
    assert event.decoded("dtstart") == begins and event.decoded("dtend") == begins + timedelta(minutes=90)
    assert str(event["location"]) == said["where"]
    if discreet:
        assert str(event["summary"]) == "Meeting" and cast.group.name.encode() not in answer.content
    else:
        assert said["title"] in str(event["summary"])
    assert browser_of(a_person("Eve")).get(f"/groups/{cast.group.slug}/meetings/{meeting.pk}.ics").status_code == 404
