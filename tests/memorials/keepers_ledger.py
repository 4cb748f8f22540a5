"""What those who keep a memorial have said to each other, and what may follow from it (trust.md T04).

Written down by the machine of keepers_machine.py. It shares no rule with the program.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

DAY: Final = timedelta(days=1)


@dataclass(slots=True)
class Asked:
    """An invitation to keep it: who has invited whom, who has agreed since, whether the inviter then leaves."""

    id: UUID
    secret: str
    by: str
    who: str
    agreed: set[str] = field(default_factory=set)
    hands_over: bool = False


@dataclass(slots=True)
class Wish:
    """A wish that it be deleted: whose, since when, whether at once; what the others have said, and since when."""

    by: str
    at: datetime
    at_once: bool
    answers: dict[str, tuple[bool, datetime]] = field(default_factory=dict)
    told: dict[str, datetime] = field(default_factory=dict)


@dataclass(slots=True)
class Following:
    """A successor: whom, by whom, since when they ask, whether they were stopped, who was told when."""

    who: str
    secret: str
    asked: datetime | None = None
    stopped: bool = False
    told: dict[str, datetime] = field(default_factory=dict)


@dataclass(slots=True)
class Ledger:
    """Who keeps it now, and everything that was said and not taken back."""

    keepers: set[str]
    now: datetime
    asked: list[Asked] = field(default_factory=list)
    frozen: set[str] = field(default_factory=set)
    wish: Wish | None = None
    following: dict[str, Following] = field(default_factory=dict)
    granted: set[str] = field(default_factory=lambda: {"read-first"})
    """What a keeper has last granted to the helper."""

    def may_have_come(self, who: str, by_way_of: Asked | None, *, by_time: bool) -> bool:
        """Whether all have agreed to somebody who accepts, or a successor has waited and nobody said no."""
        if by_way_of:
            others = self.keepers - {by_way_of.by}
            return by_way_of.who == who and others <= by_way_of.agreed and not self.frozen and not self.wish
        return by_time and any(
            one.who == who and self.has_waited(one) and not (self.frozen - {named_by})
            for named_by, one in self.following.items()
        )

    def has_waited(self, one: Following) -> bool:
        """Whether a successor asked long ago, and every keeper has known it for a week."""
        waited = one.asked is not None and not one.stopped and self.now - one.asked >= 30 * DAY
        return waited and all(name in one.told and self.now - one.told[name] >= 7 * DAY for name in self.keepers)

    def may_be_gone(self) -> bool:
        """Whether it may be deleted for good now."""
        wish, others = self.wish, self.keepers - {self.wish.by if self.wish else ""}
        if not wish or self.frozen:
            return False
        if not others:
            return wish.at_once or self.now - wish.at >= 30 * DAY
        if any(not wish.answers[name][0] for name in others if name in wish.answers):
            return False
        if others <= wish.answers.keys() and self.now - max(wish.answers[name][1] for name in others) >= DAY:
            return True
        unheard = others - wish.answers.keys()
        told = all(name in wish.told and self.now - wish.told[name] >= 7 * DAY for name in unheard)
        return self.now - wish.at >= 30 * DAY and told

    def note_told(self, keepers: set[str]) -> None:
        """Mails go out with time; whoever keeps it then is told."""
        things = [self.wish] if self.wish else []
        things += [one for one in self.following.values() if one.asked and not one.stopped]
        for thing in things:
            for name in self.keepers | keepers:
                thing.told.setdefault(name, self.now)

    def forget(self, who: str) -> None:
        """What somebody has said ends when they leave."""
        self.frozen.discard(who)
        self.following.pop(who, None)
        for one in self.asked:
            one.agreed.discard(who)
            one.hands_over = one.hands_over and one.by != who
        if self.wish:
            self.wish.answers.pop(who, None)
            self.wish = None if self.wish.by == who else self.wish
