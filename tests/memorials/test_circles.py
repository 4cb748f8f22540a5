"""Circles: each sees what is shown to it; only keepers see who is in one; the door is shut with the next request."""

from __future__ import annotations

import pytest

from snowdrop.ground import clock
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions
from snowdrop.memorials.models import Block, Circle, Helper, Invitation, Keeper, Member, Memorial
from snowdrop.memorials.vocabulary import BlockBy, Purpose
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from tests.world.browsers import browser_of, text_of
from tests.world.cast import NOON, Cast, a_family, a_person, let_help, let_into_circle

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_family()


def make(cast: Cast, name: str) -> Circle:
    return actions.make_circle(cast.keeper, cast.memorial, name=name, now=NOON)


def person_of(viewer: Viewer) -> Person:
    return Person.objects.get(pk=viewer.person_id)


def sees(viewer: Viewer) -> bool:
    return Memorial.objects.visible_to(viewer).exists()


def test_the_page_is_open_to_the_circles_that_are_meant_and_to_no_other(cast: Cast) -> None:
    family, work, ana, ben = make(cast, "Family"), make(cast, "Work"), a_person("Ana"), a_person("Ben")
    let_into_circle(cast.keeper, family, ana)
    let_into_circle(cast.keeper, work, ben)

    actions.publish_memorial(cast.keeper, cast.memorial, to="circles", circles=[family.id], now=NOON)

    assert (sees(ana), sees(ben), sees(cast.stranger)) == (True, False, False)


def test_a_circle_is_made_renamed_and_listed_with_who_is_in_it(cast: Cast) -> None:
    browser, room = browser_of(cast.keeper), f"/m/{cast.memorial.slug}/circles/"
    nobody_yet = browser.post(room, {"name": "Kin"})
    let_into_circle(cast.keeper, Circle.objects.get(), a_person("Ana"))
    browser.post(nobody_yet["Location"], {"name": "Family"})

    page = browser.get(room).context["page"]

    (circle,) = page.circles
    assert (circle.name, [one.name for one in circle.people]) == ("Family", ["Ana"])


def test_a_circle_without_a_name_is_asked_for_one(cast: Cast) -> None:
    answer = browser_of(cast.keeper).post(f"/m/{cast.memorial.slug}/circles/", {"name": " "})

    assert "so that you know it again" in answer.content.decode()
    assert not Circle.objects.exists()


def test_what_was_shown_to_a_deleted_circle_alone_is_for_family_and_helpers(cast: Cast) -> None:
    family, ana, browser = make(cast, "Family"), a_person("Ana"), browser_of(cast.keeper)
    let_into_circle(cast.keeper, family, ana)
    actions.publish_memorial(cast.keeper, cast.memorial, to="circles", circles=[family.id], now=NOON)
    before = sees(ana)

    asked = browser.get(f"/m/{cast.memorial.slug}/circles/{family.id}/removal/").content.decode()
    still = sees(ana)
    browser.post(f"/m/{cast.memorial.slug}/circles/{family.id}/removal/")

    assert "seen by you and your helpers alone" in asked
    assert (before, still, sees(ana)) == (True, True, False)
    assert (sees(cast.keeper), sees(cast.helper)) == (True, True)


def test_somebody_in_one_circle_is_put_into_another_and_taken_out_of_it_again(cast: Cast) -> None:
    family, work, ana, browser = make(cast, "Family"), make(cast, "Work"), a_person("Ana"), browser_of(cast.keeper)
    let_into_circle(cast.keeper, family, ana)
    address = f"/m/{cast.memorial.slug}/circles/{work.id}/people/"

    offered = browser.get(f"/m/{cast.memorial.slug}/circles/{work.id}/").content.decode()
    browser.post(address, {"person": str(ana.person_id)})
    in_both = set(Member.objects.values_list("circle__id", flat=True))
    browser.post(f"{address}{Member.objects.get(circle=work).id}/removal/")

    assert f'<option value="{ana.person_id}">Ana</option>' in offered
    assert in_both == {family.id, work.id}
    assert list(Member.objects.values_list("circle__id", flat=True)) == [family.id]


def test_nobody_is_put_into_a_circle_whom_the_family_has_not_let_in(cast: Cast) -> None:
    circle, browser = make(cast, "Family"), browser_of(cast.keeper)

    answer = browser.post(
        f"/m/{cast.memorial.slug}/circles/{circle.id}/people/", {"person": str(cast.stranger.person_id)}
    )

    assert answer.status_code == 200
    with pytest.raises(NotAllowed):
        actions.put_into_circle(cast.keeper, cast.memorial, circle, person_of(cast.stranger), now=NOON)
    assert not Member.objects.exists()


def test_nobody_is_put_into_a_circle_whom_the_family_keeps_out(cast: Cast) -> None:
    family, work, ana = make(cast, "Family"), make(cast, "Work"), a_person("Ana")
    let_into_circle(cast.keeper, family, ana)
    block(cast, ana)

    with pytest.raises(NotAllowed):
        actions.put_into_circle(cast.keeper, cast.memorial, work, person_of(ana), now=NOON)


def block(cast: Cast, viewer: Viewer) -> None:
    given = {"made_by": cast.keeper.person_id, "made_at": NOON}
    Block.objects.create(memorial=cast.memorial, by_what=BlockBy.ADDRESS, mark=person_of(viewer).address_mark, **given)


def everything_for(cast: Cast) -> Viewer:
    """Somebody in two circles, who helps too, and has been sent another invitation."""
    ana, circles = a_person("Ana"), [make(cast, "Family"), make(cast, "Work")]
    for circle in circles:
        let_into_circle(cast.keeper, circle, ana)
    let_help(cast.keeper, cast.memorial, ana)
    third = make(cast, "Choir")
    invited = {"purpose": Purpose.CIRCLE, "circle": third, "address": "Ana+new@example.org"}
    actions.invite(cast.keeper, cast.memorial, **invited, now=NOON)
    actions.publish_memorial(cast.keeper, cast.memorial, to="circles", circles=[circles[0].id], now=NOON)
    return ana


@pytest.mark.parametrize("like", ["ana+family@strasse.example", "ana@straße.example", "ana@xn--strae-oqa.example"])
def test_an_address_that_is_only_like_the_invited_one_lets_nobody_in(cast: Cast, like: str) -> None:
    invited = {"purpose": Purpose.CIRCLE, "circle": make(cast, "Family"), "address": "ana@strasse.example"}
    _, secret = actions.invite(cast.keeper, cast.memorial, **invited, now=clock.now())
    path, somebody = f"/invitation/{secret}/", Viewer(person_id=Person.objects.create_user(like).id)

    browser_of(somebody).post(path)

    assert "This invitation is for another address" in browser_of(somebody).get(path).content.decode()
    assert not Member.objects.exists()


def test_shutting_the_door_takes_somebody_out_of_everything_at_once(cast: Cast) -> None:
    ana, browser = everything_for(cast), browser_of(cast.keeper)
    before = (sees(ana), Member.objects.filter(person_id=ana.person_id).exists(), Invitation.objects.exists())
    address = f"/m/{cast.memorial.slug}/people/{ana.person_id}/"

    page = browser.get(address).context["page"]
    asked = browser.get(f"{address}removal/").content.decode()
    browser.post(f"{address}removal/")

    assert (sorted(name for _, name in page.circles), page.helps) == (["Family", "Work"], "Read first")
    assert ("Shut the door to Ana?" in asked, before) == (True, (True, True, True))
    assert not Member.objects.filter(person_id=ana.person_id).exists()
    assert not Helper.objects.filter(person_id=ana.person_id).exists()
    assert not Invitation.objects.filter(accepted_by=ana.person_id).exists()
    assert not Invitation.objects.exclude(address_mark=b"").exists()
    assert not sees(ana)
    assert browser_of(ana).get(f"/m/{cast.memorial.slug}/").status_code == 404
    assert browser.get(address).status_code == 404


def test_a_keeper_does_not_shut_the_door_to_another(cast: Cast) -> None:
    ana = a_person("Ana")
    let_into_circle(cast.keeper, make(cast, "Family"), ana)
    Keeper.objects.create(memorial=cast.memorial, person_id=ana.person_id, since=NOON)

    answer = browser_of(cast.keeper).post(f"/m/{cast.memorial.slug}/people/{ana.person_id}/removal/")

    assert answer.status_code == 404
    with pytest.raises(NotAllowed):
        actions.shut_the_door(cast.keeper, cast.memorial, person_of(ana), now=NOON)
    assert Member.objects.filter(person_id=ana.person_id).exists()


def test_who_is_in_a_circle_is_told_to_nobody_who_is_in_it_or_helps(cast: Cast) -> None:
    circle, ana, ben = make(cast, "The inner ring"), a_person("Ana"), a_person("Benedikt")
    for one in (ana, ben):
        let_into_circle(cast.keeper, circle, one)
    actions.publish_memorial(cast.keeper, cast.memorial, to="circles", circles=[circle.id], now=NOON)
    rooms = ("", "people/", "circles/", f"circles/{circle.id}/", f"people/{ben.person_id}/")
    paths = ["/mine/", *(f"/m/{cast.memorial.slug}/{room}" for room in rooms)]

    to_keeper = "".join(text_of(browser_of(cast.keeper).get(path)) for path in paths)
    to_others = "".join(text_of(browser_of(one).get(path)) for one in (ana, cast.helper) for path in paths)

    assert ("The inner ring" in to_keeper, "Benedikt" in to_keeper) == (True, True)
    assert "For Ilse" in to_others
    assert ("inner ring" in to_others, "Benedikt" in to_others) == (False, False)


def test_what_is_open_to_somebody_by_a_circle_is_on_their_own_list(cast: Cast) -> None:
    circle, ana = make(cast, "Family"), a_person("Ana")
    let_into_circle(cast.keeper, circle, ana)
    nothing_yet = browser_of(ana).get("/mine/").context["page"].open_to_them
    actions.publish_memorial(cast.keeper, cast.memorial, to="circles", circles=[circle.id], now=NOON)

    page = browser_of(ana).get("/mine/").context["page"]

    assert nothing_yet == ()
    assert [one.called for one in page.open_to_them] == ["For Ilse"]


def helper_removal(helper: Helper) -> str:
    return f"/m/{helper.memorial.slug}/helpers/{helper.id}/removal/"


def test_somebody_leaves_the_circles_that_they_are_in_and_needs_a_new_invitation(cast: Cast) -> None:
    family, work, ana = make(cast, "Family"), make(cast, "Work"), a_person("Ana")
    let_into_circle(cast.keeper, family, ana)
    let_into_circle(cast.keeper, work, ana)
    let_into_circle(cast.keeper, work, a_person("Ben"))
    actions.publish_memorial(cast.keeper, cast.memorial, to="circles", circles=[family.id, work.id], now=NOON)
    browser, address = browser_of(ana), f"/m/{cast.memorial.slug}/your-place/removal/"
    assert address in text_of(browser.get("/mine/"))

    asked = browser.get(address)
    left = browser.post(address)

    assert (asked.status_code, left["Location"]) == (200, "/mine/")
    assert address not in text_of(browser.get("/mine/"))
    assert (browser.get(f"/m/{cast.memorial.slug}/").status_code, browser.post(address).status_code) == (404, 404)
    assert [one.name for one in Member.objects.all()] == ["Ben"]
    assert not Invitation.objects.filter(accepted_by=ana.person_id).exists()


def test_a_keeper_ends_a_helpers_part_after_being_asked_once(cast: Cast) -> None:
    helper, keeper = Helper.objects.get(), browser_of(cast.keeper)

    asked = keeper.get(helper_removal(helper)).content.decode()
    still = Helper.objects.exists()
    keeper.post(helper_removal(helper))

    assert ("End the help of Jonas?" in asked, still) == (True, True)
    assert not Memorial.objects.helped_by(cast.helper).exists()


def test_a_helper_resigns_without_a_reason(cast: Cast) -> None:
    helper, browser = Helper.objects.get(), browser_of(cast.helper)

    asked = browser.get(helper_removal(helper)).content.decode()
    done = browser.post(helper_removal(helper))

    assert "You need no reason." in asked
    assert done["Location"] == "/mine/"
    assert not Memorial.objects.helped_by(cast.helper).exists()
    with pytest.raises(NotAllowed):
        actions.end_helping(cast.stranger, cast.memorial, helper, now=NOON)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_helper_ends_nobody_elses_part(cast: Cast, method: str) -> None:
    other = a_person("Ana")
    helper = Helper.objects.create(
        memorial=cast.memorial, person_id=other.person_id, asked_by=cast.keeper.person_id, since=NOON
    )

    response = getattr(browser_of(cast.helper), method)(helper_removal(helper))

    assert response.status_code == 404
    assert Memorial.objects.helped_by(other).exists()
