"""A real object storage that speaks S3 (SeaweedFS), on loopback, with three buckets and credentials for each."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from snowdrop.ground.buckets import BucketObjects
from snowdrop.ground.objects import StorageAway
from snowdrop.settings.environment import Bucket
from tests.world.instance import free_port

_PATIENCE: Final = 60.0
_PORTS: Final = ("master.port", "volume.port", "filer.port", "s3.port")
_BUCKETS: Final = ("media", "keys", "open")
_RIGHTS: Final = ("Read", "Write", "List")


@dataclass(slots=True)
class Storage:
    """The storage, and the buckets in it: `media` and `keys`, each opened by credentials of its own, and `open`."""

    folder: Path
    ports: dict[str, int]
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def media(self) -> Bucket:
        return self.bucket("media", "media")

    @property
    def keys(self) -> Bucket:
        return self.bucket("keys", "keys")

    @property
    def open(self) -> Bucket:
        """A bucket that somebody left open to everybody."""
        return self.bucket("open", "open")

    def with_wrong_secret(self, bucket: Bucket) -> Bucket:
        """The bucket, with a secret that is not its own."""
        return replace(bucket, secret="not-the-secret-of-this-bucket")

    def start(self) -> None:
        """Starts it; returns when it answers."""
        command = [Path(sys.executable).with_name("weed"), "server", f"-dir={self.folder}", "-filer", "-s3"]
        options = ["-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-volume.max=0", "-master.volumeSizeLimitMB=64"]
        quiet = ["-master.volumePreallocate=false", "-s3.port.iceberg=0", "-s3.port.lance=0"]
        ports = [f"-{name}={port}" for name, port in self.ports.items()]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, *options, *quiet, *ports, f"-s3.config={self.folder / 'rights.json'}"],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        patience = time.monotonic() + _PATIENCE
        while not self._answers():
            assert self.process.poll() is None and time.monotonic() < patience, self.log()
            time.sleep(0.2)

    def empty(self) -> None:
        """Removes everything from its buckets; starts it, if somebody has ended it."""
        if self.process is None or self.process.poll() is not None:
            self.start()
        for name in _BUCKETS:
            bucket = BucketObjects(self.bucket(name, "maker"))
            for kept in list(bucket.names()):
                bucket.remove(kept)

    def stop(self) -> None:
        """Ends it at once, as a machine that loses its power."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def log(self) -> str:
        """What it said last."""
        return (self.folder / "log").read_text(errors="replace")[-3000:]

    def write_rights(self) -> None:
        """Who may do what: each bucket has one who may, one is open to everybody, and somebody may make buckets."""
        rights = [_identity(name, [f"{right}:{name}" for right in _RIGHTS]) for name in _BUCKETS]
        everybody: dict[str, object] = {"name": "anonymous", "actions": ["Read:open", "List:open"]}
        all_rights = [*rights, _identity("maker", ["Admin"]), everybody]
        (self.folder / "rights.json").write_text(json.dumps({"identities": all_rights}))
        for name in (*_BUCKETS, "maker"):
            (self.folder / f"{name}.secret").write_text(_secret(name))
            (self.folder / f"{name}.secret").chmod(0o600)

    def _answers(self) -> bool:
        """Whether something can be kept in all buckets, which are made by that."""
        try:
            socket.create_connection(("127.0.0.1", self.ports["s3.port"]), timeout=1).close()
            for name in _BUCKETS:
                BucketObjects(self.bucket(name, "maker")).keep("first", [b"1"])
                BucketObjects(self.bucket(name, "maker")).remove("first")
        except (OSError, StorageAway):
            return False
        return True

    def bucket(self, name: str, who: str) -> Bucket:
        """A bucket, asked for with the credentials of somebody."""
        endpoint = f"http://127.0.0.1:{self.ports['s3.port']}"
        return Bucket(endpoint, name, "us-east-1", who, self.folder / f"{who}.secret", _secret(who))


def _secret(name: str) -> str:
    return f"the-secret-of-{name}-that-nobody-else-knows"


def _identity(name: str, actions: list[str]) -> dict[str, object]:
    return {"name": name, "credentials": [{"accessKey": name, "secretKey": _secret(name)}], "actions": actions}


@contextmanager
def an_object_storage(folder: Path) -> Iterator[Storage]:
    """A storage in this folder, started; it is ended afterwards."""
    ports = {name: free_port() for port in _PORTS for name in (port, f"{port}.grpc")}
    storage = Storage(folder, ports)
    storage.write_rights()
    try:
        storage.start()
        yield storage
    finally:
        storage.stop()
        shutil.rmtree(folder, ignore_errors=True)
