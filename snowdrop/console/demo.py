"""The demo story: made-up families, told by the real acts, so that whoever tries Snowdrop has a place to look."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from uuid import uuid4

from PIL import Image

from snowdrop.comfort import actions as comfort
from snowdrop.comfort.intake import new_once, read_fields
from snowdrop.comfort.models import Comfort
from snowdrop.console.demo_of_groups import tell_of_a_group
from snowdrop.console.painting import Light, paint_landscape
from snowdrop.console.stories import STORIES
from snowdrop.console.story import FOR_WREN, WREN_LETTER, WREN_WORDS, Sent, Told
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Memorial
from snowdrop.memorials.vocabulary import Audience, DateOf, FirstReading, OnThePage, Purpose, Scope
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.stories import actions as stories
from snowdrop.stories.vocabulary_of_telling import Reader, Soft
from snowdrop.tributes import actions as tributes

_GPS = 0x8825
_MAKE, _MODEL, _ORIENTATION = 0x010F, 0x0110, 0x0112


def tell_if_empty(*, now: datetime) -> tuple[Told, ...]:
    """Tells the story if nobody has ever signed in here; returns where to look, or nothing if it was not told."""
    if Person.objects.exists():
        return ()
    return (_wren(now), _twins(now), _nameless(now), _stories(now), tell_of_a_group(now))


def _wren(now: datetime) -> Told:
    """A page that everybody may see, with a letter, photographs, a helper, and comfort in every place."""
    ines, ruth = _person("ines@example.org", "Ines"), _person("ruth@example.org", "Ruth")
    memorial = memorials.open_memorial(ines, title="Wren", flower="snowdrop", now=now)
    memorials.remember(
        ines,
        memorial,
        names="Wren",
        story=WREN_WORDS,
        dates=[(DateOf.BIRTH, "31 October"), (DateOf.DEATH, "2 November, early in the morning")],
        now=now,
    )
    memorials.describe_memorial(
        ines,
        memorial,
        wishes="Please say her name. You do not have to find the right words.\nWe are glad of soup, and of flowers.",
        on_the_page=OnThePage.LET_THROUGH,
        now=now,
    )
    _, secret = memorials.invite(
        ines, memorial, purpose=Purpose.HELPER, scopes=tuple(Scope), name="Ruth", address="ruth@example.org", now=now
    )
    memorials.accept_invitation(ruth, secret=secret, now=now)
    _share_wren(ines, memorial, now)
    memorials.publish_memorial(ines, memorial, to=Audience.EVERYBODY, now=now)
    for minutes, sent in enumerate(FOR_WREN):
        _send(memorial, sent, family=ines, helper=ruth, now=now + timedelta(minutes=minutes - len(FOR_WREN)))
    return Told(
        f"/m/{memorial.slug}/", "a page that everybody may see; ines@example.org keeps it, ruth@example.org helps"
    )


def _twins(now: datetime) -> Told:
    """Twins of whom one lives; people with a private link may see it, and the family reads for itself."""
    sam = _person("sam@example.org", "Sam")
    memorial = memorials.open_memorial(sam, title="Ada and Noor", flower="forget-me-not", now=now)
    memorials.remember(
        sam, memorial, names="Ada", dates=[(DateOf.BIRTH, "in March"), (DateOf.DEATH, "a week later")], now=now
    )
    memorials.remember(sam, memorial, names="Noor", lives=True, now=now)
    memorials.describe_memorial(
        sam,
        memorial,
        words="They are twins. Please go on calling them twins.",
        first_reading=FirstReading.NOBODY,
        now=now,
    )
    link = memorials.make_private_link(sam, memorial, name="Our families", now=now)
    memorials.publish_memorial(sam, memorial, to=Audience.LINK, now=now)
    return Told(f"/l/{link.secret}/", "twins of whom one lives, behind a private link; sam@example.org keeps it")


def _nameless(now: datetime) -> Told:
    """A place with no name and no date, for nobody but the one who made it."""
    lena = _person("lena@example.org", "")
    memorial = memorials.open_memorial(lena, flower="lavender", now=now)
    memorials.describe_memorial(lena, memorial, words="You were here for one summer.", now=now)
    return Told("/mine/", "a private place without a name, once you are signed in as lena@example.org")


def _stories(now: datetime) -> Told:
    """Stories that other families have told to strangers, each by somebody else, on every step of the ladder."""
    for number, one in enumerate(STORIES):
        author = _person(f"teller{number}@example.org", "")
        said = {**one.said, "soft": list(Soft), "reader": Reader.SERVER, "may_be_found": False}
        story = stories.write_story(author, story_id=uuid4(), said=said, pen=str(uuid4()), now=now)
        stories.tell(author, story, now=now)
    return Told("/stories/", "stories of other families, to be found by what happened; teller0@example.org told one")


def _share_wren(ines: Viewer, memorial: Memorial, now: datetime) -> None:
    tributes.write_letter(
        ines,
        memorial,
        dedication="For Wren, who was here",
        words=WREN_LETTER,
        signed="Your father",
        audience=Audience.EVERYBODY,
        now=now,
    )
    for words, seed, light in (
        ("The lake on the morning that she was born", 7, Light.MORNING),
        ("The first snow, three weeks later", 11, Light.SNOW),
    ):
        tributes.add_photo(
            ines,
            memorial,
            upload=io.BytesIO(_photograph(seed, light)),
            name=f"IMG_{seed:04}.jpg",
            words=words,
            audience=Audience.EVERYBODY,
            now=now,
        )


def _send(memorial: Memorial, sent: Sent, *, family: Viewer, helper: Viewer, now: datetime) -> None:
    door = comfort.door_of(memorial)
    given = {"once": new_once(), "kind": sent.kind, "words": sent.words, "name": sent.name, "relation": sent.relation}
    arrival = read_fields({**given, "flower": sent.flower}.items(), door)
    comfort.receive([(door, arrival)], now=now)
    if sent.becomes == "held":
        return
    piece: Comfort = comfort.sent_with(arrival.once)
    comfort.let_through(helper, piece, now=now)
    if sent.becomes in ("opened", "kept"):
        comfort.open_comfort(family, piece, now=now)
    if sent.becomes == "kept":
        comfort.keep_comfort(family, piece, now=now)


def _person(email: str, name: str) -> Viewer:
    return Viewer(person_id=Person.objects.create_user(email, name=name).id)


def _photograph(seed: int, light: Light) -> bytes:
    """A painted landscape as a telephone would keep it: lying on its side, with a place and a device in it."""
    exif = Image.Exif()
    exif[_MAKE], exif[_MODEL], exif[_ORIENTATION] = "Demo", "Telephone", 6
    exif[_GPS] = {1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 39.0)}
    upright = paint_landscape((1600, 1200), seed=seed, light=light)
    file = io.BytesIO()
    upright.transpose(Image.Transpose.ROTATE_90).save(file, "JPEG", quality=88, exif=exif)
    return file.getvalue()
