"""Keyed marks of addresses and names: enough to recognise somebody, too little to read who it is.

Variants of one address give one mark: another case, a tag behind a plus sign, dots where the provider ignores them, a
domain written in letters or as it travels (RFC 3492), look-alikes of Unicode. Names give one mark however they are
capitalised, accented, spaced, and in whichever order they stand: “Berg, Anna” is “Anna Berg”.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from typing import Final
from uuid import UUID

from snowdrop.ground import keys

MARK_BYTES: Final = 16
_OWNER: Final = UUID(int=1)
"""Whose data key makes the marks: nobody's; so that marks outlive a new instance key."""
_DOTS_DO_NOT_COUNT: Final = frozenset({"gmail.com"})
_SAME_HOUSE: Final = {"googlemail.com": "gmail.com"}
_AS_IT_TRAVELS: Final = "xn--"
_FULL_STOPS: Final = str.maketrans("。", ".")
_NOT_TAKEN_APART: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters with a stroke, which Unicode does not take apart into a letter and its accent."""
_ACCENTS_FROM: Final = 10
"""Combining classes below it are part of a letter itself: what divides syllables of India, or voices a kana."""


def address_mark(address: str) -> bytes:
    """The mark of an address for mail, the same for all its variants; of nothing, nothing."""
    return _mark(b"address", _plain_address(address))


def is_same_mailbox(one: str, other: str) -> bool:
    """Whether mail to both arrives in one place, for sure: they differ in capitals, or in how a domain is written.

    Narrower than a mark. What is like an address is enough to keep somebody out, and too little to let somebody in.
    """
    return _mailbox(one) == _mailbox(other)


def _mailbox(address: str) -> str:
    local, _, domain = unicodedata.normalize("NFC", address).strip().lower().rpartition("@")
    return f"{local}@{'.'.join(_as_letters(label) for label in domain.strip('.').split('.'))}"


def name_mark(name: str) -> bytes:
    """The mark of a name, however it is written; of nothing, nothing."""
    return _mark(b"name", " ".join(sorted(_plain_name(name).split())))


def _plain_address(address: str) -> str:
    local, _, domain = _folded(address).strip().rpartition("@")
    domain = ".".join(_in_letters(label) for label in domain.translate(_FULL_STOPS).strip(".").split("."))
    domain = _SAME_HOUSE.get(domain, domain)
    local = local.strip('"')
    local = local.partition("+")[0] or local
    if domain in _DOTS_DO_NOT_COUNT:
        local = local.replace(".", "")
    return f"{local}@{domain}" if local else domain


def _in_letters(label: str) -> str:
    """One label of a domain in the letters that people read, however it was written, and folded."""
    letters = _as_letters(label)
    return letters if letters == label else _folded(letters)


def _as_letters(label: str) -> str:
    if not label.startswith(_AS_IT_TRAVELS):
        return label
    try:
        return label.removeprefix(_AS_IT_TRAVELS).encode().decode("punycode")
    except UnicodeError:
        return label


def _plain_name(name: str) -> str:
    """In small letters without accents and without signs that nobody sees; what stands between words is a space."""
    apart = unicodedata.normalize("NFKD", _folded(name)).translate(_NOT_TAKEN_APART)
    kept = (
        sign for sign in apart if unicodedata.combining(sign) < _ACCENTS_FROM and unicodedata.category(sign) != "Cf"
    )
    return "".join(" " if unicodedata.category(sign)[0] in "PSZC" else sign for sign in kept)


def _folded(text: str) -> str:
    """Look-alikes made one (NFKC), capitals small, and what that has taken apart put together again."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _mark(kind: bytes, words: str) -> bytes:
    key = keys.common_key(_OWNER)
    return hmac.new(key, kind + b"\x00" + words.encode(), hashlib.sha256).digest()[:MARK_BYTES] if words else b""
