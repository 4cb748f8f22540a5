"""The key service: one data key for each memorial, kept apart from the data (house law 7, docs/decisions/0008).

Wrapped by the instance key, each data key is a small object of its own in the folder of keys, or in a bucket for keys
alone. The database and its backups hold none, so that a key that is destroyed is gone from all of them.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self
from uuid import UUID

from django.conf import settings

from snowdrop.ground import instance_keys, sealing
from snowdrop.ground.objects import Objects, objects_in

BELIEVED_FOR: Final = 5
"""Seconds for which a process believes a key that it has read: so soon a destroyed one opens nothing anywhere."""
_FOLDER: Final = "data"
_TRIES: Final = 3


class KeyIsGone(LookupError):
    """There is no data key for this owner: it was never made, or it was destroyed and what it sealed with it."""


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A data key as it is kept: wrapped, and the name of the instance key that wrapped it."""

    wrapped_by: str
    wrapped: bytes

    def to_bytes(self) -> bytes:
        return json.dumps({"wrapped_by": self.wrapped_by, "wrapped": self.wrapped.hex()}).encode()

    @classmethod
    def from_bytes(cls, kept: bytes) -> Self:
        """Raises sealing.Unreadable."""
        try:
            read = json.loads(kept)
            return cls(read["wrapped_by"], bytes.fromhex(read["wrapped"]))
        except (ValueError, KeyError, TypeError):
            raise sealing.Unreadable from None


def make_data_key(owner: UUID) -> None:
    """Makes and keeps the data key of `owner`; durable when it returns. Raises FileExistsError, objects.StorageAway.

    Call it before anything of the owner is kept. If the owner is not kept after all, the key opens nothing.
    """
    keep_data_key(owner, sealing.new_key())


def keep_data_key(owner: UUID, key: bytes) -> None:
    """Keeps a data key that was made elsewhere. Raises FileExistsError, objects.StorageAway."""
    wrapped = _wrapped(owner, key, instance_keys.newest())
    _store().add(_name(owner), wrapped.to_bytes())
    _stay_with_newest(owner, key, wrapped)


def data_key(owner: UUID) -> bytes:
    """The data key of `owner`. Raises KeyIsGone, objects.StorageAway, or sealing.Unreadable if it was changed."""
    return _believed(owner, int(time.monotonic() // BELIEVED_FOR))


def common_key(owner: UUID) -> bytes:
    """The data key of something that belongs to no memorial, made when it is first needed."""
    try:
        return data_key(owner)
    except KeyIsGone:
        with suppress(FileExistsError):  # another process may have made it just now
            make_data_key(owner)
        return data_key(owner)


def destroy_data_key(owner: UUID) -> None:
    """Destroys the data key of `owner`: nobody can read what it sealed, here at once, elsewhere after BELIEVED_FOR.

    What is being read from an open file may be read to its end. Twice is fine. Raises objects.StorageAway.
    """
    _store().destroy(_name(owner))
    forget_cached()


def forget_cached() -> None:
    """Drops every unwrapped key from this process."""
    _believed.cache_clear()
    sealing.forget_ciphers()


def owners() -> Iterator[UUID]:
    """Everybody who has a data key, in no order."""
    for name in _store().names(_FOLDER):
        yield UUID(name.rpartition("/")[2])


def wrap_anew(owner: UUID, instance_key: instance_keys.InstanceKey) -> bool:
    """Wraps a data key with another instance key; says whether there was anything to do. Twice is fine.

    Raises instance_keys.InstanceKeyMissing, sealing.Unreadable.
    """
    try:
        kept = _kept(owner)
    except KeyIsGone:
        return False
    before = WrappedKey.from_bytes(kept)
    if before.wrapped_by == instance_key.name:
        return False
    try:
        after = _wrapped(owner, _unwrapped(owner, before), instance_key)
    except sealing.Unreadable:
        raise sealing.Unreadable(f"The data key of {owner} was changed.") from None
    return _store().replace(_name(owner), kept, after.to_bytes())


@lru_cache(maxsize=1024)
def _believed(owner: UUID, _since: int) -> bytes:
    for _ in range(_TRIES):
        with suppress(instance_keys.InstanceKeyMissing):  # it was wrapped anew between the two looks
            return _read(owner)
    return _read(owner)


def _read(owner: UUID) -> bytes:
    return _unwrapped(owner, WrappedKey.from_bytes(_kept(owner)))


def _kept(owner: UUID) -> bytes:
    try:
        kept = _store().read(_name(owner))
    except FileNotFoundError:
        instance_keys.newest()  # without any the whole folder is missing: away, not gone
        raise KeyIsGone(str(owner)) from None
    if not kept.strip(b"\0"):  # overwritten, by a process that was ended before it removed the file
        raise KeyIsGone(str(owner))
    return kept


def _wrapped(owner: UUID, key: bytes, instance_key: instance_keys.InstanceKey) -> WrappedKey:
    return WrappedKey(instance_key.name, sealing.wrap_key(instance_key.secret, key, owner=owner.bytes))


def _unwrapped(owner: UUID, kept: WrappedKey) -> bytes:
    return sealing.unwrap_key(instance_keys.named(kept.wrapped_by).secret, kept.wrapped, owner=owner.bytes)


def _stay_with_newest(owner: UUID, key: bytes, kept: WrappedKey) -> None:
    """Looks again after the key was kept: an instance key that was made in between wraps it too (rotation.py)."""
    while (newest := instance_keys.newest()).name != kept.wrapped_by:
        before, kept = kept, _wrapped(owner, key, newest)
        if not _store().replace(_name(owner), before.to_bytes(), kept.to_bytes()):
            return  # it has been wrapped anew, or destroyed


def _name(owner: UUID) -> str:
    return f"{_FOLDER}/{owner.hex[-2:]}/{owner}"


def _store() -> Objects:
    return objects_in(settings.SNOWDROP.keys_bucket, settings.SNOWDROP.keys)
