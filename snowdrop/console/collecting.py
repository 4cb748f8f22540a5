"""Collects static files for serving: compressed, under names made from their content; only when something changed."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command


def collect_if_changed() -> None:
    """Collects the static files if they are others than at the last time."""
    note = Path(settings.STATIC_ROOT) / "collected"
    found = _fingerprint()
    if note.exists() and note.read_text() == found:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    note.write_text(found)
    storage: Any = staticfiles_storage
    storage.hashed_files, storage.manifest_hash = storage.load_manifest()


def _fingerprint() -> str:
    said = []
    for finder in finders.get_finders():
        for name, storage in finder.list([]):
            state = os.stat(storage.path(name))
            said.append(f"{name} {state.st_size} {state.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(said)).encode()).hexdigest()
