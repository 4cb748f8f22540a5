"""Signing in with a code, signing out here and elsewhere, and a person's own page."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from snowdrop.ground.clock import now
from snowdrop.ground.done import forget_what_was_done, say_done
from snowdrop.people import actions
from snowdrop.people.codes import CodeNotSent, code_awaited, last_asked, send_code, try_code
from snowdrop.people.doorways import let_in, own_address
from snowdrop.people.forms import CodeForm, NameForm, SignInForm
from snowdrop.people.links import let_go_of_links
from snowdrop.people.queries import devices_of, you_page
from snowdrop.people.sessions import CLEARED_ON_LEAVING, end_session, is_visiting, signed_in_lately


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Asks for an address and mails a code to it. Known or not, the answer is the same (trust.md B9)."""
    if request.method != "POST" and request.user.is_authenticated and "again" not in request.GET:
        return redirect(own_address(request.GET.get("next", "")))
    form, not_sent = SignInForm(request.POST or None, initial=_first_answers(request)), None
    if form.is_valid():
        try:
            send_code(request, **form.cleaned_data, now=now())
            return redirect("sign_in_code")
        except CodeNotSent as problem:
            not_sent = problem
    status = not_sent.status if not_sent else 200
    page = {"form": form, "not_sent": not_sent, "address": request.get_full_path()}
    return render(request, "people/sign_in.html", page, status=status)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_code(request: HttpRequest) -> HttpResponseBase:
    """Takes the code from the mail. The account of somebody new is made here, never earlier."""
    asked, form = code_awaited(request, now=now()), CodeForm(request.POST or None)
    if asked and form.is_valid():
        if try_code(request, asked, form.cleaned_data["code"]):
            person = actions.arrive(email=asked.email, now=now())
            return let_in(request, person, next=asked.next, visiting=asked.visiting, now=now())
        form.add_error("code", _("This is not the code that we sent. Please look once more."))
        asked = code_awaited(request, now=now())
    if not asked:
        say_done(request, _("That code no longer counts. You can ask for a new one here."))
        return redirect("sign_in")
    return render(request, "people/sign_in_code.html", {"form": form, "asked": asked, "mailbox": _mailbox()})


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends this session; on a device of somebody else it also lets go of the private links in this browser."""
    visiting = is_visiting(request)
    end_session(request)
    answer = _signed_out(request, _("You are signed out on this device."))
    if visiting:
        let_go_of_links(answer)
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def you(request: HttpRequest) -> HttpResponse:
    """A person's own page: their name, passkeys, devices."""
    form = NameForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        actions.be_called(request.viewer, name=form.cleaned_data["name"], now=now())
        say_done(request, _("Your name is kept."))
        return redirect("you")
    lately = signed_in_lately(request, now=now())
    page = you_page(request.viewer, session_key=request.session.session_key, lately=lately)
    return render(request, "people/you.html", {"form": form, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def say_name(request: HttpRequest) -> HttpResponse:
    """Asks somebody who is new, once, what they may be called; an empty answer is an answer."""
    going_to = own_address(request.GET.get("next", ""))
    form = NameForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        actions.be_called(request.viewer, name=form.cleaned_data["name"], now=now())
        return redirect(going_to)
    return render(request, "people/say_name.html", {"form": form, "going_to": going_to})


@require_POST
def sign_out_device(request: HttpRequest, device_id: int) -> HttpResponse:
    """Ends the session in one other browser."""
    actions.sign_out_device(request.viewer, devices_of(request.viewer).get(pk=device_id), now=now())
    say_done(request, _("You are signed out there."))
    return redirect("you")


@require_POST
def sign_out_elsewhere(request: HttpRequest) -> HttpResponse:
    """Ends every other session of this person."""
    actions.sign_out_everywhere(request.viewer, but=request.session.session_key, now=now())
    say_done(request, _("You are signed out everywhere else."))
    return redirect("you")


@require_POST
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """Ends every session of this person, this one too."""
    actions.sign_out_everywhere(request.viewer, now=now())
    end_session(request)
    return _signed_out(request, _("You are signed out everywhere."))


def _signed_out(request: HttpRequest, words: str) -> HttpResponse:
    forget_what_was_done(request)
    say_done(request, words)
    answer = redirect("home")
    answer.headers["Clear-Site-Data"] = CLEARED_ON_LEAVING
    return answer


def _first_answers(request: HttpRequest) -> dict[str, object]:
    asked = last_asked(request)
    return {
        "email": asked.email if asked else request.user.get_username(),
        "next": request.GET.get("next") or (asked.next if asked else ""),
        "visiting": asked.visiting if asked else False,
    }


def _mailbox() -> str:
    """Where mails are shown while developing, or nothing."""
    return reverse("mailbox") if settings.SNOWDROP.developing and not settings.SNOWDROP.mail else ""
