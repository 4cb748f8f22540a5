"""Who keeps a memorial after a keeper who cannot any more: named in silence, asked for, stopped with one press."""

from __future__ import annotations

import pytest
from django.core import mail

from snowdrop.memorials import actions
from snowdrop.memorials.jobs import look_after_keeping
from snowdrop.memorials.models import Freeze, Memorial, Succession, Successor
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from tests.world.cast import NOON, Cast, a_family, a_person
from tests.world.keeping import days, let_keep, names_of_keepers

pytestmark = pytest.mark.django_db


@pytest.fixture
def family() -> Cast:
    return a_family()


@pytest.fixture
def successor(family: Cast) -> tuple[Successor, Viewer]:
    lou = a_person("Lou")
    one = actions.name_successor(
        family.keeper, family.memorial, name="Lou", address="lou@example.org", words="My sister", now=NOON
    )
    return one, lou


def test_a_successor_learns_nothing_before_and_asking_says_nothing(family: Cast, successor: tuple) -> None:
    one, lou = successor

    assert mail.outbox == []
    assert not Memorial.objects.visible_to(lou).exists()
    assert actions.ask_to_succeed(lou, secret=one.secret, now=NOON) is None
    assert actions.ask_to_succeed(family.stranger, secret=one.secret, now=NOON) is None
    assert actions.ask_to_succeed(family.stranger, secret="nothing", now=NOON) is None
    assert [asked.person_id for asked in Succession.objects.all()] == [lou.person_id]
    assert not Memorial.objects.visible_to(lou).exists()


def test_keepers_are_told_three_times_and_after_thirty_days_the_successor_keeps_it(
    family: Cast, successor: tuple
) -> None:
    one, lou = successor
    actions.ask_to_succeed(lou, secret=one.secret, now=NOON)
    told = []

    for day in range(31):
        look_after_keeping(days(day + 0.01))
        told += [(day, message.to[0]) for message in mail.outbox]
        mail.outbox.clear()
        assert (day == 30) == (names_of_keepers(family.memorial) == {"Mira", "Lou"})

    assert told == [(day, "mira@example.org") for day in (0, 7, 21)]


def test_a_single_press_of_any_keeper_stops_it(family: Cast, other: Viewer, successor: tuple) -> None:
    one, lou = successor
    actions.ask_to_succeed(lou, secret=one.secret, now=NOON)
    look_after_keeping(NOON)

    actions.stop_succession(other, family.memorial, Succession.objects.get(), now=days(29))
    look_after_keeping(days(31))
    actions.ask_to_succeed(lou, secret=one.secret, now=days(32))

    assert names_of_keepers(family.memorial) == {"Mira", "Ruth"}
    assert Succession.objects.get().stopped_at == days(29)


def test_it_can_be_asked_for_anew_a_month_after_it_was_stopped(family: Cast, successor: tuple) -> None:
    one, lou = successor
    actions.ask_to_succeed(lou, secret=one.secret, now=NOON)
    actions.stop_succession(family.keeper, family.memorial, Succession.objects.get(), now=days(1))

    actions.ask_to_succeed(lou, now=days(32))

    assert (Succession.objects.get().asked_at, Succession.objects.get().stopped_at) == (days(32), None)


def test_a_freeze_of_another_holds_a_successor_up_and_of_the_one_who_named_them_does_not(
    family: Cast, other: Viewer, successor: tuple
) -> None:
    one, lou = successor
    actions.freeze(family.keeper, family.memorial, now=NOON)
    actions.freeze(other, family.memorial, now=NOON)
    actions.ask_to_succeed(lou, secret=one.secret, now=NOON)
    look_after_keeping(NOON)

    look_after_keeping(days(31))
    assert names_of_keepers(family.memorial) == {"Mira", "Ruth"}
    actions.lift_freeze(other, family.memorial, now=days(31))
    look_after_keeping(days(32))

    assert names_of_keepers(family.memorial) == {"Mira", "Ruth", "Lou"}
    assert not Freeze.objects.exists()


def test_somebody_whom_no_mail_could_be_sent_to_is_not_passed_over(
    family: Cast, successor: tuple, settings: object
) -> None:
    one, lou = successor
    actions.ask_to_succeed(lou, secret=one.secret, now=NOON)

    settings.EMAIL_BACKEND = "tests.world.keeping.NoServer"
    look_after_keeping(days(31))
    assert names_of_keepers(family.memorial) == {"Mira"}
    settings.EMAIL_BACKEND = "tests.world.keeping.NobodyThere"
    look_after_keeping(days(32))
    assert names_of_keepers(family.memorial) == {"Mira"}
    look_after_keeping(days(40))

    assert names_of_keepers(family.memorial) == {"Mira", "Lou"}


def test_a_successor_who_is_kept_out_never_comes(family: Cast, successor: tuple) -> None:
    from snowdrop.memorials.models import Block
    from snowdrop.memorials.vocabulary import BlockBy
    from snowdrop.people.marks import address_mark

    one, lou = successor
    actions.ask_to_succeed(lou, secret=one.secret, now=NOON)
    look_after_keeping(NOON)
    mark = address_mark("lou@example.org")
    Block.objects.create(
        memorial=family.memorial,
        by_what=BlockBy.ADDRESS,
        mark=mark,
        written="lou@example.org",
        made_by=family.keeper.person_id,
        made_at=NOON,
    )

    look_after_keeping(days(31))

    assert names_of_keepers(family.memorial) == {"Mira"}


def test_who_came_by_an_invitation_follows_nobody_any_more(family: Cast, successor: tuple) -> None:
    """A freeze of whoever named them is not freed by a time that has no meaning any more."""
    one, lou = successor
    actions.ask_to_succeed(lou, secret=one.secret, now=NOON)
    let_keep(family.keeper, family.memorial, lou)
    actions.freeze(family.keeper, family.memorial, now=NOON)
    look_after_keeping(NOON)

    look_after_keeping(days(31))

    assert Freeze.objects.filter(by=family.keeper.person_id).exists()


def test_who_leaves_takes_their_successor_with_them(family: Cast, other: Viewer, successor: tuple) -> None:
    one, lou = successor
    actions.ask_to_succeed(lou, secret=one.secret, now=NOON)

    actions.resign(family.keeper, family.memorial, now=NOON)
    look_after_keeping(days(31))

    assert names_of_keepers(family.memorial) == {"Ruth"}


def test_a_stop_holds_for_a_month_whomever_the_keeper_names_anew(family: Cast, other: Viewer, successor: tuple) -> None:
    _, lou = successor
    actions.ask_to_succeed(lou, now=NOON)
    actions.stop_succession(other, family.memorial, Succession.objects.get(), now=days(1))

    for name in ("Lou again", "Lou once more"):
        actions.name_nobody(family.keeper, family.memorial, now=days(2))
        actions.name_successor(family.keeper, family.memorial, name=name, address="lou@example.org", now=days(2))
        actions.ask_to_succeed(lou, now=days(3))
    stopped = Succession.objects.filter(stopped_at=None).exists()
    actions.ask_to_succeed(lou, now=days(32))

    assert not stopped
    assert Succession.objects.get(stopped_at=None).asked_at == days(32)


def test_naming_somebody_else_ends_what_the_first_one_has_asked(family: Cast, successor: tuple) -> None:
    _, lou = successor
    actions.ask_to_succeed(lou, now=NOON)

    actions.name_successor(family.keeper, family.memorial, name="Ona", address="ona@example.org", now=NOON)

    assert not Succession.objects.exists()


def test_whoever_has_an_address_that_is_only_like_the_one_that_was_named_does_not_follow(family: Cast) -> None:
    like = Viewer(person_id=Person.objects.create_user("anna@xn--strae-oqa.example").id)
    actions.name_successor(family.keeper, family.memorial, name="Anna", address="anna@strasse.example", now=NOON)

    actions.ask_to_succeed(like, now=NOON)

    assert not Succession.objects.exists()
