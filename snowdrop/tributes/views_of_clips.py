"""The doors of videos and voice notes. All are closed but one: their bytes, which ask for rights at every request."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from csp.decorators import csp_update
from django.contrib.auth.decorators import login_not_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground.clock import now
from snowdrop.ground.done import say_done
from snowdrop.media.queries import open_track
from snowdrop.media.refusals import MediaRefused
from snowdrop.memorials.doors import kept_memorial
from snowdrop.memorials.frozen import told_if_frozen
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions_of_clips as actions
from snowdrop.tributes import screens_of_clips as screens
from snowdrop.tributes.forms_of_clips import AddClipForm, CaptionsForm, ClipForm
from snowdrop.tributes.handing_out import hand_out, hand_out_original
from snowdrop.tributes.models import Clip
from snowdrop.tributes.screens_of_days import timing_of
from snowdrop.tributes.views import put_back, take_away

_MICROPHONE = "camera=(), geolocation=(), microphone=(self), payment=(), usb=(), interest-cohort=()"
"""On the one page on which a voice note is spoken, and only after the browser has asked."""


@csp_update({"media-src": ["blob:"]})  # type: ignore[arg-type] # what was spoken just now can be listened to before it is sent
def add_clip(request: HttpRequest, slug: str) -> HttpResponse:
    """Adds a video or a voice note."""
    memorial = kept_memorial(request.viewer, slug)
    form = AddClipForm(memorial, request.POST, request.FILES) if request.method == "POST" else AddClipForm(memorial)
    if form.is_valid():
        with told_if_frozen(request, form), _told_if_refused(form, "clip"):
            file = form.cleaned_data["clip"]
            clip = actions.add_clip(request.viewer, memorial, upload=file, name=file.name, now=now(), **form.given())
            say_done(request, _("It has arrived safely."))
            return redirect("clip", slug=slug, clip_id=clip.id)
    page = screens.add_clip_page(request.viewer, memorial)
    answer = render(request, "tributes/add_clip.html", {"page": page, "form": form})
    answer.headers["Permissions-Policy"] = _MICROPHONE
    return answer


def clip(request: HttpRequest, slug: str, clip_id: UUID) -> HttpResponse:
    """What is said of a clip, the still that stands for it, its cover, and who sees it."""
    memorial, clip = kept_memorial(request.viewer, slug), _kept(request.viewer, slug).get(pk=clip_id)
    stills, still = screens.still_choices(memorial, clip)
    data = request.POST if request.method == "POST" else None
    form = ClipForm(request.viewer, clip, data, stills=stills, still=still)
    if form.is_valid():
        with told_if_frozen(request, form):
            actions.describe_clip(request.viewer, clip, **form.cleaned_data, now=now())
            say_done(request, _("It is kept."))
            return redirect("tributes", slug=slug)
    page = screens.clip_page(request.viewer, memorial, clip)
    return render(request, "tributes/clip.html", {"page": page, "form": form, "timing": timing_of(clip)})


def captions(request: HttpRequest, slug: str, clip_id: UUID) -> HttpResponse:
    """What is said in a clip, written on the page or given as a file; in one language after another."""
    memorial, clip = kept_memorial(request.viewer, slug), _kept(request.viewer, slug).get(pk=clip_id)
    initial = screens.captions_so_far(clip, request.GET.get("language", memorial.language))
    posted = request.method == "POST"
    form = CaptionsForm(request.POST, request.FILES, initial=initial) if posted else CaptionsForm(initial=initial)
    if form.is_valid():
        with _told_if_refused(form, "words"):
            actions.caption_clip(request.viewer, clip, **form.cleaned_data, now=now())
            none = _("There are no captions in this language now.")
            say_done(request, _("The captions are kept.") if form.cleaned_data["words"] else none)
            return redirect("clip", slug=slug, clip_id=clip_id)
    page = screens.captions_page(request.viewer, memorial, clip)
    return render(request, "tributes/captions.html", {"page": page, "form": form})


def take_away_clip(request: HttpRequest, slug: str, clip_id: UUID) -> HttpResponse:
    """Takes a clip away; the next page offers the way back."""
    return take_away(request, _kept(request.viewer, slug).get(pk=clip_id))


@require_POST
def put_back_clip(request: HttpRequest, slug: str, clip_id: UUID) -> HttpResponse:
    """Puts a clip back."""
    return put_back(request, _kept(request.viewer, slug).get(pk=clip_id))


@require_safe
def original_clip(request: HttpRequest, slug: str, clip_id: UUID) -> HttpResponseBase:
    """The file as it came, for those who keep the memorial, to be saved under its own name."""
    kept = _kept(request.viewer, slug).standing().filter(pk=clip_id)
    return hand_out_original(request, kept, kept.get().recording)


@login_not_required
@require_safe
def clip_bytes(request: HttpRequest, slug: str, clip_id: UUID, name: str) -> HttpResponseBase:
    """The track, a still or captions of a clip, or a part of the bytes; asked anew while it plays, and cut off then."""
    seen = Clip.objects.visible_to(request.viewer).filter(memorial__slug=slug, pk=clip_id)
    clip = seen.select_related("recording", "memorial").get()
    return hand_out(request, seen, clip, open_track(clip.recording, name))


@contextmanager
def _told_if_refused(form: Form, field: str) -> Iterator[None]:
    """Says beside the field why what was given is not taken; whoever acts within goes on to show the form."""
    try:
        yield
    except MediaRefused as refusal:
        form.add_error(field, str(refusal.sentence))


def _kept(viewer: Viewer, slug: str) -> Any:
    """The clips of a memorial that the viewer keeps, with those that were taken away."""
    return Clip.objects.kept_by(viewer).filter(memorial__slug=slug).select_related("memorial", "recording")
