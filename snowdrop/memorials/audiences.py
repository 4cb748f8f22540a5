"""The rows that memorials bring to the table of audiences: from the author alone to everybody on this server."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from snowdrop.audiences import table
from snowdrop.audiences.table import Audience, Paths, bring
from snowdrop.ground.there import There, Those
from snowdrop.memorials.models import Block, Deletion, Helper, Keeper, Member, PrivateLink, ShownTo
from snowdrop.memorials.vocabulary import Audience as Name
from snowdrop.people.viewer import Viewer

_NOBODY = Q(pk__in=[])


def _is_author(viewer: Viewer, paths: Paths) -> Q:
    """A memorial has no author: nobody may shut out those who keep it together with them.

    Whoever does not keep it any more has nothing for themselves alone in it: each wider audience includes this one.
    """
    return Q(**{paths.author: viewer.person_id}) & _is_keeper(viewer, paths) if paths.author else _NOBODY


def _is_keeper(viewer: Viewer, paths: Paths) -> Q:
    return _has_part(Keeper, viewer, paths)


def _is_helper(viewer: Viewer, paths: Paths) -> Q:
    return _has_part(Helper, viewer, paths)


def _is_in_its_circles(viewer: Viewer, paths: Paths) -> Q:
    if not viewer.is_signed_in:
        return _NOBODY
    if paths.circles is not None:
        meant = Member.objects.filter(memorial=OuterRef(paths.memorial), circle__in=paths.circles)
        return Q(Exists(meant.filter(person_id=viewer.person_id)))
    theirs = Those(Member, "circle", person=viewer.person_id)
    return Q(There(ShownTo, memorial=F(paths.memorial), thing_id=F("pk"), circle=theirs))


def _holds_link(viewer: Viewer, paths: Paths) -> Q:
    """Whoever was let into any circle needs no link."""
    holds = Q(Exists(PrivateLink.objects.filter(memorial=OuterRef(paths.memorial), pk__in=viewer.links)))
    return _has_part(Member, viewer, paths) | (holds if viewer.links else _NOBODY)


def _has_signed_in(viewer: Viewer, paths: Paths) -> Q:
    return Q() if viewer.is_signed_in else _NOBODY


def _has_part(part: type[Keeper | Helper | Member], viewer: Viewer, paths: Paths) -> Q:
    if not viewer.is_signed_in:
        return _NOBODY
    return Q(There(part, memorial=F(paths.memorial), person=viewer.person_id))


def _keepers(memorial_id: UUID, thing_id: UUID) -> Iterable[UUID]:
    return Keeper.objects.filter(memorial=memorial_id).values_list("person_id", flat=True)


def _helpers(memorial_id: UUID, thing_id: UUID) -> Iterable[UUID]:
    return {*_keepers(memorial_id, thing_id), *_let_in(memorial_id, Helper.objects)}


def _in_its_circles(memorial_id: UUID, thing_id: UUID) -> Iterable[UUID]:
    shown = Member.objects.filter(circle__shown__thing_id=thing_id)
    return {*_helpers(memorial_id, thing_id), *_let_in(memorial_id, shown)}


def _in_any_circle(memorial_id: UUID, thing_id: UUID) -> Iterable[UUID]:
    """Who is told of things for people with a private link, or wider: those whom the family let in by name."""
    return {*_helpers(memorial_id, thing_id), *_let_in(memorial_id, Member.objects)}


def _let_in(memorial_id: UUID, part: Any) -> Iterable[UUID]:
    """Of those who have this part in a memorial, the ones whom the family does not keep out; none before deletion."""
    if Deletion.objects.filter(memorial=memorial_id).exists():
        return ()
    marks = {"addresses": [OuterRef("person__address_mark")], "names": [OuterRef("person__name_mark")]}
    kept_out = Exists(Block.objects.that_name(**marks).filter(memorial=memorial_id))
    return part.filter(~kept_out, memorial=memorial_id).values_list("person_id", flat=True)


ME = bring(
    Audience(
        name=Name.ME,
        width=0,
        adds=_is_author,
        readers=lambda memorial_id, thing_id: (),
        address=None,
        badge=_("Only me"),
    )
)

KEEPERS = bring(
    Audience(
        name=Name.KEEPERS,
        width=10,
        adds=_is_keeper,
        readers=_keepers,
        address=None,
        badge=_("Only we who keep this memorial"),
    )
)

HELPERS = bring(
    Audience(
        name=Name.HELPERS,
        width=20,
        adds=_is_helper,
        readers=_helpers,
        address=None,
        badge=_("We, and our helpers"),
    )
)

CIRCLES = bring(
    Audience(
        name=Name.CIRCLES,
        width=40,
        adds=_is_in_its_circles,
        readers=_in_its_circles,
        address=None,
        badge=_("The people in our circles"),
    )
)

LINK = bring(
    Audience(
        name=Name.LINK,
        width=60,
        adds=_holds_link,
        readers=_in_any_circle,
        address=None,
        badge=_("People with a private link"),
    )
)

MEMBERS = bring(
    Audience(
        name=Name.MEMBERS,
        width=80,
        adds=_has_signed_in,
        readers=_in_any_circle,
        address=None,
        badge=_("Everybody who has signed in here"),
    )
)

EVERYBODY = bring(replace(table.EVERYBODY, readers=_in_any_circle))
"""Of what everybody may see, those are told whom the family has let in by name."""
