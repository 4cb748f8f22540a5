"""What a helper may do is granted scope by scope, told before they accept, and changed or ended at any time."""

from __future__ import annotations

import re
from collections.abc import Collection

import pytest
from django.conf import settings
from django.test import Client

from snowdrop.comfort import actions as comfort
from snowdrop.ground.journal import Entry
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions, queries
from snowdrop.memorials.models import ChangeOfPart, Circle, Grant, Helper, Invitation, Keeper, RequestToSee
from snowdrop.memorials.rules import Frozen
from snowdrop.memorials.vocabulary import Purpose, Scope
from snowdrop.people.viewer import Viewer
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family, a_person, another_family, let_help, let_into_circle
from tests.world.guests import send
from tests.world.keeping import let_keep

pytestmark = pytest.mark.django_db

READ, PEOPLE = Scope.READ_FIRST, Scope.PEOPLE


@pytest.fixture
def cast() -> Cast:
    return a_family()


@pytest.fixture
def ana(cast: Cast) -> Viewer:
    """Somebody who looks after people, and does nothing else."""
    ana = a_person("Ana")
    let_help(cast.keeper, cast.memorial, ana, scopes=[PEOPLE])
    return ana


def change(cast: Cast, who: Viewer, scopes: Collection[Scope]) -> None:
    helper = Helper.objects.get(memorial=cast.memorial, person_id=who.person_id)
    actions.change_part(cast.keeper, cast.memorial, helper, scopes=scopes, now=NOON)


def granted(who: Viewer) -> set[str]:
    return set(Grant.objects.filter(helper__person_id=who.person_id).values_list("scope", flat=True))


def at(cast: Cast, room: str) -> str:
    return f"/m/{cast.memorial.slug}/{room}"


def status(who: Viewer, cast: Cast, room: str) -> int:
    return browser_of(who).get(at(cast, room)).status_code


# Granting


def test_a_scope_is_a_row_that_says_who_granted_it_and_when(cast: Cast) -> None:
    grant = Grant.objects.get()

    assert (grant.scope, grant.by, grant.at) == (READ, cast.keeper.person_id, NOON)


def test_each_scope_opens_its_own_rooms_and_no_other(cast: Cast, ana: Viewer) -> None:
    rooms = ("reading/", "reading/set-aside/", "people/", "people/invitation/", "requests/", "helping/")

    assert [status(cast.helper, cast, room) for room in rooms] == [200, 200, 404, 404, 404, 200]
    assert [status(ana, cast, room) for room in rooms] == [404, 404, 200, 200, 200, 200]


def test_whoever_looks_after_people_decides_nothing_at_the_desk(cast: Cast, ana: Viewer) -> None:
    piece = send(cast.memorial)

    for act in (comfort.let_through, comfort.keep_away, comfort.worry_about, comfort.read_again):
        with pytest.raises(NotAllowed):
            act(ana, piece, now=NOON)


def test_the_menu_of_a_helper_holds_their_rooms_and_their_own_page(cast: Cast, ana: Viewer) -> None:
    def menu(who: Viewer) -> list[str]:
        page = browser_of(who).get(at(cast, "helping/")).context["page"]
        return [str(link.words) for link in page.room.menu]

    assert (menu(cast.helper), menu(ana)) == (["Reading first", "Your part"], ["People", "Your part"])
    assert "Your part" not in browser_of(cast.keeper).get(at(cast, "people/")).content.decode()


def test_a_keeper_changes_what_somebody_does_and_it_holds_at_once(cast: Cast) -> None:
    helper, keeper, theirs = Helper.objects.get(), browser_of(cast.keeper), browser_of(cast.helper)
    page = keeper.get(at(cast, f"helpers/{helper.id}/")).content.decode()

    keeper.post(at(cast, f"helpers/{helper.id}/"), {"scopes": ["people"]})

    assert re.search(r'value="read-first"[^>]* checked', page) and not re.search(r'value="people"[^>]* checked', page)
    assert granted(cast.helper) == {PEOPLE}
    assert [theirs.get(at(cast, room)).status_code for room in ("reading/", "people/")] == [404, 200]


def test_a_helper_without_any_scope_is_not_made_but_ended(cast: Cast) -> None:
    helper = Helper.objects.get()

    answer = browser_of(cast.keeper).post(at(cast, f"helpers/{helper.id}/"), {})

    assert "Please choose one or more." in answer.content.decode()
    with pytest.raises(NotAllowed):
        actions.change_part(cast.keeper, cast.memorial, helper, scopes=[], now=NOON)
    with pytest.raises(NotAllowed):
        actions.invite(cast.keeper, cast.memorial, purpose=Purpose.HELPER, scopes=[], now=NOON)
    assert granted(cast.helper) == {READ}


def test_nobody_but_a_keeper_grants_anything_least_of_all_to_themselves(cast: Cast, ana: Viewer) -> None:
    elsewhere, helper = another_family(), Helper.objects.get(person_id=cast.helper.person_id)

    for who in (cast.helper, ana, cast.stranger, cast.nobody, elsewhere.keeper):
        with pytest.raises(NotAllowed):
            actions.change_part(who, cast.memorial, helper, scopes=[READ, PEOPLE], now=NOON)
    with pytest.raises(NotAllowed):
        actions.change_part(elsewhere.keeper, elsewhere.memorial, helper, scopes=[PEOPLE], now=NOON)
    assert (granted(cast.helper), granted(ana)) == ({READ}, {PEOPLE})


def test_while_it_is_frozen_nothing_more_is_granted_and_what_was_granted_can_be_taken_back(cast: Cast) -> None:
    change(cast, cast.helper, [READ, PEOPLE])
    actions.freeze(cast.keeper, cast.memorial, now=NOON)

    change(cast, cast.helper, [READ])
    with pytest.raises(Frozen):
        change(cast, cast.helper, [READ, PEOPLE])
    helper = Helper.objects.get()
    said = browser_of(cast.keeper).post(at(cast, f"helpers/{helper.id}/"), {"scopes": ["read-first", "people"]})

    assert granted(cast.helper) == {READ}
    assert "nothing here becomes wider" in said.content.decode()


def test_a_helper_is_told_on_their_page_what_has_changed_until_they_have_read_it(cast: Cast) -> None:
    theirs = browser_of(cast.helper)
    quiet = theirs.get(at(cast, "helping/")).content.decode()

    change(cast, cast.helper, [PEOPLE])
    told, listed = theirs.get(at(cast, "helping/")).content.decode(), theirs.get("/mine/").content.decode()
    theirs.post(at(cast, "helping/changes/"))
    read = theirs.get(at(cast, "helping/")).content.decode()

    assert "New: Look after people" in told and "Not any more: Read first" in told
    assert "What you do here has changed" in listed
    assert "has changed" not in quiet + read + theirs.get("/mine/").content.decode()


def test_what_was_changed_and_changed_back_before_they_looked_is_no_news(cast: Cast) -> None:
    change(cast, cast.helper, [READ, PEOPLE])
    change(cast, cast.helper, [READ])

    assert not ChangeOfPart.objects.exists()


def test_a_change_is_one_entry_and_none_where_nothing_changes(cast: Cast) -> None:
    change(cast, cast.helper, [READ])
    before = Entry.objects.filter(verb="helper.part_changed").count()

    change(cast, cast.helper, [READ, PEOPLE])

    assert (before, Entry.objects.filter(verb="helper.part_changed").count()) == (0, 1)


# Being asked


def invited(cast: Cast, *scopes: str) -> str:
    form = {"name": "Ana", "to": "helper", "way": "by-hand", "scopes": list(scopes)}
    page = browser_of(cast.keeper).post(at(cast, "people/invitation/"), form).content.decode()
    (path,) = re.findall(rf'value="{settings.SNOWDROP.address}(/invitation/[\w-]+/)"', page)
    return path


@pytest.mark.parametrize("who", ["stranger", "nobody"])
def test_who_is_asked_to_help_reads_what_it_is_and_is_not_before_they_say_yes(cast: Cast, who: str) -> None:
    people, both = invited(cast, "people"), invited(cast, "read-first", "people")

    pages = [browser_of(cast.everybody()[who]).get(path).content.decode() for path in (people, both)]

    assert ["one thing at a time" in page for page in pages] == [False, True]
    assert all("You answer whoever asks to see" in page for page in pages)
    assert all("You cannot delete anything, decide who sees their page" in page for page in pages)
    assert all("You can rest, or stop, at any time and without a reason." in page for page in pages)


def test_who_accepts_is_granted_what_was_offered_by_the_one_who_asked(cast: Cast) -> None:
    path, ana = invited(cast, "people"), a_person("Ana")
    browser_of(ana).post(path)
    waiting = Invitation.objects.get(accepted_by=ana.person_id)
    before = granted(ana)

    actions.let_in(cast.keeper, cast.memorial, waiting, now=NOON)

    assert (before, granted(ana)) == (set(), {PEOPLE})
    assert Grant.objects.get(scope=PEOPLE).by == cast.keeper.person_id


def test_an_invitation_to_help_with_nothing_is_not_made(cast: Cast) -> None:
    form = {"name": "Ana", "to": "helper", "way": "by-hand"}

    page = browser_of(cast.keeper).post(at(cast, "people/invitation/"), form).content.decode()

    assert "Please choose one or more." in page and not Invitation.objects.filter(accepted_by=None).exists()


# Looking after people


def circles(cast: Cast) -> tuple[Circle, Circle]:
    """One that is open to helpers, with somebody in it, and one that is not, with somebody in it."""
    made = [
        actions.make_circle(cast.keeper, cast.memorial, name=name, now=NOON) for name in ("Choir", "The inner ring")
    ]
    for circle, name in zip(made, ("Benedikt", "Chloe"), strict=True):
        let_into_circle(cast.keeper, circle, a_person(name))
    actions.allow_helpers(cast.keeper, cast.memorial, made[0], allowed=True, now=NOON)
    return made[0], made[1]


def test_they_see_the_circles_that_are_open_to_helpers_and_nothing_of_the_others(cast: Cast, ana: Viewer) -> None:
    circles(cast)
    actions.keep_out(cast.keeper, cast.memorial, names=["Dita"], now=NOON)
    actions.invite(cast.keeper, cast.memorial, purpose=Purpose.HELPER, name="Eva", now=NOON)

    rooms = ("people/", "people/invitation/", "requests/")
    seen = "".join(browser_of(ana).get(at(cast, room)).content.decode() for room in rooms)

    assert "Choir" in seen and "Benedikt" in seen
    assert not any(word in seen for word in ("inner ring", "Chloe", "Dita", "Eva", "Our neighbours", "kept-out"))


def test_they_invite_into_an_open_circle_and_to_nothing_else(cast: Cast, ana: Viewer) -> None:
    choir, ring = circles(cast)
    browser, form = browser_of(ana), {"name": "Lou", "way": "mail", "address": "lou@example.org"}

    for to in (str(ring.id), "helper", "keeper"):
        refused = browser.post(at(cast, "people/invitation/"), {**form, "to": to, "scopes": "people"})
        assert "Please choose one of these." in refused.content.decode()
    browser.post(at(cast, "people/invitation/"), {**form, "to": str(choir.id)})

    made = Invitation.objects.filter(made_by=ana.person_id)
    assert [(one.circle, one.purpose) for one in made] == [(choir, Purpose.CIRCLE)]
    for purpose, circle in ((Purpose.CIRCLE, ring), (Purpose.HELPER, None), (Purpose.KEEPER, None)):
        with pytest.raises(NotAllowed):
            actions.invite(ana, cast.memorial, purpose=purpose, circle=circle, address="x@example.org", now=NOON)
        with pytest.raises(NotAllowed):
            actions.invite(
                cast.helper, cast.memorial, purpose=purpose, circle=circle, address="x@example.org", now=NOON
            )


def test_they_send_again_and_end_their_own_invitations_and_nobody_elses(cast: Cast, ana: Viewer) -> None:
    choir, _ = circles(cast)
    given = {"purpose": Purpose.CIRCLE, "circle": choir, "now": NOON}
    own, _ = actions.invite(ana, cast.memorial, name="Lou", **given)
    other, _ = actions.invite(cast.keeper, cast.memorial, name="Kim", **given)
    browser = browser_of(ana)

    statuses = [
        [browser.get(at(cast, f"invitations/{one.id}/{way}/")).status_code for way in ("again", "removal")]
        for one in (own, other)
    ]
    for act in (actions.invite_again, actions.take_back_invitation):
        with pytest.raises(NotAllowed):
            act(ana, cast.memorial, other, now=NOON)
    browser.post(at(cast, f"invitations/{own.id}/removal/"))

    assert statuses == [[200, 200], [404, 404]]
    assert set(Invitation.objects.filter(accepted_by=None)) == {other}


def test_who_accepts_without_an_address_waits_for_the_family(cast: Cast, ana: Viewer) -> None:
    choir, _ = circles(cast)
    _, secret = actions.invite(ana, cast.memorial, purpose=Purpose.CIRCLE, circle=choir, now=NOON)
    waiting = actions.accept_invitation(cast.stranger, secret=secret, now=NOON)

    with pytest.raises(NotAllowed):
        actions.let_in(ana, cast.memorial, waiting, now=NOON)
    assert browser_of(ana).post(at(cast, f"invitations/{waiting.id}/welcome/")).status_code == 404
    assert waiting.id in {one.id for one in queries.people_room(cast.keeper, cast.memorial).waiting}


def test_whom_the_family_keeps_out_is_not_told_to_a_helper_who_invites_them(cast: Cast, ana: Viewer) -> None:
    choir, _ = circles(cast)
    actions.keep_out(cast.keeper, cast.memorial, addresses=["lou@example.org"], now=NOON)
    form = {"name": "Lou", "to": str(choir.id), "way": "mail", "address": "lou@example.org"}

    said = browser_of(ana).post(at(cast, "people/invitation/"), form).content.decode()

    assert "This invitation cannot be made." in said and "keep this person out" not in said
    assert not Invitation.objects.filter(made_by=ana.person_id).exists()


@pytest.mark.parametrize("end", ["scope taken back", "ended", "door shut"])
def test_their_open_invitations_end_with_what_they_may_do(cast: Cast, ana: Viewer, end: str) -> None:
    choir, _ = circles(cast)
    actions.invite(ana, cast.memorial, purpose=Purpose.CIRCLE, circle=choir, now=NOON)
    helper = Helper.objects.get(person_id=ana.person_id)

    if end == "scope taken back":
        change(cast, ana, [READ])
    elif end == "ended":
        actions.end_helping(ana, cast.memorial, helper, now=NOON)
    else:
        actions.shut_the_door(cast.keeper, cast.memorial, helper.person, now=NOON)

    assert not Invitation.objects.filter(made_by=ana.person_id).exists()


def test_a_helper_who_reads_first_answers_nobody_who_asks_to_see(cast: Cast) -> None:
    given = {"name": "Tom", "address": "tom@example.org", "address_mark": b"x", "asked_at": NOON}
    request = RequestToSee.objects.create(memorial=cast.memorial, **given)

    for act in (actions.bring_to_family, actions.answer_not_now, actions.take_up_again):
        with pytest.raises(NotAllowed):
            act(cast.helper, cast.memorial, request, now=NOON)
    page: Client = browser_of(cast.helper)
    assert page.get(at(cast, "requests/")).status_code == 404


# Being kept out, and keeping


def test_a_helper_whom_the_family_keeps_out_meets_nothing(cast: Cast, ana: Viewer) -> None:
    person = Helper.objects.get(person_id=ana.person_id).person
    actions.keep_out(cast.keeper, cast.memorial, people=[person], now=NOON)
    Helper.objects.create(memorial=cast.memorial, person=person, asked_by=cast.keeper.person_id, since=NOON)
    Grant.objects.create(
        memorial=cast.memorial,
        helper=Helper.objects.get(person=person),
        scope=PEOPLE,
        by=cast.keeper.person_id,
        at=NOON,
    )

    assert [status(ana, cast, room) for room in ("people/", "helping/", "requests/")] == [404, 404, 404]


def test_once_it_is_to_be_deleted_no_helper_finds_anything(cast: Cast, ana: Viewer) -> None:
    actions.ask_for_deletion(cast.keeper, cast.memorial, now=NOON)

    assert [status(ana, cast, room) for room in ("people/", "helping/", "requests/")] == [404, 404, 404]
    assert [status(cast.helper, cast, room) for room in ("reading/", "helping/")] == [404, 404]


def test_a_helper_who_comes_to_keep_it_helps_no_more(cast: Cast) -> None:
    let_keep(cast.keeper, cast.memorial, cast.helper, now=NOON)

    assert Keeper.objects.filter(person_id=cast.helper.person_id).exists()
    assert not Grant.objects.exists() and not Helper.objects.exists()
