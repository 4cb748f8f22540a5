"""What the family's own screens show of a memorial."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snowdrop.audiences.table import kept_audience
from snowdrop.memorials.menu import Link, menu_for, rooms_for_helper
from snowdrop.memorials.models import Helper, Keeper, Member, Memorial, Remembered
from snowdrop.memorials.standing import questions_of_standing, told_standing
from snowdrop.memorials.vocabulary import Audience, DateOf, Scope
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer
from snowdrop.safeguarding.rules import is_moderator


def named(memorial: Memorial, remembereds: Iterable[Remembered] | None = None) -> str:
    """The names of those whom the memorial remembers and who do not live; "" when none is given."""
    remembereds = memorial.remembereds.all() if remembereds is None else remembereds
    return get_text_list([one.names for one in remembereds if one.names and not one.lives], _("and"))


def called(memorial: Memorial, remembereds: Iterable[Remembered] | None = None) -> str:
    """How a memorial is called: by its title, else by the names of those who are remembered, else plainly."""
    return memorial.title.strip() or named(memorial, remembereds) or _("A place to remember")


def published_to(memorial: Memorial) -> str:
    """The name of the audience that a memorial is open to: keepers without a publication, or if it is deleted.

    Never one keeper alone: that is what a publication to an audience that this version does not know comes to.
    """
    publication = getattr(memorial, "publication", None)
    kept = kept_audience(publication.audience).name if publication and not hasattr(memorial, "deletion") else ""
    return kept if kept not in ("", Audience.ME) else Audience.KEEPERS


@dataclass(frozen=True, slots=True)
class FamilyRoom:
    """What surrounds each of the family's rooms: what the memorial is called, its flower, the way to the others."""

    called: str
    flower: str
    language: str
    slug: str
    menu: tuple[Link, ...]


def family_room(viewer: Viewer, memorial: Memorial, *, here: str) -> FamilyRoom:
    """The frame of one of the family's rooms; `here` is the name of its address."""
    menu = menu_for(viewer, memorial, here=here)
    return FamilyRoom(called(memorial), memorial.flower, memorial.language, memorial.slug, menu)


@dataclass(frozen=True, slots=True)
class MemorialOnList:
    """One of the memorials that a person keeps, helps with or may see; `leave_address` only for the last two.

    `does` is what they help with; `changed_address` is there while that has changed and they have not read it yet.
    """

    called: str
    flower: str
    seed: str
    language: str
    address: str
    who_sees: str = ""
    leave_address: str = ""
    does: str = ""
    changed_address: str = ""


@dataclass(frozen=True, slots=True)
class MyMemorials:
    """The memorials that somebody keeps, those that they help with, and those that are open to them by a circle."""

    kept: tuple[MemorialOnList, ...]
    helped: tuple[MemorialOnList, ...]
    open_to_them: tuple[MemorialOnList, ...]
    safety_address: str = ""
    """The desk of those who keep people safe on this server, for them alone."""


def my_memorials(viewer: Viewer) -> MyMemorials:
    """Every memorial that the viewer keeps, helps with, or was let into, in the order in which they were opened."""
    kept = Memorial.objects.kept_by(viewer).select_related("publication", "deletion").order_by("opened_at", "id")
    helping = Helper.objects.filter(person_id=viewer.person_id, memorial__in=Memorial.objects.helped_by(viewer))
    helping = helping.prefetch_related("grants", "changes").order_by("since", "id")
    helped = Memorial.objects.filter(pk__in=helping.values("memorial")).annotate(**questions_of_standing(viewer))
    by_id = {one.pk: one for one in helped.prefetch_related("remembereds")}
    theirs = Keeper.objects.filter(person_id=viewer.person_id).values("memorial")
    others = (
        _entered_by(viewer)
        .exclude(pk__in=theirs)
        .exclude(pk__in=helping.values("memorial"))
        .order_by("opened_at", "id")
    )
    return MyMemorials(
        tuple(_on_list(one, who_sees=_who_sees(one)) for one in kept.prefetch_related("remembereds", "keepers")),
        tuple(_helped(viewer, by_id[one.memorial_id], one) for one in helping),
        tuple(
            _on_list(one, leave_address=reverse("leave_circles", args=[one.slug]))
            for one in others.prefetch_related("remembereds")
        ),
        reverse("safety_rest") if is_moderator(viewer) else "",
    )


def _helped(viewer: Viewer, memorial: Memorial, helper: Helper) -> MemorialOnList:
    granted = {one.scope for one in helper.grants.all()}
    on_list = _on_list(
        memorial,
        room=rooms_for_helper(told_standing(viewer, memorial))[0].url_name,
        leave_address=reverse("end_helping", args=[memorial.slug, helper.id]),
    )
    return replace(
        on_list,
        does=", ".join(str(one.label) for one in Scope if one.value in granted),
        changed_address=reverse("helping", args=[memorial.slug]) if helper.changes.all() else "",
    )


def entered_memorial(viewer: Viewer, slug: str) -> Memorial:
    """A memorial whose page is open to the viewer, who is in one of its circles. Raises Memorial.DoesNotExist."""
    return _entered_by(viewer).get(slug=slug)


def _entered_by(viewer: Viewer) -> QuerySet[Memorial]:
    members = Member.objects.filter(person_id=viewer.person_id)
    return Memorial.objects.visible_to(viewer).filter(pk__in=members.values("memorial"))


def _on_list(
    memorial: Memorial, *, room: str = "memorial", who_sees: str = "", leave_address: str = ""
) -> MemorialOnList:
    name, address = called(memorial), reverse(room, args=[memorial.slug])
    return MemorialOnList(name, memorial.flower, memorial.seed, memorial.language, address, who_sees, leave_address)


def way_in(viewer: Viewer, memorial: Memorial) -> str:
    """Where somebody goes who has just come in: to the page, to the room in which they help, or nowhere yet."""
    if Memorial.objects.visible_to(viewer).filter(pk=memorial.pk).exists():
        return reverse("memorial", args=[memorial.slug])
    menu = menu_for(viewer, memorial)
    return menu[0].address if menu else ""


def _who_sees(memorial: Memorial) -> str:
    """Who can open the page, in words; “only you” is said when it is so."""
    to = published_to(memorial)
    if to == Audience.KEEPERS and len(memorial.keepers.all()) == 1:
        return _("Only you can see it")
    return str(_WHO_SEES[Audience(to)])


_WHO_SEES: Final = {
    Audience.KEEPERS: gettext_lazy("Only those who keep it can see it"),
    Audience.HELPERS: gettext_lazy("Only those who keep it, and its helpers, can see it"),
    Audience.CIRCLES: gettext_lazy("The people in your circles can see it"),
    Audience.LINK: gettext_lazy("People with a private link can see it"),
    Audience.MEMBERS: gettext_lazy("Everybody who has signed in here can see it"),
    Audience.EVERYBODY: gettext_lazy("Everybody can see it"),
}


@dataclass(frozen=True, slots=True)
class RememberedOnList:
    """One of those whom the memorial remembers, as the family's list shows them."""

    id: UUID
    called: str
    lives: bool
    days: tuple[str, ...]
    begins: str
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class RememberedsRoom:
    """The room in which the family says whom the memorial remembers."""

    room: FamilyRoom
    remembereds: tuple[RememberedOnList, ...]


def remembereds_room(viewer: Viewer, memorial: Memorial) -> RememberedsRoom:
    """Those whom the memorial remembers, in the order in which the page names them."""
    rows = list(memorial.remembereds.all())
    listed = tuple(
        RememberedOnList(
            id=one.id,
            called=one.names or _nameless(one),
            lives=one.lives,
            days=tuple(f"{day_name(kind)}: {when}" for kind, when in one.dates if when),
            begins=one.story,
            first=one is rows[0],
            last=one is rows[-1],
        )
        for one in rows
    )
    return RememberedsRoom(family_room(viewer, memorial, here="describe_memorial"), listed)


def day_name(kind: str) -> str | Promise:
    """The name of a day that matters: one of ours, or the family's own."""
    return DateOf(kind).label if kind in DateOf.values else kind


def _nameless(one: Remembered) -> str:
    """What the family's own list says where there is no name; it stands on no page."""
    return _("A brother or sister, no name written") if one.lives else _("No name written")


@dataclass(frozen=True, slots=True)
class OneRemembered:
    """The screen on which the family writes about one of those who are remembered."""

    room: FamilyRoom
    id: UUID
    called: str


def one_remembered(viewer: Viewer, memorial: Memorial, remembered: Remembered) -> OneRemembered:
    """The frame around the words about one of the remembered."""
    room = family_room(viewer, memorial, here="describe_memorial")
    return OneRemembered(room, remembered.id, remembered.names or _nameless(remembered))


def is_anything_found() -> bool:
    """Whether search engines may find any page of this server."""
    return Memorial.objects.visible_to(NOBODY_KNOWN).filter(indexing__isnull=False).exists()
