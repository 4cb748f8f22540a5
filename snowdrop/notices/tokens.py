"""The secret parts of addresses that mails hold: signed, so that nobody can guess another's."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Final
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.core.signing import BadSignature, Signer

from snowdrop.people.marks import MARK_BYTES

_SALT: Final = "snowdrop.notices.stop"
_SALT_OF_LISTENERS: Final = "snowdrop.notices.follow"


class UnknownToken(ObjectDoesNotExist):
    """Nothing of ours: it was altered, or made up."""


def token_of(mark: bytes, what: str) -> str:
    """The token that is sent with a mail of this kind to the address with this mark. It works as long as the server."""
    return _signer().sign(urlsafe_b64encode(mark + what.encode()).decode().rstrip("="))


def read_token(token: str) -> tuple[bytes, str]:
    """The mark and the kind of mails. Raises UnknownToken."""
    try:
        said = _signer().unsign(token)
    except BadSignature:
        raise UnknownToken from None
    plain = urlsafe_b64decode(said + "=" * (-len(said) % 4))
    return plain[:MARK_BYTES], plain[MARK_BYTES:].decode()


def token_of_listener(listener_id: UUID) -> str:
    """The token by which a guest shows that an address is theirs."""
    return Signer(sep=".", salt=_SALT_OF_LISTENERS).sign(listener_id.hex)


def read_token_of_listener(token: str) -> UUID:
    """Whose it is. Raises UnknownToken."""
    try:
        return UUID(hex=Signer(sep=".", salt=_SALT_OF_LISTENERS).unsign(token))
    except (BadSignature, ValueError):
        raise UnknownToken from None


def _signer() -> Signer:
    return Signer(sep=".", salt=_SALT)
