"""Opening a memorial, and the list of one's own: nothing is required, and nothing is shown to anybody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from snowdrop.ground.drawing import Flower
from snowdrop.memorials import actions
from snowdrop.memorials.models import Memorial
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family, a_person, let_help

pytestmark = pytest.mark.django_db

EVERY_SCRIPT = "Ngọc 🌱 נועם أمل ᚠ 한별 e\u0301 👩‍👩‍👧"


def open_with(browser: Client, **answers: object) -> Memorial:
    """Opens a memorial in this browser."""
    before = set(Memorial.objects.values_list("pk", flat=True))
    response = browser.post("/mine/new/", answers)
    memorial = Memorial.objects.exclude(pk__in=before).get()
    assert (response.status_code, response["Location"]) == (302, f"/m/{memorial.slug}/")
    return memorial


def test_a_memorial_can_be_opened_without_any_answer() -> None:
    mira = a_person("Mira")

    memorial = open_with(browser_of(mira))

    assert (memorial.title, memorial.flower, memorial.remembereds.count()) == ("", "snowdrop", 0)
    assert list(Memorial.objects.kept_by(mira)) == [memorial]
    assert not hasattr(memorial, "publication")


def test_what_is_answered_is_kept_as_it_was_written_in_every_script() -> None:
    memorial = open_with(browser_of(a_person("Mira")), title=EVERY_SCRIPT, names=EVERY_SCRIPT, flower="poppy")

    kept = Memorial.objects.get()
    assert (kept.title, kept.flower, [one.names for one in kept.remembereds.all()]) == (
        EVERY_SCRIPT,
        "poppy",
        [EVERY_SCRIPT],
    )
    assert memorial == kept


def test_of_a_doubled_answer_the_last_one_counts() -> None:
    memorial = open_with(browser_of(a_person("Mira")), title=["For Ilse", "For Ilse and Bo"])

    assert memorial.title == "For Ilse and Bo"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"title": "a" * 201}, "There is room for 200 letters."),
        ({"names": "🌱" * 201}, "There is room for 200 letters."),
        ({"flower": "thistle"}, "Please choose one of those that are here."),
        ({"title": "a\x00b"}, "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_kept_is_said_plainly_and_opens_nothing(answers: dict[str, str], said: str) -> None:
    response = browser_of(a_person("Mira")).post("/mine/new/", {"title": "For Ilse", **answers})

    assert response.status_code == 200
    assert said in response.content.decode()
    assert not Memorial.objects.exists()


def test_the_form_says_that_nobody_sees_it_and_shows_the_twelve_flowers() -> None:
    page = browser_of(a_person("Mira")).get("/mine/new/").content.decode()

    assert "Nobody sees it but you" in page
    assert [flower for flower in Flower if f'value="{flower}"' not in page] == []


def test_the_language_of_the_words_is_first_that_of_the_browser() -> None:
    browser = browser_of(a_person("Mira"))

    browser.post("/mine/new/", {}, headers={"Accept-Language": "de"})

    assert Memorial.objects.get().language == "de"


def test_the_list_says_in_words_who_sees_each_memorial() -> None:
    mira = a_person("Mira")
    titles = ("Alone", "With a helper", "With a link", "Open")
    alone, helped, linked, public = (
        actions.open_memorial(mira, title=title, now=NOON + timedelta(minutes=number))
        for number, title in enumerate(titles)
    )
    let_help(mira, helped, a_person("Jonas"))
    actions.publish_memorial(mira, helped, to="helpers", now=NOON)
    actions.publish_memorial(mira, linked, to="link", now=NOON)
    actions.publish_memorial(mira, public, to="everybody", now=NOON)

    page = browser_of(mira).get("/mine/").context["page"]

    assert {one.called: one.who_sees for one in page.kept} == {
        "Alone": "Only you can see it",
        "With a helper": "Only those who keep it, and its helpers, can see it",
        "With a link": "People with a private link can see it",
        "Open": "Everybody can see it",
    }
    assert [one.address for one in page.kept] == [f"/m/{one.slug}/" for one in (alone, helped, linked, public)]


def test_a_memorial_without_title_is_called_by_its_names_and_never_by_those_who_live() -> None:
    mira = a_person("Mira")
    memorial = actions.open_memorial(mira, now=NOON)
    nameless = actions.open_memorial(mira, now=NOON)
    for names, lives in (("Ilse", False), ("Bo", True), ("Ada", False)):
        actions.remember(mira, memorial, names=names, lives=lives, now=NOON)

    page = browser_of(mira).get("/mine/").context["page"]

    called = {one.address: one.called for one in page.kept}
    assert called == {f"/m/{memorial.slug}/": "Ilse and Ada", f"/m/{nameless.slug}/": "A place to remember"}


def test_a_helper_finds_where_they_help_and_how_to_stop() -> None:
    cast = a_family()

    page = browser_of(cast.helper).get("/mine/")

    (one,) = page.context["page"].helped
    assert page.context["page"].kept == ()
    assert (one.called, one.leave_address in page.content.decode()) == ("For Ilse", True)


def test_nobody_elses_memorial_is_on_the_list_and_an_empty_one_is_calm() -> None:
    cast = a_family(published_to="everybody")

    page = browser_of(cast.stranger).get("/mine/")

    assert (page.context["page"].kept, page.context["page"].helped) == ((), ())
    assert "Nothing is here yet" in page.content.decode()
    assert "For Ilse" not in page.content.decode()


@pytest.mark.parametrize("address", ["/mine/", "/mine/new/"])
def test_who_has_not_signed_in_is_asked_to(address: str) -> None:
    cast: Cast = a_family()

    response = browser_of(cast.friend).get(address)

    assert (response.status_code, response["Location"]) == (302, f"/sign-in/?next={address}")
