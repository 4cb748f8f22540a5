"""Somebody who looks after dates is stopped while they write one down: it is there before, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial

import pytest
from django.db import connection

from snowdrop.ground.journal import Entry
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions
from snowdrop.memorials.models import Day
from snowdrop.memorials.vocabulary import Scope
from snowdrop.memorials.vocabulary_of_days import When
from tests.world.cast import NOON, a_family, a_person, let_help

pytestmark = pytest.mark.django_db(transaction=True)


def _quietly(act: Callable[[], object]) -> None:
    try:
        with suppress(NotAllowed):
            act()
    finally:
        connection.close()


@pytest.mark.parametrize("turn", range(3))
def test_once_somebody_was_stopped_they_write_no_day_down(turn: int) -> None:
    cast, person = a_family(), a_person("Noa")
    helper = let_help(cast.keeper, cast.memorial, person, scopes=[Scope.DATES])
    write = partial(actions.put_in_day, person, cast.memorial, name="The lake", when=When(3, 14), now=NOON)
    acts: list[Callable[[], object]] = [write] * 3
    acts.insert(turn, partial(actions.end_helping, cast.keeper, cast.memorial, helper, now=NOON))

    with ThreadPoolExecutor(len(acts)) as workers:
        list(workers.map(_quietly, acts))

    line = list(Entry.objects.order_by("pk").values_list("verb", flat=True))
    assert "day.put_in" not in line[line.index("helper.ended") :]
    assert Day.objects.count() == line.count("day.put_in")
