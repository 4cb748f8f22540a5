"""The family's thanks as a keepsake takes them along, drafts too: the words, and what goes with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from uuid import UUID

from snowdrop.comfort.models_of_thanks import Thanks
from snowdrop.comfort.queries_of_thanks import open_file, thanks_of
from snowdrop.ground.words import day_in_words, paragraphs_of
from snowdrop.media.filenames import safe_filename
from snowdrop.media.note import Note
from snowdrop.media.queries import OpenFile, note_of, open_original, shown_pictures, shown_recordings
from snowdrop.media.vocabulary import PrintFormat, RecordingKind
from snowdrop.memorials.models import Memorial


@dataclass(frozen=True, slots=True)
class ThanksToTake:
    """A thanks with the names of its two files, where one goes with it: as it came, and to be looked at or played.

    `sent` is the day in words, "" for a draft; `shown` is "" while the file is not ready.
    """

    thanks: Thanks
    paragraphs: tuple[str, ...]
    sent: str
    note: Note | None = None
    original: str = ""
    shown: str = ""
    shown_name: str = ""
    is_picture: bool = False
    is_video: bool = False


def thanks_to_take(memorial: Memorial) -> tuple[ThanksToTake, ...]:
    """All thanks of the family, the oldest first. Its keepers share them."""
    rows = list(reversed(thanks_of(memorial)))
    pictures = shown_pictures([one.picture_id for one in rows if one.picture_id])
    recordings = shown_recordings([one.recording_id for one in rows if one.recording_id])
    published = {
        pk: next((one.name for one in reversed(shown.renditions) if one.mime == PrintFormat.JPEG.mime), "")
        for pk, shown in pictures.items()
    } | {pk: shown.track.name for pk, shown in recordings.items()}
    return tuple(_thanks(one, number, published) for number, one in enumerate(rows, 1))


def files_of_thanks(one: ThanksToTake) -> Iterator[tuple[str, Callable[[], OpenFile]]]:
    """The files of a thanks: the name of each, and what opens it (FileNotFoundError or sealing.Unreadable)."""
    if given := one.thanks.given:
        yield one.original, lambda: open_original(given)
        if one.shown:
            yield one.shown, lambda: open_file(one.thanks, one.shown_name)


def _thanks(one: Thanks, number: int, published: dict[UUID, str]) -> ThanksToTake:
    said = paragraphs_of(one.words), day_in_words(one.sending.at) if hasattr(one, "sending") else ""
    if one.given is None:
        return ThanksToTake(one, *said)
    name, folder = published.get(one.given.pk, ""), "pictures" if one.picture else "clips"
    return ThanksToTake(
        one,
        *said,
        note=note_of(one.given),
        original=f"originals/thanks-{number:04}-{safe_filename(one.given)}",
        shown=f"{folder}/thanks-{number:04}{PurePosixPath(name).suffix}" if name else "",
        shown_name=name,
        is_picture=one.picture is not None,
        is_video=one.recording is not None and one.recording.kind == RecordingKind.VIDEO,
    )
