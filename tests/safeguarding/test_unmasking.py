"""Who wrote something under another name is found out by two people, who write down why first (trust.md B4, T12)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from snowdrop.ground import outbox
from snowdrop.ground.refusals import NotAllowed
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding import actions, jobs
from snowdrop.safeguarding.models import Look, Unmasking
from snowdrop.safeguarding.things import Thing, handle_of
from snowdrop.safeguarding.vocabulary_of_names import ANSWERED_WITHIN, SHOWN_FOR, TOLD_LATEST, Ground
from snowdrop.safeguarding.vocabulary_of_staff import Role
from snowdrop.stories.actions import leave_without_name
from snowdrop.stories.models import Story
from tests.figures import Figures
from tests.world.browsers import browser_of
from tests.world.cast import NOON, a_family, a_person
from tests.world.grouping import a_group, a_member, say
from tests.world.postbox import Postbox, a_postbox
from tests.world.safety import a_trusted, reported
from tests.world.telling import a_story

pytestmark = pytest.mark.django_db(transaction=True)
WHY = {"ground": Ground.HARM, "reason": "Asks families for money.", "tell_on": None, "now": NOON}


@pytest.fixture
def box(settings: Any) -> Iterator[Postbox]:
    with a_postbox(settings) as one:
        yield one


def two_who_lead() -> tuple[Viewer, Viewer]:
    return a_trusted("Lead", Role.LEAD), a_trusted("Deputy", Role.DEPUTY)


def agreed(lead: Viewer, deputy: Viewer, thing: Thing, **why: Any) -> Unmasking:
    one = actions.ask_who_wrote(lead, thing, **(WHY | why))
    return actions.answer_unmasking(deputy, one, agrees=True, answer="I have read it.", now=NOON)


def work(now: datetime) -> None:
    """What the worker does at this moment."""
    with time_machine.travel(now, tick=False):
        jobs.tell_those_who_wrote(now)
        while outbox.send_what_is_due(now):
            pass


def heron() -> tuple[Viewer, Thing]:
    """Somebody who wrote a story under a pen name, among others who wrote some too."""
    author = a_person("Ines")
    for name in ("Tom", "Ruth"):
        a_story(a_person(name), f"Words of {name}.")
    return author, Thing("story", a_story(author, "We kept the hat.", step="pen-name", called="Heron").pk)


def test_two_who_agreed_learn_who_wrote_a_story_and_a_post() -> None:
    lead, deputy = two_who_lead()
    author, story = heron()
    group, member = a_group(lead=lead), a_person("Sol")
    a_member(group, member)
    post = Thing("group-post", say(member, group.group).pk)

    assert actions.open_name(lead, agreed(lead, deputy, story), now=NOON) == author.person_id
    assert actions.open_name(deputy, agreed(lead, deputy, post), now=NOON) == member.person_id


def test_nobody_agrees_with_themselves_nor_about_their_own_words() -> None:
    lead, deputy = two_who_lead()
    own = Thing("story", a_story(deputy, "My own words.", step="pen-name", called="Wren").pk)
    one = actions.ask_who_wrote(lead, own, **WHY)

    for alone in (lead, deputy):
        for agrees in (True, False):
            with pytest.raises(actions.NeedsAnother):
                actions.answer_unmasking(alone, one, agrees=agrees, answer="Yes.", now=NOON)
    assert Unmasking.objects.get().answered_at is None


@pytest.mark.parametrize("state", ["asked", "refused", "withdrawn", "lapsed", "over"])
def test_without_two_who_agreed_and_after_three_days_no_name_is_looked_up(state: str) -> None:
    lead, deputy = two_who_lead()
    _author, story = heron()
    one, now = actions.ask_who_wrote(lead, story, **WHY), NOON
    if state == "withdrawn":
        actions.withdraw_unmasking(lead, one, now=NOON)
    if state in ("withdrawn", "lapsed"):
        now = NOON + (ANSWERED_WITHIN if state == "lapsed" else timedelta(0))
        with pytest.raises(actions.AlreadyAnswered):
            actions.answer_unmasking(deputy, one, agrees=True, answer="I have read it.", now=now)
    if state in ("refused", "over"):
        actions.answer_unmasking(deputy, one, agrees=state == "over", answer="I have read it.", now=NOON)
        now = NOON + (SHOWN_FOR if state == "over" else timedelta(0))

    for viewer in (lead, deputy):
        with pytest.raises((actions.NotOpen, NotAllowed)):
            actions.open_name(viewer, Unmasking.objects.get(), now=now)
    assert not Look.objects.exists()


def test_only_the_two_can_look_and_only_those_who_lead_can_ask_or_agree() -> None:
    lead, deputy = two_who_lead()
    third, moderator = a_trusted("Third", Role.DEPUTY), a_trusted("Mo")
    _author, story = heron()
    one = agreed(lead, deputy, story)

    for viewer in (third, moderator, a_person("Stranger")):
        with pytest.raises(NotAllowed):
            actions.open_name(viewer, one, now=NOON)
    with pytest.raises(NotAllowed):
        actions.ask_who_wrote(moderator, story, **WHY)
    asked = actions.ask_who_wrote(lead, story, **WHY)
    with pytest.raises(NotAllowed):
        actions.answer_unmasking(moderator, asked, agrees=True, answer="Yes.", now=NOON)
    with pytest.raises(NotAllowed):
        actions.withdraw_unmasking(deputy, asked, now=NOON)


def test_that_somebody_looks_is_kept_before_anything_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    lead, deputy = two_who_lead()
    _author, story = heron()
    one = agreed(lead, deputy, story)

    def fails(thing: Thing) -> UUID | None:
        raise ZeroDivisionError

    monkeypatch.setattr("snowdrop.safeguarding.things.who_wrote", fails)
    with pytest.raises(ZeroDivisionError):
        actions.open_name(lead, one, now=NOON)
    look = Look.objects.get()
    assert (look.by, look.what, look.subject_id, look.why) == (lead.person_id, "name", one.pk, Ground.HARM)


def test_where_there_is_no_second_person_nobody_can_ask() -> None:
    lead = a_trusted("Lead", Role.LEAD)
    a_trusted("Mo")
    _author, story = heron()

    with pytest.raises(actions.NobodyElse):
        actions.ask_who_wrote(lead, story, **WHY)
    page = browser_of(lead).get(f"/safety/names/of/{handle_of(story.kind, story.id)}/").content.decode()
    assert "Nobody else could agree" in page and "<textarea" not in page


def test_what_stands_under_no_other_name_cannot_be_asked_about() -> None:
    lead, _deputy = two_who_lead()
    family = a_family(published_to="everybody")
    for thing in (Thing("memorial", family.memorial.pk), Thing("story", UUID(int=5)), Thing("nothing", UUID(int=5))):
        with pytest.raises(actions.NotHidden):
            actions.ask_who_wrote(lead, thing, **WHY)
        assert browser_of(lead).get(f"/safety/names/of/{handle_of(thing.kind, thing.id)}/").status_code == 404


def test_whoever_wrote_is_told_at_once_and_once(box: Postbox) -> None:
    lead, deputy = two_who_lead()
    author, story = heron()
    agreed(lead, deputy, story)

    for _ in range(3):
        work(NOON)
    [mail] = box.mails
    assert mail["To"] == Person.objects.get(pk=author.person_id).email
    text = mail.get_body(("plain",)).get_content()
    assert "Heron" not in text and "money" not in text and "the hat" not in text
    address = next(line for line in text.split() if "/looked-up/" in line)
    page = browser_of(a_person("Anybody")).get(address.split("localhost:8000")[-1]).content.decode()
    assert "Somebody is being harmed" in page and "Heron" not in page and "lead@" not in page


def test_only_a_life_or_the_law_has_whoever_wrote_told_later_and_within_a_year(box: Postbox) -> None:
    lead, deputy = two_who_lead()
    _author, story = heron()
    day = NOON + timedelta(days=30)
    for wrong in ({"tell_on": day}, {"ground": Ground.LAW, "tell_on": NOON + TOLD_LATEST + timedelta(days=1)}):
        with pytest.raises(ValueError, match="told later"):
            actions.ask_who_wrote(lead, story, **(WHY | wrong))
    agreed(lead, deputy, story, ground=Ground.LAW, tell_on=day)

    for now, mails in ((NOON, 0), (day - timedelta(minutes=1), 0), (day, 1)):
        work(now)
        assert len(box.mails) == mails, now


def test_what_was_left_without_a_name_for_good_leads_to_nobody() -> None:
    lead, deputy = two_who_lead()
    author, story = heron()
    leave_without_name(author, Story.objects.get(pk=story.id), now=NOON)
    one = agreed(lead, deputy, story)

    assert actions.open_name(lead, one, now=NOON) is None
    jobs.tell_those_who_wrote(NOON)
    assert "Nobody can be told" in browser_of(lead).get(f"/safety/names/{one.pk}/").content.decode()


def test_no_table_ties_a_name_to_what_was_written(figures: Figures) -> None:
    """Neither the rows of those who asked, nor that of the mail to whoever wrote, says which story it was."""
    lead, deputy = two_who_lead()
    author, story = heron()
    one = agreed(lead, deputy, story)
    actions.open_name(lead, one, now=NOON)
    jobs.tell_those_who_wrote(NOON)

    assert author.person_id
    found, tables, ties = 0, connection.introspection.table_names(), (one.pk.hex, author.person_id.hex)
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = [" ".join(str(cell) for cell in row).replace("-", "") for row in cursor.fetchall()]
            found += sum(story.id.hex in row and any(one in row for one in ties) for row in rows)
    figures("T12", checks=len(tables), wrong=found, unmasked_by_two=1)
    assert found == 0


def test_staff_pages_hold_no_name_until_two_have_agreed_and_somebody_presses_the_button(figures: Figures) -> None:
    lead, deputy = two_who_lead()
    author, story = heron()
    Person.objects.filter(pk=author.person_id).update(name="Ines Moreau")
    report = reported(story)
    first, second = browser_of(lead), browser_of(deputy)
    handle = handle_of(story.kind, story.id)
    seen = [first.get("/safety/").content.decode()]
    assert f"/safety/names/of/{handle}/" in seen[0] and report.pk

    asked = first.post(f"/safety/names/of/{handle}/", {"ground": "harm", "reason": "Asks for money."}, follow=True)
    address = asked.redirect_chain[-1][0]
    seen += [asked.content.decode(), second.get(address).content.decode()]
    seen += [second.post(address, {"agrees": "yes", "answer": "I have read it."}, follow=True).content.decode()]
    seen += [first.get(address).content.decode(), first.get("/safety/names/").content.decode()]
    named = first.post(f"{address}opening/").content.decode()

    hidden = ("Ines", "ines@example.org", str(author.person_id), author.person_id.hex if author.person_id else "")
    wrong = [mark for page in seen for mark in hidden if mark in page]
    figures("T12", checks=len(seen) * len(hidden), wrong=len(wrong))
    assert wrong == []
    assert "Ines Moreau" in named and "ines@example.org" in named
    assert "Who looked at the name" in second.get(address).content.decode()
    assert first.post(f"{address}opening/", headers={"Sec-Fetch-Site": "none"})["Cache-Control"] == "private, no-store"


def test_mistakes_are_said_beside_their_field() -> None:
    lead, _deputy = two_who_lead()
    _author, story = heron()
    address = f"/safety/names/of/{handle_of(story.kind, story.id)}/"
    browser = browser_of(lead)

    assert "Please write why" in browser.post(address, {"ground": "harm"}).content.decode()
    later = {"ground": "harm", "reason": "Money.", "tell_on": "2030-01-01"}
    assert "told at once" in browser.post(address, later).content.decode()
    early = {"ground": "life", "reason": "Money.", "tell_on": "2001-01-01"}
    assert "still to come" in browser.post(address, early).content.decode()
    assert not Unmasking.objects.exists()


def test_opening_every_shelf_asks_few_questions() -> None:
    """Two, however many people and shelves there are: one for the shelves, one for the people."""
    lead, deputy = two_who_lead()
    author, story = heron()
    one = agreed(lead, deputy, story)
    with CaptureQueriesContext(connection) as asked:
        assert actions.open_name(lead, one, now=NOON) == author.person_id
    assert len([query for query in asked if "stories_shelf" in query["sql"]]) == 1
