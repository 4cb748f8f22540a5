"""A group opens only when those who keep its members safe are there, and the page says plainly what is missing."""

from __future__ import annotations

import pytest

from snowdrop.ground.refusals import NotAllowed
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer
from snowdrop.safeguarding.actions import end_staff, name_staff
from snowdrop.safeguarding.vocabulary_of_staff import Role
from snowdrop.support_groups import actions
from snowdrop.support_groups.models import Group, StaffedHours
from snowdrop.support_groups.queries.preparing import missing_for_opening
from snowdrop.support_groups.ready import READY
from snowdrop.support_groups.vocabulary import Subject
from tests.world.browsers import browser_of
from tests.world.cast import NOON, a_person
from tests.world.grouping import a_group, a_lead, after, look_after, person_of

pytestmark = pytest.mark.django_db


def test_every_kind_of_loss_and_role_in_the_field_has_a_ready_template() -> None:
    assert set(READY) == set(Subject)
    assert all(str(ready.description) for ready in READY.values())


def test_only_those_whom_the_operator_trusts_begin_a_group_on_their_own() -> None:
    moderator, somebody = a_person("Ada"), a_person("Ben")
    name_staff(person_of(moderator), Role.MODERATOR, now=NOON)

    actions.make_group(moderator, subject=Subject.ALL, now=NOON)

    for viewer in (somebody, NOBODY_KNOWN):
        with pytest.raises(NotAllowed):
            actions.make_group(viewer, subject=Subject.ALL, now=NOON)


@pytest.mark.parametrize(
    ("lacks", "word"),
    [
        ("a lead", "safeguarding lead"),
        ("a second facilitator", "second facilitator"),
        ("rules", "agrees"),
        ("hours", "Staffed hours"),
        ("a closing plan", "closing plan"),
    ],
)
def test_a_group_that_lacks_something_does_not_open_and_its_page_says_what(lacks: str, word: str) -> None:
    cast = a_group(is_open=False)
    _take_away(lacks, cast.group, cast.first, cast.second, cast.lead)
    browser = browser_of(cast.first)

    with pytest.raises(actions.NotReady) as refusal:
        actions.open_group(cast.first, cast.group, now=NOON)
    page = browser.get(f"/groups/{cast.group.slug}/arranging/").content.decode()

    assert len(refusal.value.missing) == 1 and word in refusal.value.missing[0]
    assert word in page and "Open the group" not in page
    assert not Group.objects.with_open_door().exists()


def test_a_group_that_has_everything_opens_and_is_listed_by_what_it_is_for_alone() -> None:
    cast = a_group(is_open=False, name="A quiet room for names")
    outside = browser_of(a_person("Otto"))
    before = outside.get("/groups/").content.decode()

    actions.open_group(cast.first, cast.group, now=NOON)

    assert missing_for_opening(cast.group) == ()
    assert "A quiet room for names" not in before
    assert "A quiet room for names" in outside.get("/groups/").content.decode()


def test_before_it_opens_a_group_is_nowhere_for_anybody_else() -> None:
    cast = a_group(is_open=False)
    outside = browser_of(a_person("Otto"))

    for path in ("", "asking/", "arranging/", "desk/"):
        assert outside.get(f"/groups/{cast.group.slug}/{path}").status_code == 404, path


def test_an_invitation_works_once_and_for_fourteen_days() -> None:
    cast = a_group(is_open=False)
    third, late = a_person("Uma"), a_person("Lou")
    _, secret = actions.invite_facilitator(cast.first, cast.group, now=NOON)

    actions.accept_facilitating(third, secret=secret, name="Uma", now=NOON)

    with pytest.raises(actions.InvitationIsOver):
        actions.accept_facilitating(late, secret=secret, name="Lou", now=NOON)
    _, other = actions.invite_facilitator(cast.first, cast.group, now=NOON)
    with pytest.raises(actions.InvitationIsOver):
        actions.accept_facilitating(late, secret=other, name="Lou", now=after(days=15))


def test_an_open_group_is_never_left_with_fewer_than_two_facilitators() -> None:
    cast = a_group()
    facilitator = cast.group.facilitators.get(member__person=cast.second.person_id)

    with pytest.raises(actions.LastFacilitators):
        actions.stop_facilitating(cast.second, facilitator, now=NOON)
    with pytest.raises(actions.LastFacilitators):
        actions.leave_group(cast.second, cast.group, keeps_words=True, now=NOON)

    look_after(a_person("Uma"), cast.group, by=cast.first, name="Uma")
    actions.stop_facilitating(cast.second, facilitator, now=NOON)
    assert cast.group.facilitators.count() == 2


def test_new_rules_are_a_version_that_each_member_agrees_to_before_they_write_again() -> None:
    cast = a_group()
    actions.set_rules(cast.second, cast.group, words="We listen.", now=NOON)

    with pytest.raises(actions.RulesChanged):
        actions.start_topic(cast.first, cast.group, title="Hello", words="Hello.", now=NOON)
    with pytest.raises(actions.RulesChanged):
        actions.agree_to_rules(cast.first, cast.group, version=1, now=NOON)
    actions.agree_to_rules(cast.first, cast.group, version=2, now=NOON)

    assert actions.start_topic(cast.first, cast.group, title="Hello", words="Hello.", now=NOON).place == "shown"


def _take_away(what: str, group: Group, first: Viewer, second: Viewer, lead: Viewer) -> None:
    if what == "a lead":
        end_staff(person_of(lead), now=NOON)
    elif what == "a second facilitator":
        actions.stop_facilitating(second, group.facilitators.get(member__person=second.person_id), now=NOON)
    elif what == "rules":
        actions.set_rules(first, group, words=" ", now=NOON)
    elif what == "hours":
        for hours in StaffedHours.objects.filter(group=group):
            actions.take_away_hours(first, hours, now=NOON)
    else:
        actions.describe_group(first, group, closing_plan="", now=NOON)


def test_somebody_who_leads_is_enough_as_a_deputy_too() -> None:
    deputy = a_person("Dora")
    name_staff(person_of(deputy), Role.DEPUTY, now=NOON)

    assert a_group(lead=deputy).group.is_open


def test_a_lead_alone_looks_after_no_group() -> None:
    cast = a_group(lead=a_lead())

    assert browser_of(cast.lead).get(f"/groups/{cast.group.slug}/desk/").status_code == 404
