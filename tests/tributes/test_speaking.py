"""A helper speaks for the family: as far as they were trusted, marked for every reader, undone by one press."""

from __future__ import annotations

from uuid import uuid4

import pytest

from snowdrop.audiences.table import Shown
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Voice
from snowdrop.memorials.rules import Frozen
from snowdrop.memorials.vocabulary import Audience, Scope
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions_of_speaking as speaking
from snowdrop.tributes import actions_of_taking_over as keeping
from snowdrop.tributes.actions import WrittenMeanwhile, take_away, write_letter
from snowdrop.tributes.actions_of_plans import show_again, take_back
from snowdrop.tributes.models import Letter, Version
from snowdrop.tributes.models_of_speaking import Proposal, Spoken
from snowdrop.tributes.queries import everything_kept
from tests.tributes.speaking import MARK, WORDS, say, seen
from tests.world.cast import NOON, Cast, a_person, let_help, let_into_circle, let_speak
from tests.world.keeping import let_keep

pytestmark = pytest.mark.django_db

NARROW = Shown(Audience.HELPERS)


@pytest.fixture
def jonas(cast: Cast) -> Viewer:
    """Somebody who speaks for the family, to everybody and at once."""
    voice = a_person("Ruth")
    let_speak(cast.keeper, cast.memorial, voice)
    return voice


@pytest.fixture
def asking(cast: Cast) -> Viewer:
    """Somebody who speaks to everybody, and whose words wait for a yes."""
    voice = a_person("Naomi")
    let_speak(cast.keeper, cast.memorial, voice, waits=True)
    return voice


def test_what_a_helper_says_is_marked_for_every_reader(cast: Cast, jonas: Viewer) -> None:
    say(jonas, cast.memorial)

    for viewer in (cast.nobody, cast.stranger, cast.friend, cast.helper, jonas, cast.keeper):
        assert seen(cast.memorial, viewer) == [(WORDS, MARK)]


def test_only_whoever_was_granted_it_speaks_for_the_family(cast: Cast) -> None:
    looks_after_people = a_person("Noa")
    let_help(cast.keeper, cast.memorial, looks_after_people, scopes=[Scope.PEOPLE])

    for viewer in (cast.keeper, cast.helper, looks_after_people, cast.stranger, cast.friend, cast.nobody):
        with pytest.raises(NotAllowed):
            say(viewer, cast.memorial)
        with pytest.raises(NotAllowed):
            speaking.keep_while_speaking(
                viewer, cast.memorial, spoken_id=uuid4(), pen="", words=WORDS, name="Jonas", now=NOON
            )
    assert not Spoken.objects.exists()


def test_until_keepers_choose_it_is_for_helpers_alone_and_waits(cast: Cast) -> None:
    voice = a_person("Ruth")
    let_help(cast.keeper, cast.memorial, voice, scopes=[Scope.SPEAK])

    with pytest.raises(NotAllowed):
        say(voice, cast.memorial, audience="circles")
    with pytest.raises(NotAllowed):
        say(voice, cast.memorial, audience="everybody")
    say(voice, cast.memorial, audience="helpers")

    assert seen(cast.memorial, cast.helper) == []
    assert Proposal.objects.get().shown == NARROW


@pytest.mark.parametrize("audience", ["me", "keepers"])
def test_nothing_is_said_for_the_family_to_the_family_alone(cast: Cast, jonas: Viewer, audience: str) -> None:
    with pytest.raises(NotAllowed):
        say(jonas, cast.memorial, audience=audience)


def test_circles_are_named_one_by_one_also_where_the_voice_reaches_everybody(cast: Cast) -> None:
    near = memorials.make_circle(cast.keeper, cast.memorial, name="Near", now=NOON)
    far = memorials.make_circle(cast.keeper, cast.memorial, name="Far", now=NOON)
    voice, member = a_person("Ruth"), a_person("Ana")
    let_into_circle(cast.keeper, near, member)
    let_speak(cast.keeper, cast.memorial, voice, to=Audience.CIRCLES, circles=[near])

    for circles in ([far.id], [near.id, far.id], []):
        with pytest.raises(NotAllowed):
            say(voice, cast.memorial, audience="circles", circles=circles)
    say(voice, cast.memorial, audience="circles", circles=[near.id])

    assert seen(cast.memorial, member) == [(WORDS, MARK)]
    assert seen(cast.memorial, cast.friend) == []


def test_what_waits_is_seen_by_nobody_before_a_keeper_says_yes(cast: Cast, asking: Viewer) -> None:
    spoken = say(asking, cast.memorial)

    for viewer in (cast.nobody, cast.helper, asking, cast.keeper):
        assert seen(cast.memorial, viewer) == []
    assert everything_kept(cast.keeper, cast.memorial) == []

    keeping.say_yes(cast.keeper, spoken, proposal_id=spoken.proposal.id, now=NOON)

    assert seen(cast.memorial) == [(WORDS, MARK)]
    assert not Proposal.objects.exists()


def test_a_yes_is_to_the_words_that_were_read_and_no_others(cast: Cast, asking: Viewer) -> None:
    spoken = say(asking, cast.memorial)
    read = spoken.proposal.id
    say(asking, cast.memorial, spoken_id=spoken.id, words="Something else.")

    with pytest.raises(keeping.SaidOtherwise):
        keeping.say_yes(cast.keeper, spoken, proposal_id=read, now=NOON)
    with pytest.raises(keeping.SaidOtherwise):
        keeping.say_not_now(cast.keeper, spoken, proposal_id=read, now=NOON)

    assert seen(cast.memorial) == []


def test_newer_words_wait_too_and_what_was_said_stands_meanwhile(cast: Cast, asking: Viewer) -> None:
    spoken = say(asking, cast.memorial)
    keeping.say_yes(cast.keeper, spoken, proposal_id=spoken.proposal.id, now=NOON)

    spoken = say(asking, cast.memorial, spoken_id=spoken.id, words="Newer words.", name="Somebody")
    assert seen(cast.memorial) == [(WORDS, MARK)]

    keeping.say_yes(cast.keeper, spoken, proposal_id=Proposal.objects.get().id, now=NOON)
    assert seen(cast.memorial) == [("Newer words.", "Somebody writes for the family")]


def test_not_now_lets_nothing_out_and_loses_nothing(cast: Cast, asking: Viewer) -> None:
    spoken = say(asking, cast.memorial)
    proposal = spoken.proposal.id

    keeping.say_not_now(cast.keeper, spoken, proposal_id=proposal, now=NOON)
    assert seen(cast.memorial) == []
    assert Spoken.objects.by(asking).get().writing["words"] == WORDS

    keeping.say_yes(cast.keeper, spoken, proposal_id=proposal, now=NOON)
    assert seen(cast.memorial) == [(WORDS, MARK)]


def test_who_asked_may_take_the_question_back(cast: Cast, asking: Viewer) -> None:
    spoken = say(asking, cast.memorial)
    proposal = spoken.proposal.id

    speaking.do_not_ask(asking, spoken, now=NOON)

    with pytest.raises(keeping.SaidOtherwise):
        keeping.say_yes(cast.keeper, spoken, proposal_id=proposal, now=NOON)
    assert not Spoken.objects.told_to(cast.keeper).exists()


def test_nobody_but_keepers_answers_what_waits(cast: Cast, asking: Viewer) -> None:
    spoken = say(asking, cast.memorial)
    given = {"proposal_id": spoken.proposal.id, "now": NOON}

    for viewer in (asking, cast.helper, cast.stranger, cast.friend, cast.nobody):
        for act in (keeping.say_yes, keeping.say_not_now):
            with pytest.raises(NotAllowed):
                act(viewer, spoken, **given)
        with pytest.raises(NotAllowed):
            keeping.take_over(viewer, spoken, is_marked=False, now=NOON)


def test_a_draft_is_its_helpers_alone(cast: Cast, jonas: Viewer) -> None:
    given = {"spoken_id": uuid4(), "pen": "", "title": "", "words": "Not yet", "language": "", "name": "Jonas"}
    draft = speaking.keep_while_speaking(jonas, cast.memorial, **given, now=NOON)
    assert draft

    assert not Spoken.objects.told_to(cast.keeper).exists()
    assert not Letter.objects.exists()
    with pytest.raises(NotAllowed):
        keeping.take_over(cast.keeper, draft, is_marked=False, now=NOON)


def test_a_helper_changes_their_own_and_nobody_elses(cast: Cast, jonas: Viewer) -> None:
    other = a_person("Noa")
    let_speak(cast.keeper, cast.memorial, other)
    spoken = say(jonas, cast.memorial)
    letter = write_letter(cast.keeper, cast.memorial, words="Ours", audience="everybody", now=NOON)

    with pytest.raises(NotAllowed):
        say(other, cast.memorial, spoken_id=spoken.id, words="Theirs")
    for viewer in (jonas, other):
        with pytest.raises(NotAllowed):
            write_letter(viewer, cast.memorial, letter_id=letter.id, words="Changed", now=NOON)
        with pytest.raises(NotAllowed):
            take_back(viewer, spoken.letter, now=NOON)

    assert not Spoken.objects.by(other).exists()
    assert not Version.objects.of(jonas).exists()


def test_keepers_change_a_helpers_words_only_once_they_are_their_own(cast: Cast, jonas: Viewer) -> None:
    spoken = say(jonas, cast.memorial)
    letter = spoken.letter

    with pytest.raises(NotAllowed):
        write_letter(cast.keeper, cast.memorial, letter_id=letter.id, words="In another's mouth", now=NOON)
    keeping.take_over(cast.keeper, spoken, is_marked=False, now=NOON)
    write_letter(cast.keeper, cast.memorial, letter_id=letter.id, words="Our own words", now=NOON)

    assert seen(cast.memorial) == [("Our own words", "")]
    with pytest.raises(NotAllowed):
        say(jonas, cast.memorial, spoken_id=spoken.id, words="Once more")


def test_taking_over_may_leave_a_mark_and_can_be_undone(cast: Cast, jonas: Viewer) -> None:
    spoken = say(jonas, cast.memorial)

    letter = keeping.take_over(cast.keeper, spoken, is_marked=True, now=NOON)
    assert seen(cast.memorial) == [(WORDS, "Begun by Jonas for the family")]

    keeping.give_back(cast.keeper, letter, now=NOON)
    assert seen(cast.memorial) == [(WORDS, MARK)]
    say(jonas, cast.memorial, spoken_id=spoken.id, words="And again")
    assert seen(cast.memorial) == [("And again", MARK)]


def test_what_was_changed_since_it_was_taken_over_is_not_given_back_as_the_helpers(cast: Cast, jonas: Viewer) -> None:
    letter = keeping.take_over(cast.keeper, say(jonas, cast.memorial), is_marked=False, now=NOON)
    write_letter(cast.keeper, cast.memorial, letter_id=letter.id, words="Our own words", now=NOON.replace(hour=13))

    with pytest.raises(NotAllowed):
        keeping.give_back(cast.keeper, letter, now=NOON)


def test_what_was_never_said_becomes_a_letter_for_whoever_takes_it_over(cast: Cast, asking: Viewer) -> None:
    other = a_person("Kim")
    let_keep(cast.keeper, cast.memorial, other, now=NOON)
    spoken = say(asking, cast.memorial)

    letter = keeping.take_over(cast.keeper, spoken, is_marked=False, now=NOON)

    assert (letter.audience, letter.words) == ("me", WORDS)
    assert not Spoken.objects.told_to(other).exists()
    keeping.give_back(cast.keeper, letter, now=NOON)
    assert not Letter.objects.exists()
    assert Spoken.objects.told_to(other).get().proposal.said["words"] == WORDS


def test_taken_back_nobody_sees_it_and_only_the_family_shows_it_again(cast: Cast, jonas: Viewer) -> None:
    spoken = say(jonas, cast.memorial)

    take_back(cast.keeper, spoken.letter, now=NOON)
    assert seen(cast.memorial) == []
    with pytest.raises(NotAllowed):
        say(jonas, cast.memorial, spoken_id=spoken.id)
    assert Spoken.objects.by(jonas).get().writing["words"] == WORDS

    show_again(cast.keeper, spoken.letter, now=NOON)
    assert seen(cast.memorial) == [(WORDS, MARK)]


def test_what_was_taken_away_is_not_said_again_by_the_helper(cast: Cast, jonas: Viewer) -> None:
    spoken = say(jonas, cast.memorial)
    take_away(cast.keeper, spoken.letter, now=NOON)

    with pytest.raises(NotAllowed):
        say(jonas, cast.memorial, spoken_id=spoken.id)


def test_while_nothing_may_become_wider_nothing_goes_out(cast: Cast, jonas: Viewer) -> None:
    spoken = say(jonas, cast.memorial)
    helper = cast.memorial.helpers.get(person_id=jonas.person_id)
    memorials.say_how_far(cast.keeper, cast.memorial, helper, up_to=Shown("everybody"), waits=True, now=NOON)
    waiting = say(jonas, cast.memorial, words="May this be said?")
    memorials.freeze(cast.keeper, cast.memorial, now=NOON)

    with pytest.raises(Frozen):
        keeping.say_yes(cast.keeper, waiting, proposal_id=waiting.proposal.id, now=NOON)
    for reach in ({"up_to": Shown("everybody"), "waits": False},):
        with pytest.raises(Frozen):
            memorials.say_how_far(cast.keeper, cast.memorial, helper, **reach, now=NOON)
    Voice.objects.update(waits=False)
    for given in ({}, {"spoken_id": spoken.id, "words": "Other words to the same people"}):
        with pytest.raises(Frozen):
            say(jonas, cast.memorial, **given)

    assert seen(cast.memorial) == [(WORDS, MARK)]


def test_while_it_is_quiet_for_a_keeper_what_waits_is_not_answered(cast: Cast, asking: Viewer) -> None:
    from snowdrop.memorials.rules import ItIsQuiet

    spoken = say(asking, cast.memorial)
    memorials.begin_quiet(cast.keeper, cast.memorial, for_all=False, now=NOON)

    with pytest.raises(ItIsQuiet):
        keeping.say_yes(cast.keeper, spoken, proposal_id=spoken.proposal.id, now=NOON)
    with pytest.raises(ItIsQuiet):
        keeping.take_over(cast.keeper, spoken, is_marked=False, now=NOON)


@pytest.mark.parametrize("end", ["taken back", "ended", "resigned", "shut out", "kept out"])
def test_whoever_does_not_speak_any_more_says_nothing_and_what_they_said_stays(
    cast: Cast, jonas: Viewer, end: str
) -> None:
    spoken = say(jonas, cast.memorial)
    helper = cast.memorial.helpers.get(person_id=jonas.person_id)
    person = Person.objects.get(pk=jonas.person_id)
    memorial, keeper = cast.memorial, cast.keeper
    if end == "taken back":
        memorials.change_part(keeper, memorial, helper, scopes=[Scope.PEOPLE], now=NOON)
    elif end == "shut out":
        memorials.shut_the_door(keeper, memorial, person, now=NOON)
    elif end == "kept out":
        memorials.keep_out(keeper, memorial, people=[person], now=NOON)
    else:
        memorials.end_helping(jonas if end == "resigned" else keeper, memorial, helper, now=NOON)

    for given in ({}, {"spoken_id": spoken.id}):
        with pytest.raises(NotAllowed):
            say(jonas, memorial, **given)
    assert not Spoken.objects.by(jonas).exists()
    assert seen(memorial) == [(WORDS, MARK)]


def test_whoever_is_granted_it_again_begins_as_narrowly_as_before_they_were_trusted(cast: Cast, jonas: Viewer) -> None:
    helper = cast.memorial.helpers.get(person_id=jonas.person_id)
    for scopes in ([Scope.PEOPLE], [Scope.PEOPLE, Scope.SPEAK]):
        memorials.change_part(cast.keeper, cast.memorial, helper, scopes=scopes, now=NOON)

    with pytest.raises(NotAllowed):
        say(jonas, cast.memorial)


def test_how_far_is_said_by_keepers_alone_and_within_the_memorial(cast: Cast, jonas: Viewer) -> None:
    helper = cast.memorial.helpers.get(person_id=jonas.person_id)
    reads_first = cast.memorial.helpers.get(person_id=cast.helper.person_id)
    given = {"up_to": Shown("everybody"), "waits": False, "now": NOON}

    for viewer in (jonas, cast.helper, cast.stranger, cast.nobody):
        with pytest.raises(NotAllowed):
            memorials.say_how_far(viewer, cast.memorial, helper, **given)
    with pytest.raises(NotAllowed):
        memorials.say_how_far(cast.keeper, cast.memorial, reads_first, **given)
    for up_to in (Shown("me"), Shown("keepers"), Shown("circles", frozenset({uuid4()}))):
        with pytest.raises(NotAllowed):
            memorials.say_how_far(cast.keeper, cast.memorial, helper, up_to=up_to, waits=True, now=NOON)


def test_two_open_pages_do_not_overwrite_each_other(cast: Cast, jonas: Viewer) -> None:
    spoken = say(jonas, cast.memorial, pen="one")

    with pytest.raises(WrittenMeanwhile):
        say(jonas, cast.memorial, spoken_id=spoken.id, pen="two", words="From a window opened before")


def test_what_was_never_said_can_be_let_go_and_what_was_cannot(cast: Cast, jonas: Viewer, asking: Viewer) -> None:
    waiting, said = say(asking, cast.memorial), say(jonas, cast.memorial)

    speaking.let_go_of_writing(asking, waiting, now=NOON)
    with pytest.raises(NotAllowed):
        speaking.let_go_of_writing(jonas, said, now=NOON)

    assert Spoken.objects.get() == said
