"""What was kept away: sealed for ninety days, longer as evidence, exported unread, then its words are destroyed."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from datetime import datetime, timedelta

import pytest
from django.test import Client

from snowdrop.comfort import actions
from snowdrop.comfort.content import NOTHING, read_content
from snowdrop.comfort.intake import new_once
from snowdrop.comfort.jobs import destroy_what_was_kept_away
from snowdrop.comfort.models import Comfort, Evidence, Step
from snowdrop.comfort.vocabulary import SEALED_DAYS, Place
from snowdrop.ground import clock
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.vocabulary import Scope
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family, a_person, let_help
from tests.world.guests import send

pytestmark = pytest.mark.django_db

BEFORE, AFTER = (NOON + timedelta(days=SEALED_DAYS, seconds=seconds) for seconds in (-1, 1))
CANARY = {"words": "canary-w", "name": "canary-n", "relation": "canary-r", "reach": "canary@example.org"}


@pytest.fixture
def cast() -> Cast:
    return a_family()


def kept_away(cast: Cast, *, now: datetime = NOON, **given: str) -> Comfort:
    comfort = send(cast.memorial, **(CANARY | given))
    actions.keep_away(cast.helper, comfort, now=now)
    return comfort


def words_of(comfort: Comfort) -> str:
    return read_content(Comfort.objects.get(pk=comfort.pk)).words


def at(cast: Cast, more: str) -> str:
    return f"/m/{cast.memorial.slug}/reading/{more}"


def test_its_words_are_there_for_ninety_days_and_then_destroyed_while_an_empty_trace_stays(cast: Cast) -> None:
    comfort = kept_away(cast)

    destroy_what_was_kept_away(BEFORE)
    still = words_of(comfort)
    for _ in range(2):
        destroy_what_was_kept_away(AFTER)

    left = Comfort.objects.get()
    assert (still, read_content(left), left.place) == ("canary-w", NOTHING, Place.EMPTIED)
    assert [(step.went_to, step.by) for step in Step.objects.order_by("id")] == [
        (Place.SEALED, cast.helper.person_id),
        (Place.EMPTIED, None),
    ]


@pytest.mark.parametrize("act", [actions.keep_for_later, actions.worry_about, actions.let_through, actions.ask_sender])
def test_nothing_else_is_ever_destroyed(cast: Cast, act) -> None:  # type: ignore[no-untyped-def]
    comfort = send(cast.memorial, **CANARY)
    act(cast.helper, comfort, now=NOON)

    destroy_what_was_kept_away(AFTER)

    assert words_of(comfort) == "canary-w"


def test_the_time_counts_from_when_it_was_last_kept_away(cast: Cast) -> None:
    comfort = kept_away(cast)
    actions.read_again(cast.helper, comfort, now=NOON + timedelta(days=50))
    actions.keep_away(cast.helper, comfort, now=NOON + timedelta(days=60))

    destroy_what_was_kept_away(AFTER)
    assert words_of(comfort) == "canary-w"
    destroy_what_was_kept_away(AFTER + timedelta(days=60))
    assert words_of(comfort) == ""


def test_what_is_kept_as_evidence_outlives_its_time_until_somebody_lets_go_of_it(cast: Cast) -> None:
    comfort, helper = kept_away(cast, now=clock.now()), browser_of(cast.helper)
    over = clock.now() + timedelta(days=SEALED_DAYS, hours=1)

    said = helper.post(at(cast, f"{comfort.handle}/evidence/"), follow=True).content.decode()
    row = Evidence.objects.get()
    destroy_what_was_kept_away(over)
    kept = words_of(comfort)
    [undo] = re.findall(r'<form class="undo" method="post" action="([^"]+)"', said)
    helper.post(undo)
    destroy_what_was_kept_away(over)

    assert "It is kept as evidence, until somebody lets go of it." in said
    assert (row.by, kept, words_of(comfort)) == (cast.helper.person_id, "canary-w", "")


def test_evidence_ends_when_it_is_decided_anew(cast: Cast) -> None:
    comfort = kept_away(cast)
    actions.keep_as_evidence(cast.keeper, comfort, now=NOON)

    actions.read_again(cast.helper, comfort, now=NOON)

    assert not Evidence.objects.exists()
    with pytest.raises(actions.AlreadyMoved):
        actions.keep_as_evidence(cast.keeper, comfort, now=NOON)


def test_while_a_memorial_is_frozen_nothing_of_it_is_destroyed(cast: Cast) -> None:
    comfort = kept_away(cast)
    memorials.freeze(cast.keeper, cast.memorial, now=NOON)

    destroy_what_was_kept_away(AFTER)
    frozen = words_of(comfort)
    memorials.lift_freeze(cast.keeper, cast.memorial, now=AFTER)
    destroy_what_was_kept_away(AFTER)

    assert (frozen, words_of(comfort)) == ("canary-w", "")


def test_new_words_for_what_was_destroyed_are_kept_away_in_turn(cast: Cast) -> None:
    once = new_once()
    comfort = kept_away(cast, once=once)
    destroy_what_was_kept_away(AFTER)

    Client().post(f"/sent/{once}/correction/", {"words": "canary-later"})

    assert Comfort.objects.get().place == Place.SEALED and words_of(comfort) == "canary-later"
    assert not Comfort.objects.of_family(cast.keeper).exists()


def test_the_family_is_warned_before_it_is_opened_and_told_until_when_it_can_be(cast: Cast) -> None:
    comfort = kept_away(cast)

    keepers = browser_of(cast.keeper).get(at(cast, f"{comfort.handle}/")).content.decode()
    helpers = browser_of(cast.helper).get(at(cast, f"{comfort.handle}/")).content.decode()
    listed = browser_of(cast.keeper).get(at(cast, "set-aside/")).content.decode()

    before, veiled = keepers.split('<details class="veil"')
    assert "Somebody kept this away from you" in before and "canary-w" not in before and "canary-w" in veiled
    assert "Read it all the same" in veiled and "It can be read here until 12 June 2026." in keepers
    assert "Somebody kept this away from you" not in helpers
    assert "until 12 June 2026" in listed and "canary" not in listed


def test_nobody_keeps_evidence_who_does_not_read_first(cast: Cast) -> None:
    welcomer, comfort = a_person("Wim"), kept_away(cast)
    let_help(cast.keeper, cast.memorial, welcomer, scopes=[Scope.PEOPLE])

    for who in (welcomer, cast.stranger, cast.friend, cast.nobody):
        for act in (actions.keep_as_evidence, actions.let_go_of_evidence):
            with pytest.raises(NotAllowed):
                act(who, comfort, now=NOON)


# As a file


def file_for(cast: Cast) -> zipfile.ZipFile:
    browser = browser_of(cast.keeper)
    session = browser.session
    session["signed_in_at"] = clock.now().timestamp()
    session.save()
    answer = browser.post(at(cast, "evidence/"))
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))  # type: ignore[arg-type, attr-defined]


def test_a_keeper_takes_what_was_kept_away_along_without_being_shown_a_word_of_it(cast: Cast) -> None:
    comfort, worrying = kept_away(cast), send(cast.memorial, words="canary-worry")
    actions.worry_about(cast.helper, worrying, now=NOON)
    actions.let_through(cast.helper, send(cast.memorial, words="canary-kind"), now=NOON)

    page = browser_of(cast.keeper).get(at(cast, "evidence/")).content.decode()
    file = file_for(cast)

    sums = dict(reversed(line.split("  ")) for line in file.read("checksums.txt").decode().splitlines())
    [name] = [name for name in file.namelist() if comfort.handle in name]
    told = file.read(name).decode()
    assert "canary" not in page
    assert all(
        word in told for word in ("canary-w", "canary-n", "canary-r", "Jonas", "Kept away", "2026-03-14T12:00:00")
    )
    assert set(sums) == set(file.namelist()) - {"checksums.txt"}
    assert all(hashlib.sha256(file.read(one)).hexdigest() == sum for one, sum in sums.items())
    everything = b"".join(file.read(one) for one in file.namelist())
    assert not any(word in everything for word in (b"canary@example.org", b"canary-worry", b"canary-kind"))


def test_the_file_is_for_keepers_who_have_shown_lately_who_they_are(cast: Cast) -> None:
    kept_away(cast)

    answers = {
        name: [getattr(browser_of(who), method)(at(cast, "evidence/")).status_code for method in ("get", "post")]
        for name, who in cast.everybody().items()
    }

    assert answers == {
        "keeper": [200, 302],
        "helper": [404, 404],
        "friend": [302, 302],
        "stranger": [404, 404],
        "nobody": [302, 302],
    }


def test_the_file_breaks_off_once_it_is_not_allowed_any_more(cast: Cast) -> None:
    from snowdrop.comfort import evidence
    from snowdrop.media.serving import DoorShut

    kept_away(cast)
    pieces = evidence.stream(cast.keeper, cast.memorial, still_allowed=lambda: False, now=NOON)

    sent = []
    with pytest.raises(DoorShut):
        for piece in pieces:
            sent.append(piece)
    assert b"canary" not in b"".join(sent)
