"""Letters over the years: another one after one that is there, in the order of the days that they say."""

from __future__ import annotations

import pytest
from django.urls import reverse

from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials.models import Keeper
from snowdrop.tributes import actions
from snowdrop.tributes.models import Letter, Series
from snowdrop.tributes.vocabulary import Way
from tests.world.browsers import browser_of, text_of
from tests.world.cast import NOON, Cast, a_person, another_family
from tests.world.on_page import shared_with

pytestmark = pytest.mark.django_db


def write(cast: Cast, title: str, day: str = "", after: Letter | None = None, **given: object) -> Letter:
    said = {"title": title, "day": day, "audience": "everybody", "now": NOON, **given}
    return actions.write_letter(cast.keeper, cast.memorial, words="Dear Ilse", after=after and after.id, **said)  # type: ignore[arg-type]


def on_page(cast: Cast) -> list[tuple[str, str]]:
    """The years and titles, as a stranger finds them."""
    things = shared_with(cast.nobody, cast.memorial).things
    return [(thing.letter.year, thing.letter.title) for thing in things if thing.letter]


def titles(cast: Cast) -> list[str]:
    return [title for _year, title in on_page(cast)]


def test_another_one_keeps_for_whom_it_is(cast: Cast) -> None:
    first = write(cast, "1", dedication="For Ilse", signed="Your mother", language="de")
    browser, address = browser_of(cast.keeper), reverse("write_letter", args=[cast.memorial.slug])
    link = f"{address}?after={first.id}"
    assert link in text_of(browser.get(reverse("letter", args=[cast.memorial.slug, first.id])))

    page = browser.get(link)

    form = page.context["form"]
    assert [form[name].value() for name in ("dedication", "signed", "language")] == ["For Ilse", "Your mother", "de"]
    assert form["after"].value() == str(first.id)
    assert form["words"].value() in (None, "")
    sent = {name: form[name].value() or "" for name in ("letter_id", "pen", "after", "dedication", "language")}
    browser.post(address, {**sent, "words": "A year later", "day": "2027-03-14", "audience": "keepers"})
    second = Letter.objects.exclude(pk=first.pk).get()
    first.refresh_from_db()
    assert (second.series_id, second.day) == (first.series_id, "2027-03-14")
    assert Series.objects.count() == 1


def test_they_stand_together_in_the_order_of_their_days(cast: Cast) -> None:
    first = write(cast, "2026", "2026-03-14")
    write(cast, "Other")
    write(cast, "2028", "2028-03-14", first)
    third = write(cast, "2027", "2027-03-14", first)
    assert titles(cast) == ["2026", "2027", "2028", "Other"]

    write(cast, "2025", "2025-03-14", letter_id=third.id)

    assert titles(cast) == ["2025", "2026", "2028", "Other"]


def test_one_without_a_day_stands_where_it_was_written_and_the_family_may_move_all_of_them(cast: Cast) -> None:
    first = write(cast, "First", "2026-03-14")
    second = write(cast, "No day", after=first)
    write(cast, "Third", "2027-01-01", first)
    assert titles(cast) == ["First", "Third", "No day"]

    actions.move(cast.keeper, second, way=Way.EARLIER, now=NOON)

    assert titles(cast) == ["First", "No day", "Third"]


def test_years_stand_above_them_only_if_the_family_wishes(cast: Cast) -> None:
    first = write(cast, "a", "2026-03-14")
    for title, day in (("b", "2026-10-15"), ("c", "2027-03-14"), ("d", "")):
        write(cast, title, day, first)
    first.refresh_from_db()
    assert on_page(cast) == [("", "a"), ("", "b"), ("", "c"), ("", "d")]
    address = reverse("show_years", args=[cast.memorial.slug, first.id])

    browser_of(cast.keeper).post(address, {"by_year": "yes"})
    assert on_page(cast) == [("2026", "a"), ("", "b"), ("2027", "c"), ("", "d")]
    page = text_of(browser_of(cast.nobody).get(reverse("memorial", args=[cast.memorial.slug])))
    assert '<h2 class="year">2027</h2>' in page
    assert "2026-03-14" not in page

    browser_of(cast.keeper).post(address)
    assert {year for year, _title in on_page(cast)} == {""}


def test_a_year_tells_nothing_of_a_letter_that_somebody_does_not_see(cast: Cast) -> None:
    first = write(cast, "a", "2026-03-14", audience="me")
    write(cast, "b", "2027-03-14", first)
    actions.show_years(cast.keeper, first, by_year=True, now=NOON)

    assert on_page(cast) == [("2027", "b")]


def test_what_another_keeper_has_alone_is_no_beginning_and_no_measure(cast: Cast) -> None:
    other = a_person("Levi")
    Keeper.objects.create(memorial=cast.memorial, person_id=other.person_id, since=NOON)
    alone = write(cast, "Alone", "2026-03-14", audience="me")
    with pytest.raises(NotAllowed):
        actions.write_letter(other, cast.memorial, words="After it", after=alone.id, now=NOON)

    address = reverse("write_letter", args=[cast.memorial.slug])
    page = browser_of(other).get(f"{address}?after={alone.id}")
    assert page.context["form"]["after"].value() is None


def test_what_another_keeper_has_alone_moves_nothing(cast: Cast) -> None:
    other = a_person("Levi")
    Keeper.objects.create(memorial=cast.memorial, person_id=other.person_id, since=NOON)
    first = write(cast, "2026", "2026-01-01")
    write(cast, "Other")
    alone = write(cast, "Alone", "2026-06-01", first, audience="me")
    actions.move(cast.keeper, alone, way=Way.LATER, now=NOON)
    said = {"title": "2027", "words": "Dear Ilse", "day": "2027-01-01", "audience": "everybody", "after": first.id}

    actions.write_letter(other, cast.memorial, **said, now=NOON)  # type: ignore[arg-type]

    assert titles(cast) == ["2026", "2027", "Other"]


def test_a_letter_of_another_family_begins_nothing_here(cast: Cast) -> None:
    elsewhere = another_family()
    theirs = actions.write_letter(elsewhere.keeper, elsewhere.memorial, words="Dear Bo", now=NOON)

    with pytest.raises(NotAllowed):
        write(cast, "After it", after=theirs)
    with pytest.raises(NotAllowed):
        actions.show_years(cast.keeper, write(cast, "Alone"), by_year=True, now=NOON)
