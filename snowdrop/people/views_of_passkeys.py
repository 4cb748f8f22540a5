"""Passkeys: a way in that a device keeps. Offered, never demanded; every page works without them."""

from __future__ import annotations

from allauth.core import ratelimit
from allauth.mfa.webauthn.internal import auth
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from snowdrop.ground.clock import now
from snowdrop.ground.done import say_done
from snowdrop.ground.refusals import require
from snowdrop.people import actions
from snowdrop.people.devices import device_name
from snowdrop.people.doorways import let_in
from snowdrop.people.forms import AddPasskeyForm, SignInWithPasskeyForm
from snowdrop.people.queries import passkeys_of
from snowdrop.people.sessions import expect_a_short_stay, signed_in_lately


@login_not_required
@require_http_methods(["GET", "POST"])
def sign_in_with_passkey(request: HttpRequest) -> HttpResponseBase:
    """GET: what the browser is asked to sign. POST: its answer, which signs somebody in."""
    if request.method == "GET":
        expect_a_short_stay(request)
        return JsonResponse(auth.begin_authentication())
    form = SignInWithPasskeyForm(request.POST)
    if not ratelimit.consume(request, action="try_passkey") or not form.is_valid():
        say_done(request, _("That passkey did not open. A code by mail does."))
        return redirect("sign_in")
    passkey = form.cleaned_data["credential"]
    passkey.record_usage()
    visiting = "visiting" in request.POST
    return let_in(request, passkey.user, next=request.POST.get("next", ""), visiting=visiting, now=now())


@require_http_methods(["GET", "POST"])
def add_passkey(request: HttpRequest) -> HttpResponse:
    """GET: what the device is asked to make. POST: its answer, which is kept. Only shortly after signing in."""
    require(signed_in_lately(request, now=now()))
    if request.method == "GET":
        return JsonResponse(auth.begin_registration(request.user, passwordless=True))
    form = AddPasskeyForm(request.POST, user=request.user)
    if form.is_valid():
        name = device_name(request.headers.get("User-Agent", ""))
        actions.add_passkey(request.viewer, name=name, credential=form.cleaned_data["credential"], now=now())
        say_done(request, _("This device can now sign you in with its passkey."))
    else:
        say_done(request, _("The passkey was not kept. Everything is as it was."))
    return redirect("you")


@require_http_methods(["GET", "HEAD", "POST"])
def remove_passkey(request: HttpRequest, passkey_id: int) -> HttpResponse:
    """Asks once, then removes a passkey."""
    passkey = passkeys_of(request.viewer).get(pk=passkey_id)
    if request.method == "POST":
        actions.remove_passkey(request.viewer, passkey, now=now())
        say_done(request, _("The passkey is removed. A code by mail opens as before."))
        return redirect("you")
    return render(request, "people/remove_passkey.html", {"name": passkey.wrap().name})
