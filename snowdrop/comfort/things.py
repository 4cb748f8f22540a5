"""Comfort among the things that can be reported and held back (snowdrop/safeguarding/things.py).

A piece is known by its arrival: sixteen bytes that are an id like any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snowdrop.comfort.content import read_content
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.queries import on_page
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground.words import day_in_words, paragraphs_of
from snowdrop.memorials.doors import page_open_to
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.things import take_published_away
from snowdrop.memorials.vocabulary import Kind as KindOfComfort
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.things import Description, Kind, Part, Thing, bring_kind, bring_parts


def id_of(comfort: Comfort) -> UUID:
    """The id by which safeguarding knows a piece."""
    return UUID(bytes=bytes(comfort.arrival))


def _sees(viewer: Viewer, arrival: UUID) -> bool:
    return Comfort.objects.visible_to(viewer).filter(arrival=arrival.bytes).exists()


def _describe(arrival: UUID) -> Description | None:
    """Its words and how it is signed, never how its sender may be reached; of what was taken back, nothing."""
    comfort = Comfort.objects.filter(arrival=arrival.bytes).exclude(place=Place.WITHDRAWN).first()
    if comfort is None:
        return None
    content = read_content(comfort)
    return Description(
        label=_label(comfort.kind, content.name, day_in_words(comfort.arrived_at)),
        paragraphs=paragraphs_of(content.words),
        language=comfort.language,
        memorial_id=comfort.memorial_id,
    )


def _narrowed(arrival: UUID, now: datetime) -> None:
    memorial_id = Comfort.objects.filter(arrival=arrival.bytes).values_list("memorial_id", flat=True).first()
    if memorial_id:
        take_published_away(memorial_id)


def _parts(viewer: Viewer, memorial_id: UUID) -> Iterator[Part]:
    """What the page shows first; older pieces are told of in words."""
    page = page_open_to(viewer, Memorial.objects.get(pk=memorial_id))
    for piece in on_page(page).pieces if page else ():
        yield Part(Thing("comfort", UUID(piece.handle)), _label(piece.kind, piece.name, piece.when))


def _label(kind: str, name: str, when: str) -> str:
    words = KindOfComfort(kind).label
    if not name:
        return _("%(kind)s, %(day)s") % {"kind": words, "day": when}
    return _("%(kind)s from %(name)s, %(day)s") % {"kind": words, "name": name, "day": when}


COMFORT = bring_kind(Kind("comfort", gettext_lazy("Something that was sent to a family"), _sees, _describe, _narrowed))
bring_parts("memorial", _parts)
