"""Each piece is given a lane by the worker, once for its words, and goes where the family's choice leads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from snowdrop.comfort import actions, readers
from snowdrop.comfort.content import Content, read_content
from snowdrop.comfort.intake import new_once, read_fields
from snowdrop.comfort.models import Claim, Comfort, PassedOn
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground import journal
from snowdrop.ground.models import Entry, ReaderPlace
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import ReadingRule
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding import screening
from tests.world.cast import NOON, Cast, a_family, a_person, let_into_circle
from tests.world.guests import fields, send

pytestmark = pytest.mark.django_db(transaction=True)

GREEN, AMBER, RED = "Thinking of you.", "Order our urns today.", "You brought this on yourself."
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


def choose(cast: Cast, choice: str, **given: Any) -> ReadingRule:
    rule = memorials.choose_first_reading(cast.keeper, cast.memorial, choice, **given, now=NOON)
    cast.memorial.refresh_from_db()
    return rule


def a_trusted_friend(cast: Cast) -> tuple[Viewer, Any]:
    friend, circle = a_person("Ana"), memorials.make_circle(cast.keeper, cast.memorial, name="Family", now=NOON)
    let_into_circle(cast.keeper, circle, friend)
    return friend, circle


def send_signed_in(cast: Cast, sender: Viewer | None, **given: str) -> Comfort:
    door = actions.door_of(cast.memorial)
    arrival = replace(read_fields(fields(language="en", **given), door), sender=sender.person_id if sender else None)
    actions.receive([(door, arrival)], now=LATER)
    return actions.sent_with(arrival.once)


def look() -> None:
    for name in ("comfort-lanes", "comfort-passes", "comfort-desks"):
        reader = next(one for one in journal.readers() if one.name == name)
        while journal.catch_up(reader):
            pass


def now_of(comfort: Comfort) -> tuple[str, str | None]:
    comfort.refresh_from_db()
    return comfort.place, comfort.lane


@pytest.mark.parametrize(("words", "lane"), [(GREEN, "green"), (AMBER, "amber"), (RED, "red")])
def test_the_worker_gives_each_piece_its_lane_and_twice_is_the_same(cast: Cast, words: str, lane: str) -> None:
    comfort = send(cast.memorial, words=words, language="en")
    assert now_of(comfort) == (Place.HELD, None)

    look()
    first = (now_of(comfort), comfort.steps.count())
    ReaderPlace.objects.all().delete()
    look()

    assert (now_of(comfort), comfort.steps.count()) == first
    assert first[0] == (Place.GUARDED if lane == "red" else Place.HELD, lane)


def test_taking_in_asks_the_database_no_more_than_before_and_looks_at_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screening, "RULES", None)
    with CaptureQueriesContext(connection) as asked:
        send(cast.memorial, words=RED)

    written = [one["sql"] for one in asked.captured_queries if one["sql"].startswith(("INSERT", "UPDATE"))]
    assert written == [], "beside its two rows, of which Django keeps no list (ground/rows.py)"
    assert Comfort.objects.get().lane is None


def test_a_rule_that_crashes_means_amber(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(asked: object) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(screening, "RULES", (broken,))
    choose(cast, "flagged")
    comfort = send(cast.memorial, now=LATER)

    look()

    assert now_of(comfort) == (Place.HELD, "amber")


@pytest.mark.parametrize("place", [Place.HELD, Place.KEPT_OUT])
def test_a_piece_that_was_damaged_holds_up_no_other(cast: Cast, place: Place) -> None:
    damaged, whole = send(cast.memorial, words=GREEN), send(cast.memorial, words=GREEN, language="en")
    Comfort.objects.filter(pk=damaged.pk).update(sealed=b"damaged", place=place)

    look()

    assert now_of(damaged) == (place, "amber" if place is Place.HELD else None)
    assert now_of(whole) == (Place.HELD, "green")


def test_changed_words_are_looked_at_anew_while_nobody_has_read_them(cast: Cast) -> None:
    once = new_once()
    comfort = send(cast.memorial, once=once, words=GREEN, language="en")
    seen = []
    for words in (AMBER, RED, GREEN):
        look()
        seen.append(now_of(comfort))
        actions.correct(once, Content(words, "", "", ""), now=LATER)
    look()

    assert seen == [(Place.HELD, "green"), (Place.HELD, "amber"), (Place.GUARDED, "red")]
    assert now_of(comfort) == (Place.HELD, "green")


def test_a_lane_is_never_given_to_words_that_were_not_looked_at(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    once = new_once()
    comfort = send(cast.memorial, once=once, words=GREEN, language="en")
    real = readers.look_at

    def changed_meanwhile(pieces: list[Comfort], **given: Any) -> Any:
        actions.correct(once, Content(RED, "", "", ""), now=LATER)
        return real(pieces, **given)

    monkeypatch.setattr(readers, "look_at", changed_meanwhile)
    readers.look_at_what_came(list(Entry.objects.filter(verb="comfort.received")))

    assert now_of(comfort) == (Place.HELD, None)
    monkeypatch.undo()
    look()
    assert now_of(comfort) == (Place.GUARDED, "red")


def test_by_flagged_only_what_no_rule_has_marked_passes_and_its_step_names_the_choice_and_nobody(cast: Cast) -> None:
    rule = choose(cast, "flagged")
    pieces = [send(cast.memorial, words=words, language="en", now=LATER) for words in (GREEN, AMBER, RED)]

    look()

    assert [now_of(one)[0] for one in pieces] == [Place.WAITING, Place.HELD, Place.GUARDED]
    [step] = pieces[0].steps.all()
    assert (step.by, step.rule, step.came_from, step.went_to) == (None, rule.pk, Place.HELD, Place.WAITING)
    assert (rule.by, rule.at) == (cast.keeper.person_id, NOON)


def test_by_circles_only_signed_in_people_of_the_chosen_circle_pass_never_a_typed_name(cast: Cast) -> None:
    friend, circle = a_trusted_friend(cast)
    other = memorials.make_circle(cast.keeper, cast.memorial, name="Work", now=NOON)
    let_into_circle(cast.keeper, other, colleague := a_person("Cem"))
    choose(cast, "circles", circles=[circle.pk])
    sent = {
        "friend": send_signed_in(cast, friend, words=GREEN),
        "friend, marked": send_signed_in(cast, friend, words=AMBER),
        "typed name": send_signed_in(cast, None, words=GREEN, name="Ana"),
        "other circle": send_signed_in(cast, colleague, words=GREEN),
        "stranger": send_signed_in(cast, cast.stranger, words=GREEN),
    }

    look()

    assert [name for name, one in sent.items() if now_of(one)[0] == Place.WAITING] == ["friend"]


def test_whoever_has_left_the_circle_passes_no_more(cast: Cast) -> None:
    friend, circle = a_trusted_friend(cast)
    choose(cast, "circles", circles=[circle.pk])
    memorials.leave_circles(friend, cast.memorial, now=LATER)
    comfort = send_signed_in(cast, friend, words=GREEN)

    look()

    assert now_of(comfort)[0] == Place.HELD


def test_a_choice_moves_nothing_that_has_come_unless_the_family_presses(cast: Cast) -> None:
    before = send(cast.memorial, words=GREEN, language="en", now=NOON - timedelta(hours=1))
    cruel = send(cast.memorial, words=RED, language="en", now=NOON - timedelta(hours=1))
    choose(cast, "flagged")
    look()
    stayed = now_of(before)[0]

    rule = choose(cast, "flagged", held_too=True)
    look()

    assert (stayed, now_of(before)[0], now_of(cruel)[0]) == (Place.HELD, Place.WAITING, Place.GUARDED)
    assert before.steps.get().rule == rule.pk


@pytest.mark.parametrize("in_hand", ["claimed", "passed on", "kept for later", "read again", "asked"])
def test_what_somebody_has_had_in_hand_passes_by_no_choice(cast: Cast, in_hand: str) -> None:
    once = new_once()
    comfort = send(cast.memorial, once=once, words=GREEN, language="en", now=LATER)
    acts: dict[str, list[Any]] = {
        "claimed": [actions.claim],
        "passed on": [actions.pass_on],
        "kept for later": [actions.keep_for_later],
        "read again": [actions.keep_away, actions.read_again],
        "asked": [actions.ask_sender],
    }
    for act in acts[in_hand]:
        act(cast.helper, comfort, now=LATER)
    if in_hand == "asked":
        actions.correct(once, Content("So sorry.", "", "", ""), now=LATER)
    choose(cast, "flagged", held_too=True)

    look()

    assert now_of(comfort)[0] in (Place.HELD, Place.LATER)
    assert Claim.objects.exists() or PassedOn.objects.exists() or comfort.steps.exists()


def test_what_has_passed_and_is_changed_is_for_a_person_to_read(cast: Cast) -> None:
    once = new_once()
    choose(cast, "flagged")
    comfort = send(cast.memorial, once=once, words=GREEN, language="en", now=LATER)
    look()
    assert now_of(comfort)[0] == Place.WAITING

    actions.correct(once, Content("Thinking of you both.", "", "", ""), now=LATER)
    look()

    assert now_of(comfort) == (Place.HELD, "green")


def test_by_ourselves_helpers_have_no_desk_and_keepers_do(cast: Cast) -> None:
    comfort = send(cast.memorial, words=GREEN, language="en", now=LATER)
    actions.claim(cast.helper, comfort, now=LATER)
    choose(cast, "ourselves")
    look()

    with pytest.raises(NotAllowed):
        actions.take_next(cast.helper, cast.memorial, now=LATER)
    assert not Claim.objects.exists()
    assert not Comfort.objects.unread_by(cast.helper).exists()
    assert actions.take_next(cast.keeper, cast.memorial, now=LATER) == comfort
    choose(cast, "somebody")
    assert Comfort.objects.unread_by(cast.helper).exists()


def test_by_nobody_cruelty_is_taken_out_of_the_waiting_room_unless_somebody_let_it_in(cast: Cast) -> None:
    rule = choose(cast, "nobody")
    straight, kind = (send(cast.memorial, words=words, language="en", now=LATER) for words in (RED, GREEN))
    assert [one.steps.get().rule for one in (straight, kind)] == [rule.pk] * 2
    look()

    assert [now_of(one) for one in (straight, kind)] == [(Place.GUARDED, "red"), (Place.WAITING, "green")]


def test_the_desk_looks_by_itself_where_the_worker_is_late(cast: Cast) -> None:
    cruel = send(cast.memorial, words=RED, language="en")
    kind = send(cast.memorial, words=GREEN, language="en")

    given = actions.take_next(cast.helper, cast.memorial, now=NOON)

    assert given == kind and now_of(cruel) == (Place.GUARDED, "red")
    assert read_content(kind).words == GREEN


def test_a_part_of_the_journal_is_read_together_and_none_is_left(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "READ_AT_ONCE", 3)
    pieces = [send(cast.memorial, language="en") for _ in range(8)]

    look()

    assert {now_of(one)[1] for one in pieces} == {"green"}
