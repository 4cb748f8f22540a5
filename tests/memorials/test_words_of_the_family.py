"""What a memorial says and whom it remembers: kept as the family says it, in its order, and nothing derived from it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from snowdrop.memorials import actions
from snowdrop.memorials.models import Memorial, Remembered
from snowdrop.memorials.vocabulary import LONGEST_STORY, LONGEST_WORDS
from tests.memorials.test_opening import EVERY_SCRIPT
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_family()


@pytest.fixture
def browser(cast: Cast) -> Client:
    return browser_of(cast.keeper)


def words_address(cast: Cast) -> str:
    return f"/m/{cast.memorial.slug}/words/"


def filled_in(page: Any, **answers: str) -> dict[str, Any]:
    """What a browser sends when the form of a page is sent with these answers changed."""
    form = page.context["form"]
    shown = {one.html_name: one.value() for one in form if one.value() is not False}
    shown |= {one.html_initial_name: one.value() for one in form if one.field.show_hidden_initial}
    if hasattr(form, "days"):
        shown |= {one.html_name: one.value() for one in form.days.management_form}
        shown |= {one.html_name: one.value() or "" for day in form.days for one in day}
    return shown | answers


def test_words_title_flower_and_language_are_kept(cast: Cast, browser: Client) -> None:
    sent = filled_in(
        browser.get(words_address(cast)),
        title=EVERY_SCRIPT,
        words="One line.\r\n\r\nAnother.",
        flower="lily",
        language="ar",
    )

    response = browser.post(words_address(cast), sent)

    kept = Memorial.objects.get(pk=cast.memorial.pk)
    assert response.status_code == 302
    assert (kept.title, kept.words, kept.flower, kept.language) == (
        EVERY_SCRIPT,
        "One line.\n\nAnother.",
        "lily",
        "ar",
    )


def test_one_keeper_does_not_undo_what_another_wrote_meanwhile(cast: Cast, browser: Client) -> None:
    open_since_morning = browser.get(words_address(cast))
    actions.describe_memorial(cast.keeper, cast.memorial, words="What the other wrote.", now=NOON)

    browser.post(words_address(cast), filled_in(open_since_morning, title="Ilse"))

    kept = Memorial.objects.get(pk=cast.memorial.pk)
    assert (kept.title, kept.words) == ("Ilse", "What the other wrote.")


def test_words_are_kept_while_they_are_written(cast: Cast, browser: Client) -> None:
    sent = filled_in(browser.get(words_address(cast)), words="Half a sent")

    response = browser.post(words_address(cast), sent, headers={"Accept": "application/json"})

    assert (response.status_code, response.json()) == (200, {"address": words_address(cast)})
    assert Memorial.objects.get(pk=cast.memorial.pk).words == "Half a sent"


def test_too_many_words_are_said_to_be_and_nothing_is_changed(cast: Cast, browser: Client) -> None:
    sent = filled_in(browser.get(words_address(cast)), words="a" * (LONGEST_WORDS + 1))

    in_page = browser.post(words_address(cast), sent)
    by_script = browser.post(words_address(cast), sent, headers={"Accept": "application/json"})

    assert "There is room for 4000 letters." in in_page.content.decode()
    assert "a" * LONGEST_WORDS in in_page.content.decode()
    assert by_script.json() == {
        "problem": "There is room for 4000 letters. Nothing is lost; please shorten it a little."
    }
    assert Memorial.objects.get(pk=cast.memorial.pk).words == ""


def test_lines_count_once_however_the_browser_ends_them(cast: Cast, browser: Client) -> None:
    longest = "a\r\n" * (LONGEST_WORDS // 2 - 1) + "ab"

    browser.post(words_address(cast), filled_in(browser.get(words_address(cast)), words=longest))

    assert len(Memorial.objects.get(pk=cast.memorial.pk).words) == LONGEST_WORDS


def test_a_form_without_its_fields_changes_nothing(cast: Cast, browser: Client) -> None:
    browser.post(words_address(cast), {})

    kept = Memorial.objects.get(pk=cast.memorial.pk)
    assert (kept.title, kept.flower, kept.language) == ("For Ilse", "snowdrop", "en")


def test_somebody_is_remembered_in_two_steps_without_a_name(cast: Cast, browser: Client) -> None:
    response = browser.post(f"/m/{cast.memorial.slug}/names/new/", {})

    one = Remembered.objects.get()
    assert (one.names, one.lives, one.dates, one.story) == ("", False, [], "")
    assert response["Location"] == f"/m/{cast.memorial.slug}/names/{one.id}/"
    assert browser.get(response["Location"]).status_code == 200


def address_of(one: Remembered) -> str:
    return f"/m/{one.memorial.slug}/names/{one.id}/"


def test_days_are_kept_as_the_family_says_them(cast: Cast, browser: Client) -> None:
    one = actions.remember(cast.keeper, cast.memorial, names="Ilse", dates=[("birth", "early in March")], now=NOON)
    first = filled_in(browser.get(address_of(one)), **{"days-1-kind": "other", "days-1-own": "The day we named her"})
    browser.post(address_of(one), {**first, "days-1-when": "2019", "another_day": "yes"})

    second = filled_in(browser.get(address_of(one)), **{"days-2-kind": "due", "days-2-when": ""})
    browser.post(address_of(one), second)

    assert Remembered.objects.get(pk=one.pk).dates == [
        ["birth", "early in March"],
        ["The day we named her", "2019"],
        ["due", ""],
    ]


def test_a_day_that_is_emptied_is_taken_away(cast: Cast, browser: Client) -> None:
    dates = [("birth", "31 October"), ("loss", "in the spring")]
    one = actions.remember(cast.keeper, cast.memorial, names="Ilse", dates=dates, now=NOON)

    browser.post(address_of(one), filled_in(browser.get(address_of(one)), **{"days-0-kind": "", "days-0-when": ""}))

    assert Remembered.objects.get(pk=one.pk).dates == [["loss", "in the spring"]]


def test_adding_another_day_keeps_what_was_written_and_comes_back_to_the_days(cast: Cast, browser: Client) -> None:
    one = actions.remember(cast.keeper, cast.memorial, now=NOON)

    response = browser.post(
        address_of(one),
        filled_in(browser.get(address_of(one)), story=EVERY_SCRIPT, names="Ilse, Ida", another_day="yes"),
    )

    kept = Remembered.objects.get(pk=one.pk)
    assert response["Location"] == f"{address_of(one)}#days"
    assert (kept.story, kept.names) == (EVERY_SCRIPT, "Ilse, Ida")


@pytest.mark.parametrize(
    "answers",
    [
        {"story": "a" * (LONGEST_STORY + 1)},
        {"days-0-when": "a" * 201},
        {"days-0-kind": "weeks"},
        {"days-TOTAL_FORMS": "many"},
    ],
)
def test_what_cannot_be_kept_of_the_remembered_changes_nothing(
    cast: Cast, browser: Client, answers: dict[str, str]
) -> None:
    one = actions.remember(cast.keeper, cast.memorial, names="Ilse", story="Ours", now=NOON)

    response = browser.post(address_of(one), filled_in(browser.get(address_of(one)), names="Other", **answers))

    kept = Remembered.objects.get(pk=one.pk)
    assert (response.status_code, kept.names, kept.story, kept.dates) == (200, "Ilse", "Ours", [])
    assert "Please look at this again" in response.content.decode()


def test_no_flood_of_days_is_read(cast: Cast, browser: Client) -> None:
    one = actions.remember(cast.keeper, cast.memorial, names="Ilse", now=NOON)
    flood = {f"days-{number}-when": "2019" for number in range(100)}

    browser.post(address_of(one), {**filled_in(browser.get(address_of(one))), **flood, "days-TOTAL_FORMS": "1000000"})

    assert len(Remembered.objects.get(pk=one.pk).dates) <= 20


def test_the_order_of_the_remembered_can_be_changed_and_ends_at_its_ends(cast: Cast, browser: Client) -> None:
    ilse, bo, ada = (
        actions.remember(cast.keeper, cast.memorial, names=names, now=NOON) for names in ("Ilse", "Bo", "Ada")
    )

    def order_after(one: Remembered, to: str) -> list[str]:
        browser.post(f"{address_of(one)}place/", {"to": to})
        return [one.names for one in cast.memorial.remembereds.all()]

    assert order_after(ada, "earlier") == ["Ilse", "Ada", "Bo"]
    assert order_after(ilse, "later") == ["Ada", "Ilse", "Bo"]
    assert order_after(ada, "earlier") == ["Ada", "Ilse", "Bo"]
    assert order_after(bo, "later") == ["Ada", "Ilse", "Bo"]


def test_who_comes_last_stays_last_when_others_were_taken_off(cast: Cast) -> None:
    ilse, bo, _ = (
        actions.remember(cast.keeper, cast.memorial, names=names, now=NOON) for names in ("Ilse", "Bo", "Ada")
    )
    for one in (ilse, bo):
        actions.take_away_remembered(cast.keeper, cast.memorial, one, now=NOON)

    actions.remember(cast.keeper, cast.memorial, names="Ida", now=NOON)

    assert [one.names for one in cast.memorial.remembereds.all()] == ["Ada", "Ida"]


def test_taking_somebody_off_asks_once_and_then_does_it(cast: Cast, browser: Client) -> None:
    one = actions.remember(cast.keeper, cast.memorial, names="Ilse", now=NOON)

    asked = browser.get(f"{address_of(one)}removal/").content.decode()
    still_there = Remembered.objects.filter(pk=one.pk).exists()
    done = browser.post(f"{address_of(one)}removal/")

    assert ("Take Ilse off this memorial?" in asked, still_there) == (True, True)
    assert done["Location"] == f"/m/{cast.memorial.slug}/names/"
    assert not Remembered.objects.filter(pk=one.pk).exists()


def test_a_keeper_of_another_memorial_cannot_reach_it_through_their_own(cast: Cast) -> None:
    one = actions.remember(cast.keeper, cast.memorial, names="Ilse", now=NOON)
    own = actions.open_memorial(cast.stranger, now=NOON)
    stranger = browser_of(cast.stranger)

    for end in ("", "removal/", "place/"):
        response = stranger.post(f"/m/{own.slug}/names/{one.id}/{end}", {"names": "Other"})
        assert response.status_code == 404

    assert Remembered.objects.get(pk=one.pk).names == "Ilse"


def test_an_act_does_not_take_one_of_another_memorial(cast: Cast) -> None:
    from snowdrop.ground.refusals import NotAllowed

    one = actions.remember(cast.keeper, cast.memorial, names="Ilse", now=NOON)
    own = actions.open_memorial(cast.stranger, now=NOON)

    with pytest.raises(NotAllowed):
        actions.remember(cast.stranger, own, remembered=one, names="Other", now=NOON)
    with pytest.raises(NotAllowed):
        actions.move_remembered(cast.stranger, own, one, earlier=True, now=NOON)
