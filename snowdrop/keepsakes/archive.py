"""The keepsake as one file: a ZIP that is made while it is being sent, piece by piece, and lies nowhere."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final

from django.template.loader import render_to_string
from zipstream import ZIP_DEFLATED, ZIP_STORED, ZipStream

from snowdrop.comfort.queries import piece_of
from snowdrop.ground import sealing
from snowdrop.keepsakes import queries
from snowdrop.keepsakes.data import as_data
from snowdrop.keepsakes.queries import ON_A_PAGE, ClipToTake, LetterToTake, PhotoToTake, ThingToTake
from snowdrop.keepsakes.queries_of_thanks import ThanksToTake, files_of_thanks, thanks_to_take
from snowdrop.media.queries import OpenFile
from snowdrop.media.serving import DoorShut
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.queries import letter_on_page, said_of

logger = logging.getLogger(__name__)

_SHEET: Final = Path(__file__).parent / "keepsake.css"


def name_of(now: datetime) -> str:
    """The name of the file: it says nothing to whoever sees it in a list of downloads."""
    return f"keepsake-{now:%Y-%m-%d}.zip"


def stream(viewer: Viewer, memorial: Memorial, *, still_allowed: Callable[[], bool], now: datetime) -> Iterator[bytes]:
    """The file, piece by piece; one original is open at a time, and little more than a piece of it is in memory.

    Before each file it is asked anew whether it is still allowed; once it is not, it breaks off (DoorShut).
    """
    return _Keepsake(viewer, memorial, still_allowed, now).pieces()


@dataclass(slots=True)
class _Keepsake:
    viewer: Viewer
    memorial: Memorial
    still_allowed: Callable[[], bool]
    now: datetime
    zip: ZipStream = field(default_factory=ZipStream)
    sums: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)

    def pieces(self) -> Iterator[bytes]:
        things, thanks = queries.things_to_take(self.viewer, self.memorial), thanks_to_take(self.memorial)
        pages = yield from self._comfort()
        for name, opened in (file for thing in things for file in queries.files_of(thing)):
            yield from self._bytes(name, opened)
        for name, opened in (file for one in thanks for file in files_of_thanks(one)):
            yield from self._bytes(name, opened)
        yield from self._words("index.html", self._index(things, thanks, pages))
        yield from self._words("style.css", [_SHEET.read_text()])
        comfort = queries.comfort_to_take(self.viewer, self.memorial)
        yield from self._words("memorial.json", as_data(self.memorial, things, comfort, thanks, now=self.now))
        yield from self._words("checksums.txt", list(self.sums))
        yield from self.zip.finalize()

    def _comfort(self) -> Generator[bytes, None, int]:
        """Pages of comfort, each leading to its neighbours; answers how many there are."""
        rows, number = queries.comfort_to_take(self.viewer, self.memorial), 0
        some = list(islice(rows, ON_A_PAGE))
        while some:
            following, number = list(islice(rows, ON_A_PAGE)), number + 1
            around = {"before": number - 1, "after": number + 1 if following else 0}
            pieces = [piece_of(one) for one in some]
            yield from self._words(f"comfort/{number}.html", [self._rendered("comfort", pieces=pieces, **around)])
            some = following
        return number

    def _index(self, things: Iterable[ThingToTake], thanks: Sequence[ThanksToTake], pages: int) -> Iterator[str]:
        yield self._rendered("begin", page=queries.beginning(self.memorial))
        for thing in things:
            if isinstance(thing, LetterToTake) and not thing.letter.is_taken_away:
                yield self._rendered("letter", letter=letter_on_page(thing.letter))
            elif isinstance(thing, PhotoToTake) and not thing.photo.is_taken_away:
                given = {"alt": said_of(thing.photo), "caption": thing.photo.caption, "cover": thing.photo.cover}
                readable = thing.original not in self.unreadable
                yield self._rendered("photo", photo=thing, words=thing.photo.words, readable=readable, **given)
            elif isinstance(thing, ClipToTake) and not thing.clip.is_taken_away:
                given = {"alt": thing.clip.alt, "caption": thing.clip.caption, "cover": thing.clip.cover}
                readable = thing.original not in self.unreadable
                yield self._rendered("clip", clip=thing, words=thing.clip.words, readable=readable, **given)
        if thanks:
            yield self._rendered("thanks", thanks=thanks, unreadable=self.unreadable)
        yield self._rendered("end", pages=pages, unreadable=self.unreadable)

    def _rendered(self, name: str, **given: Any) -> str:
        return render_to_string(f"keepsakes/file/{name}.html", given)

    def _words(self, name: str, parts: Iterable[str]) -> Iterator[bytes]:
        encoded = (part.encode() for part in parts)
        self.zip.add(self._summed(name, encoded), name, compress_type=ZIP_DEFLATED)
        yield from self.zip.file()

    def _bytes(self, name: str, opened: Callable[[], OpenFile]) -> Iterator[bytes]:
        """A file that cannot be read any more is named on the page; it does not take the others with it."""
        if not self.still_allowed():
            raise DoorShut
        try:
            reader = opened().reader
        except (FileNotFoundError, sealing.Unreadable):
            logger.error("A file could not be read for a keepsake.")
            self.unreadable.append(name)
            return
        with closing(reader):
            self.zip.add(self._summed(name, reader.read_range(0, reader.size)), name, compress_type=ZIP_STORED)
            yield from self.zip.file()

    def _summed(self, name: str, parts: Iterable[bytes]) -> Iterator[bytes]:
        digest = hashlib.sha256()
        for part in parts:
            digest.update(part)
            yield part
        self.sums.append(f"{digest.hexdigest()}  {name}\n")
