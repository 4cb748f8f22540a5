"""What comfort is welcome, what the page shows of it: each choice holds at once."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils.datastructures import MultiValueDict

from snowdrop.ground import published
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.vocabulary import Kind
from tests.world.browsers import browser_of
from tests.world.cast import Cast, a_family

pytestmark = pytest.mark.django_db

IN_ORDER: dict[str, Any] = {
    "kinds": ["words"],
    "faith_welcome": "",
    "wishes": "",
    "on_the_page": "meadow",
}


def answer(cast: Cast, **changed: Any) -> Any:
    """Sends the form of the room."""
    return browser_of(cast.keeper).post(f"/m/{cast.memorial.slug}/welcome/", {**IN_ORDER, **changed})


def kept(cast: Cast) -> Memorial:
    return Memorial.objects.get(pk=cast.memorial.pk)


def test_every_kind_is_offered_and_all_are_welcome_at_first() -> None:
    cast = a_family()

    form = browser_of(cast.keeper).get(f"/m/{cast.memorial.slug}/welcome/").context["form"]

    assert [value for value, _ in form.fields["kinds"].choices] == Kind.values
    assert form["kinds"].value() == Kind.values


def test_what_is_answered_is_kept_in_our_order_each_once() -> None:
    cast = a_family()

    response = answer(
        cast,
        kinds=["flower", "words", "flower"],
        faith_welcome="no",
        wishes="Please say her name. 🌱",
        on_the_page="kept",
    )

    memorial = kept(cast)
    assert response.status_code == 302
    assert (memorial.kinds, memorial.faith_welcome, memorial.wishes) == (
        ["words", "flower"],
        False,
        "Please say her name. 🌱",
    )
    assert memorial.on_the_page == "kept"


def test_no_kind_at_all_may_be_welcome() -> None:
    cast = a_family()

    answer(cast, kinds=[])

    assert kept(cast).kinds == []


@pytest.mark.parametrize(("said", "faith"), [("yes", True), ("no", False), ("", None)])
def test_faith_is_welcome_or_not_or_not_said(said: str, faith: bool | None) -> None:
    cast = a_family()

    answer(cast, faith_welcome=said)
    shown = browser_of(cast.keeper).get(f"/m/{cast.memorial.slug}/welcome/").context["form"]

    assert (kept(cast).faith_welcome, shown["faith_welcome"].value()) == (faith, said)


@pytest.mark.parametrize(
    "changed",
    [
        {"kinds": ["money"]},
        {"faith_welcome": "perhaps"},
        {"on_the_page": "everything"},
        {"wishes": "a" * 4001},
    ],
)
def test_an_answer_that_is_none_changes_nothing(changed: dict[str, Any]) -> None:
    cast = a_family()

    response = answer(cast, **changed)

    memorial = kept(cast)
    assert (response.status_code, memorial.kinds, memorial.on_the_page) == (200, Kind.values, "meadow")
    assert "Please look at this again" in response.content.decode()


def test_a_narrower_choice_holds_at_once_and_leaves_no_copy_of_the_page(
    django_capture_on_commit_callbacks: pytest.FixtureRequest,
) -> None:
    cast = a_family(published_to="everybody")
    published.put(cast.memorial.slug, b"the page with words", still_public=lambda: True)
    assert published.path_of(cast.memorial.slug).exists()

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        answer(cast, on_the_page="meadow")

    assert not published.path_of(cast.memorial.slug).exists()


def test_of_a_doubled_answer_the_last_one_counts() -> None:
    cast = a_family()
    doubled = MultiValueDict({**{name: [value] for name, value in IN_ORDER.items()}, "kinds": ["words"]})
    doubled.setlist("on_the_page", ["kept", "meadow"])

    browser_of(cast.keeper).post(f"/m/{cast.memorial.slug}/welcome/", dict(doubled.lists()))

    assert kept(cast).on_the_page == "meadow"
