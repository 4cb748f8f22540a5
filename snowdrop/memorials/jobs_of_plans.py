"""Timed work about the day on which a page is opened."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import F

from snowdrop.ground.timetable import every
from snowdrop.memorials.actions import publish_as_planned
from snowdrop.memorials.models import Plan

logger = logging.getLogger(__name__)

LOOK_EVERY: Final = timedelta(minutes=1)
"""How late something may be that is to be shown at an hour, while the worker runs."""


@every(LOOK_EVERY, "open the pages whose day has come")
def open_pages(now: datetime) -> None:
    """Opens every page whose moment has come, also long ago: the server may have been off."""
    pages = Plan.objects.filter(at__lte=now, missed="", thing_id=F("memorial_id"))
    do_each(pages.order_by("at", "id").values_list("thing_id", flat=True), lambda one: publish_as_planned(one, now=now))


def do_each(things: Iterable[UUID], act: Callable[[UUID], None]) -> None:
    """Each by itself: one that fails is tried again with the next look, and holds up no other."""
    for thing_id in list(things):
        try:
            act(thing_id)
        except Exception:
            logger.exception("What was planned could not be shown (%s); it is tried again.", thing_id)
