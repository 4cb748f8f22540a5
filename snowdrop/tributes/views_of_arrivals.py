"""The doors for files that come in parts (tus 1.0.0). Only who sends one finds it, while they keep the memorial."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from snowdrop.ground.clock import now
from snowdrop.media import tus
from snowdrop.media.arrival import Arrival, Label
from snowdrop.media.purposes import PICTURES, RECORDINGS
from snowdrop.memorials.doors import kept_memorial
from snowdrop.memorials.frozen import frozen_words
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.rules import Frozen
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions_of_arrivals as actions
from snowdrop.tributes.forms import AddPhotosForm
from snowdrop.tributes.forms_of_clips import AddClipForm
from snowdrop.tributes.vocabulary import Purpose

_FORMS = {Purpose.PHOTO: AddPhotosForm, Purpose.CLIP: AddClipForm}


@require_http_methods(["OPTIONS", "POST"])
@tus.spoken
def arrivals(request: HttpRequest, slug: str) -> HttpResponse:
    """Announces a file, whose form is looked at before anything of it comes."""
    memorial = kept_memorial(request.viewer, slug)
    if request.method == "OPTIONS":
        return tus.abilities(max(sort.most_bytes for sort in (PICTURES, RECORDINGS)))
    announced = tus.read_announcement(request)
    purpose, label = _read_form(memorial, announced)
    with _refused_if_frozen(request.viewer):
        arrival = actions.begin_sending(
            request.viewer, memorial, purpose=purpose, size=announced.size, label=label, now=now()
        )
    if tus.brings_a_part(request):
        actions.send_part(request.viewer, memorial, arrival, offset=0, part=request, now=now())
    return tus.begun(arrival, reverse("arrival", args=[slug, arrival.id]))


@require_http_methods(tus.METHODS)
@tus.spoken
def arrival(request: HttpRequest, slug: str, arrival_id: UUID) -> HttpResponse:
    """One file: how much is here (HEAD), a part of it (PATCH), it is not wanted (DELETE), what became of it (GET)."""
    memorial = kept_memorial(request.viewer, slug)
    sent = Arrival.objects.of(request.viewer, now()).filter(memorial_id=memorial.id, purpose__in=Purpose)
    arrival = sent.get(pk=arrival_id)
    parts = partial(actions.send_part, request.viewer, memorial, arrival)
    return tus.answer(request, arrival, send_part=parts, became=lambda: _address(memorial, arrival), now=now())


def _address(memorial: Memorial, arrival: Arrival) -> str:
    return reverse(arrival.purpose, args=[memorial.slug, arrival.became])


@contextmanager
def _refused_if_frozen(viewer: Viewer) -> Iterator[None]:
    try:
        yield
    except Frozen as frozen:
        raise tus.Refused(422, frozen_words(viewer, frozen)) from None


def _read_form(memorial: Memorial, announced: tus.Announcement) -> tuple[Purpose, Label]:
    """What the form around the file says, as if the file lay in it. Raises tus.Refused."""
    said = announced.metadata
    purpose = Purpose(said["purpose"]) if said.get("purpose") in _FORMS else None
    if purpose is None:
        raise tus.Refused(400)
    form = _FORMS[purpose].of_announced(memorial, QueryDict(said.get("form", "")), size=announced.size)
    if not form.is_valid():
        raise tus.Refused(422, str(next(iter(form.errors.values()))[0]))
    return purpose, Label(said.get("filename", ""), said.get("filetype", ""), form.given())
