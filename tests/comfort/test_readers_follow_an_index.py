"""Beside a million messages a message is acted on as quickly as beside ten: no table is read whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from snowdrop.comfort.models import Comfort
from snowdrop.ground import journal
from tests.world.cast import a_family
from tests.world.guests import send

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by how much there is."),
]

GROWING = ("comfort_comfort", "comfort_step", "ground_entry", "memorials_memorial", "memorials_publication")
NEWEST = 'SELECT "ground_entry"."id" AS "id" FROM "ground_entry" ORDER BY 1 DESC LIMIT 1'
"""Reads its one row from the end."""


def read_whole(act: Callable[[], object]) -> list[str]:
    """The statements of an act that read all of a table that grows."""
    found: list[str] = []

    def look(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("SELECT", "UPDATE", "DELETE")) and sql != NEWEST:
            plan = connection.connection.execute(
                f"EXPLAIN QUERY PLAN {sql.replace('%s', '?')}", params or ()
            ).fetchall()
            tables = {words[1] for (*_, step) in plan if (words := step.split())[0] == "SCAN"}
            found.extend([sql] if tables & {*GROWING} else [])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        act()
    return found


def all_rounds() -> None:
    while journal.catch_up_all():
        pass


def test_readers_of_the_journal_read_no_table_whole() -> None:
    family = a_family(published_to="everybody")
    all_rounds()
    for number in range(3):
        send(family.memorial, words=f"We think of you, {number}.", language="en")

    assert read_whole(all_rounds) == []
    assert not Comfort.objects.filter(lane=None).exists(), "what was read was acted on"


def test_the_test_sees_a_table_that_is_read_whole() -> None:
    family = a_family(published_to="everybody")
    comfort = send(family.memorial)

    assert len(read_whole(lambda: list(type(comfort).objects.filter(flower="x")))) == 1
