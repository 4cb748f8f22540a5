"""The key service: one data key for each memorial, wrapped by the instance key, a file apart (house law 7)."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from django.conf import settings

from snowdrop.ground import sealing
from snowdrop.ground.models import DataKey


class KeyIsGone(LookupError):
    """There is no data key for this owner: it was never made, or it was destroyed and what it sealed with it."""


def make_data_key(owner: UUID) -> None:
    """Makes and keeps the data key of `owner`. Call it in the transaction that makes the owner."""
    wrapped = sealing.wrap_key(instance_key(), sealing.new_key(), owner=owner.bytes)
    DataKey.objects.create(owner=owner, wrapped=wrapped)


def data_key(owner: UUID) -> bytes:
    """The data key of `owner`. Raises KeyIsGone."""
    return _unwrapped(owner)


def instance_key() -> bytes:
    """The key that wraps all others; made at the first start, readable by this user alone."""
    return _instance_key_in(settings.SNOWDROP.keys / "instance.key")


def forget_cached() -> None:
    """Drops every unwrapped key from this process."""
    _unwrapped.cache_clear()
    _instance_key_in.cache_clear()


@lru_cache(maxsize=1024)
def _unwrapped(owner: UUID) -> bytes:
    row = DataKey.objects.filter(owner=owner).first()
    if row is None:
        raise KeyIsGone(str(owner))
    return sealing.unwrap_key(instance_key(), bytes(row.wrapped), owner=owner.bytes)


@lru_cache(maxsize=4)
def _instance_key_in(path: Path) -> bytes:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_bytes()
    key = sealing.new_key()
    with os.fdopen(handle, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    sealing.sync_folder(path.parent)
    return key
