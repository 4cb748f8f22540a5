"""A million that wait open as quickly as ten: each way follows an index to its first row, and sorts nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from snowdrop.comfort import actions, queries
from snowdrop.comfort.intake import read_fields
from snowdrop.comfort.queries import Wanted
from snowdrop.memorials import actions as memorials
from tests.world.cast import NOON, Cast, a_family, a_person, let_into_circle
from tests.world.guests import fields

pytestmark = pytest.mark.django_db

WAYS = ("anything", "kind", "person", "circle", "box")


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


@pytest.fixture
def ways(cast: Cast) -> dict[str, Wanted]:
    """Each way to ask, with more than one piece that waits so."""
    memorials.describe_memorial(cast.keeper, cast.memorial, first_reading="nobody", now=NOON)
    cast.memorial.refresh_from_db()
    circle = memorials.make_circle(cast.keeper, cast.memorial, name="Family", now=NOON)
    let_into_circle(cast.keeper, circle, ana := a_person("Ana"))
    door, box = actions.door_of(cast.memorial), actions.make_box(cast.keeper, cast.memorial, name="Later", now=NOON)
    arrivals = [replace(read_fields(fields(name="Ana", kind="candle"), door), sender=ana.person_id) for _ in range(6)]
    actions.receive([(door, arrival) for arrival in arrivals], now=NOON)
    actions.fill_box(cast.keeper, box, Wanted(), most=3, now=NOON)
    sender = queries.sender_named(cast.memorial, "Ana")
    return {
        "anything": Wanted(),
        "kind": Wanted(kind="candle"),
        "person": Wanted(sender=sender),
        "circle": Wanted(circles=(circle.pk,)),
        "box": Wanted(box=box.pk),
    }


def plan_of(statement: str) -> str:
    """How this database goes about a question; on PostgreSQL as if the table were too large to be read whole."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
            cursor.execute(f"EXPLAIN {statement}")
            return "\n".join(line for (line,) in cursor.fetchall())
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}")
        return "\n".join(row[-1] for row in cursor.fetchall())


def plans(act: Callable[[], object]) -> list[str]:
    """The plans of all questions that an act asks of comfort and of the circles that it comes from."""
    with CaptureQueriesContext(connection) as asked:
        act()
    read = [one["sql"] for one in asked.captured_queries if re.match(r"\s*SELECT", one["sql"])]
    of_comfort = re.compile(r'FROM "comfort_(?:comfort|fromcircle|step)"')
    return [plan_of(one.split(" FOR UPDATE")[0]) for one in read if of_comfort.search(one)]


@pytest.mark.parametrize("way", WAYS)
def test_each_way_to_open_follows_its_index(cast: Cast, ways: dict[str, Wanted], way: str) -> None:
    wanted = ways[way]

    found = plans(lambda: actions.open_next(cast.keeper, cast.memorial, wanted, now=NOON))
    found += plans(lambda: actions.open_page(cast.keeper, cast.memorial, wanted, most=50, now=NOON))
    if way == "anything":
        found += plans(lambda: queries.something_waits(cast.keeper, cast.memorial))

    assert len(found) >= 3
    reads_all = re.compile(r"SCAN comfort_|Seq Scan on comfort_|TEMP B-TREE FOR ORDER|Sort Key")
    by_number = re.compile(r"INTEGER PRIMARY KEY|comfort_comfort_pkey|rowid", re.IGNORECASE)
    assert not [plan for plan in found if reads_all.search(plan) and not by_number.search(plan)], found


@pytest.mark.parametrize("way", WAYS)
def test_each_way_asks_as_many_questions_for_many_as_for_one(cast: Cast, ways: dict[str, Wanted], way: str) -> None:
    numbers = []
    for most in (1, 3):
        with CaptureQueriesContext(connection) as asked:
            opened = actions.open_page(cast.keeper, cast.memorial, ways[way], most=most, now=NOON)
        for comfort in opened:
            comfort.refresh_from_db()
            actions.put_back(cast.keeper, comfort, now=NOON)
            if way == "box":
                comfort.refresh_from_db()
                actions.put_into_box(cast.keeper, comfort, cast.memorial.boxes.get(), now=NOON)
        assert len(opened) == most
        numbers.append(len(asked))

    assert numbers[0] == numbers[1]
