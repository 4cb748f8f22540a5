"""Seals private words and files: only who holds the key can read them, and nobody can change them unseen."""

from __future__ import annotations

import hashlib
import io
import os
import secrets
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Protocol, Self

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
_FRAMES_AT_ONCE: Final = 16
"""A MiB: few requests for a long range, little memory for each that reads."""


class Readable(Protocol):
    """Anything that gives its bytes piece by piece."""

    def read(self, size: int, /) -> bytes: ...


class Stored(Protocol):
    """Sealed bytes where they are kept, open for reading from any place; past the end there is nothing."""

    @property
    def size(self) -> int: ...

    def read_at(self, start: int, length: int, /) -> bytes: ...

    def close(self) -> None: ...


class Unreadable(Exception):
    """The sealed thing was changed, cut short, moved from its place, or sealed with another key."""


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


class SealedFrames:
    """All that a source still has to give, sealed: a header, then frames, to be taken once and kept in this order.

    Once the last one is taken, `size` in bytes and `sha256` (hexadecimal) say what the readable content was.
    """

    def __init__(self, key: bytes, source: Readable, *, bound_to: bytes) -> None:
        self._key, self._source, self._bound_to = key, source, bound_to
        self.size = 0
        self.sha256 = ""

    def __iter__(self) -> Iterator[bytes]:
        salt = secrets.token_bytes(_SALT_BYTES)
        cipher, digest, index = _cipher_of_file(self._key, salt, self._bound_to), hashlib.sha256(), 0
        yield _FILE + salt
        frame: bytes | None = _read_fully(self._source)
        while frame is not None:
            following = _read_fully(self._source) if len(frame) == FRAME_BYTES else b""
            digest.update(frame)
            self.size += len(frame)
            yield cipher.encrypt(_frame_nonce(index, last=not following), frame, None)
            frame, index = following or None, index + 1
        self.sha256 = digest.hexdigest()


def open_sealed(stored: Stored, key: bytes, *, bound_to: bytes) -> SealedReader:
    """A reader of what was sealed; its last frame is checked at once, so that `size` can be believed.

    Raises Unreadable when it is not what was sealed under this key and name.
    """
    reader = SealedReader(stored, key, bound_to)
    try:
        reader.check_the_end()
    except BaseException:
        reader.close()
        raise
    return reader


class SealedReader:
    """Reads something sealed from any place, opening only the frames around it; safe to share between threads."""

    def __init__(self, stored: Stored, key: bytes, bound_to: bytes) -> None:
        self._stored = stored
        stored_bytes = stored.size - _HEADER_BYTES
        self._frames = max(1, -(-stored_bytes // _SEALED_FRAME_BYTES))
        self.size = stored_bytes - self._frames * _TAG_BYTES
        header = stored.read_at(0, _HEADER_BYTES)
        self._recognised = len(header) == _HEADER_BYTES and header[:1] == _FILE and self.size >= 0
        self._cipher = _cipher_of_file(key, header[1:], bound_to)

    def check_the_end(self) -> None:
        """Raises Unreadable unless it ends where it ended when it was sealed."""
        if not self._recognised:
            raise Unreadable
        next(self._opened(self._frames - 1, self._frames))

    def read_range(self, start: int, stop: int) -> Iterator[bytes]:
        """The bytes from `start` to before `stop`, in pieces of at most 64 KiB; past the end there is nothing."""
        stop = min(stop, self.size)
        if start >= stop:
            return
        first, last = start // FRAME_BYTES, -(-stop // FRAME_BYTES)
        for index, frame in enumerate(self._opened(first, last), first):
            before = index * FRAME_BYTES
            yield frame[max(0, start - before) : stop - before]

    def open(self) -> io.BufferedReader:
        """The content as a file that can be read and sought; closing it leaves the reader open."""
        return io.BufferedReader(_RangesAsFile(self), _FRAMES_AT_ONCE * FRAME_BYTES)

    def close(self) -> None:
        self._stored.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _opened(self, first: int, last: int) -> Iterator[bytes]:
        """The frames from `first` to before `last`; many are fetched at once, for each fetch may be a request."""
        for index in range(first, last, _FRAMES_AT_ONCE):
            count = min(_FRAMES_AT_ONCE, last - index)
            sealed = self._stored.read_at(_place_of_frame(index), count * _SEALED_FRAME_BYTES)
            for number in range(count):
                yield self._opened_frame(index + number, sealed[number * _SEALED_FRAME_BYTES :][:_SEALED_FRAME_BYTES])

    def _opened_frame(self, index: int, sealed: bytes) -> bytes:
        try:
            return self._cipher.decrypt(_frame_nonce(index, last=index == self._frames - 1), sealed, None)
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
        filled = 0
        for piece in self._reader.read_range(self._place, self._place + len(target)):
            target[filled : filled + len(piece)] = piece
            filled += len(piece)
        self._place += filled
        return filled


@lru_cache(maxsize=1024)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


def forget_ciphers() -> None:
    """Drops what was made of keys from this process."""
    _cipher.cache_clear()


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


def _place_of_frame(index: int) -> int:
    return _HEADER_BYTES + index * _SEALED_FRAME_BYTES


def _read_fully(source: Readable) -> bytes:
    """One whole frame, or what is left; a source may give less at a time than it was asked for."""
    frame = source.read(FRAME_BYTES)
    while 0 < len(frame) < FRAME_BYTES and (more := source.read(FRAME_BYTES - len(frame))):
        frame += more
    return frame
