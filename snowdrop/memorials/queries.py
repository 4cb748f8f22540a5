"""What the family's own screens show of a memorial, and how secret addresses are recognised."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from snowdrop.audiences.table import audience
from snowdrop.memorials import rules
from snowdrop.memorials.choices import audience_words
from snowdrop.memorials.menu import Link, menu_for
from snowdrop.memorials.models import Helper, Invitation, Memorial, PrivateLink, Remembered
from snowdrop.memorials.vocabulary import Audience, DateOf
from snowdrop.people.viewer import Viewer


class InvitationIsOver(LookupError):
    """The invitation was used, taken back, or its time has passed; which of them is not told."""


def digest_of(secret: str) -> bytes:
    """What is kept of a secret address: enough to recognise it, too little to use it."""
    return hashlib.sha256(secret.encode()).digest()


def open_invitation(secret: str, *, now: datetime) -> Invitation:
    """The invitation with this secret, while it can be accepted. Raises InvitationIsOver."""
    found = Invitation.objects.filter(digest=digest_of(secret), until__gt=now).select_related("memorial").first()
    if found is None:
        raise InvitationIsOver
    return found


def link_that_opens(viewer: Viewer, secret: str) -> PrivateLink:
    """The private link with this secret, if with it the viewer may open its memorial (house law 1).

    Raises PrivateLink.DoesNotExist or Memorial.DoesNotExist, which look the same from outside.
    """
    link = PrivateLink.objects.get(digest=digest_of(secret))
    with_it = Viewer(person_id=viewer.person_id, links=viewer.links | {link.id})
    link.memorial = Memorial.objects.visible_to(with_it).get(pk=link.memorial_id)
    return link


def named(memorial: Memorial, remembereds: Iterable[Remembered] | None = None) -> str:
    """The names of those whom the memorial remembers and who do not live; "" when none is given."""
    remembereds = memorial.remembereds.all() if remembereds is None else remembereds
    return get_text_list([one.names for one in remembereds if one.names and not one.lives], _("and"))


def called(memorial: Memorial, remembereds: Iterable[Remembered] | None = None) -> str:
    """How a memorial is called: by its title, else by the names of those who are remembered, else plainly."""
    return memorial.title.strip() or named(memorial, remembereds) or _("A place to remember")


def published_to(memorial: Memorial) -> str:
    """The name of the audience that a memorial is open to; without a publication it is the narrowest."""
    publication = getattr(memorial, "publication", None)
    return publication.audience if publication else Audience.KEEPERS


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
    """One of the memorials that a person keeps or helps with; `resign_address` only for helpers."""

    called: str
    flower: str
    seed: str
    language: str
    slug: str
    who_sees: str = ""
    resign_address: str = ""


@dataclass(frozen=True, slots=True)
class MyMemorials:
    """The memorials that somebody keeps, and those that they help with."""

    kept: tuple[MemorialOnList, ...]
    helped: tuple[MemorialOnList, ...]


def my_memorials(viewer: Viewer) -> MyMemorials:
    """Every memorial that the viewer keeps or helps with, in the order in which they were opened."""
    kept = Memorial.objects.kept_by(viewer).select_related("publication").order_by("opened_at", "id")
    helping = Helper.objects.filter(person_id=viewer.person_id).select_related("memorial").order_by("since", "id")
    return MyMemorials(
        tuple(
            _on_list(one, who_sees=_who_sees(one)) for one in kept.prefetch_related("remembereds", "keepers", "helpers")
        ),
        tuple(
            _on_list(one.memorial, resign_address=reverse("end_helping", args=[one.memorial.slug, one.id]))
            for one in helping.prefetch_related("memorial__remembereds")
        ),
    )


def _on_list(memorial: Memorial, *, who_sees: str = "", resign_address: str = "") -> MemorialOnList:
    name, slug = called(memorial), memorial.slug
    return MemorialOnList(name, memorial.flower, memorial.seed, memorial.language, slug, who_sees, resign_address)


def _who_sees(memorial: Memorial) -> str:
    """Who can open the page, in words. A draft is seen by its helpers too, so that “only you” is said when it is so."""
    to = published_to(memorial)
    if to == Audience.EVERYBODY:
        return _("Everybody can see it")
    if to == Audience.LINK:
        return _("People with a private link can see it")
    if len(memorial.keepers.all()) > 1 or memorial.helpers.all():
        return _("Only those who keep it, and its helpers, can see it")
    return _("Only you can see it")


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


@dataclass(frozen=True, slots=True)
class WhoSees:
    """The room in which the family decides who may open the page; `page_address` where it opens for everybody."""

    room: FamilyRoom
    now: str
    effect: str
    is_open: bool
    page_address: str


def who_sees(viewer: Viewer, memorial: Memorial) -> WhoSees:
    """To whom the memorial is open now, in words."""
    to = published_to(memorial)
    now, effect = audience_words(to)
    page_address = settings.SNOWDROP.address + reverse("memorial", args=[memorial.slug])
    return WhoSees(
        room=family_room(viewer, memorial, here="publication"),
        now=now,
        effect=effect,
        is_open=to != Audience.KEEPERS,
        page_address=page_address if audience(to).is_published else "",
    )


@dataclass(frozen=True, slots=True)
class LinkOnList:
    """A private link, readable for the keepers, who may want to send it again."""

    id: UUID
    name: str
    address: str
    since: str


@dataclass(frozen=True, slots=True)
class LinksRoom:
    """The room of the private links; `works` says whether any link opens the page now."""

    room: FamilyRoom
    links: tuple[LinkOnList, ...]
    works: bool


def links_room(viewer: Viewer, memorial: Memorial) -> LinksRoom:
    """Every private link of the memorial, the newest first."""
    links = tuple(
        LinkOnList(
            id=link.id,
            name=link.name,
            address=settings.SNOWDROP.address + reverse("private_link", args=[link.secret]),
            since=date_format(link.made_at, "j F Y"),
        )
        for link in memorial.privatelinks.order_by("-made_at", "-id")
    )
    works = published_to(memorial) != Audience.KEEPERS
    return LinksRoom(family_room(viewer, memorial, here="publication"), links, works)


@dataclass(frozen=True, slots=True)
class HelperOnList:
    """Somebody who helps, or who was asked to."""

    id: UUID
    name: str
    when: str


@dataclass(frozen=True, slots=True)
class HelpersRoom:
    """The room of those who help, and of those who were asked."""

    room: FamilyRoom
    helpers: tuple[HelperOnList, ...]
    invited: tuple[HelperOnList, ...]


def helpers_room(viewer: Viewer, memorial: Memorial, *, now: datetime) -> HelpersRoom:
    """Who helps, by the name that they gave or their address for mail, and which invitations are still open."""
    helpers = memorial.helpers.select_related("person").order_by("since", "id")
    invited = memorial.invitations.filter(until__gt=now).order_by("-made_at", "-id")
    return HelpersRoom(
        room=family_room(viewer, memorial, here="helpers"),
        helpers=tuple(HelperOnList(one.id, _known_as(one), date_format(one.since, "j F Y")) for one in helpers),
        invited=tuple(HelperOnList(one.id, one.name, date_format(one.until, "j F Y")) for one in invited),
    )


def _known_as(helper: Helper) -> str:
    return helper.person.name or helper.person.email


def helper_to_end(viewer: Viewer, memorial: Memorial, helper_id: UUID) -> Helper:
    """A helper whose part the viewer may end. Raises Helper.DoesNotExist, also where it is not theirs to end."""
    helper = memorial.helpers.select_related("person").get(pk=helper_id)
    if not rules.may_end_helping(viewer, memorial, helper):
        raise Helper.DoesNotExist
    return helper


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation just made; its address is shown this once."""

    room: FamilyRoom
    name: str
    address: str
    until: str


def invited(viewer: Viewer, memorial: Memorial, invitation: Invitation, *, secret: str) -> Invited:
    """What a keeper sends to the one whom they ask."""
    return Invited(
        room=family_room(viewer, memorial, here="helpers"),
        name=invitation.name,
        address=settings.SNOWDROP.address + reverse("invitation", args=[secret]),
        until=date_format(invitation.until, "j F Y"),
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody who was asked to read first is told before they decide."""

    called: str
    flower: str
    language: str
    until: str
    keeps_it: bool
    helps_already: bool
    sign_in_address: str


def asked(viewer: Viewer, secret: str, *, now: datetime) -> Asked:
    """What an invitation asks. Raises InvitationIsOver."""
    invitation = open_invitation(secret, now=now)
    memorial = invitation.memorial
    return Asked(
        called=called(memorial),
        flower=memorial.flower,
        language=memorial.language,
        until=date_format(invitation.until, "j F Y"),
        keeps_it=rules.is_keeper(viewer, memorial),
        helps_already=rules.is_helper(viewer, memorial),
        sign_in_address=f"{reverse('sign_in')}?{urlencode({'next': reverse('invitation', args=[secret])})}",
    )
