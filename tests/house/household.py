"""A family's whole world with a mark in every private field, and everybody who may knock at its doors."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from uuid import uuid4

from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.test import Client

from snowdrop.comfort import actions as comfort
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground import clock
from snowdrop.media.actions import develop_picture
from snowdrop.media.models import Rendition
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Helper, Keeper, Memorial
from snowdrop.memorials.vocabulary import DateOf, OnThePage
from snowdrop.people.links import hold_link
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions as tributes
from snowdrop.tributes.models import Photo
from tests.house.addresses import Address
from tests.world import photographs
from tests.world.cast import a_person
from tests.world.guests import fields, send

CAST: Final = (
    "nobody",
    "stranger",
    "friend",
    "former_friend",
    "helper",
    "former_helper",
    "keeper",
    "former_keeper",
)
"""Everybody who knocks. The stranger keeps a memorial of their own; the former ones have lost what they had."""

STATES: Final = ("draft", "link", "everybody")
"""A private draft, published to people with a private link, published to everybody."""

WIDTHS: Final = ("keepers", "link", "everybody")


def mark(*words: str) -> str:
    """A text that is found nowhere else."""
    return "-".join(("mark", *words, "x7q"))


@dataclass(slots=True)
class Household:
    """The memorial, the browsers of the cast, and the parts of addresses, each with every value that it can have."""

    memorial: Memorial
    state: str
    people: dict[str, Viewer]
    browsers: dict[str, Client]
    parts: dict[str, list[str]]
    marks: list[str]
    onces: dict[Place, str] = field(default_factory=dict)

    def parts_of(self, address: Address) -> dict[str, str]:
        """One value for each part of an address: the one that was made for it, if any."""
        return {name: (self.parts.get(f"{name} of {address.name}") or self.parts[name])[0] for name in address.parts}


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
        {"slug": [memorial.slug]},
        [],
    )
    _words(one)
    _links(one)
    _tributes(one)
    _comfort(one)
    if state != "draft":
        memorials.publish_memorial(people["keeper"], memorial, to=state, now=clock.now())
    memorials.open_memorial(people["stranger"], title="For Noor", now=clock.now())
    for name, person in people.items():
        if person.is_signed_in:
            one.browsers[name].force_login(Person.objects.get(pk=person.person_id))
    _passkey(one)
    return one


def _memorial(keeper: Viewer) -> Memorial:
    memorial = memorials.open_memorial(keeper, title=mark("title"), flower="forget-me-not", now=clock.now())
    changes = {"words": mark("words"), "wishes": mark("wishes"), "on_the_page": OnThePage.KEPT}
    return memorials.describe_memorial(keeper, memorial, **changes, now=clock.now())


def _roles(memorial: Memorial, people: dict[str, Viewer]) -> None:
    keeper = people["keeper"]
    for name in ("helper", "former_helper"):
        _, secret = memorials.invite_helper(keeper, memorial, now=clock.now())
        memorials.accept_invitation(people[name], secret=secret, now=clock.now())
    former = Helper.objects.get(person_id=people["former_helper"].person_id)
    memorials.end_helping(keeper, memorial, former, now=clock.now())
    # There is no act yet by which a second keeper comes or goes.
    Keeper.objects.create(memorial=memorial, person_id=people["former_keeper"].person_id, since=clock.now()).delete()


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


def _links(one: Household) -> None:
    keeper, memorial = one.people["keeper"], one.memorial
    link = memorials.make_private_link(keeper, memorial, name=mark("link"), now=clock.now())
    other = memorials.make_private_link(keeper, memorial, now=clock.now())
    for name, held in (("friend", link), ("former_friend", other)):
        _hold(one.browsers[name], held.id)
        one.people[name] = Viewer(links=frozenset({held.id}))
    memorials.take_back_private_link(keeper, memorial, other, now=clock.now())
    invitation, secret = memorials.invite_helper(keeper, memorial, name=mark("invitation"), now=clock.now())
    helper = Helper.objects.get(memorial=memorial)
    one.parts |= {
        "link_id": [str(link.id)],
        "invitation_id": [str(invitation.id)],
        "helper_id": [str(helper.id)],
        "secret of invitation": [secret],
        "secret of private_link": [link.secret],
    }
    one.marks += [mark("link"), mark("invitation"), link.secret]


def _hold(browser: Client, link_id: object) -> None:
    answer = HttpResponse()
    hold_link(HttpRequest(), answer, link_id)  # type: ignore[arg-type]
    browser.cookies.update(answer.cookies)


def _tributes(one: Household) -> None:
    keeper, memorial, letters, photos = one.people["keeper"], one.memorial, [], []
    for width in (*WIDTHS, "gone"):
        audience = "everybody" if width == "gone" else width
        said = {part: mark("letter", part, width) for part in ("dedication", "title", "words", "signed")}
        letters.append(tributes.write_letter(keeper, memorial, audience=audience, **said, now=clock.now()))
        photos.append(_photo(keeper, memorial, width, audience))
        one.marks += [*said.values(), *(mark("photo", part, width) for part in ("words", "alt", "caption"))]
    tributes.take_away(keeper, letters[-1], now=clock.now())
    tributes.take_away(keeper, photos[-1], now=clock.now())
    one.parts |= {
        "letter_id": [str(letter.id) for letter in letters],
        "photo_id": [str(photo.id) for photo in photos],
        "tribute_id": [str(letters[0].id), str(photos[0].id)],
        "name": [Rendition.objects.filter(picture=photos[2].picture).latest("width").name],
        "photo_id of picture": [str(photos[WIDTHS.index("everybody")].id)],
    }
    one.marks.append(mark("file"))


def _photo(keeper: Viewer, memorial: Memorial, width: str, audience: str) -> Photo:
    """Small, and each of another size, so that none is taken for another."""
    side = 400 + 40 * (*WIDTHS, "gone").index(width)
    upload = io.BytesIO(photographs.a_photograph(size=(side, 300)))
    name = f"{mark('file')}.jpg"
    photo = tributes.add_photo(keeper, memorial, upload=upload, name=name, audience=audience, now=clock.now())
    if width != "gone":
        develop_picture(photo.picture_id, clock.now())
    said = {part: mark("photo", part, width) for part in ("words", "alt", "caption")}
    return tributes.describe_photo(keeper, photo, **said, now=clock.now())


def _comfort(one: Household) -> None:
    ways: dict[Place, tuple[Callable[..., None], ...]] = {
        Place.HELD: (),
        Place.LATER: (comfort.keep_for_later,),
        Place.SEALED: (comfort.keep_away,),
        Place.WORRYING: (comfort.worry_about,),
        Place.WAITING: (comfort.let_through,),
        Place.OPENED: (comfort.let_through, comfort.open_comfort),
        Place.KEPT: (comfort.let_through, comfort.open_comfort, comfort.keep_comfort),
        Place.APART: (comfort.let_through, comfort.open_comfort, comfort.put_apart),
    }
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
    kept = [handles[list(ways).index(Place.KEPT)]]
    one.parts |= {"handle": handles, "once": list(one.onces.values())}
    one.parts |= {"handle of opened_comfort": kept, "handle of move_comfort": kept}


def _passkey(one: Household) -> None:
    """The helper has a passkey, of which only the row matters here; the keeper has shown just now who they are."""
    helper, session = one.people["helper"], one.browsers["keeper"].session
    session["signed_in_at"] = clock.now().timestamp()
    session.save()
    data = {"name": mark("passkey"), "credential": {}}
    passkey = Authenticator.objects.create(user_id=helper.person_id, type=Authenticator.Type.WEBAUTHN, data=data)
    one.parts["passkey_id"] = [str(passkey.pk)]


def unknown_parts(names: tuple[str, ...]) -> dict[str, str]:
    """Parts of an address that leads nowhere."""
    nothing = {"slug": "nowhere", "once": f"{0:012x}{uuid4().hex}", "handle": uuid4().hex, "secret": "A" * 27}
    nothing |= {"name": "medium.webp", "passkey_id": "987654321"}
    return {name: nothing.get(name, str(uuid4())) for name in names}
