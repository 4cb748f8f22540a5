"""Things for circles: who sees them, what the family is told, and what every choice says before the press."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Circle, ShownTo
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions
from snowdrop.tributes.models import Letter, Photo
from tests.tributes.conftest import Share
from tests.tributes.test_screens import image, opened, text_of
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_person, let_into_circle

pytestmark = pytest.mark.django_db


@pytest.fixture
def circles(cast: Cast) -> dict[str, Circle]:
    return {
        name: memorials.make_circle(cast.keeper, cast.memorial, name=name, now=NOON.replace(minute=minute))
        for minute, name in enumerate(("Family", "Choir"))
    }


@pytest.fixture
def ana(cast: Cast, circles: dict[str, Circle]) -> Viewer:
    """Somebody in the family's circle."""
    person = a_person("Ana")
    let_into_circle(cast.keeper, circles["Family"], person)
    return person


@pytest.fixture
def family(cast: Cast) -> Client:
    return browser_of(cast.keeper)


def shown_to(thing: Letter | Photo) -> set[UUID]:
    return set(ShownTo.objects.filter(thing_id=thing.id).values_list("circle_id", flat=True))


def test_a_letter_for_a_circle_is_seen_by_those_in_it(cast: Cast, circles: dict[str, Circle], ana: Viewer) -> None:
    ours, theirs = (
        actions.write_letter(
            cast.keeper, cast.memorial, words=name, audience="circles", circles=[circles[name].id], now=NOON
        )
        for name in ("Family", "Choir")
    )

    assert list(Letter.objects.visible_to(ana)) == [ours]
    assert set(Letter.objects.visible_to(cast.helper)) == {ours, theirs}
    assert not Letter.objects.visible_to(cast.stranger).exists()
    memorials.publish_memorial(cast.keeper, cast.memorial, to="circles", circles=[circles["Choir"].id], now=NOON)
    assert not Letter.objects.visible_to(ana).exists()


def test_circles_are_ticked_below_the_choice_and_kept(
    cast: Cast, circles: dict[str, Circle], family: Client, ana: Viewer
) -> None:
    new, chosen = reverse("write_letter", args=[cast.memorial.slug]), [str(circles["Family"].id)]
    form = {**opened(family, new), "words": "Dear Ilse", "audience": "circles"}

    asked = text_of(family.post(new, form))
    family.post(new, {**form, "circles": chosen})

    assert "Please tick the circles that you mean" in asked
    letter = Letter.objects.get()
    assert (letter.audience, shown_to(letter)) == ("circles", {circles["Family"].id})
    again = opened(family, reverse("letter", args=[cast.memorial.slug, letter.id]))
    assert (again["audience"], again["circles"]) == ("circles", chosen)


def test_circles_that_stay_ticked_below_another_choice_mean_nothing(
    cast: Cast, circles: dict[str, Circle], family: Client, add: Share
) -> None:
    photo = add(audience="circles", circles=[circles["Family"].id], developed=False)
    address = reverse("photo", args=[cast.memorial.slug, photo.id])

    family.post(address, {"audience": "keepers", "circles": [str(circles["Family"].id)]})

    assert (Photo.objects.get().audience, shown_to(photo)) == ("keepers", set())


def test_a_form_that_says_nothing_of_who_sees_it_leaves_that_as_it_was(
    cast: Cast, circles: dict[str, Circle], family: Client, add: Share
) -> None:
    photo = add(audience="circles", circles=[circles["Family"].id], developed=False)

    family.post(reverse("photo", args=[cast.memorial.slug, photo.id]), {"words": "Her hands"})

    assert (Photo.objects.get().words, Photo.objects.get().audience) == ("Her hands", "circles")
    assert shown_to(photo) == {circles["Family"].id}


def test_photos_are_added_for_a_circle(cast: Cast, circles: dict[str, Circle], family: Client) -> None:
    given = {"photos": [image()], "audience": "circles", "circles": [str(circles["Choir"].id)]}

    family.post(reverse("add_photos", args=[cast.memorial.slug]), given)

    assert shown_to(Photo.objects.get()) == {circles["Choir"].id}


def test_where_there_is_no_circle_yet_the_way_to_make_one_stands_there(cast: Cast, family: Client) -> None:
    page = text_of(family.get(reverse("write_letter", args=[cast.memorial.slug])))

    assert "You have no circle yet." in page
    assert f'href="/m/{cast.memorial.slug}/circles/"' in page


def test_a_circle_of_another_memorial_is_refused(cast: Cast, circles: dict[str, Circle], family: Client) -> None:
    own = memorials.open_memorial(cast.stranger, now=NOON)
    theirs = memorials.make_circle(cast.stranger, own, name="canary", now=NOON)
    new = reverse("write_letter", args=[cast.memorial.slug])
    form = {**opened(family, new), "words": "Dear", "audience": "circles", "circles": [str(theirs.id)]}

    with pytest.raises(NotAllowed):
        actions.write_letter(
            cast.keeper, cast.memorial, words="Dear", audience="circles", circles=[theirs.id], now=NOON
        )
    answer = text_of(family.post(new, form))

    assert "Please choose one of those that are here." in answer and "canary" not in answer
    assert (Letter.objects.count(), ShownTo.objects.count()) == (0, 0)


def test_each_choice_says_who_will_see_it_and_up_to_whom_the_page_lets_them(
    cast: Cast, circles: dict[str, Circle], family: Client
) -> None:
    memorials.publish_memorial(cast.keeper, cast.memorial, to="circles", circles=[circles["Choir"].id], now=NOON)

    page = text_of(family.get(reverse("write_letter", args=[cast.memorial.slug])))

    assert "The page is open to “Choir”, and to your helpers. Nobody else sees anything on it" in page
    for effect in (
        "Nobody else sees it, not even those who keep this memorial with you.",
        "Those whom you let into the circles that you tick, and your helpers.",
        "Whoever has a private link to the page, everybody in your circles, and your helpers.",
        "Anyone with the address of the page.",
    ):
        assert effect in page


def test_the_list_names_circles_and_what_keeps_them_from_it(
    cast: Cast, circles: dict[str, Circle], family: Client
) -> None:
    both = [circle.id for circle in circles.values()]
    actions.write_letter(cast.keeper, cast.memorial, words="A", audience="circles", circles=both, now=NOON)
    actions.write_letter(cast.keeper, cast.memorial, words="B", audience="circles", circles=both[:1], now=NOON)
    memorials.publish_memorial(cast.keeper, cast.memorial, to="circles", circles=both[1:], now=NOON)

    things = family.get(reverse("tributes", args=[cast.memorial.slug])).context["page"].things

    chosen = "Chosen for: %s. They see it when the page itself is open to them."
    assert [(thing.who_sees.now, thing.who_sees.later) for thing in things] == [
        ("“Choir”", chosen % "“Family” and “Choir”"),
        ("For now those in “Family” who are also in “Choir”, and our helpers", chosen % "“Family”"),
    ]


def test_beside_a_thing_keepers_read_for_which_circles_it_is(
    cast: Cast, circles: dict[str, Circle], family: Client, ana: Viewer
) -> None:
    family_only = [circles["Family"].id]
    actions.write_letter(cast.keeper, cast.memorial, words="A", audience="circles", circles=family_only, now=NOON)
    address = f"/m/{cast.memorial.slug}/"

    kept, read = text_of(family.get(address)), text_of(browser_of(ana).get(address))

    assert '<p class="note">“Family”</p>' in kept
    assert "Family" not in read and 'class="letter"' in read


def test_a_circle_that_is_deleted_takes_nothing_wider(
    cast: Cast, circles: dict[str, Circle], family: Client, ana: Viewer
) -> None:
    actions.write_letter(
        cast.keeper, cast.memorial, words="A", audience="circles", circles=[circles["Family"].id], now=NOON
    )
    assert Letter.objects.visible_to(ana).exists()

    memorials.delete_circle(cast.keeper, cast.memorial, circles["Family"], now=NOON)

    assert not Letter.objects.visible_to(ana).exists()
    things = family.get(reverse("tributes", args=[cast.memorial.slug])).context["page"].things
    assert [str(thing.who_sees.now) for thing in things] == ["We, and our helpers"]
