"""Six machines with addresses of their own: a balancer, two that serve, a primary and its standby, and people outside.

`python -m tests.faults.standby --times 20` kills the primary again and again under a storm of senders, promotes the
standby, and makes the old one follow the new: one JSON object a line, and 1 as exit status if anything was lost,
doubled or left over. `--asynchronous` shows what it is that commits wait for. Needs root (tests/world/machines.py).
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import pytest

from tests.faults.people import Ledger, send_until_it_breaks
from tests.world.balancer import a_balancer
from tests.world.instance import Instance
from tests.world.machines import Machine, machines
from tests.world.standby import Cluster, a_pair

_PORT: Final = 8000
_SENDERS: Final = 4
_STANDBY: Final = "standby"
APART_FOR: Final = 0.3
"""Seconds for which the primary does not hear its standby before it dies; then as long neither hears the other.

So the standby has what nobody was told to be kept, and lacks what the primary alone had written down.
"""
_LEDGER: Final = """
    WITH c AS (SELECT encode(arrival, 'hex')::uuid AS id FROM comfort_comfort WHERE memorial_id = {memorial}),
         e AS (SELECT subject_id AS id FROM ground_entry WHERE verb = 'comfort.received' AND memorial_id = {memorial})
    SELECT (SELECT count(*) FROM c),
           (SELECT count(*) FROM c WHERE 1 <> (SELECT count(*) FROM e WHERE e.id = c.id)),
           (SELECT count(*) FROM e WHERE NOT EXISTS (SELECT FROM c WHERE e.id = c.id))"""
_OF: Final = "(SELECT id FROM memorials_memorial WHERE slug = '{slug}')"
"""All pieces of a memorial, those without exactly one entry in the journal, and entries without a piece."""


@dataclass(slots=True)
class Site:
    """What stands there; `asked` is where people ask, and `primary` and `standby` change places."""

    nodes: tuple[Instance, Instance]
    places: tuple[Machine, Machine]
    asked: Instance
    primary: Cluster
    standby: Cluster

    def get(self, node: Instance, path: str) -> int:
        """The status with which one of the nodes answers, asked by itself."""
        return node.get(path, {"Host": self.asked.host}).status


@dataclass(slots=True)
class Storm:
    """Senders who send until it is over; a form that nobody acknowledged is sent again."""

    site: Site
    slug: str
    ledger: Ledger = field(default_factory=Ledger)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def acknowledged(self) -> int:
        """How many they know of to be kept."""
        return len(self.ledger.acknowledged)

    def wait_for_more(self, number: int = 20) -> float:
        """Returns when so many more were acknowledged: the moment of the first of them."""
        before = self.acknowledged
        self.site.asked.wait_for(lambda: self.acknowledged > before)
        first = time.monotonic()
        self.site.asked.wait_for(lambda: self.acknowledged >= before + number)
        return first


@contextmanager
def a_site(folder: Path, *, synchronous: bool = True) -> Iterator[Site]:
    """Everything started. What asks it meanwhile, in this thread and in those that it starts, is one of the people."""
    with ExitStack() as stack:
        people, door, one, other, first, second = stack.enter_context(
            machines("people", "door", "one", "other", "first", "second")
        )
        primary, standby = stack.enter_context(a_pair(first, second, synchronous=synchronous))
        stack.enter_context(people.entered())
        settings = {
            "SNOWDROP_DATABASE": f"postgresql://snowdrop@{first.address},{second.address}/snowdrop",
            "SNOWDROP_KEYS": str(folder / "keys"),
            "SNOWDROP_ADDRESS": f"http://{door.address}:{_PORT}",
            "SNOWDROP_PROXIES": "1",
            "SNOWDROP_DEVELOPING": "no",
        }
        nodes = tuple(_a_node(folder, place, settings) for place in (one, other))
        nodes[0].command("migrate")
        for node in nodes:
            stack.callback(node.end)
        with ThreadPoolExecutor() as pool:
            list(pool.map(Instance.start, nodes))
        asked = stack.enter_context(a_balancer(folder / "balancer", nodes, on=door, port=_PORT))
        yield Site((nodes[0], nodes[1]), (one, other), asked, primary, standby)


def _a_node(folder: Path, place: Machine, settings: dict[str, str]) -> Instance:
    data = folder / place.address
    data.mkdir()
    (folder / "media").mkdir(exist_ok=True)
    (data / "media").symlink_to(folder / "media")
    return Instance(data, port=_PORT, settings=settings, host=place.address, within=place.within)


def a_page(site: Site, title: str) -> str:
    """A page that everybody may see, answered from memory by both."""
    slug: str = site.nodes[0].act("open_memorial", title, "everybody")["slug"]
    for node in site.nodes:
        wait_for_document(site, node, slug)
    return slug


def wait_for_document(site: Site, node: Instance, slug: str) -> None:
    """Returns when this node answers the page from memory: such an answer has a validator."""
    node.wait_for(lambda: "etag" in node.get(f"/m/{slug}/", {"Host": site.asked.host}).headers)


@contextmanager
def a_storm(site: Site, slug: str, *, senders: int = _SENDERS) -> Iterator[Storm]:
    """Begins a storm; at the end everybody has been answered."""
    storm = Storm(site, slug)
    threads = [
        threading.Thread(target=send_until_it_breaks, args=(site.asked, slug, storm.ledger, storm.over))
        for _ in range(senders)
    ]
    for thread in threads:
        thread.start()
    try:
        yield storm
    finally:
        storm.over.set()
        for thread in threads:
            thread.join()


def fail_over(storm: Storm, *, power: bool = False) -> dict[str, float]:
    """The primary dies under load, and the standby takes its place. Answers with the seconds without a word kept.

    `power`: its machine is not heard of any more; else its processes are killed, which every connection notices.
    """
    site = storm.site
    dying, coming = site.primary, site.standby
    coming.machine.lose(dying.machine)
    time.sleep(APART_FOR)
    dying.machine.lose(coming.machine)
    time.sleep(APART_FOR)
    if power:
        dying.machine.pull_the_cable()
    dying.kill()
    killed = time.monotonic()
    coming.promote()
    promoted = time.monotonic()
    site.primary, site.standby = coming, dying
    first = storm.wait_for_more()
    return {"without_s": round(first - killed, 2), "since_promotion_s": round(first - promoted, 2)}


def follow_again(site: Site, *, synchronous: bool = True) -> None:
    """What was the primary becomes the standby: a new copy. Its own data, which may say more, are thrown away."""
    site.standby.machine.plug_it_in()
    site.standby.machine.find(site.primary.machine)
    site.primary.machine.find(site.standby.machine)
    site.standby.follow(site.primary, name=_STANDBY)
    if synchronous:
        site.primary.wait_for_standby(_STANDBY)
        site.primary.wait_for(lambda: site.primary.asked("SELECT sync_state = 'sync' FROM pg_stat_replication"))


def settled(storm: Storm) -> dict[str, Any]:
    """What is there, set against what senders know: nothing lost, doubled or left over. Once the storm is over."""
    ledger, site = storm.ledger, storm.site
    kept = acted(site.nodes[0], "kept", *ledger.sent)
    pieces, without_entry, without_piece = site.primary.ask(
        _LEDGER.format(memorial=_OF.format(slug=storm.slug)), "snowdrop"
    )[0]
    return {
        "acknowledged": len(ledger.acknowledged),
        "sent": len(ledger.sent),
        "lost": sum(once not in kept["words"] for once in ledger.acknowledged),
        "changed": sum(ledger.sent[once] != words for once, words in kept["words"].items()),
        "doubled": len(kept["doubled"]) + max(0, pieces - len(kept["words"])),
        "left_over": without_entry + without_piece,
    }


def acted(node: Instance, *words: str) -> Any:
    """What somebody does there who has just come: whoever was there before may hold on to the primary that died."""
    newcomer = replace(node, process=None, _people=None)
    try:
        return newcomer.act(*words)
    finally:
        newcomer.end()


def is_clean(found: dict[str, Any]) -> bool:
    """Whether nothing of it is wrong."""
    return not any(found[wrong] for wrong in ("lost", "changed", "doubled", "left_over"))


def main() -> int:
    """The long form."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults.standby", description="Ends the primary again and again."
    )
    parser.add_argument("--times", type=int, default=10, help="how often (10); every fifth time its power goes")
    parser.add_argument("--senders", type=int, default=_SENDERS, help="people who send at the same time (4)")
    parser.add_argument(
        "--asynchronous", action="store_true", help="commits wait for no standby: messages will be lost"
    )
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever ends this ends all that it has started
    synchronous = not options.asynchronous
    with tempfile.TemporaryDirectory(prefix="snowdrop-standby-") as folder:
        try:
            with a_site(Path(folder), synchronous=synchronous) as site:
                slug = a_page(site, "For Wren")
                with a_storm(site, slug, senders=options.senders) as storm:
                    for number in range(1, options.times + 1):
                        storm.wait_for_more(100)
                        took = fail_over(storm, power=number % 5 == 0)
                        _tell("standby: promoted", number=number, power=number % 5 == 0, **took)
                        follow_again(site, synchronous=synchronous)
                found = settled(storm)
        except pytest.skip.Exception as reason:
            _tell("standby: ledger", not_measured=str(reason))
            return 2
    _tell("standby: ledger", times=options.times, synchronous=synchronous, **found)
    return 0 if is_clean(found) else 1


def _tell(name: str, **figures: Any) -> None:
    print(json.dumps({"name": name, **figures}), flush=True)


if __name__ == "__main__":
    sys.exit(main())
