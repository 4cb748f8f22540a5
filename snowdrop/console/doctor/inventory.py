"""Every place where something of people is kept (trust.md A5): a backup has to hold it, a deletion has to reach it."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db import connection


@dataclass(frozen=True, slots=True)
class Place:
    """A place, what lies there, and how it is protected."""

    where: str
    what: str
    protected: str


def places() -> tuple[Place, ...]:
    """All places of this instance."""
    here = settings.SNOWDROP
    media, own = here.media_bucket, here.keys_bucket
    return (
        Place(
            _database(),
            "people, who may see what, words, the journal",
            "private words are sealed; names of people, addresses for mail and times are not",
        ),
        Place(
            media.address if media else str(here.media),
            "photographs, clips, voices, and parts of files on their way",
            "sealed with the key of each memorial",
        ),
        Place(
            own.address if own else str(here.keys / "data"),
            "the data key of each memorial",
            "wrapped by the instance key",
        ),
        Place(
            str(here.keys),
            "the instance key, and the secret that signs cookies",
            "for this user alone; copy it apart from the data, and keep old copies 30 days at most",
        ),
        Place(
            str(here.published),
            "pages that everybody may see, as they are sent",
            "readable; gone when a page is not public any more; leave it out of backups",
        ),
        *_copies(),
        Place("the log of the server", "failures, without words, names or addresses that people asked for", "readable"),
        *_of_developers(),
        Place(
            "the mail server" if here.mail else "the console",
            "mails on their way: neutral words, and codes to sign in",
            "as that server protects them",
        ),
    )


def _database() -> str:
    if connection.vendor == "sqlite":
        return f"{connection.settings_dict['NAME']} (with -wal and -shm beside it)"
    return f"PostgreSQL, {connection.settings_dict['NAME']} at {connection.settings_dict['HOST'] or 'this computer'}"


def _copies() -> tuple[Place, ...]:
    """Where the settings want backups and copies to be."""
    copies = settings.SNOWDROP.copies
    bucket = copies.backups_bucket
    backups = bucket.address if bucket else copies.backups
    found = (
        (backups, "backups of the database and of photographs and recordings", "encrypted for the backup key"),
        (copies.keys, "copies of the keys of the last 30 days", "encrypted for the backup key"),
        (copies.second, "the second copy of the data", "as the data themselves"),
        (copies.second_keys, "the second copy of the keys", "as the keys themselves"),
    )
    return tuple(Place(str(where), what, protected) for where, what, protected in found if where)


def _of_developers() -> tuple[Place, ...]:
    here = settings.SNOWDROP
    if not here.developing:
        return ()
    return (Place(str(here.data / "mail"), "the mails that were sent while developing", "readable"),)
