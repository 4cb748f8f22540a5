"""Private links: making one, taking it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from snowdrop.ground.ids import new_secret
from snowdrop.ground.refusals import require
from snowdrop.memorials import rules
from snowdrop.memorials.actions.writing import write
from snowdrop.memorials.models import Memorial, PrivateLink
from snowdrop.memorials.queries import digest_of
from snowdrop.people.viewer import Viewer


@transaction.atomic
def make_private_link(viewer: Viewer, memorial: Memorial, *, name: str = "", now: datetime) -> PrivateLink:
    """Makes a private link; its secret stays readable for the keepers, who may want to send it again.

    Raises NotAllowed, Frozen.
    """
    require(rules.is_keeper(viewer, memorial))
    rules.require_not_frozen(memorial)
    secret = new_secret()
    link = PrivateLink(memorial=memorial, digest=digest_of(secret), made_by=viewer.person_id, made_at=now)
    link.secret, link.name = secret, name
    link.save(force_insert=True)
    write("link.made", viewer, memorial, link.id, now)
    return link


@transaction.atomic
def take_back_private_link(viewer: Viewer, memorial: Memorial, link: PrivateLink, *, now: datetime) -> None:
    """Ends a private link for everybody who holds it, at once."""
    require(rules.is_keeper(viewer, memorial) and link.memorial_id == memorial.id)
    write("link.taken_back", viewer, memorial, link.id, now)
    link.delete()
