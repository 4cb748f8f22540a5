"""A memorial full of canaries, what of it can be opened, and the end of it; told to a process of the instance."""

from __future__ import annotations

import io
import secrets
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.urls import reverse

from snowdrop.comfort.content import read_content
from snowdrop.comfort.models import Comfort
from snowdrop.ground import clock, journal, keys
from snowdrop.ground.sealed_fields import SealedField
from snowdrop.ground.sealing import Unreadable
from snowdrop.media.models import Picture, Rendition
from snowdrop.media.queries import note_of, open_original, open_rendition
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.actions.removing import remove_everything
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.vocabulary import Audience
from snowdrop.tributes import actions as tributes
from snowdrop.tributes.models import Photo
from tests.world import guests, photographs
from tests.world.cast import a_person

_SLICE = 48


def fill_with_canaries(name: str) -> dict[str, Any]:
    """A memorial for members of the server, and everything in it that can be grepped for afterwards, as hexadecimal."""
    keeper, now, canaries = a_person(name), clock.now(), [secrets.token_hex(12) for _ in range(12)]
    says = iter(canaries)
    memorial = memorials.open_memorial(keeper, title=next(says), now=now)
    memorials.remember(keeper, memorial, names=next(says), story=next(says), now=now)
    memorials.make_circle(keeper, memorial, name=next(says), now=now)
    memorials.publish_memorial(keeper, memorial, to=Audience.MEMBERS, now=now)
    letter = {"title": next(says), "words": f"It was morning, {next(says)}."}
    tributes.write_letter(keeper, memorial, now=now, audience=Audience.MEMBERS, **letter)
    photograph = photographs.a_photograph(size=(900, 600), serial=next(says))
    upload, words, file_name = io.BytesIO(photograph), next(says), f"{next(says)}.jpg"
    tributes.add_photo(keeper, memorial, upload=upload, name=file_name, words=words, audience=Audience.MEMBERS, now=now)
    reach = f"{next(says)}@example.org"
    guests.send(memorial, now=now, words=next(says), name=next(says), relation="neighbour", reach=reach)
    while journal.catch_up_all():
        pass
    picture = Picture.objects.get(memorial_id=memorial.id)
    slices = [_middle(picture, row.name) for row in picture.renditions.all()]
    slices.append(photograph[len(photograph) // 2 :][:_SLICE])
    given = [canary.encode().hex() for canary in canaries] + [piece.hex() for piece in slices]
    photo = reverse("picture", args=[memorial.slug, Photo.objects.get(memorial=memorial).id, "small.webp"])
    return {"slug": memorial.slug, "id": str(memorial.id), "canaries": given, "photo": photo}


def _middle(picture: Picture, name: str) -> bytes:
    with open_rendition(picture, name).reader as reader:
        return b"".join(reader.read_range(reader.size // 2, reader.size // 2 + _SLICE))


def what_opens(memorial_id: str) -> dict[str, list[str]]:
    """What of a memorial can be opened, and what cannot: each sealed field of each row, and all bytes that are kept."""
    opened: dict[str, list[str]] = {"opened": [], "closed": []}
    for name, read in _sealed_things(memorial_id):
        try:
            read()
        except (keys.KeyIsGone, Unreadable):
            opened["closed"].append(name)
        else:
            opened["opened"].append(name)
    return opened


def delete_for_good(memorial_id: str) -> dict[str, str]:
    """The end of a deletion whose time has come."""
    remove_everything(Memorial.objects.get(pk=memorial_id).pk, now=clock.now())
    return {}


def _sealed_things(memorial_id: str) -> Iterator[tuple[str, Any]]:
    for model in apps.get_models():
        for field in (field for field in model._meta.concrete_fields if isinstance(field, SealedField)):
            for row in _rows(model, memorial_id):
                yield f"{model.__name__}.{field.name}", lambda row=row, name=field.attname: getattr(row, name)
    for comfort in Comfort.objects.filter(memorial=memorial_id):
        yield "Comfort", lambda comfort=comfort: read_content(comfort)
    for picture in Picture.objects.filter(memorial_id=memorial_id):
        yield "Picture.note", lambda picture=picture: note_of(picture)
        yield "Picture.original", lambda picture=picture: open_original(picture).reader.close()
    for row in Rendition.objects.filter(memorial_id=memorial_id):
        yield "Rendition", lambda row=row: open_rendition(row.picture, row.name).reader.close()


def _rows(model: type[Model], memorial_id: str) -> Any:
    column = "memorial_id" if any(field.column == "memorial_id" for field in model._meta.concrete_fields) else "pk"
    return model._base_manager.filter(**{column: memorial_id})
