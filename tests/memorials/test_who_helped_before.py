"""Whoever helped before scopes were granted apart reads first as before, and is granted nothing else."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from snowdrop.memorials import actions
from snowdrop.memorials.models import Grant, Helper, Offer
from snowdrop.memorials.vocabulary import Purpose, Scope
from tests.world.cast import NOON, a_family, another_family

pytestmark = pytest.mark.django_db


def test_they_read_first_and_whoever_was_invited_is_asked_to() -> None:
    cast, other = a_family(), another_family()
    actions.invite(other.keeper, other.memorial, purpose=Purpose.HELPER, scopes=[Scope.PEOPLE], now=NOON)
    Grant.objects.all().delete()
    Offer.objects.all().delete()
    migration = import_module("snowdrop.memorials.migrations.0012_who_helped_reads_first")

    for _ in range(2):
        migration.grant_what_they_did(apps, None)

    helper, grant = Helper.objects.get(), Grant.objects.get()
    assert (grant.helper, grant.scope, grant.by, grant.at) == (
        helper,
        "read-first",
        cast.keeper.person_id,
        helper.since,
    )
    assert [one.scope for one in Offer.objects.filter(memorial=other.memorial)] == ["read-first"]
