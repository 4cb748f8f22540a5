"""Those whom the operator trusts to keep people safe: named and ended at the command, and nowhere else."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from snowdrop.ground.models import Entry
from snowdrop.people.models import Person
from snowdrop.people.viewer import NOBODY_KNOWN
from snowdrop.safeguarding import actions, rules
from snowdrop.safeguarding.models import Staff
from snowdrop.safeguarding.vocabulary_of_staff import Role
from tests.world.cast import NOON, a_person

pytestmark = pytest.mark.django_db


def told(*words: str) -> str:
    """What the command says."""
    out = StringIO()
    call_command("staff", *words, stdout=out)
    return out.getvalue()


def test_a_moderator_moderates_a_lead_or_deputy_leads_too_and_an_operator_does_neither() -> None:
    people = {role: a_person(role.name) for role in Role}
    for role, viewer in people.items():
        actions.name_staff(Person.objects.get(pk=viewer.person_id), role, now=NOON)

    assert [rules.is_moderator(people[role]) for role in Role] == [True, True, True, False]
    assert [rules.is_lead(people[role]) for role in Role] == [False, True, True, False]
    assert [rules.is_operator(people[role]) for role in Role] == [False, False, False, True]


def test_nobody_else_is_anything_signed_in_or_not() -> None:
    actions.name_staff(Person.objects.get(pk=a_person("Lead").person_id), Role.LEAD, now=NOON)

    for viewer in (a_person("Kim"), NOBODY_KNOWN):
        assert not rules.is_moderator(viewer)
        assert not rules.is_lead(viewer)


def test_somebody_is_says_whether_anybody_may_do_what_a_role_asks_for() -> None:
    assert not any(map(rules.somebody_is, Role))
    actions.name_staff(Person.objects.get(pk=a_person("Mo").person_id), Role.MODERATOR, now=NOON)
    assert [rules.somebody_is(role) for role in Role] == [True, False, False, False]
    actions.name_staff(Person.objects.get(pk=a_person("Di").person_id), Role.DEPUTY, now=NOON)
    assert [rules.somebody_is(role) for role in Role] == [True, True, True, False]


def test_whoever_is_ended_or_whose_account_is_closed_is_nothing_from_that_moment_on() -> None:
    ended, closed = a_person("Mo"), a_person("Di")
    for viewer in (ended, closed):
        actions.name_staff(Person.objects.get(pk=viewer.person_id), Role.LEAD, now=NOON)

    actions.end_staff(Person.objects.get(pk=ended.person_id), now=NOON)
    Person.objects.filter(pk=closed.person_id).update(is_active=False)

    assert not rules.is_lead(ended)
    assert not rules.is_lead(closed)
    assert not rules.somebody_is(Role.MODERATOR)


def test_each_naming_and_ending_is_one_row_and_one_entry_and_naming_twice_is_one() -> None:
    person = Person.objects.get(pk=a_person("Mo").person_id)
    for hour in range(2):
        actions.name_staff(person, Role.MODERATOR, now=NOON + timedelta(hours=hour))
    actions.end_staff(person, now=NOON + timedelta(days=1))
    actions.name_staff(person, Role.MODERATOR, now=NOON + timedelta(days=2))

    rows = Staff.objects.order_by("since").values_list("since", "ended_at", "named_by")
    assert list(rows) == [(NOON, NOON + timedelta(days=1), None), (NOON + timedelta(days=2), None, None)]
    assert list(Entry.objects.filter(verb__startswith="staff.").order_by("id").values_list("verb", flat=True)) == [
        "staff.named",
        "staff.ended",
        "staff.named",
    ]


def test_the_database_holds_that_nobody_has_a_role_twice() -> None:
    person = Person.objects.get(pk=a_person("Mo").person_id)
    Staff.objects.create(person=person, role=Role.LEAD, since=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Staff.objects.create(person=person, role=Role.LEAD, since=NOON)


def test_the_command_says_who_is_trusted_names_and_ends_by_address() -> None:
    a_person("Mo")

    assert "Nobody yet" in told("list")
    assert "mo@example.org is safeguarding lead now" in told("add", "Mo@Example.org", "lead")
    told("add", "mo@example.org", "moderator")
    assert told("list").count("mo@example.org") == 2
    assert "not moderator any more" in told("end", "mo@example.org", "moderator")
    assert "safeguarding lead" in told("list")
    assert "not safeguarding lead any more" in told("end", "mo@example.org")
    assert "Nobody yet" in told("list")


def test_an_address_of_nobody_and_a_role_that_is_not_held_are_said_to_be_so() -> None:
    with pytest.raises(CommandError, match="Nobody has signed in here with who@"):
        told("add", "who@example.org", "lead")
    a_person("Mo")
    with pytest.raises(CommandError, match="has no such role"):
        told("end", "mo@example.org", "deputy")
