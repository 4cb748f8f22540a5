"""Files that come in parts: keepers alone send them, nobody else finds them, and none gets wider than it may."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from snowdrop.ground import clock
from snowdrop.media.arrival import Arrival
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Keeper
from snowdrop.tributes.models import Photo
from tests.tributes.conftest import IN_PARTS, bytes_kept, files_in, read_journal
from tests.world.browsers import as_seen, browser_of
from tests.world.cast import NOON, Cast
from tests.world.sending import Sending

pytestmark = pytest.mark.django_db


def test_nobody_else_finds_a_file_that_is_on_its_way(cast: Cast, sending: Sending) -> None:
    other = Keeper.objects.create(memorial=cast.memorial, person_id=cast.helper.person_id, since=clock.now())
    sending.announce()
    sending.part(0, 100_000)
    assert sending.offset() == 100_000

    for viewer in (cast.helper, cast.stranger):
        theirs = Sending(browser_of(viewer), sending.slug, IN_PARTS, where=sending.where)
        nothing = Sending(
            browser_of(viewer), sending.slug, IN_PARTS, where=reverse("arrival", args=["nowhere", other.id])
        )
        for ask in (Sending.head, Sending.outcome, Sending.let_go, lambda one: one.part(100_000)):
            real, unknown = ask(theirs), ask(nothing)
            assert as_seen(real, theirs.where, theirs.slug) == as_seen(unknown, nothing.where, "nowhere")
            assert real.status_code == 404
    assert sending.offset() == 100_000
    assert Client().head(sending.where).status_code == 302


def test_only_those_who_keep_the_memorial_may_send(cast: Cast) -> None:
    asked = {
        name: Sending(browser_of(viewer), cast.memorial.slug, IN_PARTS).announce().status_code
        for name, viewer in cast.everybody().items()
    }

    assert asked == {"keeper": 201, "helper": 404, "stranger": 404, "friend": 302, "nobody": 302}


def test_whoever_is_no_keeper_any_more_sends_nothing_further_and_nothing_is_made_of_it(
    cast: Cast, sending: Sending, kept: Path
) -> None:
    sending.announce()
    sending.part(0, 100_000)
    role = Keeper.objects.get(memorial=cast.memorial, person_id=cast.keeper.person_id)
    role.delete()

    stopped = (sending.head().status_code, sending.part(100_000).status_code)
    Keeper.objects.create(memorial=cast.memorial, person_id=cast.keeper.person_id, since=clock.now())
    sending.part(100_000)
    Keeper.objects.filter(memorial=cast.memorial).delete()
    read_journal()

    assert stopped == (404, 404)
    assert (Photo.objects.count(), Arrival.objects.count(), files_in(kept)) == (0, 0, 0)


def test_a_form_of_another_site_can_send_nothing(cast: Cast, sending: Sending) -> None:
    sending.announce()
    sending.browser.handler.enforce_csrf_checks = True

    asked = (sending.part(0), sending.let_go(), Sending(sending.browser, sending.slug, IN_PARTS).announce())

    assert [answer.status_code for answer in asked] == [403, 403, 403]
    assert Arrival.objects.get().offset == 0


def test_a_wider_choice_is_refused_with_a_sentence_while_nothing_may_become_wider(cast: Cast, sending: Sending) -> None:
    memorials.freeze(cast.keeper, cast.memorial, now=NOON)
    sending.answers = {"audience": "everybody"}

    answer = sending.announce()

    assert (answer.status_code, Arrival.objects.count()) == (422, 0)
    assert "nothing here becomes wider" in answer.json()["problem"]


def test_what_was_on_its_way_when_it_was_frozen_is_kept_for_whoever_sent_it_alone(cast: Cast, sending: Sending) -> None:
    sending.answers = {"audience": "everybody"}
    sending.announce()
    sending.part(0)

    memorials.freeze(cast.keeper, cast.memorial, now=NOON)
    read_journal()

    assert (Photo.objects.get().audience, bytes_kept()) == ("me", IN_PARTS)
