"""The power is cut: at many moments, with all that was not flushed lost, torn or kept by chance.

An instance is recorded while people are at work (recording.py). Then, for each moment, the disk is made as a power cut
would have left it (replaying.py), and what stands there is compared with what people had been told until that moment.
"""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any, Final

from tests.faults.outcomes import Outcome, timed
from tests.faults.people import Household, Ledger, a_household
from tests.faults.recording import TOLD, NoCompiler, Record, a_recording
from tests.faults.replaying import Disk, Left
from tests.world.instance import Instance, a_form, an_instance

_KINDS: Final = ("acknowledged", "letters", "let_through", "opened")
_SHARE_AFTER_AN_ANSWER: Final = 0.5
"""So many of the moments are those at which somebody had just been told; the others are any."""


def power_cut(folder: Path, *, cuts: int, seconds: float, seed: int) -> Outcome:
    """Records so many seconds of work, and looks at as many moments; each is one image of the disk."""
    outcome, chance = Outcome("power cut, SQLite"), Random(seed)
    try:
        with timed(outcome), an_instance(folder / "data") as prepared:
            household = a_household(prepared, seed=seed)
            prepared.end()
            recording = a_recording(prepared.data, folder)
            begun = Disk(prepared.data)
            recorded = Instance(prepared.data, settings=recording.environment)
            try:
                household.instance, household.ledger.tell = recorded, recording.tell
                withdrawn = _go_on(household, seconds)
            finally:
                recorded.end()
            records = list(recording.records())
            (folder / "data").rename(folder / "was")  # what is looked at lies where it was, with all that it says
            looked = _Looked(Instance(folder / "data"), begun, household.ledger, withdrawn, outcome, chance)
            try:
                looked.at(records, _moments(records, cuts, chance))
            finally:
                looked.instance.end()
            outcome.more |= {"cuts": cuts, "calls": len(records), "flushes": sum(one.kind == "s" for one in records)}
    except NoCompiler as missing:
        outcome.not_measured = f"{NoCompiler.__doc__} {missing}"
    return outcome


def _go_on(household: Household, seconds: float) -> str:
    """Lets people work; a page is made private meanwhile, and another memorial opened. Returns the slug of the page."""
    instance = household.instance
    instance.start(wait_for=household.page)
    withdrawn: str = instance.act("open_memorial", "For Linnet", "everybody")["slug"]
    instance.wait_for(lambda: "etag" in instance.get(f"/m/{withdrawn}/").headers)
    with household.at_work(family=0.3):
        time.sleep(seconds / 2)
        instance.act("take_back", withdrawn)
        household.ledger.tell("taken_back", withdrawn)
        time.sleep(seconds / 2)
        household.wait_for_each_act()
    instance.stop()
    return withdrawn


def _moments(records: list[Record], cuts: int, chance: Random) -> list[int]:
    """The numbers of records after which the power goes."""
    told = [number for number, record in enumerate(records) if record.kind == TOLD]
    after = chance.choices(told, k=int(cuts * _SHARE_AFTER_AN_ANSWER))
    return sorted(after + chance.choices(range(len(records)), k=cuts - len(after)))


@dataclass(slots=True)
class _Looked:
    """Looks at one image after another: what people had been told by then, and what is there."""

    instance: Instance
    disk: Disk
    ledger: Ledger
    withdrawn: str
    outcome: Outcome
    chance: Random
    told: Ledger = field(default_factory=Ledger)
    is_withdrawn: bool = False
    documents: set[str] = field(default_factory=set)

    def at(self, records: list[Record], moments: list[int]) -> None:
        self.told = Ledger(sent=self.ledger.sent, written=self.ledger.written)
        done = 0
        for number, moment in enumerate(moments):
            for record in records[done : moment + 1]:
                self._follow(record)
            done = max(done, moment + 1)
            self._look(list(Left)[number % len(Left)])
        self._serve()

    def _follow(self, record: Record) -> None:
        if record.kind != TOLD:
            self.disk.apply(record)
            if record.kind == "r" and record.other.endswith(".doc"):
                self.documents.add(_digest(self.disk.content(record.other) or b""))
        elif record.name == "taken_back":
            self.is_withdrawn = True
        elif record.name == "photographs":
            self.told.photographs[record.other] = self.ledger.photographs[record.other]
        else:
            getattr(self.told, record.name).append(record.other)

    def _look(self, how: Left) -> None:
        files = self.disk.write_to(self.instance.data, self.chance, how)
        documents = [name for name in files if name.endswith(".doc")]
        for name in documents:
            content = (self.instance.data / name).read_bytes()
            if _would_be_served(content) and _digest(content) not in self.documents:
                self.outcome.unclear.append(f"{name} is torn and would be served")
        if self.is_withdrawn and any(self.withdrawn in name for name in documents):
            self.outcome.unclear.append("a page that was made private stands again")
        ledger = self.instance.data.parent / "ledger.json"
        ledger.write_text(json.dumps(replace(self.told).to_read()))
        found: dict[str, Any] = self.instance.act("audit", str(ledger))
        self.outcome.add(found)
        self.outcome.acknowledged += self.told.told

    def _serve(self) -> None:
        """The last image is served, as the computer would do when its power is back."""
        self.disk.write_to(self.instance.data, self.chance, Left.TORN)
        self.instance.start()
        slug = self.instance.act("open_memorial", "For Robin", "everybody")["slug"]
        if self.instance.post(f"/m/{slug}/send/", a_form()).status != 303:
            self.outcome.lost.append("what is sent after the power came back")
        self.instance.stop()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _would_be_served(content: bytes) -> bool:
    """As the front looks at a document (snowdrop/front/document.py)."""
    line, _, bodies = content.partition(b"\n")
    try:
        return bool(json.loads(line)["size"] == len(bodies))
    except (ValueError, LookupError, TypeError):
        return False
