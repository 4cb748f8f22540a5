"""The page of whoever runs this server."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from snowdrop.engine_room.looking import look
from snowdrop.ground import clock
from snowdrop.ground.refusals import require
from snowdrop.safeguarding.rules import is_operator


@require_safe
def engine_room(request: HttpRequest) -> HttpResponse:
    """How this server runs. To everybody but an operator there is nothing here."""
    require(is_operator(request.viewer))
    return render(request, "engine_room/engine_room.html", {"page": look(clock.now())})
