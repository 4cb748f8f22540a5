"""A new instance key: every data key is wrapped anew, while the server goes on working (docs/decisions/0008).

It can be ended at any moment and run again. Whoever makes a data key meanwhile looks once more for a newer instance key
after keeping it, so that none stays behind under the one that goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from snowdrop.ground import instance_keys, keys


def begin() -> list[UUID]:
    """Makes the next instance key, unless it was made before; answers with everybody who has a data key."""
    instance_keys.make_next()
    return sorted(keys.owners())


def wrap(owners: Iterable[UUID]) -> int:
    """Wraps these data keys with the newest instance key; answers with how many were not yet."""
    newest = instance_keys.newest()
    return sum(keys.wrap_anew(owner, newest) for owner in owners)


def end() -> None:
    """Lets the old instance key go, once a look at all data keys found none that it wraps."""
    while wrap(keys.owners()):
        pass
    instance_keys.settle()
