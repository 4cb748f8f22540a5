"""Mail: one way to send it, as HTML with a plain twin. Without a mail server it goes to the console.

What must arrive although a server is away for a while goes through the outbox (outbox.py), which sends it from here.
"""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from email import message_from_bytes, policy
from email.utils import formataddr, parsedate_to_datetime
from pathlib import Path
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.core.mail.backends import console
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from snowdrop.ground.discretion import wants_discreet_mail
from snowdrop.ground.ids import new_id
from snowdrop.ground.twins import text_of
from snowdrop.ground.unwanted import the_list

logger = logging.getLogger(__name__)

MOST_KEPT = 50
_LONGEST_LINE: Final = 998
"""Characters of a line of a mail (RFC 5322, 2.1.1)."""
_FOR_GOOD: Final = 500
"""From this answer of a mail server on, it will say the same tomorrow (RFC 5321, 4.2.1)."""
_NOBODY_THERE: Final = frozenset({"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"})
"""No such mailbox, no such server, no address at all, moved away, takes no mail (RFC 7505), closed (RFC 3463). Whatever
else is refused may be the fault of the mail, of the way, or of ourselves, and says nothing of whoever is there."""
_STATUS: Final = re.compile(r"\s*(\d\.\d{1,3}\.\d{1,3})\b")
_NO_MAILBOX: Final = (550, 551, 553)
"""What servers answer for a mailbox that is not there, if they say no more (RFC 5321, 4.2.3)."""


class MailNotSent(RuntimeError):
    """Nothing was sent. `for_good`: trying again is of no use; `nobody_there`: the address leads to nobody.

    `server_away`: our own mail server could not be reached, or broke off; another mail would fare no better now.
    """

    def __init__(self, *, for_good: bool = False, nobody_there: bool = False, server_away: bool = False) -> None:
        super().__init__("nobody there" if nobody_there else "for good" if for_good else "for now")
        self.for_good, self.nobody_there, self.server_away = for_good, nobody_there, server_away


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail. `template`.html reads `site`, `discreet`, `stop_address` and the context; its plain twin is made of it.

    `what` names mails that people may stop, as the one list knows them (unwanted.py). Empty for a mail that somebody
    asked for in this moment, and for what they must know lest something of theirs ends without them: those are sent
    whoever is on the list. Subjects stand on locked screens: they say nothing that a stranger may not read.
    """

    to: str
    subject: str | Promise
    template: str
    context: Mapping[str, object] = field(default_factory=dict)
    what: str = ""
    discreet: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class KeptMail:
    """A mail that was kept while developing, as somebody reads it."""

    to: str
    subject: str
    sent_at: datetime
    text: str


def send_mail(
    *,
    to: str,
    subject: str | Promise,
    template: str,
    context: Mapping[str, object],
    what: str = "",
    discreet: bool = False,
) -> None:
    """Sends one mail at once, for somebody who waits for it. Raises MailNotSent."""
    send(Mail(to, subject, template, context, what, discreet), get_connection(), mail_id=new_id())


def send(mail: Mail, connection: BaseEmailBackend, *, mail_id: UUID) -> None:
    """Hands a mail to the server. It carries the same Message-ID however often it is sent. Raises MailNotSent.

    To people who want discreet mails, and where the mail asks for it, subject, sender and first lines are the same for
    every mail, and plain. Both are made each time and one is sent, so that the time that it takes tells nothing of the
    person (trust.md T09).
    """
    if mail.what and the_list().is_unwanted(the_list().mark_of(mail.to), mail.what):
        raise MailNotSent(for_good=True)
    discreet = wants_discreet_mail(mail.to) or mail.discreet
    with translation.override(mail.language or settings.LANGUAGE_CODE):
        messages = {one: _message(replace(mail, discreet=one), mail_id) for one in (False, True)}
    try:
        connection.send_messages([messages[discreet]])
    except (SMTPException, OSError, ValueError) as problem:
        logger.error("A mail was not sent: %s", type(problem).__name__)
        raise _why(problem) from problem


def says_nobody_there(status: str) -> bool:
    """Whether a status, or an answer that begins with one, says that nobody reads mail at the address (RFC 3463)."""
    found = _STATUS.match(status)
    return found is not None and found[1] in _NOBODY_THERE


def message_id(mail_id: UUID) -> str:
    """What a mail is called by the servers that it passes (RFC 5322, 3.6.4)."""
    return f"<{mail_id.hex}@{urlsplit(settings.SNOWDROP.address).hostname}>"


def comes_back_to(mail_id: UUID) -> str:
    """Where servers send a mail back that nobody takes; with SNOWDROP_MAIL_BOUNCES, an address of its own."""
    local, _, domain = settings.SNOWDROP.mail_bounces.partition("@")
    return f"{local}+{mail_id.hex}@{domain}" if domain else settings.SNOWDROP.mail_from


class _Unfolded(EmailMultiAlternatives):
    """A mail whose header fields stay on one line: an address to press, folded, is not found by every program."""

    def message(self) -> Any:  # type: ignore[override]
        """Called by Django once for each mail."""
        made: Any = super().message()
        made.policy = made.policy.clone(max_line_length=_LONGEST_LINE)
        return made


def _message(mail: Mail, mail_id: UUID) -> EmailMultiAlternatives:
    site, subject = settings.SNOWDROP, str(mail.subject)
    if mail.discreet:
        site, subject = replace(site, site_name=site.discreet_name), _("A note for you")
    stop = the_list().stop_address(the_list().mark_of(mail.to), mail.what) if mail.what else ""
    given = {"site": site, "discreet": mail.discreet, "stop_address": stop, **mail.context}
    html = render_to_string(f"{mail.template}.html", given).strip()
    return _Unfolded(
        subject=" ".join(subject.split()),
        body=text_of(html),
        from_email=comes_back_to(mail_id),
        to=[mail.to],
        headers={
            "From": formataddr((site.site_name, site.mail_from)),
            "Message-ID": message_id(mail_id),
            "Auto-Submitted": "auto-generated",
            **_ways_to_stop(stop),
        },
        alternatives=[(html, "text/html")],
    )


def _ways_to_stop(address: str) -> dict[str, str]:
    """What puts a button for it into the programs in which people read mail (RFC 2369, RFC 8058)."""
    if not address:
        return {}
    return {"List-Unsubscribe": f"<{address}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def _why(problem: Exception) -> MailNotSent:
    """What a failure means for trying again."""
    if isinstance(problem, SMTPRecipientsRefused):
        answers = list(problem.recipients.values())
        for_good = all(code >= _FOR_GOOD for code, _ in answers)
        return MailNotSent(for_good=for_good, nobody_there=for_good and all(map(_tells_of_nobody, answers)))
    if isinstance(problem, SMTPDataError):
        return MailNotSent(for_good=problem.smtp_code >= _FOR_GOOD)
    return MailNotSent(for_good=isinstance(problem, ValueError), server_away=not isinstance(problem, ValueError))


def _tells_of_nobody(answer: tuple[int, bytes]) -> bool:
    code, text = answer
    said = text.decode("ascii", "replace")
    return says_nobody_there(said) if _STATUS.match(said) else code in _NO_MAILBOX


class ConsoleAndKept(console.EmailBackend):
    """Writes mails to the console; while developing it also keeps the last of them for the page of mails."""

    def write_message(self, message: EmailMessage) -> None:
        """Called by Django once for each mail."""
        super().write_message(message)
        if settings.SNOWDROP.developing:
            _keep(message.message().as_bytes())


def kept_mails() -> tuple[KeptMail, ...]:
    """The mails that were kept while developing, the newest first."""
    return tuple(_read(path) for path in reversed(_kept()))


def _keep(mail: bytes) -> None:
    folder = settings.SNOWDROP.data / "mail"
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / f"{time.time_ns()}-{secrets.token_hex(4)}.eml").write_bytes(mail)
    for old in _kept()[:-MOST_KEPT]:
        old.unlink(missing_ok=True)


def _kept() -> list[Path]:
    return sorted((settings.SNOWDROP.data / "mail").glob("*.eml"))


def _read(path: Path) -> KeptMail:
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    body = mail.get_body(("plain",))
    text = body.get_content() if body else ""
    return KeptMail(str(mail["To"]), str(mail["Subject"]), parsedate_to_datetime(mail["Date"]), text.strip())
