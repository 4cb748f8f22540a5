"""How people come to keep a memorial together in tests: by the real acts."""

from __future__ import annotations

from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from snowdrop.memorials import actions
from snowdrop.memorials.models import Invitation, Keeper, Memorial
from snowdrop.memorials.vocabulary import Purpose
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from tests.world.cast import NOON


def days(number: float) -> datetime:
    """So many days after the first."""
    return NOON + timedelta(days=number)


def names_of_keepers(memorial: Memorial) -> set[str]:
    """Those who keep it, as they call themselves."""
    return set(Keeper.objects.filter(memorial=memorial).values_list("person__name", flat=True))


def invite_keeper(
    keeper: Viewer, memorial: Memorial, person: Viewer, *, now: datetime = NOON
) -> tuple[Invitation, str]:
    """Somebody is invited to keep a memorial, by their address for mail."""
    address = Person.objects.get(pk=person.person_id).email
    return actions.invite(keeper, memorial, purpose=Purpose.KEEPER, address=address, name=address, now=now)


def let_keep(keeper: Viewer, memorial: Memorial, person: Viewer, *, now: datetime = NOON) -> Keeper:
    """Somebody is invited to keep a memorial, all who keep it agree, and they accept."""
    invitation, secret = invite_keeper(keeper, memorial, person, now=now)
    others = Keeper.objects.filter(memorial=memorial).exclude(person_id=keeper.person_id)
    for other in others.values_list("person_id", flat=True):
        actions.answer_invitation(Viewer(other), memorial, invitation, agrees=True, now=now)
    actions.accept_invitation(person, secret=secret, now=now)
    return Keeper.objects.get(memorial=memorial, person_id=person.person_id)


class NoServer(BaseEmailBackend):
    """A mail server that cannot be reached."""

    def send_messages(self, email_messages: object) -> int:
        raise ConnectionRefusedError


class NobodyThere(BaseEmailBackend):
    """A mail server that says of every address that there is nobody, for good."""

    def send_messages(self, email_messages: list[EmailMessage]) -> int:
        raise SMTPRecipientsRefused({to: (550, b"no such mailbox") for one in email_messages for to in one.to})
