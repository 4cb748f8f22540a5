"""What is said where a keeper has frozen the memorial: beside what was written, or on a calm page of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from snowdrop.ground.words import day_in_words
from snowdrop.memorials import rules
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.queries import name_of_keeper
from snowdrop.people.viewer import Viewer


class FrozenMiddleware:
    """Answers the refusal of an act that would show something to more people, wherever it was tried."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, refusal: Exception) -> HttpResponse | None:
        """Nothing was done, and nothing is lost: the page before still holds what was written."""
        if not isinstance(refusal, rules.Frozen):
            return None
        viewer: Viewer = request.viewer  # type: ignore[attr-defined] # our middleware puts it there
        words = frozen_words(viewer, refusal)
        if not request.accepts("text/html"):
            return JsonResponse({"problem": words}, status=409)
        memorial = Memorial.objects.kept_by(viewer).filter(pk=refusal.memorial_id).first()
        keepers = reverse("keepers", args=[memorial.slug]) if memorial else ""
        return render(request, "memorials/frozen.html", {"words": words, "keepers_address": keepers}, status=409)


@contextmanager
def told_if_frozen(request: HttpRequest, form: forms.Form) -> Iterator[None]:
    """Says it above the form, with everything that was written in it; whoever acts within goes on to show the form."""
    try:
        yield
    except rules.Frozen as frozen:
        form.add_error(None, frozen_words(request.viewer, frozen))  # type: ignore[attr-defined]


def frozen_words(viewer: Viewer, frozen: rules.Frozen) -> str:
    """Who holds it and since when, to those who keep it; to others only that nobody is let in."""
    memorial = Memorial.objects.get(pk=frozen.memorial_id)
    if not rules.is_keeper(viewer, memorial):
        return _("Nobody new is let in here at the moment. It may change again; what you have stays as it is.")
    day = {"day": day_in_words(frozen.since)}
    if frozen.by is None:
        words = _("Since %(day)s those who run this server hold it as it is, until you who keep it are at one again.")
        return words % day
    if frozen.by == viewer.person_id:
        return _("You asked on %(day)s that nothing here becomes wider. It holds until you lift it.") % day
    words = _("%(by)s asked on %(day)s that nothing here becomes wider. It holds until they lift it.")
    return words % {**day, "by": name_of_keeper(frozen.by)}
