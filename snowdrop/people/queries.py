"""What a person may see about themselves, as their page reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import QuerySet

from snowdrop.ground.discretion import bring_wish
from snowdrop.people.devices import device_name
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey in the list."""

    id: int
    name: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Device:
    """A browser in which somebody is signed in."""

    id: int
    name: str
    since: datetime
    seen_at: datetime
    here: bool


@dataclass(frozen=True, slots=True)
class YouPage:
    """Everything that `people/you.html` shows."""

    email: str
    passkeys: tuple[Passkey, ...]
    devices: tuple[Device, ...]
    lately: bool

    @property
    def elsewhere(self) -> bool:
        """Whether there is another device to sign out."""
        return any(not device.here for device in self.devices)


def you_page(viewer: Viewer, *, session_key: str | None, lately: bool) -> YouPage:
    """The viewer's own page. `lately`: whether they proved who they are a short while ago."""
    person = Person.objects.get(id=viewer.person_id)
    passkeys = passkeys_of(viewer).order_by("created_at")
    return YouPage(
        email=person.email,
        passkeys=tuple(Passkey(one.pk, one.wrap().name, one.created_at) for one in passkeys),
        devices=_devices_of(person, session_key),
        lately=lately,
    )


def passkeys_of(viewer: Viewer) -> QuerySet[Authenticator]:
    """The viewer's own passkeys; nobody else's can be reached through it."""
    return Authenticator.objects.filter(user=viewer.person_id, type=Authenticator.Type.WEBAUTHN)


def devices_of(viewer: Viewer) -> QuerySet[UserSession]:
    """The browsers in which the viewer is signed in; nobody else's can be reached through it."""
    return UserSession.objects.filter(user=viewer.person_id)


@bring_wish
def wants_discreet_mail(address: str) -> bool:
    """Whether an address is that of a person who wants discreet mails. Every mail asks it, whoever is written to."""
    return Person.objects.filter(email=address.lower(), discreet_since__isnull=False).exists()


def _devices_of(person: Person, session_key: str | None) -> tuple[Device, ...]:
    devices = [
        Device(one.pk, device_name(one.user_agent), one.created_at, one.last_seen_at, one.session_key == session_key)
        for one in UserSession.objects.purge_and_list(person)
    ]
    return tuple(sorted(devices, key=lambda device: (device.here, device.seen_at), reverse=True))
