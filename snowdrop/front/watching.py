"""Where several machines serve: lets go of documents that another machine may have made old (ground/machines.py)."""

from __future__ import annotations

import time
from queue import SimpleQueue
from typing import Final
from uuid import UUID

from snowdrop.ground import journal, machines, published
from snowdrop.ground.machines import Looking, News
from snowdrop.ground.worker import Beside
from snowdrop.memorials.models import Memorial

_ALONE_FOR: Final = 365 * 24 * 3600.0
"""Seconds for which a machine that is alone trusts its documents: until it hears of another."""


def watching() -> Beside:
    """What a worker does beside its readers: it looks, and makes anew what it has let go of."""
    looking, dropped = Looking(), SimpleQueue[UUID]()

    def watch() -> float:
        return _look(looking, dropped)

    def make_anew() -> float:
        return _make_anew(dropped) if machines.may_be_several() else _ALONE_FOR

    return Beside((watch, make_anew), looking.begun)


def _look(looking: Looking, dropped: SimpleQueue[UUID]) -> float:
    """Looks once; returns the seconds until the next look. Until when documents are trusted is on disk afterwards."""
    if not machines.may_be_several():
        looking.begun.set()
        return _ALONE_FOR
    began, has_others = time.time(), False

    def let_go(news: News) -> None:
        nonlocal has_others
        has_others = news.has_others
        _let_go(news, dropped)

    looking.look(let_go)
    published.trust_until(began + (machines.BELIEVED_FOR if has_others else _ALONE_FOR))
    return machines.LOOK_EVERY


def _let_go(news: News, dropped: SimpleQueue[UUID]) -> None:
    """Of what was changed. At the start, of everything that was made before (then `readers.tidy_up` makes it anew).

    The reader of the journal may have made a document already with what is new here, and will not come again: so each
    that is dropped is made anew by us too.
    """
    if news.memorials is None:
        journal.pass_over("front")
        for key in published.all_keys():
            published.drop(key)
    elif news.has_others:
        for memorial_id, slug in Memorial.objects.filter(pk__in=news.memorials).values_list("pk", "slug"):
            published.drop(slug)
            dropped.put(memorial_id)


def _make_anew(dropped: SimpleQueue[UUID]) -> float:
    """Publishes what was dropped, each once; returns the seconds until the next round."""
    from snowdrop.front.publishing import publish

    waiting = set[UUID]()
    while not dropped.empty():
        waiting.add(dropped.get())
    for memorial_id in waiting:
        publish(memorial_id)
    return machines.LOOK_EVERY
