"""Names that bytes are about to get: noted before the bytes are kept, forgotten in the transaction that names them.

Whoever is ended in between, without a warning, leaves bytes that no row speaks of; by the note they are let go of.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from snowdrop.ground import clock
from snowdrop.ground.sealing import Readable
from snowdrop.ground.timetable import every
from snowdrop.media.models import Expected
from snowdrop.media.store import Kept, Store, new_name, the_store

EXPECTED_FOR: Final = timedelta(hours=24)
"""How long a row is waited for; far longer than any file takes to come, or any video to be made ready."""


class TooLate(Exception):
    """The bytes were waited for no longer: they are gone, and nothing may speak of them."""


def keep(store: Store, key: bytes, source: Readable, *, bound_to: bytes, memorial_id: UUID) -> Kept:
    """Keeps all that the source gives, as `Store.keep` does, for a row that follows: see `are_named`.

    The note is of this very moment, whenever the act was begun for which it is kept.
    """
    expected = Expected.objects.create(name=new_name(), memorial_id=memorial_id, noted_at=clock.now())
    try:
        return store.keep(key, source, bound_to=bound_to, name=expected.name)
    except BaseException:
        expected.delete()
        raise


def are_named(names: Iterable[str]) -> None:
    """Rows speak of these from now on; call it in the transaction that makes them. Raises TooLate."""
    wanted = set(names)
    named, _ = Expected.objects.filter(name__in=wanted, given_up=False).delete()
    if named != len(wanted):
        raise TooLate


def let_go(store: Store, names: Iterable[str]) -> None:
    """Gives these up, removes their bytes, and then forgets them. One that a row speaks of by now is left alone.

    So it is safe where nobody knows whether a transaction was committed, because its answer was lost.
    """
    for name in names:
        if Expected.objects.filter(name=name).update(given_up=True):
            store.discard(name)
            Expected.objects.filter(name=name).delete()


@every(timedelta(hours=1), "let go of bytes of which no row came to speak")
def let_go_of_unfinished(now: datetime) -> None:
    """Gives up what was waited for too long, so that no row can name it any more, and then lets it go."""
    Expected.objects.filter(noted_at__lte=now - EXPECTED_FOR).update(given_up=True)
    let_go(the_store(), list(Expected.objects.filter(given_up=True).values_list("name", flat=True)))
