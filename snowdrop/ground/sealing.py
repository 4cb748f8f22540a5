"""Seals private words and files: only who holds the key can read them, and nobody can change them unseen."""

from __future__ import annotations

import hashlib
import io
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Final, Protocol, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES: Final = 32
FRAME_BYTES: Final = 64 * 1024

_NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16
_SALT_BYTES: Final = 32
_TEXT: Final = b"\x01"
_FILE: Final = b"\x02"
_HEADER_BYTES: Final = len(_FILE) + _SALT_BYTES
_SEALED_FRAME_BYTES: Final = FRAME_BYTES + _TAG_BYTES


class Readable(Protocol):
    """Anything that gives its bytes piece by piece."""

    def read(self, size: int, /) -> bytes: ...


class Unreadable(Exception):
    """The sealed thing was changed, cut short, moved from its place, or sealed with another key."""


@dataclass(frozen=True, slots=True)
class SealedFile:
    """What was sealed: the size in bytes and the SHA-256 (hexadecimal) of the readable content."""

    size: int
    sha256: str


def new_key() -> bytes:
    """A fresh random key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def wrap_key(instance_key: bytes, key: bytes, *, owner: bytes) -> bytes:
    """The key, sealed with the instance key and tied to its owner."""
    return _seal(instance_key, key, b"key\x00" + owner)


def unwrap_key(instance_key: bytes, wrapped: bytes, *, owner: bytes) -> bytes:
    """The key out of its wrapping; raises Unreadable for another owner or instance key."""
    return _unseal(instance_key, wrapped, b"key\x00" + owner)


def seal(key: bytes, plain: bytes, *, bound_to: bytes) -> bytes:
    """Short private text, sealed and tied to its row: version, nonce, ciphertext with its tag.

    `bound_to` must name one row and field, in a fixed form (say b"comfort.words" and the row's 16 bytes), and be given
    again to unseal. Nonces are random; one key may seal 2**32 texts (NIST SP 800-38D, 8.3).
    """
    return _seal(key, plain, b"text\x00" + bound_to)


def unseal(key: bytes, sealed: bytes, *, bound_to: bytes) -> bytes:
    """The text again; raises Unreadable when it, its key or its place is not the one it was sealed with."""
    return _unseal(key, sealed, b"text\x00" + bound_to)


def seal_file(key: bytes, source: Readable, destination: Path, *, bound_to: bytes) -> SealedFile:
    """Seals all that `source` still has to give into `destination`, which appears complete and on disk, or not at all.

    Written to a temporary file beside it, synced, renamed, and the folder synced, before this returns (trust.md C1,
    C2). Whatever goes wrong on the way is raised and leaves nothing.
    """
    arriving = destination.with_name(f".{destination.name}.{secrets.token_hex(8)}")
    try:
        with open(arriving, "xb", opener=_for_owner_only) as sealed:
            outcome = _write_frames(key, source, sealed, bound_to)
            sealed.flush()
            os.fsync(sealed.fileno())
        os.replace(arriving, destination)
    except BaseException:
        arriving.unlink(missing_ok=True)
        raise
    sync_folder(destination.parent)
    return outcome


def open_sealed(path: Path, key: bytes, *, bound_to: bytes) -> SealedReader:
    """A reader of a sealed file; its last frame is checked at once, so that `size` can be believed.

    Raises FileNotFoundError, or Unreadable when the file is not the one that was sealed under this key and name.
    """
    reader = SealedReader(open(path, "rb", buffering=0), key, bound_to)  # noqa: SIM115 - the reader closes it
    try:
        reader.check_the_end()
    except BaseException:
        reader.close()
        raise
    return reader


class SealedReader:
    """Reads a sealed file from any place, opening only the frames around it; safe to share between threads."""

    def __init__(self, stored: io.FileIO, key: bytes, bound_to: bytes) -> None:
        self._stored = stored
        stored_bytes = os.fstat(stored.fileno()).st_size - _HEADER_BYTES
        self._frames = max(1, -(-stored_bytes // _SEALED_FRAME_BYTES))
        self.size = stored_bytes - self._frames * _TAG_BYTES
        header = os.pread(stored.fileno(), _HEADER_BYTES, 0)
        self._recognised = len(header) == _HEADER_BYTES and header[:1] == _FILE and self.size >= 0
        self._cipher = _cipher_of_file(key, header[1:], bound_to)

    def check_the_end(self) -> None:
        """Raises Unreadable unless the file ends where it ended when it was sealed."""
        if not self._recognised:
            raise Unreadable
        self._frame(self._frames - 1)

    def read_range(self, start: int, stop: int) -> Iterator[bytes]:
        """The bytes from `start` to before `stop`, in pieces of at most 64 KiB; past the end there is nothing."""
        stop = min(stop, self.size)
        while start < stop:
            index, offset = divmod(start, FRAME_BYTES)
            piece = self._frame(index)[offset : offset + stop - start]
            start += len(piece)
            yield piece

    def open(self) -> io.BufferedReader:
        """The content as a file that can be read and sought; closing it leaves the reader open."""
        return io.BufferedReader(_RangesAsFile(self), FRAME_BYTES)

    def close(self) -> None:
        self._stored.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _frame(self, index: int) -> bytes:
        place = _HEADER_BYTES + index * _SEALED_FRAME_BYTES
        sealed = os.pread(self._stored.fileno(), _SEALED_FRAME_BYTES, place)
        nonce = _frame_nonce(index, last=index == self._frames - 1)
        try:
            return self._cipher.decrypt(nonce, sealed, None)
        except InvalidTag:
            raise Unreadable from None


class _RangesAsFile(io.RawIOBase):
    def __init__(self, reader: SealedReader) -> None:
        self._reader = reader
        self._place = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._reader.size}[whence]
        if base + offset < 0:
            raise ValueError("a place before the beginning")
        self._place = base + offset
        return self._place

    def readinto(self, target: memoryview) -> int:  # type: ignore[override]
        piece = next(self._reader.read_range(self._place, self._place + len(target)), b"")
        target[: len(piece)] = piece
        self._place += len(piece)
        return len(piece)


def sync_folder(folder: Path) -> None:
    """Waits until the names in a folder are on disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@lru_cache(maxsize=1024)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


def _seal(key: bytes, plain: bytes, bound_to: bytes) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return _TEXT + nonce + _cipher(key).encrypt(nonce, plain, bound_to)


def _unseal(key: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    sealed = bytes(sealed)
    if len(sealed) < 1 + _NONCE_BYTES + _TAG_BYTES or sealed[:1] != _TEXT:
        raise Unreadable
    try:
        return _cipher(key).decrypt(sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :], bound_to)
    except InvalidTag:
        raise Unreadable from None


def _cipher_of_file(key: bytes, salt: bytes, bound_to: bytes) -> AESGCM:
    """Every file has a key of its own, so that a plain counter is a safe nonce however many files one memorial has."""
    own = HKDF(SHA256(), KEY_BYTES, salt=salt, info=b"snowdrop sealed file\x00" + bound_to)
    return AESGCM(own.derive(key))


def _frame_nonce(index: int, *, last: bool) -> bytes:
    """Counter and last-frame mark, as in the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015)."""
    return index.to_bytes(_NONCE_BYTES - 1, "big") + (b"\x01" if last else b"\x00")


def _write_frames(key: bytes, source: Readable, sealed: BinaryIO, bound_to: bytes) -> SealedFile:
    salt = secrets.token_bytes(_SALT_BYTES)
    cipher = _cipher_of_file(key, salt, bound_to)
    digest = hashlib.sha256()
    size = index = 0
    sealed.write(_FILE + salt)
    frame = _read_fully(source)
    while True:
        following = _read_fully(source) if len(frame) == FRAME_BYTES else b""
        digest.update(frame)
        size += len(frame)
        sealed.write(cipher.encrypt(_frame_nonce(index, last=not following), frame, None))
        if not following:
            return SealedFile(size, digest.hexdigest())
        frame, index = following, index + 1


def _read_fully(source: Readable) -> bytes:
    """One whole frame, or what is left; a source may give less at a time than it was asked for."""
    frame = source.read(FRAME_BYTES)
    while 0 < len(frame) < FRAME_BYTES and (more := source.read(FRAME_BYTES - len(frame))):
        frame += more
    return frame


def _for_owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
