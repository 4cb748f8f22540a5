"""The private links of a memorial, and how a secret address is recognised."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from snowdrop.audiences.table import audience
from snowdrop.ground.words import day_in_words
from snowdrop.memorials.models import Memorial, PrivateLink
from snowdrop.memorials.queries.memorial import FamilyRoom, called, family_room, published_to
from snowdrop.memorials.vocabulary import Audience
from snowdrop.people.viewer import Viewer

CARDS_ON_A_SHEET: Final = 8


def digest_of(secret: str) -> bytes:
    """What is kept of a secret address: enough to recognise it, too little to use it."""
    return hashlib.sha256(secret.encode()).digest()


def link_that_opens(viewer: Viewer, secret: str) -> PrivateLink:
    """The private link with this secret, if with it the viewer may open its memorial (house law 1).

    Raises PrivateLink.DoesNotExist or Memorial.DoesNotExist, which look the same from outside.
    """
    link = PrivateLink.objects.get(digest=digest_of(secret))
    with_it = Viewer(person_id=viewer.person_id, links=viewer.links | {link.id})
    link.memorial = Memorial.objects.visible_to(with_it).get(pk=link.memorial_id)
    return link


@dataclass(frozen=True, slots=True)
class Card:
    """A card to print: what its code says and a person can type, and what stands on it besides."""

    address: str
    called: str
    language: str
    flower: str
    seed: str
    until: str = ""


def card_of(memorial: Memorial, address: str, *, until: str = "") -> Card:
    """A card with an address of this memorial, and its flower."""
    return Card(address, called(memorial), memorial.language, memorial.flower, memorial.seed, until)


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
            address=_address_of(link),
            since=day_in_words(link.made_at),
        )
        for link in memorial.privatelinks.order_by("-made_at", "-id")
    )
    works = audience(published_to(memorial)).width >= audience(Audience.LINK).width
    return LinksRoom(family_room(viewer, memorial, here="people"), links, works)


@dataclass(frozen=True, slots=True)
class CardsRoom:
    """A sheet of cards with one private link; `seeds` draw a flower for each card."""

    room: FamilyRoom
    name: str
    card: Card
    seeds: tuple[str, ...]


def cards_of_link(viewer: Viewer, memorial: Memorial, link: PrivateLink) -> CardsRoom:
    """What is printed and cut: the same card, with a flower of its own each."""
    seeds = tuple(f"{memorial.seed}-{number}" for number in range(CARDS_ON_A_SHEET))
    return CardsRoom(
        family_room(viewer, memorial, here="people"), link.name, card_of(memorial, _address_of(link)), seeds
    )


def _address_of(link: PrivateLink) -> str:
    return settings.SNOWDROP.address + reverse("private_link", args=[link.secret])
