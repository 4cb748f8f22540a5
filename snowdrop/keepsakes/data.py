"""The keepsake as open data: every field as people wrote it, told piece by piece (docs/keepsake.md describes it)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

from snowdrop.comfort.content import read_content
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import Place
from snowdrop.keepsakes.queries import ClipToTake, LetterToTake, PhotoToTake, ThingToTake
from snowdrop.keepsakes.queries_of_thanks import ThanksToTake
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import days_to_take
from snowdrop.tributes.acting_on_letters import said_in
from snowdrop.tributes.models import AnyTribute, Clip, Photo
from snowdrop.tributes.queries import mark_of

FORMAT: Final = "snowdrop-keepsake"
VERSION: Final = 1


def as_data(
    memorial: Memorial,
    things: Iterable[ThingToTake],
    comfort: Iterable[Comfort],
    thanks: Iterable[ThanksToTake],
    *,
    now: datetime,
) -> Iterator[str]:
    """One JSON object, in parts that are small, however long its lists are."""
    head = {"format": FORMAT, "version": VERSION, "made_at": now.isoformat(), "memorial": _memorial(memorial)}
    yield json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    letters = (_letter(one) for one in things if isinstance(one, LetterToTake))
    photos = (_photo(one) for one in things if isinstance(one, PhotoToTake))
    clips = (_clip(one) for one in things if isinstance(one, ClipToTake))
    pieces = (_comfort(one) for one in comfort)
    thanked = (_thanks(one) for one in thanks)
    shared = (("letters", letters), ("photos", photos), ("clips", clips))
    for name, rows in (*shared, ("comfort", pieces), ("thanks", thanked)):
        yield f',\n "{name}": ['
        for number, row in enumerate(rows):
            yield ("," if number else "") + "\n  " + json.dumps(row, ensure_ascii=False)
        yield "]"
    yield "\n}\n"


def _memorial(memorial: Memorial) -> dict[str, Any]:
    remembereds = memorial.remembereds.all()
    return {
        "id": str(memorial.id),
        "title": memorial.title,
        "words": memorial.words,
        "wishes": memorial.wishes,
        "language": memorial.language,
        "flower": memorial.flower,
        "opened_at": memorial.opened_at.isoformat(),
        "days": [
            {"name": one.name, **one.kept_when, "put_in_at": one.put_in_at.isoformat()}
            for one in days_to_take(memorial)
        ],
        "remembered": [
            {"names": one.names, "story": one.story, "dates": one.dates, "lives": one.lives} for one in remembereds
        ],
    }


def _tribute(one: AnyTribute) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "audience": one.audience,
        "made_at": one.made_at.isoformat(),
        "changed_at": one.changed_at.isoformat(),
        "taken_away": one.is_taken_away,
    }


def _letter(one: LetterToTake) -> dict[str, Any]:
    letter = one.letter
    versions = [{"kept_at": version.kept_at.isoformat(), **version.said} for version in one.versions]
    belongs_to = str(letter.series_id) if letter.series_id else None
    more = {"unfinished": letter.unfinished, "series": belongs_to, "versions": versions, "mark": mark_of(letter)}
    return {**_tribute(letter), **said_in(letter), **more}


def _photo(one: PhotoToTake) -> dict[str, Any]:
    return {**_tribute(one.photo), **_said(one.photo), **_file(one), "shown": one.shown}


def _clip(one: ClipToTake) -> dict[str, Any]:
    captions = {captions.language: captions.shown for captions in one.captions}
    kind = {"kind": one.clip.recording.kind, "captions": captions}
    return {**_tribute(one.clip), **_said(one.clip), **kind, **_file(one), "shown": one.shown}


def _said(one: Photo | Clip) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ("words", "alt", "caption", "cover")}


def _file(one: PhotoToTake | ClipToTake | ThanksToTake) -> dict[str, Any]:
    assert one.note
    return {"original": one.original, "name": one.note.name, "type": one.note.mime, "sha256": one.note.sha256}


def _thanks(one: ThanksToTake) -> dict[str, Any]:
    thanks = one.thanks
    sent_at = thanks.sending.at.isoformat() if one.sent else None
    said = {"words": thanks.words, "card": thanks.card, "alt": thanks.alt or "", "on_page": thanks.on_page}
    file = {**_file(one), "shown": one.shown} if one.note else {}
    return {"id": str(thanks.id), **said, "made_at": thanks.made_at.isoformat(), "sent_at": sent_at, **file}


def _comfort(one: Comfort) -> dict[str, Any]:
    content = read_content(one)
    return {
        "kind": one.kind,
        "flower": one.flower,
        "words": content.words,
        "name": content.name,
        "relation": content.relation,
        "language": one.language,
        "for_family_only": one.for_family_only,
        "arrived_at": one.arrived_at.isoformat(),
        "kept": one.place == Place.KEPT,
    }
