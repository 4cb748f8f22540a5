"""People send, change, read, move and choose, and the worker runs whenever it runs: the hold must hold (trust.md T31).

The machine writes down what each of them did and which words may be seen by that, and looks at the database after each
step: whatever a keeper or a visitor can see must be explained by a person who let these words through by name, or by a
choice of the family that stood when these words came. It shares no rule with the program.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any, ClassVar

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from snowdrop.comfort import actions, readers
from snowdrop.comfort.content import Content, read_content
from snowdrop.comfort.intake import new_once, read_fields
from snowdrop.comfort.models import Comfort, Step
from snowdrop.comfort.queries import Wanted
from snowdrop.comfort.vocabulary import LET_THROUGH, Because, Place
from snowdrop.console.importing import import_comfort
from snowdrop.ground import clock
from snowdrop.ground.journal import Entry
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Memorial, ReadingRule
from snowdrop.memorials.rules import ItIsQuiet
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding import actions as staffing
from snowdrop.safeguarding import screening
from snowdrop.safeguarding.vocabulary_of_staff import Role
from tests.world.cast import NOON, a_family, a_person, let_help, let_into_circle
from tests.world.guests import fields

GREEN, AMBER, RED = "Thinking of you.", "Order our urns today.", "You brought this on yourself."
LANES = {GREEN: "green", AMBER: "amber", RED: "red"}
CHOICES = ("somebody", "flagged", "ourselves", "circles", "nobody")
texts = st.sampled_from([GREEN, GREEN, AMBER, AMBER, RED])
which = st.integers(0, 9)
senders = st.sampled_from(["guest", "Ana", "typed Ana", "stranger"])
readers_first = st.sampled_from(["helper", "helper", "other helper", "keeper", "stranger", "nobody"])
READING: tuple[Callable[..., Any], ...] = (
    actions.let_through,
    actions.let_through,
    actions.keep_for_later,
    actions.keep_away,
    actions.worry_about,
    actions.ask_sender,
    actions.pass_on,
    actions.claim,
    actions.read_again,
    actions.open_behind_warning,
)
FAMILY: tuple[Callable[..., Any], ...] = (
    actions.open_comfort,
    actions.keep_comfort,
    actions.put_back,
    actions.put_apart,
)
REFUSALS = (
    NotAllowed,
    ItIsQuiet,
    actions.AlreadyMoved,
    actions.WithAnother,
    actions.BehindWarning,
    Comfort.DoesNotExist,
)


@dataclass
class Piece:
    """What is known of one piece without asking the program: its words, when they came, and what was done with it."""

    once: str
    words: str
    text: str
    came: datetime
    sender: str
    may_be_seen: set[str] = field(default_factory=set)
    in_hand: bool = False


class HoldMachine(RuleBasedStateMachine):
    """One memorial, whose page shows what was let through."""

    sequences: ClassVar[int] = 0
    steps: ClassVar[int] = 0
    wrong: ClassVar[int] = 0

    @initialize(choice=st.sampled_from([*CHOICES, "flagged", "flagged", "circles"]), first=st.lists(texts, max_size=3))
    def open(self, choice: str, first: list[str]) -> None:
        type(self).sequences += 1
        self._whole = transaction.atomic()
        self._whole.__enter__()
        self.cast, self.now, self.number = a_family(published_to="everybody"), NOON, count()
        self.memorial = self.cast.memorial
        other, ana = a_person("Ola"), a_person("Ana")
        let_help(self.cast.keeper, self.memorial, other)
        circle = memorials.make_circle(self.cast.keeper, self.memorial, name="Family", now=NOON)
        let_into_circle(self.cast.keeper, circle, ana)
        self.circle, self.box = circle, actions.make_box(self.cast.keeper, self.memorial, name="Later", now=NOON)
        memorials.describe_memorial(self.cast.keeper, self.memorial, on_the_page="let-through", now=NOON)
        self.people = {**self.cast.everybody(), "other helper": other, "Ana": ana, "moderator": a_person("Mo")}
        self.choice, self.chosen_at, self.held_too, self.is_member = "somebody", NOON, False, True
        self.pieces: list[Piece] = []
        self.rules, self.real_clock, self.failed_until = screening.RULES, clock.now, NOON - timedelta(days=1)
        clock.now = lambda: self.now  # type: ignore[assignment]
        self.choose(choice, held_too=False)
        for text in first:
            self.send(text, "Ana", "words", is_looked_at=True)

    def teardown(self) -> None:
        screening.RULES = self.rules  # type: ignore[misc]
        clock.now = self.real_clock  # type: ignore[assignment]
        transaction.set_rollback(True)
        self._whole.__exit__(None, None, None)

    # What people send

    @rule(
        text=texts,
        sender=senders,
        kind=st.sampled_from(["words", "flower"]),
        is_looked_at=st.sampled_from([True, True, False]),
    )
    def send(self, text: str, sender: str, kind: str, is_looked_at: bool) -> None:
        memorial, words = self._fresh(), self._words(text)
        given = fields(once=new_once(), words=words, kind=kind, language="en", name=sender.removeprefix("typed "))
        door = actions.door_of(memorial)
        arrival = read_fields(given, door)
        if sender in ("Ana", "stranger"):
            arrival = replace(arrival, sender=self.people[sender].person_id)
        actions.receive([(door, arrival)], now=self.now)
        self._came(Piece(arrival.once, words, text, self.now, sender))
        if is_looked_at:
            self.catch_up()

    @rule(text=texts)
    def bring_in(self, text: str) -> None:
        memorial, words = self._fresh(), self._words(text)
        line = json.dumps({"kind": "words", "words": words, "language": "en", "sent_at": "2020-01-01"}).encode()
        known = set(Comfort.objects.values_list("pk", flat=True))
        for _ in range(2):  # the second time nothing is new
            import_comfort([line], memorial, now=self.now, progress=lambda lines: None)
        [row] = Comfort.objects.exclude(pk__in=known)
        self._came(Piece(row.handle, words, text, self.now, "import"))

    @precondition(lambda self: self.pieces)
    @rule(number=which, text=texts)
    def change(self, number: int, text: str) -> None:
        piece, words = self._piece(number), self._words(text)
        if piece.sender == "import":
            return
        with suppress(*REFUSALS):
            actions.correct(piece.once, Content(words, "", "", ""), now=self.now)
            was_held = self._row(piece).place == Place.HELD and not piece.may_be_seen and not piece.in_hand
            piece.words, piece.text, piece.came, piece.in_hand = words, text, self.now, not was_held
            if self.choice == "nobody":
                piece.may_be_seen.add(words)

    @precondition(lambda self: self.pieces)
    @rule(number=which)
    def take_back(self, number: int) -> None:
        piece = self._piece(number)
        if piece.sender != "import":
            actions.take_back(piece.once, now=self.now)
            piece.may_be_seen, piece.in_hand = set(), True

    # The worker, now or late, once or again, from any place in the journal

    @rule(begin=st.integers(0, 12), part=st.integers(1, 40))
    def look(self, begin: int, part: int) -> None:
        entries = list(Entry.objects.filter(memorial_id=self.memorial.pk).order_by("id"))
        new = [one for one in entries if one.verb in readers.TO_LOOK_AT]
        self._note_what_may_pass()
        readers.look_at_what_came(new[max(0, len(new) - begin - part) : len(new) - begin or None])

    @rule()
    def catch_up(self) -> None:
        self.look(0, 1000)
        for entry in Entry.objects.filter(memorial_id=self.memorial.pk, verb="first_reading.chosen").order_by("id"):
            readers.let_what_was_held_pass(entry)
            readers.clear_their_desk(entry)
        self._no_red_by_rule()

    @rule(fail=st.booleans())
    def rules_fail(self, fail: bool) -> None:
        def broken(asked: object) -> Any:
            raise ZeroDivisionError

        if self.rules != screening.RULES:
            self.failed_until = self.now
        screening.RULES = (broken,) if fail else self.rules  # type: ignore[misc,assignment]

    # What the family chooses

    @rule(choice=st.sampled_from(CHOICES), held_too=st.booleans())
    def choose(self, choice: str, held_too: bool) -> None:
        circles = [self.circle.pk] if choice == "circles" else []
        given = {"circles": circles, "held_too": held_too, "now": self.now}
        memorials.choose_first_reading(self.cast.keeper, self._fresh(), choice, **given)
        if choice != self.choice or (held_too and not self.held_too):
            self.choice, self.chosen_at, self.held_too = choice, self.now, held_too

    @rule(who=readers_first, choice=st.sampled_from(CHOICES))
    def nobody_else_chooses(self, who: str, choice: str) -> None:
        if who != "keeper":
            with suppress(NotAllowed):
                memorials.choose_first_reading(self.people[who], self._fresh(), choice, now=self.now)
                self._is_wrong(f"{who} chose {choice}")

    @rule()
    def ana_leaves(self) -> None:
        if self.is_member:
            memorials.leave_circles(self.people["Ana"], self._fresh(), now=self.now)
            self.is_member = False

    @rule(begins=st.booleans())
    def quiet(self, begins: bool) -> None:
        act = memorials.begin_quiet if begins else memorials.end_quiet
        act(self.cast.keeper, self._fresh(), for_all=True, now=self.now)

    # What is done with it

    @precondition(lambda self: self.pieces)
    @rule(number=which, who=readers_first, act=st.sampled_from(READING))
    def read(self, number: int, who: str, act: Callable[..., Any]) -> None:
        piece = self._piece(number)
        row = self._row(piece)
        with suppress(*REFUSALS):
            done = act(self.people[who], row, now=self.now)
            piece.in_hand = piece.in_hand or done is not False
            if act is actions.let_through:
                allowed = who == "keeper" or (who.endswith("helper") and self.choice != "ourselves")
                self._is_wrong(f"{who} let through under {self.choice}") if not allowed else None
                piece.may_be_seen.add(read_content(row).words)

    @rule(who=readers_first)
    def sit_down(self, who: str) -> None:
        with suppress(*REFUSALS):
            row = actions.take_next(self.people[who], self._fresh(), now=self.now)
            for piece in self.pieces:
                if row and piece.once in (row.handle, self._once_of(row)):
                    piece.in_hand = True
                    if piece.text == RED and self._rules_worked_since(piece.came) and row.lane != "red":
                        self._is_wrong("cruelty on an ordinary desk")

    @precondition(lambda self: self.pieces)
    @rule(number=which, seals=st.booleans(), is_named=st.booleans())
    def moderate(self, number: int, seals: bool, is_named: bool) -> None:
        moderator, piece = self.people["moderator"], self._piece(number)
        person = Person.objects.get(pk=moderator.person_id)
        if is_named:
            staffing.name_staff(person, Role.MODERATOR, now=self.now)
        with suppress(*REFUSALS):
            actions.take_next_to_moderate(moderator, now=self.now)
            if seals:
                actions.keep_sealed(moderator, self._row(piece), Because.CRUEL, now=self.now)
            else:
                actions.give_to_desk(moderator, self._row(piece), now=self.now)
            piece.in_hand = True
        staffing.end_staff(person, now=self.now)

    @precondition(lambda self: self.pieces)
    @rule(number=which, act=st.sampled_from(FAMILY))
    def receive(self, number: int, act: Callable[..., Any]) -> None:
        with suppress(*REFUSALS):
            act(self.cast.keeper, self._row(self._piece(number)), now=self.now)

    @rule(way=st.sampled_from(["open page", "fill box", "open box"]))
    def receive_many(self, way: str) -> None:
        with suppress(*REFUSALS):
            if way == "fill box":
                actions.fill_box(self.cast.keeper, self.box, Wanted(), now=self.now)
            else:
                wanted = Wanted(box=self.box.pk) if way == "open box" else Wanted()
                actions.open_page(self.cast.keeper, self._fresh(), wanted, most=5, now=self.now)

    # What must hold

    @invariant()
    def what_can_be_seen_is_explained(self) -> None:
        if not hasattr(self, "pieces"):
            return
        type(self).steps += 1
        self.now += timedelta(minutes=1)
        by_words = {words: piece for piece in self.pieces for words in piece.may_be_seen}
        seen = Comfort.objects.filter(place__in=LET_THROUGH)
        family, page = Comfort.objects.of_family(self.cast.keeper), Comfort.objects.visible_to(Viewer())
        for row in {*seen, *family, *page, *Comfort.objects.filter(shown__isnull=False)}:
            if read_content(row).words not in by_words:
                self._is_wrong(f"{read_content(row).words} is seen in {row.place}, and nobody let it through")
            self._has_a_named_step(row)

    def _has_a_named_step(self, row: Comfort) -> None:
        """The last step that brought it, or its words, to the family says by whom, or by which choice that stood."""
        steps = list(row.steps.order_by("id"))
        came_in = [
            one for one in steps if one.went_to in LET_THROUGH and (one.came_from not in LET_THROUGH or one.rule)
        ]
        if not came_in or (came_in[-1].by is None) == (came_in[-1].rule is None):
            self._is_wrong(f"{row} has no step that says who let it through")
        elif came_in[-1].rule:
            self._stood(came_in[-1])

    def _stood(self, step: Step) -> None:
        chosen = ReadingRule.objects.filter(memorial=self.memorial, at__lte=step.at).order_by("-at", "-id").first()
        if chosen is None or chosen.pk != step.rule or chosen.by != self.cast.keeper.person_id:
            self._is_wrong(f"{step} says a choice that did not stand")

    # How it is written down

    def _note_what_may_pass(self) -> None:
        """Which words the family's choice lets pass when the worker runs now, whether or not it does."""
        for piece in self.pieces:
            came_since = self.held_too or piece.came >= self.chosen_at
            trusted = self.choice == "flagged" or (
                self.choice == "circles" and piece.sender == "Ana" and self.is_member
            )
            if trusted and came_since and not piece.in_hand and piece.text == GREEN:
                piece.may_be_seen.add(piece.words)

    def _no_red_by_rule(self) -> None:
        """Once the worker has looked at all, nothing that the rules take for cruel waits for the family by a choice."""
        for row in Comfort.objects.filter(place__in=(Place.WAITING, Place.BOXED), lane="red"):
            last = row.steps.exclude(came_from__in=(Place.WAITING, Place.BOXED), rule=None).order_by("-id").first()
            if last.rule:
                self._is_wrong("cruelty waits for the family by a choice")

    def _rules_worked_since(self, came: datetime) -> bool:
        """What comes while rules fail is amber, and stays so until its words change."""
        return self.rules == screening.RULES and came > self.failed_until

    def _came(self, piece: Piece) -> None:
        if self.choice == "nobody":
            piece.may_be_seen.add(piece.words)
            piece.in_hand = True
        self.pieces.append(piece)

    def _words(self, text: str) -> str:
        return f"{text} {next(self.number)}"

    def _piece(self, number: int) -> Piece:
        return self.pieces[number % len(self.pieces)]

    def _row(self, piece: Piece) -> Comfort:
        if piece.sender == "import":
            return Comfort.objects.with_handle(piece.once)
        return actions.sent_with(piece.once)

    def _once_of(self, row: Comfort) -> str:
        return next((one.once for one in self.pieces if one.sender != "import" and self._row(one) == row), "")

    def _fresh(self) -> Memorial:
        return Memorial.objects.get(pk=self.memorial.pk)

    def _is_wrong(self, what: str) -> None:
        type(self).wrong += 1
        raise AssertionError(what)
