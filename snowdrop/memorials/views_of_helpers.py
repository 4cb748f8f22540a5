"""Who helps: as the family arranges it, and the helper's own page."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.memorials import actions, asking_of_people, queries
from snowdrop.memorials.answering import ask, ask_once, done, sent
from snowdrop.memorials.doors import helped_memorial, kept_memorial, kept_or_helped_memorial
from snowdrop.memorials.forms_of_helpers import PartForm, RestForm, VoiceForm
from snowdrop.memorials.frozen import told_if_frozen
from snowdrop.memorials.vocabulary import Scope


@require_safe
def helpers(request: HttpRequest, slug: str) -> HttpResponse:
    """Who helps, and what helping means."""
    memorial = kept_memorial(request.viewer, slug)
    return render(
        request, "memorials/helpers.html", {"page": queries.helpers_room(request.viewer, memorial, now=clock.now())}
    )


def helper(request: HttpRequest, slug: str, helper_id: UUID) -> HttpResponse:
    """What one helper does, scope by scope."""
    memorial = kept_memorial(request.viewer, slug)
    one = memorial.helpers.select_related("person").get(pk=helper_id)
    form = PartForm(sent(request), one)
    if form.is_valid():
        with told_if_frozen(request, form):
            actions.change_part(request.viewer, memorial, one, now=clock.now(), **form.cleaned_data)
            say_done(request, _("It holds from now on. They read it on their page."))
            return redirect("helper_voice", slug, one.id) if form.is_new(Scope.SPEAK) else redirect("helpers", slug)
    return ask(request, "memorials/helper.html", form, queries.one_helper(request.viewer, memorial, one))


def helper_voice(request: HttpRequest, slug: str, helper_id: UUID) -> HttpResponse:
    """To whom a helper may speak for the family, and whether a keeper reads it first."""
    memorial = kept_memorial(request.viewer, slug)
    one, reach = queries.helper_who_speaks(memorial, helper_id)
    form = VoiceForm(sent(request), memorial, reach)
    if form.is_valid():
        with told_if_frozen(request, form):
            actions.say_how_far(request.viewer, memorial, one, now=clock.now(), **form.chosen())
            return done(request, _("It is kept."), "helpers", slug)
    return ask(request, "memorials/helper_voice.html", form, queries.one_helper(request.viewer, memorial, one))


@require_safe
def helping(request: HttpRequest, slug: str) -> HttpResponse:
    """A helper's own page: what they do here, and what has changed."""
    memorial = helped_memorial(request.viewer, slug)
    page = queries.helping_room(request.viewer, memorial, now=clock.now())
    return render(request, "memorials/helping.html", {"page": page, "form": RestForm()})


@require_POST
def rest(request: HttpRequest, slug: str) -> HttpResponse:
    """Rests, until a day or until the helper comes back."""
    memorial, form = helped_memorial(request.viewer, slug), RestForm(request.POST)
    if not form.is_valid():
        page = queries.helping_room(request.viewer, memorial, now=clock.now())
        return render(request, "memorials/helping.html", {"page": page, "form": form})
    actions.rest(request.viewer, memorial, now=clock.now(), **form.cleaned_data)
    say_done(request, _("You are resting. Nothing is put on your desk."), undo=reverse("end_rest", args=[slug]))
    return redirect("helping", slug)


@require_POST
def end_rest(request: HttpRequest, slug: str) -> HttpResponse:
    """Ends a rest."""
    memorial = helped_memorial(request.viewer, slug)
    actions.come_back(request.viewer, memorial, now=clock.now())
    return done(request, _("It is good that you are here again."), "helping", slug)


@require_POST
def help_again(request: HttpRequest, slug: str) -> HttpResponse:
    """Takes back that one has stopped helping, a short while ago."""
    memorial = queries.resignation_of(request.viewer, slug, now=clock.now()).memorial
    actions.help_again(request.viewer, memorial, now=clock.now())
    return done(request, _("You help there as before."), "helping", slug)


@require_POST
def note_change_read(request: HttpRequest, slug: str) -> HttpResponse:
    """Takes away what a helper was told of their part."""
    memorial = helped_memorial(request.viewer, slug)
    actions.note_change_read(request.viewer, memorial, now=clock.now())
    return done(request, _("Thank you."), "helping", slug)


def end_helping(request: HttpRequest, slug: str, helper_id: UUID) -> HttpResponse:
    """Ends a helper's part, after asking once: a keeper ends it, or the helper resigns."""
    memorial = kept_or_helped_memorial(request.viewer, slug)
    helper = queries.helper_to_end(request.viewer, memorial, helper_id)
    if request.method != "POST":
        return ask_once(request, asking_of_people.before_ending(request.viewer, memorial, helper))
    actions.end_helping(request.viewer, memorial, helper, now=clock.now())
    if helper.person_id == request.viewer.person_id:
        undo = reverse("help_again", args=[slug])
        say_done(request, _("You do not help there any more. Thank you for what you did."), undo=undo)
        return redirect("my_memorials")
    return done(request, _("They do not help here any more."), "helpers", slug)
