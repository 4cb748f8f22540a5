"""Reads the journal for the front door: what has changed a public page makes its document anew, once each round."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.db.models import QuerySet

from snowdrop.front.edition import edition
from snowdrop.ground import journal, published
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.vocabulary import FirstReading

_ROUND: Final = 0.7
"""Seconds of rest after a round, so that a page under a storm is made anew about once a second."""
_MOST_AT_START: Final = 1000
"""Documents that are made at the start, of those published last; any other is made with its next change."""


@journal.batch_reader("front", rest=_ROUND, on_each_machine=True)
def read_entries(new: QuerySet[journal.Entry]) -> None:
    """Publishes every memorial of which something is new. Safe to run twice.

    Every act counts, also one that no page shows: to make one page too many is cheap, to miss one is not. Only comfort
    that waits to be read first is left out, for it is what arrives by the thousand.
    """
    from snowdrop.front.publishing import publish

    of_memorials = new.order_by().filter(memorial_id__isnull=False).values_list("memorial_id", flat=True).distinct()
    changed = {one for one in of_memorials.exclude(verb="comfort.received") if one}
    came = of_memorials.filter(verb="comfort.received")
    changed |= set(Memorial.objects.filter(pk__in=came, first_reading=FirstReading.NOBODY).values_list("pk", flat=True))
    for memorial_id in changed:
        publish(memorial_id)


def tidy_up() -> None:
    """At the start of the worker: takes away what is not public any more, makes what is missing or of another edition.

    An act takes its document away by itself; this mends what a lost process has left.
    """
    from snowdrop.front.publishing import public_memorials, publish

    left, missing = published.all_keys(), list[UUID]()
    for memorial_id, slug in public_memorials():
        if slug in left and _is_of_this_edition(slug):
            left.discard(slug)
        elif len(missing) < _MOST_AT_START:
            missing.append(memorial_id)
    for slug in left:
        published.drop(slug)
    for memorial_id in missing:
        publish(memorial_id)


def _is_of_this_edition(slug: str) -> bool:
    from snowdrop.front.document import NotADocument, read_document

    try:
        read_document(published.path_of(slug).read_bytes(), edition=edition())
    except (NotADocument, FileNotFoundError):
        return False
    return True
