"""Somebody new who accepts an invitation is asked once what they may be called; they may leave it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from snowdrop.ground import clock
from snowdrop.memorials import actions
from snowdrop.memorials.vocabulary import Purpose
from tests.people.visits import sign_in
from tests.world.cast import Cast, a_family, a_person, another_family

pytestmark = pytest.mark.django_db


def _invitation(cast: Cast) -> str:
    _, secret = actions.invite(cast.keeper, cast.memorial, purpose=Purpose.HELPER, now=clock.now())
    return reverse("invitation", args=[secret])


def test_somebody_new_is_asked_after_accepting_and_not_again(client: Client) -> None:
    cast = a_family()
    first, second = _invitation(cast), _invitation(another_family())
    sign_in(client, "hanneke@example.org", next=first)

    accepted = client.post(first)
    skipped = client.get(accepted.url)
    again = client.post(second)

    assert accepted.url == f"{reverse('say_name')}?next={first.replace('/', '%2F')}"
    assert f'href="{first}">Not now</a>' in skipped.content.decode()
    assert again.url == second


def test_somebody_who_has_said_their_name_is_not_asked(client: Client) -> None:
    invitation = _invitation(a_family())
    a_person("Hanneke")
    sign_in(client, "hanneke@example.org", next=invitation)

    assert client.post(invitation).url == invitation
