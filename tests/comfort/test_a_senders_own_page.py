"""A sender's own page: it tells the same wherever the comfort is; words can be corrected and taken back."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from snowdrop.comfort import actions
from snowdrop.comfort.content import Content, read_content
from snowdrop.comfort.intake import new_once
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import Place
from snowdrop.memorials.actions import describe_memorial, remember, take_back_memorial
from tests.comfort.by_form import post
from tests.world.cast import NOON, Cast, a_family

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ once }}{% csrf_token %}"


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


def test_its_sender_is_told_the_same_wherever_it_is(cast: Cast) -> None:
    _, once = post(cast)
    comfort, address = actions.sent_with(once), f"/sent/{once}/"
    said = [Client().get(address).content]

    for act, viewer in (
        (actions.keep_for_later, cast.helper),
        (actions.keep_away, cast.helper),
        (actions.read_again, cast.helper),
        (actions.worry_about, cast.helper),
        (actions.read_again, cast.helper),
        (actions.let_through, cast.helper),
        (actions.open_comfort, cast.keeper),
        (actions.put_apart, cast.keeper),
    ):
        act(viewer, comfort, now=NOON)
        said.append(Client().get(address).content)

    assert len(set(said)) == 1


def test_its_address_stands_there_in_full_to_be_copied(cast: Cast) -> None:
    _, once = post(cast)

    page = Client().get(f"/sent/{once}/").content.decode()

    assert f'value="{settings.SNOWDROP.address}/sent/{once}/"' in page


def test_its_sender_corrects_it_by_a_page_that_only_they_have(cast: Cast) -> None:
    _, once = post(cast, words="One", name="Ruth", reach="ruth@example.org")
    address = f"/sent/{once}/correction/"
    filled = Client().get(address).content.decode()

    wrong = Client().post(address, {"words": "", "name": "Ruth"})
    noted = Client().post(address, {"words": "At least you are young.", "name": "Ruth"})
    right = Client().post(address, {"words": "Two", "name": "R."})
    altered = Client().post(address, {"words": "Three", "kind": "prayer"})

    assert all(value in filled for value in ("One", 'value="Ruth"', 'value="ruth@example.org"'))
    assert [answer.status_code for answer in (wrong, noted, right, altered)] == [422, 200, 303, 422]
    assert read_content(Comfort.objects.get()) == Content("Two", "R.", "", "")


def test_a_correction_that_changes_nothing_leaves_it_where_it_is(cast: Cast) -> None:
    _, once = post(cast, words="One")
    actions.let_through(cast.helper, actions.sent_with(once), now=NOON)

    Client().post(f"/sent/{once}/correction/", {"words": "One"})

    assert actions.sent_with(once).place == Place.WAITING


def test_what_is_no_longer_welcome_can_still_be_corrected(cast: Cast) -> None:
    _, once = post(cast, kind="prayer", words="One")
    describe_memorial(cast.keeper, cast.memorial, kinds=["words"], now=NOON)

    answer = Client().post(f"/sent/{once}/correction/", {"words": "Two"})

    assert (answer.status_code, read_content(actions.sent_with(once)).words) == (303, "Two")


def test_taking_it_back_asks_once_and_afterwards_its_page_says_so(cast: Cast) -> None:
    _, once = post(cast, words="Canary")
    address = f"/sent/{once}/withdrawal/"

    asked = Client().get(address)
    assert (asked.status_code, actions.sent_with(once).place) == (200, Place.HELD)
    done = Client().post(address)
    again = Client().post(address)

    page = Client().get(f"/sent/{once}/").content.decode()
    assert [done.status_code, again.status_code] == [303, 303]
    assert "You have taken it back" in page
    assert Client().get(f"/sent/{once}/correction/").headers["Location"] == f"/sent/{once}/"
    assert Client().post(f"/sent/{once}/correction/", {"words": "Back again"}).headers["Location"]
    assert read_content(actions.sent_with(once)) == Content("", "", "", "")


def test_where_nobody_reads_first_corrected_words_wait_and_leave_the_page_until_they_are_opened(cast: Cast) -> None:
    describe_memorial(cast.keeper, cast.memorial, first_reading="nobody", on_the_page="kept", now=NOON)
    _, once = post(cast, words="Kind words")
    comfort = actions.sent_with(once)
    actions.open_comfort(cast.keeper, comfort, now=NOON)
    actions.keep_comfort(cast.keeper, comfort, now=NOON)
    page = f"/m/{cast.memorial.slug}/"
    before = "Kind words" in Client().get(page).content.decode()

    Client().post(f"/sent/{once}/correction/", {"words": "It was your fault", "read_notes": "yes"})

    assert before
    assert "It was your fault" not in Client().get(page).content.decode()
    assert actions.sent_with(once).place == Place.WAITING


def test_the_notes_of_a_correction_name_nobody_once_the_page_is_shut(cast: Cast) -> None:
    _, once = post(cast, words="Kind words")
    remember(cast.keeper, cast.memorial, names="Secretname", now=NOON)
    hurts = {"words": "At least you are young."}
    open_still = Client().post(f"/sent/{once}/correction/", hurts).content.decode()

    take_back_memorial(cast.keeper, cast.memorial, now=NOON)
    shut = Client().post(f"/sent/{once}/correction/", hurts).content.decode()

    assert ("Secretname" in open_still, "Secretname" in shut, "I am thinking of you" in shut) == (True, False, True)


@pytest.mark.parametrize("once", [pytest.param(new_once(), id="new"), "x" * 44, "0" * 44, "ab", "é", "%00"])
def test_an_unknown_token_leads_nowhere(cast: Cast, once: str) -> None:
    post(cast)

    answers = [Client().get(f"/sent/{once}/{page}") for page in ("", "correction/", "withdrawal/")]
    answers.append(Client().post(f"/sent/{once}/withdrawal/"))

    assert {answer.status_code for answer in answers} == {404}


def test_its_page_names_the_memorial_only_while_the_sender_may_see_it(cast: Cast) -> None:
    _, once = post(cast)
    assert "For Ilse" in Client().get(f"/sent/{once}/").content.decode()

    take_back_memorial(cast.keeper, cast.memorial, now=NOON)

    page = Client().get(f"/sent/{once}/")
    assert (page.status_code, "For Ilse" in page.content.decode(), cast.memorial.slug in page.content.decode()) == (
        200,
        False,
        False,
    )
