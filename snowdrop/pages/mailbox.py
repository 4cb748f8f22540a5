"""The mails that were kept while developing, as the page of mails reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from snowdrop.ground.mail import KeptMail, kept_mails

_CODE = re.compile(r"^ {4}(\d{4}-\d{4})$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ShownMail:
    """One mail; `code` is the code in it, ready to be copied, or nothing."""

    to: str
    subject: str
    sent_at: datetime
    paragraphs: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True)
class MailboxPage:
    """Everything that `pages/mailbox.html` shows."""

    mails: tuple[ShownMail, ...]


def mailbox_page() -> MailboxPage:
    """The page of mails, the newest first."""
    return MailboxPage(mails=tuple(_shown(mail) for mail in kept_mails()))


def _shown(mail: KeptMail) -> ShownMail:
    code = _CODE.search(mail.text)
    paragraphs = tuple(part.strip() for part in re.split(r"\n\s*\n", mail.text))
    return ShownMail(mail.to, mail.subject, mail.sent_at, paragraphs, code[1] if code else "")
