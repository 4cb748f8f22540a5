"""Comfort: kept once, read first, opened by the family alone, taken back by its sender."""

from __future__ import annotations

import pytest
from django.db import connection

from snowdrop.comfort import actions
from snowdrop.comfort.content import Content, read_content
from snowdrop.comfort.intake import NeedsAttention, new_once, read_fields
from snowdrop.comfort.models import Comfort, Gathered, Step
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground.models import Entry
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials.actions import describe_memorial
from tests.world.cast import NOON, Cast, a_family
from tests.world.guests import fields, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    cast = a_family(published_to="everybody")
    describe_memorial(cast.keeper, cast.memorial, on_the_page="let-through", now=NOON)
    return cast


def who_sees(cast: Cast) -> set[str]:
    return {name for name, viewer in cast.everybody().items() if Comfort.objects.visible_to(viewer).exists()}


def test_what_a_guest_sent_is_held_and_only_its_first_readers_see_it(cast: Cast) -> None:
    comfort = send(cast.memorial, words="We think of Ilse.", name="Ruth")

    assert comfort.place == Place.HELD
    assert who_sees(cast) == {"keeper", "helper"}
    assert not Comfort.objects.of_family(cast.keeper).exists()


def test_what_was_let_through_waits_for_the_family_and_stands_on_the_page(cast: Cast) -> None:
    comfort = send(cast.memorial)

    actions.let_through(cast.helper, comfort, now=NOON)

    assert comfort.place == Place.WAITING
    assert who_sees(cast) == {"keeper", "helper", "friend", "stranger", "nobody"}
    assert not Comfort.objects.of_family(cast.helper).exists()


def test_what_is_for_the_family_alone_never_stands_on_the_page(cast: Cast) -> None:
    comfort = send(cast.memorial, family_only="yes")
    actions.let_through(cast.keeper, comfort, now=NOON)
    assert Comfort.objects.of_family(cast.keeper).exists()

    assert who_sees(cast) == {"keeper"}


def test_what_was_kept_away_is_seen_by_nobody_even_when_its_sender_corrects_it(cast: Cast) -> None:
    once = new_once()
    comfort = send(cast.memorial, once=once)
    actions.keep_away(cast.helper, comfort, now=NOON)

    actions.correct(once, Content("Other words", "", "", ""), now=NOON)

    assert actions.sent_with(once).place == Place.SEALED
    assert who_sees(cast) == set()


def test_words_that_were_corrected_after_they_were_let_through_are_read_first_again(cast: Cast) -> None:
    once = new_once()
    actions.let_through(cast.helper, send(cast.memorial, once=once), now=NOON)
    assert "stranger" in who_sees(cast)

    actions.correct(once, Content("Other words", "Ruth", "", ""), now=NOON)

    corrected = actions.sent_with(once)
    assert (corrected.place, corrected.shown, read_content(corrected).words) == (Place.HELD, None, "Other words")
    assert who_sees(cast) == {"keeper", "helper"}


def test_taking_it_back_removes_the_words_wherever_they_are(cast: Cast) -> None:
    once = new_once()
    actions.let_through(cast.helper, send(cast.memorial, once=once, kind="flower", flower="rose"), now=NOON)

    actions.take_back(once, now=NOON)
    actions.take_back(once, now=NOON)

    gone = actions.sent_with(once)
    assert (gone.place, read_content(gone)) == (Place.WITHDRAWN, Content("", "", "", ""))
    assert who_sees(cast) == set()
    assert Gathered.objects.get().number == 0


def test_a_memorial_without_first_reading_sends_it_straight_to_the_waiting_room(cast: Cast) -> None:
    describe_memorial(cast.keeper, cast.memorial, first_reading="nobody", now=NOON)

    comfort = send(cast.memorial, kind="flower", flower="daisy")

    assert (comfort.place, Gathered.objects.get().number) == (Place.WAITING, 1)


def test_the_same_token_is_kept_once_and_other_words_under_it_are_not_kept(cast: Cast) -> None:
    door, once = actions.door_of(cast.memorial), new_once()
    first = read_fields(fields(once=once, words="One"), door)
    other = read_fields(fields(once=once, words="Two"), door)

    together = actions.receive([(door, first), (door, first), (door, other)], now=NOON)
    later = actions.receive([(door, first), (door, other)], now=NOON)

    assert together == ["kept", "kept before", "other words"]
    assert later == ["kept before", "other words"]
    assert Comfort.objects.count() == Entry.objects.filter(verb="comfort.received").count() == 1


@pytest.mark.parametrize("who", ["friend", "stranger", "nobody"])
def test_nobody_else_reads_first(cast: Cast, who: str) -> None:
    comfort = send(cast.memorial)

    for act in (actions.let_through, actions.keep_for_later, actions.keep_away, actions.worry_about):
        with pytest.raises(NotAllowed):
            act(cast.everybody()[who], comfort, now=NOON)

    assert Comfort.objects.get().place == Place.HELD


@pytest.mark.parametrize("who", ["helper", "friend", "stranger", "nobody"])
def test_nobody_but_the_family_opens_what_waits(cast: Cast, who: str) -> None:
    comfort = send(cast.memorial)
    actions.let_through(cast.helper, comfort, now=NOON)

    for act in (actions.open_comfort, actions.keep_comfort, actions.put_apart):
        with pytest.raises(NotAllowed):
            act(cast.everybody()[who], comfort, now=NOON)

    assert Comfort.objects.get().place == Place.WAITING


def test_of_two_who_decide_at_the_same_moment_one_wins_and_the_other_is_told(cast: Cast) -> None:
    send(cast.memorial)
    mine, yours = Comfort.objects.get(), Comfort.objects.get()
    actions.let_through(cast.helper, mine, now=NOON)

    with pytest.raises(actions.AlreadyMoved):
        actions.keep_away(cast.keeper, yours, now=NOON)

    assert (Comfort.objects.get().place, Step.objects.count()) == (Place.WAITING, 1)


def test_a_reader_may_undo_their_own_decision_until_it_is_opened(cast: Cast) -> None:
    comfort = send(cast.memorial, kind="flower", flower="rose")
    actions.let_through(cast.helper, comfort, now=NOON)

    actions.read_again(cast.helper, comfort, now=NOON)
    assert (comfort.place, Gathered.objects.get().number) == (Place.HELD, 0)

    actions.let_through(cast.helper, comfort, now=NOON)
    actions.open_comfort(cast.keeper, comfort, now=NOON)
    with pytest.raises(actions.AlreadyMoved):
        actions.read_again(cast.helper, comfort, now=NOON)


def test_the_words_are_sealed_in_the_database(cast: Cast) -> None:
    send(cast.memorial, words="Canary words", name="Canary name", relation="aunt", reach="canary@example.org")

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM comfort_comfort")
        stored = b"".join(bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode() for v in cursor.fetchone())

    assert b"anary" not in stored
    assert read_content(Comfort.objects.get()).reach == "canary@example.org"


@pytest.mark.parametrize(
    ("given", "asked_about"),
    [
        ({"kind": "balloon"}, "kind"),
        ({"words": "  "}, "words"),
        ({"words": "x" * 10_001}, "words"),
        ({"name": "x" * 121}, "name"),
        ({"reach": "not an address"}, "reach"),
        ({"flower": "tulip"}, "flower"),
        ({"once": "short"}, ""),
        ({"once": "g" * 44}, ""),
        ({"website": "https://shop.example"}, ""),
        ({"other": "field"}, ""),
    ],
)
def test_a_form_that_is_not_in_order_is_answered_with_a_sentence(
    cast: Cast, given: dict[str, str], asked_about: str
) -> None:
    with pytest.raises(NeedsAttention) as refused:
        read_fields(fields(**given), actions.door_of(cast.memorial))

    assert list(refused.value.problems) == [asked_about]
    assert str(refused.value.problems[asked_about]).endswith(".")


def test_a_field_that_is_there_twice_is_not_guessed_at(cast: Cast) -> None:
    with pytest.raises(NeedsAttention):
        read_fields([*fields(), ("words", "Others")], actions.door_of(cast.memorial))


def test_a_kind_that_the_family_does_not_welcome_is_refused(cast: Cast) -> None:
    describe_memorial(cast.keeper, cast.memorial, kinds=["words"], now=NOON)

    with pytest.raises(NeedsAttention):
        read_fields(fields(kind="prayer"), actions.door_of(cast.memorial))


def test_every_script_comes_back_as_it_was_sent(cast: Cast) -> None:
    words = "שלום 🕊️ ありがとう\r\nमिलते हैं\n👩‍👩‍👧 \u202eabc\u0000"

    comfort = send(cast.memorial, words=words)

    assert read_content(comfort).words == "שלום 🕊️ ありがとう\nमिलते हैं\n👩‍👩‍👧 \u202eabc"
