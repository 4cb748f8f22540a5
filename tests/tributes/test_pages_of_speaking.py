"""Speaking for a family, page by page, without scripts: writing, asking, yes, not now, taking back, taking over."""

from __future__ import annotations

import json
import re
from uuid import uuid4

import pytest

from snowdrop.audiences.table import Shown
from snowdrop.keepsakes.data import as_data
from snowdrop.keepsakes.queries import things_to_take
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Voice
from snowdrop.memorials.vocabulary import Scope
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions_of_speaking as speaking
from snowdrop.tributes.actions import write_letter
from snowdrop.tributes.models_of_speaking import Proposal, Spoken
from tests.tributes.speaking import MARK, WORDS, say, seen
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_person, let_help, let_speak

pytestmark = pytest.mark.django_db

FORM = {"title": "", "words": WORDS, "name": "Jonas", "language": "en", "audience": "everybody"}


@pytest.fixture
def voice(cast: Cast) -> Viewer:
    """Somebody who speaks to everybody, and whose words wait for a yes."""
    person = a_person("Naomi")
    let_speak(cast.keeper, cast.memorial, person, waits=True)
    return person


def at(cast: Cast, room: str) -> str:
    return f"/m/{cast.memorial.slug}/{room}"


def page(who: Viewer, cast: Cast, room: str) -> str:
    return browser_of(who).get(at(cast, room)).content.decode()


def ask(voice: Viewer, cast: Cast) -> Spoken:
    """Writes by the form, as a browser without scripts does."""
    given = {"spoken_id": str(uuid4()), "pen": str(uuid4()), **FORM}
    answer = browser_of(voice).post(at(cast, "speaking/new/"), given, follow=True).content.decode()
    assert "The family is asked." in answer and "It waits until somebody of the family has read it." in answer
    return Spoken.objects.get(pk=given["spoken_id"])


def test_keepers_are_asked_how_far_a_voice_reaches_as_soon_as_they_grant_it(cast: Cast) -> None:
    helper = cast.memorial.helpers.get(person_id=cast.helper.person_id)
    browser = browser_of(cast.keeper)

    answer = browser.post(at(cast, f"helpers/{helper.id}/"), {"scopes": ["read-first", "speak"]}, follow=True)
    told = answer.content.decode()
    assert "To whom may they write for you, at most?" in told
    assert re.search(r'value="helpers"[^>]*checked', told) and re.search(r'value="yes"[^>]*checked', told)
    assert told.index('value="helpers"') < told.index('value="circles"') < told.index('value="everybody"')
    browser.post(at(cast, f"helpers/{helper.id}/voice/"), {"up_to": "everybody", "waits": "no"})

    voice = Voice.objects.get()
    assert (voice.up_to, voice.waits) == (Shown("everybody"), False)


def test_from_the_question_to_the_page(cast: Cast, voice: Viewer) -> None:
    spoken = ask(voice, cast)
    keeper = browser_of(cast.keeper)

    assert WORDS not in page(cast.keeper, cast, "") and WORDS not in page(cast.keeper, cast, "share/")
    listed = page(cast.keeper, cast, "for-us/")
    assert "Something that Jonas would like to say" in listed and WORDS not in listed
    asked = page(cast.keeper, cast, f"for-us/{spoken.id}/")
    assert WORDS in asked and MARK in asked
    keeper.post(at(cast, f"for-us/{spoken.id}/yes/"), {"proposal": str(Proposal.objects.get().id)})

    for reader in (cast.nobody, cast.stranger, cast.keeper):
        told = page(reader, cast, "")
        assert WORDS in told and MARK in told
    assert MARK in page(cast.keeper, cast, "share/")
    assert "It is said, as far as the page is open." in page(voice, cast, "speaking/")


def test_not_now_is_told_kindly_and_on_the_helpers_page_alone(cast: Cast, voice: Viewer) -> None:
    spoken = ask(voice, cast)
    given = {"proposal": str(Proposal.objects.get().id)}
    browser_of(cast.keeper).post(at(cast, f"for-us/{spoken.id}/not-now/"), given)

    assert "The family would rather not say this now. Thank you for writing it." in page(voice, cast, "speaking/")
    assert WORDS in page(voice, cast, f"speaking/{spoken.id}/")
    assert "You can still say yes." in page(cast.keeper, cast, f"for-us/{spoken.id}/")


def test_one_press_takes_it_back_and_the_helper_reads_so(cast: Cast, voice: Viewer) -> None:
    Voice.objects.update(waits=False)
    spoken = say(voice, cast.memorial)
    assert spoken.letter
    keeper = browser_of(cast.keeper)

    assert f"share/{spoken.letter_id}/private/" in page(cast.keeper, cast, f"for-us/{spoken.id}/")
    told = keeper.post(at(cast, f"share/{spoken.letter_id}/private/"), follow=True).content.decode()
    assert "Only you who keep this memorial see it now." in told
    assert seen(cast.memorial) == []
    assert "The family has taken this back for now." in page(voice, cast, "speaking/")
    own = page(voice, cast, f"speaking/{spoken.id}/")
    assert WORDS in own and "<textarea" not in own

    keeper.post(at(cast, f"share/{spoken.letter_id}/again/"))
    assert seen(cast.memorial) == [(WORDS, MARK)]


def test_taken_over_it_opens_as_ones_own_letter_and_closes_to_the_helper(cast: Cast, voice: Viewer) -> None:
    Voice.objects.update(waits=False)
    spoken = say(voice, cast.memorial)
    keeper = browser_of(cast.keeper)
    assert keeper.get(at(cast, f"letters/{spoken.letter_id}/")).url == at(cast, f"for-us/{spoken.id}/")

    keeper.post(at(cast, f"for-us/{spoken.id}/taking-over/"), {"mark": "gone"})

    assert keeper.get(at(cast, f"letters/{spoken.letter_id}/")).status_code == 200
    assert seen(cast.memorial) == [(WORDS, "")]
    told = page(voice, cast, "speaking/")
    assert "The family has made this its own" in told and WORDS not in told
    assert browser_of(voice).get(at(cast, f"speaking/{spoken.id}/")).status_code == 404


def test_whoever_speaks_comes_upon_nothing_else_of_the_family(cast: Cast, voice: Viewer) -> None:
    memorials.make_circle(cast.keeper, cast.memorial, name="Canary circle", now=NOON)
    write_letter(cast.keeper, cast.memorial, words="Canary letter", audience="keepers", now=NOON)
    other = a_person("Noa")
    let_speak(cast.keeper, cast.memorial, other)
    say(other, cast.memorial, audience="helpers", words="Canary words")

    for room in ("speaking/", "speaking/new/", "helping/"):
        assert "Canary" not in page(voice, cast, room)
    for room in ("share/", "for-us/", "letters/new/", "reading/", "people/", "days/", "helpers/"):
        assert browser_of(voice).get(at(cast, room)).status_code == 404


def test_only_people_whom_the_family_allows_are_offered(cast: Cast) -> None:
    near = memorials.make_circle(cast.keeper, cast.memorial, name="Near", now=NOON)
    memorials.make_circle(cast.keeper, cast.memorial, name="Far", now=NOON)
    voice = a_person("Naomi")
    let_speak(cast.keeper, cast.memorial, voice, to="circles", circles=[near])

    form = page(voice, cast, "speaking/new/")
    offered = re.findall(r'name="audience" value="([\w-]+)"', form)
    assert offered == ["helpers", "circles"]
    assert "Near" in form and "Far" not in form
    given = {"spoken_id": str(uuid4()), "pen": str(uuid4()), **FORM}
    assert browser_of(voice).post(at(cast, "speaking/new/"), given).status_code == 200  # everybody is none of them
    assert not Spoken.objects.exists()


def test_while_it_is_quiet_nothing_tells_a_keeper_of_what_waits(cast: Cast, voice: Viewer) -> None:
    spoken = ask(voice, cast)
    memorials.begin_quiet(cast.keeper, cast.memorial, for_all=False, now=NOON)

    assert "Jonas" not in page(cast.keeper, cast, "for-us/")
    assert WORDS not in page(cast.keeper, cast, f"for-us/{spoken.id}/")
    assert "What was said for you" not in page(cast.keeper, cast, "share/")


def test_whoever_rests_is_offered_nothing_to_write(cast: Cast, voice: Viewer) -> None:
    memorials.rest(voice, cast.memorial, now=NOON)

    assert "You are resting" in page(voice, cast, "speaking/")
    assert browser_of(voice).get(at(cast, "speaking/new/")).url == at(cast, "speaking/")


def test_what_is_missing_is_said_beside_it_and_nothing_is_lost(cast: Cast, voice: Viewer) -> None:
    given = {"spoken_id": str(uuid4()), "pen": str(uuid4()), **FORM, "name": ""}

    told = browser_of(voice).post(at(cast, "speaking/new/"), given).content.decode()

    assert "Please write your name. Every reader learns who writes for the family." in told and WORDS in told


def test_while_nothing_may_become_wider_the_words_stay_in_the_form(cast: Cast, voice: Viewer) -> None:
    Voice.objects.update(waits=False)
    memorials.freeze(cast.keeper, cast.memorial, now=NOON)
    given = {"spoken_id": str(uuid4()), "pen": str(uuid4()), **FORM}

    told = browser_of(voice).post(at(cast, "speaking/new/"), given).content.decode()

    assert WORDS in told and "what you have stays as it is" in told
    assert seen(cast.memorial) == []


def test_a_page_keeps_what_is_written_for_its_writer_alone(cast: Cast, voice: Viewer) -> None:
    given = {"spoken_id": str(uuid4()), "pen": str(uuid4()), **FORM, "audience": ""}
    kept = browser_of(voice).post(at(cast, "speaking/new/"), given, headers={"accept": "application/json"}).json()

    assert kept["address"] == at(cast, f"speaking/{given['spoken_id']}/")
    assert WORDS in page(voice, cast, f"speaking/{given['spoken_id']}/")
    assert browser_of(cast.keeper).get(at(cast, f"for-us/{given['spoken_id']}/")).status_code == 404


def test_a_keepsake_holds_what_was_said_with_its_mark_and_nothing_that_waits(cast: Cast, voice: Viewer) -> None:
    Voice.objects.update(waits=False)
    say(voice, cast.memorial)
    Voice.objects.update(waits=True)
    say(voice, cast.memorial, words="Canary asked")
    draft = {"title": "", "words": "Canary draft", "language": "", "name": "Jonas"}
    speaking.keep_while_speaking(voice, cast.memorial, spoken_id=uuid4(), pen="", **draft, now=NOON)

    told = "".join(as_data(cast.memorial, things_to_take(cast.keeper, cast.memorial), [], [], now=NOON))

    assert [(one["words"], one["mark"]) for one in json.loads(told)["letters"]] == [(WORDS, MARK)]
    assert "Canary" not in told


def test_helpers_with_other_scopes_find_no_such_room(cast: Cast) -> None:
    people = a_person("Noa")
    let_help(cast.keeper, cast.memorial, people, scopes=[Scope.PEOPLE, Scope.DATES])

    for who in (cast.helper, people, cast.stranger, cast.keeper):
        assert browser_of(who).get(at(cast, "speaking/")).status_code == 404
    assert "Speaking for them" not in page(people, cast, "helping/")
