"""Where somebody goes after signing in, and the one step that signs them in, whichever way they came."""

from __future__ import annotations

from datetime import datetime

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from snowdrop.people.models import Person
from snowdrop.people.sessions import begin_session


def own_address(address: str) -> str:
    """The address if it is a path of this site, else where everybody goes after signing in."""
    is_ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if is_ours else resolve_url(settings.LOGIN_REDIRECT_URL)


def let_in(request: HttpRequest, person: Person, *, next: str, visiting: bool, now: datetime) -> HttpResponseBase:
    """Signs somebody in who has shown who they are, and leads them where they were going."""
    answer = perform_login(request, Login(user=person, redirect_url=own_address(next)))
    if request.user.is_authenticated:
        begin_session(request, visiting=visiting, now=now)
    return answer
