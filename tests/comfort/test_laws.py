"""The laws of the queue (trust.md T30, T31): nothing leaks from the hold, and each piece is in exactly one place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from django.contrib.messages import get_messages
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snowdrop.comfort import actions
from snowdrop.comfort.content import Content, read_content
from snowdrop.comfort.intake import digest_of_once, new_once, read_fields
from snowdrop.comfort.models import Comfort, Gathered, Step
from snowdrop.comfort.vocabulary import LET_THROUGH, Place
from snowdrop.console.importing import import_comfort
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials.actions import describe_memorial
from tests.world.browsers import browser_of, text_of
from tests.world.cast import NOON, a_family
from tests.world.guests import fields, send
from tests.world.on_page import pieces_shown_to

pytestmark = pytest.mark.django_db

CANARY = {"words": "canary-w", "name": "canary-n", "relation": "canary-r", "reach": "canary@example.org"}


@pytest.mark.parametrize("decision", ["held", "later", "away", "worries"])
def test_nothing_of_a_held_item_is_on_any_page_before_it_is_let_through(decision: str) -> None:
    cast = a_family(published_to="everybody")
    describe_memorial(cast.keeper, cast.memorial, on_the_page="let-through", now=NOON)
    slug, helper, keeper = cast.memorial.slug, browser_of(cast.helper), browser_of(cast.keeper)
    comfort = send(cast.memorial, **CANARY)
    assert "canary-w" in helper.get(f"/m/{slug}/reading/").content.decode()

    if decision != "held":
        helper.post(f"/m/{slug}/reading/{comfort.handle}/", {"decision": decision})

    addresses = [
        *(f"/m/{slug}/{page}" for page in ("waiting/", "waiting/?say=yes", "opened/", "opened/?apart=yes")),
        *(f"/m/{slug}/{page}" for page in ("quiet/", "quiet/?ask=yes", "comfort/", "send/", "reading/set-aside/")),
        f"/m/{slug}/opened/{comfort.handle}/",
    ]
    answers = [browser.get(address) for browser in (keeper, Client()) for address in addresses]
    answers += [
        keeper.post(f"/m/{slug}/waiting/open/", data, follow=True)
        for data in ({}, {"kind": "words"}, {"sender": "canary-n"}, {"sender": "canary@example.org"})
    ]
    answers.append(keeper.post(f"/m/{slug}/quiet/", follow=True))
    answers.append(keeper.post(f"/m/{slug}/opened/{comfort.handle}/place/", {"to": "kept"}, follow=True))
    assert not any("canary" in text_of(answer).lower().replace('value="canary', "") for answer in answers)
    assert pieces_shown_to(cast.memorial) == ()


def test_words_that_were_changed_after_they_were_let_through_are_seen_by_nobody_before_they_are_read_again() -> None:
    for place in (None, actions.open_comfort, actions.keep_comfort):
        with rolled_back():
            cast, once = a_family(published_to="everybody"), new_once()
            describe_memorial(cast.keeper, cast.memorial, on_the_page="let-through", now=NOON)
            comfort = send(cast.memorial, once=once)
            actions.let_through(cast.helper, comfort, now=NOON)
            if place:
                place(cast.keeper, comfort, now=NOON)
            assert pieces_shown_to(cast.memorial)

            Client().post(f"/sent/{once}/correction/", {"words": "canary-w"})

            assert pieces_shown_to(cast.memorial) == ()
            assert not Comfort.objects.of_family(cast.keeper).exists()


def test_once_let_through_the_same_canary_is_found_so_the_test_above_can_fail() -> None:
    cast = a_family(published_to="everybody")
    describe_memorial(cast.keeper, cast.memorial, on_the_page="let-through", now=NOON)

    actions.let_through(cast.helper, send(cast.memorial, **CANARY), now=NOON)

    keeper, slug = browser_of(cast.keeper), cast.memorial.slug
    opened = text_of(keeper.post(f"/m/{slug}/waiting/open/", {"sender": "canary-n"}, follow=True))
    page = Client().get(f"/m/{slug}/more/").content.decode()
    assert all(word in opened and word in page for word in ("canary-w", "canary-n", "canary-r"))
    assert "canary@example.org" not in opened + page


def test_what_is_said_after_an_act_is_never_what_people_wrote() -> None:
    cast = a_family(published_to="everybody")
    comfort, helper = send(cast.memorial, **CANARY), browser_of(cast.helper)

    decided = helper.post(f"/m/{cast.memorial.slug}/reading/{comfort.handle}/", {"decision": "through"})

    said = [str(message) for message in get_messages(decided.wsgi_request)]
    assert said == ["It was let through to the waiting room."]
    assert "canary" not in text_of(decided)


READERS = (
    actions.let_through,
    actions.keep_for_later,
    actions.keep_away,
    actions.worry_about,
    actions.ask_sender,
    actions.pass_on,
    actions.claim,
    actions.read_again,
)
FAMILY = (actions.open_comfort, actions.keep_comfort, actions.put_back, actions.put_apart)
MOVES = st.tuples(st.sampled_from(["keeper", "helper", "stranger", "nobody"]), st.sampled_from(READERS + FAMILY))
READINGS = st.tuples(st.sampled_from(["keeper", "helper"]), st.sampled_from(READERS))
OPENINGS = st.tuples(st.just("keeper"), st.sampled_from(FAMILY))
SENDERS = st.sampled_from(["correct", "take back", "replay", "other words", "import", "open page"])
# Most acts come from those who may do them, so that a story gets somewhere.
STORIES = st.lists(st.one_of(READINGS, OPENINGS, MOVES, SENDERS), max_size=12)


@pytest.mark.slow
@given(story=STORIES, straight=st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_piece_is_in_one_place_and_only_a_named_person_or_the_familys_own_rule_lets_it_through(
    story: list[object], straight: bool
) -> None:
    with rolled_back():
        told = Told(straight)

        for act in story:
            told.happen(act)

            told.holds()


class Told:
    """One piece of comfort, what was done with it, and which of its words somebody has let through by name."""

    def __init__(self, straight: bool) -> None:
        self.cast, self.once, self.straight = a_family(published_to="everybody"), new_once(), straight
        rule = "nobody" if straight else "somebody"
        describe_memorial(self.cast.keeper, self.cast.memorial, on_the_page="let-through", first_reading=rule, now=NOON)
        self.given = fields(once=self.once, kind="flower", flower="rose", words="Words 0")
        send(self.cast.memorial, **dict(self.given))
        self.versions = 0
        self.let_through: set[str] = {"Words 0"} if straight else set()

    def happen(self, act: object) -> None:
        with suppress(NotAllowed, actions.AlreadyMoved, actions.WithAnother):
            self._act(act)

    def _act(self, act: object) -> None:
        door = actions.door_of(self.cast.memorial)
        if isinstance(act, tuple):
            who, move = act
            comfort = actions.sent_with(self.once)
            move(self.cast.everybody()[who], comfort, now=NOON)
            if move is actions.let_through:
                assert who in ("keeper", "helper")
                self.let_through.add(read_content(comfort).words)
        elif act == "correct":
            self.versions += 1
            actions.correct(self.once, Content(f"Words {self.versions}", "", "", ""), now=NOON)
            if self.straight:
                self.let_through.add(f"Words {self.versions}")
        elif act == "take back":
            actions.take_back(self.once, now=NOON)
        elif act == "open page":
            actions.open_page(self.cast.keeper, self.cast.memorial, most=50, now=NOON)
        elif act == "import":
            line = json.dumps({"kind": "flower", "words": "Imported", "id": "one"}).encode()
            import_comfort([line], self.cast.memorial, now=NOON, progress=lambda lines: None)
            if self.straight:
                self.let_through.add("Imported")
        else:
            other = {"words": "Other words"} if act == "other words" else {}
            actions.receive([(door, read_fields(({**dict(self.given), **other}).items(), door))], now=NOON)

    def holds(self) -> None:
        [comfort] = Comfort.objects.filter(arrival=digest_of_once(self.once))
        steps = list(Step.objects.filter(comfort=comfort).order_by("id"))
        places = [Place.HELD, *(step.went_to for step in steps)]
        assert [step.came_from for step in steps] == places[:-1] and comfort.place == places[-1]
        assert all(step.by or (self.straight and step.rule) for step in steps if step.went_to in LET_THROUGH)
        seen = {
            read_content(piece).words
            for rows in (
                Comfort.objects.of_family(self.cast.keeper),
                Comfort.objects.visible_to(self.cast.nobody),
                Comfort.objects.filter(shown__isnull=False),
            )
            for piece in rows
        }
        assert seen <= self.let_through
        assert Comfort.objects.count() <= 2
        standing = Comfort.objects.filter(place__in=LET_THROUGH).count()
        assert sum(row.number for row in Gathered.objects.all()) == standing


@contextmanager
def rolled_back() -> Iterator[None]:
    """Nothing of one story is left for the next."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.django_db(transaction=True)
def test_every_act_brings_its_own_transaction() -> None:
    cast = a_family(published_to="everybody")
    comfort = send(cast.memorial)

    for viewer, act in (
        (cast.helper, actions.keep_for_later),
        (cast.helper, actions.read_again),
        (cast.helper, actions.let_through),
        (cast.keeper, actions.open_comfort),
        (cast.keeper, actions.keep_comfort),
        (cast.keeper, actions.put_apart),
        (cast.keeper, actions.put_back),
    ):
        act(viewer, comfort, now=NOON)
    opened = actions.open_page(cast.keeper, cast.memorial, most=50, now=NOON)

    assert [piece.pk for piece in opened] == [comfort.pk]
