"""The doors of what goes with a thanks: given at once or in parts, described, taken away, its bytes handed out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final
from uuid import UUID

from csp.decorators import csp_update
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from snowdrop.comfort import actions, queries_of_thanks, thanks_pages
from snowdrop.comfort.forms_of_thanks import DescribeGivenForm, GivePictureForm, GiveVoiceForm
from snowdrop.comfort.models_of_thanks import Thanked, Thanks
from snowdrop.comfort.vocabulary_of_thanks import Purpose
from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.media import tus
from snowdrop.media.arrival import Arrival, Label
from snowdrop.media.purposes import PICTURES, RECORDINGS
from snowdrop.media.refusals import MediaRefused
from snowdrop.media.serving import serve
from snowdrop.memorials.answering import done, sent
from snowdrop.memorials.doors import kept_memorial
from snowdrop.people.sessions import while_signed_in

_MICROPHONE: Final = "camera=(), geolocation=(), microphone=(self), payment=(), usb=(), interest-cohort=()"
"""On the one page on which a voice is spoken, and only after the browser has asked."""
_FORMS: Final[dict[Purpose, Callable[..., Any]]] = {Purpose.PICTURE: GivePictureForm, Purpose.VOICE: GiveVoiceForm}
_GIVE: Final = {Purpose.PICTURE: actions.give_picture, Purpose.VOICE: actions.give_voice}


def add_picture(request: HttpRequest, slug: str, thanks_id: UUID) -> HttpResponse:
    """Lets a photograph go with a thanks."""
    return _add(request, _of_family(request, slug, thanks_id), Purpose.PICTURE)


@csp_update({"media-src": ["blob:"]})  # type: ignore[arg-type] # what was spoken just now can be listened to before it is sent
def add_voice(request: HttpRequest, slug: str, thanks_id: UUID) -> HttpResponse:
    """Lets a voice go with a thanks, spoken on the page or given as a file."""
    answer = _add(request, _of_family(request, slug, thanks_id), Purpose.VOICE)
    answer.headers["Permissions-Policy"] = _MICROPHONE
    return answer


def _add(request: HttpRequest, one: Thanks, purpose: Purpose) -> HttpResponse:
    form = _FORMS[purpose](sent(request), request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            _GIVE[purpose](request.viewer, one, upload=file, name=file.name, now=clock.now())
        except MediaRefused as refusal:
            form.add_error("file", str(refusal.sentence))
        else:
            return done(request, _("It has arrived safely."), "describe_given", one.memorial.slug, one.pk)
    page = thanks_pages.giving_page(request.viewer, one, purpose)
    return render(request, "comfort/give_with_thanks.html", {"page": page, "form": form})


def describe_given(request: HttpRequest, slug: str, thanks_id: UUID) -> HttpResponse:
    """Shows what goes with a thanks, and asks what it shows or says; where nothing goes with it, it leads back."""
    one = _of_family(request, slug, thanks_id)
    page = thanks_pages.thanks_page(request.viewer, one)
    if page.given is None:
        return redirect(page.onward)
    form = DescribeGivenForm(sent(request), one)
    if form.is_valid():
        actions.describe_given(request.viewer, one, alt=form.cleaned_data["alt"].strip(), now=clock.now())
        say_done(request, _("It is kept."))
        return redirect(page.onward)
    return render(request, "comfort/describe_given.html", {"page": page, "form": form})


@require_POST
def take_given_away(request: HttpRequest, slug: str, thanks_id: UUID) -> HttpResponse:
    """Takes the photograph or the voice away; the words stay."""
    one = _of_family(request, slug, thanks_id)
    actions.take_given_away(request.viewer, one, now=clock.now())
    return done(request, _("It is taken away. The words are as they were."), "change_thanks", slug, thanks_id)


@require_http_methods(["OPTIONS", "POST"])
@tus.spoken
def arrivals(request: HttpRequest, slug: str, thanks_id: UUID) -> HttpResponse:
    """Announces a file that goes with a thanks."""
    one = _of_family(request, slug, thanks_id)
    if request.method == "OPTIONS":
        return tus.abilities(max(PICTURES.most_bytes, RECORDINGS.most_bytes))
    announced = tus.read_announcement(request)
    said = announced.metadata
    if said.get("purpose") not in list(Purpose):
        raise tus.Refused(400)
    label, size = Label(said.get("filename", ""), said.get("filetype", ""), {}), announced.size
    purpose, now = Purpose(said["purpose"]), clock.now()
    arrival = actions.begin_giving(request.viewer, one, purpose=purpose, size=size, label=label, now=now)
    if tus.brings_a_part(request):
        actions.send_part(request.viewer, one.memorial, arrival, offset=0, part=request, now=now)
    return tus.begun(arrival, reverse("arrival_for_thanks", args=[slug, thanks_id, arrival.id]))


@require_http_methods(tus.METHODS)
@tus.spoken
def arrival(request: HttpRequest, slug: str, thanks_id: UUID, arrival_id: UUID) -> HttpResponse:
    """One file on its way (media.tus.answer)."""
    one, now = _of_family(request, slug, thanks_id), clock.now()
    sent = Arrival.objects.of(request.viewer, now).filter(memorial_id=one.memorial_id, purpose__in=Purpose)
    arrival = sent.get(pk=arrival_id)
    parts = partial(actions.send_part, request.viewer, one.memorial, arrival)
    address = reverse("describe_given", args=[slug, thanks_id])
    return tus.answer(request, arrival, send_part=parts, became=lambda: address, now=now)


@login_not_required
@require_safe
def read_thanks_bytes(request: HttpRequest, secret: str, name: str) -> HttpResponseBase:
    """What is seen or heard with a thanks, or a part of it, for whoever it is for; asked anew while it goes out."""
    thanks = queries_of_thanks.thanked_with(request.viewer, secret).thanks
    file = queries_of_thanks.open_file(thanks, name)

    def may() -> bool:
        try:
            return queries_of_thanks.thanked_with(request.viewer, secret).thanks.given == thanks.given
        except Thanked.DoesNotExist:
            return False

    return serve(request, file.reader, mime=file.mime, etag=file.etag, still_allowed=while_signed_in(request, may))


@login_not_required
@require_safe
def thanks_bytes(request: HttpRequest, slug: str, thanks_id: UUID, name: str) -> HttpResponseBase:
    """The same for the family, and, where the thanks stands on their page, for whoever may open it."""
    seen = queries_of_thanks.shown_to(request.viewer, slug).filter(pk=thanks_id)
    one = seen.get()
    file, still = (
        queries_of_thanks.open_file(one, name),
        seen.filter(picture=one.picture_id, recording=one.recording_id),
    )
    return serve(
        request,
        file.reader,
        mime=file.mime,
        etag=file.etag,
        headers=queries_of_thanks.audience_of(one).headers,
        still_allowed=while_signed_in(request, still.exists),
    )


def _of_family(request: HttpRequest, slug: str, thanks_id: UUID) -> Thanks:
    return queries_of_thanks.thanks_of(kept_memorial(request.viewer, slug)).get(pk=thanks_id)
