"""Showing something on a day: to nobody before its hour, to exactly those who were agreed to then, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from snowdrop.front.publishing import publish
from snowdrop.ground import published, timetable
from snowdrop.ground.models import Entry
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Keeper, Plan
from snowdrop.memorials.rules import Frozen
from snowdrop.memorials.vocabulary import InTheWay
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions
from snowdrop.tributes import actions_of_plans as days
from snowdrop.tributes.jobs import show_what_is_due
from snowdrop.tributes.models import Letter
from tests.tributes.conftest import Share
from tests.world.browsers import browser_of, text_of
from tests.world.cast import NOON, Cast, a_person

pytestmark = pytest.mark.django_db

DAY = NOON + timedelta(days=30)
A_MINUTE = timedelta(minutes=1)
WORDS = "On your second birthday we went to the weir"


@pytest.fixture
def other(cast: Cast) -> Viewer:
    """Somebody who keeps the memorial together with the keeper."""
    person = a_person("Levi")
    Keeper.objects.create(memorial=cast.memorial, person_id=person.person_id, since=NOON)
    return person


@pytest.fixture
def letter(cast: Cast) -> Letter:
    """A letter of the keeper that will be everybody's on the day."""
    one = actions.write_letter(cast.keeper, cast.memorial, words=WORDS, audience="keepers", now=NOON)
    plan(cast, one)
    return one


def plan(cast: Cast, thing: Any, to: str = "everybody", by: Viewer | None = None, **given: Any) -> Plan:
    when = {"at": DAY, "zone": "Europe/Berlin", "now": NOON} | given
    return days.plan_showing(by or cast.keeper, thing, to=to, **when)


def who_sees(cast: Cast, letter: Letter) -> set[str]:
    return {name for name, viewer in cast.everybody().items() if Letter.objects.visible_to(viewer).filter(pk=letter.pk)}


ALL = {"keeper", "helper", "friend", "stranger", "nobody"}


def test_it_is_shown_when_its_moment_has_come_and_not_before(cast: Cast, letter: Letter) -> None:
    show_what_is_due(DAY - A_MINUTE)
    days.show_as_planned(letter.id, now=DAY - A_MINUTE)
    assert who_sees(cast, letter) == {"keeper"}

    show_what_is_due(DAY)
    show_what_is_due(DAY + A_MINUTE)

    assert who_sees(cast, letter) == ALL
    assert not Plan.objects.exists()
    assert Entry.objects.filter(verb="letter.shown").count() == 1


def test_the_timetable_does_it_also_when_the_server_was_off(cast: Cast, letter: Letter) -> None:
    timetable.do_what_is_due(DAY - timedelta(days=1))

    timetable.do_what_is_due(DAY + timedelta(days=9))

    assert who_sees(cast, letter) == ALL


def test_its_own_days_stay_as_they_were(cast: Cast, letter: Letter) -> None:
    show_what_is_due(DAY)

    letter.refresh_from_db()
    assert (letter.made_at, letter.changed_at) == (NOON, NOON)


def test_nothing_of_it_leaks_before_its_hour(cast: Cast, letter: Letter, add: Share) -> None:
    photo = add(words=WORDS, audience="keepers")
    plan(cast, photo)
    slug = cast.memorial.slug
    publish(cast.memorial.id)
    picture = photo.picture.renditions.first()
    assert picture
    answers = {
        name: [
            browser_of(viewer).get(path)
            for path in (
                reverse("memorial", args=[slug]),
                reverse("picture", args=[slug, photo.id, picture.name]),
                reverse("send_comfort", args=[slug]),
                reverse("older_comfort", args=[slug]),
                reverse("letter", args=[slug, letter.id]),
                reverse("tribute_day", args=[slug, letter.id]),
                reverse("tributes", args=[slug]),
            )
        ]
        for name, viewer in cast.everybody().items()
        if name != "keeper"
    }

    said = {name: "".join(map(text_of, of)) for name, of in answers.items()}
    assert not [name for name, text in said.items() if WORDS in text or "13 April" in text or "is chosen" in text]
    assert {of[1].status_code for of in answers.values()} == {404}
    assert WORDS.encode() not in published.path_of(slug).read_bytes()
    seen = browser_of(cast.keeper).get(reverse("seen_as", args=[slug, "stranger"]))
    assert seen.status_code == 200
    assert WORDS not in text_of(seen)


def test_then_it_stands_on_the_page_of_everybody(cast: Cast, letter: Letter) -> None:
    show_what_is_due(DAY)

    assert WORDS in text_of(browser_of(cast.nobody).get(reverse("memorial", args=[cast.memorial.slug])))


def _narrowed(cast: Cast, letter: Letter) -> None:
    actions.write_letter(cast.keeper, cast.memorial, letter_id=letter.id, words=WORDS, audience="me", now=NOON)


def _widened_otherwise(cast: Cast, letter: Letter) -> None:
    actions.write_letter(cast.keeper, cast.memorial, letter_id=letter.id, words=WORDS, audience="helpers", now=NOON)


def _leave(cast: Cast, letter: Letter) -> None:
    memorials.resign(cast.keeper, cast.memorial, now=NOON)


def _freeze(cast: Cast, letter: Letter) -> None:
    memorials.freeze(cast.keeper, cast.memorial, now=NOON)


def _ask_for_deletion(cast: Cast, letter: Letter) -> None:
    memorials.ask_for_deletion(cast.keeper, cast.memorial, now=NOON)


def _take_away(cast: Cast, letter: Letter) -> None:
    actions.take_away(cast.keeper, letter, now=NOON)


def _close_the_page(cast: Cast, letter: Letter) -> None:
    memorials.take_back_memorial(cast.keeper, cast.memorial, now=NOON)


@pytest.mark.parametrize(
    ("what", "why"),
    [
        (_narrowed, InTheWay.CHANGED),
        (_widened_otherwise, InTheWay.CHANGED),
        (_leave, InTheWay.NOT_KEEPER),
        (_freeze, InTheWay.FROZEN),
        (_ask_for_deletion, InTheWay.DELETION),
        (_take_away, InTheWay.TAKEN_AWAY),
        (_close_the_page, InTheWay.PAGE_NARROWER),
    ],
)
def test_what_has_changed_since_is_a_reason_to_ask_a_person_again(
    cast: Cast, letter: Letter, other: Viewer, what: Callable[[Cast, Letter], None], why: InTheWay
) -> None:
    what(cast, letter)
    before = Letter.objects.get().audience

    show_what_is_due(DAY)
    show_what_is_due(DAY + A_MINUTE)

    assert Letter.objects.get().audience == before
    row = Plan.objects.get()
    assert (row.missed, row.missed_at) == (why, DAY)
    assert not Entry.objects.filter(verb="letter.shown").exists()


def test_a_circle_that_is_gone_is_not_made_good_by_others(cast: Cast) -> None:
    family, choir = (memorials.make_circle(cast.keeper, cast.memorial, name=name, now=NOON) for name in ("F", "C"))
    one = actions.write_letter(cast.keeper, cast.memorial, words=WORDS, now=NOON)
    plan(cast, one, to="circles", circles=[family.id, choir.id])
    memorials.delete_circle(cast.keeper, cast.memorial, choir, now=NOON)

    show_what_is_due(DAY)

    assert (Letter.objects.get().audience, Plan.objects.get().missed) == ("me", InTheWay.CIRCLE_GONE)


def test_those_who_keep_it_read_why_in_plain_words(cast: Cast, letter: Letter) -> None:
    _freeze(cast, letter)
    address = reverse("letter", args=[cast.memorial.slug, letter.id])
    before = text_of(browser_of(cast.keeper).get(address))

    show_what_is_due(DAY)

    after = text_of(browser_of(cast.keeper).get(address))
    assert "As things stand it would not be shown." in before
    assert "One of you has asked that nothing here becomes wider." in before
    assert "It was not shown" in after
    assert "Nothing else has happened." in after


def test_what_is_in_the_way_may_go_again_before_the_day(cast: Cast, letter: Letter) -> None:
    _freeze(cast, letter)
    memorials.lift_freeze(cast.keeper, cast.memorial, now=NOON)

    show_what_is_due(DAY)

    assert who_sees(cast, letter) == ALL


def test_what_is_already_shown_to_them_needs_no_plan(cast: Cast, letter: Letter) -> None:
    actions.write_letter(cast.keeper, cast.memorial, letter_id=letter.id, words=WORDS, audience="everybody", now=NOON)

    assert not Plan.objects.exists()


def test_a_letter_for_another_keeper_on_a_day_is_not_there_for_them_before(cast: Cast, other: Viewer) -> None:
    one = actions.write_letter(cast.keeper, cast.memorial, words=WORDS, now=NOON)
    plan(cast, one, to="keepers")
    _freeze(cast, one)  # those who keep it may always show each other
    address = reverse("tribute_day", args=[cast.memorial.slug, one.id])
    assert browser_of(other).get(address).status_code == 404
    for act in (
        lambda: plan(cast, one, by=other),
        lambda: days.do_not_show_by_itself(other, one, now=NOON),
        lambda: days.show_what_was_planned(other, one, now=NOON),
        lambda: days.take_back(other, one, now=NOON),
        lambda: days.show_again(other, one, now=NOON),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert WORDS not in text_of(browser_of(other).get(reverse("tributes", args=[cast.memorial.slug])))

    show_what_is_due(DAY)

    assert WORDS in text_of(browser_of(other).get(reverse("tributes", args=[cast.memorial.slug])))


def test_only_more_people_at_a_later_moment_can_be_planned(cast: Cast) -> None:
    one = actions.write_letter(cast.keeper, cast.memorial, words=WORDS, audience="link", now=NOON)

    for given, refusal in (
        ({"at": NOON}, memorials.NotLater),
        ({"at": NOON + timedelta(days=51 * 366)}, memorials.NotLater),
        ({"to": "link"}, memorials.NothingMore),
        ({"to": "helpers"}, memorials.NothingMore),
        ({"to": "me"}, NotAllowed),
        ({"by": cast.helper}, NotAllowed),
        ({"by": cast.stranger}, NotAllowed),
    ):
        with pytest.raises(refusal):
            plan(cast, one, **given)  # type: ignore[arg-type]
    assert not Plan.objects.exists()


def test_changing_ones_mind(cast: Cast, letter: Letter) -> None:
    plan(cast, letter, at=DAY + timedelta(days=1))
    show_what_is_due(DAY)
    assert who_sees(cast, letter) == {"keeper"}

    days.do_not_show_by_itself(cast.keeper, letter, now=DAY)
    show_what_is_due(DAY + timedelta(days=1))
    assert who_sees(cast, letter) == {"keeper"}

    plan(cast, letter, at=DAY + timedelta(days=2), now=DAY)
    days.show_what_was_planned(cast.keeper, letter, now=DAY)
    assert who_sees(cast, letter) == ALL
    assert not Plan.objects.exists()


def test_showing_it_now_obeys_a_freeze(cast: Cast, letter: Letter) -> None:
    _freeze(cast, letter)

    with pytest.raises(Frozen):
        days.show_what_was_planned(cast.keeper, letter, now=NOON)

    assert who_sees(cast, letter) == {"keeper"}
    assert Plan.objects.exists()


def test_one_that_fails_holds_up_no_other(cast: Cast, letter: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    second = actions.write_letter(cast.keeper, cast.memorial, words="Another", audience="keepers", now=NOON)
    plan(cast, second)
    really = days.show_to

    def fail_once(viewer: Viewer, tribute: Any, shown: Any, **given: Any) -> None:
        if tribute.pk == letter.pk:
            raise OSError("for once")
        really(viewer, tribute, shown, **given)

    monkeypatch.setattr(days, "show_to", fail_once)
    show_what_is_due(DAY)
    assert (who_sees(cast, letter), who_sees(cast, second)) == ({"keeper"}, ALL)

    monkeypatch.setattr(days, "show_to", really)
    show_what_is_due(DAY + A_MINUTE)
    assert who_sees(cast, letter) == ALL


def test_a_plan_for_something_that_is_gone_goes_too(cast: Cast, letter: Letter) -> None:
    Letter.objects.all().delete()

    show_what_is_due(DAY)

    assert not Plan.objects.exists()


def test_the_zone_is_remembered_for_the_person(cast: Cast, letter: Letter) -> None:
    assert Person.objects.get(pk=cast.keeper.person_id).time_zone == "Europe/Berlin"
    page = browser_of(cast.keeper).get(reverse("tribute_day", args=[cast.memorial.slug, letter.id]))
    assert 'value="Europe/Berlin" selected' in page.content.decode()


def test_what_is_asked_is_said_before_it_holds(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    one = actions.write_letter(cast.keeper, cast.memorial, words=WORDS, now=NOON)
    browser, address = browser_of(cast.keeper), reverse("tribute_day", args=[cast.memorial.slug, one.id])
    given = {"to": "everybody", "day": "2031-03-30", "hour": "02:30", "zone": "Europe/Berlin"}

    asked = text_of(browser.post(address, given))

    assert not Plan.objects.exists()
    assert "Show it on 30 March 2031 at 03:30 (Europe/Berlin)?" in asked
    assert "From then on it is shown to: Everybody." in asked
    assert "The clocks go forward there" in asked
    assert "Who sees it now: Only me." in asked
    browser.post(address, given | {"sure": "yes"})
    assert Plan.objects.get().shown.audience == "everybody"


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"day": "2020-01-01"}, "That moment has passed."),
        ({"day": "9999-12-31"}, "too far away"),
        ({"day": "0001-01-01", "hour": "00:00", "zone": "Asia/Kolkata"}, "too far away"),
        ({"day": "soon"}, "Please write the day as"),
        ({"hour": "25:00"}, "Please write the hour as"),
        ({"zone": ""}, "Please choose the place whose clocks you mean."),
        ({"zone": "Moon/Tranquillity"}, "Please choose one of those that are here."),
        ({"to": "me"}, "Please choose one of those that are here."),
        ({"to": "circles"}, "Please tick the circles"),
    ],
)
def test_a_mistake_is_said_beside_it_and_nothing_is_lost(cast: Cast, given: dict[str, str], problem: str) -> None:
    one = actions.write_letter(cast.keeper, cast.memorial, words=WORDS, now=NOON)
    form = {"to": "link", "day": "2031-03-14", "hour": "09:00", "zone": "Europe/Berlin", "sure": "yes"} | given

    answer = browser_of(cast.keeper).post(reverse("tribute_day", args=[cast.memorial.slug, one.id]), form)

    assert answer.status_code == 200
    assert problem in text_of(answer)
    assert not Plan.objects.exists()
