"""Reads the journal: notes, for those who have asked, that there may be something to tell them."""

from __future__ import annotations

from typing import Final

from django.db.models import Max, QuerySet

from snowdrop.ground import clock, journal
from snowdrop.notices import telling
from snowdrop.notices.vocabulary import About

_OF: Final[dict[str, tuple[About, ...]]] = {
    "comfort.received": (About.TO_READ, About.WAITS),  # it waits at once where nobody reads first
    "comfort.held": (About.TO_READ,),
    "comfort.waiting": (About.WAITS,),
    "request.arrived": (About.ASKING,),
    "request.brought": (About.ASKING,),
    "memorial.published": (About.NEWS,),
    **{
        f"{noun}.{verb}": (About.NEWS,)
        for noun in ("letter", "photo", "clip")
        for verb in ("written", "changed", "added", "described", "restored", "shown")
    },
}
"""What each act may mean to somebody. Whether there is anything for them is asked when they are told."""


@journal.batch_reader("notices", verbs=tuple(_OF), rest=5)
def read_entries(new: QuerySet[journal.Entry]) -> None:
    """Safe to run twice. Asks for each memorial once, however many have written to it in between."""
    groups = new.filter(memorial_id__isnull=False).order_by().values("verb", "memorial_id", "actor_id")
    for one in groups.annotate(last=Max("id")):
        memorial_id = one["memorial_id"]
        assert memorial_id
        for about in _OF[one["verb"]]:
            telling.note(about, memorial_id, by=one["actor_id"], entry=one["last"], now=clock.now())
