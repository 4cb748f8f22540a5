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

from snowdrop.comfort.models import Claim
from snowdrop.comfort.vocabulary import LET_THROUGH, Place
from snowdrop.support_groups.models import Claim as ClaimInGroup
from tests.figures import Figures
from tests.house.addresses import all_addresses
from tests.house.belongings import CAST, CLIP_WIDTHS, STATES, WIDTHS, WITH_VERSIONS, Household, mark
from tests.house.household import a_household
from tests.house.knocking import Answer, address, knock
from tests.house.laws import obeyed
from tests.house.matrix import TABLE
from tests.house.rows import NOT_THIS_WAY
from tests.house.test_matrix import matters
from tests.house.things_shared import SPOKEN_PARTS
from tests.house.who import (
    KEEPERS,
    Who,
    facilitators,
    family,
    first_readers,
    helper,
    helpers,
    in_the_group,
    nobody_at_all,
    one_keeper,
    shown_to,
    speaker,
    visitors,
    who_look_after_dates,
    who_look_after_people,
)
from tests.world.photographs import REMARK

BY_SECRET = {"secret", "once", "token"}
"""Parts of an address that are a right in themselves; those who hold them are asked for apart."""

LETTER = ("dedication", "title", "words", "signed")
PHOTO = ("words", "alt", "caption")
CLIP = ("words", "alt", "caption", "captions")
SENT = ("words", "name", "relation")


def visitors_and_helpers(cast: str, state: str) -> bool:
    """Those to whom the page is open, and helpers, who must know whom they help."""
    return visitors(cast, state) or helpers(cast, state)


def visitors_and_speaker(cast: str, state: str) -> bool:
    """Those to whom the page is open, and who has said it for the family."""
    return visitors(cast, state) or speaker(cast, state)


def family_and_speaker(cast: str, state: str) -> bool:
    """Those who keep the memorial, and who asks for their yes."""
    return family(cast, state) or speaker(cast, state)


SEEN_BY: dict[str, Who] = {
    mark("title"): visitors_and_helpers,
    **{mark(one): visitors for one in ("words", "wishes", "names", "story", "date", "sibling")},
    mark("successor"): one_keeper,
    **{mark(one): family for one in ("link", "invitation", "file", "box", "circle", "waiting", "invited", "address")},
    **{
        mark(what, part, width): shown_to(width)
        for what, parts, widths in (("letter", LETTER, WIDTHS), ("photo", PHOTO, WIDTHS), ("clip", CLIP, CLIP_WIDTHS))
        for width in widths
        for part in parts
    },
    **{
        mark(part, place): who
        for part in SENT
        for place, who in {
            Place.HELD: first_readers,
            Place.LATER: first_readers,
            Place.SEALED: first_readers,
            Place.ASKED: first_readers,
            Place.WORRYING: helper,
            Place.WAITING: nobody_at_all,
            Place.BOXED: nobody_at_all,
            Place.OPENED: family,
            Place.KEPT: visitors,
            Place.APART: family,
            Place.KEPT_OUT: nobody_at_all,
        }.items()
    },
    **{mark("spoken", part, "said"): visitors_and_speaker for part in SPOKEN_PARTS},
    **{mark("spoken", part, "asked"): family_and_speaker for part in SPOKEN_PARTS},
    **{mark("spoken", part, "draft"): speaker for part in SPOKEN_PARTS},
    **{mark("spoken", part, "taken"): visitors for part in ("title", "words")},
    mark("spoken", "name", "taken"): nobody_at_all,
    **{mark("before", part, width): one_keeper for part in LETTER for width in WITH_VERSIONS},
    mark("day", "stands"): who_look_after_dates,
    mark("day", "gone"): who_look_after_dates,
    mark("name", Place.KEPT_OUT): family,
    **{mark("thanks", which): family for which in ("draft", "sent")},
    **{mark("alt", which): family for which in ("draft", "sent")},
    **{mark(what, "page"): visitors for what in ("thanks", "alt")},
    mark("given"): nobody_at_all,
    **{mark(one): first_readers for one in ("note", "asking")},
    **{mark(what, "asked"): who_look_after_people for what in ("asker", "asks", "at")},
    mark("listener"): nobody_at_all,
    **{mark(what, "aside"): family for what in ("asker", "asks", "at")},
    **{mark("reach", place): nobody_at_all for place in Place if place is not Place.WITHDRAWN},
    mark("story", "draft"): one_keeper,
    mark("story", "back"): one_keeper,
    mark("story", "held"): nobody_at_all,
    REMARK: family,
    **{mark("group", one): in_the_group for one in ("title", "words", "meeting")},
    **{mark("group", one): facilitators for one in ("note", "request")},
    mark("persona"): in_the_group,
}
"""Who comes upon each mark by asking all addresses. What waits is seen by nobody before the family opens it; what a
camera wrote into a photograph, only by the family, in the original that they gave. What somebody wrote whom the family
keeps out is seen by nobody; their name only on the family's list."""

ONLY_WITHIN_THE_FAMILY = [
    mark(what, part, "gone") for what, parts in (("letter", LETTER), ("photo", PHOTO), ("clip", CLIP)) for part in parts
]
"""What was taken away: the family may find some of it where it can be put back; nobody else finds any."""


def asked_everywhere(household: Household, cast: str) -> Iterator[tuple[str, Answer]]:
    """The answers of every GET address to which the state matters, with every value that its parts can have."""
    for name, one in all_addresses().items():
        if name not in TABLE or TABLE[name].get == NOT_THIS_WAY or BY_SECRET & set(one.parts):
            continue
        if not matters(TABLE[name], household.state):
            continue
        for values in product(*(household.parts[part] for part in one.parts)):
            path = address(name, dict(zip(one.parts, values, strict=True)))
            for wish in ("", "?say=yes", "?apart=yes", "?ask=yes") if name in WISHES else ("",):
                yield name, knock(household.browsers[cast], "GET", path + wish)


def is_met(who: Who, state: str) -> bool:
    """Whether a mark must be met: in the first and the last state every one, in between those that ask who sees."""
    return state in (STATES[0], STATES[-1]) or any(len({who(cast, one) for one in STATES}) > 1 for cast in CAST)


WISHES = {"waiting_room", "opened", "quiet_page"}


def marks_in(answer: Answer, marks: list[str]) -> set[str]:
    """The marks that an answer shows, in its body, its headers or its cookies."""
    text = answer.body.decode("utf-8", "replace") + str(answer.headers) + str(answer.cookies)
    return {one for one in marks if one in text}


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("state", STATES)
def test_a_private_word_is_come_upon_by_exactly_those_whom_it_is_for(state: str, figures: Figures) -> None:
    household = a_household(state)
    seen: dict[str, dict[str, str]] = defaultdict(dict)
    checks = 0
    for cast in CAST:
        for name, answer in asked_everywhere(household, cast):
            checks += 1
            assert answer.status < 500, f"{name} breaks for {cast}, {state} ({answer.status})"
            for one in marks_in(answer, [*SEEN_BY, *ONLY_WITHIN_THE_FAMILY]):
                seen[one].setdefault(cast, name)
        ClaimInGroup.objects.all().delete()
        Claim.objects.all().delete()  # each comes to the desk when the one before has left it

    broken = []
    for one, who in SEEN_BY.items():
        meant = {cast for cast in CAST if who(cast, state)}
        for cast in sorted(seen[one].keys() - meant):
            broken.append(f"{one} is seen by {cast} at {seen[one][cast]}, {state}: it is not for them.")
        if (missed := sorted(meant - seen[one].keys())) and is_met(who, state):
            broken.append(f"{one} is met nowhere by {', '.join(missed)}, {state}: a leak would not be noticed either.")
    for one in ONLY_WITHIN_THE_FAMILY:
        for cast in sorted(seen[one].keys() - KEEPERS):
            broken.append(f"{one} was taken away, and {cast} still sees it at {seen[one][cast]}, {state}.")

    planted = len(SEEN_BY) + len(ONLY_WITHIN_THE_FAMILY)
    figures("T02", checks=checks, wrong=len(broken), canaries_planted=planted, canaries_found=len(broken))
    obeyed("a private word is come upon by exactly those whom it is for.", broken)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("state", STATES)
def test_a_secret_address_shows_only_what_its_holder_gave_or_was_given(state: str, figures: Figures) -> None:
    household = a_household(state)
    broken, checks = [], 0
    for name, one in all_addresses().items():
        if name not in TABLE or TABLE[name].get == NOT_THIS_WAY or not BY_SECRET & set(one.parts):
            continue
        for part in BY_SECRET & set(one.parts):
            for value in household.parts.get(f"{part} of {name}", household.parts.get(part, [])):
                own = _given_by_holder(household, value, state)
                path = address(name, household.parts_of(one) | {part: value})
                answer = knock(household.browsers["nobody"], "GET", path)
                checks += 1
                broken += [
                    f"{name} shows {found} to whoever holds its secret, {state}."
                    for found in marks_in(answer, [*SEEN_BY, *ONLY_WITHIN_THE_FAMILY])
                    if found not in own
                ]

    figures("T02", checks=checks, wrong=len(broken))
    obeyed("a secret address shows what its holder gave, and what is open to them anyway.", broken)


def _given_by_holder(household: Household, value: str, state: str) -> set[str]:
    """A sender’s own words, what the family answered to those whose comfort was let through, words to read first.

    An invitation says nothing of the family to somebody who has not signed in.
    """
    sent = {mark(part, place) for place, once in household.onces.items() if once == value for part in (*SENT, "reach")}
    let_through = [household.onces.get(place) for place in LET_THROUGH]
    if value in (*let_through, *household.parts["secret of read_thanks"]):
        sent |= {mark(what, which) for what in ("thanks", "alt") for which in ("sent", "page")}
    if household.onces.get(Place.ASKED) == value:
        sent.add(mark("asking"))
    if value in household.parts["secret of words_by_secret"]:  # given to somebody who reads first for an author
        sent.add(mark("story", "held"))
    open_anyway = {one for one, who in SEEN_BY.items() if who("nobody", state)}
    return sent | open_anyway


@pytest.mark.django_db
def test_no_private_word_lies_readable_in_the_database_or_on_the_disk(figures: Figures) -> None:
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

    figures("T02", checks=len(marks), wrong=len(broken), canaries_planted=len(marks), canaries_found=len(broken))
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
