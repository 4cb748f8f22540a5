"""A family's whole world with a mark in every private field, and everybody who may knock at its doors."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID, uuid4

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse
from django.test import Client

from snowdrop.comfort import actions as comfort
from snowdrop.comfort.queries_of_thanks import secret_of
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground import clock
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Circle, Helper, Memorial, Succession
from snowdrop.memorials.vocabulary import Audience, DateOf, OnThePage, Scope, Somebody
from snowdrop.memorials.vocabulary import Purpose as InvitedTo
from snowdrop.memorials.vocabulary_of_days import When
from snowdrop.notices.models import Listener
from snowdrop.notices.tokens import token_of, token_of_listener
from snowdrop.people.links import hold_link
from snowdrop.people.marks import address_mark
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding import actions as safety
from snowdrop.safeguarding.queries import NOTICE, RECEIPT
from snowdrop.safeguarding.queries_of_names import NOTICE as NOTICE_OF_NAME
from snowdrop.safeguarding.things import Thing, handle_of
from snowdrop.safeguarding.vocabulary import Crisis
from snowdrop.safeguarding.vocabulary_of_names import Ground
from snowdrop.safeguarding.vocabulary_of_staff import Role
from tests.house.belongings import CAST, THANKS, Household, mark
from tests.house.group_around import gather_group
from tests.house.stories_told import tell_stories
from tests.house.things_shared import give_with_thanks, plan_days, say_for_them, share_clips, share_tributes
from tests.world.cast import a_person, let_help, let_into_circle, let_speak
from tests.world.guests import fields, send
from tests.world.keeping import let_keep
from tests.world.safety import a_trusted, decided, reported


def a_household(state: str) -> Household:
    """Makes all of it by the real acts."""
    people = {name: a_person(name) for name in CAST if name not in {"nobody", "friend", "former_friend"}}
    people |= {"nobody": Viewer(), "friend": Viewer(), "former_friend": Viewer()}
    memorial = _memorial(people["keeper"])
    _roles(memorial, people)
    one = Household(
        memorial,
        state,
        people,
        {name: Client(raise_request_exception=False) for name in CAST},
        {"slug": [memorial.slug], "somebody": [one.value for one in Somebody]},
        [],
    )
    _words(one)
    _keepers(one)
    _days(one)
    circle = _circle(one)
    _links(one)
    share_tributes(one)
    share_clips(one)
    say_for_them(one)
    for thing in (*one.parts["letter_id"], *one.parts["photo_id"], *one.parts["clip_id"]):
        memorials.show_to_circles(memorial, UUID(thing), [circle.id])
    _kept_out(one, circle)
    _requests(one)
    _comfort(one)
    _thanks(one)
    tell_stories(one)
    _safety(one)
    gather_group(one)
    if state != "draft":
        shown = [circle.id] if state == Audience.CIRCLES else []
        memorials.publish_memorial(people["keeper"], memorial, to=state, circles=shown, now=clock.now())
    plan_days(one)
    memorials.open_memorial(people["stranger"], title="For Noor", now=clock.now())
    for name, person in people.items():
        if person.is_signed_in:
            one.browsers[name].force_login(Person.objects.get(pk=person.person_id))
            one.browsers[name].get("/about/")  # notes once that they were here today, not with each answer anew
    _passkey(one)
    return one


def _memorial(keeper: Viewer) -> Memorial:
    memorial = memorials.open_memorial(keeper, title=mark("title"), flower="forget-me-not", now=clock.now())
    changes = {"words": mark("words"), "wishes": mark("wishes"), "on_the_page": OnThePage.KEPT}
    return memorials.describe_memorial(keeper, memorial, **changes, now=clock.now())


def _roles(memorial: Memorial, people: dict[str, Viewer]) -> None:
    keeper = people["keeper"]
    for name in ("helper", "former_helper"):
        let_help(keeper, memorial, people[name], now=clock.now())
    let_help(keeper, memorial, people["welcomer"], scopes=[Scope.PEOPLE], now=clock.now())
    let_speak(keeper, memorial, people["speaker"], now=clock.now())
    let_help(keeper, memorial, people["calendar"], scopes=[Scope.DATES], now=clock.now())
    former = Helper.objects.get(person_id=people["former_helper"].person_id)
    memorials.end_helping(keeper, memorial, former, now=clock.now())
    let_keep(keeper, memorial, people["former_keeper"], now=clock.now())
    memorials.resign(people["former_keeper"], memorial, now=clock.now())
    let_keep(keeper, memorial, people["other_keeper"], now=clock.now())


def _keepers(one: Household) -> None:
    """Somebody is asked to keep it too, the stranger was named to follow and has asked."""
    keeper, memorial, now = one.people["keeper"], one.memorial, clock.now()
    address = f"{mark('asked')}@example.org"
    asked, _ = memorials.invite(keeper, memorial, purpose=InvitedTo.KEEPER, name="Kim", address=address, now=now)
    said = {"name": mark("successor"), "words": mark("wishes", "of", "successor")}
    successor = memorials.name_successor(keeper, memorial, **said, now=now)
    memorials.ask_to_succeed(one.people["stranger"], secret=successor.secret, now=now)
    one.parts |= {
        "invitation_id of answer_invitation": [str(asked.id)],
        "succession_id": [str(Succession.objects.get(memorial=memorial).id)],
        "secret of succeed": [successor.secret],
    }
    one.marks += [*said.values(), mark("asked"), successor.secret]


def _words(one: Household) -> None:
    keeper, memorial = one.people["keeper"], one.memorial
    remembered = memorials.remember(
        keeper,
        memorial,
        names=mark("names"),
        story=mark("story"),
        dates=[(DateOf.BIRTH, mark("date"))],
        now=clock.now(),
    )
    memorials.remember(keeper, memorial, names=mark("sibling"), lives=True, now=clock.now())
    one.parts["remembered_id"] = [str(remembered.id)]
    one.marks += [mark(name) for name in ("title", "words", "wishes", "names", "story", "date", "sibling")]


def _days(one: Household) -> None:
    """A day that stands, and one that was taken away."""
    keeper, memorial, now = one.people["keeper"], one.memorial, clock.now()
    stands, *gone = (
        memorials.put_in_day(keeper, memorial, name=mark("day", which), when=When(3, 14), now=now)
        for which in ("stands", "gone")
    )
    for day in gone:
        memorials.take_away_day(keeper, day, now=now)
    one.parts |= {"day_id": [str(stands.id)], "day_id of let_go_of_day": [str(gone[0].id)]}
    one.marks += [mark("day", "stands"), mark("day", "gone")]


def _circle(one: Household) -> Circle:
    """A circle with the member in it, the former member shut out, and somebody who waits to be let in."""
    keeper, memorial, now = one.people["keeper"], one.memorial, clock.now()
    circle = memorials.make_circle(keeper, memorial, name=mark("circle"), now=now)
    member, _ = (let_into_circle(keeper, circle, one.people[name], now=now) for name in ("member", "former_member"))
    former = Person.objects.get(pk=one.people["former_member"].person_id)
    memorials.shut_the_door(keeper, memorial, former, now=now)
    given = {"purpose": InvitedTo.CIRCLE, "circle": circle, "name": mark("waiting")}
    _, secret = memorials.invite(keeper, memorial, **given, now=now)
    waiting = memorials.accept_invitation(a_person("Otto"), secret=secret, now=now)
    by_mail = given | {"name": mark("invited"), "address": f"{mark('address')}@example.org"}
    memorials.invite(keeper, memorial, **by_mail, now=now)
    one.parts |= {
        "circle_id": [str(circle.id)],
        "member_id": [str(member.id)],
        "person_id": [str(member.person_id)],
        "invitation_id of let_in": [str(waiting.id)],
    }
    one.marks += [mark(name) for name in ("circle", "waiting", "invited", "address")]
    return circle


def _links(one: Household) -> None:
    keeper, memorial = one.people["keeper"], one.memorial
    link = memorials.make_private_link(keeper, memorial, name=mark("link"), now=clock.now())
    other = memorials.make_private_link(keeper, memorial, now=clock.now())
    for name, held in (("friend", link), ("former_friend", other)):
        _hold(one.browsers[name], held.id)
        one.people[name] = Viewer(links=frozenset({held.id}))
    memorials.take_back_private_link(keeper, memorial, other, now=clock.now())
    invitation, secret = memorials.invite(
        keeper, memorial, purpose=InvitedTo.HELPER, name=mark("invitation"), now=clock.now()
    )
    helper = Helper.objects.get(memorial=memorial, person_id=one.people["helper"].person_id)
    one.parts |= {
        "link_id": [str(link.id)],
        "invitation_id": [str(invitation.id)],
        "helper_id": [str(helper.id)],
        "secret of invitation": [secret],
        "secret of private_link": [link.secret],
    }
    one.marks += [mark("link"), mark("invitation"), link.secret]


def _kept_out(one: Household, circle: Circle) -> None:
    """Somebody who was in the circle and helped, by a variant of their address; and somebody by a name."""
    keeper, memorial, blocked, now = one.people["keeper"], one.memorial, one.people["blocked"], clock.now()
    let_into_circle(keeper, circle, blocked, now=now)
    let_help(keeper, memorial, blocked, now=now)
    listed = {"addresses": ["Blocked+old@example.org"], "names": [mark("name", Place.KEPT_OUT)]}
    by_address, _ = memorials.keep_out(keeper, memorial, **listed, now=now)
    _hold(one.browsers["blocked"], UUID(one.parts["link_id"][0]))
    one.parts["block_id"] = [str(by_address.id)]


def _requests(one: Household) -> None:
    """Two have asked to see; one was answered with “not now”."""
    keeper, memorial, now = one.people["keeper"], one.memorial, clock.now()
    asked = []
    for which in ("aside", "asked"):
        said = {
            "name": mark("asker", which),
            "words": mark("asks", which),
            "address": f"{mark('at', which)}@example.org",
        }
        knock_id = uuid4()
        memorials.leave_knock(Viewer(), slug=memorial.slug, knock_id=knock_id, **said, now=now)
        request = memorials.carry_in(knock_id, now=now)
        assert request
        asked.insert(0, request)
        one.marks += said.values()
    memorials.answer_not_now(keeper, memorial, asked[-1], now=now)
    one.parts["request_id"] = [str(request.id) for request in asked]


def _safety(one: Household) -> None:
    """Somebody has reported a piece that nobody has read, and those who keep people safe have held it back."""
    moderator, lead = a_trusted("Moderator"), a_trusted("Lead", Role.LEAD)
    piece = Thing("comfort", UUID(one.parts["handle"][0]))
    waiting, told = (reported(piece, words=mark("report"), now=clock.now()) for _ in range(2))
    decision = decided(moderator, told, facts=mark("facts"), now=clock.now())
    appeal = safety.appeal(decision, words=mark("appeal"), now=clock.now())
    case = safety.open_case(piece, Crisis.HIGH, now=clock.now())
    note = safety.leave_note(lead, mark("safety", "note"), now=clock.now())
    assert case
    one.parts |= {
        "thing": [handle_of("memorial", one.memorial.pk)],
        "receipt": [handle_of(RECEIPT, waiting.pk)],
        "notice": [handle_of(NOTICE, decision.pk)],
        "report_id": [str(waiting.pk)],
        "appeal_id": [str(appeal.pk)],
        "case_id": [str(case.pk)],
        "year": [str(clock.now().year)],
        "note_id of take_away_desk_note": [str(note.pk)],
    }
    one.marks += [mark("report"), mark("appeal"), mark("safety", "note")]
    _names(one, lead)


def _names(one: Household, lead: Viewer) -> None:
    """Two who lead agreed to look up who wrote the keeper's story, and the keeper was told."""
    second, thing = a_trusted("Deputy", Role.DEPUTY), Thing("story", UUID(one.parts["story_id"][0]))
    why = {"ground": Ground.LIFE, "reason": mark("why", "name"), "tell_on": None, "now": clock.now()}
    asked = safety.ask_who_wrote(lead, thing, **why)
    safety.answer_unmasking(second, asked, agrees=True, answer=mark("answer", "name"), now=clock.now())
    safety.tell_who_wrote(asked, now=clock.now())
    one.parts |= {
        "one_id": [str(asked.pk)],
        "thing of ask_who_wrote": [handle_of(thing.kind, thing.id)],
        "notice of name_looked_up": [handle_of(NOTICE_OF_NAME, asked.pk)],
    }
    one.marks += [mark("why", "name"), mark("answer", "name")]


def _hold(browser: Client, link_id: object) -> None:
    answer = HttpResponse()
    hold_link(HttpRequest(), answer, link_id)  # type: ignore[arg-type]
    browser.cookies.update(answer.cookies)


def _comfort(one: Household) -> None:
    ways: dict[Place, tuple[Callable[..., object], ...]] = {
        Place.HELD: (),
        Place.LATER: (comfort.keep_for_later,),
        Place.SEALED: (comfort.keep_away,),
        Place.ASKED: (partial(comfort.ask_sender, words=mark("asking")),),
        Place.WORRYING: (comfort.worry_about,),
        Place.WAITING: (comfort.let_through,),
        Place.OPENED: (comfort.let_through, comfort.open_comfort),
        Place.KEPT: (comfort.let_through, comfort.open_comfort, comfort.keep_comfort),
        Place.APART: (comfort.let_through, comfort.open_comfort, comfort.put_apart),
        Place.KEPT_OUT: (),
    }
    box = comfort.make_box(one.people["keeper"], one.memorial, name=mark("box"), now=clock.now())
    ways[Place.BOXED] = (comfort.let_through, partial(comfort.put_into_box, box=box))
    handles = []
    for place, acts in ways.items():
        said = {part: mark(part, place) for part in ("words", "name", "relation")}
        said["reach"] = f"{mark('reach', place)}@example.org"
        arrival = dict(fields(**said))
        piece = send(one.memorial, **arrival)
        for number, act in enumerate(acts):
            act(one.people["helper"] if number == 0 else one.people["keeper"], piece, now=clock.now())
        handles.append(piece.handle)
        one.onces[place] = arrival["once"]
        one.marks += [mark(part, place) for part in ("words", "name", "relation", "reach")]
    note = comfort.leave_note(one.people["helper"], one.memorial, words=mark("note"), now=clock.now())
    one.parts["note_id"] = [str(note.id)]
    sealed = [handles[list(ways).index(Place.SEALED)]]
    one.parts |= {"handle of keep_as_evidence": sealed, "handle of let_go_of_evidence": sealed}
    kept = [handles[list(ways).index(Place.KEPT)]]
    one.parts |= {"handle": handles, "once": list(one.onces.values())}
    one.parts |= {"handle of opened_comfort": kept, "handle of move_comfort": kept, "handle of put_into_box": kept}
    one.parts["box_id"] = [str(box.pk)]
    one.marks.append(mark("box"))


def _thanks(one: Household) -> None:
    """A draft, one that was sent to everybody, and one that stands on the page too."""
    keeper, now, written = one.people["keeper"], clock.now(), []
    for which in THANKS:
        said = comfort.Said(mark("thanks", which), "daisy", on_page=which == "page")
        thanks = comfort.write_thanks(keeper, one.memorial, said=said, to=comfort.For("all"), now=now)
        if which != "draft":
            comfort.send_thanks(keeper, thanks, now=now)
            comfort.reach_everybody(thanks.id, now=now)
        written.append(thanks)
    one.parts["thanks_id"] = [str(thanks.id) for thanks in written]
    give_with_thanks(one, written)
    secret = secret_of(written[1].thanked.first())
    one.parts |= {"secret of read_thanks": [secret], "secret of read_thanks_bytes": [secret]}
    one.parts["token"] = [token_of(address_mark("somebody@example.org"), "thanks")]
    address = f"{mark('listener')}@example.org"
    listener = Listener(memorial_id=one.memorial.id, address=address, mark=address_mark(address), asked_at=now)
    listener.save()
    one.parts["token of confirm_follow"] = [token_of_listener(listener.id)]
    one.marks += [
        mark("listener"),
        *(mark("thanks", which) for which in THANKS),
        *(mark("alt", which) for which in THANKS),
    ]


def _passkey(one: Household) -> None:
    """The helper has a passkey, of which only the row matters here; the keeper has shown just now who they are."""
    helper, session = one.people["helper"], one.browsers["keeper"].session
    session["signed_in_at"] = clock.now().timestamp()
    session.save()
    data = {"name": mark("passkey"), "credential": {}}
    passkey = Authenticator.objects.create(user_id=helper.person_id, type=Authenticator.Type.WEBAUTHN, data=data)
    one.parts["passkey_id"] = [str(passkey.pk)]
    device = UserSession.objects.create(user_id=helper.person_id, ip="203.0.113.0", session_key="elsewhere")
    one.parts["device_id"] = [str(device.pk)]
