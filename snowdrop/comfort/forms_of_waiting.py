"""How the family asks for some of what waits: each way is one press, or one name."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import QueryDict

from snowdrop.comfort import queries
from snowdrop.comfort.models import Box
from snowdrop.comfort.queries import ANYTHING, Wanted
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.vocabulary import Kind
from snowdrop.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Asked:
    """How the family asked, and for what: `by` is "" for whatever has waited longest, `of` names a circle or a box."""

    by: str = ""
    wanted: Wanted = ANYTHING
    of: str = ""


def asked_for(given: QueryDict, viewer: Viewer, memorial: Memorial) -> Asked:
    """What was asked for: a box, a circle, the family, a person, a kind, or anything. Raises DoesNotExist."""
    if like := given.get("like"):
        comfort = queries.pieces_of(viewer, memorial).with_handle(like)
        return Asked("person", Wanted(sender=bytes(comfort.waiting_sender or b"")))
    if said := given.get("sender", "").strip():
        return Asked("person", Wanted(sender=queries.sender_named(memorial, said)))
    if given.get("family"):
        return Asked("family", Wanted(circles=queries.circles_called_family(memorial)))
    for name, rows in (("circle", memorial.circles), ("box", memorial.boxes)):
        if said := given.get(name, ""):
            one = rows.get(pk=as_id(said))
            wanted = Wanted(box=one.pk) if name == "box" else Wanted(circles=(one.pk,))
            return Asked(name, wanted, str(one.pk))
    if (kind := given.get("kind", "")) in Kind:
        return Asked("kind", Wanted(kind=kind))
    return Asked()


def as_id(said: str) -> UUID:
    """An id out of a form. Raises Box.DoesNotExist for what is none."""
    try:
        return UUID(said)
    except ValueError:
        raise Box.DoesNotExist from None
