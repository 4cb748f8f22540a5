"""A memorial's page among the things that can be reported and held back (snowdrop/safeguarding/things.py)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from snowdrop.ground import published
from snowdrop.ground.words import paragraphs_of
from snowdrop.memorials.models import Keeper, Memorial
from snowdrop.memorials.queries import called
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.things import Description, Kind, bring_kind


def _sees(viewer: Viewer, memorial_id: UUID) -> bool:
    return Memorial.objects.visible_to(viewer).filter(pk=memorial_id).exists()


def _describe(memorial_id: UUID) -> Description | None:
    """What stands on an open page by itself; of one that is open to nobody, nothing: drafts are never shown."""
    memorial = Memorial.objects.filter(pk=memorial_id, publication__isnull=False).first()
    if memorial is None:
        return None
    return Description(
        label=called(memorial),
        paragraphs=(*paragraphs_of(memorial.words), *paragraphs_of(memorial.wishes)),
        language=memorial.language,
        memorial_id=memorial.pk,
        people=tuple(keepers_of(memorial.pk)),
    )


def keepers_of(memorial_id: UUID) -> list[UUID]:
    """Those who keep a memorial: they are told what is decided about anything on its page."""
    return list(Keeper.objects.filter(memorial=memorial_id).order_by("since").values_list("person_id", flat=True))


def take_published_away(memorial_id: UUID) -> None:
    """Takes away the page that is kept ready, before the act returns (law 1)."""
    slug = Memorial.objects.filter(pk=memorial_id).values_list("slug", flat=True).first()
    if slug:
        transaction.on_commit(lambda: published.take_away(slug))


def _narrowed(memorial_id: UUID, now: datetime) -> None:
    take_published_away(memorial_id)


MEMORIAL = bring_kind(Kind("memorial", _("A memorial’s page"), _sees, _describe, _narrowed))
