"""All keys together, to be copied into a place apart from the data, and put back from there (docs/decisions/0023)."""

from __future__ import annotations

import io
import re
import tarfile
from collections.abc import Iterator, Mapping
from typing import Final

from django.conf import settings

from snowdrop.ground import instance_keys
from snowdrop.ground.objects import FolderObjects, Objects, objects_in

_OF_ALL: Final = (instance_keys.NEXT, instance_keys.PRESENT, "secret.txt")
"""What lies beside the data keys: the instance key, the one that is to follow it, and the secret that signs cookies."""
_DATA_KEY: Final = re.compile(r"data/[0-9a-f]{2}/[0-9a-f-]{36}")
_TRIES: Final = 5


class KeysAreOthers(Exception):
    """There are other keys in the folder of keys already."""


def all_keys() -> dict[str, bytes]:
    """Every key by its name, as it is kept. Raises instance_keys.InstanceKeyMissing, objects.StorageAway.

    The keys of the instance are read before and after the others: no data key is wrapped by one that is left out.
    """
    for _ in range(_TRIES):
        before, data = _of_instance(), dict(_data_keys())
        if before == _of_instance():
            break
    instance_keys.newest()
    return {**before, **data}


def to_archive(keys: Mapping[str, bytes]) -> bytes:
    """The keys as a tar archive of the folder of keys, which can be unpacked without Snowdrop."""
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w") as archive:
        for name, content in sorted(keys.items()):
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(content), 0o600
            archive.addfile(entry, io.BytesIO(content))
    return whole.getvalue()


def from_archive(archive: bytes) -> dict[str, bytes]:
    """The keys again; anything else that lies in the archive is left out. Raises ValueError if it is no archive."""
    found = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(archive), mode="r") as opened:
            for entry in opened:
                file = opened.extractfile(entry) if entry.name in _OF_ALL or _DATA_KEY.fullmatch(entry.name) else None
                if file:
                    found[entry.name] = file.read()
    except tarfile.TarError as failure:
        raise ValueError(str(failure)) from failure
    return found


def put_back(keys: Mapping[str, bytes]) -> None:
    """Puts keys where they belong; twice is fine. Raises KeysAreOthers, and then changes nothing.

    The secret that signs cookies takes the place of the one that every command makes where there is none.
    """
    folder = FolderObjects(settings.SNOWDROP.keys)
    standing = _of_instance()
    for name in (instance_keys.PRESENT, instance_keys.NEXT):
        if name in standing and standing[name] != keys.get(name):
            raise KeysAreOthers
    for name, content in sorted(keys.items(), key=lambda item: item[0] in _OF_ALL):  # the keys of the instance last
        (folder if name in _OF_ALL else _data_store()).keep(name, [content])


def _of_instance() -> dict[str, bytes]:
    return dict(_read(FolderObjects(settings.SNOWDROP.keys), iter(_OF_ALL)))


def _data_keys() -> Iterator[tuple[str, bytes]]:
    store = _data_store()
    return _read(store, store.names("data"))


def _read(store: Objects, names: Iterator[str]) -> Iterator[tuple[str, bytes]]:
    for name in names:
        try:
            yield name, store.read(name)
        except FileNotFoundError:
            continue  # destroyed meanwhile


def _data_store() -> Objects:
    return objects_in(settings.SNOWDROP.keys_bucket, settings.SNOWDROP.keys)
