"""The family's own rooms of a memorial: opening it, what it says, whom it remembers, who sees it, who helps."""

from __future__ import annotations

from uuid import UUID

from django import forms as django_forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language_from_request
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.memorials import actions, asking, choices, forms, queries
from snowdrop.memorials.doors import kept_memorial, read_first_memorial
from snowdrop.people.links import hold_link


@require_safe
def my_memorials(request: HttpRequest) -> HttpResponse:
    """The memorials that the person keeps, and those that they help with."""
    return render(request, "memorials/my_memorials.html", {"page": queries.my_memorials(request.viewer)})


def open_memorial(request: HttpRequest) -> HttpResponse:
    """Opening a memorial: a few questions, none of which needs an answer."""
    form = forms.OpeningForm(_sent(request))
    if not form.is_valid():
        return render(request, "memorials/open_memorial.html", {"form": form})
    language = get_language_from_request(request)
    memorial = actions.open_memorial(request.viewer, language=language, now=clock.now(), **form.cleaned_data)
    say_done(request, _("It is there. You can go on now, or another day."))
    return redirect("memorial", memorial.slug)


def describe_memorial(request: HttpRequest, slug: str) -> HttpResponse:
    """What the memorial says; kept while it is written."""
    memorial = kept_memorial(request.viewer, slug)
    form = forms.WordsForm(_sent(request), memorial)
    if not form.is_valid():
        room = queries.family_room(request.viewer, memorial, here="describe_memorial")
        return _ask(request, "memorials/describe_memorial.html", form, {"room": room})
    actions.describe_memorial(request.viewer, memorial, now=clock.now(), **form.changes())
    return _kept(request, reverse("describe_memorial", args=[slug]))


@require_safe
def remembereds(request: HttpRequest, slug: str) -> HttpResponse:
    """Those whom the memorial remembers."""
    memorial = kept_memorial(request.viewer, slug)
    page = queries.remembereds_room(request.viewer, memorial)
    return render(request, "memorials/remembereds.html", {"page": page})


def remember(request: HttpRequest, slug: str) -> HttpResponse:
    """The first step of saying whom the memorial remembers; the next screen has room for words and days."""
    memorial = kept_memorial(request.viewer, slug)
    form = forms.NamesForm(_sent(request))
    if not form.is_valid():
        room = queries.family_room(request.viewer, memorial, here="describe_memorial")
        return _ask(request, "memorials/remember.html", form, {"room": room})
    one = actions.remember(request.viewer, memorial, now=clock.now(), **form.cleaned_data)
    return redirect("change_remembered", slug, one.id)


def change_remembered(request: HttpRequest, slug: str, remembered_id: UUID) -> HttpResponse:
    """The words and days of one who is remembered; kept while they are written."""
    memorial = kept_memorial(request.viewer, slug)
    one = memorial.remembereds.get(pk=remembered_id)
    form = forms.RememberedForm(_sent(request), one)
    if not form.is_valid():
        page = queries.one_remembered(request.viewer, memorial, one)
        return _ask(request, "memorials/change_remembered.html", form, page)
    actions.remember(request.viewer, memorial, remembered=one, now=clock.now(), **form.said())
    if "another_day" in request.POST:
        return redirect(reverse("change_remembered", args=[slug, one.id]) + "#days")
    return _kept(request, reverse("remembereds", args=[slug]))


@require_POST
def move_remembered(request: HttpRequest, slug: str, remembered_id: UUID) -> HttpResponse:
    """Changes the order in which they are named."""
    memorial = kept_memorial(request.viewer, slug)
    one = memorial.remembereds.get(pk=remembered_id)
    earlier = request.POST.get("to") == "earlier"
    actions.move_remembered(request.viewer, memorial, one, earlier=earlier, now=clock.now())
    return redirect(reverse("remembereds", args=[slug]) + f"#{one.id}")


def take_away_remembered(request: HttpRequest, slug: str, remembered_id: UUID) -> HttpResponse:
    """Takes one of them off the memorial, after asking once."""
    memorial = kept_memorial(request.viewer, slug)
    one = memorial.remembereds.get(pk=remembered_id)
    if request.method != "POST":
        return _ask_once(request, asking.before_taking_away(memorial, one))
    actions.take_away_remembered(request.viewer, memorial, one, now=clock.now())
    return _done(request, _("It was taken off."), "remembereds", slug)


def publication(request: HttpRequest, slug: str) -> HttpResponse:
    """Who may open the page. Something narrower holds at once; something wider is asked once more."""
    memorial = kept_memorial(request.viewer, slug)
    form = forms.PublicationForm(_sent(request), memorial)
    if not form.is_valid():
        return _ask(request, "memorials/publication.html", form, queries.who_sees(request.viewer, memorial))
    to = form.cleaned_data["to"]
    if form.needs_asking():
        return _ask_once(request, asking.before_opening(memorial, to=to))
    actions.publish_memorial(request.viewer, memorial, to=to, now=clock.now())
    return _done(request, choices.OPEN_NOW[to], "publication", slug)


@require_POST
def take_back_memorial(request: HttpRequest, slug: str) -> HttpResponse:
    """Makes the memorial private again, with one press."""
    memorial = kept_memorial(request.viewer, slug)
    actions.take_back_memorial(request.viewer, memorial, now=clock.now())
    return _done(request, _("It is private again."), "publication", slug)


def private_links(request: HttpRequest, slug: str) -> HttpResponse:
    """The private links of the memorial, and making one."""
    memorial = kept_memorial(request.viewer, slug)
    form = forms.NewLinkForm(_sent(request))
    if not form.is_valid():
        return _ask(request, "memorials/private_links.html", form, queries.links_room(request.viewer, memorial))
    actions.make_private_link(request.viewer, memorial, now=clock.now(), **form.cleaned_data)
    return _done(request, _("The link is made. You can copy it and send it."), "private_links", slug)


def take_back_link(request: HttpRequest, slug: str, link_id: UUID) -> HttpResponse:
    """Ends a private link, after asking once."""
    memorial = kept_memorial(request.viewer, slug)
    link = memorial.privatelinks.get(pk=link_id)
    if request.method != "POST":
        return _ask_once(request, asking.before_taking_back_link(memorial, link))
    actions.take_back_private_link(request.viewer, memorial, link, now=clock.now())
    return _done(request, _("The link opens nothing any more."), "private_links", slug)


@login_not_required
@require_safe
def private_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Exchanges a private link for a cookie, so that its secret does not stay in the address. It changes no row."""
    link = queries.link_that_opens(request.viewer, secret)
    response = redirect("memorial", link.memorial.slug)
    response.headers["Referrer-Policy"] = "no-referrer"
    hold_link(request, response, link.id)
    return response


def helpers(request: HttpRequest, slug: str) -> HttpResponse:
    """Who helps, who was asked, and asking somebody. The address of an invitation is shown once, in this answer."""
    memorial = kept_memorial(request.viewer, slug)
    form = forms.InvitingForm(_sent(request))
    if not form.is_valid():
        page = queries.helpers_room(request.viewer, memorial, now=clock.now())
        return _ask(request, "memorials/helpers.html", form, page)
    try:
        invitation, secret = actions.invite_helper(request.viewer, memorial, now=clock.now(), **form.cleaned_data)
    except actions.AlreadyInvited:
        say_done(request, _("This invitation is made already. Its address was shown once; you can take it back."))
        return redirect("helpers", slug)
    invited = queries.invited(request.viewer, memorial, invitation, secret=secret)
    return render(request, "memorials/invited.html", {"page": invited})


def end_helping(request: HttpRequest, slug: str, helper_id: UUID) -> HttpResponse:
    """Ends a helper's part, after asking once: a keeper ends it, or the helper resigns."""
    memorial = read_first_memorial(request.viewer, slug)
    helper = queries.helper_to_end(request.viewer, memorial, helper_id)
    if request.method != "POST":
        return _ask_once(request, asking.before_ending(request.viewer, memorial, helper))
    actions.end_helping(request.viewer, memorial, helper, now=clock.now())
    if helper.person_id == request.viewer.person_id:
        return _done(request, _("You do not help there any more. Thank you for what you did."), "my_memorials")
    return _done(request, _("They do not help here any more."), "helpers", slug)


def take_back_invitation(request: HttpRequest, slug: str, invitation_id: UUID) -> HttpResponse:
    """Ends an invitation that nobody has accepted, after asking once."""
    memorial = kept_memorial(request.viewer, slug)
    invitation = memorial.invitations.get(pk=invitation_id)
    if request.method != "POST":
        return _ask_once(request, asking.before_taking_back_invitation(memorial, invitation))
    actions.take_back_invitation(request.viewer, memorial, invitation, now=clock.now())
    return _done(request, _("The invitation is over."), "helpers", slug)


@login_not_required
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Says what an invitation asks; accepting is a press, declining is to leave. What is over looks always the same."""
    try:
        page = queries.asked(request.viewer, secret, now=clock.now())
        if request.method != "POST" or not request.viewer.is_signed_in or page.keeps_it:
            return render(request, "memorials/invitation.html", {"page": page})
        helper = actions.accept_invitation(request.viewer, secret=secret, now=clock.now())
    except queries.InvitationIsOver:
        return render(request, "memorials/invitation_over.html", status=404)
    return _done(request, _("Thank you. You can read first here from now on."), "memorial", helper.memorial.slug)


def welcome(request: HttpRequest, slug: str) -> HttpResponse:
    """What comfort is welcome, who reads it first, what the page shows of it."""
    memorial = kept_memorial(request.viewer, slug)
    form = forms.WelcomeForm(_sent(request), memorial)
    if not form.is_valid():
        room = queries.family_room(request.viewer, memorial, here="welcome")
        return _ask(request, "memorials/welcome.html", form, {"room": room})
    actions.describe_memorial(request.viewer, memorial, now=clock.now(), **form.cleaned_data)
    return _done(request, _("Your choices hold from now on."), "welcome", slug)


def _sent(request: HttpRequest) -> QueryDict | None:
    """What was sent; nothing unless something was. An empty form is an answer too."""
    return request.POST if request.method == "POST" else None


def _ask(request: HttpRequest, template: str, form: django_forms.Form, page: object) -> HttpResponse:
    """The form, with what to look at again; for the script that keeps what is written, only that."""
    if _is_script(request) and form.is_bound:
        return JsonResponse({"problem": " ".join(problem for problems in form.errors.values() for problem in problems)})
    return render(request, template, {"page": page, "form": form})


def _kept(request: HttpRequest, address: str) -> HttpResponse:
    """What was written is kept; the script stays on its page, the person goes on."""
    if _is_script(request):
        return JsonResponse({"address": request.path})
    say_done(request, _("It is kept."))
    return redirect(address)


def _ask_once(request: HttpRequest, question: asking.Question) -> HttpResponse:
    return render(request, "memorials/asked_once.html", {"page": question})


def _done(request: HttpRequest, words: str | Promise, to: str, *names: str) -> HttpResponse:
    say_done(request, words)
    return redirect(to, *names)


def _is_script(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"
