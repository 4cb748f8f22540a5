"""Whether mail can be sent, for without it nobody can sign in; and whether what is on its way gets there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.core.mail import get_connection
from django.utils.timesince import timesince

from snowdrop.console.doctor.findings import Finding
from snowdrop.console.doctor.settings import HERE
from snowdrop.ground import clock, outbox

_LATE: Final = timedelta(minutes=15)
"""A mail that waits longer has been missed, or was refused more than once; until then it may be a server that rests."""


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
    if failure := _why_not():
        yield Finding(
            f"The mail server at {settings.EMAIL_HOST} does not let us in: {failure}",
            "Look at the host, the port, the user and the password in SNOWDROP_MAIL.",
        )


def look_at_outbox() -> Iterator[Finding]:
    """Whether mails wait that should have been brought, for how long, and who keeps them waiting."""
    now = clock.now()
    late = outbox.late(now, after=_LATE)
    if late.not_taken_up_since:
        yield Finding(
            f"Mails wait in the outbox that nobody takes up, the oldest for {_time(late.not_taken_up_since, now)}.",
            "Look whether `snowdrop serve` runs, and what its log says. They are kept, and go out as soon as it does.",
        )
    if late.not_brought_since:
        waits = f"Mails could not be brought yet, the oldest for {_time(late.not_brought_since, now)}."
        if settings.SNOWDROP.mail and not _why_not():
            yield Finding(
                f"{waits} The mail server answers, and does not take them for now.",
                "Look into the log of the mail server: it says why. We try each for three days.",
            )
        else:
            yield Finding(
                f"{waits} The mail server does not answer.",
                "Mend what is said above of mail. They are kept, and each is tried for three days.",
            )


def _why_not() -> str:
    """Why the mail server does not let us in; "" where it does."""
    connection = get_connection()
    try:
        connection.open()
    except OSError as failure:
        return str(failure) or type(failure).__name__
    finally:
        connection.close()
    return ""


def _time(since: datetime, now: datetime) -> str:
    return timesince(since, now, depth=1).replace("\xa0", " ")
