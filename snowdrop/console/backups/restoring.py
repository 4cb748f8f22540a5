"""Puts a backup back into an empty instance: all of it or nothing, and looks at the end whether everything opens."""

from __future__ import annotations

import base64
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from snowdrop.console.backups.databases import About, the_database
from snowdrop.console.backups.lists import FILE_PIECE, BackupList, pieces_of_file
from snowdrop.console.backups.making import ABOUT, Progress, room_to_work
from snowdrop.console.backups.references import files_that_do_not_open
from snowdrop.console.backups.refusals import BackupRefused
from snowdrop.console.backups.sealing import SecretKey, keep_public
from snowdrop.console.backups.vault import Vault
from snowdrop.ground import copies_of_keys, instance_keys
from snowdrop.ground.objects import FolderObjects, Objects, sync_folder
from snowdrop.ground.room import has_room
from snowdrop.media.store import place_of, the_store


@dataclass(frozen=True, slots=True)
class Source:
    """The place of backups, the secret half of the backup key, and under which names every piece lies there.

    A piece that was found broken may lie beside the one that was written in its place.
    """

    vault: Vault
    secret: SecretKey
    names: Mapping[str, Sequence[str]]

    def piece(self, id: str) -> bytes:
        """Raises BackupRefused."""
        *others, last = self.names[id]
        for name in others:
            with suppress(BackupRefused):
                return self.secret.open(id, self.vault.read_piece(name))
        return self.secret.open(id, self.vault.read_piece(last))


def choose(vault: Vault, secret: SecretKey, name: str) -> BackupList:
    """The backup of this name, or the newest. Raises BackupRefused."""
    names = vault.list_names()
    if not names:
        raise BackupRefused(f"There is no backup in {vault.where}.")
    vault.claim(secret.public)
    return vault.read_list(name or names[-1], secret.public)


def restore(
    vault: Vault, secret: SecretKey, chosen: BackupList, keys: Mapping[str, bytes] | None, *, progress: Progress
) -> None:
    """Puts this backup back. Raises BackupRefused, objects.NoRoomLeft, objects.StorageAway.

    `keys` are put back first, unless the instance has its keys still (None). Until the database is there, which comes
    last, there is nothing that could be served; ended before, it is begun again.
    """
    names: dict[str, list[str]] = {}
    for id, name in vault.pieces():
        names.setdefault(id, []).append(name)
    source = Source(vault, secret, names)
    _require_whole(source, chosen)
    _require_fitting(chosen)
    _put_back_keys(keys)
    with room_to_work() as room:
        arriving = FolderObjects(room / "media")
        in_bucket = settings.SNOWDROP.media_bucket is not None
        _put_back_files(source, chosen, the_store().objects if in_bucket else arriving, progress)
        about = About(**json.loads(secret.open(ABOUT, base64.b64decode(chosen.about))))
        with the_database().put_back(_streams(source, chosen, progress), about, room):
            if not in_bucket:
                _move(arriving.root, settings.SNOWDROP.media)
    with suppress(FileExistsError):
        keep_public(secret.public)


def what_does_not_open(*, of: int, progress: Progress) -> list[str]:
    """Reads every kept file that rows speak of, to its end, with its key; says of each that does not open why."""
    found = []
    for done, problem in enumerate(files_that_do_not_open(the_store()), 1):
        progress("looking at everything", min(done, of), of)
        if problem:
            found.append(problem)
    return found


def _require_whole(source: Source, chosen: BackupList) -> None:
    lacks = set(chosen.needs(source.secret.public)) - set(source.names)
    if lacks:
        raise BackupRefused(
            f"The backup {chosen.name} is not whole: {len(lacks)} of its pieces are not in {source.vault.where}."
            " Nothing was restored. Choose an earlier one with --backup; verify-backup says which are whole."
        )


def _require_fitting(chosen: BackupList) -> None:
    here = settings.SNOWDROP
    if chosen.engine != connection.vendor:
        raise BackupRefused(
            f"This backup is of {_called(chosen.engine)}, and these settings name {_called(connection.vendor)}. Set"
            " SNOWDROP_DATABASE as it was when the backup was made."
        )
    the_database().require_empty()
    if not here.media_bucket and not _are_of(chosen, here.media):
        raise BackupRefused(
            f"There are files in {here.media} already. A restore never puts anything over what is there. Set"
            " SNOWDROP_DATA to an empty folder, or move this one away."
        )
    if not has_room(here.data, spare_bytes=chosen.size):
        raise BackupRefused(f"There is not enough room in {here.data}: {chosen.size / 1e6:,.0f} MB are needed.")


def _are_of(chosen: BackupList, media: Path) -> bool:
    """Whether nothing lies there but files of this backup, whose names are random: then a restore was ended before."""
    names = {place_of(name) for name in chosen.files}
    return all(path.relative_to(media).as_posix() in names for path in media.rglob("*") if path.is_file())


def _put_back_keys(keys: Mapping[str, bytes] | None) -> None:
    if keys is None:
        try:
            instance_keys.newest()
        except instance_keys.InstanceKeyMissing:
            raise BackupRefused(
                f"There are no keys in {settings.SNOWDROP.keys}, and without them nobody can read what is restored."
                " Name the place of their copies with --keys, or set SNOWDROP_KEYS to the folder where they are."
            ) from None
        return
    try:
        copies_of_keys.put_back(keys)
    except copies_of_keys.KeysAreOthers:
        raise BackupRefused(
            f"There are other keys in {settings.SNOWDROP.keys} already. If they are the keys of this backup, leave out"
            " --keys. If not, set SNOWDROP_KEYS to an empty folder."
        ) from None


def _put_back_files(source: Source, chosen: BackupList, objects: Objects, progress: Progress) -> None:
    done = 0
    for done, (name, size) in enumerate(chosen.files.items(), 1):
        ids = pieces_of_file(source.secret.public, name, size)
        objects.keep(place_of(name), _checked(map(source.piece, ids), name, size))
        progress("photographs and recordings", done, len(chosen.files))


def _checked(pieces: Iterator[bytes], name: str, size: int) -> Iterator[bytes]:
    for piece in pieces:
        yield piece
        size -= len(piece)
        if len(piece) > FILE_PIECE or (len(piece) < FILE_PIECE and size):
            raise BackupRefused(f"The file {name} does not have the bytes that were backed up. Nothing was restored.")


def _streams(source: Source, chosen: BackupList, progress: Progress) -> Iterator[tuple[str, Iterator[bytes]]]:
    total = sum(map(len, chosen.streams.values()))
    done = 0

    def pieces(ids: tuple[str, ...]) -> Iterator[bytes]:
        nonlocal done
        for id in ids:
            piece = source.piece(id)
            if source.secret.public.id_of_content(piece) != id:
                raise BackupRefused("A piece of the database is not what was backed up. Nothing was restored.")
            done += 1
            progress("database", done, total)
            yield piece

    for name, ids in chosen.streams.items():
        yield name, pieces(ids)


def _move(arrived: Path, to: Path) -> None:
    """Whole, by one rename; what is in its place is nothing, or what an earlier try has put there."""
    if arrived.exists():
        shutil.rmtree(to, ignore_errors=True)
        os.rename(arrived, to)
        sync_folder(to.parent)


def _called(engine: str) -> str:
    return {"sqlite": "the embedded database", "postgresql": "PostgreSQL"}.get(engine, engine)
