"""Compares what people were told with what stands in an instance; told to a process of the instance.

Lost: what was acknowledged and is not there, or is another. Doubled: what is there twice. Orphans: what stands without
what it belongs to. Each is a list of sentences; nothing is mended here.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection

from snowdrop.comfort.content import read_content
from snowdrop.comfort.intake import digest_of_once
from snowdrop.comfort.models import Comfort, Step
from snowdrop.comfort.vocabulary import LET_THROUGH, OPENED_OR_KEPT, UNREAD
from snowdrop.console.backups.references import files_that_do_not_open
from snowdrop.console.doctor import examine
from snowdrop.ground import clock, journal, keys, sealing
from snowdrop.ground.journal import Entry
from snowdrop.media import expecting
from snowdrop.media.arrival import Arrival
from snowdrop.media.discarding import KEPT_UNDER
from snowdrop.media.models import Picture
from snowdrop.media.queries import open_original
from snowdrop.media.store import the_store
from snowdrop.memorials.models import Memorial
from snowdrop.tributes.models import Letter, Photo

_KEEPING_FILES = {"arrivals", "media", "recordings"}
"""Readers of the journal that keep, or let go of, files."""
_NOT_LOOKED_AT = ("settings", "files and folders", "room on the disk", "backups", "mail", "people who may be in danger")
"""What the doctor says of a computer, and not of what is kept."""


def audit(file: str) -> dict[str, Any]:
    """What is wrong with what this ledger (tests/faults/people.py) speaks of, once everything has been acted on."""
    _begin_anew()
    try:
        return _compared(json.loads(Path(file).read_text()))
    except DatabaseError as failure:
        return {"lost": [f"everything: {failure}"], "doubled": [], "orphans": [], "settled": True}
    finally:
        connection.close()  # whatever lies in this folder next is not that of this connection


def _compared(ledger: dict[str, Any]) -> dict[str, Any]:
    settled = settle()
    lost = [*_lost_comfort(ledger), *_lost_letters(ledger), *_lost_acts(ledger), *_lost_photographs(ledger)]
    return {
        "lost": lost,
        "doubled": list(_doubled(ledger)),
        "orphans": [*_orphans(), *_broken()],
        "settled": settled,
    }


def _begin_anew() -> None:
    """The database may have gone and come back since this process last asked it."""
    connection.close()
    keys.forget_cached()
    if connection.vendor == "postgresql":
        connection.close_pool()


def settle() -> bool:
    """Lets those who read the journal for files come to its end; what was left half-done is let go of as it is a day
    later. Says whether they have come there.
    """
    close_old_connections()
    readers = [one for one in journal.readers() if one.name in _KEEPING_FILES]
    while sum(journal.catch_up(one) for one in readers):
        pass
    now = clock.now()
    expecting.let_go_of_unfinished(now + expecting.EXPECTED_FOR)
    return not _KEEPING_FILES & set(journal.late_readers(now))


def _lost_comfort(ledger: dict[str, Any]) -> Iterator[str]:
    rows = {bytes(row.arrival): row for row in Comfort.objects.all().iterator(chunk_size=5000)}
    for once in ledger["acknowledged"]:
        row = rows.get(digest_of_once(once))
        if row is None:
            yield f"comfort {once}"
        elif read_content(row).words != ledger["sent"][once]:
            yield f"comfort {once} has other words"
    known = {digest_of_once(once): words for once, words in ledger["sent"].items()}
    for digest, row in rows.items():
        if digest in known and read_content(row).words != known[digest]:
            yield f"comfort {digest.hex()} was never sent so"


def _lost_letters(ledger: dict[str, Any]) -> Iterator[str]:
    there = {str(letter.pk): letter.words for letter in Letter.objects.all()}
    yield from (f"letter {one}" for one in ledger["letters"] if there.get(one) != ledger["written"][one])


def _lost_acts(ledger: dict[str, Any]) -> Iterator[str]:
    places = {bytes(arrival).hex(): place for arrival, place in Comfort.objects.values_list("arrival", "place")}
    yield from (f"letting {one} through" for one in ledger["let_through"] if places.get(one) not in LET_THROUGH)
    yield from (f"opening {one}" for one in ledger["opened"] if places.get(one) not in OPENED_OR_KEPT)


def _lost_photographs(ledger: dict[str, Any]) -> Iterator[str]:
    for where, digest in ledger["photographs"].items():
        arrival = Arrival.objects.filter(pk=UUID(where.rstrip("/").rpartition("/")[2])).first()
        photo = Photo.objects.filter(pk=arrival.became).first() if arrival and arrival.became else None
        if photo is None or _sha256(photo.picture) != digest:
            yield f"photograph {where}"


def _sha256(picture: Picture) -> str:
    """Of a photograph that does not open, its name: it is lost, and nobody's double."""
    try:
        with open_original(picture).reader as reader:
            return hashlib.sha256(b"".join(reader.read_range(0, reader.size))).hexdigest()
    except (FileNotFoundError, sealing.Unreadable, keys.KeyIsGone):
        return picture.original


def _doubled(ledger: dict[str, Any]) -> Iterator[str]:
    often = Counter(bytes(row) for row in Comfort.objects.values_list("arrival", flat=True).iterator(chunk_size=5000))
    yield from (f"comfort {digest.hex()}" for digest, number in often.items() if number > 1)
    rows = Comfort.objects.filter(place__in=UNREAD).iterator(chunk_size=5000)
    words = Counter(read_content(row).words for row in rows)
    once = Counter(ledger["sent"].values())
    yield from (f"the words {said!r}" for said, number in words.items() if number > once.get(said, 1))
    letters = Counter(letter.words for letter in Letter.objects.all())
    yield from (f"the letter {said!r}" for said, number in letters.items() if number > 1)
    pictures = Counter(_sha256(photo.picture) for photo in Photo.objects.all())
    yield from (f"a photograph {digest}" for digest, number in pictures.items() if number > 1)
    steps = Counter(Step.objects.values_list("comfort_id", "came_from", "went_to").iterator(chunk_size=5000))
    yield from (f"a step of {one}" for one, number in steps.items() if number > 1)


def _orphans() -> Iterator[str]:
    """Files and rows, rows and entries of the journal, memorials and keys: neither without the other."""
    named = {name for model, column in KEPT_UNDER for name in model._base_manager.values_list(column, flat=True)}
    kept = {name.replace("/", "") for name in the_store().objects.names()}
    yield from (f"the file {name} without a row" for name in kept - named)
    yield from (f"a row without its file {name}" for name in named - kept - {""})
    folders = [settings.SNOWDROP.keys] + ([] if settings.SNOWDROP.media_bucket else [settings.SNOWDROP.media])
    halves = [path for folder in folders for path in folder.rglob(".*") if path.is_file() and path.name != ".lock"]
    yield from (f"the half-written file {path.name}" for path in halves)
    received = set(Entry.objects.filter(verb="comfort.received").values_list("subject_id", flat=True))
    there = {UUID(bytes=bytes(row)) for row in Comfort.objects.values_list("arrival", flat=True)}
    yield from (f"an entry of comfort {one} that is not there" for one in received - there)
    yield from (f"comfort {one} without an entry" for one in there - received)
    owners = set(keys.owners())
    memorials = Memorial.objects.values_list("pk", flat=True)
    yield from (f"memorial {one} without its key" for one in memorials if one not in owners)
    unready = Picture.objects.exclude(state="ready").values_list("pk", flat=True)
    yield from (f"picture {one} is not made ready" for one in unready)
    yield from (f"whole file {one} became nothing" for one in _became_nothing())


def _became_nothing() -> list[UUID]:
    return [one.pk for one in Arrival.objects.filter(became=None, refusal="") if one.is_whole]


def _broken() -> Iterator[str]:
    """Files that do not open, rows that lead nowhere, a database that is not whole, whatever else the doctor finds."""
    yield from filter(None, files_that_do_not_open(the_store()))
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            whole = cursor.execute("PRAGMA integrity_check").fetchone()[0]
            yield from [f"the database: {whole}"] if whole != "ok" else []
            yield from (f"a row of {row[0]} leads nowhere" for row in cursor.execute("PRAGMA foreign_key_check"))
    with redirect_stdout(io.StringIO()):
        for looked in examine(""):
            if looked.about not in _NOT_LOOKED_AT:
                yield from (finding.wrong for finding in looked.findings)
