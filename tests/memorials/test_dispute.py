"""Keepers in dispute: those who run the server hold the memorial as it is, above all of its keepers (trust.md B1)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from snowdrop.memorials import actions
from snowdrop.memorials.jobs import look_after_keeping
from snowdrop.memorials.models import Freeze, Keeper, Memorial
from snowdrop.memorials.queries import deletion_room, keepers_room
from snowdrop.memorials.rules import Frozen
from snowdrop.people.viewer import Viewer
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def family() -> Cast:
    return a_family(published_to="link")


def test_in_a_dispute_nothing_gets_wider_and_no_keeper_lifts_it(family: Cast, other: Viewer) -> None:
    actions.begin_dispute(family.memorial, now=NOON)

    for keeper in (family.keeper, other):
        actions.lift_freeze(keeper, family.memorial, now=NOON)
        with pytest.raises(Frozen):
            actions.publish_memorial(keeper, family.memorial, to="everybody", now=NOON)
    actions.take_back_memorial(other, family.memorial, now=NOON)

    actions.end_dispute(family.memorial, now=NOON)
    actions.publish_memorial(family.keeper, family.memorial, to="everybody", now=NOON)


def test_in_a_dispute_no_deletion_becomes_final(family: Cast, other: Viewer) -> None:
    actions.ask_for_deletion(family.keeper, family.memorial, now=NOON)
    actions.begin_dispute(family.memorial, now=NOON)
    for day in range(60):
        look_after_keeping(NOON + timedelta(days=day))
    assert Memorial.objects.filter(pk=family.memorial.pk).exists()
    assert deletion_room(other, family.memorial).frozen_by == "Those who run this server"

    actions.end_dispute(family.memorial, now=NOON)
    look_after_keeping(NOON + timedelta(days=60))

    assert not Memorial.objects.filter(pk=family.memorial.pk).exists()


def test_a_dispute_that_is_over_leaves_what_a_keeper_has_frozen(family: Cast, other: Viewer) -> None:
    actions.freeze(other, family.memorial, now=NOON)
    for _ in range(2):
        actions.begin_dispute(family.memorial, now=NOON)
    for _ in range(2):
        actions.end_dispute(family.memorial, now=NOON)

    assert [one.by for one in Freeze.objects.all()] == [other.person_id]


def test_whoever_leaves_in_a_dispute_does_not_end_it(family: Cast, other: Viewer) -> None:
    actions.begin_dispute(family.memorial, now=NOON)

    actions.resign(other, family.memorial, now=NOON)

    assert Keeper.objects.filter(memorial=family.memorial).count() == 1
    assert [one.in_dispute for one in keepers_room(family.keeper, family.memorial).frozen_by] == [True]


def test_keepers_are_told_on_their_page_and_beside_what_they_tried(family: Cast, other: Viewer) -> None:
    call_command("dispute", family.memorial.slug)

    browser = browser_of(other)
    room = browser.get(f"/m/{family.memorial.slug}/keepers/")
    tried = browser.post(
        f"/m/{family.memorial.slug}/people/invitation/",
        {"name": "Ona", "to": "helper", "way": "by-hand", "scopes": ["read-first"]},
    )

    assert "those who run this server hold it as it is" in room.content.decode()
    assert "those who run this server hold it as it is" in tried.content.decode()
    call_command("dispute", family.memorial.slug, "--end")
    assert "those who run this server" not in browser.get(f"/m/{family.memorial.slug}/keepers/").content.decode()


def test_a_name_that_no_memorial_has_is_said_to_be_one() -> None:
    with pytest.raises(CommandError, match="no memorial “nowhere”"):
        call_command("dispute", "nowhere")
