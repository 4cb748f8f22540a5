"""What people do about themselves: arrive, say how they like to be called, keep passkeys, sign out, be discreet."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import make_password
from django.db import transaction

from snowdrop.ground import journal
from snowdrop.ground.refusals import require
from snowdrop.people import rules
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer


@transaction.atomic
def arrive(*, email: str, now: datetime) -> Person:
    """The person with this address, made if there is none. Only for somebody who has just shown that it is theirs."""
    person, is_new = Person.objects.get_or_create(email=email, defaults={"password": make_password(None)})
    if is_new:
        person.mark()
        person.save(update_fields=["address_mark"])
        _write("person.arrived", Viewer(person_id=person.id), now)
    return person


@transaction.atomic
def be_called(viewer: Viewer, *, name: str, now: datetime) -> Person:
    """Says what we may call the viewer; an empty name takes it back. Raises NotAllowed for guests."""
    require(viewer.is_signed_in)
    person = Person.objects.get(id=viewer.person_id)
    person.name = name
    person.mark()
    person.save(update_fields=["name", "address_mark", "name_mark"])
    _write("person.named", viewer, now)
    return person


@transaction.atomic
def be_discreet(viewer: Viewer, *, discreet: bool, now: datetime) -> Person:
    """Chooses the discreet look wherever the viewer signs in, and discreet mails; or ends it. Raises NotAllowed."""
    require(viewer.is_signed_in)
    person = Person.objects.get(id=viewer.person_id)
    if discreet != bool(person.discreet_since):
        person.discreet_since = now if discreet else None
        person.save(update_fields=["discreet_since"])
        _write("person.discreet" if discreet else "person.not_discreet", viewer, now)
    return person


@transaction.atomic
def live_in_time_zone(viewer: Viewer, *, zone: str, now: datetime) -> None:
    """Remembers the time zone (`ground.zones.time_zones`) in which the viewer said an hour. Raises NotAllowed."""
    require(viewer.is_signed_in)
    if Person.objects.filter(id=viewer.person_id).exclude(time_zone=zone).update(time_zone=zone):
        _write("person.time_zone_said", viewer, now)


@transaction.atomic
def be_at_a_new_device(viewer: Viewer, *, now: datetime) -> None:
    """Notes that the viewer has signed in with a browser in which they were not before; a mail tells them."""
    require(viewer.is_signed_in)
    _write("person.at_a_new_device", viewer, now)


@transaction.atomic
def add_passkey(viewer: Viewer, *, name: str, credential: dict[str, Any], now: datetime) -> Authenticator:
    """Keeps a passkey whose answer was checked by the form, under the name of its device. Raises NotAllowed."""
    require(viewer.is_signed_in)
    person = Person.objects.get(id=viewer.person_id)
    passkey = WebAuthn.add(person, name, credential).instance
    _write("passkey.added", viewer, now)
    return passkey


@transaction.atomic
def remove_passkey(viewer: Viewer, passkey: Authenticator, *, now: datetime) -> None:
    """Removes a passkey of the viewer's own; a code by mail opens as before. Raises NotAllowed."""
    require(rules.owns(viewer, passkey))
    passkey.delete()
    _write("passkey.removed", viewer, now)


@transaction.atomic
def sign_out_device(viewer: Viewer, device: UserSession, *, now: datetime) -> None:
    """Ends one session of the viewer's own. Raises NotAllowed."""
    require(rules.owns(viewer, device))
    device.end()
    _write("person.signed_out_device", viewer, now)


@transaction.atomic
def sign_out_everywhere(viewer: Viewer, *, but: str | None = None, now: datetime) -> None:
    """Ends every session of the viewer; the one whose key is `but` stays. Raises NotAllowed for guests."""
    require(viewer.is_signed_in)
    for session in UserSession.objects.filter(user=viewer.person_id).exclude(session_key=but):
        session.end()
    _write("person.signed_out_elsewhere" if but else "person.signed_out_everywhere", viewer, now)


def _write(verb: str, viewer: Viewer, now: datetime) -> None:
    assert viewer.person_id
    journal.write(verb, actor=viewer.person_id, subject_id=viewer.person_id, memorial_id=None, now=now)


@transaction.atomic
def pause_account(person: Person, *, by: Viewer, now: datetime) -> bool:
    """Ends every session of somebody and lets them sign in no more until `end_pause`; says whether it was open.

    Whoever calls has asked whether `by` may; the decision behind it is theirs to keep.
    """
    if not Person.objects.filter(pk=person.pk, is_active=True).update(is_active=False):
        return False
    sign_out_everywhere(Viewer(person_id=person.pk), now=now)
    journal.write("account.paused", actor=by.person_id, subject_id=person.pk, memorial_id=None, now=now)
    return True


@transaction.atomic
def end_pause(person_id: UUID, *, now: datetime) -> None:
    """Lets somebody sign in again; nothing of theirs was changed. Twice is fine."""
    if Person.objects.filter(pk=person_id, is_active=False).update(is_active=True):
        journal.write("account.pause_ended", actor=None, subject_id=person_id, memorial_id=None, now=now)
