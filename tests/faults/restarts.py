"""PostgreSQL is restarted again and again under load, as it is when it is looked after, and as when it breaks off."""

from __future__ import annotations

import signal
import time
from pathlib import Path
from typing import Final

from tests.faults.outcomes import DURABLE, Outcome, audited, timed
from tests.faults.people import a_household
from tests.world.instance import an_instance
from tests.world.postgresql import a_postgresql

_ENDINGS: Final = (signal.SIGINT, signal.SIGQUIT)
"""A fast restart, and an immediate one, after which it recovers from its own journal."""
_AWAY: Final = 1.0
"""Seconds for which it is away, beside those that its own end and start take."""


def restarted(folder: Path, *, restarts: int, every: float, seed: int) -> Outcome:
    """So many restarts, `every` so many seconds; Snowdrop itself is started once, and goes on by itself."""
    outcome = Outcome("PostgreSQL restarted")
    with timed(outcome), a_postgresql(*DURABLE) as server:
        settings = {"SNOWDROP_DATABASE": server.new_database()}
        with an_instance(folder / "data", **settings) as instance:
            household = a_household(instance, seed=seed)
            instance.start(wait_for=household.page)
            ledger, back = household.ledger, list[float]()
            with household.at_work(family=0.5):
                for number in range(restarts):
                    before = ledger.told
                    household.wait_for(lambda: ledger.told >= before + 20)  # noqa: B023 - asked in this round only
                    time.sleep(every)
                    server.end(_ENDINGS[number % len(_ENDINGS)])
                    time.sleep(_AWAY)
                    server.start_again()
                    up, kept = time.monotonic(), len(ledger.acknowledged)
                    household.wait_for(lambda: len(ledger.acknowledged) > kept)  # noqa: B023
                    back.append(time.monotonic() - up)
                household.wait_for_each_act()
            assert instance.process and instance.process.poll() is None, instance.log()
            instance.stop()
            outcome.more |= {"restarts": restarts, "worst_seconds_until_kept_again": round(max(back), 1)}
            return audited(instance, ledger, outcome)
