"""What the family does with what it shares: writes, adds, describes, shows, orders, takes away and puts back."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime
from typing import BinaryIO, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from snowdrop.audiences.table import all_audiences
from snowdrop.audiences.table import audience as row_of
from snowdrop.ground import journal, keys, published
from snowdrop.ground.ids import new_id
from snowdrop.ground.refusals import require
from snowdrop.media.actions import take_in_picture
from snowdrop.media.models import Picture
from snowdrop.media.queries import note_of
from snowdrop.memorials import rules
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.models import Letter, PageCover, Photo, Withdrawal
from snowdrop.tributes.vocabulary import Way

Kind = TypeVar("Kind", bound=Letter | Photo)


class WrittenMeanwhile(ValueError):
    """Another open page has changed this letter since this one was opened; `pen` names it. Nothing was changed."""

    def __init__(self, pen: str) -> None:
        super().__init__(pen)
        self.pen = pen


@transaction.atomic
def write_letter(
    viewer: Viewer,
    memorial: Memorial,
    *,
    now: datetime,
    letter_id: UUID | None = None,
    pen: str = "",
    pen_before: str = "",
    audience: str = "",
    **words: str,
) -> Letter:
    """Writes a letter, for keepers alone unless `audience` is given; under the id of one that is there, changes that.

    `pen` names the open page that writes, `pen_before` the one whose words it began with. Raises NotAllowed,
    WrittenMeanwhile, and UnknownAudience for an audience that is not in the table.
    """
    require(rules.is_keeper(viewer, memorial))
    letter = _letter_under(memorial, letter_id)
    audience = row_of(audience or (letter.audience if letter else _narrowest())).name
    if letter is None:
        return _write_new(viewer, memorial, now, letter_id or new_id(), pen, audience=audience, **words)
    _check_pen(letter, pen, pen_before)
    shown_to = letter.audience
    letter.audience, letter.unfinished = audience, None
    _change(viewer, letter, now, pen, **words)
    _take_published_copy_away(memorial, shown_to)
    return letter


@transaction.atomic
def keep_while_writing(
    viewer: Viewer, memorial: Memorial, *, now: datetime, letter_id: UUID, pen: str, pen_before: str = "", **words: str
) -> Letter | None:
    """Keeps a letter while it is being written, and shows it to nobody new.

    New words of a letter that others may see wait beside it until it is written with `write_letter`. A new page on
    which there is nothing yet makes no letter. Raises NotAllowed or WrittenMeanwhile.
    """
    require(rules.is_keeper(viewer, memorial))
    letter = _letter_under(memorial, letter_id)
    if letter is None:
        said = any(text for name, text in words.items() if name != "language")
        return _write_new(viewer, memorial, now, letter_id, pen, audience=_narrowest(), **words) if said else None
    _check_pen(letter, pen, pen_before)
    if letter.audience == _narrowest():
        _change(viewer, letter, now, pen, **words)
    else:
        _change(viewer, letter, now, pen, unfinished=words)
    return letter


@transaction.atomic
def let_go_of_unfinished(viewer: Viewer, letter: Letter, *, now: datetime) -> None:
    """Lets go of new words that wait beside a letter; what others see stays as it is."""
    require(rules.is_keeper(viewer, letter.memorial))
    _change(viewer, _held(letter), now, pen="", unfinished=None)


def add_photo(
    viewer: Viewer,
    memorial: Memorial,
    *,
    upload: BinaryIO,
    name: str,
    now: datetime,
    audience: str = "",
    words: str = "",
) -> Photo:
    """Adds a photo under a cover of the memorial's flower, for keepers alone unless `audience` is given.

    The same file is kept once: given again, the photo that is there is returned, and put back if it was taken away.
    Raises NotAllowed, UnknownAudience, or a PictureRefused with a sentence for whoever sent it.
    """
    require(rules.is_keeper(viewer, memorial))
    photo = Photo(memorial=memorial, author_id=viewer.person_id, made_at=now, changed_at=now, cover=memorial.flower)
    photo.words, photo.audience = words, row_of(audience or _narrowest()).name

    def place(picture: Picture) -> None:
        photo.picture, photo.fingerprint = picture, _fingerprint(picture)
        photo.place = _next_place(memorial)
        photo.save(force_insert=True)
        _write("photo.added", viewer, memorial, photo.id, now)

    try:
        take_in_picture(viewer, memorial_id=memorial.id, upload=upload, name=name, now=now, place=place)
    except IntegrityError:
        photo = Photo.objects.get(memorial=memorial, fingerprint=photo.fingerprint)
        put_back(viewer, photo, now=now)
    return photo


@transaction.atomic
def describe_photo(viewer: Viewer, photo: Photo, *, now: datetime, **changes: str) -> Photo:
    """Changes what is said of a photo, its cover, and who sees it: only the fields that are given."""
    require(rules.is_keeper(viewer, photo.memorial))
    photo = _held(photo)
    shown_to = photo.audience
    for name, value in changes.items():
        setattr(photo, name, value)
    photo.audience, photo.changed_at = row_of(photo.audience).name, now
    photo.save(update_fields=[*changes, "changed_at"])
    _write("photo.described", viewer, photo.memorial, photo.id, now)
    _take_published_copy_away(photo.memorial, shown_to)
    return photo


@transaction.atomic
def take_away(viewer: Viewer, tribute: Letter | Photo, *, now: datetime) -> None:
    """Takes a letter or a photo away from everybody, until it is put back. Twice is fine."""
    require(rules.is_keeper(viewer, tribute.memorial))
    tribute = _held(tribute)
    _, is_new = Withdrawal.objects.get_or_create(
        tribute_id=tribute.id, defaults={"memorial": tribute.memorial, "by": viewer.person_id, "at": now}
    )
    if is_new:
        _write(f"{tribute.noun}.taken_away", viewer, tribute.memorial, tribute.id, now)
        _take_published_copy_away(tribute.memorial, tribute.audience)


@transaction.atomic
def put_back(viewer: Viewer, tribute: Letter | Photo, *, now: datetime) -> None:
    """Puts back what was taken away, for those who could see it before. Twice is fine."""
    require(rules.is_keeper(viewer, tribute.memorial))
    put, _ = Withdrawal.objects.filter(tribute_id=tribute.id).delete()
    if put:
        _write(f"{tribute.noun}.restored", viewer, tribute.memorial, tribute.id, now)


@transaction.atomic
def move(viewer: Viewer, tribute: Letter | Photo, *, way: Way, now: datetime) -> None:
    """Moves a letter or a photo one place on the page; at the end of the line nothing happens."""
    memorial = Memorial.objects.select_for_update().get(pk=tribute.memorial_id)
    require(rules.is_keeper(viewer, memorial))
    line = _in_order(memorial)
    here = line.index(tribute) if tribute in line else -1
    there = here + (1 if way is Way.LATER else -1)
    if here < 0 or not 0 <= there < len(line):
        return
    line[here], line[there] = line[there], line[here]
    for place, one in enumerate(line):
        type(one).objects.filter(pk=one.pk).exclude(place=place).update(place=place)
    _write(f"{tribute.noun}.moved", viewer, memorial, tribute.id, now)


@transaction.atomic
def choose_cover(viewer: Viewer, memorial: Memorial, photo: Photo | None, *, now: datetime) -> None:
    """Sets a photo at the head of the page, openly, for those who may see it; None brings the drawn cover back."""
    require(rules.is_keeper(viewer, memorial) and (photo is None or photo.memorial_id == memorial.id))
    before = PageCover.objects.filter(memorial=memorial).select_related("photo").first()
    if photo is None:
        PageCover.objects.filter(memorial=memorial).delete()
    else:
        chosen = {"photo": photo, "by": viewer.person_id, "at": now}
        PageCover.objects.update_or_create(memorial=memorial, defaults=chosen)
    _write("cover.chosen", viewer, memorial, photo.id if photo else memorial.id, now)
    if before is not None:
        _take_published_copy_away(memorial, before.photo.audience)


def _narrowest() -> str:
    return all_audiences()[0].name


def _in_order(memorial: Memorial) -> list[Letter | Photo]:
    standing = [one for kind in (Letter, Photo) for one in kind.objects.filter(memorial=memorial).standing()]
    return sorted(standing, key=lambda tribute: (tribute.place, tribute.id))


def _held(tribute: Kind) -> Kind:
    """The row as it is now; nobody else changes it until the act is over."""
    return type(tribute).objects.select_related("memorial").select_for_update(of=("self",)).get(pk=tribute.pk)


def _letter_under(memorial: Memorial, letter_id: UUID | None) -> Letter | None:
    """The letter of this id, held until the act is over. Raises NotAllowed if it is another memorial's."""
    letter = Letter.objects.select_for_update().filter(pk=letter_id).first() if letter_id else None
    require(letter is None or letter.memorial_id == memorial.id)
    return letter


def _check_pen(letter: Letter, pen: str, pen_before: str) -> None:
    if pen and letter.pen not in (pen, pen_before):
        raise WrittenMeanwhile(letter.pen)


def _write_new(viewer: Viewer, memorial: Memorial, now: datetime, letter_id: UUID, pen: str, **words: str) -> Letter:
    """Sent twice at the same moment, it is one letter. Raises WrittenMeanwhile if another page took the same id."""
    place = _next_place(memorial)
    new = {"author_id": viewer.person_id, "made_at": now, "changed_at": now, "pen": pen, "place": place, **words}
    letter, is_new = Letter.objects.get_or_create(pk=letter_id, memorial=memorial, defaults=new)
    if is_new:
        _write("letter.written", viewer, memorial, letter.id, now)
    else:
        _check_pen(letter, pen, "")
        _change(viewer, letter, now, pen, **words)
    return letter


def _change(viewer: Viewer, letter: Letter, now: datetime, pen: str, **changes: object) -> None:
    for name, value in changes.items():
        setattr(letter, name, value)
    letter.pen, letter.changed_at = pen, now
    letter.save()
    _write("letter.changed", viewer, letter.memorial, letter.id, now)


def _next_place(memorial: Memorial) -> int:
    last = [kind.objects.filter(memorial=memorial).aggregate(last=Max("place"))["last"] for kind in (Letter, Photo)]
    return max((place for place in last if place is not None), default=-1) + 1


def _fingerprint(picture: Picture) -> bytes:
    checksum = b"photo\x00" + note_of(picture).sha256.encode()
    return hmac.new(keys.data_key(picture.memorial_id), checksum, hashlib.sha256).digest()[:16]


def _take_published_copy_away(memorial: Memorial, shown_to: str) -> None:
    """Before the act returns, if everybody could see it (house law 1); the publisher makes a new copy."""
    if row_of(shown_to).is_published:
        transaction.on_commit(lambda: published.take_away(memorial.slug))


def _write(verb: str, viewer: Viewer, memorial: Memorial, subject_id: UUID, now: datetime) -> None:
    journal.write(verb, actor=viewer.person_id, subject_id=subject_id, memorial_id=memorial.id, now=now)
