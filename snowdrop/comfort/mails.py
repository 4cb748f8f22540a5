"""The mail to a sender who is asked to change something. Rights, and whether they want it, are asked as it leaves."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from snowdrop.comfort import guard
from snowdrop.comfort.actions import address_to_mail
from snowdrop.comfort.content import read_content
from snowdrop.ground import outbox
from snowdrop.ground.mail import Mail
from snowdrop.ground.models import Outgoing
from snowdrop.people.viewer import NOBODY_KNOWN

ASKING: Final = "asking"
"""What these mails are called in the outbox, and on the list of what somebody wants no more."""


@outbox.writes(ASKING)
def write(row: Outgoing, now: datetime) -> outbox.Written:
    """Says that there is a question; what, and of whom, is on the sender's own page.

    Nothing where nothing is asked any more, no address was left, or its owner is kept out since.
    """
    found = address_to_mail(row.subject_id, now=now)
    if found is None:
        return None
    comfort, once = found
    content = read_content(comfort)
    if not content.reach or guard.is_kept_out(NOBODY_KNOWN, comfort.memorial, name=content.name, reach=content.reach):
        return None
    address = settings.SNOWDROP.address + reverse("received", args=[once])
    return Mail(content.reach, _("A question for you"), "comfort/mail/asking", {"address": address}, ASKING)
