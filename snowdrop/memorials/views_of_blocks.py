"""The list of those who should never find the memorial; only its keepers see it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snowdrop.ground import clock
from snowdrop.ground.done import say_done
from snowdrop.memorials import actions, asking_of_blocks, queries, rules
from snowdrop.memorials.answering import ask, ask_once, done, sent
from snowdrop.memorials.doors import kept_memorial
from snowdrop.memorials.forms_of_blocks import BlocksForm
from snowdrop.memorials.models import Block, Memorial


def blocks(request: HttpRequest, slug: str) -> HttpResponse:
    """The list, and putting somebody on it; also before anybody is invited."""
    memorial = kept_memorial(request.viewer, slug)
    is_quiet = rules.is_quiet_for(memorial, request.viewer.person_id, clock.now())
    form = BlocksForm(sent(request), memorial, then=request.GET.get("then", ""), is_quiet=is_quiet)
    try:
        if form.is_valid():
            kept_out = actions.keep_out(request.viewer, memorial, now=clock.now(), **form.said())
            return _on_the_list(request, memorial, kept_out, then=form.cleaned_data["then"])
    except actions.KeeperStays:
        form.add_error(None, _KEEPER_STAYS)
    return ask(request, "memorials/blocks.html", form, queries.blocks_room(request.viewer, memorial))


def keep_person_out(request: HttpRequest, slug: str, person_id: UUID) -> HttpResponse:
    """Keeps out somebody who was let in, after asking once."""
    memorial = kept_memorial(request.viewer, slug)
    person = queries.person_let_in(memorial, person_id)
    if request.method != "POST":
        return ask_once(request, asking_of_blocks.before_keeping_out(memorial, person))
    try:
        kept_out = actions.keep_out(request.viewer, memorial, people=[person], now=clock.now())
    except actions.KeeperStays:
        return done(request, _KEEPER_STAYS, "blocks", slug)
    return _on_the_list(request, memorial, kept_out)


def take_back_block(request: HttpRequest, slug: str, block_id: UUID) -> HttpResponse:
    """Takes somebody off the list, after asking once."""
    memorial = kept_memorial(request.viewer, slug)
    block = memorial.blocks.get(pk=block_id)
    if request.method != "POST":
        return ask_once(request, asking_of_blocks.before_taking_back_block(memorial, block))
    actions.take_back_block(request.viewer, memorial, block, now=clock.now())
    return done(request, _("They are off the list."), "blocks", slug)


_KEEPER_STAYS = gettext_lazy(
    "This is somebody who keeps this memorial with you. Those who keep it together cannot keep each other out. If you "
    "mean somebody else of the same name, write their address for mail."
)


def _on_the_list(
    request: HttpRequest, memorial: Memorial, kept_out: Sequence[Block], *, then: str = ""
) -> HttpResponse:
    """Says it, with the way back where one was meant; of several, each can be taken off the list by itself."""
    undo = reverse("take_back_block", args=[memorial.slug, kept_out[0].pk]) if len(kept_out) == 1 else ""
    say_done(request, _("They are kept out from now on."), undo=undo)
    return redirect(then or "blocks", memorial.slug)
