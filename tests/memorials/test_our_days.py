"""The days that matter: written down by those who look after them, shown to nobody else, and nothing happens by it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from uuid import uuid4

import pytest

from snowdrop.ground.journal import Entry
from snowdrop.ground.models import Outgoing
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions, queries
from snowdrop.memorials.actions import NoSuchDay
from snowdrop.memorials.models import Day, Plan
from snowdrop.memorials.tables import tables_of_a_memorial
from snowdrop.memorials.vocabulary import DateOf, Scope
from snowdrop.memorials.vocabulary_of_days import When
from snowdrop.people.viewer import Viewer
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family, a_person, let_help

pytestmark = pytest.mark.django_db

SPRING = When(3, 14)
FORM = {"name": "Her birthday", "month": "3", "day": "14", "year": "", "every_year": "yes"}


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


@pytest.fixture
def looks_after_dates(cast: Cast) -> Viewer:
    person = a_person("Noa")
    let_help(cast.keeper, cast.memorial, person, scopes=[Scope.DATES])
    return person


def put_in(viewer: Viewer, cast: Cast, name: str = "Her birthday", when: When = SPRING) -> Day:
    return actions.put_in_day(viewer, cast.memorial, name=name, when=when, now=NOON)


def at(cast: Cast, room: str = "") -> str:
    return f"/m/{cast.memorial.slug}/days/{room}"


@pytest.mark.parametrize(
    ("when", "today", "comes"),
    [
        (When(3, 14), date(2027, 3, 14), date(2027, 3, 14)),
        (When(3, 14), date(2027, 3, 15), date(2028, 3, 14)),
        (When(3, 14, 2020), date(2027, 1, 1), date(2027, 3, 14)),
        (When(2, 29), date(2027, 1, 1), date(2027, 2, 28)),
        (When(2, 29), date(2028, 1, 1), date(2028, 2, 29)),
        (When(3), date(2027, 1, 1), None),
        (When(3, 14, 2026, every_year=False), date(2027, 1, 1), None),
        (When(3, 14, 2027, every_year=False), date(2027, 1, 1), date(2027, 3, 14)),
    ],
)
def test_a_day_comes_again_only_as_it_was_said(when: When, today: date, comes: date | None) -> None:
    assert when.next_from(today) == comes


@pytest.mark.parametrize("when", [When(2, 30), When(4, 31), When(2, 29, 2027), When(3, 14, every_year=False)])
def test_what_the_calendar_does_not_have_is_refused(cast: Cast, when: When) -> None:
    with pytest.raises(NoSuchDay):
        put_in(cast.keeper, cast, when=when)
    day = put_in(cast.keeper, cast)
    with pytest.raises(NoSuchDay):
        actions.change_day(cast.keeper, day, name="x", when=when, now=NOON)


def test_keepers_and_those_who_look_after_dates_do_it_and_nobody_else(cast: Cast, looks_after_dates: Viewer) -> None:
    day = put_in(cast.keeper, cast)
    for viewer in (cast.keeper, looks_after_dates):
        actions.change_day(viewer, put_in(viewer, cast), name="The lake", when=When(7), now=NOON)
        assert Day.objects.looked_after_by(viewer).filter(memorial=cast.memorial).exists()

    speaks = a_person("Ruth")
    let_help(cast.keeper, cast.memorial, speaks, scopes=[Scope.SPEAK, Scope.PEOPLE, Scope.READ_FIRST])
    for viewer in (cast.helper, speaks, cast.stranger, cast.friend, cast.nobody):
        with pytest.raises(NotAllowed):
            put_in(viewer, cast)
        with pytest.raises(NotAllowed):
            actions.change_day(viewer, day, name="x", when=SPRING, now=NOON)
        for act in (actions.take_away_day, actions.put_back_day):
            with pytest.raises(NotAllowed):
                act(viewer, day, now=NOON)
        assert not Day.objects.looked_after_by(viewer).exists()


def test_a_helper_takes_away_and_puts_back_and_lets_go_of_nothing(cast: Cast, looks_after_dates: Viewer) -> None:
    day = put_in(cast.keeper, cast)

    with pytest.raises(NotAllowed):
        actions.let_go_of_day(cast.keeper, day, now=NOON)  # it was not taken away
    actions.take_away_day(looks_after_dates, day, now=NOON)
    assert not Day.objects.standing().exists()
    with pytest.raises(NotAllowed):
        actions.let_go_of_day(looks_after_dates, day, now=NOON)
    actions.put_back_day(looks_after_dates, day, now=NOON)
    assert Day.objects.standing().get() == day

    actions.take_away_day(cast.keeper, day, now=NOON)
    actions.let_go_of_day(cast.keeper, day, now=NOON)
    assert not Day.objects.exists()


def test_whoever_does_not_look_after_dates_any_more_does_nothing(cast: Cast, looks_after_dates: Viewer) -> None:
    day = put_in(looks_after_dates, cast)
    helper = cast.memorial.helpers.get(person_id=looks_after_dates.person_id)
    actions.change_part(cast.keeper, cast.memorial, helper, scopes=[Scope.READ_FIRST], now=NOON)

    with pytest.raises(NotAllowed):
        actions.change_day(looks_after_dates, day, name="x", when=SPRING, now=NOON)
    assert browser_of(looks_after_dates).get(at(cast)).status_code == 404
    assert Day.objects.looked_after_by(cast.keeper).get() == day


def test_sent_twice_it_is_written_down_once_and_never_in_another_memorial(cast: Cast) -> None:
    given = {"name": "Her birthday", "when": SPRING, "day_id": uuid4(), "now": NOON}
    other = actions.open_memorial(cast.stranger, title="For Bo", now=NOON)

    for _ in range(2):
        actions.put_in_day(cast.keeper, cast.memorial, **given)
    with pytest.raises(NotAllowed):
        actions.put_in_day(cast.stranger, other, **given)

    assert Day.objects.count() == 1


def test_writing_a_day_down_does_nothing_and_the_journal_says_no_word_of_it(cast: Cast) -> None:
    before = Outgoing.objects.count(), Plan.objects.count()
    day = put_in(cast.keeper, cast, name="Canary day")
    page = browser_of(cast.nobody).get(f"/m/{cast.memorial.slug}/").content.decode()

    assert (Outgoing.objects.count(), Plan.objects.count()) == before
    assert "Canary" not in page
    entries = [str(entry.__dict__) for entry in Entry.objects.filter(subject_id=day.id)]
    assert entries and not any("Canary" in entry for entry in entries)
    raw = Day.objects.values_list("name", "kept_when").get()
    assert all(b"Canary" not in bytes(one.sealed) and b"month" not in bytes(one.sealed) for one in raw)


def test_days_go_with_the_memorial(cast: Cast) -> None:
    assert {"Day", "DayTakenAway"} <= {model.__name__ for model in tables_of_a_memorial()}


def test_the_page_of_days_without_scripts(cast: Cast, looks_after_dates: Viewer) -> None:
    browser = browser_of(looks_after_dates)

    wrong = browser.post(at(cast, "new/"), FORM | {"month": "2", "day": "30"}).content.decode()
    assert "This month has no such day." in wrong and "Her birthday" in wrong
    once = browser.post(at(cast, "new/"), FORM | {"every_year": "no"}).content.decode()
    assert "Please write the year of a day that comes once." in once
    browser.post(at(cast, "new/"), FORM)
    browser.post(at(cast, "new/"), FORM | {"name": "The lake", "month": "1", "day": ""})

    page = browser.get(at(cast)).content.decode()
    assert "14 March, every year" in page and "January, every year" in page
    assert page.index("The lake") < page.index("Her birthday")
    day = next(one for one in Day.objects.all() if one.name == "The lake")
    taken = browser.post(at(cast, f"{day.id}/removal/"), follow=True).content.decode()
    assert at(cast, f"{day.id}/return/") in taken and "What was taken away" in taken
    browser.post(at(cast, f"{day.id}/return/"))
    assert Day.objects.standing().count() == 2
    assert browser.get(at(cast, f"{day.id}/letting-go/")).status_code == 404


def test_days_that_the_page_tells_of_are_offered_by_name_alone_and_to_keepers(
    cast: Cast, looks_after_dates: Viewer
) -> None:
    remembered = actions.remember(
        cast.keeper, cast.memorial, names="Ilse", dates=[(DateOf.BIRTH, "in the spring")], now=NOON
    )
    link = f"new/?from={remembered.id}.0"
    keeper, helper = browser_of(cast.keeper), browser_of(looks_after_dates)

    assert link in keeper.get(at(cast)).content.decode()
    begun = keeper.get(at(cast, link)).content.decode()
    assert 'value="Birthday, Ilse"' in begun
    assert "selected" not in begun.split('name="month"')[1].split("</select>")[0].replace('value="" selected', "")
    assert "Birthday, Ilse" not in helper.get(at(cast)).content.decode()
    assert 'value="Birthday, Ilse"' not in helper.get(at(cast, link)).content.decode()


def test_a_day_can_be_picked_for_a_letter_the_page_and_a_box(cast: Cast) -> None:
    from snowdrop.ground import clock
    from snowdrop.tributes.actions import write_letter

    today = clock.now().date()
    soon = today + timedelta(days=40)
    put_in(cast.keeper, cast, "The lake", When(soon.month, soon.day))
    put_in(cast.keeper, cast, "A whole month", When(soon.month))
    letter = write_letter(cast.keeper, cast.memorial, words="For later", audience="keepers", now=NOON)
    browser = browser_of(cast.keeper)
    room = f"/m/{cast.memorial.slug}/share/{letter.id}/day/"
    picked = When(soon.month, soon.day).next_from(today)
    assert picked
    answer = {"ours": picked.isoformat(), "day": "", "hour": "09:00", "zone": "Europe/Berlin", "to": "everybody"}

    offered = browser.get(room).content.decode()
    assert "The lake, " in offered and "A whole month" not in offered
    both = browser.post(room, answer | {"day": "2031-01-01"}).content.decode()
    assert "You have picked one of your days and written another." in both
    neither = browser.post(room, answer | {"ours": ""}).content.decode()
    assert "Please choose a day." in neither
    asked = browser.post(room, answer).content.decode()
    assert f'name="day" value="{picked.isoformat()}"' in asked

    browser.post(f"/m/{cast.memorial.slug}/boxes/new/", {"name": "Later", "ours": picked.isoformat(), "opens_on": ""})
    assert cast.memorial.boxes.get().opens_on == picked


def test_a_form_without_days_asks_as_it_did(cast: Cast) -> None:
    browser = browser_of(cast.keeper)
    browser.post(f"/m/{cast.memorial.slug}/boxes/new/", {"name": "Later", "opens_on": "2031-03-14"})

    assert cast.memorial.boxes.get().opens_on == date(2031, 3, 14)
    assert queries.days_to_pick(cast.memorial, date(2027, 1, 1)) == []


def test_a_keepsake_holds_the_days_that_stand(cast: Cast) -> None:
    from snowdrop.keepsakes.data import as_data
    from snowdrop.keepsakes.queries import beginning

    put_in(cast.keeper, cast, "The lake", When(7, 2, 2021))
    actions.take_away_day(cast.keeper, put_in(cast.keeper, cast, "Not any more"), now=NOON)

    told = json.loads("".join(as_data(cast.memorial, [], [], [], now=NOON)))["memorial"]["days"]
    assert [(one["name"], one["month"], one["day"], one["year"], one["every_year"]) for one in told] == [
        ("The lake", 7, 2, 2021, True)
    ]
    assert [(one.name, one.when) for one in beginning(cast.memorial).days] == [("The lake", "2 July 2021, every year")]
