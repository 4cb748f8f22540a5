"""Photographs in a bucket: closed to whoever has no right, few requests, little memory, calm when it is away."""

from __future__ import annotations

import hashlib
import http.client
import io
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from django.test import RequestFactory

from snowdrop.ground import sealing
from snowdrop.ground.buckets import BucketObjects
from snowdrop.ground.middleware import CareMiddleware
from snowdrop.ground.objects import StorageAway
from snowdrop.media.refusals import NoRoom, StoreAway
from snowdrop.media.store import Store
from tests.figures import Figures
from tests.world.instance import an_instance
from tests.world.storage import Storage

KEY, PLACE = bytes(range(32)), b"clip\x01original"
MEGABYTE = 1024 * 1024


@pytest.fixture
def storage(object_storage: Storage) -> Storage:
    return object_storage


@pytest.fixture
def store(storage: Storage) -> Store:
    return Store(BucketObjects(storage.media))


class Content(io.RawIOBase):
    """As many bytes as one likes, made while they are read; at one place something may happen."""

    def __init__(self, megabytes: int, at: int = -1, happens: object = None) -> None:
        self._left, self._at, self._happens = megabytes, at * MEGABYTE, happens
        self._left *= MEGABYTE
        self.digest = hashlib.sha256()

    def read(self, size: int | None = -1) -> bytes:
        if self._left == self._at:
            self._happens()  # type: ignore[operator]
        piece = os.urandom(min(self._left, size or 0))
        self._left -= len(piece)
        self.digest.update(piece)
        return piece


def answer_to_nobody(storage: Storage, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", storage.ports["s3.port"], timeout=10)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status


def test_whoever_has_no_right_gets_nothing(storage: Storage, store: Store, figures: Figures) -> None:
    """First somebody who has the right gets it, so that there is something to refuse."""
    kept = store.keep(KEY, io.BytesIO(b"private"), bound_to=PLACE)
    (name,) = store.objects.names()
    with store.open(kept.name, KEY, bound_to=PLACE) as reader:
        assert b"".join(reader.read_range(0, 100)) == b"private"

    wrong_secret = Store(BucketObjects(storage.with_wrong_secret(storage.media)))
    refused = 0
    for act in (
        lambda: wrong_secret.open(kept.name, KEY, bound_to=PLACE),
        lambda: wrong_secret.keep(KEY, io.BytesIO(b"mine"), bound_to=PLACE),
        lambda: wrong_secret.discard(kept.name),
        lambda: list(wrong_secret.objects.names()),
    ):
        try:
            act()
        except (StorageAway, StoreAway):
            refused += 1
    nobody = [answer_to_nobody(storage, path) for path in (f"/media/{name}", "/media/", "/media/?list-type=2")]
    figures("T07", checks=7, wrong=7 - refused - sum(status in {401, 403} for status in nobody))

    assert refused == 4
    assert nobody == [403] * 3
    assert list(store.objects.names()) == [name]


def test_keys_and_photographs_are_opened_by_credentials_of_their_own(storage: Storage, store: Store) -> None:
    BucketObjects(storage.keys).keep("data/one", [b"wrapped"])
    with_those_of_media = BucketObjects(storage.bucket("keys", "media"))

    with pytest.raises(StorageAway):
        with_those_of_media.read("data/one")

    assert BucketObjects(storage.keys).read("data/one") == b"wrapped"


def test_what_lies_in_the_bucket_says_nothing(store: Store) -> None:
    kept = store.keep(KEY, io.BytesIO(b"canary " * 10_000), bound_to=PLACE)

    (name,) = store.objects.names()

    assert name.replace("/", "") == kept.name
    assert b"canary" not in store.objects.read(name)


@pytest.mark.slow
def test_a_long_clip_goes_through_in_little_memory_and_is_read_in_few_requests(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip = Content(200)
    tracemalloc.start()
    kept = store.keep(KEY, clip, bound_to=PLACE)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (kept.size, kept.sha256) == (200 * MEGABYTE, clip.digest.hexdigest())
    assert most < 48 * MEGABYTE

    from snowdrop.ground import buckets

    requests = []
    for way in ("get", "get_range"):
        really = getattr(buckets.obstore, way)
        monkeypatch.setattr(
            buckets.obstore, way, lambda *given, _really=really, **more: requests.append(1) or _really(*given, **more)
        )
    with store.open(kept.name, KEY, bound_to=PLACE) as reader:
        assert sum(map(len, reader.read_range(100 * MEGABYTE + 5, 103 * MEGABYTE))) == 3 * MEGABYTE - 5
    assert len(requests) <= 6  # opened with two, three MiB with one each and a little

    read = hashlib.sha256()
    with store.open(kept.name, KEY, bound_to=PLACE) as reader:
        for piece in reader.read_range(0, reader.size):
            read.update(piece)
    assert read.hexdigest() == kept.sha256


@pytest.mark.slow
def test_a_storage_that_goes_away_in_the_middle_is_a_sentence_and_comes_back(storage: Storage, store: Store) -> None:
    before = store.keep(KEY, Content(3), bound_to=PLACE)
    reader = store.open(before.name, KEY, bound_to=PLACE)
    reading = reader.read_range(0, reader.size)
    next(reading)

    with pytest.raises(NoRoom) as refused:
        store.keep(KEY, Content(40, at=20, happens=storage.stop), bound_to=PLACE)
    with pytest.raises(StorageAway):
        list(reading)
    with pytest.raises(StorageAway):
        store.open(before.name, KEY, bound_to=PLACE)
    assert str(refused.value.sentence).startswith(
        "The place where photographs and recordings are kept cannot be reached"
    )

    storage.start()
    with store.open(before.name, KEY, bound_to=PLACE) as again:
        assert sum(map(len, again.read_range(0, again.size))) == 3 * MEGABYTE
    assert len(list(store.objects.names())) == 1


def test_somebody_who_looks_while_the_storage_is_away_gets_a_sentence() -> None:
    request = RequestFactory().get("/")
    answer = CareMiddleware(lambda _: None).process_exception(request, StorageAway())  # type: ignore[arg-type,return-value]

    assert answer is not None
    assert answer.status_code == 503
    assert "Everything that was kept is safe." in answer.content.decode()


@pytest.mark.slow
def test_a_whole_instance_keeps_photographs_and_keys_in_buckets(storage: Storage, tmp_path: Path) -> None:
    buckets = {"SNOWDROP_S3": storage.media, "SNOWDROP_KEYS_S3": storage.keys}
    settings = {name: bucket.endpoint.replace("//", f"//{bucket.access_key}@") for name, bucket in buckets.items()}
    settings = {name: f"{url}/{buckets[name].name}?region=us-east-1" for name, url in settings.items()}
    settings |= {f"{name}_SECRET": str(bucket.secret_file) for name, bucket in buckets.items()}
    with an_instance(tmp_path / "data", **settings) as instance:
        filled = instance.act("fill_with_canaries", "Mira")
        cookie = instance.act("sign_in", filled["slug"])["cookie"]
        instance.start()
        whole = instance.get(filled["photo"], {"Cookie": cookie})
        part = instance.get(filled["photo"], {"Cookie": cookie, "Range": "bytes=100-199"})
        storage.stop()
        away = instance.get(filled["photo"], {"Cookie": cookie})
        storage.start()
        again = instance.get(filled["photo"], {"Cookie": cookie})

    assert (whole.status, whole.body[:4]) == (200, b"RIFF")
    assert (part.status, part.body) == (206, whole.body[100:200])
    assert away.status == 503
    assert "Everything that was kept is safe." in away.body.decode() and "Traceback" not in away.body.decode()
    assert again.body == whole.body
    assert not (tmp_path / "data" / "media").exists()
    assert [path.name for path in (tmp_path / "data/keys").iterdir() if path.is_dir()] == []


def test_bytes_changed_in_the_bucket_are_not_given_out(storage: Storage, store: Store) -> None:
    kept = store.keep(KEY, io.BytesIO(bytes(200_000)), bound_to=PLACE)
    (name,) = store.objects.names()
    stored = bytearray(store.objects.read(name))
    stored[100_000] ^= 1
    store.objects.keep(name, [bytes(stored)])

    with store.open(kept.name, KEY, bound_to=PLACE) as reader, pytest.raises(sealing.Unreadable):
        list(reader.read_range(0, reader.size))


def test_a_forked_process_says_at_once_that_it_cannot_use_what_its_parent_used(storage: Storage) -> None:
    """Its threads stay behind, so it would wait for ever."""
    said = subprocess.run(
        [sys.executable, "-c", _FORKING, *(str(part) for part in (storage.media.endpoint, storage.media.secret))],
        capture_output=True,
        text=True,
        timeout=30,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "snowdrop.settings"},
    )

    assert said.stdout.split() == ["used", "refused"], said.stderr


_FORKING = """
import os, sys
from pathlib import Path
from snowdrop.ground.buckets import BucketObjects
from snowdrop.ground.objects import StorageAway
from snowdrop.settings.environment import Bucket
objects = BucketObjects(Bucket(sys.argv[1], "media", "us-east-1", "media", Path(), sys.argv[2]))
objects.keep("forking", [b"1"])
print("used", flush=True)
if os.fork() == 0:
    try:
        objects.read("forking")
    except StorageAway:
        print("refused", flush=True)
    os._exit(0)
os.wait()
"""
