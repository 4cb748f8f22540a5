"""Whether mail can be sent: without it nobody can sign in."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.core.mail import get_connection

from snowdrop.console.doctor.findings import Finding
from snowdrop.console.doctor.settings import HERE


def look() -> Iterator[Finding]:
    """Whether a mail server is named, answers, and is spoken to in private."""
    here = settings.SNOWDROP
    if not here.mail:
        if not here.developing:
            yield Finding(
                "No mail can be sent, so nobody can sign in.",
                "Set SNOWDROP_MAIL to your mail server (docs/settings.md).",
            )
        return
    if not (settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL or settings.EMAIL_HOST in HERE):
        yield Finding(
            f"Mails, with the codes to sign in, go to {settings.EMAIL_HOST} without encryption.",
            "Use smtps://, or port 587, in SNOWDROP_MAIL.",
        )
    connection = get_connection()
    try:
        connection.open()
    except OSError as failure:
        yield Finding(
            f"The mail server at {settings.EMAIL_HOST} does not let us in: {failure}",
            "Look at the host, the port, the user and the password in SNOWDROP_MAIL.",
        )
    finally:
        connection.close()
