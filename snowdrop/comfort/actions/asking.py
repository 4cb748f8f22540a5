"""A sender is asked to change what they sent; where they left an address, a mail leads them to their own page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from snowdrop.comfort.actions.reading_first import read_first
from snowdrop.comfort.intake import digest_of_once, new_once
from snowdrop.comfort.models import Asking, Comfort, SendersAddress
from snowdrop.comfort.vocabulary import Asked, Place
from snowdrop.people.viewer import Viewer


@transaction.atomic
def ask_sender(
    viewer: Viewer, comfort: Comfort, *, sentences: Sequence[Asked] = (), words: str = "", now: datetime
) -> Asking:
    """Keeps it from the family until its sender has changed it, and asks them to. They may leave it, too.

    Raises NotAllowed, AlreadyMoved, WithAnother.
    """
    read_first(viewer, comfort, to=Place.ASKED, now=now)
    asking = Asking(comfort=comfort, memorial=comfort.memorial, by=viewer.person_id, at=now)
    asking.note = [[one.value for one in sentences], words]
    asking.save(force_insert=True)
    return asking


@transaction.atomic
def address_to_mail(asking_id: UUID, *, now: datetime) -> tuple[Comfort, str] | None:
    """What a sender is asked about, and another secret for their own page; nothing once it is not asked any more."""
    standing = Asking.objects.filter(pk=asking_id, comfort__place=Place.ASKED)
    asking = standing.select_related("comfort__memorial").first()
    if asking is None:
        return None
    once = new_once()
    given = {"comfort": asking.comfort, "memorial_id": asking.memorial_id, "made_at": now}
    SendersAddress.objects.create(digest=digest_of_once(once), **given)
    return asking.comfort, once
