"""Whether the database and the store can be reached, are up to date, and give nothing to strangers (trust.md A5)."""

from __future__ import annotations

import io
import secrets
from collections.abc import Iterator
from functools import partial
from typing import Final

from django.conf import settings
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from snowdrop.console.doctor.asking import ask
from snowdrop.console.doctor.findings import Finding, Look
from snowdrop.console.doctor.settings import HERE
from snowdrop.ground import sealing
from snowdrop.ground.objects import Objects, StorageAway
from snowdrop.media.refusals import NoRoom
from snowdrop.media.store import Store, the_store
from snowdrop.settings.environment import Bucket

_CANARY: Final = b"a small bird that nobody but us may see"


def look_at_database() -> Iterator[Finding]:
    """Whether it answers, is of this version, and is reached in private."""
    try:
        connection.ensure_connection()
    except OperationalError as failure:
        yield Finding(f"The database cannot be reached: {failure}", "Look at SNOWDROP_DATABASE, and whether it is up.")
        return
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield Finding("The database is not of this version.", "Run: python -m snowdrop migrate")
    if connection.vendor == "postgresql" and not _is_private():
        yield Finding(
            "The database is reached over a network without encryption.",
            "Let PostgreSQL speak TLS (ssl = on), or reach it through its socket on the same machine.",
        )


def look_at_store() -> Iterator[Finding]:
    """Keeps a canary, reads it back, looks whether strangers can, and discards it."""
    here = settings.SNOWDROP
    yield from _reaching("SNOWDROP_S3", partial(_try_out, the_store()))
    buckets = (("SNOWDROP_S3", here.media_bucket), ("SNOWDROP_KEYS_S3", here.keys_bucket))
    for setting, bucket in buckets:
        if bucket:
            yield from _reaching(setting, partial(_look_from_outside, bucket))


def _reaching(setting: str, look: Look) -> Iterator[Finding]:
    try:
        yield from look()
    except NoRoom as refused:
        yield Finding(f"Nothing can be kept. {refused.__cause__ or ''}", f"Make room, and look at {setting}.")
    except StorageAway as away:
        yield Finding(f"The storage cannot be reached. {away}", f"Look at {setting}, and whether the storage is up.")


def _try_out(store: Store) -> Iterator[Finding]:
    key, place = sealing.new_key(), b"canary"
    name = store.keep(key, io.BytesIO(_CANARY), bound_to=place).name
    try:
        with store.open(name, key, bound_to=place) as reader:
            if b"".join(reader.read_range(0, reader.size)) != _CANARY:
                yield Finding("The store gave back other bytes than it was given.", "Do not use this storage.")
    finally:
        store.discard(name)
    try:
        store.open(name, key, bound_to=place).close()
    except FileNotFoundError:
        return
    yield Finding("What was discarded is still there.", "Turn off whatever keeps old versions in this storage.")


def _look_from_outside(bucket: Bucket) -> Iterator[Finding]:
    from snowdrop.ground.buckets import BucketObjects  # what it needs is installed only where there is a bucket

    objects, name = BucketObjects(bucket), f"canary/{secrets.token_hex(20)}"
    objects.keep(name, [_CANARY])
    try:
        for path in (f"/{name}", "/", "/?list-type=2"):
            if (answer := ask(bucket.address + path)) and answer.status < 400:
                yield Finding(
                    f"Strangers may open {bucket.address}{path} without any credentials.",
                    f"Make the bucket {bucket.name} private: take away every policy that names everybody.",
                )
        if _is_put_over(objects, name):
            yield Finding(
                f"The bucket {bucket.name} puts things over others that are there, although it is asked not to.",
                "Use a storage that answers conditional puts (If-None-Match, If-Match).",
            )
        if objects.keeps_old_versions(name):
            yield Finding(
                f"The bucket {bucket.name} keeps old versions, so what is deleted stays in it.",
                "Turn off versioning and object lock, and remove the old versions.",
            )
    finally:
        objects.remove(name)


def _is_put_over(objects: Objects, name: str) -> bool:
    try:
        objects.add(name, _CANARY)
    except FileExistsError:
        return False
    return True


def _is_private() -> bool:
    host = connection.settings_dict["HOST"]
    return host.startswith("/") or host in HERE | {""} or connection.connection.pgconn.ssl_in_use
