"""Letters, photos and clips among the things that can be reported and held back (snowdrop/safeguarding/things.py)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snowdrop.ground.words import paragraphs_of
from snowdrop.memorials.things import take_published_away
from snowdrop.memorials.vocabulary import Audience
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.things import Description, Kind, Part, Thing, bring_kind, bring_parts
from snowdrop.tributes.models import KINDS, AnyTribute, Letter

_WORDS: Final = {
    "letter": gettext_lazy("A letter"),
    "photo": gettext_lazy("A photo"),
    "clip": gettext_lazy("A video or a voice note"),
}
_LONGEST: Final = 60


def _sees(of: type[AnyTribute], viewer: Viewer, thing_id: UUID) -> bool:
    return of.objects.visible_to(viewer).filter(pk=thing_id).exists()


def _describe(of: type[AnyTribute], thing_id: UUID) -> Description | None:
    """What stands on an open page. What is shown to nobody but those who keep the memorial is never shown here.

    A picture is told of by the words that the family gave it: a person who knows the subject decides, and opens
    the page if they must (trust.md B10).
    """
    shown = of.objects.standing().exclude(audience__in=[Audience.ME, Audience.KEEPERS])
    one = shown.filter(pk=thing_id, memorial__publication__isnull=False).first()
    if one is None:
        return None
    is_letter = isinstance(one, Letter)
    said = (one.dedication, one.words, one.signed) if is_letter else (one.words, one.alt, one.caption)
    return Description(
        label=_label(one),
        paragraphs=tuple(paragraph for text in said for paragraph in paragraphs_of(text)),
        language=one.language if is_letter else "",
        memorial_id=one.memorial_id,
        people=(one.author_id,),
    )


def _narrowed(of: type[AnyTribute], thing_id: UUID, now: datetime) -> None:
    memorial_id = of.objects.filter(pk=thing_id).values_list("memorial_id", flat=True).first()
    if memorial_id:
        take_published_away(memorial_id)


def _parts(viewer: Viewer, memorial_id: UUID) -> Iterator[Part]:
    for of in KINDS:
        for one in of.objects.visible_to(viewer).filter(memorial=memorial_id):
            yield Part(Thing(of.noun, one.pk), _label(one))


def _label(one: AnyTribute) -> str:
    said = (one.title or one.dedication) if isinstance(one, Letter) else (one.words or one.alt)
    if not said:
        return str(_WORDS[one.noun])
    short = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
    return _("%(kind)s: %(words)s") % {"kind": _WORDS[one.noun], "words": short}


for _of in KINDS:
    bring_kind(Kind(_of.noun, _WORDS[_of.noun], partial(_sees, _of), partial(_describe, _of), partial(_narrowed, _of)))
bring_parts("memorial", _parts)
