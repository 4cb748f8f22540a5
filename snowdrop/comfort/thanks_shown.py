"""A thanks as anybody reads it: the words, the card, and the photograph or the voice that goes with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from snowdrop.comfort import queries_of_thanks as queries
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.models_of_thanks import Thanked, Thanks
from snowdrop.ground.drawing import draw_flower
from snowdrop.ground.words import paragraphs_of
from snowdrop.media.on_page import AddressOf, ClipOnPage, Covers, PhotoOnPage, picture_on_page, recording_on_page
from snowdrop.media.queries import shown_pictures, shown_recordings
from snowdrop.media.vocabulary import PictureState
from snowdrop.memorials.models import Memorial


@dataclass(frozen=True, slots=True)
class ThanksShown:
    """A thanks as anybody reads it. `is_coming`: what goes with it is here, and not ready to be seen or heard yet."""

    paragraphs: tuple[str, ...]
    card: SafeString
    language: str
    photo: PhotoOnPage | None = None
    recording: ClipOnPage | None = None
    is_coming: bool = False


def shown_to_family(thanks: Thanks) -> ThanksShown:
    """As whoever is thanked reads it, for those who write it."""
    return _shown([thanks], _at_memorial)[0]


def shown_on_page(memorial: Memorial) -> tuple[ThanksShown, ...]:
    """What stands on the page of the memorial, the newest first."""
    return _shown(queries.thanks_on_page(memorial), _at_memorial)


def shown_to_thanked(thanked: Sequence[Thanked]) -> tuple[ThanksShown, ...]:
    """To whoever was thanked, at addresses that only they have."""
    secrets = {one.thanks_id: queries.secret_of(one) for one in thanked}
    return _shown([one.thanks for one in thanked], lambda thanks: partial(_at_secret, secrets[thanks.pk]))


def shown_to_sender(comfort: Comfort) -> tuple[ThanksShown, ...]:
    """What the sender of one piece of comfort was answered."""
    return shown_to_thanked(queries.thanked_for(comfort))


def _shown(rows: Sequence[Thanks], addresses: Callable[[Thanks], AddressOf]) -> tuple[ThanksShown, ...]:
    """At most two questions, however many there are; none where nothing but words was written."""
    pictures = shown_pictures([one.picture_id for one in rows if one.picture_id])
    recordings = shown_recordings([one.recording_id for one in rows if one.recording_id])
    covers = Covers(rows[0].memorial.seed, called="cover-of-thanks") if rows else None
    shown = []
    for one in rows:
        given, address_of = one.given, addresses(one)
        photo = pictures.get(one.picture_id) if one.picture_id else None
        heard = recordings.get(one.recording_id) if one.recording_id else None
        cover = covers.of(one.memorial.flower) if covers and photo else SafeString("")
        shown.append(
            ThanksShown(
                paragraphs=paragraphs_of(one.words),
                card=mark_safe(draw_flower(one.card, one.pk.hex, size=176)) if one.card else SafeString(""),
                language=one.memorial.language,
                photo=picture_on_page(photo, address_of, cover=cover, words="", alt=one.alt or "") if photo else None,
                recording=recording_on_page(heard, address_of, cover=SafeString(""), alt=one.alt or "")
                if heard
                else None,
                is_coming=bool(given and given.state in (PictureState.ARRIVING, PictureState.PREPARING)),
            )
        )
    return tuple(shown)


def _at_memorial(thanks: Thanks) -> AddressOf:
    return lambda name: reverse("thanks_bytes", args=[thanks.memorial.slug, thanks.pk, name])


def _at_secret(secret: str, name: str) -> str:
    return reverse("read_thanks_bytes", args=[secret, name])
