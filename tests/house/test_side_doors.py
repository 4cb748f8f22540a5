"""Law: no side doors (trust.md T02). A mark lies in every private field; who comes upon it, anywhere, is said here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from snowdrop.comfort.vocabulary import Place
from tests.house.addresses import all_addresses
from tests.house.household import CAST, STATES, WIDTHS, Household, a_household, mark
from tests.house.knocking import Answer, address, knock
from tests.house.laws import obeyed
from tests.house.matrix import (
    NOT_THIS_WAY,
    TABLE,
    Who,
    family,
    first_readers,
    helper,
    link_holders,
    nobody_at_all,
    visitors,
)
from tests.world.photographs import REMARK

BY_SECRET = {"secret", "once"}
"""Parts of an address that are a right in themselves; those who hold them are asked for apart."""

LETTER = ("dedication", "title", "words", "signed")
PHOTO = ("words", "alt", "caption")
SENT = ("words", "name", "relation")

SEEN_BY: dict[str, Who] = {
    **{mark(one): visitors for one in ("title", "words", "wishes", "names", "story", "date", "sibling")},
    **{mark(one): family for one in ("link", "invitation", "file")},
    **{
        mark(what, part, width): who
        for what, parts in (("letter", LETTER), ("photo", PHOTO))
        for width, who in zip(WIDTHS, (family, link_holders, visitors), strict=True)
        for part in parts
    },
    **{
        mark(part, place): who
        for part in SENT
        for place, who in {
            Place.HELD: first_readers,
            Place.LATER: first_readers,
            Place.SEALED: first_readers,
            Place.WORRYING: helper,
            Place.WAITING: nobody_at_all,
            Place.OPENED: family,
            Place.KEPT: visitors,
            Place.APART: family,
        }.items()
    },
    **{mark("reach", place): nobody_at_all for place in Place if place is not Place.WITHDRAWN},
    REMARK: family,
}
"""Who comes upon each mark by asking all addresses. What waits is seen by nobody before the family opens it; what a
camera wrote into a photograph, only by the family, in the original that they gave."""

ONLY_WITHIN_THE_FAMILY = [mark("letter", part, "gone") for part in LETTER] + [
    mark("photo", part, "gone") for part in PHOTO
]
"""What was taken away: the family may find some of it where it can be put back; nobody else finds any."""


def asked_everywhere(household: Household, cast: str) -> Iterator[tuple[str, Answer]]:
    """The answers of every GET address, with every value that its parts can have."""
    for name, one in all_addresses().items():
        if name not in TABLE or TABLE[name].get == NOT_THIS_WAY or BY_SECRET & set(one.parts):
            continue
        for values in product(*(household.parts[part] for part in one.parts)):
            path = address(name, dict(zip(one.parts, values, strict=True)))
            for wish in ("", "?say=yes", "?apart=yes", "?ask=yes") if name in WISHES else ("",):
                yield name, knock(household.browsers[cast], "GET", path + wish)


WISHES = {"waiting_room", "opened", "quiet_page"}


def marks_in(answer: Answer, marks: list[str]) -> set[str]:
    """The marks that an answer shows, in its body, its headers or its cookies."""
    text = answer.body.decode("utf-8", "replace") + str(answer.headers) + str(answer.cookies)
    return {one for one in marks if one in text}


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("state", STATES)
def test_a_private_word_is_come_upon_by_exactly_those_whom_it_is_for(state: str, tally: dict[str, int]) -> None:
    household = a_household(state)
    seen: dict[str, dict[str, str]] = defaultdict(dict)
    for cast in CAST:
        for name, answer in asked_everywhere(household, cast):
            tally["answers searched for private words"] += 1
            assert answer.status < 500, f"{name} breaks for {cast}, {state} ({answer.status})"
            for one in marks_in(answer, [*SEEN_BY, *ONLY_WITHIN_THE_FAMILY]):
                seen[one].setdefault(cast, name)

    broken = []
    for one, who in SEEN_BY.items():
        meant = {cast for cast in CAST if who(cast, state)}
        for cast in sorted(seen[one].keys() - meant):
            broken.append(f"{one} is seen by {cast} at {seen[one][cast]}, {state}: it is not for them.")
        if missed := sorted(meant - seen[one].keys()):
            broken.append(f"{one} is met nowhere by {', '.join(missed)}, {state}: a leak would not be noticed either.")
    for one in ONLY_WITHIN_THE_FAMILY:
        for cast in sorted(seen[one].keys() - {"keeper"}):
            broken.append(f"{one} was taken away, and {cast} still sees it at {seen[one][cast]}, {state}.")

    obeyed("a private word is come upon by exactly those whom it is for.", broken)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("state", STATES)
def test_a_secret_address_shows_only_what_its_holder_gave_or_was_given(state: str) -> None:
    household = a_household(state)
    broken = []
    for name, one in all_addresses().items():
        if name not in TABLE or TABLE[name].get == NOT_THIS_WAY or not BY_SECRET & set(one.parts):
            continue
        for part in BY_SECRET & set(one.parts):
            for value in household.parts.get(f"{part} of {name}", household.parts.get(part, [])):
                own = _given_by_holder(household, value, state)
                answer = knock(household.browsers["nobody"], "GET", address(name, {part: value}))
                broken += [
                    f"{name} shows {found} to whoever holds its secret, {state}."
                    for found in marks_in(answer, [*SEEN_BY, *ONLY_WITHIN_THE_FAMILY])
                    if found not in own
                ]

    obeyed("a secret address shows what its holder gave, and what is open to them anyway.", broken)


def _given_by_holder(household: Household, value: str, state: str) -> set[str]:
    """A sender's own words; the memorial's title, by which somebody who is invited knows what they are invited to."""
    sent = {mark(part, place) for place, once in household.onces.items() if once == value for part in (*SENT, "reach")}
    open_anyway = {one for one, who in SEEN_BY.items() if who("nobody", state)}
    return sent | open_anyway | ({mark("title"), mark("names")} if value not in household.onces.values() else set())


@pytest.mark.django_db
def test_no_private_word_lies_readable_in_the_database_or_on_the_disk() -> None:
    household = a_household("everybody")
    marks = [one.encode() for one in [*SEEN_BY, *household.marks, *ONLY_WITHIN_THE_FAMILY]]

    broken = [
        f"the table {table} holds {one.decode()} readable: make it a SealedField."
        for table, stored in _tables()
        for one in marks
        if one in stored
    ]
    broken += [
        f"a file of {path.parent.name} holds {one.decode()} readable."
        for path in Path(settings.SNOWDROP.media).rglob("*")
        if path.is_file()
        for one in marks
        if one in path.read_bytes()
    ]

    obeyed("private words and bytes are kept under the memorial's own key (house law 7).", broken)


def _tables() -> Iterator[tuple[str, bytes]]:
    """Everything that the database holds of our own rooms, as it is stored."""
    for model in apps.get_models():
        if not model.__module__.startswith("snowdrop."):
            continue
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            rows = cursor.fetchall()
        cells = [cell for row in rows for cell in row if cell is not None]
        yield model._meta.db_table, b"\n".join(_bytes_of(cell) for cell in cells)


def _bytes_of(cell: object) -> bytes:
    return bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
