"""Looks after the session and builds the viewer, once for each request (house law 5)."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from snowdrop.ground.clock import now
from snowdrop.ground.zones import zone_of
from snowdrop.people.links import held_links
from snowdrop.people.sessions import look_after_session
from snowdrop.people.viewer import Viewer


class ViewerMiddleware:
    """Sets `request.viewer` and `request.for_a_discreet_person`, and the time zone in which days are told meanwhile.

    That is the person's own, where they have said it, else the server's: of a guest nothing is known, so that what is
    published for everybody depends on nobody.

    After Django's session and authentication, and after the account middleware.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        look_after_session(request, now=now())
        person = request.user if request.user.is_authenticated else None
        person_id = person.pk if person else None
        request.viewer = Viewer(person_id=person_id, links=frozenset(held_links(request)))  # type: ignore[attr-defined]
        request.for_a_discreet_person = bool(person and person.discreet_since)  # type: ignore[attr-defined]
        with timezone.override(zone_of(person.time_zone) if person else None):
            return self.get_response(request)
