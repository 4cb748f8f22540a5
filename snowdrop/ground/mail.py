"""Mail: one way to send it, in text and HTML. Without a mail server it goes to the console."""

from __future__ import annotations

import logging
import secrets
import time
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from pathlib import Path
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends import console
from django.template.loader import render_to_string
from django.utils.functional import Promise

logger = logging.getLogger(__name__)

MOST_KEPT = 50


class MailNotSent(RuntimeError):
    """The mail server could not be reached, or would not take the mail; nothing was sent."""


@dataclass(frozen=True, slots=True)
class KeptMail:
    """A mail that was kept while developing, as somebody reads it."""

    to: str
    subject: str
    sent_at: datetime
    text: str


def send_mail(*, to: str, subject: str | Promise, template: str, context: dict[str, object]) -> None:
    """Sends `template`.txt with its twin `template`.html. They read `site` and the context. Raises MailNotSent.

    Subjects stand on locked screens: they say nothing that a stranger may not read.
    """
    given = {"site": settings.SNOWDROP, **context}
    message = EmailMultiAlternatives(
        subject=" ".join(str(subject).split()),
        body=render_to_string(f"{template}.txt", given),
        to=[to],
        headers={"Auto-Submitted": "auto-generated"},
        alternatives=[(render_to_string(f"{template}.html", given), "text/html")],
    )
    try:
        message.send()
    except (SMTPException, OSError) as problem:
        logger.error("A mail was not sent: %s", type(problem).__name__)
        raise MailNotSent from problem


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
