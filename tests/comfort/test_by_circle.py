"""Opening what comes from one circle, or only from family: of those who were signed in when they sent it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from snowdrop.comfort import actions
from snowdrop.comfort.intake import read_fields
from snowdrop.comfort.models import Comfort, FromCircle
from snowdrop.comfort.queries import Wanted, circles_called_family, next_waiting
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials.actions import call_family, describe_memorial, make_circle, take_out_of_circle
from snowdrop.memorials.models import Circle, Member
from snowdrop.people.viewer import Viewer
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family, a_person, let_into_circle
from tests.world.guests import fields

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


@pytest.fixture
def family(cast: Cast) -> Circle:
    circle = make_circle(cast.keeper, cast.memorial, name="Our parents", now=NOON)
    call_family(cast.keeper, cast.memorial, circle, is_family=True, now=NOON)
    return circle


@pytest.fixture
def ana(cast: Cast, family: Circle) -> Viewer:
    person = a_person("Ana")
    let_into_circle(cast.keeper, family, person)
    return person


def sent_by(cast: Cast, viewer: Viewer, **given: str) -> Comfort:
    """Something that somebody sent in their own browser, let through by the helper where somebody reads first."""
    form = dict(fields(**given))
    answer = browser_of(viewer).post(f"/m/{cast.memorial.slug}/send/", form)
    assert answer.status_code == 303
    comfort = actions.sent_with(form["once"])
    if comfort.place == Place.HELD:
        actions.let_through(cast.helper, comfort, now=NOON)
    return comfort


def opened(cast: Cast, said: dict[str, str]) -> str:
    address = f"/m/{cast.memorial.slug}/waiting/open/"
    return browser_of(cast.keeper).post(address, said, follow=True).content.decode()


def test_what_comes_from_a_circle_is_opened_and_another_from_it(cast: Cast, family: Circle, ana: Viewer) -> None:
    sent_by(cast, cast.stranger, words="Canary of a stranger")
    sent_by(cast, cast.nobody, words="Canary of nobody", name="Ana", relation="her mother")
    for number in range(2):
        sent_by(cast, ana, words=f"Canary of Ana {number}")

    pages = [opened(cast, {"circle": str(family.pk)}) for _ in range(3)]

    assert [f"Canary of Ana {number}" in pages[number] for number in range(2)] == [True, True]
    assert f'name="circle" value="{family.pk}"' in pages[0]
    assert "Nothing from this circle waits at the moment." in pages[2]
    assert not any("stranger" in page or "nobody" in page for page in pages)


def test_only_from_family_is_what_comes_from_every_circle_that_is_called_so(cast: Cast, ana: Viewer) -> None:
    work, siblings = (make_circle(cast.keeper, cast.memorial, name=name, now=NOON) for name in ("Work", "Siblings"))
    call_family(cast.keeper, cast.memorial, siblings, is_family=True, now=NOON)
    people = {name: a_person(name) for name in ("Kim", "Lou")}
    let_into_circle(cast.keeper, work, people["Kim"])
    let_into_circle(cast.keeper, siblings, people["Lou"])
    for name, person in (("Kim", people["Kim"]), ("Lou", people["Lou"]), ("Ana", ana)):
        sent_by(cast, person, words=f"Canary of {name}")

    pages = [opened(cast, {"family": "yes"}) for _ in range(3)]

    assert "Canary of Lou" in pages[0] and "Canary of Ana" in pages[1] and 'name="family" value="yes"' in pages[0]
    assert "from those whom you call family" in pages[2] and "Canary of Kim" not in pages[2]


def test_nothing_is_from_family_where_no_circle_is_called_so(cast: Cast, family: Circle, ana: Viewer) -> None:
    sent_by(cast, ana)
    call_family(cast.keeper, cast.memorial, family, is_family=False, now=NOON)

    wanted = Wanted(circles=circles_called_family(cast.memorial))

    assert next_waiting(cast.keeper, cast.memorial, wanted) is None
    assert (
        "Open one, only from family"
        not in browser_of(cast.keeper).get(f"/m/{cast.memorial.slug}/waiting/").content.decode()
    )


def test_it_is_known_as_long_as_it_waits_and_anew_when_it_is_put_back(cast: Cast, family: Circle, ana: Viewer) -> None:
    comfort = sent_by(cast, ana)
    first = FromCircle.objects.count()
    actions.open_comfort(cast.keeper, comfort, now=NOON)
    none = FromCircle.objects.count()
    actions.put_back(cast.keeper, comfort, now=NOON)
    again = FromCircle.objects.count()
    actions.open_page(cast.keeper, cast.memorial, most=50, now=NOON)
    opened_all = FromCircle.objects.count()
    take_out_of_circle(cast.keeper, cast.memorial, Member.objects.get(circle=family), now=NOON)
    comfort.refresh_from_db()
    actions.put_back(cast.keeper, comfort, now=NOON)

    assert (first, none, again, opened_all, FromCircle.objects.count()) == (1, 0, 1, 0, 0)


def test_where_nobody_reads_first_it_is_known_as_soon_as_it_arrives(cast: Cast, family: Circle, ana: Viewer) -> None:
    describe_memorial(cast.keeper, cast.memorial, first_reading="nobody", now=NOON)
    cast.memorial.refresh_from_db()
    door = actions.door_of(cast.memorial)
    arrivals = [read_fields(fields(), door), replace(read_fields(fields(), door), sender=ana.person_id)]

    actions.receive([(door, arrival) for arrival in arrivals], now=NOON)

    found = next_waiting(cast.keeper, cast.memorial, Wanted(circles=(family.pk,)))
    assert found and found.pk == actions.sent_with(arrivals[1].once).pk


def test_who_was_signed_in_is_not_written_down(cast: Cast, ana: Viewer) -> None:
    comfort = sent_by(cast, ana)
    guest = sent_by(cast, cast.nobody)

    mark = bytes(Comfort.objects.get(pk=comfort.pk).sent_by)

    assert ana.person_id and mark != ana.person_id.bytes and len(mark) == 16
    assert Comfort.objects.get(pk=guest.pk).sent_by is None
    assert not comfort.steps.filter(by=ana.person_id).exists()


def test_only_those_who_keep_it_say_who_is_family(cast: Cast, family: Circle) -> None:
    for viewer in (cast.helper, cast.stranger, cast.nobody):
        with pytest.raises(NotAllowed):
            call_family(viewer, cast.memorial, family, is_family=False, now=NOON)
