"""Those who keep a memorial together: who they are, agreeing, leaving, freezing, who follows them, deleting it."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.memorials import actions, asking_of_keepers, queries
from snowdrop.memorials.answering import ask, ask_once, done, sent
from snowdrop.memorials.doors import kept_memorial
from snowdrop.memorials.forms_of_keepers import AnswerForm, DeletionForm, HandOverForm, SuccessorForm
from snowdrop.memorials.frozen import told_if_frozen
from snowdrop.memorials.models import Invitation, Memorial
from snowdrop.memorials.rules_of_keeping import all_agree, has_asked_for_deletion, is_only_keeper
from snowdrop.memorials.views_of_invitations import deliver, told_if_not_invited
from snowdrop.people.doorways import by_way_of_signing_in
from snowdrop.people.sessions import signed_in_lately


@require_safe
def keepers(request: HttpRequest, slug: str) -> HttpResponse:
    """Who keeps it, and everything that concerns all of them."""
    memorial = kept_memorial(request.viewer, slug)
    return render(request, "memorials/keepers.html", {"page": queries.keepers_room(request.viewer, memorial)})


@require_POST
def answer_invitation(request: HttpRequest, slug: str, invitation_id: UUID) -> HttpResponse:
    """Agrees that somebody keeps it too, objects, or takes that back; with the last yes the invitation is sent."""
    memorial = kept_memorial(request.viewer, slug)
    invitation, form = memorial.invitations.get(pk=invitation_id), AnswerForm(request.POST)
    agrees = form.agrees() if form.is_valid() else None
    actions.answer_invitation(request.viewer, memorial, invitation, agrees=agrees, now=clock.now())
    if agrees and all_agree(invitation):
        return _send(request, memorial, invitation)
    return done(request, _ANSWERED[agrees], "keepers", slug)


def _send(request: HttpRequest, memorial: Memorial, invitation: Invitation) -> HttpResponse:
    """All have agreed: the invitation gets an address that opens it, and goes to whom it is for."""
    secret = actions.invite_again(request.viewer, memorial, invitation, now=clock.now())
    return deliver(request, memorial, invitation, secret)


_ANSWERED = {
    True: gettext_lazy("You have agreed. When all have, the invitation is sent."),
    False: gettext_lazy("You have said no. Nobody is let in by it."),
    None: gettext_lazy("Your answer is taken back."),
}


def resign(request: HttpRequest, slug: str) -> HttpResponse:
    """Leaves those who keep it, after asking once; the last one is shown the other ways."""
    memorial = kept_memorial(request.viewer, slug)
    if is_only_keeper(request.viewer, memorial):
        page = queries.keepers_room(request.viewer, memorial)
        return render(request, "memorials/last_keeper.html", {"page": page})
    if request.method != "POST":
        asked = has_asked_for_deletion(request.viewer, memorial)
        return ask_once(request, asking_of_keepers.before_resigning(memorial, has_asked_for_deletion=asked))
    actions.resign(request.viewer, memorial, now=clock.now())
    return done(request, _("You have left. It goes on as it is."), "my_memorials")


def hand_over(request: HttpRequest, slug: str) -> HttpResponse:
    """Invites somebody to keep it, and leaves by itself when they do."""
    memorial = kept_memorial(request.viewer, slug)
    form = HandOverForm(sent(request), request.viewer, memorial)
    if form.is_valid():
        told = told_if_not_invited(request, memorial, form)
        with told_if_frozen(request, form), told, suppress(actions.AlreadyInvited):
            invitation, secret = actions.invite(request.viewer, memorial, now=clock.now(), **form.said())
            actions.hand_over(request.viewer, memorial, invitation, now=clock.now())
            return deliver(request, memorial, invitation, secret, words=form.cleaned_data["words"])
        if not form.errors:
            return redirect("keepers", slug)
    return ask(request, "memorials/hand_over.html", form, queries.keepers_room(request.viewer, memorial))


@require_POST
def stay(request: HttpRequest, slug: str) -> HttpResponse:
    """Stays, also when the invited person accepts."""
    actions.stay(request.viewer, kept_memorial(request.viewer, slug), now=clock.now())
    return done(request, _("You stay. If they accept, you keep it together."), "keepers", slug)


@require_POST
def freeze(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks that nothing becomes wider; the next page offers the way back."""
    actions.freeze(request.viewer, kept_memorial(request.viewer, slug), now=clock.now())
    say_done(request, _("Nothing becomes wider now, until you lift it."), undo=reverse("lift_freeze", args=[slug]))
    return redirect("keepers", slug)


@require_POST
def lift_freeze(request: HttpRequest, slug: str) -> HttpResponse:
    """Takes that back."""
    actions.lift_freeze(request.viewer, kept_memorial(request.viewer, slug), now=clock.now())
    return done(request, _("You have lifted it."), "keepers", slug)


def successor(request: HttpRequest, slug: str) -> HttpResponse:
    """Who keeps it when the viewer cannot."""
    memorial = kept_memorial(request.viewer, slug)
    form = SuccessorForm(sent(request), queries.successor_of(request.viewer, memorial))
    if not form.is_valid():
        return ask(request, "memorials/successor.html", form, queries.successor_room(request.viewer, memorial))
    actions.name_successor(request.viewer, memorial, now=clock.now(), **form.cleaned_data)
    return done(request, _("It is kept. Nobody is told; the address below is for them."), "successor", slug)


def name_nobody(request: HttpRequest, slug: str) -> HttpResponse:
    """Takes back whom the viewer has named, after asking once."""
    memorial = kept_memorial(request.viewer, slug)
    one = memorial.successors.get(keeper__person_id=request.viewer.person_id)
    if request.method != "POST":
        return ask_once(request, asking_of_keepers.before_naming_nobody(memorial, one))
    actions.name_nobody(request.viewer, memorial, now=clock.now())
    return done(request, _("It is taken back."), "keepers", slug)


@require_POST
def stop_succession(request: HttpRequest, slug: str, succession_id: UUID) -> HttpResponse:
    """Stops a successor who has asked, with one press; or takes that back."""
    memorial = kept_memorial(request.viewer, slug)
    one = memorial.successions.get(pk=succession_id)
    if "go_on" in request.POST:
        actions.let_succession_go_on(request.viewer, memorial, one, now=clock.now())
        return done(request, _("It goes on; the thirty days begin anew."), "keepers", slug)
    actions.stop_succession(request.viewer, memorial, one, now=clock.now())
    return done(request, _("It is stopped. They are told nothing."), "keepers", slug)


@login_not_required
def succeed(request: HttpRequest, secret: str) -> HttpResponse:
    """Asks to keep what somebody was named for. Whatever the address is, it says the same and names nobody."""
    if request.method == "POST" and request.viewer.is_signed_in:
        actions.ask_to_succeed(request.viewer, secret=secret, now=clock.now())
        return render(request, "memorials/succession_asked.html")
    return render(request, "memorials/succeed.html", {"sign_in_address": by_way_of_signing_in(request.path)})


def succeed_by_address(request: HttpRequest) -> HttpResponse:
    """The same for somebody who has no link, by the address with which they have signed in."""
    if request.method == "POST":
        actions.ask_to_succeed(request.viewer, now=clock.now())
        return render(request, "memorials/succession_asked.html")
    return render(request, "memorials/succeed.html", {"sign_in_address": ""})


def deletion(request: HttpRequest, slug: str) -> HttpResponse:
    """Deleting the memorial: what it means, the ways round it, and, where it was asked for, the ways back."""
    memorial, now = kept_memorial(request.viewer, slug), clock.now()
    form = DeletionForm(sent(request), is_alone=is_only_keeper(request.viewer, memorial))
    if not form.is_valid():
        return ask(request, "memorials/deletion.html", form, queries.deletion_room(request.viewer, memorial))
    if form.is_now and not signed_in_lately(request, now=now):
        return redirect(by_way_of_signing_in(request.path, again=True))
    actions.ask_for_deletion(request.viewer, memorial, at_once=form.is_now, now=now)
    if form.is_now:
        return done(request, _("It is being deleted."), "my_memorials")
    return done(request, _("It is hidden. You can take it back until that day."), "deletion", slug)


@require_POST
def take_back_deletion(request: HttpRequest, slug: str) -> HttpResponse:
    """Takes it back: everything is as it was."""
    actions.take_back_deletion(request.viewer, kept_memorial(request.viewer, slug), now=clock.now())
    return done(request, _("It stays. Everything is as it was."), "memorial", slug)


@require_POST
def answer_deletion(request: HttpRequest, slug: str) -> HttpResponse:
    """Agrees to another's wish to delete it, objects, or takes that back."""
    memorial, form = kept_memorial(request.viewer, slug), AnswerForm(request.POST)
    agrees = form.agrees() if form.is_valid() else None
    actions.answer_deletion(request.viewer, memorial, agrees=agrees, now=clock.now())
    return done(request, _("Your answer is kept."), "deletion", slug)
