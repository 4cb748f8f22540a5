"""When somebody may be in danger: driven with simulated clocks from low to imminent (trust.md T32, T33)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.conf import settings
from django.test import Client, override_settings

from snowdrop.comfort import actions as comfort_actions
from snowdrop.comfort.content import Content
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground import clock, journal, outbox
from snowdrop.ground.refusals import NotAllowed
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding import actions
from snowdrop.safeguarding.crisis_pages import who_is_told
from snowdrop.safeguarding.models import Case, CaseStep, Hold
from snowdrop.safeguarding.staffed import after_staffed_time, next_staffed
from snowdrop.safeguarding.things import Thing
from snowdrop.safeguarding.vocabulary import Crisis
from snowdrop.safeguarding.vocabulary_of_crisis import StepOfCase
from snowdrop.safeguarding.vocabulary_of_staff import Role
from snowdrop.settings.environment import read_environment
from tests.figures import Figures
from tests.world.browsers import browser_of
from tests.world.cast import Cast, a_family
from tests.world.guests import fields
from tests.world.postbox import Postbox, a_postbox
from tests.world.safety import a_trusted

pytestmark = pytest.mark.django_db(transaction=True)

THURSDAY_NOON = datetime(2026, 12, 3, 11, 0, tzinfo=UTC)
THURSDAY_NIGHT = datetime(2026, 12, 3, 23, 0, tzinfo=UTC)
HOURS = "mon tue wed thu fri 09:00-17:00 Europe/Berlin"
LOW = "I cannot do this today. I am so tired and I miss her."
MEDIUM = "I do not want to live any more."
HIGH = "I know how I will end my life. I am going to kill myself tonight."
IMMINENT = "I have just taken all the pills."
BY_LEVEL = {Crisis.MEDIUM: MEDIUM, Crisis.HIGH: HIGH, Crisis.IMMINENT: IMMINENT}


@pytest.fixture
def box(settings: Any) -> Iterator[Postbox]:
    with a_postbox(settings) as one:
        yield one


@pytest.fixture
def family() -> Cast:
    return a_family(published_to="everybody")


@pytest.fixture(autouse=True)
def staffed() -> Iterator[None]:
    hours = read_environment(
        {"SNOWDROP_STAFFED_HOURS": HOURS, "SNOWDROP_DATA": str(settings.SNOWDROP.data)}
    ).staffed_hours
    with override_settings(SNOWDROP=replace(settings.SNOWDROP, staffed_hours=hours)):
        yield


def a_guest_sends(family: Cast, words: str) -> str:
    """By the form; answers with the address of the sender's own page."""
    given = dict(fields(words=words, language="en", read_notes="yes"))
    answer = Client().post(f"/m/{family.memorial.slug}/send/", given)
    assert answer.status_code == 303, answer.content.decode()
    return str(answer["Location"])


def work() -> None:
    """What the worker does: readers of the journal, then mails that are due."""
    while journal.catch_up_all():
        pass
    while outbox.send_what_is_due(clock.now()):
        pass


def steps(case: Case) -> list[str]:
    """All of them, in the order of their names: where a clock stands still, two are of one moment."""
    return sorted(case.steps.values_list("what", flat=True))


def a_lead_and_a_deputy() -> tuple[Viewer, Viewer]:
    return a_trusted("Lead", Role.LEAD), a_trusted("Deputy", Role.DEPUTY)


def test_low_gets_nothing_intrusive_and_nobody_is_told(family: Cast, box: Postbox) -> None:
    a_lead_and_a_deputy()
    with time_machine.travel(THURSDAY_NOON, tick=False):
        own = a_guest_sends(family, LOW)
        work()
        page = Client().get(own).content.decode()

    assert "glad that you wrote" not in page
    assert "Help now" in page
    assert (box.mails, Case.objects.count()) == ([], 0)


def test_medium_in_staffed_hours_tells_the_lead_within_a_minute_and_the_deputy_after_four_hours_of_them(
    family: Cast, box: Postbox
) -> None:
    a_lead_and_a_deputy()
    with time_machine.travel(THURSDAY_NOON, tick=False) as now:
        own = a_guest_sends(family, MEDIUM)
        work()
        page = Client().get(own).content.decode()
        assert box.to() == ["lead@example.org"]
        now.move_to(THURSDAY_NOON + timedelta(hours=3, minutes=59))
        work()
        assert box.to() == ["lead@example.org"]
        now.move_to(THURSDAY_NOON + timedelta(hours=4, minutes=1))
        work()

    assert "glad that you wrote" in page
    assert "is told now. They are here until 3 December 2026 at 17:00 (Europe/Berlin)" in page
    assert "call the emergency number" not in page
    assert box.to() == ["lead@example.org", "deputy@example.org"]


def test_medium_at_night_waits_for_the_hours_and_says_so(family: Cast, box: Postbox) -> None:
    a_lead_and_a_deputy()
    with time_machine.travel(THURSDAY_NIGHT, tick=False) as now:
        own = a_guest_sends(family, MEDIUM)
        work()
        page = Client().get(own).content.decode()
        assert box.to() == []
        now.move_to(datetime(2026, 12, 4, 8, 1, tzinfo=UTC))
        work()

    assert "Nobody is here until 4 December 2026 at 09:00 (Europe/Berlin)" in page
    assert box.to() == ["lead@example.org"]


@pytest.mark.parametrize("level", [Crisis.HIGH, Crisis.IMMINENT])
def test_high_and_imminent_tell_the_lead_at_any_hour_and_the_deputy_a_quarter_of_an_hour_later(
    family: Cast, box: Postbox, level: Crisis, figures: Figures
) -> None:
    a_lead_and_a_deputy()
    meant = {0: ["lead@example.org"], 14: ["lead@example.org"], 15: ["lead@example.org", "deputy@example.org"]}
    told = {}
    with time_machine.travel(THURSDAY_NIGHT, tick=False) as now:
        own = a_guest_sends(family, BY_LEVEL[level])
        for minutes in meant:
            now.move_to(THURSDAY_NIGHT + timedelta(minutes=minutes))
            work()
            told[minutes] = box.to()
        page = Client().get(own).content.decode()

    figures("T32", checks=len(meant), wrong=sum(told[one] != meant[one] for one in meant))
    assert told == meant
    assert Case.objects.get().level == level
    assert "call the emergency number of your country" in page
    assert "Nobody is here until" in page
    assert steps(Case.objects.get()) == ["deputy-told", "lead-told", "opened"]


@pytest.mark.parametrize("place", [place for place in Place if place is not Place.WITHDRAWN])
def test_danger_in_words_that_take_the_place_of_others_is_seen_wherever_the_piece_is(
    family: Cast, place: Place, figures: Figures
) -> None:
    own = a_guest_sends(family, "We think of you.")
    work()
    later = comfort_actions.make_box(family.keeper, family.memorial, name="Later", now=clock.now())
    Comfort.objects.update(place=place, box=later if place is Place.BOXED else None)
    assert not Case.objects.exists()

    comfort_actions.correct(own.split("/")[2], Content(BY_LEVEL[Crisis.HIGH], "", "", ""), now=clock.now())
    work()

    figures("T32", checks=1, wrong=int(not Case.objects.filter(level=Crisis.HIGH).exists()))
    assert [case.level for case in Case.objects.all()] == [Crisis.HIGH]


def test_danger_in_how_somebody_signs_is_seen_where_there_are_no_words(family: Cast) -> None:
    given = dict(fields(kind="candle", words="", name="I do not want to live any more", language="en"))
    own = str(Client().post(f"/m/{family.memorial.slug}/send/", given)["Location"])
    work()

    assert [case.level for case in Case.objects.all()] == [Crisis.MEDIUM]
    assert "glad that you wrote" in Client().get(own).content.decode()


def test_once_somebody_has_taken_it_nobody_else_is_called(family: Cast, box: Postbox) -> None:
    lead, _ = a_lead_and_a_deputy()
    with time_machine.travel(THURSDAY_NIGHT, tick=False) as now:
        a_guest_sends(family, HIGH)
        work()
        assert actions.take_case(lead, Case.objects.get(), now=clock.now())
        now.move_to(THURSDAY_NIGHT + timedelta(hours=1))
        work()

    assert box.to() == ["lead@example.org"]


def test_while_the_lead_is_off_duty_the_deputy_is_told_at_once(family: Cast, box: Postbox) -> None:
    lead, _ = a_lead_and_a_deputy()
    actions.be_on_duty(lead, there=False, now=THURSDAY_NOON)
    with time_machine.travel(THURSDAY_NIGHT, tick=False):
        a_guest_sends(family, HIGH)
        work()
    assert box.to() == ["deputy@example.org"]

    actions.be_on_duty(lead, there=True, now=THURSDAY_NOON)
    with time_machine.travel(THURSDAY_NIGHT, tick=False):
        a_guest_sends(family, IMMINENT)
        work()
    assert box.to() == ["deputy@example.org", "lead@example.org"]


def test_whoever_was_ended_before_the_mail_leaves_is_told_nothing(family: Cast, box: Postbox) -> None:
    _, deputy = a_lead_and_a_deputy()
    with time_machine.travel(THURSDAY_NIGHT, tick=False) as now:
        a_guest_sends(family, HIGH)
        work()
        actions.end_staff(Person.objects.get(pk=deputy.person_id), now=clock.now())
        now.move_to(THURSDAY_NIGHT + timedelta(hours=1))
        work()
    assert box.to() == ["lead@example.org"]


def test_without_anybody_who_leads_there_is_the_note_and_the_lines_and_the_truth(family: Cast, box: Postbox) -> None:
    a_trusted("Mo", Role.MODERATOR)
    browser = Client()
    browser.cookies["country"] = "GB"
    with time_machine.travel(THURSDAY_NOON, tick=False):
        own = a_guest_sends(family, HIGH)
        work()
        page = browser.get(own).content.decode()

    assert "Nobody on this server is trained for this, and nobody is told" in page
    assert 'href="tel:116123"' in page
    assert box.mails == []
    assert steps(Case.objects.get()) == ["opened"]


def test_the_mail_says_nothing_of_what_was_written_or_of_whom(family: Cast, box: Postbox) -> None:
    a_lead_and_a_deputy()
    with time_machine.travel(THURSDAY_NIGHT, tick=False):
        a_guest_sends(family, HIGH)
        work()
    [mail] = box.mails
    said = mail.as_string().lower()
    assert [word for word in ("tonight", "plan", "danger", "ilse", "crisis") if word in said] == []
    assert f"/safety/cases/{Case.objects.get().pk}/" in said


@pytest.mark.parametrize("words", [MEDIUM, HIGH, IMMINENT])
def test_it_never_hides_delays_or_removes_anything_and_limits_nobody(
    family: Cast, words: str, figures: Figures
) -> None:
    """The words go where they would have gone, and their sender can change them and take them back."""
    with time_machine.travel(THURSDAY_NOON, tick=False):
        own, calm = a_guest_sends(family, words), a_guest_sends(family, "With love from all of us.")
        work()
    places = {comfort_actions.sent_with(one.strip("/").split("/")[1]).place for one in (own, calm)}
    figures("T32", checks=2, wrong=len(places - {Place.HELD}) + Hold.objects.count())
    assert places == {Place.HELD}
    assert not Hold.objects.exists()
    assert Client().get(f"{own}correction/").status_code == 200
    assert Client().post(f"{own}withdrawal/").status_code == 303
    assert "glad that you wrote" not in Client().get(own).content.decode()


def test_the_note_is_shown_only_after_the_words_are_stored(family: Cast) -> None:
    """The form itself never shows it: there is no answer with the note unless there is a row with the words."""
    form = Client().get(f"/m/{family.memorial.slug}/send/").content.decode()
    refused = Client().post(f"/m/{family.memorial.slug}/send/", dict(fields(words=HIGH, once="wrong")))
    assert "glad that you wrote" not in form + refused.content.decode()
    assert not Comfort.objects.exists()


def test_the_same_words_again_change_nothing_and_graver_ones_open_it_anew(family: Cast) -> None:
    lead = a_trusted("Lead", Role.LEAD)
    thing = Thing("comfort", uuid4())
    case = actions.open_case(thing, Crisis.MEDIUM, now=THURSDAY_NOON)
    assert case is not None
    actions.take_case(lead, case, now=THURSDAY_NOON)
    actions.close_case(lead, case, words="We spoke.", now=THURSDAY_NOON)
    actions.open_case(thing, Crisis.MEDIUM, now=THURSDAY_NOON)
    assert Case.objects.get().closed_at is not None

    actions.open_case(thing, Crisis.HIGH, now=THURSDAY_NOON)

    again = Case.objects.get()
    assert (again.level, again.closed_at, again.taken_by) == (Crisis.HIGH, None, None)
    assert steps(again) == ["closed", "graver", "opened", "taken"]
    assert actions.open_case(Thing("comfort", uuid4()), Crisis.LOW, now=THURSDAY_NOON) is None


def test_an_answer_stands_on_the_writers_own_page_under_the_name_of_whoever_gave_it(family: Cast) -> None:
    lead = a_trusted("Lead", Role.LEAD)
    with time_machine.travel(THURSDAY_NOON, tick=False):
        own = a_guest_sends(family, MEDIUM)
        work()
        address = f"/safety/cases/{Case.objects.get().pk}/"
        browser = browser_of(lead)
        assert MEDIUM in browser.get(address).content.decode()
        browser.post(f"{address}mine/")
        browser.post(address, {"what": "answered", "words": "I have read this, and I am here."})
        page = Client().get(own).content.decode()

    assert "I have read this, and I am here." in page
    assert "Lead" in page


def test_emergency_services_are_two_peoples_decision_and_each_is_written_down(family: Cast) -> None:
    lead, deputy = a_lead_and_a_deputy()
    case = actions.open_case(Thing("comfort", uuid4()), Crisis.IMMINENT, now=THURSDAY_NOON)
    assert case is not None
    with pytest.raises(actions.NeedsAnother):
        actions.note_step(deputy, case, StepOfCase.AGREED, words="", now=THURSDAY_NOON)
    actions.note_step(lead, case, StepOfCase.EMERGENCY, words="They named the place.", now=THURSDAY_NOON)
    with pytest.raises(actions.NeedsAnother):
        actions.note_step(lead, case, StepOfCase.AGREED, words="", now=THURSDAY_NOON)
    actions.note_step(deputy, case, StepOfCase.AGREED, words="", now=THURSDAY_NOON)
    assert steps(case) == ["agreed", "emergency", "opened"]


def test_only_those_who_lead_come_to_cases(family: Cast) -> None:
    case = actions.open_case(Thing("comfort", uuid4()), Crisis.HIGH, now=THURSDAY_NOON)
    assert case is not None
    moderator = a_trusted("Mo")
    for viewer in (moderator, family.keeper, family.stranger):
        assert browser_of(viewer).get(f"/safety/cases/{case.pk}/").status_code == 404
        assert browser_of(viewer).get("/safety/cases/").status_code == 404
        with pytest.raises(NotAllowed):
            actions.take_case(viewer, case, now=THURSDAY_NOON)
    assert not CaseStep.objects.filter(what="taken").exists()


def test_after_a_grave_case_whoever_read_it_is_asked_how_they_are_within_three_days(family: Cast, box: Postbox) -> None:
    lead = a_trusted("Lead", Role.LEAD)
    with time_machine.travel(THURSDAY_NOON, tick=False) as now:
        a_guest_sends(family, HIGH)
        work()
        case = Case.objects.get()
        browser_of(lead).get(f"/safety/cases/{case.pk}/")
        actions.take_case(lead, case, now=clock.now())
        actions.close_case(lead, case, words="We spoke.", now=clock.now())
        assert len(box.mails) == 1
        now.move_to(THURSDAY_NOON + timedelta(hours=24))
        work()
        page = browser_of(lead).get("/safety/cases/").content.decode()

    assert box.to() == ["lead@example.org"] * 2
    assert "Somebody should be asked how they are" in page
    actions.note_step(lead, case, StepOfCase.DEBRIEFED, words="", now=THURSDAY_NOON + timedelta(hours=30))
    assert "Somebody should be asked" not in browser_of(lead).get("/safety/cases/").content.decode()


def test_staffed_time_goes_over_nights_weekends_and_clocks_that_change() -> None:
    friday = datetime(2026, 12, 4, 15, 0, tzinfo=UTC)
    assert after_staffed_time(friday, timedelta(hours=4)) == datetime(2026, 12, 7, 11, 0, tzinfo=UTC)
    assert next_staffed(THURSDAY_NIGHT) == datetime(2026, 12, 4, 8, 0, tzinfo=UTC)
    before_summer = datetime(2027, 3, 26, 23, 0, tzinfo=UTC)
    assert next_staffed(before_summer) == datetime(2027, 3, 29, 7, 0, tzinfo=UTC)
    with override_settings(SNOWDROP=replace(settings.SNOWDROP, staffed_hours=None)):
        assert next_staffed(THURSDAY_NIGHT) == THURSDAY_NIGHT
        assert after_staffed_time(friday, timedelta(hours=4)) == friday + timedelta(hours=4)


def test_the_sentence_is_true_on_everybodys_own_clocks_and_promises_no_hours_where_there_are_none() -> None:
    lead = a_trusted("Lead", Role.LEAD)
    assert "4 December 2026 at 17:00 (Asia/Tokyo)" in who_is_told(THURSDAY_NIGHT, zone="Asia/Tokyo")
    actions.be_on_duty(lead, there=False, now=THURSDAY_NOON)
    assert "Nobody is here until 4 December 2026 at 09:00" in who_is_told(THURSDAY_NOON)
    with override_settings(SNOWDROP=replace(settings.SNOWDROP, staffed_hours=None)):
        assert "They have no fixed hours" in who_is_told(THURSDAY_NOON)
