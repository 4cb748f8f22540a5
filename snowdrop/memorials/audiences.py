"""The rows that memorials bring to the table of audiences: keepers, and people with a private link."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from snowdrop.audiences.table import Audience, bring
from snowdrop.memorials.models import Keeper, PrivateLink
from snowdrop.people.viewer import Viewer


def _is_keeper(viewer: Viewer, memorial: str) -> Q:
    if viewer.person_id is None:
        return Q(pk__in=[])
    return Q(Exists(Keeper.objects.filter(memorial=OuterRef(memorial), person_id=viewer.person_id)))


def _holds_link(viewer: Viewer, memorial: str) -> Q:
    """A keeper needs no link to see what people with a link see."""
    if not viewer.links:
        return _is_keeper(viewer, memorial)
    held = Q(Exists(PrivateLink.objects.filter(memorial=OuterRef(memorial), pk__in=viewer.links)))
    return held | _is_keeper(viewer, memorial)


KEEPERS = bring(
    Audience(
        name="keepers",
        width=10,
        sees=_is_keeper,
        readers=lambda memorial_id: Keeper.objects.filter(memorial=memorial_id).values_list("person_id", flat=True),
        address=None,
        badge=_("Only we who keep this memorial"),
    )
)

LINK = bring(
    Audience(
        name="link",
        width=60,
        sees=_holds_link,
        readers=KEEPERS.readers,
        address=None,
        badge=_("People with a private link"),
    )
)
