"""Finding stories like mine: with reasons, honest, kept nowhere, and never one that was taken back."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from snowdrop.ground.models import Entry
from snowdrop.people.viewer import NOBODY_KNOWN
from snowdrop.stories import actions, finding, visit
from snowdrop.stories.models import Shelf, Story
from snowdrop.stories.visit import Given
from snowdrop.stories.vocabulary_of_telling import Step
from tests.world.browsers import browser_of
from tests.world.cast import NOON, a_person
from tests.world.telling import a_story

TWINS = "We lost one of our twins at thirty weeks. Her sister sleeps with the blue rabbit."
CANARY = "Quetzalcanary"


@pytest.fixture
def authors(db: None) -> list:
    return [a_person(f"Author{number}") for number in range(8)]


def stories_of(authors: list, **facets: object) -> list:
    given = {"kind_of_loss": ["stillbirth"], "multiples": "one_of_twins", **facets}
    return [a_story(one, TWINS, facets=given, title=f"Twins {number}") for number, one in enumerate(authors)]


@pytest.mark.django_db
def test_what_is_alike_is_found_with_one_sentence_of_why(authors: list) -> None:
    told = stories_of(authors)
    browser = Client()

    answer = browser.post("/stories/", {"kind_of_loss": ["stillbirth"], "multiples": "one_of_twins"})

    assert (answer.status_code, answer["Location"]) == (302, "/stories/found/")
    page = browser.get("/stories/found/").content.decode()
    assert all(f"/stories/{one.pk}/" in page for one in told)
    assert "story-why" in page
    assert "close to yours" not in page


@pytest.mark.django_db
def test_where_nothing_is_near_the_page_says_so(authors: list) -> None:
    stories_of(authors)
    browser = Client()
    browser.post("/stories/", {"kind_of_loss": ["molar"], "faith": "sikh"})

    page = browser.get("/stories/found/").content.decode()

    assert "There is no story here yet that is close to yours" in page or "Nothing that fits is told here yet" in page


@pytest.mark.django_db
def test_a_readers_words_find_with_and_without_accents(authors: list) -> None:
    one = a_story(authors[0], "Él se llamaba Ángel Íñigo, y nació en Málaga un día de lluvia.", language="es")
    others = stories_of(authors[1:])

    for words in ("Málaga lluvia", "malaga LLUVIA"):
        found = finding.nearest(NOBODY_KNOWN, Given(words=words))
        assert found[0].telling.pk == one.pk, words
    assert others


@pytest.mark.django_db
def test_a_story_that_is_taken_back_is_in_no_list_with_the_next_request(authors: list) -> None:
    told = stories_of(authors)
    given, browser = Given({"kind_of_loss": ["stillbirth"]}), Client()
    assert len(finding.nearest(NOBODY_KNOWN, given)) == len(told)

    actions.take_back(authors[0], Story.objects.get(pk=told[0].pk), now=NOON)

    assert told[0].pk not in {one.telling.pk for one in finding.nearest(NOBODY_KNOWN, given)}
    assert str(told[0].pk) not in browser.get("/stories/found/").content.decode()
    assert browser.get(f"/stories/{told[0].pk}/").status_code == 404
    actions.put_back(authors[0], Story.objects.get(pk=told[0].pk), now=NOON)
    assert told[0].pk in {one.telling.pk for one in finding.nearest(NOBODY_KNOWN, given)}


@pytest.mark.django_db
def test_an_index_that_has_not_heard_of_it_yet_shows_no_story_that_was_taken_back_or_waits(
    authors: list, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process may be a moment behind: what it finds is asked of visible_to once more."""
    told = stories_of(authors)
    given = Given({"kind_of_loss": ["stillbirth"]})
    known = finding._up_to_date()
    monkeypatch.setattr(finding, "_up_to_date", lambda: known)

    actions.take_back(authors[0], Story.objects.get(pk=told[0].pk), now=NOON)
    waiting = {"step": Step.PEN_NAME, "called": "call 0171 5550 1234", "now": NOON}
    actions.move(authors[1], Story.objects.get(pk=told[1].pk), **waiting)

    found = {one.telling.pk for one in finding.nearest(NOBODY_KNOWN, given)}
    assert found == {one.pk for one in told[2:]}


@pytest.mark.django_db
def test_what_was_told_after_the_index_was_made_is_found_at_once(authors: list) -> None:
    stories_of(authors[:6])
    given = Given(words="lighthouse")
    assert not any(one.match.is_near for one in finding.nearest(NOBODY_KNOWN, given))

    new = a_story(authors[7], "We said goodbye by the lighthouse.")

    assert finding.nearest(NOBODY_KNOWN, given)[0].telling.pk == new.pk


@pytest.mark.django_db
def test_whole_kinds_are_hidden_whatever_else_fits(authors: list) -> None:
    told = stories_of(authors, kind_of_loss=["stillbirth"])
    noted = a_story(authors[0], TWINS, notes=["living_baby"], facets={"multiples": "one_of_twins"})
    browser = Client()
    page = browser.get("/stories/found/").content.decode()
    assert f"/stories/{noted.pk}/" in page and f"/stories/{told[0].pk}/" in page

    browser.post(f"/stories/{noted.pk}/kind/", {"kind": "note living_baby"})
    assert f"/stories/{noted.pk}/" not in browser.get("/stories/found/").content.decode()
    browser.post(f"/stories/{told[0].pk}/kind/", {"kind": "kind stillbirth"})
    page = browser.get("/stories/found/").content.decode()
    assert not any(str(one.pk) in page for one in (*told, noted))
    browser.post("/stories/", {"multiples": "one_of_twins", "hidden_notes": ["living_baby"]})
    page = browser.get("/stories/found/").content.decode()
    assert str(told[0].pk) in page and str(noted.pk) not in page


@pytest.mark.django_db
def test_what_a_reader_gave_lies_in_no_table_address_or_readable_cookie(authors: list) -> None:
    stories_of(authors)
    browser = browser_of(authors[3])
    browser.get("/stories/")
    before = Entry.objects.count(), Shelf.objects.exclude(gives=None).count()

    answer = browser.post("/stories/", {"words": CANARY, "faith": "sikh", "background": CANARY})

    assert CANARY not in answer["Location"]
    held = browser.cookies[settings.VISIT_COOKIE]
    assert CANARY not in held.value and "sikh" not in held.value
    assert held["httponly"] and not held["max-age"] and not held["expires"], "it ends with the visit"
    browser.get("/stories/found/")
    assert (Entry.objects.count(), len(kept_by_anybody())) == (before[0], 0)
    assert not any(CANARY in str(one.get_decoded()) for one in Session.objects.all())


def kept_by_anybody() -> list:
    return [one for one in Shelf.objects.all() if one.gives]


@pytest.mark.django_db
def test_it_is_kept_only_for_who_asks_and_forgotten_when_they_say_so(authors: list) -> None:
    browser = browser_of(authors[3])
    browser.post("/stories/", {"words": CANARY})
    browser.post("/stories/found/keeping/")
    assert kept_by_anybody()[0].gives["words"] == CANARY

    another_day = browser_of(authors[3])
    assert CANARY in another_day.get("/stories/").content.decode()
    assert CANARY not in browser_of(authors[4]).get("/stories/").content.decode()
    another_day.post("/stories/found/removal/")
    assert CANARY not in browser_of(authors[3]).get("/stories/").content.decode()
    assert kept_by_anybody() == []


@pytest.mark.django_db
def test_what_was_given_long_ago_or_by_another_hand_is_not_read(rf) -> None:  # type: ignore[no-untyped-def]
    from django.http import HttpResponse

    answer = HttpResponse()
    visit.give_back(answer, Given(words=CANARY), now=NOON)
    request = rf.get("/")
    request.COOKIES[settings.VISIT_COOKIE] = answer.cookies[settings.VISIT_COOKIE].value

    assert visit.given_in(request, now=NOON).words == CANARY
    assert visit.given_in(request, now=NOON + visit.LASTS) == Given()
    request.COOKIES[settings.VISIT_COOKIE] = "AAAA" + request.COOKIES[settings.VISIT_COOKIE][4:]
    assert visit.given_in(request, now=NOON) == Given()


@pytest.mark.django_db
def test_leafing_through_meets_every_story_once_from_another_place_each_day(authors: list) -> None:
    told = {a_story(authors[number % 8], f"Story {number} of a winter.").pk for number in range(45)}
    starts = set()
    for day in range(6):
        met, after = [], None
        while True:
            page = finding.leafed_through(NOBODY_KNOWN, Given(), after=after, now=NOON + timedelta(days=day))
            met += [one.pk for one in page[: finding.MOST]]
            if len(page) <= finding.MOST:
                break
            after = page[finding.MOST - 1].pk
        starts.add(met[0])
        assert set(met) == told and len(met) == len(told)
    assert len(starts) > 1
    assert finding.leafed_through(NOBODY_KNOWN, Given(), after=uuid4(), now=NOON) is not None
