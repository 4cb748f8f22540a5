"""Seeing the page with somebody else's eyes: exactly what they get, for keepers alone, and nothing is done by it."""

from __future__ import annotations

import io
import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from snowdrop.ground.models import Entry
from snowdrop.media.actions import develop_picture
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Circle, Keeper, Memorial, Publication, ShownTo
from snowdrop.memorials.queries import published_to
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions as tributes
from tests.world.browsers import as_seen, browser_of
from tests.world.cast import NOON, Cast, a_family, a_person, let_into_circle
from tests.world.photographs import a_photograph

pytestmark = pytest.mark.django_db

WIDTHS = ("me", "keepers", "helpers", "circles", "link", "members", "everybody")


@pytest.fixture
def cast() -> Cast:
    """A family whose page is open to people with a link, with a letter for each audience."""
    cast = a_family(published_to="link")
    circle = memorials.make_circle(cast.keeper, cast.memorial, name="Our choir", now=NOON)
    for audience in WIDTHS:
        given = {"words": f"canary-{audience}", "audience": audience, "circles": [circle.id]}
        tributes.write_letter(cast.keeper, cast.memorial, **given, now=NOON)
    return cast


@pytest.fixture
def ana(cast: Cast) -> Viewer:
    """Somebody in the circle."""
    person = a_person("Ana")
    let_into_circle(cast.keeper, Circle.objects.get(), person)
    return person


def page_of(cast: Cast) -> str:
    return f"/m/{cast.memorial.slug}/"


def as_person(cast: Cast, person: Viewer) -> str:
    return f"{page_of(cast)}who-sees/as/person/{person.person_id}/"


def as_somebody(cast: Cast, somebody: str) -> str:
    return f"{page_of(cast)}who-sees/as/{somebody}/"


def seen(viewer: Viewer, address: str) -> str:
    answer = browser_of(viewer).get(address)
    assert answer.status_code == 200, address
    return unescape(answer.content.decode())


def content(page: str) -> str:
    """What stands on a page of a memorial, without what surrounds it and without where its ways lead."""
    begin = page.index('<div class="picture')
    end = page.index("</section>", page.index("If you would like to be there for them"))
    return re.sub(r'href="[^"]*"', "", page[begin:end])


@pytest.mark.parametrize("who", ["ana", "helper", "friend", "stranger", "nobody"])
@pytest.mark.parametrize("to", ["circles", "link", "members", "everybody"])
def test_it_is_what_they_get(cast: Cast, ana: Viewer, who: str, to: str) -> None:
    memorials.publish_memorial(cast.keeper, cast.memorial, to=to, circles=[Circle.objects.get().id], now=NOON)
    eyes = {"friend": "link", "stranger": "signed-in", "nobody": "stranger"}
    viewer = ana if who == "ana" else cast.everybody()[who]
    address = as_somebody(cast, eyes[who]) if who in eyes else as_person(cast, viewer)

    theirs, mine = browser_of(viewer).get(page_of(cast)), seen(cast.keeper, address)

    if theirs.status_code == 200:
        assert content(mine) == content(unescape(theirs.content.decode()))
        assert "You see the page as" in mine
    else:
        assert "the page does not open." in mine and "canary" not in mine


def test_only_keepers_look_and_to_others_nothing_is_there(cast: Cast, ana: Viewer) -> None:
    ways = ["who-sees/as/", "who-sees/as/stranger/", f"who-sees/as/person/{ana.person_id}/"]

    found = {
        name: {browser_of(viewer).get(page_of(cast) + way).status_code for way in ways}
        for name, viewer in {**cast.everybody(), "ana": ana}.items()
    }

    assert found == {
        "keeper": {200},
        "helper": {404},
        "stranger": {404},
        "ana": {404},
        "friend": {302},
        "nobody": {302},
    }


def test_nobody_is_seen_as_who_has_no_part_in_it_or_keeps_it_too(cast: Cast, ana: Viewer) -> None:
    other = a_person("Levi")
    Keeper.objects.create(memorial=cast.memorial, person_id=other.person_id, since=NOON)
    family, nowhere = browser_of(cast.keeper), as_person(cast, Viewer(person_id=cast.memorial.id))
    assert family.get(as_person(cast, ana)).status_code == 200

    for person in (cast.stranger, other, cast.keeper):
        address = as_person(cast, person)
        assert as_seen(family.get(address), address) == as_seen(family.get(nowhere), nowhere)
    assert family.get(as_somebody(cast, "keeper")).status_code == 404
    offered = family.get(f"{page_of(cast)}who-sees/as/").content.decode()
    assert "Ana" in offered and "Jonas" in offered
    assert all(str(person.person_id) not in offered for person in (other, cast.keeper))


def test_what_another_keeper_had_alone_stays_closed_when_they_only_help(cast: Cast) -> None:
    former = a_person("Levi")
    kept = Keeper.objects.create(memorial=cast.memorial, person_id=former.person_id, since=NOON)
    tributes.write_letter(former, cast.memorial, words="Only Levi's", now=NOON)
    kept.delete()
    let_into_circle(cast.keeper, Circle.objects.get(), former)

    page = seen(cast.keeper, as_person(cast, former))

    assert "canary-circles" in page
    assert "Only Levi's" not in page


def test_without_a_link_nobody_can_be_seen_as_who_holds_one(cast: Cast) -> None:
    memorials.take_back_private_link(cast.keeper, cast.memorial, cast.link, now=NOON)

    page = seen(cast.keeper, f"{page_of(cast)}who-sees/as/")

    assert "There is no private link yet with which you could see it." in page
    assert "Somebody with a private link" not in page
    assert browser_of(cast.keeper).get(as_somebody(cast, "link")).status_code == 404


def test_where_it_does_not_open_it_says_why_in_the_familys_terms(cast: Cast, ana: Viewer) -> None:
    ben = a_person("Ben")
    family = memorials.make_circle(cast.keeper, cast.memorial, name="Family", now=NOON)
    let_into_circle(cast.keeper, family, ben)
    memorials.publish_memorial(cast.keeper, cast.memorial, to="circles", circles=[family.id], now=NOON)

    ana_reads, stranger_reads = (
        seen(cast.keeper, as_person(cast, ana)),
        seen(cast.keeper, as_somebody(cast, "stranger")),
    )
    memorials.take_out_of_circle(cast.keeper, cast.memorial, Circle.objects.first().members.get(), now=NOON)
    memorials.publish_memorial(cast.keeper, cast.memorial, to="helpers", now=NOON)

    assert "The page is open to “Family”, and to your helpers." in ana_reads
    assert "Ana is in “Our choir”." in ana_reads
    assert "A stranger is none of them." in stranger_reads
    assert "The page is open to you and your helpers." in seen(cast.keeper, as_person(cast, ben))


def test_whoever_is_kept_out_is_said_to_be(cast: Cast) -> None:
    helper = Person.objects.get(pk=cast.helper.person_id)
    left_over = cast.memorial.helpers.get()
    memorials.keep_out(cast.keeper, cast.memorial, people=[helper], now=NOON)
    left_over.save(force_insert=True)

    page = seen(cast.keeper, as_person(cast, cast.helper))

    assert "You keep Jonas out." in page and "canary" not in page


def test_nothing_in_the_frame_does_anything(cast: Cast, ana: Viewer) -> None:
    page = seen(cast.keeper, as_person(cast, ana))

    frame = page[page.index('class="page full seen-as"') : page.index("</main>")]

    assert "Send comfort" in frame
    assert set(re.findall(r'href="([^"]*)"', re.sub(r"<(use|svg)[^>]*>", "", frame))) == {"#seen-as"}
    assert "<form" not in frame
    assert browser_of(cast.keeper).post(as_person(cast, ana)).status_code == 405


@pytest.mark.parametrize("to", ["helpers", "circles", "link", "members", "everybody"])
def test_before_it_is_opened_the_page_is_seen_as_it_would_be_and_nothing_is_opened(
    cast: Cast, ana: Viewer, to: str
) -> None:
    circle = Circle.objects.get()
    memorials.take_back_memorial(cast.keeper, cast.memorial, now=NOON)
    asked = f"?to={to}" + (f"&circles={circle.id}" if to == "circles" else "")
    eyes = [
        as_person(cast, ana),
        as_person(cast, cast.helper),
        *(as_somebody(cast, one) for one in ("link", "stranger")),
    ]
    before = (list(Publication.objects.values()), list(ShownTo.objects.values()), Entry.objects.count())
    outside = [Memorial.objects.visible_to(viewer).count() for viewer in (ana, cast.helper, cast.friend, cast.nobody)]

    beforehand = [seen(cast.keeper, address + asked) for address in eyes]

    assert (list(Publication.objects.values()), list(ShownTo.objects.values()), Entry.objects.count()) == before
    assert outside == [0] * 4
    memorials.publish_memorial(
        cast.keeper, cast.memorial, to=to, circles=[circle.id] if to == "circles" else [], now=NOON
    )
    for address, would_be in zip(eyes, beforehand, strict=True):
        then = seen(cast.keeper, address)
        assert ("canary" in would_be) is ("canary" in then)
        if "canary" in then:
            assert content(would_be) == content(then)
            assert "would see it. Nothing" in re.sub(r"<[^>]+>\s*", " ", would_be).replace("  ", " ")
        else:
            assert "the page would not open." in would_be


def test_looking_beforehand_writes_nothing_at_all(cast: Cast) -> None:
    memorials.take_back_memorial(cast.keeper, cast.memorial, now=NOON)
    browser = browser_of(cast.keeper)
    browser.get(page_of(cast))

    with CaptureQueriesContext(connection) as asked:
        page = browser.get(as_somebody(cast, "stranger") + "?to=everybody")

    assert "canary-everybody" in page.content.decode()
    assert {question["sql"].split()[0] for question in asked.captured_queries} == {"SELECT"}


def test_the_question_leads_to_it_and_it_leads_back_to_what_was_about_to_be_chosen(cast: Cast) -> None:
    circle, family = Circle.objects.get(), browser_of(cast.keeper)
    memorials.take_back_memorial(cast.keeper, cast.memorial, now=NOON)
    asked = family.post(f"{page_of(cast)}who-sees/", {"to": "circles", "circles": [str(circle.id)]})
    look = asked.context["page"].look[0]

    room = family.get(look)

    assert look == f"{page_of(cast)}who-sees/as/?to=circles&circles={circle.id}"
    assert "Nothing has changed yet" in room.content.decode()
    form = family.get(room.context["page"].back).context["form"]
    assert (form["to"].value(), form["circles"].value()) == ("circles", [str(circle.id)])
    assert published_to(Memorial.objects.get()) == "keepers"


@pytest.mark.parametrize("asked", ["?to=the-world", "?to=me", "?to=circles", "?to=circles&circles=7", "?to="])
def test_a_choice_that_could_not_be_made_is_not_looked_at(cast: Cast, asked: str) -> None:
    page = seen(cast.keeper, as_somebody(cast, "stranger") + asked)

    assert "To a stranger the page does not open." in page and "canary" not in page


def test_photos_that_they_may_not_see_are_not_there(cast: Cast, ana: Viewer) -> None:
    for number, audience in enumerate(("me", "circles", "link")):
        given = {"audience": audience, "circles": [Circle.objects.get().id], "now": NOON}
        upload = io.BytesIO(a_photograph(size=(60 + number, 40)))
        photo = tributes.add_photo(cast.keeper, cast.memorial, upload=upload, name="a.jpg", **given)
        develop_picture(photo.picture_id, NOON)
    ways = {"page": page_of(cast), "ana": as_person(cast, ana), "link": as_somebody(cast, "link")}

    shown = {
        who: len(set(re.findall(r"/photos/([0-9a-f-]{36})/", seen(cast.keeper, way)))) for who, way in ways.items()
    }

    assert shown == {"page": 3, "ana": 2, "link": 1}
