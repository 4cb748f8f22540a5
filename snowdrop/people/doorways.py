"""Where somebody goes after signing in, and the one step that signs them in, whichever way they came."""

from __future__ import annotations

from datetime import datetime

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from snowdrop.people import actions
from snowdrop.people.devices import keep_as_known, knows
from snowdrop.people.models import Person
from snowdrop.people.sessions import begin_session
from snowdrop.people.viewer import Viewer

_NEW_HERE = "new_here"


def own_address(address: str) -> str:
    """The address if it is a path of this site, else where everybody goes after signing in."""
    is_ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if is_ours else resolve_url(settings.LOGIN_REDIRECT_URL)


def let_in(request: HttpRequest, person: Person, *, next: str, visiting: bool, now: datetime) -> HttpResponseBase:
    """Signs somebody in who has shown who they are, and leads them where they were going."""
    is_first = person.last_login is None
    answer = perform_login(request, Login(user=person, redirect_url=own_address(next)))
    if request.user.is_authenticated:
        begin_session(request, visiting=visiting, now=now)
        request.session[_NEW_HERE] = is_first
        if not (is_first or knows(request, person)):
            actions.be_at_a_new_device(Viewer(person_id=person.pk), now=now)
        if not visiting:
            keep_as_known(answer, person)
    return answer


def by_way_of_signing_in(address: str, *, again: bool = False) -> str:
    """The page for signing in, which leads there afterwards; `again` also for somebody who is signed in already."""
    return f"{reverse('sign_in')}?{urlencode({**({'again': ''} if again else {}), 'next': address})}"


def by_way_of_their_name(request: HttpRequest, address: str) -> str:
    """The address, or, once for somebody who is new and has no name, the page that asks for it and then leads there."""
    person, is_new = request.user, request.session.pop(_NEW_HERE, False)
    if is_new and isinstance(person, Person) and not person.name:
        return f"{reverse('say_name')}?{urlencode({'next': address})}"
    return address
