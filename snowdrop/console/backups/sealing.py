"""The backup key of the operator: pieces are encrypted for it, and only its secret half, kept elsewhere, opens them.

Encryption is age (pyrage), so that a backup can be opened without Snowdrop. The server knows the public half alone:
whoever takes the server over cannot read older backups with what they find there.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyrage
from pyrage import x25519

from snowdrop.console.backups.refusals import BackupRefused
from snowdrop.ground.last_backup import folder_of_backups

_PUBLIC: Final = "backup-key.public.txt"
_ID_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The public half. Names and marks are made with it, so nobody makes them who has only the place of backups."""

    words: str

    @property
    def fingerprint(self) -> str:
        """What a place of backups knows the key by."""
        return self._digest(b"fingerprint")[:16]

    def id_of_content(self, content: bytes) -> str:
        """The name of a piece of the database: the same content has the same name, and is kept once."""
        return self._digest(b"content\x00" + content)

    def id_of_part(self, file: str, number: int) -> str:
        """The name of a part of a kept file, whose bytes never change: it can be told without reading them."""
        return self._digest(b"part\x00" + f"{file}\x00{number}".encode())

    def mark(self, text: bytes) -> str:
        """What shows that somebody who knows this key wrote a list."""
        return self._digest(b"list\x00" + text)

    def seal(self, id: str, content: bytes) -> bytes:
        """A piece, encrypted; its name goes into it, so that one piece cannot stand for another."""
        return pyrage.encrypt(bytes.fromhex(id) + content, [x25519.Recipient.from_str(self.words)])

    def _digest(self, what: bytes) -> str:
        return hmac.new(self.words.encode(), b"snowdrop backup " + what, hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class SecretKey:
    """The secret half."""

    identity: x25519.Identity

    @property
    def public(self) -> PublicKey:
        return PublicKey(str(self.identity.to_public()))

    def open(self, id: str, sealed: bytes) -> bytes:
        """What a piece holds. Raises BackupRefused if it is another piece, was changed, or is for another key."""
        try:
            plain = pyrage.decrypt(sealed, [self.identity])
        except pyrage.DecryptError:
            raise BackupRefused("This backup key does not open this backup.") from None
        if plain[:_ID_BYTES].hex() != id:
            raise BackupRefused("A piece of this backup lies in the place of another, so it is not to be trusted.")
        return plain[_ID_BYTES:]


def make_key() -> str:
    """Makes a backup key, keeps the public half here, and returns the secret half, which is kept nowhere.

    Raises BackupRefused where there is one: what was encrypted for it would need the old one for ever.
    """
    secret = SecretKey(x25519.Identity.generate())
    try:
        keep_public(secret.public)
    except FileExistsError:
        raise BackupRefused(
            f"There is a backup key already. Earlier backups only open with it. If it is lost, remove"
            f" {_public_file()}, run this again, and back up into a new place."
        ) from None
    return str(secret.identity)


def keep_public(key: PublicKey) -> None:
    """Keeps the public half on this server. Raises FileExistsError."""
    folder_of_backups().mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(_public_file(), "x", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
        file.write(key.words + "\n")


def public_key() -> PublicKey:
    """The public half that this server keeps. Raises BackupRefused."""
    try:
        words = _public_file().read_text().strip()
        x25519.Recipient.from_str(words)
    except FileNotFoundError:
        raise BackupRefused(
            "There is no backup key yet. Make one, and keep it away from this computer:"
            " python -m snowdrop backup --make-key > backup-key.txt"
        ) from None
    except pyrage.RecipientError:
        raise BackupRefused(f"{_public_file()} holds no backup key. Remove it, and make one anew.") from None
    return PublicKey(words)


def secret_key(file: Path) -> SecretKey:
    """The secret half, out of the file in which the operator keeps it. Raises BackupRefused."""
    try:
        lines = file.read_text().splitlines()
    except OSError as failure:
        raise BackupRefused(f"The backup key cannot be read from {file}: {failure.strerror}.") from failure
    except ValueError:
        lines = []  # no text
    words = next((line.strip() for line in lines if line.startswith("AGE-SECRET-KEY-")), "")
    try:
        return SecretKey(x25519.Identity.from_str(words))
    except pyrage.IdentityError:
        raise BackupRefused(f"{file} holds no backup key; its line begins with AGE-SECRET-KEY-1.") from None


def _public_file() -> Path:
    return folder_of_backups() / _PUBLIC
