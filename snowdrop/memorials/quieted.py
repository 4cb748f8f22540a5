"""What a keeper sees at doors behind which something waits, while it is quiet for them: that, and the way to end it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from snowdrop.ground import clock
from snowdrop.memorials import queries, rules
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import Viewer


class QuietMiddleware:
    """Answers whatever would show or tell of something that waits, wherever it was asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, refusal: Exception) -> HttpResponse | None:
        """Nothing was opened. What was sent by an older window leads to the room of quiet."""
        if not isinstance(refusal, rules.ItIsQuiet):
            return None
        viewer: Viewer = request.viewer  # type: ignore[attr-defined] # our middleware puts it there
        memorial = Memorial.objects.kept_by(viewer).get(pk=refusal.memorial_id)
        if request.method == "POST":
            return redirect("quiet", memorial.slug)
        return render(request, "memorials/quieted.html", {"page": queries.quiet_room(viewer, memorial, clock.now())})
