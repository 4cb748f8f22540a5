"""Many at the same moment: an invitation has one winner, and a door that is being shut lets nobody slip through."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from django.db import connection, transaction

from snowdrop.ground import clock
from snowdrop.memorials import actions, queries
from snowdrop.memorials.models import Invitation, Member, Publication
from snowdrop.memorials.rules import Frozen
from snowdrop.memorials.vocabulary import Purpose
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from tests.figures import Figures
from tests.world.cast import NOON, a_family, a_person

pytestmark = pytest.mark.django_db(transaction=True)

MANY = 50


def at_once(acts: list[Callable[[], object]]) -> list[object]:
    """Does all of it, each in a thread with a connection of its own; returns what each came back with."""
    together = Barrier(len(acts))

    def work(act: Callable[[], object]) -> object:
        together.wait()
        try:
            return act()
        except queries.InvitationIsOver:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as workers:
        return list(workers.map(work, acts))


def test_of_many_who_accept_one_invitation_exactly_one_wins(figures: Figures) -> None:
    cast, now = a_family(), clock.now()
    _, secret = actions.invite(cast.keeper, cast.memorial, purpose=Purpose.HELPER, now=now)
    many = [a_person(f"Guest{number}") for number in range(MANY)]

    won = at_once([lambda one=one: actions.accept_invitation(one, secret=secret, now=now) for one in many])

    winners = [one for one, invitation in zip(many, won, strict=True) if invitation]
    figures("T03", checks=MANY, wrong=abs(len(winners) - 1))
    assert len(winners) == 1
    assert Invitation.objects.get(let_in_at=None).accepted_by_id == winners[0].person_id


def test_somebody_to_whom_the_door_is_shut_while_they_accept_is_not_left_inside(figures: Figures) -> None:
    cast, left_inside, rounds = a_family(), 0, 8
    circle = actions.make_circle(cast.keeper, cast.memorial, name="Family", now=NOON)
    for number in range(rounds):
        person = Person.objects.create_user(f"ana{number}@example.net")
        invited = {"purpose": Purpose.CIRCLE, "circle": circle, "address": person.email}
        _, secret = actions.invite(cast.keeper, cast.memorial, **invited, now=NOON)
        ana = Viewer(person_id=person.id)

        at_once(
            [
                lambda ana=ana, secret=secret: actions.accept_invitation(ana, secret=secret, now=NOON),
                lambda person=person: actions.shut_the_door(cast.keeper, cast.memorial, person, now=NOON),
            ]
        )
        left_inside += Member.objects.filter(person=person).count()

    figures("T03", checks=rounds, wrong=left_inside)
    assert left_inside == 0


def test_whoever_freezes_waits_for_what_is_being_opened_and_nothing_is_opened_afterwards() -> None:
    """An act that has asked whether anything is frozen is over before a freeze returns; one that asks later is told."""
    cast, opened, frozen = a_family(), Event(), Event()

    def publish_slowly() -> None:
        with transaction.atomic():
            actions.publish_memorial(cast.keeper, cast.memorial, to="everybody", now=NOON)
            opened.set()
            frozen.wait(0.5)  # it cannot come while this act is not over

    def freeze() -> bool:
        opened.wait()
        actions.freeze(cast.keeper, cast.memorial, now=NOON)
        frozen.set()
        return Publication.objects.filter(memorial=cast.memorial).exists()

    _, was_open = at_once([publish_slowly, freeze])

    assert was_open
    with pytest.raises(Frozen):
        actions.make_private_link(cast.keeper, cast.memorial, now=NOON)
