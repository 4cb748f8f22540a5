"""Whether every memorial's key is there and opens, and whether keys are kept with credentials of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings

from snowdrop.console.doctor.findings import Finding
from snowdrop.console.doctor.settings import HERE
from snowdrop.ground import instance_keys, keys, sealing
from snowdrop.ground.objects import StorageAway
from snowdrop.memorials.models import Memorial

_OPENED: Final = 500
"""So many keys are opened; in a bucket each is a request."""


def look() -> Iterator[Finding]:
    """The instance key, then the data keys."""
    yield from _look_at_buckets()
    try:
        instance_keys.newest()
    except instance_keys.InstanceKeyMissing as missing:
        yield Finding(
            str(missing),
            "Set SNOWDROP_KEYS to the folder of keys, or put the backup of the keys there. For a new instance run:"
            " python -m snowdrop migrate",
        )
        return
    if (settings.SNOWDROP.keys / instance_keys.NEXT).exists():
        yield Finding(
            "A new instance key was made, and not every data key is wrapped by it yet. Both are needed.",
            "Run: python -m snowdrop rotate-instance-key",
        )
    try:
        yield from _look_at_data_keys()
    except StorageAway as away:
        yield Finding(f"The keys cannot be reached: {away}", "Look at SNOWDROP_KEYS_S3, and whether the storage is up.")


def _look_at_data_keys() -> Iterator[Finding]:
    kept, memorials = set(keys.owners()), set(Memorial.objects.values_list("pk", flat=True))
    without = memorials - kept
    if without:
        yield Finding(
            f"{len(without)} memorials have no data key, so nobody can read them; the first is {min(without)}.",
            "If this database is an older backup, they were deleted for good since, and stay so. If not, these are not"
            " the keys of this database: set SNOWDROP_KEYS to the right folder, or put the backup of the keys there.",
        )
    closed = [owner for owner in sorted(kept & memorials)[:_OPENED] if not _opens(owner)]
    if closed:
        yield Finding(
            f"{len(closed)} data keys cannot be opened with the instance key that is here; the first is {closed[0]}.",
            "Put the instance key back that wrapped them, from the backup of the keys.",
        )


def _opens(owner: UUID) -> bool:
    try:
        keys.data_key(owner)
    except (instance_keys.InstanceKeyMissing, sealing.Unreadable):
        return False
    except keys.KeyIsGone:
        pass  # destroyed meanwhile
    return True


def _look_at_buckets() -> Iterator[Finding]:
    media, own = settings.SNOWDROP.media_bucket, settings.SNOWDROP.keys_bucket
    if media and own and media.access_key == own.access_key:
        yield Finding(
            "The same credentials open the bucket of photographs and the bucket of keys.",
            "Make credentials that open the bucket of keys alone, and name them in SNOWDROP_KEYS_S3.",
        )
    for bucket in filter(None, (media, own)):
        if bucket.endpoint.startswith("http://") and urlsplit(bucket.endpoint).hostname not in HERE:
            yield Finding(
                f"The storage at {bucket.endpoint} is asked without encryption.", "Begin its address with https://."
            )
