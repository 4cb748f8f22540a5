"""Finding stories and reading them, with an account or without. What a reader gave lies in their own browser alone."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from snowdrop.ground.clock import now
from snowdrop.ground.done import say_done
from snowdrop.stories import queries
from snowdrop.stories.actions_of_keeping import keep_given
from snowdrop.stories.forms_of_finding import FindForm
from snowdrop.stories.models import Telling, Tellings
from snowdrop.stories.visit import Given, forget, give_back, given_in

_MAY_BE_FOUND = "noarchive, noimageindex"
"""What search engines are told of a story whose author lets search engines show it."""


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def stories(request: HttpRequest) -> HttpResponse:
    """Asks what a reader wishes to give, or nothing; leads to what is found by an address that says none of it."""
    given = given_in(request, now=now())
    if given == Given() and (kept := queries.kept_gives(request.viewer)):
        given = kept
    form = FindForm(given, request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = redirect("found_stories")
        give_back(answer, form.given(), now=now())
        return answer
    return render(request, "stories/stories.html", {"form": form}, status=422 if form.is_bound else 200)


@login_not_required
@require_safe
def found_stories(request: HttpRequest) -> HttpResponse:
    """What is nearest to what was given in this visit; stories to leaf through where nothing was."""
    page = queries.found_page(
        request.viewer, given_in(request, now=now()), after=_uuid_or_none(request.GET.get("from", "")), now=now()
    )
    return render(request, "stories/found.html", {"page": page})


@login_not_required
@require_POST
def forget_given(request: HttpRequest) -> HttpResponse:
    """Lets go of what was given in this visit, and of what was kept."""
    if request.viewer.is_signed_in:
        keep_given(request.viewer, None)
    say_done(request, _("What you gave is forgotten."))
    answer = redirect("stories")
    forget(answer)
    return answer


@require_POST
def remember_given(request: HttpRequest) -> HttpResponse:
    """Keeps what was given in this visit for the next one, because its reader asks for that."""
    keep_given(request.viewer, given_in(request, now=now()))
    say_done(request, _("What you gave is kept for your next visit, sealed. You can let go of it on this page."))
    return redirect("found_stories")


@login_not_required
@require_safe
def story(request: HttpRequest, story_id: UUID) -> HttpResponse:
    """One story."""
    telling = _visible(request).get(pk=story_id)
    page = queries.story_page(request.viewer, telling)
    answer = render(request, "stories/story.html", {"page": page})
    if page.may_be_found:
        answer.headers["X-Robots-Tag"] = _MAY_BE_FOUND
    return answer


@login_not_required
@require_POST
def hide_kind(request: HttpRequest, story_id: UUID) -> HttpResponse:
    """Does not show stories of this kind any more in this visit."""
    _visible(request).get(pk=story_id)
    given = given_in(request, now=now()).hiding(request.POST.get("kind", ""))
    say_done(request, _("Stories of this kind are not shown to you now. You can change it where you look for stories."))
    answer = redirect("found_stories")
    give_back(answer, given, now=now())
    return answer


def _visible(request: HttpRequest) -> Tellings:
    return Telling.objects.visible_to(request.viewer).select_related("story", "wait")


def _uuid_or_none(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
