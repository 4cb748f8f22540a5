"""`python -m bench.sizes`: what a message weighs, on disk and on the way to a standby. One JSON object a line.

Messages of 285 letters are taken in by the real acts, in batches as the front commits them, and every reader of the
journal acts on them, so that each has its lane. `--postgresql` does the same on a PostgreSQL of the bench's own.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from bench.postgresql import a_server
from bench.rooms import a_door
from bench.servers import ROOT

_AT_ONCE: Final = 64
_WORDS: Final = "we are thinking of you and your little one with all our love may the memory stay warm and light " * 3
_ACTS: Final = (f"taken in by {_AT_ONCE} in one commit", "acted on by every reader of the journal")
_TABLES: Final = """
    SELECT relname, pg_table_size(oid), pg_indexes_size(oid) FROM pg_class
    WHERE relname IN ('comfort_comfort', 'ground_entry')"""


def main() -> int:
    """Fills, measures, prints."""
    parser = argparse.ArgumentParser(prog="python -m bench.sizes", description="What a message weighs.")
    parser.add_argument("--pieces", type=int, default=50_000, help="messages (50,000)")
    parser.add_argument("--postgresql", action="store_true", help="on PostgreSQL instead of the embedded database")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    home = ROOT / ".bench"
    home.mkdir(exist_ok=True)
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="sizes-", dir=home))
        os.environ |= {"SNOWDROP_DATA": folder, "DJANGO_SETTINGS_MODULE": "snowdrop.settings"}
        if options.postgresql:
            server = stack.enter_context(a_server())
            os.environ["SNOWDROP_DATABASE"] = server.url(server.new_database())
        for row in _measured(Path(folder), options.pieces):
            print(json.dumps(row), flush=True)
    return 0


def _measured(folder: Path, pieces: int) -> list[dict[str, Any]]:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from snowdrop.ground import journal
    from snowdrop.safeguarding import screening

    call_command("migrate", verbosity=0)
    door, weigh = a_door(), _weigh_postgresql if connection.vendor == "postgresql" else _weigh_sqlite
    while journal.catch_up_all():
        pass
    screening.warm()
    empty, moments = weigh(folder), [_clocks()]
    _take_in(door, pieces)
    taken_in, moments = weigh(folder), [*moments, _clocks()]
    while journal.catch_up_all():
        pass
    moments, read = [*moments, _clocks()], weigh(folder)
    if connection.vendor == "postgresql":
        connection.close()
        connection.close_pool()
    rows = [
        {"name": f"bytes a message: {name}", "value": round((read[name] - empty[name]) / pieces), "unit": "B"}
        | {"when_taken_in": round((taken_in[name] - empty[name]) / pieces)}
        for name in read
    ]
    for name, began, ended in zip(_ACTS, moments, moments[1:], strict=False):
        took, worked = ended[0] - began[0], ended[1] - began[1]
        rows.append({"name": name, "value": round(pieces / took), "unit": "1/s"})
        rows[-1]["processor_ms"] = round(1000 * worked / pieces, 2)
    return [{**row, "database": connection.vendor, "pieces": pieces} for row in rows]


def _clocks() -> tuple[float, float]:
    """Seconds by the clock, and seconds of this process's own work, which others on the machine do not lengthen."""
    return time.perf_counter(), time.process_time()


def _take_in(door: Any, pieces: int) -> None:
    from snowdrop.comfort import actions
    from snowdrop.comfort.intake import new_once, read_fields
    from snowdrop.ground import clock

    for first in range(0, pieces, _AT_ONCE):
        numbers = range(first, min(first + _AT_ONCE, pieces))
        given = [
            {"once": new_once(), "kind": "words", "words": _WORDS, "name": f"Guest {number}"} for number in numbers
        ]
        arrivals = [read_fields({**one, "language": "en"}.items(), door) for one in given]
        actions.receive([(door, arrival) for arrival in arrivals], now=clock.now())


def _weigh_postgresql(_folder: Path) -> Mapping[str, int]:
    """Tables and indexes as they lie there, and the log that goes to a standby."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')")
        weighed = {"log (WAL)": int(cursor.fetchone()[0])}
        cursor.execute(_TABLES)
        for name, table, indexes in cursor.fetchall():
            weighed |= {f"{name}, table": table, f"{name}, indexes": indexes}
    return weighed


def _weigh_sqlite(folder: Path) -> Mapping[str, int]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return {"the whole file": (folder / "snowdrop.sqlite3").stat().st_size}


if __name__ == "__main__":
    sys.exit(main())
