"""`snowdrop bench-memorial`: a public memorial to measure with (bench/README.md)."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from django.core.management.base import BaseCommand
from django.db import transaction
from django.urls import reverse

from snowdrop.comfort import actions as comfort
from snowdrop.comfort.actions.moving import as_stored
from snowdrop.comfort.intake import Arrival, Door, new_once, read_fields
from snowdrop.console.collecting import collect_if_changed
from snowdrop.front.publishing import publish
from snowdrop.ground import clock, journal
from snowdrop.ground.drawing import Flower
from snowdrop.ground.ids import new_id
from snowdrop.ground.rows import insert_rows, rows_with
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Keeper, Memorial, Publication
from snowdrop.memorials.vocabulary import Audience, FirstReading, Kind, OnThePage
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer

_WORDS: Final = "We are thinking of you, and of your baby, by name and every evening. " * 4
_FLOWERS: Final = 30
_AT_ONCE: Final = 500


class Command(BaseCommand):
    help = "Makes a public memorial with messages and flowers, and prints its addresses as one line of JSON."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--messages", type=int, default=50, help="messages on its page (50)")
        parser.add_argument("--others", type=int, default=0, help="other memorials, with nothing in them (0)")

    def handle(self, *, messages: int, others: int, **_: Any) -> None:
        collect_if_changed()
        memorial = _memorial(messages, clock.now())
        _others(memorial, others)
        for reader in journal.readers():  # as if the rules had looked at all of it long ago
            journal.pass_over(reader.name)
        publish(memorial.id)
        addresses = {
            "address": reverse("memorial", args=[memorial.slug]),
            "send": reverse("send_comfort", args=[memorial.slug]),
        }
        self.stdout.write(json.dumps(addresses))


def _memorial(messages: int, now: datetime) -> Memorial:
    """What is on its page came straight; from now on somebody reads first, as a family would have it."""
    keeper = Viewer(person_id=Person.objects.create_user("keeper@example.org", name="Keeper").id)
    memorial = memorials.open_memorial(keeper, title="For Wren", now=now)
    memorials.remember(keeper, memorial, names="Wren", now=now)
    memorials.describe_memorial(
        keeper, memorial, on_the_page=OnThePage.LET_THROUGH, first_reading=FirstReading.NOBODY, now=now
    )
    door = comfort.door_of(memorial)
    for batch in _batches(door, messages):
        comfort.receive(batch, now=clock.now())
    memorials.describe_memorial(keeper, memorial, first_reading=FirstReading.SOMEBODY, now=now)
    memorials.publish_memorial(keeper, memorial, to=Audience.EVERYBODY, now=now)
    return memorial


def _others(memorial: Memorial, number: int) -> None:
    """Other memorials, for circles: as public ones the first minutes would be spent on pages that were never made.

    They have no keys of their own: nobody opens them.
    """
    keeper, now = memorial.keepers.get().person_id, clock.now()
    columns = tuple(str(field.column) for field in Memorial._meta.concrete_fields)
    (row,) = rows_with(Memorial, columns, "slug", [memorial.slug])
    for first in range(0, number, _AT_ONCE):
        ids = [new_id() for _ in range(first, min(first + _AT_ONCE, number))]
        alike = [{**dict(zip(columns, row, strict=True)), "id": as_stored(one), "slug": one.hex} for one in ids]
        with transaction.atomic():
            insert_rows(Memorial, columns, [tuple(one[column] for column in columns) for one in alike])
            Keeper.objects.bulk_create(Keeper(memorial_id=one, person_id=keeper, since=now) for one in ids)
            Publication.objects.bulk_create(
                Publication(memorial_id=one, audience=Audience.CIRCLES, by=keeper, at=now) for one in ids
            )


def _batches(door: Door, messages: int) -> Iterator[list[tuple[Door, Arrival]]]:
    flowers = list(Flower)
    for number in range(_FLOWERS):
        yield [(door, _arrival(door, kind=Kind.FLOWER.value, flower=flowers[number % len(flowers)].value))]
    for first in range(0, messages, _AT_ONCE):
        numbers = range(first, min(first + _AT_ONCE, messages))
        yield [(door, _arrival(door, kind=Kind.WORDS.value, words=f"{_WORDS}{number}")) for number in numbers]


def _arrival(door: Door, **given: str) -> Arrival:
    return read_fields({"once": new_once(), "name": "Guest", "language": "en", **given}.items(), door)
