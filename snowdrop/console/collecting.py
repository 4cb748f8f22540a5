"""Collects static files for serving: compressed, under names made from their content; only when something changed."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

from snowdrop.ground.objects import sync_folder


def collect_if_changed() -> None:
    """Collects the static files if they are others than at the last time.

    The note of what was collected is gone before anything changes, and back when everything is on disk. Files without
    a note are what a power cut left, perhaps torn ones that would be taken for whole: they are removed first.
    """
    root = Path(settings.STATIC_ROOT)
    note, found = root / "collected", _fingerprint()
    if note.exists():
        if note.read_text() == found:
            return
        note.unlink()
        sync_folder(root)
    elif root.exists():
        shutil.rmtree(root)
    call_command("collectstatic", interactive=False, verbosity=0)
    _wait_until_on_disk(root)
    note.write_text(found)
    storage: Any = staticfiles_storage
    storage.hashed_files, storage.manifest_hash = storage.load_manifest()


def _wait_until_on_disk(root: Path) -> None:
    for folder, _, names in os.walk(root):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                os.fsync(file.fileno())
        sync_folder(Path(folder))


def _fingerprint() -> str:
    said = []
    for finder in finders.get_finders():
        for name, storage in finder.list([]):
            state = os.stat(storage.path(name))
            said.append(f"{name} {state.st_size} {state.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(said)).encode()).hexdigest()
