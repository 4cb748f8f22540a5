"""`python -m bench.outpouring` (P3): a page is named in the news, and people read and send at four fifths of its peak.

Printed, one JSON object a line: the burst (P1 alone), what lasts (`--messages` of them without a pause), what readers
keep, how long people of another memorial wait beside it and how long they waited before, and how long it takes until
what was let through stands on the page. Everything in turn on one new instance; the load is on the same machine.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, Final
from urllib.parse import urlencode

from bench import machine, snowdrop
from bench.load import Reading, Seen, Sending, have_wrk, press, sending
from bench.servers import ROOT
from bench.siege import FORM, Target, allow_many_files, an_instance_of, ask, visits
from bench.siege import Seen as Visits

CONNECTIONS: Final = 64
SHARE: Final = 0.8
_MORE_SECONDS: Final = 4
_LET_THROUGH: Final = 5
_LONGEST: Final = 30.0


def main() -> int:
    """Measures, and prints."""
    parser = argparse.ArgumentParser(prog="python -m bench.outpouring", description="A page in the news (P3).")
    parser.add_argument("--seconds", type=int, default=10, help="seconds of each part (10)")
    parser.add_argument("--messages", type=int, default=100_000, help="sent without a pause (100,000)")
    options = parser.parse_args()
    have_wrk()
    allow_many_files()
    with an_instance_of("off") as (instance, hot), tempfile.TemporaryDirectory(prefix="outpouring-") as folder:
        _measure(Outpouring(instance, hot, Path(folder), options.seconds), options.messages)
    return 0


class Outpouring:
    """An instance, its hot page, another memorial beside it, and how long each part takes."""

    def __init__(self, instance: Any, hot: Target, folder: Path, seconds: int) -> None:
        self.instance, self.hot, self.folder, self.seconds = instance, hot, folder, seconds
        slug = instance.act("open_memorial", "For Robin", "everybody")["slug"]
        self.other = Target(hot.port, slug, instance.act("sign_in", slug)["cookie"], file="")
        self.page = f"http://127.0.0.1:{hot.port}/m/{hot.slug}/"

    def sends(self, seconds: int, *, pause_ms: int | None = None) -> Sending:
        """Messages to the hot page."""
        return Sending(f"{self.page}send/", CONNECTIONS, seconds, snowdrop.BODY, pause_ms=pause_ms)

    def reads(self) -> Reading:
        """The hot page, as browsers ask for it."""
        return Reading(self.page, CONNECTIONS, self.seconds, (snowdrop.ENCODING,))

    def others(self) -> Visits:
        """What people of the other memorial see: its page, its form, its family."""
        return asyncio.run(visits(self.other, self.seconds))

    @contextmanager
    def under_way(self, pause_ms: int) -> Iterator[Callable[[], Seen]]:
        """People send to the hot page meanwhile; gives what was seen of them once they are done."""
        with sending(self.sends(self.seconds + _MORE_SECONDS, pause_ms=pause_ms), self.folder) as sent:
            time.sleep(1)
            yield sent.seen


def _measure(one: Outpouring, messages: int) -> None:
    press(one.sends(2), one.folder)  # the first are slower
    burst = press(one.sends(one.seconds), one.folder)
    _say("P3 burst", burst.rate, "1/s", p50_ms=burst.p50_ms, p99_ms=burst.p99_ms, errors=burst.errors)
    lasting = press(one.sends(max(one.seconds, round(messages / burst.rate))), one.folder)
    _say("P3 lasting", lasting.rate, "1/s", ("P3 burst", burst.rate), p99_ms=lasting.p99_ms, sent=lasting.answered)
    pause = round(1000 * CONNECTIONS / (SHARE * burst.rate) - burst.p50_ms * SHARE)
    alone, before = press(one.reads(), one.folder), one.others()
    with one.under_way(max(1, pause)) as seen:
        during = one.others()
        _tell_of_senders(seen(), burst)
    for kind, name in (("read", "page"), ("send", "sending"), ("family", "family"), ("guest", "sign-in")):
        _say(
            f"P3 another memorial's {name}, p99",
            during.within(kind, 0.99),
            "ms",
            ("before", before.within(kind, 0.99)),
            p50_ms=during.within(kind, 0.5),
            failed=during.failed,
        )
    with one.under_way(max(1, pause)):
        meanwhile = press(one.reads(), one.folder)
    _say("P3 reads meanwhile", meanwhile.rate, "1/s", ("reads alone", alone.rate), p99_ms=meanwhile.p99_ms)
    with one.under_way(max(1, pause)):
        waits = [_until_it_stands_there(one, number) for number in range(_LET_THROUGH)]
    _say("P3 let through, until it stands on the page", round(median(waits), 2), "s", most=round(max(waits), 2))


def _tell_of_senders(seen: Seen, burst: Seen) -> None:
    _say("P3 sending meanwhile", seen.rate, "1/s", ("P3 burst", burst.rate), p99_ms=seen.p99_ms, errors=seen.errors)


def _until_it_stands_there(one: Outpouring, number: int) -> float:
    """Seconds from the moment in which it was let through; `_LONGEST` if it did not come."""
    once = f"{int(time.time() * 1000):012x}{number:032x}"
    words = f"Wren stands here {number}"
    form = urlencode({"once": once, "kind": "words", "words": words, "name": "", "language": "en"})
    asyncio.run(ask(one.hot, "127.9.1.1", "POST", f"/m/{one.hot.slug}/send/", FORM, body=form))
    one.instance.act("let_through", one.hot.slug, once)
    began = time.monotonic()
    while time.monotonic() - began < _LONGEST:
        if words.encode() in asyncio.run(ask(one.hot, "127.9.1.1", "GET", f"/m/{one.hot.slug}/")):
            break
        time.sleep(0.02)
    return time.monotonic() - began


def _say(name: str, value: float, unit: str, against: tuple[str, float] | None = None, **more: float) -> None:
    ratio = {"ratio_to": against[0], "ratio": round(value / against[1], 3)} if against else {}
    line = {"name": name, "value": value, "unit": unit, **ratio, **more, "machine": machine.describe(ROOT)}
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    sys.exit(main())
