"""Leaving with everything: one file that opens without us, and holds nothing that this keeper may not see."""

from __future__ import annotations

import hashlib
import io
import json
import tracemalloc
import zipfile
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from snowdrop.comfort import actions as comfort
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground import clock
from snowdrop.keepsakes import archive
from snowdrop.media.actions import develop_picture
from snowdrop.media.actions_of_recordings import develop_recording
from snowdrop.media.serving import DoorShut
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.vocabulary import DateOf
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions as tributes
from snowdrop.tributes.actions_of_clips import add_clip, caption_clip, describe_clip
from snowdrop.tributes.models import Letter
from tests.world import recordings
from tests.world.cast import NOON, Cast, a_family, a_person
from tests.world.guests import send
from tests.world.keeping import let_keep
from tests.world.photographs import a_photograph

pytestmark = pytest.mark.django_db

GIVEN = a_photograph(size=(900, 600))


def add_photo(keeper: Viewer, family: Cast, content: bytes, name: str, **said: str) -> None:
    photo = tributes.add_photo(keeper, family.memorial, upload=io.BytesIO(content), name=name, now=NOON)
    develop_picture(photo.picture_id, NOON)
    tributes.describe_photo(keeper, photo, audience="keepers", **said, now=NOON)


@pytest.fixture
def family() -> Cast:
    family = a_family()
    keeper, memorial = family.keeper, family.memorial
    memorials.describe_memorial(keeper, memorial, words="We wait for the spring.", now=NOON)
    memorials.remember(keeper, memorial, names="Ilse", dates=[(DateOf.BIRTH, "in March")], now=NOON)
    said = {"title": "To you", "dedication": "For Ilse", "words": "Dear Ilse,\n\nwe planted a tree.", "signed": "Mira"}
    tributes.write_letter(keeper, memorial, **said, audience="keepers", now=NOON)
    add_photo(keeper, family, GIVEN, "her hands.jpg", words="Her hands", caption="In the morning", alt="Two hands")
    return family


def taken(viewer: Viewer, family: Cast) -> zipfile.ZipFile:
    """The file as a program opens it, every checksum of its own looked at."""
    whole = b"".join(archive.stream(viewer, family.memorial, still_allowed=lambda: True, now=NOON))
    file = zipfile.ZipFile(io.BytesIO(whole))
    assert file.testzip() is None
    return file


def all_of(file: zipfile.ZipFile) -> bytes:
    return b"\n".join(file.read(name) for name in file.namelist())


def test_a_photo_comes_back_exactly_as_it_was(family: Cast) -> None:
    file = taken(family.keeper, family)

    assert file.read("originals/0002-her hands.jpg") == GIVEN


def test_a_video_comes_back_exactly_as_it_was_and_can_be_played_with_its_captions(family: Cast) -> None:
    given, keeper = recordings.a_video(seconds=1), family.keeper
    clip = add_clip(keeper, family.memorial, upload=io.BytesIO(given), name="he sings.mp4", now=NOON)
    develop_recording(clip.recording_id, NOON)
    describe_clip(keeper, clip, words="He sings", alt="A slow song", now=NOON)
    caption_clip(keeper, clip, language="en", words="WEBVTT\n\n00:00.100 --> 00:00.900\nSleep well.\n", now=NOON)

    file = taken(keeper, family)

    told, page = json.loads(file.read("memorial.json"))["clips"][0], file.read("index.html").decode()
    assert (file.read("originals/0003-he sings.mp4"), told["sha256"]) == (given, hashlib.sha256(given).hexdigest())
    assert (told["words"], told["kind"], told["captions"]) == ("He sings", "video", {"en": "clips/0003-en.vtt"})
    assert b"Sleep well." in file.read("clips/0003-en.vtt")
    assert told["shown"] in file.namelist()
    assert 'preload="none" src="clips/0003.mp4"' in page
    assert leads_nowhere_else(page, file) == []


def test_thanks_are_in_it_with_what_goes_with_them(family: Cast) -> None:
    given = a_photograph(size=(240, 160))
    said, to = comfort.Said("For all your letters.", "daisy", on_page=False), comfort.For("all")
    thanks = comfort.write_thanks(family.keeper, family.memorial, said=said, to=to, now=NOON)
    thanks = comfort.give_picture(family.keeper, thanks, upload=io.BytesIO(given), name="a candle.jpg", now=NOON)
    develop_picture(thanks.picture_id, NOON)
    comfort.describe_given(family.keeper, thanks, alt="A candle", now=NOON)

    file = taken(family.keeper, family)

    (told,), page = json.loads(file.read("memorial.json"))["thanks"], file.read("index.html").decode()
    assert file.read("originals/thanks-0001-a candle.jpg") == given
    assert (told["words"], told["alt"], told["sent_at"]) == ("For all your letters.", "A candle", None)
    assert told["shown"] in file.namelist() and told["shown"] in page
    assert "For all your letters." in page and 'alt="A candle"' in page and "not sent" in page
    assert leads_nowhere_else(page, file) == []


def test_every_file_can_be_checked(family: Cast) -> None:
    file = taken(family.keeper, family)

    told = dict(reversed(line.split("  ", 1)) for line in file.read("checksums.txt").decode().splitlines())

    assert told.keys() == set(file.namelist()) - {"checksums.txt"}
    assert told == {name: hashlib.sha256(file.read(name)).hexdigest() for name in told}


def test_the_page_reads_without_us(family: Cast) -> None:
    file = taken(family.keeper, family)

    page = file.read("index.html").decode()

    for words in ("We wait for the spring.", "Ilse", "in March", "For Ilse", "we planted a tree.", "Her hands"):
        assert words in page, words
    assert leads_nowhere_else(page, file) == []


def test_the_data_are_open(family: Cast) -> None:
    file = taken(family.keeper, family)

    data = json.loads(file.read("memorial.json"))

    assert (data["format"], data["version"], data["memorial"]["title"]) == ("snowdrop-keepsake", 1, "For Ilse")
    assert data["memorial"]["remembered"][0]["dates"] == [["birth", "in March"]]
    assert [one["words"] for one in data["letters"]] == ["Dear Ilse,\n\nwe planted a tree."]
    photo = data["photos"][0]
    assert (photo["name"], photo["caption"]) == ("her hands.jpg", "In the morning")
    assert photo["sha256"] == hashlib.sha256(file.read(photo["original"])).hexdigest()
    assert photo["shown"] in file.namelist()


def test_only_what_this_keeper_may_see_is_in_it(family: Cast) -> None:
    other = a_person("Ruth")
    let_keep(family.keeper, family.memorial, other)
    tributes.write_letter(other, family.memorial, words="Only mine, says Ruth", audience="me", now=NOON)
    tributes.write_letter(family.keeper, family.memorial, words="Only mine, says Mira", audience="me", now=NOON)
    secret = tributes.add_photo(
        other, family.memorial, upload=io.BytesIO(a_photograph(size=(400, 300))), name="ruth alone.jpg", now=NOON
    )
    assert secret.audience == "me"

    hers, mine = taken(other, family), taken(family.keeper, family)

    assert b"says Ruth" in all_of(hers) and b"says Mira" not in all_of(hers)
    assert b"says Mira" in all_of(mine) and b"says Ruth" not in all_of(mine)
    assert any("ruth alone" in name for name in hers.namelist())
    assert not any("ruth alone" in name for name in mine.namelist())


def test_earlier_versions_of_a_letter_are_in_the_file_of_its_author_and_in_no_other(family: Cast) -> None:
    other, letter = a_person("Levi"), Letter.objects.get()
    let_keep(family.keeper, family.memorial, other, now=NOON)
    now_said = {"letter_id": letter.id, "words": "Dear Ilse,\n\nthe tree has leaves."}
    tributes.write_letter(family.keeper, family.memorial, **now_said, now=NOON)  # type: ignore[arg-type]

    own, others = taken(family.keeper, family), taken(other, family)

    (version,) = json.loads(own.read("memorial.json"))["letters"][0]["versions"]
    assert (version["words"], version["title"]) == ("Dear Ilse,\n\nwe planted a tree.", "To you")
    assert json.loads(others.read("memorial.json"))["letters"][0]["versions"] == []
    assert b"we planted a tree" not in all_of(others)


def test_comfort_is_in_it_once_it_was_opened_and_not_before(family: Cast) -> None:
    ways = {
        Place.HELD: (),
        Place.LATER: (comfort.keep_for_later,),
        Place.SEALED: (comfort.keep_away,),
        Place.ASKED: (comfort.ask_sender,),
        Place.WORRYING: (comfort.worry_about,),
        Place.WAITING: (comfort.let_through,),
        Place.OPENED: (comfort.let_through, comfort.open_comfort),
        Place.KEPT: (comfort.let_through, comfort.open_comfort, comfort.keep_comfort),
        Place.APART: (comfort.let_through, comfort.open_comfort, comfort.put_apart),
    }
    for place, acts in ways.items():
        piece = send(family.memorial, words=f"said {place}", name="Otto", reach="otto@example.org")
        for number, act in enumerate(acts):
            act(family.helper if number == 0 else family.keeper, piece, now=NOON)

    file = taken(family.keeper, family)

    for place in ways:
        assert (f"said {place}".encode() in all_of(file)) == (place in {Place.OPENED, Place.KEPT}), place
    assert [one["words"] for one in json.loads(file.read("memorial.json"))["comfort"]] == ["said opened", "said kept"]
    assert b"otto@example.org" not in all_of(file)
    assert leads_nowhere_else(file.read("comfort/1.html").decode(), file, below="comfort/") == []


def test_a_lot_of_comfort_is_told_on_pages(family: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "ON_A_PAGE", 2)
    for number in range(5):
        piece = send(family.memorial, words=f"number {number}")
        comfort.let_through(family.helper, piece, now=NOON)
        comfort.open_comfort(family.keeper, piece, now=NOON)

    file = taken(family.keeper, family)

    pages = [name for name in file.namelist() if name.startswith("comfort/")]
    assert pages == ["comfort/1.html", "comfort/2.html", "comfort/3.html"]
    assert b'href="3.html"' in file.read("comfort/2.html") and b'href="1.html"' in file.read("comfort/2.html")
    assert len(json.loads(file.read("memorial.json"))["comfort"]) == 5


@pytest.mark.parametrize("name", ["../../etc/passwd.jpg", "a\\..\\b.jpg", "<b>.jpg", "ملف.jpg", "con:1?.jpg"])
def test_names_of_files_lead_nowhere(family: Cast, name: str) -> None:
    add_photo(family.keeper, family, a_photograph(size=(320, 240)), name)

    file = taken(family.keeper, family)

    for one in file.namelist():
        assert not one.startswith("/") and ".." not in one.split("/") and not set('\\:*?"<>|') & set(one), one


def test_a_picture_that_cannot_be_read_takes_no_other_with_it(family: Cast) -> None:
    add_photo(family.keeper, family, a_photograph(size=(500, 400)), "a tree.jpg")
    from snowdrop.media.models import Picture
    from snowdrop.media.store import the_store

    the_store().discard(Picture.objects.earliest("added_at", "pk").original)

    file = taken(family.keeper, family)

    assert [name for name in file.namelist() if name.startswith("originals/")] == ["originals/0003-a tree.jpg"]
    assert "could not be read" in file.read("index.html").decode()


def test_it_is_made_piece_by_piece(family: Cast) -> None:
    """Ten photos of a megabyte each never lie in memory together."""
    for number in range(10):
        content = a_photograph(size=(320, 240 + number)) + bytes(1_000_000)
        tributes.add_photo(family.keeper, family.memorial, upload=io.BytesIO(content), name=f"{number}.jpg", now=NOON)

    pieces = archive.stream(family.keeper, family.memorial, still_allowed=lambda: True, now=NOON)
    tracemalloc.start()
    length = sum(len(piece) for piece in pieces)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert length > 10_000_000
    assert most < 4_000_000


# The door


def browser_of(person: Viewer, *, lately: bool) -> Client:
    browser = Client()
    browser.force_login(Person.objects.get(pk=person.person_id))
    if lately:
        session = browser.session
        session["signed_in_at"] = clock.now().timestamp()
        session.save()
    return browser


def test_it_is_given_to_somebody_who_has_shown_lately_who_they_are(family: Cast) -> None:
    there = reverse("keepsake", args=[family.memorial.slug])

    first = browser_of(family.keeper, lately=False).post(there)
    answer = browser_of(family.keeper, lately=True).post(there)

    assert first.headers["Location"].startswith("/sign-in/?again=&next=")
    assert answer.headers["Content-Type"] == "application/zip"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="keepsake-')
    assert "no-store" in answer.headers["Cache-Control"]
    assert zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))).testzip() is None


def test_it_breaks_off_before_the_next_file_once_they_keep_it_no_more_or_have_signed_out(family: Cast) -> None:
    browser = browser_of(family.keeper, lately=True)
    pieces = iter(browser.post(reverse("keepsake", args=[family.memorial.slug])).streaming_content)
    next(pieces)

    browser.post(reverse("sign_out_everywhere"))

    with pytest.raises(DoorShut):
        list(pieces)


def test_it_is_there_while_frozen_and_while_it_is_to_be_deleted_and_only_for_keepers(family: Cast) -> None:
    there = reverse("keepsake", args=[family.memorial.slug])
    memorials.freeze(family.keeper, family.memorial, now=NOON)
    memorials.ask_for_deletion(family.keeper, family.memorial, now=NOON)

    assert browser_of(family.keeper, lately=True).post(there).status_code == 200
    for person in (family.helper, family.stranger):
        assert browser_of(person, lately=True).post(there).status_code == 404


class _Leads(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.to: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value and not value.startswith("#"):
                self.to.append(value)
            if name.startswith("on") or name == "style" or tag in {"script", "style"}:
                self.wrong.append(f"{tag} {name}")


def leads_nowhere_else(page: str, file: zipfile.ZipFile, *, below: str = "") -> list[str]:
    """What a page of the file leads to that is not in the file, and what it runs."""
    from posixpath import normpath
    from urllib.parse import unquote

    reader = _Leads()
    reader.feed(page)
    return reader.wrong + [one for one in reader.to if normpath(below + unquote(one)) not in file.namelist()]
