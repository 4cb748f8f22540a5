"""Reads mails that servers send back (RFC 3464), as they come to the address for them. What they say is only believed
of a mail that we have sent, which they must name: by the address of its own to which they came, or by its Message-ID.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from itertools import islice
from typing import Final
from uuid import UUID

from snowdrop.ground.mail import says_nobody_there

LONGEST: Final = 1024 * 1024
"""Bytes that are read of one; servers send back the head of a mail, some the whole."""
_CAME_TO: Final = ("Delivered-To", "X-Original-To", "Envelope-To", "To")
_NAME: Final = re.compile(r"[0-9a-f]{32}")
_MOST_NAMES: Final = 20
"""Of mails that one may be of: whoever lets their mails be sent on has names of others in it."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What a mail that came back says: of which mail it may be, and its status for good (“5.…”) or for now (“4.…”)."""

    mail_ids: tuple[UUID, ...]
    status: str

    @property
    def nobody_there(self) -> bool:
        """Whether the mailbox is gone."""
        return says_nobody_there(self.status)

    @property
    def for_now(self) -> bool:
        """Whether it may be otherwise another day."""
        return self.status.startswith(("4.", "5.2.2"))


def read_returned(content: bytes) -> Returned | None:
    """What a mail that came back says; None for any other mail, such as that somebody is away."""
    mail = message_from_bytes(content[:LONGEST], policy=policy.compat32)
    status = next(_statuses(mail), "")
    names = tuple(UUID(hex=name) for name in islice(_names(mail), _MOST_NAMES))
    return Returned(names, status) if status and names else None


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
