"""The name under which an original is given back: the family's own, without anything that a name can do harm with."""

from __future__ import annotations

import unicodedata
from pathlib import PurePath
from typing import Final

from snowdrop.media.models import Given, Picture
from snowdrop.media.note import Note
from snowdrop.media.queries import note_of

_ENDINGS: Final = {
    "image/jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "image/png": (".png",),
    "image/webp": (".webp",),
    "image/heic": (".heic", ".heif"),
    "image/avif": (".avif",),
    "video/mp4": (".mp4", ".m4v", ".3gp"),
    "video/quicktime": (".mov", ".qt"),
    "video/webm": (".webm",),
    "video/x-matroska": (".mkv",),
    "audio/mp4": (".m4a", ".m4b", ".mp4"),
    "audio/webm": (".webm", ".weba"),
    "audio/mpeg": (".mp3",),
    "audio/aac": (".aac",),
    "audio/ogg": (".ogg", ".oga", ".opus"),
    "audio/wav": (".wav",),
}


def safe_filename(given: Given) -> str:
    """The name that the file came with, in its own script; its ending says what it is, and nothing in it is hidden.

    Control characters and marks that turn the direction of text are left out (Unicode categories Cc, Cf, Cs and others
    that begin with C), because "gnp.exe" can be written so that it reads as "exe.png".
    """
    note: Note = note_of(given)
    name = "".join(sign for sign in note.name if unicodedata.category(sign)[0] != "C" and sign not in '/\\:*?"<>|')
    name = name.strip(". ") or ("photo" if isinstance(given, Picture) else "recording")
    endings = _ENDINGS[note.mime]
    return name if PurePath(name).suffix.lower() in endings else name + endings[0]
