"""The earlier versions of a letter. Only its author comes in; to everybody else there is nothing here."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground.clock import now
from snowdrop.ground.done import say_done
from snowdrop.memorials.queries import time_zone_of
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions_of_versions as actions
from snowdrop.tributes import screens_of_versions as screens
from snowdrop.tributes.models import Letter, Version


@require_safe
def versions(request: HttpRequest, slug: str, letter_id: UUID) -> HttpResponse:
    """All of them, by the day on which each was kept."""
    letter = _own(request.viewer, slug, letter_id)
    page = screens.versions_page(request.viewer, letter, time_zone_of(request.viewer))
    return render(request, "tributes/versions.html", {"page": page})


@require_safe
def version(request: HttpRequest, slug: str, letter_id: UUID, version_id: UUID) -> HttpResponse:
    """One of them, beside what the letter says now."""
    one = _version(request.viewer, slug, letter_id, version_id)
    page = screens.version_page(request.viewer, one, time_zone_of(request.viewer))
    return render(request, "tributes/version.html", {"page": page})


@require_POST
def bring_back_version(request: HttpRequest, slug: str, letter_id: UUID, version_id: UUID) -> HttpResponse:
    """The letter says again what it said then."""
    actions.bring_back(request.viewer, _version(request.viewer, slug, letter_id, version_id), now=now())
    say_done(request, _("It says again what it said then. What it said before that is kept for you as well."))
    return redirect("letter", slug, letter_id)


def let_go_of_version(request: HttpRequest, slug: str, letter_id: UUID, version_id: UUID) -> HttpResponse:
    """Lets go of one of them, after asking once."""
    one = _version(request.viewer, slug, letter_id, version_id)
    if request.method != "POST":
        page = screens.let_go_question(request.viewer, one.letter, one)
        return render(request, "tributes/question.html", {"page": page})
    actions.let_go_of_version(request.viewer, one, now=now())
    say_done(request, _("It is gone. The letter stays as it is."))
    return redirect("versions", slug, letter_id)


def let_go_of_versions(request: HttpRequest, slug: str, letter_id: UUID) -> HttpResponse:
    """Lets go of all of them, after asking once."""
    letter = _own(request.viewer, slug, letter_id)
    if request.method != "POST":
        page = screens.let_go_question(request.viewer, letter, None)
        return render(request, "tributes/question.html", {"page": page})
    actions.let_go_of_versions(request.viewer, letter, now=now())
    say_done(request, _("They are gone. The letter stays as it is."))
    return redirect("letter", slug, letter_id)


def _own(viewer: Viewer, slug: str, letter_id: UUID) -> Letter:
    """A letter that the viewer has written. Raises Letter.DoesNotExist."""
    own = Letter.objects.kept_by(viewer).filter(memorial__slug=slug, author_id=viewer.person_id)
    return own.select_related("memorial").get(pk=letter_id)


def _version(viewer: Viewer, slug: str, letter_id: UUID, version_id: UUID) -> Version:
    """A version of such a letter. Raises Version.DoesNotExist."""
    own = Version.objects.of(viewer).filter(letter=letter_id, memorial__slug=slug)
    return own.select_related("letter__memorial").get(pk=version_id)
