"""The journal of a database that was restored in another PostgreSQL, whose count of transactions is another.

Entries know the transaction that wrote them (journal.py). Restored where fewer transactions have been, some seem to
come from one that is still to come, and readers wait for it. On SQLite, which has no such count, nothing is to be done.
"""

from __future__ import annotations

from typing import Final

from django.db import connection, transaction

from snowdrop.ground.models import Entry, ReaderPlace

_STILL_TO_COME: Final = """
    SELECT EXISTS (SELECT FROM ground_entry WHERE written_in >= pg_snapshot_xmax(pg_current_snapshot()))
        OR EXISTS (SELECT FROM ground_readerplace
                   WHERE last_written >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint)"""
_FIRST_UNREAD: Final = "SELECT min(id) FROM ground_entry WHERE (written_in, id) > (%s::text::xid8, %s)"


def is_held_back() -> bool:
    """Whether readers of the journal wait for a transaction that is still to come."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute(_STILL_TO_COME)
        return bool(cursor.fetchone()[0])


@transaction.atomic
def let_readers_go_on() -> None:
    """Puts what was restored before everything that is still to come; some entries may be read twice, none is left out.

    Only while no worker runs.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE ground_entry, ground_readerplace IN EXCLUSIVE MODE")
        last = Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0
        for place in ReaderPlace.objects.all():
            cursor.execute(_FIRST_UNREAD, [str(place.last_written), place.last_entry])
            first_unread = cursor.fetchone()[0]
            place.last_written, place.last_entry = 0, last if first_unread is None else first_unread - 1
            place.save()
        cursor.execute("UPDATE ground_entry SET written_in = '0'")
