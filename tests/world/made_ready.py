"""The real cutting room, which remembers what it has made of a file: many tests look at the same few recordings."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, Final

import pytest

from snowdrop.media import cutting_room
from snowdrop.media.cutting_room import Cut

_MADE: Final[dict[str, tuple[Cut, bytes]]] = {}


@contextmanager
def remembered() -> Iterator[None]:
    """Within it each file is cut once, really, for all tests of a run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting_room, "cut", _remembering(cutting_room.cut))
        yield


def _remembering(really_cut: Callable[..., Cut]) -> Callable[..., Cut]:
    def cut(original: BinaryIO, product: BinaryIO, *more: Any, **named: Any) -> Cut:
        original.seek(0)
        of = hashlib.file_digest(original, "sha256").hexdigest()
        original.seek(0)
        if of not in _MADE:
            made = really_cut(original, product, *more, **named)
            product.seek(0)
            _MADE[of] = made, product.read()
        else:
            product.write(_MADE[of][1])
            product.flush()
        return _MADE[of][0]

    return cut
