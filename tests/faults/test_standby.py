"""Machines with addresses of their own: the primary dies and its standby takes over; a node is cut off (0029).

The same at length, again and again: `python -m tests.faults.standby`.
"""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from snowdrop.ground.machines import BELIEVED_FOR
from tests.faults import standby
from tests.faults.standby import Site, a_page, a_storm, wait_for_document
from tests.world.instance import Instance
from tests.world.machines import Machine

pytestmark = pytest.mark.slow
SOON = 15.0
"""Seconds after a promotion in which something is kept again; about 3 on an idle machine."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with standby.a_site(tmp_path_factory.mktemp("site")) as site:
        yield site


@dataclass(slots=True)
class Watch:
    """Asks one node for a page again and again, from beside it, and notes when it asked and what came."""

    node: Instance
    path: str
    host: str
    seen: list[tuple[float, int]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def look(self) -> None:
        while not self.over.wait(0.02):
            asked_at = time.monotonic()
            connection = http.client.HTTPConnection(self.node.host, self.node.port, timeout=1)
            try:
                connection.request("GET", self.path, headers={"Host": self.host})
                self.seen.append((asked_at, connection.getresponse().status))
            except OSError:
                self.seen.append((asked_at, 0))
            finally:
                connection.close()


def watched(machine: Machine, watch: Watch) -> threading.Thread:
    """Begins to look, on this machine."""
    with machine.entered():
        thread = threading.Thread(target=watch.look)
        thread.start()
    return thread


def test_a_node_that_is_cut_off_shows_nothing_that_was_taken_back_and_others_take_over(site: Site) -> None:
    slug, (node, other), place = a_page(site, "For Finch"), site.nodes, site.places[1]
    page = a_page(site, "For Linnet")
    watch = Watch(other, f"/m/{page}/", site.asked.host)
    with a_storm(site, slug) as storm:
        storm.wait_for_more()
        looking = watched(place, watch)
        other.wait_for(lambda: len(watch.seen) > 5)
        place.pull_the_cable()
        storm.wait_for_more()
        node.act("take_back", page)
        returned = time.monotonic()
        while time.monotonic() < returned + BELIEVED_FOR + 1:  # as long as it could have gone on believing
            assert site.get(node, f"/m/{page}/") == 404
            time.sleep(0.1)
        place.plug_it_in()
        node.wait_for(lambda: site.get(other, f"/m/{page}/") == 404)
        watch.over.set()
        looking.join()
    wait_for_document(site, other, slug)  # it takes part again, and nobody has started it anew

    assert [status for at, status in watch.seen if at < returned].count(200) > 5
    assert [status for at, status in watch.seen if at >= returned and status == 200] == []
    assert standby.is_clean(standby.settled(storm))


def test_what_was_acknowledged_is_kept_once_when_the_primary_dies_and_its_standby_takes_over(site: Site) -> None:
    slug = a_page(site, "For Wren")
    with a_storm(site, slug) as storm:
        storm.wait_for_more(50)
        took = standby.fail_over(storm)
        storm.wait_for_more(50)
    found = standby.settled(storm)

    assert found["acknowledged"] >= 100
    assert standby.is_clean(found), found
    assert took["since_promotion_s"] < SOON
    for node in site.nodes:
        wait_for_document(site, node, slug)


def test_a_primary_that_comes_back_as_it_was_acknowledges_nothing(site: Site) -> None:
    old = site.standby  # died in the test before
    old.machine.pull_the_cable()
    old.start()
    waiting = threading.Thread(target=_write_to, args=(old.folder,))
    waiting.start()
    old.wait_for(lambda: old.asked("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"))
    old.kill()
    waiting.join()


def _write_to(folder: Path) -> None:
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(host=str(folder), user="snowdrop", dbname="snowdrop").execute(
            "CREATE TABLE x ()"
        ).connection.commit()
