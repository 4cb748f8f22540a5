"""Invitations: making one, who waits, letting in; and what somebody sees who was invited. Cards to print."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import UUID

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.ground.mail import MailNotSent
from snowdrop.memorials import actions, asking_of_people, queries, rules
from snowdrop.memorials.answering import ask, ask_once, done, sent
from snowdrop.memorials.doors import kept_memorial, people_memorial
from snowdrop.memorials.forms_of_invitations import InvitationForm
from snowdrop.memorials.frozen import told_if_frozen
from snowdrop.memorials.mails import mail_invitation, mail_let_in
from snowdrop.memorials.models import Invitation, Memorial
from snowdrop.memorials.rules_of_keeping import all_agree
from snowdrop.memorials.vocabulary import Purpose
from snowdrop.people.doorways import by_way_of_their_name


@require_safe
def invitations(request: HttpRequest, slug: str) -> HttpResponse:
    """Who waits to be let in, who is invited, who came."""
    memorial = kept_memorial(request.viewer, slug)
    page = queries.invitations_room(request.viewer, memorial, now=clock.now())
    return render(request, "memorials/invitations.html", {"page": page})


def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Inviting one person: by mail from here, or by an address that is shown once, in this answer."""
    memorial = people_memorial(request.viewer, slug)
    form = InvitationForm(sent(request), request.viewer, memorial, to=request.GET.get("to", ""))
    try:
        if form.is_valid():
            with told_if_frozen(request, form), told_if_not_invited(request, memorial, form):
                invitation, secret = actions.invite(request.viewer, memorial, now=clock.now(), **form.said())
                return deliver(request, memorial, invitation, secret, words=form.cleaned_data["words"])
    except actions.AlreadyInvited:
        return done(request, _("This invitation is made already. You find it here."), _room(request, memorial), slug)
    return ask(request, "memorials/invite.html", form, queries.inviting_room(request.viewer, memorial))


def invite_again(request: HttpRequest, slug: str, invitation_id: UUID) -> HttpResponse:
    """Gives an invitation a new address, after asking once; the old one ends."""
    memorial = people_memorial(request.viewer, slug)
    one, room = queries.invitation_to_change(request.viewer, memorial, invitation_id), _room(request, memorial)
    if request.method != "POST":
        return ask_once(request, asking_of_people.before_inviting_again(request.viewer, memorial, one))
    try:
        secret = actions.invite_again(request.viewer, memorial, one, now=clock.now())
    except queries.InvitationIsOver:
        return done(request, _ANSWERED, room, slug)
    except actions.KeptOut:
        return done(request, _kept_out(request, memorial), room, slug)
    return deliver(request, memorial, one, secret)


def take_back_invitation(request: HttpRequest, slug: str, invitation_id: UUID) -> HttpResponse:
    """Ends an invitation, after asking once; also one that somebody has accepted whom the family will not let in."""
    memorial = people_memorial(request.viewer, slug)
    one, room = queries.invitation_to_change(request.viewer, memorial, invitation_id), _room(request, memorial)
    before = asking_of_people.before_declining if one.accepted_by else asking_of_people.before_taking_back_invitation
    if request.method != "POST":
        return ask_once(request, before(request.viewer, memorial, one))
    try:
        actions.take_back_invitation(request.viewer, memorial, one, now=clock.now())
    except queries.InvitationIsOver:
        return done(request, _ANSWERED, room, slug)
    return done(request, _("The invitation is over."), room, slug)


@require_POST
def let_in(request: HttpRequest, slug: str, invitation_id: UUID) -> HttpResponse:
    """Lets in somebody who has accepted, and tells them by mail."""
    memorial = kept_memorial(request.viewer, slug)
    one = memorial.invitations.select_related("accepted_by").get(pk=invitation_id)
    try:
        actions.let_in(request.viewer, memorial, one, now=clock.now())
        mail_let_in(one)
    except queries.InvitationIsOver:
        return done(request, _ANSWERED, "invitations", slug)
    except actions.KeptOut:
        return done(request, _KEPT_OUT, "invitations", slug)
    except actions.NotAllAgree:
        return done(request, _("Not all who keep it have agreed to this person."), "keepers", slug)
    except MailNotSent:
        return done(request, _("They are in. We could not tell them by mail; you may want to."), "people", slug)
    return done(request, _("They are in. We have told them by mail."), "people", slug)


@login_not_required
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Says what an invitation asks; accepting is a press, declining is to leave. What is over looks always the same."""
    viewer, now = request.viewer, clock.now()
    try:
        if request.method == "POST" and viewer.is_signed_in:
            with suppress(actions.AlreadyThere, actions.ForAnotherAddress):
                actions.accept_invitation(viewer, secret=secret, now=now)
            return redirect(by_way_of_their_name(request, reverse("invitation", args=[secret])))
        page = queries.asked(viewer, secret, now=now)
        parts = queries.part_in_words(page.scopes)
        if page.can_accept:
            actions.note_opened(viewer, secret=secret, now=now)
    except queries.InvitationIsOver:
        return render(request, "memorials/invitation_over.html", status=404)
    if page.page_address and page.stand == queries.Stand.LET_IN:
        return redirect(page.page_address)
    return render(request, "memorials/invitation.html", {"page": page, "parts": parts})


@require_safe
def cards(request: HttpRequest, slug: str, link_id: UUID) -> HttpResponse:
    """Cards with a private link, to print and cut."""
    memorial = kept_memorial(request.viewer, slug)
    link = memorial.privatelinks.get(pk=link_id)
    return render(request, "memorials/cards.html", {"page": queries.cards_of_link(request.viewer, memorial, link)})


_KEPT_OUT = gettext_lazy("You keep this person out. To invite them, take them off the list of those whom you keep out.")
_NOT_FROM_HERE = gettext_lazy("This invitation cannot be made. Those who keep the memorial can tell you more.")
_ANSWERED = gettext_lazy("This invitation was answered meanwhile.")


def _kept_out(request: HttpRequest, memorial: Memorial) -> Promise:
    """Whom the family keeps out is on a list that its keepers alone see."""
    return _KEPT_OUT if rules.is_keeper(request.viewer, memorial) else _NOT_FROM_HERE


def _room(request: HttpRequest, memorial: Memorial) -> str:
    return queries.room_of_invitations(request.viewer, memorial)


@contextmanager
def told_if_not_invited(request: HttpRequest, memorial: Memorial, form: Form) -> Iterator[None]:
    """Says above the form, or beside the address, why nobody was invited; whoever acts within shows the form again."""
    try:
        yield
    except actions.KeptOut:
        form.add_error(None, str(_kept_out(request, memorial)))
    except actions.WithoutAddress:
        form.add_error("way", _("You keep it together with others: they agree to one person. Please choose by mail."))


def deliver(
    request: HttpRequest, memorial: Memorial, invitation: Invitation, secret: str, *, words: str = ""
) -> HttpResponse:
    """Mails the invitation if it has an address; else, or where no mail can be sent, shows the secret this once.

    Where others have to agree first, nothing is sent yet.
    """
    if invitation.purpose == Purpose.KEEPER and not all_agree(invitation):
        return done(request, _("The others are asked first. It is sent when all agree."), "keepers", memorial.slug)
    if invitation.address and mailed(request, invitation, secret, words):
        return done(request, _("It is on its way."), _room(request, memorial), memorial.slug)
    page = queries.invited(request.viewer, memorial, invitation, secret=secret)
    return render(request, "memorials/invited.html", {"page": page})


def mailed(request: HttpRequest, invitation: Invitation, secret: str, words: str = "") -> bool:
    """Mails an invitation; whether it was sent."""
    if not ratelimit.consume(request, action="invite_by_mail", key=str(request.viewer.person_id)):
        return False
    try:
        mail_invitation(invitation, secret=secret, words=words)
    except MailNotSent:
        return False
    return True
