"""Keeping a memorial together: agreeing, leaving, handing over, freezing."""

from __future__ import annotations

import pytest

from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions
from snowdrop.memorials.actions.inviting import make_invitation
from snowdrop.memorials.models import Freeze, Helper, Member, Memorial
from snowdrop.memorials.queries import InvitationIsOver
from snowdrop.memorials.rules import Frozen
from snowdrop.memorials.vocabulary import OnThePage, Purpose
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions as tributes
from tests.world.cast import NOON, Cast, a_family, a_person, let_into_circle
from tests.world.keeping import invite_keeper, let_keep, names_of_keepers

pytestmark = pytest.mark.django_db


@pytest.fixture
def family() -> Cast:
    return a_family()


# Coming


def test_one_keeper_decides_alone(family: Cast) -> None:
    ruth = a_person("Ruth")

    let_keep(family.keeper, family.memorial, ruth)

    assert names_of_keepers(family.memorial) == {"Mira", "Ruth"}


def test_an_invitation_opens_nothing_until_every_other_keeper_agrees(family: Cast, other: Viewer) -> None:
    ona, third = a_person("Ona"), a_person("Sam")
    let_keep(family.keeper, family.memorial, third)
    invitation, secret = invite_keeper(family.keeper, family.memorial, ona)

    actions.answer_invitation(other, family.memorial, invitation, agrees=True, now=NOON)
    with pytest.raises(InvitationIsOver):
        actions.accept_invitation(ona, secret=secret, now=NOON)
    actions.answer_invitation(third, family.memorial, invitation, agrees=False, now=NOON)
    with pytest.raises(InvitationIsOver):
        actions.accept_invitation(ona, secret=secret, now=NOON)
    actions.answer_invitation(third, family.memorial, invitation, agrees=True, now=NOON)
    actions.accept_invitation(ona, secret=secret, now=NOON)

    assert names_of_keepers(family.memorial) == {"Mira", "Ruth", "Sam", "Ona"}


def test_an_answer_can_be_taken_back_and_then_opens_nothing(family: Cast, other: Viewer) -> None:
    ona = a_person("Ona")
    invitation, secret = invite_keeper(family.keeper, family.memorial, ona)
    actions.answer_invitation(other, family.memorial, invitation, agrees=True, now=NOON)

    actions.answer_invitation(other, family.memorial, invitation, agrees=None, now=NOON)

    with pytest.raises(InvitationIsOver):
        actions.accept_invitation(ona, secret=secret, now=NOON)


def test_somebody_who_came_meanwhile_has_to_agree_too(family: Cast, other: Viewer) -> None:
    ona, late = a_person("Ona"), a_person("Kim")
    invitation, secret = invite_keeper(family.keeper, family.memorial, ona)
    actions.answer_invitation(other, family.memorial, invitation, agrees=True, now=NOON)
    let_keep(family.keeper, family.memorial, late)

    with pytest.raises(InvitationIsOver):
        actions.accept_invitation(ona, secret=secret, now=NOON)

    assert names_of_keepers(family.memorial) == {"Mira", "Ruth", "Kim"}


def test_several_agree_to_somebody_and_not_to_whoever_holds_a_link(family: Cast, other: Viewer) -> None:
    with pytest.raises(actions.WithoutAddress):
        actions.invite(family.keeper, family.memorial, purpose=Purpose.KEEPER, name="Ona", now=NOON)


def test_a_link_of_when_one_kept_it_alone_lets_nobody_in_once_two_do(family: Cast) -> None:
    ona, ruth = a_person("Ona"), a_person("Ruth")
    invitation, secret = actions.invite(family.keeper, family.memorial, purpose=Purpose.KEEPER, now=NOON)
    actions.accept_invitation(ona, secret=secret, now=NOON)
    let_keep(family.keeper, family.memorial, ruth)

    with pytest.raises(actions.NotAllAgree):
        actions.let_in(family.keeper, family.memorial, invitation.__class__.objects.get(pk=invitation.pk), now=NOON)

    assert names_of_keepers(family.memorial) == {"Mira", "Ruth"}


def test_only_keepers_answer_and_nobody_answers_their_own_invitation(family: Cast, other: Viewer) -> None:
    invitation, _ = invite_keeper(family.keeper, family.memorial, a_person("Ona"))

    for person in (family.keeper, family.helper, family.stranger, family.nobody):
        with pytest.raises(NotAllowed):
            actions.answer_invitation(person, family.memorial, invitation, agrees=True, now=NOON)


def test_who_keeps_it_needs_no_other_way_in(family: Cast) -> None:
    circle = actions.make_circle(family.keeper, family.memorial, name="Family", now=NOON)
    let_into_circle(family.keeper, circle, family.helper)

    let_keep(family.keeper, family.memorial, family.helper)

    assert not Helper.objects.filter(memorial=family.memorial).exists()
    assert not Member.objects.filter(memorial=family.memorial).exists()


def test_no_act_of_one_ends_the_keeping_of_another(family: Cast, other: Viewer) -> None:
    person = Person.objects.get(pk=other.person_id)

    with pytest.raises(NotAllowed):
        actions.shut_the_door(family.keeper, family.memorial, person, now=NOON)

    assert family.memorial in Memorial.objects.kept_by(other)


# Leaving, handing over


def test_one_who_leaves_sees_its_rooms_no_more_and_the_others_go_on(family: Cast, other: Viewer) -> None:
    actions.freeze(family.keeper, family.memorial, now=NOON)

    actions.resign(family.keeper, family.memorial, now=NOON)

    assert not Memorial.objects.visible_to(family.keeper).exists()
    assert names_of_keepers(family.memorial) == {"Ruth"}
    assert not Freeze.objects.exists()


def test_the_last_one_cannot_leave(family: Cast) -> None:
    with pytest.raises(actions.LastKeeper):
        actions.resign(family.keeper, family.memorial, now=NOON)

    assert names_of_keepers(family.memorial) == {"Mira"}


def test_what_somebody_had_for_themselves_alone_stays_sealed_when_they_leave(family: Cast, other: Viewer) -> None:
    letter = tributes.write_letter(family.keeper, family.memorial, words="Dear Ilse", audience="me", now=NOON)
    assert letter in type(letter).objects.visible_to(family.keeper)

    actions.resign(family.keeper, family.memorial, now=NOON)

    assert type(letter).objects.filter(pk=letter.pk).exists()
    for viewer in (family.keeper, other, family.helper):
        assert letter not in type(letter).objects.visible_to(viewer)
        assert letter not in type(letter).objects.kept_by(viewer)


def test_whoever_hands_over_leaves_by_itself_when_the_other_comes(family: Cast) -> None:
    ona = a_person("Ona")
    invitation, secret = invite_keeper(family.keeper, family.memorial, ona)
    actions.hand_over(family.keeper, family.memorial, invitation, now=NOON)
    assert names_of_keepers(family.memorial) == {"Mira"}

    actions.accept_invitation(ona, secret=secret, now=NOON)

    assert names_of_keepers(family.memorial) == {"Ona"}


def test_whoever_stays_after_all_keeps_it_together(family: Cast) -> None:
    ona = a_person("Ona")
    invitation, secret = invite_keeper(family.keeper, family.memorial, ona)
    actions.hand_over(family.keeper, family.memorial, invitation, now=NOON)

    actions.stay(family.keeper, family.memorial, now=NOON)
    actions.accept_invitation(ona, secret=secret, now=NOON)

    assert names_of_keepers(family.memorial) == {"Mira", "Ona"}


def test_nobody_hands_over_what_another_keeps(family: Cast, other: Viewer) -> None:
    invitation, _ = invite_keeper(family.keeper, family.memorial, a_person("Ona"))

    with pytest.raises(NotAllowed):
        actions.hand_over(other, family.memorial, invitation, now=NOON)


# Freezing


def test_while_it_is_frozen_nothing_gets_wider_and_nobody_comes_in(family: Cast, other: Viewer) -> None:
    memorial, keeper, ona = family.memorial, family.keeper, a_person("Ona")
    circle = actions.make_circle(keeper, memorial, name="Family", now=NOON)
    accepted = actions.accept_invitation(
        ona, secret=actions.invite(keeper, memorial, purpose=Purpose.HELPER, now=NOON)[1], now=NOON
    )
    letter = tributes.write_letter(keeper, memorial, words="Dear Ilse", audience="everybody", now=NOON)
    tributes.take_away(keeper, letter, now=NOON)
    private = tributes.write_letter(keeper, memorial, words="Dear Ilse", audience="keepers", now=NOON)
    open_secret = actions.invite(keeper, memorial, purpose=Purpose.HELPER, now=NOON)[1]
    actions.freeze(other, memorial, now=NOON)
    wider = {
        "publish": lambda: actions.publish_memorial(keeper, memorial, to="link", now=NOON),
        "invite": lambda: actions.invite(keeper, memorial, purpose=Purpose.HELPER, now=NOON),
        "accept": lambda: actions.accept_invitation(family.stranger, secret=open_secret, now=NOON),
        "let in": lambda: actions.let_in(keeper, memorial, accepted, now=NOON),
        "link": lambda: actions.make_private_link(keeper, memorial, now=NOON),
        "show more": lambda: actions.describe_memorial(keeper, memorial, on_the_page=OnThePage.KEPT, now=NOON),
        "write wider": lambda: tributes.write_letter(keeper, memorial, words="x", audience="everybody", now=NOON),
        "widen": lambda: tributes.write_letter(
            keeper, memorial, words="x", letter_id=private.id, audience="circles", circles=[circle.id], now=NOON
        ),
        "put back": lambda: tributes.put_back(keeper, letter, now=NOON),
    }

    for name, act in wider.items():
        with pytest.raises(Frozen) as refusal:
            act()
        assert refusal.value.by == other.person_id, name


def test_while_it_is_frozen_showing_less_and_writing_to_each_other_go_on(family: Cast, other: Viewer) -> None:
    memorial, keeper = family.memorial, family.keeper
    actions.publish_memorial(keeper, memorial, to="everybody", now=NOON)
    letter = tributes.write_letter(keeper, memorial, words="Dear Ilse", audience="everybody", now=NOON)
    actions.freeze(other, memorial, now=NOON)

    tributes.write_letter(keeper, memorial, words="Dear Ilse", letter_id=letter.id, audience="link", now=NOON)
    tributes.write_letter(keeper, memorial, words="Dear Ruth", audience="keepers", now=NOON)
    tributes.take_away(keeper, letter, now=NOON)
    actions.publish_memorial(keeper, memorial, to="link", now=NOON)
    actions.end_helping(keeper, memorial, Helper.objects.get(memorial=memorial), now=NOON)
    actions.take_back_memorial(keeper, memorial, now=NOON)


def test_only_the_one_who_froze_lifts_it(family: Cast, other: Viewer) -> None:
    actions.freeze(other, family.memorial, now=NOON)

    actions.lift_freeze(family.keeper, family.memorial, now=NOON)
    with pytest.raises(Frozen):
        actions.publish_memorial(family.keeper, family.memorial, to="link", now=NOON)
    actions.lift_freeze(other, family.memorial, now=NOON)

    actions.publish_memorial(family.keeper, family.memorial, to="link", now=NOON)


def test_while_frozen_nobody_comes_off_the_list_and_no_unread_words_come_onto_the_page(
    family: Cast, other: Viewer
) -> None:
    keeper, memorial = family.keeper, family.memorial
    actions.describe_memorial(keeper, memorial, on_the_page=OnThePage.LET_THROUGH, now=NOON)
    (block,) = actions.keep_out(keeper, memorial, names=["Tom Berg"], now=NOON)
    actions.freeze(other, memorial, now=NOON)

    with pytest.raises(Frozen):
        actions.take_back_block(keeper, memorial, block, now=NOON)
    with pytest.raises(Frozen):
        actions.describe_memorial(keeper, memorial, first_reading="nobody", now=NOON)
    actions.describe_memorial(keeper, memorial, first_reading="somebody", words="Other words", now=NOON)

    assert memorial.blocks.exists()


@pytest.mark.parametrize("how", ["resigns", "is shut out", "stops helping"])
def test_the_open_invitations_of_somebody_who_is_gone_are_gone_too(family: Cast, other: Viewer, how: str) -> None:
    keeper, memorial, ana = family.keeper, family.memorial, a_person("Ana")
    circle = actions.make_circle(keeper, memorial, name="Family", now=NOON)
    theirs = other if how == "resigns" else family.helper
    given = {"purpose": Purpose.CIRCLE, "circle": circle, "address": "ana@example.org", "name": "Ana"}
    secret = make_invitation(theirs, memorial, **given, now=NOON)[1]
    _, own = actions.invite(keeper, memorial, **given, now=NOON)

    if how == "resigns":
        actions.resign(theirs, memorial, now=NOON)
    elif how == "is shut out":
        actions.shut_the_door(keeper, memorial, Person.objects.get(pk=theirs.person_id), now=NOON)
    else:
        actions.end_helping(keeper, memorial, Helper.objects.get(person_id=theirs.person_id), now=NOON)

    with pytest.raises(InvitationIsOver):
        actions.accept_invitation(ana, secret=secret, now=NOON)
    assert actions.accept_invitation(ana, secret=own, now=NOON).let_in_at


def test_whoever_leaves_does_not_come_back_by_an_invitation_to_themselves(family: Cast, other: Viewer) -> None:
    circle = actions.make_circle(other, family.memorial, name="Family", now=NOON)
    given = {"purpose": Purpose.CIRCLE, "circle": circle, "address": "ruth@example.org", "name": "R"}
    _, secret = actions.invite(family.keeper, family.memorial, **given, now=NOON)

    actions.resign(other, family.memorial, now=NOON)

    with pytest.raises(InvitationIsOver):
        actions.accept_invitation(other, secret=secret, now=NOON)
