"""Two or more read first from one queue and do not meet in it; what is with one of them lapses by itself."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client

from snowdrop.comfort import actions
from snowdrop.comfort.models import Claim, Comfort, HandOverNote, PassedOn
from snowdrop.comfort.vocabulary import CLAIM, Place
from snowdrop.ground import clock
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials.vocabulary import Scope
from snowdrop.people.viewer import Viewer
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family, a_person, another_family, let_help
from tests.world.guests import send

pytestmark = pytest.mark.django_db

LATER = NOON + CLAIM + timedelta(seconds=1)


@pytest.fixture
def cast() -> Cast:
    return a_family()


@pytest.fixture
def ana(cast: Cast) -> Viewer:
    """A second helper who reads first."""
    ana = a_person("Ana")
    let_help(cast.keeper, cast.memorial, ana)
    return ana


def desk(cast: Cast, more: str = "") -> str:
    return f"/m/{cast.memorial.slug}/reading/{more}"


def given(who: Viewer, cast: Cast, *, now=NOON) -> Comfort | None:  # type: ignore[no-untyped-def]
    return actions.take_next(who, cast.memorial, now=now)


def on_desk_of(browser: Client, cast: Cast) -> str:
    """The handle of what a desk shows, "" for none."""
    found = re.findall(r'action="/m/[^/]+/reading/([0-9a-f]{32})/"', browser.get(desk(cast)).content.decode())
    return found[0] if found else ""


def test_each_reader_is_given_another_piece_and_keeps_it_while_they_read(cast: Cast, ana: Viewer) -> None:
    first, second, third = (send(cast.memorial) for _ in range(3))
    jonas, other, keeper = (browser_of(who) for who in (cast.helper, ana, cast.keeper))

    shown = [on_desk_of(browser, cast) for browser in (jonas, other, keeper, jonas, other)]

    handles = [one.handle for one in (first, second, third)]
    assert shown == [*handles, handles[0], handles[1]]


def test_what_is_with_another_is_not_shown_to_whoever_asks_for_it_by_its_name(cast: Cast, ana: Viewer) -> None:
    piece = send(cast.memorial, words="Canary words", name="Canary")
    given(cast.helper, cast, now=clock.now())

    page = browser_of(ana).get(desk(cast, f"{piece.handle}/")).content.decode()
    answer = browser_of(ana).post(desk(cast, f"{piece.handle}/"), {"decision": "through"}, follow=True).content.decode()

    assert "Somebody else is reading this one just now" in page and "Canary" not in page
    assert "Somebody else is reading this one just now. Nothing was changed." in answer and "Canary" not in answer
    assert Comfort.objects.get().place == Place.HELD
    for act in (actions.let_through, actions.keep_for_later, actions.keep_away, actions.worry_about, actions.pass_on):
        with pytest.raises(actions.WithAnother):
            act(ana, piece, now=clock.now())


def test_it_lapses_without_a_sign_and_goes_to_the_next(cast: Cast, ana: Viewer) -> None:
    piece = send(cast.memorial)
    given(cast.helper, cast)

    before, after = given(ana, cast, now=NOON + CLAIM - timedelta(seconds=1)), given(ana, cast, now=LATER)

    assert (before, after) == (None, piece)
    with pytest.raises(actions.WithAnother):
        actions.let_through(cast.helper, piece, now=LATER)
    actions.let_through(ana, piece, now=LATER)


def test_a_sign_keeps_it_with_the_reader(cast: Cast, ana: Viewer) -> None:
    send(cast.memorial)
    given(cast.helper, cast)
    given(cast.helper, cast, now=NOON + CLAIM / 2)

    assert given(ana, cast, now=LATER) is None


def test_whoever_reads_for_long_may_still_decide_while_nobody_else_has_it(cast: Cast) -> None:
    piece = send(cast.memorial)
    given(cast.helper, cast)

    actions.let_through(cast.helper, piece, now=NOON + timedelta(hours=3))

    assert Comfort.objects.get().place == Place.WAITING and not Claim.objects.exists()


def test_a_reader_has_one_piece_at_a_time(cast: Cast, ana: Viewer) -> None:
    first, second = send(cast.memorial), send(cast.memorial)
    given(cast.helper, cast)

    actions.claim(cast.helper, second, now=NOON)

    assert Claim.objects.get().comfort == second
    assert given(ana, cast) == first


def test_whoever_has_enough_gives_it_back_with_one_press(cast: Cast, ana: Viewer) -> None:
    piece, browser = send(cast.memorial), browser_of(cast.helper)
    page = browser.get(desk(cast)).content.decode()
    before = on_desk_of(browser_of(ana), cast)

    answer = browser.post(desk(cast, "enough/"))

    assert "You may stop at any time." in page
    assert (before, answer["Location"], on_desk_of(browser_of(ana), cast)) == ("", "/mine/", piece.handle)


def test_what_somebody_would_rather_not_read_goes_to_the_others_and_never_back_to_them(cast: Cast, ana: Viewer) -> None:
    first, second = send(cast.memorial, words="One"), send(cast.memorial, words="Two")
    jonas = browser_of(cast.helper)
    on_desk_of(jonas, cast)

    said = jonas.post(desk(cast, f"{first.handle}/"), {"decision": "pass-on"}, follow=True).content.decode()
    for_others = on_desk_of(browser_of(ana), cast)
    actions.let_through(cast.helper, second, now=clock.now())
    left = jonas.get(desk(cast)).content.decode()

    assert "It is left to the others." in said and "Two" in said and "One" not in said
    assert for_others == first.handle
    assert "What is left, you have left to the others" in left and "One" not in left
    assert Comfort.objects.get(pk=first.pk).place == Place.HELD


def test_what_was_left_to_the_others_is_taken_up_again_only_by_asking(cast: Cast) -> None:
    first, second = send(cast.memorial), send(cast.memorial)
    jonas = browser_of(cast.helper)
    for piece in (first, second):
        jonas.post(desk(cast, f"{piece.handle}/"), {"decision": "pass-on"})

    nothing = on_desk_of(jonas, cast)
    undone = jonas.post(desk(cast, f"passed-on/?handle={second.handle}"))
    one_left = PassedOn.objects.get().comfort
    jonas.post(desk(cast, "passed-on/"))

    assert (nothing, one_left) == ("", first)
    assert undone["Location"] == desk(cast, f"{second.handle}/")
    assert not PassedOn.objects.exists()


def test_nobody_takes_or_leaves_anything_at_a_desk_that_is_not_theirs(cast: Cast) -> None:
    welcomer, elsewhere, piece = a_person("Wim"), another_family(), send(cast.memorial)
    let_help(cast.keeper, cast.memorial, welcomer, scopes=[Scope.PEOPLE])
    note = actions.leave_note(cast.helper, cast.memorial, words="Two are from school.", now=NOON)

    for who in (welcomer, cast.stranger, cast.friend, cast.nobody, elsewhere.keeper):
        for act in (
            lambda who=who: actions.take_next(who, cast.memorial, now=NOON),
            lambda who=who: actions.claim(who, piece, now=NOON),
            lambda who=who: actions.pass_on(who, piece, now=NOON),
            lambda who=who: actions.take_up(who, cast.memorial, now=NOON),
            lambda who=who: actions.leave_note(who, cast.memorial, words="No", now=NOON),
            lambda who=who: actions.take_away_note(who, cast.memorial, note, now=NOON),
        ):
            with pytest.raises(NotAllowed):
                act()
    with pytest.raises(NotAllowed):
        actions.take_away_note(elsewhere.keeper, elsewhere.memorial, note, now=NOON)
    assert not Claim.objects.exists() and not PassedOn.objects.exists() and HandOverNote.objects.count() == 1


def test_what_is_taken_back_by_its_sender_leaves_the_desk(cast: Cast) -> None:
    piece = send(cast.memorial)
    given(cast.helper, cast)

    Comfort.objects.filter(pk=piece.pk).update(place=Place.WITHDRAWN)

    assert not actions.claim(cast.helper, piece, now=NOON)
    assert given(cast.helper, cast) is None and not Claim.objects.exists()


def test_a_note_is_there_for_all_who_read_first_until_somebody_takes_it_away(cast: Cast, ana: Viewer) -> None:
    jonas, other = browser_of(cast.helper), browser_of(ana)

    jonas.post(desk(cast, "notes/"), {"words": "Canary: two are from the same school."})
    seen = [browser.get(desk(cast)).content.decode() for browser in (jonas, other, browser_of(cast.keeper))]
    [address] = re.findall(r'action="([^"]+/notes/[^"]+/removal/)"', seen[1])
    other.post(address)

    assert all("Canary" in page and "Jonas" in page for page in seen)
    assert "Canary" not in jonas.get(desk(cast)).content.decode() and not HandOverNote.objects.exists()


def test_an_empty_note_or_one_without_end_is_not_left(cast: Cast) -> None:
    pages = [
        browser_of(cast.helper).post(desk(cast, "notes/"), {"words": words}).content.decode()
        for words in ("", " ", "x" * 1001)
    ]

    assert ["There are no words yet." in page for page in pages] == [True, True, False]
    assert "There is room for 1000 letters." in pages[2]
    assert not HandOverNote.objects.exists()
