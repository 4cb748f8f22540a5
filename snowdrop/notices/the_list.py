"""The one list of people who want nothing, as every mail asks it before it leaves (snowdrop/ground/unwanted.py)."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from snowdrop.notices.models import Gone, Stop
from snowdrop.notices.tokens import token_of
from snowdrop.notices.vocabulary import EVERYTHING
from snowdrop.people.marks import address_mark


class TheList:
    """Stops and mailboxes that are gone, by the mark of an address: all its variants are one."""

    def mark_of(self, address: str) -> bytes:
        """The mark of an address."""
        return address_mark(address)

    def is_unwanted(self, mark: bytes, what: str) -> bool:
        """Whether such mails were stopped, or all of them, or nobody reads them any more."""
        return Stop.objects.filter(mark=mark, what__in=(what, EVERYTHING)).exists() or self.is_gone(mark)

    def is_gone(self, mark: bytes) -> bool:
        """Whether there is nobody at the address any more."""
        return Gone.objects.filter(mark=mark).exists()

    def stop_address(self, mark: bytes, what: str) -> str:
        """The address at which whoever reads the mail stops such mails."""
        return settings.SNOWDROP.address + reverse("stop_mails", args=[token_of(mark, what)])

    def nobody_there(self, mark: bytes, now: datetime) -> None:
        """Notes that there is nobody. Twice is fine."""
        Gone.objects.get_or_create(mark=mark, defaults={"since": now})
