"""The doors of thanks: the family writes, looks, and sends once; whoever is thanked reads, without an account."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from snowdrop.comfort import actions, queries, queries_of_thanks, thanks_pages
from snowdrop.comfort.forms_of_thanks import NewThanksForm, ThanksForm
from snowdrop.comfort.models_of_thanks import Thanks
from snowdrop.comfort.vocabulary_of_thanks import Purpose
from snowdrop.ground import clock
from snowdrop.memorials.answering import done, sent
from snowdrop.memorials.doors import kept_memorial
from snowdrop.memorials.models import Memorial


@require_safe
def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    """All that the family has written."""
    page = thanks_pages.thanks_room(request.viewer, kept_memorial(request.viewer, slug))
    return render(request, "comfort/thanks.html", {"page": page})


def write_thanks(request: HttpRequest, slug: str) -> HttpResponse:
    """Begins one; the next page shows it as whoever is thanked reads it."""
    memorial = kept_memorial(request.viewer, slug)
    form = NewThanksForm(sent(request), memorial, one=_one(request, memorial))
    if form.is_valid():
        written = actions.write_thanks(request.viewer, memorial, said=form.said(), to=form.to(), now=clock.now())
        return _onward(form, slug, written.pk)
    page = thanks_pages.new_thanks_page(request.viewer, memorial)
    return render(request, "comfort/write_thanks.html", {"page": page, "form": form})


def change_thanks(request: HttpRequest, slug: str, thanks_id: UUID) -> HttpResponse:
    """Changes what it says; of a draft also for whom it is."""
    one = _of_family(request, slug, thanks_id)
    if queries_of_thanks.is_sent(one):
        return _correct(request, one)
    form = NewThanksForm(sent(request), one.memorial, one)
    if form.is_valid():
        actions.change_thanks(request.viewer, one, said=form.said(), to=form.to(), now=clock.now())
        return _onward(form, slug, thanks_id)
    page = thanks_pages.thanks_page(request.viewer, one)
    return render(request, "comfort/write_thanks.html", {"page": page, "form": form})


def _correct(request: HttpRequest, one: Thanks) -> HttpResponse:
    form = ThanksForm(sent(request), one)
    if form.is_valid():
        actions.change_thanks(request.viewer, one, said=form.said(), now=clock.now())
        if form.adds:
            return _onward(form, one.memorial.slug, one.pk)
        return done(
            request, _("The new words stand in its place. Nothing was sent again."), "thanks", one.memorial.slug
        )
    page = thanks_pages.thanks_page(request.viewer, one)
    return render(request, "comfort/write_thanks.html", {"page": page, "form": form})


def send_thanks(request: HttpRequest, slug: str, thanks_id: UUID) -> HttpResponse:
    """Shows it as whoever is thanked reads it, and says whom it reaches and how; the press sends it."""
    one = _of_family(request, slug, thanks_id)
    if queries_of_thanks.is_sent(one):
        return redirect("change_thanks", slug, thanks_id)
    if request.method != "POST" or not queries_of_thanks.is_readable(one):
        return render(request, "comfort/send_thanks.html", {"page": thanks_pages.thanks_page(request.viewer, one)})
    actions.send_thanks(request.viewer, one, now=clock.now())
    return done(request, _("It is on its way. You need do nothing more."), "thanks", slug)


def take_away_thanks(request: HttpRequest, slug: str, thanks_id: UUID) -> HttpResponse:
    """Takes it away, after asking once."""
    one = _of_family(request, slug, thanks_id)
    if request.method != "POST":
        return render(request, "comfort/take_away_thanks.html", {"page": thanks_pages.thanks_page(request.viewer, one)})
    actions.take_away_thanks(request.viewer, one, now=clock.now())
    return done(request, _("It is taken away."), "thanks", slug)


@login_not_required
@require_safe
def read_thanks(request: HttpRequest, secret: str) -> HttpResponse:
    """What somebody was answered, at an address that only they have."""
    page = thanks_pages.for_you_page(request.viewer, queries_of_thanks.thanked_with(request.viewer, secret))
    return render(request, "comfort/for_you.html", {"page": page})


def _onward(form: ThanksForm, slug: str, thanks_id: UUID) -> HttpResponse:
    """To the page on which a file is given, where that was pressed, else to the thanks as it will be read."""
    to = {Purpose.PICTURE: "add_picture_to_thanks", Purpose.VOICE: "add_voice_to_thanks"}
    return redirect(to[Purpose(form.adds)] if form.adds else "send_thanks", slug, thanks_id)


def _of_family(request: HttpRequest, slug: str, thanks_id: UUID) -> Thanks:
    return queries_of_thanks.thanks_of(kept_memorial(request.viewer, slug)).get(pk=thanks_id)


def _one(request: HttpRequest, memorial: Memorial) -> int | None:
    """The piece of comfort from which somebody came here."""
    handle = request.GET.get("to", "")
    if not handle:
        return None
    return queries.pieces_of(request.viewer, memorial).with_handle(handle).pk
