"""The family's own rooms of a memorial: opening it, what it says, whom it remembers, who sees it, what is welcome."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language_from_request
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.memorials import actions, asking, forms, queries
from snowdrop.memorials.answering import ask, ask_once, done, kept, sent
from snowdrop.memorials.doors import kept_memorial
from snowdrop.memorials.frozen import told_if_frozen
from snowdrop.people.links import hold_link


@require_safe
def my_memorials(request: HttpRequest) -> HttpResponse:
    """The memorials that the person keeps, and those that they help with."""
    page, notices = queries.my_memorials(request.viewer), queries.notices_to(request.viewer, clock.now())
    return render(request, "memorials/my_memorials.html", {"page": page, "notices": notices})


def open_memorial(request: HttpRequest) -> HttpResponse:
    """Opening a memorial: a few questions, none of which needs an answer."""
    form = forms.OpeningForm(sent(request))
    if not form.is_valid():
        return render(request, "memorials/open_memorial.html", {"form": form})
    language = get_language_from_request(request)
    memorial = actions.open_memorial(request.viewer, language=language, now=clock.now(), **form.cleaned_data)
    say_done(request, _("It is there. You can go on now, or another day."))
    return redirect("memorial", memorial.slug)


def describe_memorial(request: HttpRequest, slug: str) -> HttpResponse:
    """What the memorial says; kept while it is written."""
    memorial = kept_memorial(request.viewer, slug)
    form = forms.WordsForm(sent(request), memorial)
    if not form.is_valid():
        room = queries.family_room(request.viewer, memorial, here="describe_memorial")
        return ask(request, "memorials/describe_memorial.html", form, {"room": room})
    actions.describe_memorial(request.viewer, memorial, now=clock.now(), **form.changes())
    return kept(request, reverse("describe_memorial", args=[slug]))


@require_safe
def remembereds(request: HttpRequest, slug: str) -> HttpResponse:
    """Those whom the memorial remembers."""
    memorial = kept_memorial(request.viewer, slug)
    page = queries.remembereds_room(request.viewer, memorial)
    return render(request, "memorials/remembereds.html", {"page": page})


def remember(request: HttpRequest, slug: str) -> HttpResponse:
    """The first step of saying whom the memorial remembers; the next screen has room for words and days."""
    memorial = kept_memorial(request.viewer, slug)
    form = forms.NamesForm(sent(request))
    if not form.is_valid():
        room = queries.family_room(request.viewer, memorial, here="describe_memorial")
        return ask(request, "memorials/remember.html", form, {"room": room})
    one = actions.remember(request.viewer, memorial, now=clock.now(), **form.cleaned_data)
    return redirect("change_remembered", slug, one.id)


def change_remembered(request: HttpRequest, slug: str, remembered_id: UUID) -> HttpResponse:
    """The words and days of one who is remembered; kept while they are written."""
    memorial = kept_memorial(request.viewer, slug)
    one = memorial.remembereds.get(pk=remembered_id)
    form = forms.RememberedForm(sent(request), one)
    if not form.is_valid():
        page = queries.one_remembered(request.viewer, memorial, one)
        return ask(request, "memorials/change_remembered.html", form, page)
    actions.remember(request.viewer, memorial, remembered=one, now=clock.now(), **form.said())
    if "another_day" in request.POST:
        return redirect(reverse("change_remembered", args=[slug, one.id]) + "#days")
    return kept(request, reverse("remembereds", args=[slug]))


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
        return ask_once(request, asking.before_taking_away(memorial, one))
    actions.take_away_remembered(request.viewer, memorial, one, now=clock.now())
    return done(request, _("It was taken off."), "remembereds", slug)


def publication(request: HttpRequest, slug: str) -> HttpResponse:
    """Who may open the page. Something narrower holds at once; something wider, or another circle, is asked once."""
    memorial = kept_memorial(request.viewer, slug)
    form = forms.PublicationForm(sent(request), memorial, asked=request.GET)
    if not form.is_valid():
        page, timing = queries.who_sees(request.viewer, memorial), queries.page_timing(memorial)
        return ask(request, "memorials/publication.html", form, page, timing=timing)
    shown = form.shown()
    if form.needs_asking():
        return ask_once(request, asking.before_opening(memorial, shown=shown))
    actions.publish_memorial(request.viewer, memorial, to=shown.audience, circles=shown.circles, now=clock.now())
    return done(request, queries.page_is_open_words(memorial, shown), "publication", slug)


@require_POST
def take_back_memorial(request: HttpRequest, slug: str) -> HttpResponse:
    """Makes the memorial private again, with one press."""
    memorial = kept_memorial(request.viewer, slug)
    actions.take_back_memorial(request.viewer, memorial, now=clock.now())
    say_done(request, _("It is private again."), undo=reverse("open_page_again", args=[slug]))
    return redirect("publication", slug)


def private_links(request: HttpRequest, slug: str) -> HttpResponse:
    """The private links of the memorial, and making one."""
    memorial = kept_memorial(request.viewer, slug)
    form = forms.NewLinkForm(sent(request))
    if form.is_valid():
        with told_if_frozen(request, form):
            actions.make_private_link(request.viewer, memorial, now=clock.now(), **form.cleaned_data)
            return done(request, _("The link is made. You can copy it and send it."), "private_links", slug)
    return ask(request, "memorials/private_links.html", form, queries.links_room(request.viewer, memorial))


def take_back_link(request: HttpRequest, slug: str, link_id: UUID) -> HttpResponse:
    """Ends a private link, after asking once."""
    memorial = kept_memorial(request.viewer, slug)
    link = memorial.privatelinks.get(pk=link_id)
    if request.method != "POST":
        return ask_once(request, asking.before_taking_back_link(memorial, link))
    actions.take_back_private_link(request.viewer, memorial, link, now=clock.now())
    return done(request, _("The link opens nothing any more."), "private_links", slug)


@login_not_required
@require_safe
def private_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Exchanges a private link for a cookie, so that its secret does not stay in the address. It changes no row."""
    link = queries.link_that_opens(request.viewer, secret)
    response = redirect("memorial", link.memorial.slug)
    response.headers["Referrer-Policy"] = "no-referrer"
    hold_link(request, response, link.id)
    return response


def welcome(request: HttpRequest, slug: str) -> HttpResponse:
    """What comfort is welcome, and what the page shows of it."""
    memorial = kept_memorial(request.viewer, slug)
    form = forms.WelcomeForm(sent(request), memorial)
    if form.is_valid():
        with told_if_frozen(request, form):
            actions.describe_memorial(request.viewer, memorial, now=clock.now(), **form.cleaned_data)
            return done(request, _("Your choices hold from now on."), "welcome", slug)
    room = queries.family_room(request.viewer, memorial, here="welcome")
    return ask(request, "memorials/welcome.html", form, {"room": room})
