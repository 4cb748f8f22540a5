"""Reads mails that servers send back (RFC 3464), as they come to the address for them. What they say is only believed
of a mail that we have sent, which they must name: by the address of its own to which they came, or by its Message-ID.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from typing import Final
from uuid import UUID

LONGEST: Final = 1024 * 1024
"""Bytes that are read of one; servers send back the head of a mail, some the whole."""
_CAME_TO: Final = ("Delivered-To", "X-Original-To", "Envelope-To", "To")
_NAME: Final = re.compile(r"[0-9a-f]{32}")
_NOT_OF_THE_MAILBOX: Final = ("5.2.2", "5.2.3", "5.3.4", "5.6.", "5.7.")
"""Refusals that say nothing of whether there is somebody (RFC 3463)."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What a mail that came back says: of which mail, and its status for good (“5.…”) or for now (“4.…”)."""

    mail_id: UUID
    status: str

    @property
    def nobody_there(self) -> bool:
        """Whether the mailbox is gone."""
        return self.status.startswith("5.") and not self.status.startswith(_NOT_OF_THE_MAILBOX)

    @property
    def for_now(self) -> bool:
        """Whether it may be otherwise another day."""
        return self.status.startswith(("4.", "5.2.2"))


def read_returned(content: bytes) -> Returned | None:
    """What a mail that came back says; None for any other mail, such as that somebody is away."""
    mail = message_from_bytes(content[:LONGEST], policy=policy.compat32)
    status = next(_statuses(mail), "")
    name = next(_names(mail), "")
    return Returned(UUID(hex=name), status) if status and name else None


def _statuses(mail: Message) -> Iterator[str]:
    """The status of each recipient for whom it failed; a mail that is only late, or was brought, has none."""
    for part in mail.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        for of_one in _parts_of(part):
            if str(of_one.get("Action", "")).strip().lower() == "failed":
                yield str(of_one.get("Status", "")).strip()


def _names(mail: Message) -> Iterator[str]:
    """The ids of mails that it may be of: the address of its own first, then what it holds of the mail itself."""
    for header in _CAME_TO:
        for came_to in mail.get_all(header, []):
            yield from _NAME.findall(str(came_to))
    for part in mail.walk():
        if part is not mail and part.get_content_type() in {"message/rfc822", "text/rfc822-headers"}:
            yield from _NAME.findall(_message_id_in(part))


def _message_id_in(part: Message) -> str:
    for whole in _parts_of(part):
        return str(whole.get("Message-ID", ""))
    head = part.get_payload(decode=True)
    return str(message_from_bytes(head).get("Message-ID", "")) if isinstance(head, bytes) else ""


def _parts_of(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []
