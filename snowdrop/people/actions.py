"""What people do about themselves: arrive, say how they like to be called, keep passkeys, sign out everywhere."""

from __future__ import annotations

from datetime import datetime
from typing import Any

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
        _write("person.arrived", Viewer(person_id=person.id), now)
    return person


@transaction.atomic
def be_called(viewer: Viewer, *, name: str, now: datetime) -> Person:
    """Says what we may call the viewer; an empty name takes it back. Raises NotAllowed for guests."""
    require(viewer.is_signed_in)
    person = Person.objects.get(id=viewer.person_id)
    person.name = name
    person.save(update_fields=["name"])
    _write("person.named", viewer, now)
    return person


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
def sign_out_elsewhere(viewer: Viewer, *, here: str | None, now: datetime) -> None:
    """Ends every session of the viewer but the one whose key is `here`. Raises NotAllowed for guests."""
    require(viewer.is_signed_in)
    for session in UserSession.objects.filter(user=viewer.person_id).exclude(session_key=here):
        session.end()
    _write("person.signed_out_elsewhere", viewer, now)


def _write(verb: str, viewer: Viewer, now: datetime) -> None:
    assert viewer.person_id
    journal.write(verb, actor=viewer.person_id, subject_id=viewer.person_id, memorial_id=None, now=now)
