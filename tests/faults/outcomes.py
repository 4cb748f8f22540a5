"""What came of a scenario: the figures of its line, compared with what the database says."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tests.faults.people import Ledger
from tests.world.instance import Instance

_NAMED: Final = 20
"""So many of what is wrong are named in a line; all are counted."""

DURABLE: Final = ("fsync=on", "synchronous_commit=on", "full_page_writes=on")
"""How PostgreSQL runs where it is to keep what it said it has kept: as it comes."""


@dataclass(slots=True)
class Outcome:
    """One line: `lost`, `doubled` and `orphans` say what, `unclear` which answers no page explained."""

    name: str
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    orphans: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)
    not_measured: str = ""

    @property
    def wrong(self) -> int:
        return sum(map(len, (self.lost, self.doubled, self.orphans, self.unclear)))

    def add(self, found: dict[str, Any]) -> None:
        """What an audit has found."""
        for about in ("lost", "doubled", "orphans"):
            getattr(self, about).extend(found[about])
        if not found["settled"]:
            self.orphans.append("an entry of the journal that nobody acts on")

    def as_json(self, machine: str) -> str:
        """One JSON object on one line, in the shape of those of `bench`."""
        if self.not_measured:
            return json.dumps({"name": self.name, "value": None, "not_measured": self.not_measured, "machine": machine})
        counted: dict[str, Any] = {"name": self.name, "value": self.wrong, "unit": "wrong"}
        counted |= {"acknowledged": self.acknowledged, "lost": len(self.lost), "doubled": len(self.doubled)}
        counted |= {"orphans": len(self.orphans), "unclear": len(self.unclear), **self.more}
        if self.wrong:
            counted["named"] = [*self.lost, *self.doubled, *self.orphans, *self.unclear][:_NAMED]
        return json.dumps(counted | {"machine": machine})


def audited(instance: Instance, ledger: Ledger, outcome: Outcome) -> Outcome:
    """The outcome with what the database of the instance says of this ledger; nobody may be at work there any more."""
    file = Path(instance.data).parent / "ledger.json"
    file.write_text(json.dumps(ledger.to_read()))
    outcome.add(instance.act("audit", str(file)))
    outcome.acknowledged += ledger.told
    outcome.unclear += ledger.unclear
    outcome.more |= {
        "messages": len(ledger.acknowledged),
        "photographs": len(ledger.photographs),
        "letters": len(ledger.letters),
        "let_through": len(ledger.let_through),
        "opened": len(ledger.opened),
        "sent_again": ledger.resent,
        "answers": {str(status): number for status, number in sorted(ledger.answers.items())},
    }
    return outcome


@contextmanager
def timed(outcome: Outcome) -> Iterator[Outcome]:
    """Notes the seconds that it took."""
    began = time.monotonic()
    yield outcome
    outcome.more["seconds"] = round(time.monotonic() - began, 1)
