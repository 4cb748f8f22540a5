"""Whether a page is under siege: forms come as no people send them. Then, and only then, some are asked for a moment.

What is looked at, why with these bounds, and who could be slowed down wrongly: docs/decisions/0028. All of it is in the
memory of this process, for seconds; of an address only how many forms came from its network in the last ten.
"""

from __future__ import annotations

import time
from collections import Counter, OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from socket import AF_INET6, inet_ntoa, inet_pton
from typing import Final

from snowdrop.comfort.intake import was_asked_for
from snowdrop.front.tickets import Ticket, new_ticket, read_ticket
from snowdrop.ground.tally import Tally
from snowdrop.settings.environment import Siege

WINDOW: Final = 10.0
"""Seconds over which forms are counted; then all numbers are forgotten."""
MOST_UNASKED: Final = 30
"""Forms in a window, on one page, that nobody had asked for, or that came back sooner than anybody types."""
LASTS: Final = 300.0
"""Seconds for which a siege lasts after the last window that showed it; for a network, a fifth of it."""
EASIEST: Final = 20_000
"""Numbers to try at most, half of them on average: about a second on a phone."""
HARDER_AFTER: Final = 30
"""Each so many pieces of work from one network in a window double what the next is asked for..."""
HARDEST: Final = 320_000
"""...up to this."""
MOST_WAITED: Final = 5
"""Tickets of one network that let in by waiting, in a window; the next wait another minute."""
MOST_PAGES: Final = 1000
MOST_NETWORKS: Final = 20_000
MOST_LET_IN: Final = 10_000
"""What is remembered at most: about 6 MB in all."""
_NETWORK_BYTES: Final = 7
"""Of an IPv6 address: a household is given a /56, and chooses the rest freely (RIPE-690)."""
_MAPPED: Final = bytes(10) + b"\xff\xff"
"""Before an IPv4 address in the shape of an IPv6 address (RFC 4291, 2.5.5.2)."""


@dataclass(slots=True)
class Page:
    """One page in this window. Times are unix seconds until which a siege lasts, of the page and of single networks."""

    unasked: int = 0
    forms: Counter[str] = field(default_factory=Counter)
    worked: Counter[str] = field(default_factory=Counter)
    waited: Counter[str] = field(default_factory=Counter)
    until: float = 0.0
    crowded: dict[str, float] = field(default_factory=dict)

    def is_besieged(self, now: float) -> bool:
        """Whether anybody is asked for anything here."""
        return now < self.until or any(now < until for until in list(self.crowded.values()))


class Guard:
    """The guard of one front; used from its loop only."""

    def __init__(self, wished: Siege, tally: Tally | None = None) -> None:
        self._mode, self._most, self._tally = wished.mode, wished.share, tally
        self._pages: dict[str, Page] = {}
        self._networks, self._begun = 0, 0.0
        self._let_in: OrderedDict[tuple[str, str], None] = OrderedDict()
        if tally:
            tally.gauges["sieges"] = lambda: self.sieges(time.time())

    def sieges(self, now: float) -> int:
        """How many pages are under siege; asked from another thread."""
        return sum(page.is_besieged(now) for page in list(self._pages.values()))

    def asks(self, slug: str, address: str, given: Mapping[str, str], *, now: float) -> Ticket | None:
        """None if the form is let in; else the ticket with which it will be, now or in a minute."""
        if self._mode == "off":
            return None
        once, network = given.get("once", ""), network_of(address)
        page = self._page(slug, now)
        if not self._looks_strange(page, network, once, now) and self._mode != "always":
            return None
        if (slug, once) in self._let_in:
            return None
        ticket = read_ticket(given.get("moment", ""), slug, once, now=now)
        if ticket and self._is_earned(page, network, ticket, given.get("found", ""), now):
            self._remember(slug, once)
            return None
        self._count("asked")
        return ticket or new_ticket(slug, once, most=_work_for(page.worked[network]), now=now)

    def _looks_strange(self, page: Page, network: str, once: str, now: float) -> bool:
        """Counts the form, and says whether it is of those for which the page is under siege. Others never notice."""
        unasked = not was_asked_for(once, now=now)
        page.unasked += unasked
        if page.unasked > MOST_UNASKED:
            page.until = now + LASTS
        if network in page.forms or self._networks < MOST_NETWORKS:
            page.forms[network] += 1
            self._networks += page.forms[network] == 1
            if page.forms[network] > self._most:
                page.crowded[network] = now + LASTS / 5
        return (unasked and now < page.until) or now < page.crowded.get(network, 0.0)

    def _is_earned(self, page: Page, network: str, ticket: Ticket, found: str, now: float) -> bool:
        if found and ticket.is_worked(found):
            page.worked[network] += 1
            self._count("let_in.worked")
            return True
        if ticket.is_waited(now) and page.waited[network] < MOST_WAITED:
            page.waited[network] += 1
            self._count("let_in.waited")
            return True
        return False

    def _page(self, slug: str, now: float) -> Page:
        if now - self._begun >= WINDOW:
            self._begin_window(now)
        page = self._pages.get(slug)
        if page is None:
            page = Page()
            if len(self._pages) < MOST_PAGES:
                self._pages[slug] = page
        return page

    def _begin_window(self, now: float) -> None:
        """Forgets everything but what is still under siege."""
        self._begun, self._networks = now, 0
        besieged = {slug: page for slug, page in self._pages.items() if page.is_besieged(now)}
        self._pages = {
            slug: Page(until=page.until, crowded={one: until for one, until in page.crowded.items() if now < until})
            for slug, page in besieged.items()
        }

    def _remember(self, slug: str, once: str) -> None:
        """So that a form which needs a second look, or came twice, is not asked twice."""
        self._let_in[slug, once] = None
        if len(self._let_in) > MOST_LET_IN:
            self._let_in.popitem(last=False)

    def _count(self, name: str) -> None:
        if self._tally:
            self._tally.count(name)


def _work_for(worked: int) -> int:
    return int(min(HARDEST, EASIEST * 2 ** min(worked // HARDER_AFTER, 10)))


def network_of(address: str) -> str:
    """Those who share a way to the net: one IPv4 address, or the first 56 bits of an IPv6 address, as hex digits."""
    if ":" not in address:
        return address
    try:
        six = inet_pton(AF_INET6, address.strip("[]").partition("%")[0])
    except (OSError, ValueError):
        return address[:64]
    return inet_ntoa(six[12:]) if six.startswith(_MAPPED) else six[:_NETWORK_BYTES].hex()
