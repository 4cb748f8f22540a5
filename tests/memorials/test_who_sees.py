"""Who may open a memorial: wider only after a sentence, narrower at once; a link that is taken back is shut."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from snowdrop.ground import published
from snowdrop.ground.models import Entry
from snowdrop.memorials import actions
from snowdrop.memorials.models import Keeper, Memorial, PrivateLink
from snowdrop.memorials.queries import page_shown, published_to
from tests.world.browsers import as_seen, browser_of
from tests.world.cast import NOON, Cast, a_family

pytestmark = pytest.mark.django_db


def open_to(cast: Cast) -> str:
    """The audience that the memorial is open to, as the database has it."""
    return published_to(Memorial.objects.get(pk=cast.memorial.pk))


def door(cast: Cast) -> str:
    return f"/m/{cast.memorial.slug}/who-sees/"


def test_the_narrowest_is_chosen_until_somebody_chooses_otherwise() -> None:
    cast = a_family()

    page = browser_of(cast.keeper).get(door(cast))

    assert (page.context["form"]["to"].value(), page.context["page"].is_open) == ("keepers", False)
    assert page.context["page"].now == "Only me"


@pytest.mark.parametrize(
    ("before", "to"), [(None, "link"), (None, "everybody"), ("link", "everybody"), ("keepers", "link")]
)
def test_before_more_people_can_see_it_a_sentence_says_who_and_what(before: str | None, to: str) -> None:
    cast = a_family(published_to=before)
    browser = browser_of(cast.keeper)

    asked = browser.post(door(cast), {"to": to}).content.decode()
    still = open_to(cast)
    browser.post(door(cast), {"to": to, "sure": "yes"})

    assert "They see what it is called, the names, days and words that you wrote" in asked
    assert "What people saved cannot be called back." in asked
    assert (still, open_to(cast)) == (before or "keepers", to)


@pytest.mark.parametrize(("before", "to"), [("everybody", "link"), ("everybody", "keepers"), ("link", "keepers")])
def test_fewer_people_is_at_once(before: str, to: str) -> None:
    cast = a_family(published_to=before)

    browser_of(cast.keeper).post(door(cast), {"to": to})

    assert open_to(cast) == to


@pytest.fixture
def circles() -> tuple[Cast, dict[str, str]]:
    """A family with two circles, by name, and the page open to the first."""
    cast = a_family()
    made = {
        name: actions.make_circle(cast.keeper, cast.memorial, name=name, now=NOON.replace(minute=minute))
        for minute, name in enumerate(("Family", "Choir"))
    }
    actions.publish_memorial(cast.keeper, cast.memorial, to="circles", circles=[made["Family"].id], now=NOON)
    return cast, {name: str(circle.id) for name, circle in made.items()}


def shown_to(cast: Cast) -> set[str]:
    """The circles that the page is open to."""
    return {str(circle) for circle in page_shown(Memorial.objects.get(pk=cast.memorial.pk)).circles}


def test_before_another_circle_can_see_it_the_question_names_them(circles: tuple[Cast, dict[str, str]]) -> None:
    (cast, ids), question = circles, "Open the page to “Family” and “Choir”?"
    browser = browser_of(cast.keeper)

    asked = browser.post(door(cast), {"to": "circles", "circles": list(ids.values())})
    still = shown_to(cast)
    answers = asked.context["page"].answers
    browser.post(door(cast), {"to": "circles", "circles": [v for n, v in answers if n == "circles"], "sure": "yes"})

    assert question in asked.content.decode()
    assert "Those whom you let into “Family” and “Choir” can open it" in asked.content.decode()
    assert (still, shown_to(cast)) == ({ids["Family"]}, set(ids.values()))


def test_one_circle_instead_of_another_is_asked_too_and_fewer_of_them_is_not(
    circles: tuple[Cast, dict[str, str]],
) -> None:
    cast, ids = circles
    browser = browser_of(cast.keeper)

    browser.post(door(cast), {"to": "circles", "circles": [ids["Choir"]]})
    asked = shown_to(cast)
    browser.post(door(cast), {"to": "circles", "circles": list(ids.values()), "sure": "yes"})
    browser.post(door(cast), {"to": "circles", "circles": [ids["Choir"]]})

    assert (asked, shown_to(cast)) == ({ids["Family"]}, {ids["Choir"]})


def test_a_link_lets_in_every_circle_and_the_question_says_so(circles: tuple[Cast, dict[str, str]]) -> None:
    cast, _ = circles

    asked = browser_of(cast.keeper).post(door(cast), {"to": "link"}).content.decode()

    assert "Everybody in “Family” and “Choir” can open it too, and your helpers." in asked


def test_circles_without_any_ticked_are_asked_about_and_nothing_changes(circles: tuple[Cast, dict[str, str]]) -> None:
    cast, ids = circles

    answer = browser_of(cast.keeper).post(door(cast), {"to": "circles"})

    assert "Please tick the circles that you mean" in answer.content.decode()
    assert shown_to(cast) == {ids["Family"]}


def test_where_there_is_no_circle_yet_the_way_to_make_one_stands_there() -> None:
    cast = a_family()

    page = browser_of(cast.keeper).get(door(cast)).content.decode()

    assert "You have no circle yet." in page and f'href="/m/{cast.memorial.slug}/circles/"' in page


def test_who_keeps_it_alone_reads_i_and_together_we() -> None:
    cast = a_family()
    alone = browser_of(cast.keeper).get(door(cast)).context["page"].now

    Keeper.objects.create(memorial=cast.memorial, person_id=cast.stranger.person_id, since=NOON)

    assert (alone, browser_of(cast.keeper).get(door(cast)).context["page"].now) == ("Only me", "Only we")


def test_taking_it_back_is_one_press_and_leaves_no_copy(
    django_capture_on_commit_callbacks: pytest.FixtureRequest,
) -> None:
    cast = a_family(published_to="everybody")
    published.put(cast.memorial.slug, b"the page", still_public=lambda: True)
    browser = browser_of(cast.keeper)
    assert f"{door(cast)}private/" in browser.get(door(cast)).content.decode()

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        browser.post(f"{door(cast)}private/")

    assert (open_to(cast), published.path_of(cast.memorial.slug).exists()) == ("keepers", False)


def test_taking_it_back_needs_a_press_and_not_a_look() -> None:
    cast = a_family(published_to="everybody")

    response = browser_of(cast.keeper).get(f"{door(cast)}private/")

    assert (response.status_code, open_to(cast)) == (405, "everybody")


@pytest.mark.parametrize("to", ["", "the-world", "KEEPERS"])
def test_an_audience_that_is_none_changes_nothing(to: str) -> None:
    cast = a_family(published_to="link")

    response = browser_of(cast.keeper).post(door(cast), {"to": to, "sure": "yes"})

    assert (response.status_code, open_to(cast)) == (200, "link")
    assert "Please choose one" in response.content.decode()


def test_the_address_is_shown_only_where_it_opens_the_page_by_itself() -> None:
    linked, public = a_family(published_to="link"), None

    page = browser_of(linked.keeper).get(door(linked)).context["page"]
    actions.publish_memorial(linked.keeper, linked.memorial, to="everybody", now=NOON)
    public = browser_of(linked.keeper).get(door(linked)).context["page"]

    assert (page.page_address, public.page_address) == ("", f"{settings.SNOWDROP.address}/m/{linked.memorial.slug}/")


def test_a_link_is_made_with_a_name_and_readable_with_its_whole_address() -> None:
    cast = a_family(published_to="link")
    browser = browser_of(cast.keeper)

    browser.post(f"/m/{cast.memorial.slug}/links/", {"name": "Oma 🌱 und Opa"})

    link = PrivateLink.objects.exclude(pk=cast.link.pk).get()
    page = browser.get(f"/m/{cast.memorial.slug}/links/").content.decode()
    assert link.name == "Oma 🌱 und Opa"
    assert f'value="{settings.SNOWDROP.address}/l/{link.secret}/"' in page


def test_a_link_whose_name_is_too_long_is_not_made() -> None:
    cast = a_family(published_to="link")

    response = browser_of(cast.keeper).post(f"/m/{cast.memorial.slug}/links/", {"name": "a" * 201})

    assert "There is room for 200 letters." in response.content.decode()
    assert PrivateLink.objects.count() == 1


def test_the_room_of_links_says_when_none_works() -> None:
    draft, linked = a_family(), None

    page = browser_of(draft.keeper).get(f"/m/{draft.memorial.slug}/links/")
    actions.publish_memorial(draft.keeper, draft.memorial, to="link", now=NOON)
    linked = browser_of(draft.keeper).get(f"/m/{draft.memorial.slug}/links/")

    assert "No link opens the page now" in page.content.decode()
    assert "No link opens the page now" not in linked.content.decode()


def knock(browser: Client, cast: Cast) -> tuple[int, str]:
    """What a browser sees at the address of the private link."""
    return as_seen(browser.get(f"/l/{cast.link.secret}/"), cast.link.secret)


def nothing_here() -> tuple[int, str]:
    """What anybody sees at an address that leads nowhere."""
    return as_seen(Client().get("/l/x9x9x9/"), "x9x9x9")


@pytest.mark.parametrize("to", ["link", "everybody"])
def test_a_link_is_exchanged_for_a_cookie_and_a_clean_address(to: str) -> None:
    cast = a_family(published_to=to)
    browser, before = Client(), Entry.objects.count()

    response = browser.get(f"/l/{cast.link.secret}/")

    assert (response.status_code, response["Location"]) == (302, f"/m/{cast.memorial.slug}/")
    assert (response["Referrer-Policy"], response["Cache-Control"]) == ("no-referrer", "private, no-store")
    assert cast.link.secret not in response.cookies.output()
    assert browser.get(response["Location"]).wsgi_request.viewer.links == {cast.link.id}
    assert Entry.objects.count() == before


def test_a_link_opens_nothing_while_the_memorial_is_not_published_to_links() -> None:
    cast = a_family(published_to="link")
    assert knock(Client(), cast)[0] == 302

    actions.take_back_memorial(cast.keeper, cast.memorial, now=NOON)
    response = Client().get(f"/l/{cast.link.secret}/")

    assert as_seen(response, cast.link.secret) == nothing_here()
    assert settings.LINKS_COOKIE not in response.cookies


def test_a_link_that_was_taken_back_is_shut_at_the_next_request() -> None:
    cast = a_family(published_to="link")
    holder = Client()
    assert knock(holder, cast)[0] == 302
    assert Memorial.objects.visible_to(holder.get("/about/").wsgi_request.viewer).exists()

    removal = f"/m/{cast.memorial.slug}/links/{cast.link.id}/removal/"
    asked = browser_of(cast.keeper).get(removal)
    browser_of(cast.keeper).post(removal)

    assert "Take back “Our neighbours”?" in asked.content.decode()
    assert knock(holder, cast) == nothing_here()
    assert not Memorial.objects.visible_to(holder.get("/about/").wsgi_request.viewer).exists()


@pytest.mark.parametrize("secret", ["x", "é", "a" * 500, "%00", "..%2f"])
def test_a_secret_that_is_none_looks_like_nothing(secret: str) -> None:
    a_family(published_to="link")

    assert Client().get(f"/l/{secret}/").status_code == 404


def test_looking_at_a_link_twice_is_the_same_as_once() -> None:
    cast = a_family(published_to="link")
    browser = Client()

    answers = [knock(browser, cast) for _ in range(2)]

    assert answers[0] == answers[1]
