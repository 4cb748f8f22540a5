"""Blocks: whoever is on the family's list finds nothing, whatever they come with; and no answer tells who is on it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from snowdrop.ground import clock
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions
from snowdrop.memorials.models import Block, Helper, Invitation, Keeper, Member, Memorial, RequestToSee
from snowdrop.memorials.vocabulary import BlockBy, Purpose
from snowdrop.people.actions import be_called
from snowdrop.people.marks import address_mark
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from tests.world.browsers import as_seen, browser_of
from tests.world.cast import NOON, Cast, a_family, a_person, let_help, let_into_circle

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


def at(cast: Cast, end: str = "") -> str:
    return f"/m/{cast.memorial.slug}/people/kept-out/{end}"


def keep_out(cast: Cast, **given: Any) -> list[Block]:
    return actions.keep_out(cast.keeper, cast.memorial, now=NOON, **given)


def sees(viewer: Viewer) -> bool:
    return Memorial.objects.visible_to(viewer).exists()


def somebody(address: str, name: str = "") -> Viewer:
    return Viewer(person_id=Person.objects.create_user(address, name=name).pk)


def finds_nothing(cast: Cast, browser: Client) -> bool:
    """Whether the page looks to this browser exactly as an address that leads nowhere."""
    page, nowhere = (browser.get(f"/m/{slug}/") for slug in (cast.memorial.slug, "nowhere"))
    return as_seen(page, cast.memorial.slug) == as_seen(nowhere, "nowhere") and page.status_code == 404


@pytest.mark.parametrize("address", ["tom@example.org", "TOM+new@example.org", "tom@example.org."])
def test_whoever_has_an_address_on_the_list_finds_nothing_with_any_account(cast: Cast, address: str) -> None:
    before = sees(cast.stranger)

    keep_out(cast, addresses=["Tom+old@example.org"])
    later = cast.stranger if address == "tom@example.org" else somebody(address)

    assert before
    assert finds_nothing(cast, browser_of(later))


def test_whoever_calls_themselves_by_a_name_on_the_list_finds_nothing_from_then_on(cast: Cast) -> None:
    keep_out(cast, names=["Berg, Änna"])
    ana = somebody("ana@example.org", name="Ana")
    before = sees(ana)

    be_called(ana, name="anna  BERG", now=NOON)

    assert (before, sees(ana)) == (True, False)


def test_a_link_of_somebody_else_does_not_help_whoever_is_on_the_list(cast: Cast) -> None:
    actions.publish_memorial(cast.keeper, cast.memorial, to="link", now=NOON)
    with_link = Viewer(person_id=cast.stranger.person_id, links=cast.friend.links)
    before = sees(with_link)

    keep_out(cast, addresses=["tom@example.org"])
    browser = browser_of(with_link)

    assert before
    assert finds_nothing(cast, browser)
    assert browser.get(reverse("private_link", args=[cast.link.secret])).status_code == 404


def everything_for(cast: Cast, tom: Viewer) -> None:
    """Somebody in a circle, who helps too, has been sent an invitation, holds another by name, and has asked to see."""
    circle = actions.make_circle(cast.keeper, cast.memorial, name="Family", now=NOON)
    let_into_circle(cast.keeper, circle, tom)
    let_help(cast.keeper, cast.memorial, tom)
    given = {"purpose": Purpose.CIRCLE, "circle": circle, "now": NOON}
    actions.invite(cast.keeper, cast.memorial, address="tom+x@example.org", **given)
    actions.invite(cast.keeper, cast.memorial, name="Tom", **given)
    asked = RequestToSee(memorial=cast.memorial, address_mark=address_mark("tom@example.org"), asked_at=NOON)
    asked.save()


@pytest.mark.parametrize("by", ["address and name", "account and name"])
def test_being_kept_out_ends_all_by_which_somebody_was_let_in_in_the_same_act(cast: Cast, by: str) -> None:
    everything_for(cast, cast.stranger)
    others = (Helper.objects.exclude(person_id=cast.stranger.person_id).count(), cast.memorial.invitations.count())
    tom = Person.objects.get(pk=cast.stranger.person_id)

    keep_out(cast, names=["TOM"], **({"people": [tom]} if by.startswith("account") else {"addresses": [tom.email]}))

    assert others == (1, 5)
    assert not Member.objects.exists() and not RequestToSee.objects.exists()
    assert [one.person_id for one in Helper.objects.all()] == [cast.helper.person_id]
    assert [one.accepted_by_id for one in Invitation.objects.all()] == [cast.helper.person_id]
    assert not sees(cast.stranger)


def test_a_keeper_is_not_kept_out_by_another_and_nothing_has_changed(cast: Cast) -> None:
    other = a_person("Noor")
    Keeper.objects.create(memorial=cast.memorial, person_id=other.person_id, since=NOON)

    answers = [
        browser_of(cast.keeper).post(at(cast), {"addresses": f"tom@example.org\n{written}"})
        for written in ("Noor+x@example.org", "mira@example.org")
    ]
    by_name = browser_of(cast.keeper).post(at(cast), {"names": "noor"})

    assert all("cannot keep each other out" in one.content.decode() for one in (*answers, by_name))
    assert not Block.objects.exists()
    assert sees(other) and sees(cast.keeper)


def test_a_block_that_came_first_never_shuts_out_a_keeper(cast: Cast) -> None:
    keep_out(cast, addresses=["noor@example.org"])
    other = a_person("Noor")
    before = sees(other)

    Keeper.objects.create(memorial=cast.memorial, person_id=other.person_id, since=NOON)

    assert (before, sees(other)) == (False, True)


def test_taken_off_the_list_they_find_what_is_open_and_have_nothing_else(cast: Cast) -> None:
    everything_for(cast, cast.stranger)
    browser = browser_of(cast.keeper)
    browser.post(at(cast), {"addresses": "tom@example.org"})
    undo = browser.get(at(cast)).content.decode()
    address = at(cast, f"{Block.objects.get().pk}/removal/")
    kept_out = sees(cast.stranger)

    asked = browser.get(address).content.decode()
    still = Block.objects.exists()
    browser.post(address)

    assert address in undo
    assert "goes to the reading desk" in asked
    assert (kept_out, still, sees(cast.stranger)) == (False, True, True)
    assert not Member.objects.exists()


def test_several_are_written_one_on_a_line_as_people_copy_them(cast: Cast) -> None:
    addresses = "Tom Berg <tom@example.org>\n\n ana@example.org ,\n"

    browser_of(cast.keeper).post(at(cast), {"addresses": addresses, "names": "Ben Holm\n...\nLea"})

    assert {(one.by_what, one.written) for one in Block.objects.all()} == {
        (BlockBy.ADDRESS, "tom@example.org"),
        (BlockBy.ADDRESS, "ana@example.org"),
        (BlockBy.NAME, "Ben Holm"),
        (BlockBy.NAME, "Lea"),
    }


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({}, "write an address or a name"),
        ({"addresses": "tom"}, "does not look like an address"),
        ({"names": "…"}, "write an"),
    ],
)
def test_a_list_of_nobody_is_asked_for_once_more(cast: Cast, form: dict[str, str], words: str) -> None:
    answer = browser_of(cast.keeper).post(at(cast), form)

    assert words in answer.content.decode()
    assert not Block.objects.exists()


def test_somebody_who_is_here_is_kept_out_by_pointing_at_them(cast: Cast) -> None:
    browser = browser_of(cast.keeper)
    (jonas,) = [key for key, words in browser.get(at(cast)).context["form"].fields["here"].choices if words == "Jonas"]

    browser.post(at(cast), {"here": jonas})

    assert not Helper.objects.exists()
    assert [(one.by_what, one.written) for one in Block.objects.all()] == [
        (BlockBy.ACCOUNT, "Jonas (jonas@example.org)")
    ]
    assert finds_nothing(cast, browser_of(cast.helper))


def test_from_their_own_page_somebody_is_kept_out_after_asking_once(cast: Cast) -> None:
    browser, address = browser_of(cast.keeper), f"/m/{cast.memorial.slug}/people/{cast.helper.person_id}/kept-out/"

    asked = browser.get(address).content.decode()
    before = Block.objects.exists()
    browser.post(address)

    assert "Keep Jonas out?" in asked
    assert (before, Block.objects.exists()) == (False, True)


def test_the_same_person_is_on_the_list_once(cast: Cast) -> None:
    first, again = (keep_out(cast, addresses=[one]) for one in ("tom@example.org", "TOM@example.org"))

    assert first == again
    assert Block.objects.count() == 1


def test_the_list_is_seen_by_keepers_and_not_by_helpers(cast: Cast) -> None:
    keep_out(cast, addresses=["tom@example.org"])

    seen = {name: browser_of(one).get(at(cast)).status_code for name, one in cast.everybody().items()}

    assert seen == {"keeper": 200, "helper": 404, "friend": 302, "stranger": 404, "nobody": 302}
    with pytest.raises(NotAllowed):
        actions.keep_out(cast.helper, cast.memorial, addresses=["ana@example.org"], now=NOON)
    with pytest.raises(NotAllowed):
        actions.take_back_block(cast.helper, cast.memorial, Block.objects.get(), now=NOON)


def test_the_list_says_plainly_what_it_cannot_do(cast: Cast) -> None:
    said = {}
    for to in ("everybody", "link", "keepers"):
        actions.publish_memorial(cast.keeper, cast.memorial, to=to, now=NOON)
        said[to] = browser_of(cast.keeper).get(at(cast)).content.decode()

    assert "Whoever is not signed in is a stranger there" in said["everybody"]
    assert "cannot be told apart from others who do" in said["link"]
    assert "stranger there" not in said["keepers"] and "told apart" not in said["keepers"]


def test_before_the_first_invitation_the_family_is_asked_whether_anybody_should_be_kept_out() -> None:
    keeper = a_person("Noor")
    memorial = actions.open_memorial(keeper, now=NOON)
    browser, invite = browser_of(keeper), reverse("invite", args=[memorial.slug])

    first = browser.get(invite).content.decode()
    answer = browser.post(reverse("blocks", args=[memorial.slug]), {"names": "Tom", "then": "invite"})
    then = browser.get(invite).content.decode()

    assert "should never find this" in first
    assert answer["Location"] == invite
    assert "should never find this" not in then


def test_nobody_on_the_list_is_invited_or_accepts(cast: Cast) -> None:
    _, secret = actions.invite(cast.keeper, cast.memorial, purpose=Purpose.HELPER, now=clock.now())
    keep_out(cast, addresses=["tom@example.org"])
    browser = browser_of(cast.stranger)

    seen, over = browser.get(f"/invitation/{secret}/"), browser.get("/invitation/never/")

    assert as_seen(seen, secret) == as_seen(over, "never")
    with pytest.raises(actions.KeptOut):
        actions.invite(cast.keeper, cast.memorial, purpose=Purpose.HELPER, address="Tom+2@example.org", now=NOON)
