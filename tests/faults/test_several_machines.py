"""Two machines serve one PostgreSQL behind a load balancer (docs/decisions/0025): each in a folder of data of its own.

They share the folders of keys and of media, as they would a bucket, and stand on loopback.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from bench.machine import descent
from tests.faults.people import Ledger, send_until_it_breaks
from tests.front.conftest import wait_for_document
from tests.world.balancer import a_balancer
from tests.world.instance import Instance, a_form, an_instance
from tests.world.postbox import Postbox, a_postbox
from tests.world.postgresql import a_postgresql

pytestmark = pytest.mark.slow
RESTARTS = 6
LEAST_IN_A_ROUND = 20
SENDERS = 4
SOON = 2.0
"""Seconds after which a page that changed on one machine is new on the other."""


class Nothing:
    """Takes the settings of the server for mail, which here are those of other processes."""


@dataclass(frozen=True, slots=True)
class Two:
    """The machines, and the mails of both."""

    one: Instance
    other: Instance
    box: Postbox


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    folder = tmp_path_factory.mktemp("several")
    for name in ("one", "other", "media"):
        (folder / name).mkdir()
    for name in ("one", "other"):
        (folder / name / "media").symlink_to(folder / "media")
    with a_postgresql() as server, a_postbox(Nothing()) as box:
        settings = {
            "SNOWDROP_DATABASE": server.new_database(),
            "SNOWDROP_KEYS": str(folder / "keys"),
            "SNOWDROP_MAIL": f"smtp://127.0.0.1:{box.port}",
            "SNOWDROP_DEVELOPING": "no",
        }
        other = Instance(folder / "other", settings=settings)
        with an_instance(folder / "one", **settings) as one:
            try:
                one.start()
                other.start()
                yield Two(one, other, box)
            finally:
                other.end()


def published(two: Two, title: str) -> str:
    """A page that everybody may see, whose document stands on both machines."""
    slug: str = two.one.act("open_memorial", title, "everybody")["slug"]
    for node in (two.one, two.other):
        wait_for_document(node, slug)
    return slug


def seconds_until(node: Instance, path: str, words: bytes) -> float:
    began = time.monotonic()
    node.wait_for(lambda: words in node.get(path).body)
    return time.monotonic() - began


def worker_of(node: Instance) -> int:
    """The last that `serve` has started."""
    assert node.process
    children = [pid for pid in descent(node.process.pid) if _parent(pid) == node.process.pid]
    return max(children, key=lambda pid: Path(f"/proc/{pid}").stat().st_ctime_ns)


def _parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def test_what_changes_on_one_is_new_on_both(two: Two) -> None:
    slug, took = published(two, "For Robin"), []
    for here, there in ((two.one, two.other), (two.other, two.one)):
        form = a_form(words=f"Written on {here.port}.")
        assert here.post(f"/m/{slug}/send/", form).status == 303
        here.act("let_through", slug, form["once"])
        took += [seconds_until(node, f"/m/{slug}/", form["words"].encode()) for node in (there, here)]

    assert max(took) < SOON, took


def test_what_is_taken_back_on_one_is_gone_on_the_other_when_the_act_returns(two: Two) -> None:
    slug = published(two, "For Linnet")
    for _ in range(3):
        two.one.act("take_back", slug)
        assert (two.one.get(f"/m/{slug}/").status, two.other.get(f"/m/{slug}/").status) == (404, 404)
        two.other.act("publish", slug, "everybody")
        for node in (two.one, two.other):
            wait_for_document(node, slug)
        two.other.act("take_back", slug)
        assert (two.one.get(f"/m/{slug}/").status, two.other.get(f"/m/{slug}/").status) == (404, 404)
        two.one.act("publish", slug, "everybody")
        for node in (two.one, two.other):
            wait_for_document(node, slug)


def test_a_machine_that_does_not_look_any_more_answers_nothing_from_memory(two: Two) -> None:
    slug, worker = published(two, "For Finch"), worker_of(two.other)
    os.kill(worker, signal.SIGSTOP)
    try:
        two.one.act("take_back", slug)
        assert (two.one.get(f"/m/{slug}/").status, two.other.get(f"/m/{slug}/").status) == (404, 404)
    finally:
        os.kill(worker, signal.SIGCONT)


def test_somebody_who_signed_in_is_known_on_both_and_photographs_are_on_both(two: Two) -> None:
    slug = published(two, "For Siskin")
    cookie = {"Cookie": two.one.act("sign_in", slug)["cookie"]}
    given = two.other.act("fill_with_canaries", "Noor")
    photographs = [node.get(given["photo"], cookie) for node in (two.one, two.other)]

    assert [node.get(f"/m/{slug}/waiting/", cookie).status for node in (two.one, two.other)] == [200, 200]
    assert [photograph.status for photograph in photographs] == [200, 200]
    assert photographs[0].body == photographs[1].body and len(photographs[0].body) > 1000


def test_a_thanks_to_many_reaches_each_once_with_two_workers(two: Two) -> None:
    two.box.mails.clear()
    slug = two.one.act("many_have_written", 60)["slug"]
    two.other.act("thank_everybody", slug)
    two.one.wait_for(lambda: two.one.act("how_far")["finished"] and not two.one.act("how_far")["left"])

    often = Counter(two.box.to())
    assert len(often) == 60
    assert set(often.values()) == {1}


def _come_and_go(node: Instance, number: int, asked: Instance, ledger: Ledger, chance: Random) -> None:
    """One of the two ends, each third time without a warning, once with the other there and once alone, and begins."""
    for _ in range(2):
        enough = len(ledger.acknowledged) + LEAST_IN_A_ROUND
        asked.wait_for(lambda: len(ledger.acknowledged) >= enough)  # noqa: B023 - asked in this round only
        if node.process and node.process.poll() is None:
            time.sleep(chance.uniform(0, 0.3))
            node.stop(signal.SIGKILL if number % 3 == 2 else signal.SIGTERM)
    node.start()


def test_through_the_balancer_what_was_acknowledged_is_kept_once_while_machines_come_and_go(
    two: Two, tmp_path: Path
) -> None:
    chance, ledger, over = Random(5), Ledger(), threading.Event()
    slug = published(two, "For Wren")
    with a_balancer(tmp_path / "balancer", (two.one, two.other)) as asked:
        how = {"target": send_until_it_breaks, "args": (asked, slug, ledger, over)}
        senders = [threading.Thread(**how) for _ in range(SENDERS)]  # type: ignore[arg-type]
        for sender in senders:
            sender.start()
        try:
            for number in range(RESTARTS):
                _come_and_go((two.one, two.other)[number % 2], number, asked, ledger, chance)
        finally:
            over.set()
            for sender in senders:
                sender.join()
    kept = two.one.act("kept", *ledger.sent)

    assert len(ledger.acknowledged) >= RESTARTS * 2 * LEAST_IN_A_ROUND
    assert kept["doubled"] == []
    assert [once for once in ledger.acknowledged if once not in kept["words"]] == []
    assert all(ledger.sent[once] == words for once, words in kept["words"].items())
