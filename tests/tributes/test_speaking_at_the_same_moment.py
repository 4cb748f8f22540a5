"""A helper is stopped at the moment at which they speak: it was said before, or it is not said at all."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from uuid import uuid4

import pytest
from django.db import connection

from snowdrop.ground.journal import Entry
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Helper, Memorial
from snowdrop.memorials.rules import Frozen
from snowdrop.memorials.vocabulary import Scope
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions_of_taking_over as keeping
from snowdrop.tributes.models import Letter
from snowdrop.tributes.models_of_speaking import Proposal, Spoken
from tests.tributes.speaking import say
from tests.world.cast import NOON, Cast, a_family, a_person, let_speak

pytestmark = pytest.mark.django_db(transaction=True)

Stop = Callable[[Cast, Helper, Viewer], None]


def _take_scope_back(cast: Cast, helper: Helper, voice: Viewer) -> None:
    memorials.change_part(cast.keeper, cast.memorial, helper, scopes=[Scope.PEOPLE], now=NOON)


def _end(cast: Cast, helper: Helper, voice: Viewer) -> None:
    memorials.end_helping(cast.keeper, cast.memorial, helper, now=NOON)


def _keep_out(cast: Cast, helper: Helper, voice: Viewer) -> None:
    memorials.keep_out(cast.keeper, cast.memorial, people=[Person.objects.get(pk=voice.person_id)], now=NOON)


def _freeze(cast: Cast, helper: Helper, voice: Viewer) -> None:
    memorials.freeze(cast.keeper, cast.memorial, now=NOON)


STOPS = {
    "helper.part_changed": _take_scope_back,
    "helper.ended": _end,
    "person.kept_out": _keep_out,
    "memorial.frozen": _freeze,
}


def _at_once(*acts: Callable[[], object]) -> None:
    def work(act: Callable[[], object]) -> None:
        try:
            with suppress(NotAllowed, Frozen, keeping.SaidOtherwise, Memorial.DoesNotExist):
                act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as workers:
        list(workers.map(work, acts))


@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS.keys())
@pytest.mark.parametrize("turn", range(3))
def test_once_somebody_was_stopped_nothing_of_theirs_goes_out(stop: Stop, turn: int) -> None:
    cast, voice = a_family(published_to="everybody"), a_person("Ruth")
    helper = let_speak(cast.keeper, cast.memorial, voice)
    begun = Entry.objects.latest("id").id

    speak = [lambda: say(voice, cast.memorial) for _ in range(3)]
    _at_once(*speak[: turn + 1], lambda: stop(cast, helper, voice), *speak[turn + 1 :])

    acts = (
        Entry.objects.filter(pk__gt=begun, memorial_id=cast.memorial.id).order_by("pk").values_list("verb", flat=True)
    )
    line = list(acts)
    stopped = next(place for place, verb in enumerate(line) if not verb.startswith("letter."))
    assert not [verb for verb in line[stopped:] if verb.startswith("letter.")]
    assert Letter.objects.filter(audience="everybody").count() == line.count("letter.shown")


def test_of_a_yes_and_other_words_at_the_same_moment_only_what_was_read_goes_out() -> None:
    cast, voice = a_family(published_to="everybody"), a_person("Ruth")
    let_speak(cast.keeper, cast.memorial, voice, waits=True)
    spoken = say(voice, cast.memorial, words="As it was read")
    read = spoken.proposal.id

    _at_once(
        lambda: keeping.say_yes(cast.keeper, spoken, proposal_id=read, now=NOON),
        lambda: say(voice, cast.memorial, spoken_id=spoken.id, words="Other words"),
    )

    assert {letter.words for letter in Letter.objects.all()} <= {"As it was read"}
    assert [one.said["words"] for one in Proposal.objects.all()] == ["Other words"]


def test_sent_twice_at_the_same_moment_it_is_said_once() -> None:
    cast, voice = a_family(published_to="everybody"), a_person("Ruth")
    let_speak(cast.keeper, cast.memorial, voice)
    given = {"spoken_id": uuid4(), "pen": str(uuid4())}

    _at_once(*[lambda: say(voice, cast.memorial, **given)] * 4)

    assert (Spoken.objects.count(), Letter.objects.count()) == (1, 1)


def test_taken_over_twice_at_the_same_moment_it_has_one_owner() -> None:
    cast, voice = a_family(published_to="everybody"), a_person("Ruth")
    let_speak(cast.keeper, cast.memorial, voice, waits=True)
    spoken = say(voice, cast.memorial)

    _at_once(*[lambda: keeping.take_over(cast.keeper, spoken, is_marked=False, now=NOON)] * 3)

    assert [letter.author_id for letter in Letter.objects.all()] == [cast.keeper.person_id]
