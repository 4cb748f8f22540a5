"""A real server for mail on loopback, which can also be slow, refuse somebody, fail for a while, or hang up."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope
from django.conf import LazySettings

from tests.world.instance import free_port


@dataclass(slots=True)
class Postbox:
    """What arrived, and how the server behaves: what it answers to an address, for how many mails it hangs up."""

    port: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    came_from: list[str] = field(default_factory=list)
    refuses: dict[str, str] = field(default_factory=dict)
    fails_for: int = 0
    hangs_up_for: int = 0
    slow: float = 0.0

    async def handle_RCPT(
        self, server: SMTP, session: object, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Called by the server for each recipient."""
        if answer := self.refuses.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: object, envelope: Envelope) -> str:
        """Called by the server for each mail."""
        if self.hangs_up_for:
            self.hangs_up_for -= 1
            server.transport.abort()
            return "421 gone"
        if self.fails_for:
            self.fails_for -= 1
            return "451 4.3.0 not now"
        if self.slow:
            await asyncio.sleep(self.slow)
        assert isinstance(envelope.content, bytes)
        self.came_from.append(str(envelope.mail_from))
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 kept"

    def to(self) -> list[str]:
        """To whom the mails went, in their order."""
        return [str(mail["To"]) for mail in self.mails]


@contextmanager
def a_postbox(settings: LazySettings | Any) -> Iterator[Postbox]:
    """A server, to which mails go from now on."""
    box = Postbox(port=free_port())
    server = Controller(box, hostname="127.0.0.1", port=box.port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", box.port
    settings.EMAIL_TIMEOUT = 5
    try:
        yield box
    finally:
        server.stop()
