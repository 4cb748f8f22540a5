"""People who keep a memorial together, and people who would like to, do whatever comes into their heads (trust.md T04).

The machine writes down what each of them said and when, and looks at the database after each step: every keeper who
came or left, and a memorial that is gone, must be explained by what was said. It shares no rule with the program.
"""

from __future__ import annotations

from functools import partial
from uuid import uuid4

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from snowdrop.memorials import actions
from snowdrop.memorials.models import Freeze, Grant, Helper, Invitation, Memorial
from snowdrop.memorials.vocabulary import Scope
from snowdrop.people.models import Person
from tests.memorials.keepers_acting import NEVER, PEOPLE, WOULD_BE, Acting
from tests.memorials.keepers_ledger import Ledger
from tests.memorials.whatever_keepers_do import whatever_keepers_do
from tests.world.cast import NOON, a_person, let_help, let_into_circle
from tests.world.keeping import let_keep

would_be = st.sampled_from(WOULD_BE)
somebody = st.integers(0, 59)
"""Who acts: mostly somebody who keeps it, for there it could go wrong; sometimes anybody."""


class KeepersMachine(Acting):
    """One memorial and its people."""

    @initialize(others=st.sets(st.sampled_from(["Ben", "Chloe"]), min_size=1))
    def open(self, others: set[str]) -> None:
        self.said = Ledger(keepers={"Ana", *others}, now=NOON)
        self.viewer = {name: a_person(f"{name}-{uuid4().hex}") for name in PEOPLE}
        self.name = {viewer.person_id: name for name, viewer in self.viewer.items()}
        self.memorial = actions.open_memorial(self.viewer["Ana"], now=self.now)
        ana = self.viewer["Ana"]
        let_help(ana, self.memorial, self.viewer["helper"])
        circle = actions.make_circle(ana, self.memorial, name="Family", now=self.now)
        let_into_circle(ana, circle, self.viewer["member"])
        for other in sorted(others):
            let_keep(ana, self.memorial, self.viewer[other])
        self.is_gone, self.width = False, 0

    # What people do

    @rule(number=somebody, who=would_be, hands_over=st.booleans())
    def invite(self, number: int, who: str, hands_over: bool) -> None:
        self._invite(self._somebody(number), who, hands_over=hands_over)

    @precondition(lambda self: self.said.asked)
    @rule(number=somebody, which=st.integers(0, 20), agrees=st.sampled_from([True, True, False, None]))
    def answer(self, number: int, which: int, agrees: bool | None) -> None:
        by = self._somebody(number)
        one = self.said.asked[which % len(self.said.asked)]
        if invitation := Invitation.objects.filter(pk=one.id).first():
            self._answer(by, one, invitation, agrees=agrees)

    @precondition(lambda self: self.said.asked)
    @rule(number=somebody, which=st.integers(0, 20))
    def accept(self, number: int, which: int) -> None:
        self._accept(self._somebody(number), self.said.asked[which % len(self.said.asked)])

    @precondition(lambda self: self.said.asked)
    @rule(which=st.integers(0, 20))
    def the_invited_accepts(self, which: int) -> None:
        one = self.said.asked[which % len(self.said.asked)]
        self._accept(one.who, one)

    @precondition(lambda self: self.said.asked)
    @rule(which=st.integers(0, 20), but_one=st.booleans())
    def all_agree(self, which: int, but_one: bool) -> None:
        """All but one, or all, of those who keep it agree, one after the other."""
        one = self.said.asked[which % len(self.said.asked)]
        invitation = Invitation.objects.filter(pk=one.id).first()
        for by in sorted(self.said.keepers - {one.by})[int(but_one) :] if invitation else ():
            self._answer(by, one, invitation, agrees=True)

    @rule(number=somebody)
    def stay(self, number: int) -> None:
        by = self._somebody(number)
        if self._try(by, lambda: actions.stay(self.viewer[by], self.memorial, now=self.now), done=True):
            for one in self.said.asked:
                one.hands_over = one.hands_over and one.by != by

    @rule(number=somebody)
    def resign(self, number: int) -> None:
        by = self._somebody(number)
        self._try(by, lambda: actions.resign(self.viewer[by], self.memorial, now=self.now), leaving=by)

    @rule()
    def calm_down(self) -> None:
        """Whoever has frozen it lifts that, and whoever wants it deleted takes that back."""
        for by in sorted(self.said.frozen):
            self._freeze_or_lift(by, lifts=True)
        if self.said.wish:
            self._take_back(self.said.wish.by)

    @rule(number=somebody, lifts=st.booleans())
    def freeze_or_lift(self, number: int, lifts: bool) -> None:
        self._freeze_or_lift(self._somebody(number), lifts=lifts)

    @rule(number=somebody, to=st.sampled_from(["keepers", "helpers", "link", "everybody"]))
    def publish(self, number: int, to: str) -> None:
        by = self._somebody(number)
        self._try(by, lambda: actions.publish_memorial(self.viewer[by], self._fresh(), to=to, now=self.now))

    @rule(number=somebody, whom=st.sampled_from(PEOPLE))
    def shut_out(self, number: int, whom: str) -> None:
        by = self._somebody(number)
        person = Person.objects.get(pk=self.viewer[whom].person_id)
        self._try(by, lambda: actions.shut_the_door(self.viewer[by], self.memorial, person, now=self.now))

    @rule(number=somebody)
    def end_helping(self, number: int) -> None:
        by = self._somebody(number)
        helper = Helper.objects.filter(memorial=self.memorial).first()
        if helper:
            self._try(by, lambda: actions.end_helping(self.viewer[by], self.memorial, helper, now=self.now))

    @rule(number=st.integers(0, 59), scopes=st.sets(st.sampled_from(list(Scope))))
    def change_part(self, number: int, scopes: set[Scope]) -> None:
        by, helper = self._somebody(number), Helper.objects.filter(memorial=self.memorial).first()
        if helper is None:
            return
        given = {"scopes": scopes, "now": self.now}
        act = partial(actions.change_part, self.viewer[by], self.memorial, helper, **given)
        if self._try(by, act, done=True):
            self._hold(by in self.said.keepers, f"{by} keeps nothing, and granted {scopes}")
            self.said.granted = {scope.value for scope in scopes}

    @rule(number=somebody, at_once=st.sampled_from([False, False, False, True]))
    def ask_for_deletion(self, number: int, at_once: bool) -> None:
        self._ask_for_deletion(self._somebody(number), at_once=at_once)

    @rule(number=somebody)
    def take_back_deletion(self, number: int) -> None:
        self._take_back(self._somebody(number))

    @rule(number=somebody, agrees=st.sampled_from([True, False, None]))
    def answer_deletion(self, number: int, agrees: bool | None) -> None:
        self._answer_deletion(self._somebody(number), agrees=agrees)

    @rule(number=somebody, who=st.sampled_from(["Ben", "Chloe", "Dita"]))
    def name_successor(self, number: int, who: str) -> None:
        self._name(self._somebody(number), who)

    @rule(number=somebody)
    def name_nobody(self, number: int) -> None:
        by = self._somebody(number)
        if self._try(by, lambda: actions.name_nobody(self.viewer[by], self.memorial, now=self.now), done=True):
            self.said.following.pop(by, None)

    @precondition(lambda self: self.said.following)
    @rule(number=somebody, whose=st.integers(0, 3))
    def ask_to_succeed(self, number: int, whose: int) -> None:
        by = self._somebody(number)
        secret = list(self.said.following.values())[whose % len(self.said.following)].secret
        self._try(by, lambda: actions.ask_to_succeed(self.viewer[by], secret=secret, now=self.now))

    @precondition(lambda self: self.said.following)
    @rule(whose=st.integers(0, 3))
    def the_named_asks(self, whose: int) -> None:
        one = list(self.said.following.values())[whose % len(self.said.following)]
        self._try(one.who, lambda: actions.ask_to_succeed(self.viewer[one.who], now=self.now))

    @precondition(lambda self: any(one.asked for one in self.said.following.values()))
    @rule(number=somebody, goes_on=st.booleans())
    def stop_succession(self, number: int, goes_on: bool) -> None:
        self._stop(self._somebody(number), goes_on=goes_on)

    @rule(days=st.sampled_from([0, 1, 3, 8, 23, 31]), worked_before=st.booleans())
    def time_passes(self, days: int, worked_before: bool) -> None:
        """The worker works before and after; or it did not run for all that time, and nobody was told of anything."""
        if worked_before:
            self._pass(0)
        self._pass(days)

    @rule(by=st.sampled_from(NEVER), which=st.integers(0, 20))
    def somebody_without_a_say_tries_everything(self, by: str, which: int) -> None:
        for act in whatever_keepers_do(self.viewer[by], self._fresh(), now=self.now):
            self._refused(by, act)

    # Whole stories, for whoever only stumbles about comes seldom far

    @rule(number=somebody, who=would_be, hands_over=st.booleans(), but=st.sampled_from(WOULD_BE))
    def bring_somebody_in(self, number: int, who: str, hands_over: bool, but: str) -> None:
        """Somebody is invited, all who keep it agree, perhaps but one, and the invited accepts."""
        self._invite(self._somebody(number), who, hands_over=hands_over)
        one = self.said.asked[-1] if self.said.asked else None
        invitation = Invitation.objects.filter(pk=one.id).first() if one else None
        if one and invitation:
            for by in sorted(self.said.keepers - {one.by, but}):
                self._answer(by, one, invitation, agrees=True)
            self._accept(one.who, one)

    @rule(number=somebody, who=would_be, stops=st.booleans(), freezes=st.booleans(), days=st.sampled_from([8, 30, 30]))
    def follow_somebody(self, number: int, who: str, stops: bool, freezes: bool, days: int) -> None:
        """Somebody is named, asks, and time passes; perhaps somebody stops it, or freezes."""
        self._name(self._somebody(number), who)
        self._try(who, lambda: actions.ask_to_succeed(self.viewer[who], now=self.now))
        if freezes:
            self._freeze_or_lift(self._somebody(number + 1), lifts=False)
        self._pass(1)
        if stops:
            self._stop(self._somebody(number + 2), goes_on=False)
        self._pass(days)

    @rule(
        number=somebody,
        said=st.lists(st.sampled_from([True, False, None]), max_size=3),
        freezes=st.sampled_from([False, False, True]),
        days=st.sampled_from([2, 23, 29, 31]),
    )
    def want_it_deleted(self, number: int, said: list[bool | None], freezes: bool, days: int) -> None:
        """Somebody wants it deleted, the others say what they say, and time passes."""
        self._ask_for_deletion(self._somebody(number), at_once=False)
        others = sorted(self.said.keepers - {self.said.wish.by}) if self.said.wish else []
        for by, agrees in zip(others, said, strict=False):
            self._answer_deletion(by, agrees=agrees)
        if freezes:
            self._freeze_or_lift(self._somebody(number + 1), lifts=False)
        self._pass(0)
        self._pass(days)

    # What must be true

    @invariant()
    def every_keeper_sees_it_and_nobody_else_while_it_is_to_be_deleted(self) -> None:
        """Who sees a page is a long question; it is asked when the answer may have changed."""
        if not hasattr(self, "said") or self.is_gone:
            return
        keepers, is_hidden = self.said.keepers, self.said.wish is not None
        if self._looked_at == (looked_at := (frozenset(keepers), is_hidden, self.width)):
            return
        self._looked_at = looked_at
        seeing = {name for name, viewer in self.viewer.items() if Memorial.objects.visible_to(viewer).exists()}
        self._hold(keepers <= seeing, f"{keepers - seeing} keep it and do not see it")
        self._hold(not (is_hidden and seeing - keepers), f"{seeing - keepers} see what is to be deleted")
        self._hold(bool(keepers), "nobody keeps it")
        self._hold(not (keepers & set(NEVER)), f"{keepers & set(NEVER)} came to keep it")

    @invariant()
    def a_helper_may_do_what_a_keeper_has_granted_and_nothing_else(self) -> None:
        if hasattr(self, "said") and not self.is_gone:
            more = set(Grant.objects.values_list("scope", flat=True)) - self.said.granted
            self._hold(not more, f"nobody has granted {more}")

    @invariant()
    def what_somebody_froze_stays_so_until_they_lift_it_or_leave(self) -> None:
        if hasattr(self, "said") and not self.is_gone:
            rows = Freeze.objects.filter(memorial=self.memorial).values_list("by", flat=True)
            free = self.said.frozen - {self.name[person_id] for person_id in rows}
            self._hold(not free, f"what {free} had frozen is free")
