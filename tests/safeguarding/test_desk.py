"""The desk of those who keep people safe: one report on one desk, topics left to others, no dead ends."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from snowdrop.ground.refusals import NotAllowed
from snowdrop.people.viewer import NOBODY_KNOWN
from snowdrop.safeguarding import actions
from snowdrop.safeguarding.models import Appeal, Decision, DeskNote, Look, Report
from snowdrop.safeguarding.things import Thing
from snowdrop.safeguarding.vocabulary_of_reports import CLAIMED_FOR, Topic
from snowdrop.safeguarding.vocabulary_of_staff import Role
from tests.world.browsers import browser_of
from tests.world.cast import NOON, a_family
from tests.world.safety import a_trusted, decided, reported

pytestmark = pytest.mark.django_db


def test_two_moderators_never_have_the_same_report_and_a_silent_one_loses_it() -> None:
    mo, di = a_trusted("Mo"), a_trusted("Di")
    first, second = reported(now=NOON), reported(now=NOON + timedelta(minutes=1))

    assert actions.take_next_report(mo, now=NOON) == first
    assert actions.take_next_report(di, now=NOON) == second
    assert actions.take_next_report(mo, now=NOON) == first
    later = NOON + CLAIMED_FOR + timedelta(seconds=1)
    assert actions.take_next_report(a_trusted("Re"), now=later) == first


def test_danger_comes_first_and_what_somebody_reported_themselves_never_comes() -> None:
    mo = a_trusted("Mo")
    reported(now=NOON, by=mo, topic=Topic.DANGER)
    reported(now=NOON)
    child = reported(now=NOON + timedelta(hours=1), topic=Topic.CHILD)
    assert actions.take_next_report(mo, now=NOON + timedelta(hours=2)) == child


def test_a_topic_that_a_moderator_leaves_is_never_put_on_their_desk() -> None:
    mo, di = a_trusted("Mo"), a_trusted("Di")
    child = reported(topic=Topic.CHILD)
    assert actions.take_next_report(mo, now=NOON) == child

    actions.leave_topics(mo, [Topic.CHILD], now=NOON)

    assert actions.take_next_report(mo, now=NOON) is None
    assert actions.take_next_report(di, now=NOON) == child
    actions.leave_topics(mo, [], now=NOON)
    assert actions.take_next_report(mo, now=NOON + CLAIMED_FOR * 2) == child


def test_who_looked_at_what_when_and_why_is_written_down_and_read_by_leads_alone() -> None:
    mo, lead = a_trusted("Mo"), a_trusted("Lead", Role.LEAD)
    one = reported()
    for _ in range(3):
        actions.take_next_report(mo, now=NOON)

    look = Look.objects.get()
    assert (look.by, look.what, look.subject_id, look.why, look.at) == (mo.person_id, "report", one.pk, "cruel", NOON)
    assert "mo@example.org looked at a report" in browser_of(lead).get("/safety/audit/").content.decode()
    assert browser_of(mo).get("/safety/audit/").status_code == 404


def test_the_words_lie_under_a_veil_and_the_label_comes_first() -> None:
    family = a_family(published_to="everybody")
    reported(Thing("memorial", family.memorial.pk), words="SOMETHING HARD")
    page = browser_of(a_trusted("Mo")).get("/safety/").content.decode()

    veil = page.index("<details")
    assert page.index("For Ilse") < veil < page.index("SOMETHING HARD")


def test_to_everybody_else_there_is_no_desk() -> None:
    family = a_family()
    for viewer in (family.keeper, family.helper, family.stranger):
        for address in ("", "rest/", "topics/", "audit/", "cases/"):
            assert browser_of(viewer).get(f"/safety/{address}").status_code == 404
        with pytest.raises(NotAllowed):
            actions.take_next_report(viewer, now=NOON)
    assert Client().get("/safety/").status_code == 302
    with pytest.raises(NotAllowed):
        actions.leave_note(NOBODY_KNOWN, "x", now=NOON)


def test_a_day_at_the_desk_takes_no_dead_ends() -> None:
    """Twenty reports, one objection and a hand-over, by the pages alone; each answer leads on to a page."""
    family = a_family(published_to="everybody")
    mo, di = a_trusted("Mo"), a_trusted("Di")
    actions.appeal(decided(di, reported(Thing("memorial", family.memorial.pk))), words="Please", now=NOON)
    for number in range(20):
        reported(words=f"Number {number}", once=f"day-{number}")
    browser = browser_of(mo)

    for _ in range(20):
        page = browser.get("/safety/")
        report = Report.objects.get(claim__by=mo.person_id, decision=None)
        assert f"/safety/reports/{report.pk}/" in page.content.decode()
        answer = browser.post(f"/safety/reports/{report.pk}/", {"limit": "nothing"}, follow=True)
        assert answer.status_code == 200
    assert "Nothing is on your desk" in browser.get("/safety/").content.decode()
    answered = {"outcome": "upheld", "reason": "You are right."}
    objection = Appeal.objects.get()
    assert browser.post(f"/safety/appeals/{objection.pk}/", answered, follow=True).status_code == 200
    assert browser.post("/safety/notes/", {"words": "All is done."}, follow=True).status_code == 200

    assert "All is done." in browser_of(di).get("/safety/rest/").content.decode()
    assert Decision.objects.count() == 21
    note = DeskNote.objects.get()
    assert browser_of(di).post(f"/safety/notes/{note.pk}/removal/").status_code == 404
    assert browser.post(f"/safety/notes/{note.pk}/removal/", follow=True).status_code == 200


def test_a_decision_that_is_not_whole_is_asked_for_again_beside_the_field() -> None:
    family = a_family(published_to="everybody")
    reported(Thing("memorial", family.memorial.pk))
    browser = browser_of(a_trusted("Mo"))
    browser.get("/safety/")
    address = f"/safety/reports/{Report.objects.get().pk}/"

    page = browser.post(address, {"limit": "paused"}).content.decode()
    past = {"limit": "paused", "rule": "kind", "facts": "x", "until": "2020-01-01"}

    assert "Please choose the rule." in page
    assert "Please say until which day." in page
    assert "still to come" in browser.post(address, past).content.decode()
    nothing = Report.objects.get()
    assert nothing.decision_id is None
