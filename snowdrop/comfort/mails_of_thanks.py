"""The mail of a thanks: neutral outside, and inside only where it can be read. Rights are asked again as it leaves."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from snowdrop.comfort import queries_of_thanks
from snowdrop.comfort.models_of_thanks import Thanks
from snowdrop.comfort.vocabulary_of_thanks import MAIL
from snowdrop.ground import outbox
from snowdrop.ground.mail import Mail
from snowdrop.ground.models import Outgoing
from snowdrop.memorials.models import Deletion, Freeze

_ASK_AGAIN: Final = timedelta(hours=6)


@outbox.writes(MAIL)
def write(row: Outgoing, now: datetime) -> outbox.Written:
    """One mail for one mailbox; nothing where its owner may not be reached any more.

    While a keeper has frozen the memorial, or its deletion is asked for, it waits.
    """
    thanks = Thanks.objects.select_related("memorial").filter(pk=row.subject_id).first()
    if thanks is None:
        return None
    if any(rows.objects.filter(memorial=thanks.memorial_id).exists() for rows in (Freeze, Deletion)):
        return outbox.Later(now + _ASK_AGAIN)
    for thanked, content in queries_of_thanks.at_mailbox(thanks, row.recipient_id.bytes):
        address = settings.SNOWDROP.address + reverse("read_thanks", args=[queries_of_thanks.secret_of(thanked)])
        return Mail(
            to=content.reach,
            subject=_("There is something for you"),
            template="comfort/mail/thanks",
            context={"address": address},
            what=MAIL,
        )
    return None
