"""How people act in the machine of keepers, and how what has changed is explained by what they said (T04)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from django.db import transaction
from hypothesis.stateful import RuleBasedStateMachine

from snowdrop.audiences.table import audience
from snowdrop.memorials import actions, jobs
from snowdrop.memorials.models import Invitation, Keeper, Memorial, Publication, Succession
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from tests.memorials.keepers_answers import REFUSALS, Listener
from tests.memorials.keepers_ledger import DAY, Asked, Following, Ledger, Wish
from tests.world.keeping import invite_keeper

PEOPLE = ("Ana", "Ben", "Chloe", "Dita", "helper", "member", "stranger")
"""The first opens the memorial. Any of the first four may come to keep it; the last three try, and never do."""
WOULD_BE = PEOPLE[:4]
NEVER = PEOPLE[4:]


class Acting(RuleBasedStateMachine):
    """Each act is written down in the ledger, and every change of who keeps it is explained by that."""

    memorial: Memorial
    said: Ledger
    viewer: dict[str, Viewer]
    name: dict[UUID, str]
    is_gone: bool
    width: int

    sequences: ClassVar[int] = 0
    steps: ClassVar[int] = 0
    wrong: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self._undone = transaction.atomic()
        self._undone.__enter__()
        self.failures: list[str] = []
        self._looked_at: object = None
        self._listener = Listener(self.failures)
        jobs.logger.addHandler(self._listener)
        type(self).sequences += 1

    def teardown(self) -> None:
        jobs.logger.removeHandler(self._listener)
        transaction.set_rollback(True)
        self._undone.__exit__(None, None, None)

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self.said.now

    def _invite(self, by: str, who: str, *, hands_over: bool) -> None:
        made = self._try(by, lambda: invite_keeper(self.viewer[by], self.memorial, self.viewer[who], now=self.now))
        if made:
            self.said.asked.append(Asked(made[0].id, made[1], by, who, hands_over=hands_over))
            if hands_over:
                self._try(by, lambda: actions.hand_over(self.viewer[by], self.memorial, made[0], now=self.now))

    def _ask_for_deletion(self, by: str, *, at_once: bool) -> None:
        given = {"at_once": at_once, "now": self.now}
        if self._try(by, lambda: actions.ask_for_deletion(self.viewer[by], self.memorial, **given)):
            self.said.wish = self.said.wish or Wish(by, self.now, at_once=False)
            self.said.wish.at_once = self.said.wish.at_once or at_once

    def _answer_deletion(self, by: str, *, agrees: bool | None) -> None:
        act = partial(actions.answer_deletion, self.viewer[by], self.memorial, agrees=agrees, now=self.now)
        if self._try(by, act, done=True) and self.said.wish:
            if agrees is None:
                self.said.wish.answers.pop(by, None)
            elif self.said.wish.answers.get(by, (None,))[0] is not agrees:
                self.said.wish.answers[by] = (agrees, self.now)

    def _name(self, by: str, who: str) -> None:
        address = Person.objects.get(pk=self.viewer[who].person_id).email
        given = {"name": who, "address": address, "now": self.now}
        named = self._try(by, lambda: actions.name_successor(self.viewer[by], self.memorial, **given))
        if named and (by not in self.said.following or self.said.following[by].secret != named.secret):
            self.said.following[by] = Following(who, named.secret)

    def _stop(self, by: str, *, goes_on: bool) -> None:
        one = Succession.objects.filter(memorial=self.memorial).exclude(successor=None).first()
        act = actions.let_succession_go_on if goes_on else actions.stop_succession
        if one and self._try(by, lambda: act(self.viewer[by], self.memorial, one, now=self.now), done=True):
            following = self.said.following[self.name[one.successor.keeper.person_id]]
            following.stopped = following.stopped or not goes_on

    def _pass(self, days: int) -> None:
        self.said.now += days * DAY
        self._try("time", lambda: jobs.look_after_keeping(self.now), by_time=True)

    def _freeze_or_lift(self, by: str, *, lifts: bool) -> None:
        act = actions.lift_freeze if lifts else actions.freeze
        if self._try(by, lambda: act(self.viewer[by], self.memorial, now=self.now), done=True):
            self.said.frozen = self.said.frozen - {by} if lifts else self.said.frozen | {by}

    def _take_back(self, by: str) -> None:
        wish = self.said.wish
        if self._try(by, lambda: actions.take_back_deletion(self.viewer[by], self.memorial, now=self.now), done=True):
            self._hold(wish is None or wish.by == by, f"{by} took back what {wish} had asked for")
            self.said.wish = None

    def _answer(self, by: str, one: Asked, invitation: Invitation, *, agrees: bool | None) -> None:
        given = {"agrees": agrees, "now": self.now}
        act = partial(actions.answer_invitation, self.viewer[by], self.memorial, invitation, **given)
        if self._try(by, act, done=True):
            one.agreed = one.agreed | {by} if agrees else one.agreed - {by}

    def _accept(self, by: str, one: Asked) -> None:
        viewer = self.viewer[by]
        self._try(by, lambda: actions.accept_invitation(viewer, secret=one.secret, now=self.now), by_way_of=one)

    def _somebody(self, number: int) -> str:
        everybody = [*sorted(self.said.keepers) * 4, *PEOPLE]
        return everybody[number % len(everybody)]

    def _fresh(self) -> Memorial:
        return Memorial.objects.filter(pk=self.memorial.pk).first() or self.memorial

    def _try(
        self,
        by: str,
        act: Callable[[], Any],
        *,
        done: Any = None,
        leaving: str = "",
        by_way_of: Asked | None = None,
        by_time: bool = False,
    ) -> Any:
        """Does it, and explains every change. Answers what it answered, or `done` where it was not refused."""
        type(self).steps += 1
        if self.is_gone and not by_time:
            self._refused(by, act)
            return None
        try:
            with transaction.atomic():
                result = act() or done
        except REFUSALS:
            result = None
        self._explain(leaving, by_way_of, by_time=by_time)
        return result

    def _refused(self, by: str, act: Callable[[], Any]) -> None:
        type(self).steps += 1
        try:
            with transaction.atomic():
                act()
        except (*REFUSALS, Memorial.DoesNotExist, Invitation.DoesNotExist):
            return
        except Exception as problem:
            self._hold(self.is_gone, f"{by} met {problem!r}")
            return
        self._hold(self.is_gone, f"{by} has no say, and was let do {act}")

    def _explain(self, leaving: str, by_way_of: Asked | None, *, by_time: bool) -> None:
        self._hold(not self.failures, f"what was promised could not be done: {self.failures}")
        if not Memorial.objects.filter(pk=self.memorial.pk).exists():
            if not self.is_gone:
                self._hold(by_time and self.said.may_be_gone(), "it was deleted behind somebody's back")
            self.is_gone, self.said.keepers = True, set()
            return
        rows = Keeper.objects.filter(memorial=self.memorial).values_list("person_id", flat=True)
        now = {self.name[person_id] for person_id in rows}
        for one in now - self.said.keepers:
            self._hold(self.said.may_have_come(one, by_way_of, by_time=by_time), f"{one} keeps it, and nobody said so")
        for one in self.said.keepers - now:
            handed = by_way_of and by_way_of.hands_over and by_way_of.by == one
            self._hold(bool(one == leaving or handed), f"{one} keeps it no more, by somebody else's act")
            self.said.forget(one)
        if by_time:
            self.said.note_told(now)
        self._succeeded(now - self.said.keepers if by_time else set())
        self._widths()
        self.said.keepers = now

    def _note_askers(self) -> None:
        """Asking answers nothing, so the database is looked at: only who was named, and does not keep it, asks."""
        rows = (
            Succession.objects.filter(memorial=self.memorial)
            .exclude(successor=None)
            .select_related("successor__keeper")
        )
        asking = {self.name[row.successor.keeper.person_id]: row for row in rows}
        for named_by, one in self.said.following.items():
            row = asking.get(named_by)
            if row is None:
                one.asked = None
            elif one.asked != row.asked_at:
                self._hold(self.name[row.person_id] == one.who, f"{self.name[row.person_id]} asks, and was not named")
                self._hold(row.asked_at == self.now, f"{one.who} asks since {row.asked_at}")
                one.asked, one.stopped, one.told = self.now, False, {}

    def _succeeded(self, came: set[str]) -> None:
        standing = {self.name[row.keeper.person_id] for row in self.memorial.successors.select_related("keeper").all()}
        for named_by in self.said.following.keys() - standing:
            if self.said.following[named_by].who in came:
                self.said.frozen.discard(named_by)
            del self.said.following[named_by]
        self._note_askers()

    def _widths(self) -> None:
        row = Publication.objects.filter(memorial=self.memorial).first()
        width = audience(row.audience).width if row else 0
        self._hold(width <= max(self.width, 10) or not self.said.frozen, "it became wider while it was frozen")
        self.width = width

    def _hold(self, holds: bool, otherwise: str) -> None:
        if not holds:
            type(self).wrong += 1
        assert holds, otherwise
