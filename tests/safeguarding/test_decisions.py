"""Decisions and objections: each with who, what, why and for how long; taken back, all stands exactly as it was."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from snowdrop.comfort.things import id_of
from snowdrop.front.publishing import publish
from snowdrop.ground import published
from snowdrop.ground.models import Outgoing
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Memorial
from snowdrop.people.models import Person
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer
from snowdrop.safeguarding import actions, queries
from snowdrop.safeguarding.jobs import end_what_is_over
from snowdrop.safeguarding.models import Appeal, Decision, Hold, Report
from snowdrop.safeguarding.queries import notice_page
from snowdrop.safeguarding.things import Thing, handle_of
from snowdrop.safeguarding.vocabulary_of_reports import APPEAL_UNTIL, Limit, Outcome, Topic
from snowdrop.tributes import actions as tributes
from snowdrop.tributes.models import Letter
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family
from tests.world.guests import send
from tests.world.safety import a_trusted, decided, reported

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Dear Ilse, it snowed"


@pytest.fixture
def family() -> Cast:
    return a_family(published_to="everybody")


@pytest.fixture
def letter(family: Cast) -> Letter:
    return tributes.write_letter(family.keeper, family.memorial, words=WORDS, audience="everybody", now=NOON)


@pytest.fixture
def moderator() -> Viewer:
    return a_trusted("Mo")


def page(family: Cast, viewer: Viewer = NOBODY_KNOWN) -> str:
    return browser_of(viewer).get(f"/m/{family.memorial.slug}/").content.decode()


def notice_of(decision: Decision) -> str:
    return f"/decided/{handle_of(queries.NOTICE, decision.pk)}/"


def test_a_letter_is_seen_by_nobody_else_from_the_moment_of_the_decision_no_copy_and_restored_exactly(
    family: Cast, letter: Letter, moderator: Viewer
) -> None:
    publish(family.memorial.pk)
    before = page(family)
    row = Letter.objects.filter(pk=letter.pk).values().get()

    decision = decided(moderator, reported(Thing("letter", letter.pk)))

    assert not published.path_of(family.memorial.slug).exists()
    assert WORDS not in page(family)
    assert WORDS not in page(family, family.stranger)
    assert Letter.objects.kept_by(family.keeper).filter(pk=letter.pk).exists()
    actions.take_back_decision(decision, by=None, now=NOON)
    assert page(family) == before
    assert Letter.objects.filter(pk=letter.pk).values().get() == row


def test_a_whole_page_can_be_held_back_and_its_keepers_still_see_it(family: Cast, moderator: Viewer) -> None:
    decided(moderator, reported(Thing("memorial", family.memorial.pk)))

    address = f"/m/{family.memorial.slug}/"
    assert [browser_of(one).get(address).status_code for one in (NOBODY_KNOWN, family.friend, family.keeper)] == [
        404,
        404,
        200,
    ]


def test_comfort_on_a_page_is_held_back_and_its_sender_reads_why_at_their_own_address(
    family: Cast, moderator: Viewer
) -> None:
    changes = {"on_the_page": "let-through", "first_reading": "nobody"}
    memorial = memorials.describe_memorial(family.keeper, family.memorial, **changes, now=NOON)
    once = "0192f0c1e2b4" + "a" * 32
    comfort = send(memorial, words="We hate you all", name="Kit", once=once)
    assert "We hate you all" in page(family)

    decision = decided(moderator, reported(Thing("comfort", id_of(comfort))))

    assert "We hate you all" not in page(family)
    own = Client().get(f"/sent/{once}/").content.decode()
    assert notice_of(decision) in own
    assert "It calls somebody by names." in Client().get(notice_of(decision)).content.decode()


def test_a_family_not_showing_something_is_no_decision_and_owes_no_reason(family: Cast) -> None:
    once = "0192f0c1e2b4" + "b" * 32
    send(family.memorial, once=once)
    assert "/decided/" not in Client().get(f"/sent/{once}/").content.decode()
    assert not Decision.objects.exists()


def test_those_whom_it_limits_are_told_by_mail_and_read_everything_that_they_are_owed(
    family: Cast, letter: Letter, moderator: Viewer
) -> None:
    decision = decided(moderator, reported(Thing("letter", letter.pk)))

    told = Outgoing.objects.filter(what="decision").values_list("recipient_id", flat=True)
    assert list(told) == [family.keeper.person_id]
    with time_machine.travel(NOON, tick=False):
        said = Client().get(notice_of(decision)).content.decode()
    for owed in (
        "A letter",
        "It is hidden",
        "from 14 March 2026",
        "without an end",
        "Nobody is attacked here",
        "It calls somebody by names.",
        "No program took part",
        "You can object until 12 September 2026",
        "court",
    ):
        assert owed in said, owed


@pytest.mark.parametrize("missing", [{"rule": ""}, {"facts": ""}])
def test_no_limit_without_a_rule_and_facts_and_no_pause_without_an_end(
    family: Cast, letter: Letter, moderator: Viewer, missing: dict[str, str]
) -> None:
    with pytest.raises(ValueError, match="needs a rule"):
        decided(moderator, reported(Thing("letter", letter.pk)), **missing)
    with pytest.raises(ValueError, match="an end"):
        decided(moderator, reported(Thing("letter", letter.pk)), Limit.PAUSED, until=None)
    assert not Hold.objects.exists()
    assert Person.objects.get(pk=family.keeper.person_id).is_active


def test_only_moderators_decide_never_about_their_own_report_and_only_once(family: Cast, letter: Letter) -> None:
    mo, di = a_trusted("Mo"), a_trusted("Di")
    for nobody in (NOBODY_KNOWN, family.stranger, family.keeper):
        with pytest.raises(NotAllowed):
            decided(nobody, reported(Thing("letter", letter.pk)))
    own = reported(Thing("letter", letter.pk), by=mo)
    with pytest.raises(NotAllowed):
        decided(mo, own)
    decided(di, own)
    with pytest.raises(actions.AlreadyDecided):
        decided(di, own)
    assert Decision.objects.count() == 1


def test_drafts_and_what_only_keepers_see_are_described_to_nobody(family: Cast, moderator: Viewer) -> None:
    draft = tributes.write_letter(family.keeper, family.memorial, words="SECRET", audience="me", now=NOON)
    one = reported(Thing("letter", draft.pk))
    assert "SECRET" not in browser_of(moderator).get("/safety/").content.decode()
    with pytest.raises(actions.NothingToLimit):
        decided(moderator, one)


def test_a_paused_account_is_signed_out_everywhere_can_object_and_is_open_again_on_its_day(
    family: Cast, letter: Letter, moderator: Viewer
) -> None:
    browser = browser_of(family.keeper)
    assert browser.get("/mine/").status_code == 200

    decision = decided(moderator, reported(Thing("letter", letter.pk)), Limit.PAUSED)

    assert browser.get("/mine/").status_code == 302
    assert WORDS in page(family), "only the account is paused"
    with time_machine.travel(NOON + timedelta(days=1), tick=False):
        assert Client().post(notice_of(decision), {"words": "It was not me."}).status_code == 302
    assert Appeal.objects.get().words == "It was not me."
    end_what_is_over(NOON + timedelta(days=6, hours=23))
    assert not Person.objects.get(pk=family.keeper.person_id).is_active
    end_what_is_over(NOON + timedelta(days=7))
    assert Person.objects.get(pk=family.keeper.person_id).is_active


def test_nobody_of_the_staff_is_paused_by_another(family: Cast, letter: Letter, moderator: Viewer) -> None:
    actions.name_staff(Person.objects.get(pk=family.keeper.person_id), "lead", now=NOON)
    with pytest.raises(NotAllowed):
        decided(moderator, reported(Thing("letter", letter.pk)), Limit.PAUSED)
    assert not Decision.objects.exists()


def test_what_is_delayed_is_shown_again_on_its_day(family: Cast, letter: Letter, moderator: Viewer) -> None:
    decided(moderator, reported(Thing("letter", letter.pk)), Limit.DELAYED)
    end_what_is_over(NOON + timedelta(days=6))
    assert WORDS not in page(family)
    end_what_is_over(NOON + timedelta(days=7))
    assert WORDS in page(family)


def test_an_objection_is_free_once_within_six_months_and_has_its_day(
    family: Cast, letter: Letter, moderator: Viewer
) -> None:
    decision = decided(moderator, reported(Thing("letter", letter.pk)))
    with pytest.raises(actions.TooLate):
        actions.appeal(decision, words="", now=NOON + APPEAL_UNTIL + timedelta(seconds=1))
    one = actions.appeal(decision, words="", now=NOON + APPEAL_UNTIL)
    again = actions.appeal(decision, words="Another", now=NOON + APPEAL_UNTIL)

    assert one.pk == again.pk
    assert one.answer_by - one.at == timedelta(days=7)


def test_an_objection_where_somebody_may_be_in_danger_is_answered_within_a_day(
    family: Cast, letter: Letter, moderator: Viewer
) -> None:
    decision = decided(moderator, reported(Thing("letter", letter.pk), topic=Topic.DANGER))
    one = actions.appeal(decision, words="", now=NOON)
    assert one.answer_by - one.at == timedelta(hours=24)


def test_somebody_who_had_no_part_in_it_answers_and_upheld_all_stands_as_before(
    family: Cast, letter: Letter, moderator: Viewer
) -> None:
    reporter, other = a_trusted("Re"), a_trusted("Di")
    before = page(family)
    decision = decided(moderator, reported(Thing("letter", letter.pk), by=reporter))
    one = actions.appeal(decision, words="It is kind.", now=NOON)
    for had_part in (moderator, reporter, family.keeper, NOBODY_KNOWN):
        with pytest.raises(NotAllowed):
            actions.answer_appeal(had_part, one, outcome=Outcome.UPHELD, reason="x", now=NOON)
    actions.name_staff(Person.objects.get(pk=family.keeper.person_id), "moderator", now=NOON)
    with pytest.raises(NotAllowed):
        actions.answer_appeal(family.keeper, one, outcome=Outcome.UPHELD, reason="x", now=NOON)

    actions.answer_appeal(other, one, outcome=Outcome.UPHELD, reason="You are right.", now=NOON)

    assert page(family) == before
    said = Client().get(notice_of(decision)).content.decode()
    assert "You were right" in said
    assert "You are right." in said
    assert "nothing of this holds any more" in said
    assert Outgoing.objects.filter(what="appeal-answered", recipient_id=family.keeper.person_id).exists()


def test_an_objection_that_does_not_stand_changes_nothing_and_has_its_reason(
    family: Cast, letter: Letter, moderator: Viewer
) -> None:
    decision = decided(moderator, reported(Thing("letter", letter.pk)))
    one = actions.appeal(decision, words="", now=NOON)
    actions.answer_appeal(a_trusted("Di"), one, outcome=Outcome.STANDS, reason="It names a child.", now=NOON)

    assert WORDS not in page(family)
    assert notice_page(Decision.objects.get(), NOON).reason == ("It names a child.",)


def test_two_decisions_hold_until_both_are_over(family: Cast, letter: Letter, moderator: Viewer) -> None:
    first, second = (decided(moderator, reported(Thing("letter", letter.pk))) for _ in range(2))
    actions.take_back_decision(first, by=None, now=NOON)
    assert WORDS not in page(family)
    actions.take_back_decision(second, by=None, now=NOON)
    assert WORDS in page(family)


def test_there_is_no_way_to_a_hold_without_a_decision_by_a_person(family: Cast, letter: Letter) -> None:
    """Whatever machines do: reports, cases and timed work leave everything where it is."""
    for number in range(5):
        reported(Thing("letter", letter.pk), topic=Topic.CHILD, once=str(number))
    end_what_is_over(NOON + timedelta(days=400))
    assert not Hold.objects.exists()
    assert Memorial.objects.visible_to(NOBODY_KNOWN).exists()
    assert Report.objects.waiting().count() == 5
