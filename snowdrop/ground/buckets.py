"""Objects in a bucket of an object storage that speaks S3: signed requests only, no address is ever lent out."""

from __future__ import annotations

import errno
import logging
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import chain
from typing import Final

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError, NotFoundError, PreconditionError
from obstore.store import S3Store

from snowdrop.ground.objects import StorageAway
from snowdrop.ground.sealing import Stored
from snowdrop.settings.environment import Bucket

logger = logging.getLogger(__name__)

_PART_BYTES: Final = 8 * 1024 * 1024
"""Sent at once; what is larger goes in parts of this size, two at the same moment, so that memory stays bounded."""
_FIRST_BYTES: Final = 512 * 1024
"""Fetched when something is opened: all of a photograph for the page, the beginning of a clip."""


_users: Final[set[int]] = set()


@dataclass(frozen=True, slots=True)
class BucketObjects:
    """What lies in one bucket. Every failure of the storage is StorageAway, and is logged; names say nothing."""

    bucket: Bucket

    def keep(self, name: str, pieces: Iterable[bytes]) -> None:
        coming = iter(pieces)
        first = _taken(coming, _PART_BYTES)
        with _told(self.bucket):
            if sum(map(len, first)) < _PART_BYTES:
                obstore.put(self._client, name, b"".join(first), use_multipart=False)
            else:
                whole = chain(first, coming)
                obstore.put(self._client, name, whole, chunk_size=_PART_BYTES, max_concurrency=2)

    def add(self, name: str, content: bytes) -> None:
        with _told(self.bucket):
            try:
                obstore.put(self._client, name, content, mode="create")
            except AlreadyExistsError as failure:
                raise FileExistsError(name) from failure

    def replace(self, name: str, before: bytes, after: bytes) -> bool:
        with _told(self.bucket):
            try:
                found = obstore.get(self._client, name)
                if found.bytes().to_bytes() != before:
                    return False
                obstore.put(self._client, name, after, mode={"e_tag": found.meta["e_tag"]})
            except (FileNotFoundError, NotFoundError, PreconditionError):
                return False
        return True

    def read(self, name: str) -> bytes:
        with _told(self.bucket):
            return obstore.get(self._client, name).bytes().to_bytes()

    def open(self, name: str) -> Stored:
        with _told(self.bucket):
            found = obstore.get(self._client, name, options={"range": (0, _FIRST_BYTES)})
            return _InBucket(self, name, found.meta["size"], found.bytes().to_bytes())

    def remove(self, name: str) -> None:
        with _told(self.bucket):
            obstore.delete(self._client, name)

    def destroy(self, name: str) -> None:
        """As everywhere; a bucket that keeps old versions would keep this one, so it must not (the doctor looks)."""
        with _told(self.bucket):
            try:
                obstore.head(self._client, name)
            except (FileNotFoundError, NotFoundError):
                return
            obstore.put(self._client, name, b"\x00", use_multipart=False)
            obstore.delete(self._client, name)

    def names(self, folder: str = "") -> Iterator[str]:
        with _told(self.bucket):
            for some in obstore.list(self._client, prefix=folder):
                yield from (found["path"] for found in some)

    def keeps_old_versions(self, name: str) -> bool:
        """Whether what is overwritten or removed would be kept: asked of an object that has just been put there."""
        with _told(self.bucket):
            return obstore.head(self._client, name)["version"] not in {None, "null"}

    @property
    def _client(self) -> S3Store:
        return _client(self.bucket, os.getpid())


@dataclass(frozen=True, slots=True)
class _InBucket:
    _objects: BucketObjects
    _name: str
    size: int
    _first: bytes

    def read_at(self, start: int, length: int, /) -> bytes:
        stop = min(start + length, self.size)
        if start >= stop or stop <= len(self._first):
            return self._first[start:stop]
        with _told(self._objects.bucket):
            return obstore.get_range(self._objects._client, self._name, start=start, end=stop).to_bytes()

    def close(self) -> None:
        pass  # each read is a request of its own


def _taken(coming: Iterator[bytes], size: int) -> list[bytes]:
    """The next pieces, until they are `size` bytes or there are no more."""
    taken: list[bytes] = []
    while size > 0 and (piece := next(coming, None)) is not None:
        taken.append(piece)
        size -= len(piece)
    return taken


@lru_cache(maxsize=4)
def _client(bucket: Bucket, process: int) -> S3Store:
    """The client of one process: a process that is forked from it has none of its threads, and would wait for ever."""
    _users.add(process)
    if len(_users) > 1:
        raise StorageAway("The object storage was used before this process was forked.")
    return S3Store(
        bucket.name,
        endpoint=bucket.endpoint,
        region=bucket.region,
        access_key_id=bucket.access_key,
        secret_access_key=bucket.secret,
        virtual_hosted_style_request=False,
        checksum_algorithm="SHA256",
        client_options={"allow_http": True, "connect_timeout": "3s", "timeout": "60s"},
        retry_config={"max_retries": 2, "retry_timeout": timedelta(seconds=10)},
    )


@contextmanager
def _told(bucket: Bucket) -> Iterator[None]:
    """Whatever the storage fails in is said to operators here, and is StorageAway for everybody else."""
    try:
        yield
    except NotFoundError as failure:
        raise FileNotFoundError(errno.ENOENT, "not in this bucket") from failure
    except BaseError as failure:
        away = StorageAway(f"The bucket {bucket.name} could not be used: {_in_short(failure)}")
        logger.error("%s", away)
        raise away from failure


def _in_short(failure: BaseError) -> str:
    """The first line of what the library says, without the document that the storage answered."""
    return re.split(r"\n|: <", str(failure), maxsplit=1)[0]
