"""The real darkroom and cutting room, which remember what they have made: many tests look at the same files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, Final

import pytest

from snowdrop.media import cutting_room, darkroom
from snowdrop.media.cutting_room import Cut
from snowdrop.media.order import Answer

_CUT: Final[dict[str, tuple[Cut, bytes]]] = {}
_DEVELOPED: Final[dict[tuple[str, Any], Answer]] = {}


@contextmanager
def remembered() -> Iterator[None]:
    """Within it each file is made ready once, really, for all tests of a process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting_room, "cut", _remembering_cuts(cutting_room.cut))
        patch.setattr(darkroom, "develop", _remembering_prints(darkroom.develop))
        yield


def _remembering_cuts(really_cut: Callable[..., Cut]) -> Callable[..., Cut]:
    def cut(original: BinaryIO, product: BinaryIO, *more: Any, **named: Any) -> Cut:
        of = _content_of(original)
        if of not in _CUT:
            made = really_cut(original, product, *more, **named)
            product.seek(0)
            _CUT[of] = made, product.read()
        else:
            product.write(_CUT[of][1])
            product.flush()
        return _CUT[of][0]

    return cut


def _remembering_prints(really_develop: Callable[..., Answer]) -> Callable[..., Answer]:
    def develop(source: BinaryIO, *said: Any) -> Answer:
        of = _content_of(source), said
        if of not in _DEVELOPED:
            _DEVELOPED[of] = really_develop(source, *said)
        return _DEVELOPED[of]

    return develop


def _content_of(file: BinaryIO) -> str:
    file.seek(0)
    content = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return content
