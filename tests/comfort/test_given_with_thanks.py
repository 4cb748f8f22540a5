"""A photograph or a voice goes with a thanks: to those who are thanked, to nobody else, and its bytes go with it."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from snowdrop.comfort import actions, queries_of_thanks
from snowdrop.comfort.models_of_thanks import Thanks
from snowdrop.ground import journal
from snowdrop.ground.objects import FolderObjects
from snowdrop.ground.refusals import NotAllowed
from snowdrop.media import actions as media_actions
from snowdrop.media import actions_of_recordings, arriving, keeping
from snowdrop.media import queries as media_queries
from snowdrop.media.actions import develop_picture
from snowdrop.media.actions_of_recordings import develop_recording
from snowdrop.media.models import Picture, Recording
from snowdrop.media.refusals import NotAPicture
from snowdrop.media.store import Store
from snowdrop.memorials import actions as memorials
from tests.comfort.test_thanks import WORDS, as_keeper, deliver, let_through, own_page
from tests.world import photographs, recordings
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family
from tests.world.postbox import Postbox, a_postbox
from tests.world.sending import PART

pytestmark = pytest.mark.django_db(transaction=True)

ALT = "A candle in the window."


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the bytes of this test lie."""
    for module in (media_actions, actions_of_recordings, keeping, media_queries, arriving):
        monkeypatch.setattr(module, "the_store", lambda: Store(FolderObjects(tmp_path / "media", spare_bytes=0)))
    return tmp_path / "media"


@pytest.fixture
def box(settings) -> Iterator[Postbox]:
    with a_postbox(settings) as one:
        yield one


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


def begin(cast: Cast, words: str = WORDS, *, on_page: bool = False) -> Thanks:
    said = actions.Said(words, "", on_page)
    return actions.write_thanks(cast.keeper, cast.memorial, said=said, to=actions.For("all"), now=NOON)


def with_picture(cast: Cast, thanks: Thanks, *, seed: int = 0, developed: bool = True) -> Thanks:
    upload = io.BytesIO(photographs.a_photograph(size=(200 + seed, 150)))
    thanks = actions.give_picture(cast.keeper, thanks, upload=upload, name="IMG_0412.JPG", now=NOON)
    if developed:
        develop_picture(thanks.picture_id, NOON)
    return queries_of_thanks.thanks_of(cast.memorial).get(pk=thanks.pk)


def with_voice(cast: Cast, thanks: Thanks) -> Thanks:
    upload = io.BytesIO(recordings.a_voice("m4a", seconds=1))
    thanks = actions.give_voice(cast.keeper, thanks, upload=upload, name="voice note.m4a", now=NOON)
    develop_recording(thanks.recording_id, NOON)
    return queries_of_thanks.thanks_of(cast.memorial).get(pk=thanks.pk)


def send(cast: Cast, thanks: Thanks) -> None:
    actions.send_thanks(cast.keeper, thanks, now=NOON)
    deliver()


def bytes_at(browser: Client, address: str, **headers: str) -> tuple[int, bytes]:
    answer = browser.get(address, headers=headers)
    return answer.status_code, b"".join(answer.streaming_content) if answer.streaming else b""


def files_in(kept: Path) -> int:
    """How many files lie there."""
    return len([path for path in kept.rglob("*") if path.is_file()])


def read_journal() -> None:
    for name in ("media", "arrivals"):
        journal.catch_up(next(one for one in journal.readers() if one.name == name))


def test_a_photograph_is_seen_by_those_who_are_thanked_and_by_nobody_else(cast: Cast, box: Postbox) -> None:
    _, ruth = let_through(cast, reach="ruth@example.org")
    thanks = with_picture(cast, begin(cast))
    actions.describe_given(cast.keeper, thanks, alt=ALT, now=NOON)
    send(cast, thanks)
    secret = queries_of_thanks.secret_of(thanks.thanked.get())
    theirs = reverse("read_thanks_bytes", args=[secret, "small.webp"])
    ours = reverse("thanks_bytes", args=[cast.memorial.slug, thanks.pk, "small.webp"])

    page = Client().get(reverse("read_thanks", args=[secret])).content.decode()

    assert theirs in page and ALT in page and theirs in own_page(ruth)
    assert bytes_at(Client(), theirs)[1].startswith(b"RIFF")
    assert bytes_at(Client(), theirs, Range="bytes=0-3") == (206, b"RIFF")
    assert bytes_at(as_keeper(cast), ours)[0] == 200
    assert [bytes_at(browser_of(one), ours)[0] for one in (cast.helper, cast.friend, cast.stranger, cast.nobody)] == (
        [404] * 4
    )
    assert bytes_at(Client(), theirs.replace(secret, f"{secret[:-1]}A"))[0] == 404


def test_where_it_stands_on_the_page_whoever_sees_the_page_sees_it(cast: Cast) -> None:
    thanks = with_picture(cast, begin(cast, on_page=True))
    address = reverse("thanks_bytes", args=[cast.memorial.slug, thanks.pk, "small.webp"])
    before = bytes_at(Client(), address)[0]
    actions.send_thanks(cast.keeper, thanks, now=NOON)
    page = Client().get(reverse("memorial", args=[cast.memorial.slug])).content.decode()
    shown = bytes_at(Client(), address)[0]
    memorials.publish_memorial(cast.keeper, cast.memorial, to="keepers", now=NOON)

    assert (before, shown, bytes_at(Client(), address)[0]) == (404, 200, 404)
    assert address in page


def test_a_voice_is_heard_with_the_words_beside_it(cast: Cast) -> None:
    _, ruth = let_through(cast)
    thanks = with_voice(cast, begin(cast))
    send(cast, thanks)

    page = own_page(ruth)
    address = reverse("read_thanks_bytes", args=[queries_of_thanks.secret_of(thanks.thanked.get()), "voice.m4a"])

    assert "<audio controls" in page and address in page and WORDS in page
    assert bytes_at(Client(), address, Range="bytes=4-7") == (206, b"ftyp")


def test_the_mail_carries_a_link_and_nothing_of_the_file(cast: Cast, box: Postbox) -> None:
    let_through(cast, reach="ruth@example.org")
    send(cast, with_picture(cast, begin(cast)))

    (mail,) = box.mails
    kinds = {part.get_content_type() for part in mail.walk()}

    assert kinds == {"multipart/alternative", "text/plain", "text/html"}
    assert [word for word in ("<img", "small.webp", "IMG_0412", WORDS, ALT) if word in mail.as_string()] == []


def test_whoever_may_not_be_answered_any_more_finds_no_bytes_either(cast: Cast) -> None:
    _, once = let_through(cast)
    thanks = with_picture(cast, begin(cast))
    send(cast, thanks)
    address = reverse("read_thanks_bytes", args=[queries_of_thanks.secret_of(thanks.thanked.get()), "small.webp"])
    assert bytes_at(Client(), address)[0] == 200

    actions.take_back(once, now=NOON)

    assert bytes_at(Client(), address)[0] == 404


def test_the_bytes_of_what_is_replaced_or_taken_away_are_let_go(cast: Cast, kept: Path) -> None:
    thanks = with_picture(cast, begin(cast))
    actions.describe_given(cast.keeper, thanks, alt=ALT, now=NOON)
    several = files_in(kept)

    replaced = with_picture(cast, thanks, seed=40)
    read_journal()
    after_replacing = files_in(kept), Picture.objects.count(), replaced.alt
    actions.take_given_away(cast.keeper, replaced, now=NOON)
    read_journal()

    assert several > 1 and after_replacing == (several, 1, "")
    assert (files_in(kept), Picture.objects.count()) == (0, 0)
    thanks.refresh_from_db()
    assert (thanks.given, thanks.words) == (None, WORDS)


@pytest.mark.parametrize("give", [with_picture, with_voice])
def test_the_bytes_go_with_the_thanks_that_is_taken_away(cast: Cast, kept: Path, give: Any) -> None:
    thanks = give(cast, begin(cast))

    actions.take_away_thanks(cast.keeper, thanks, now=NOON)
    read_journal()

    assert (files_in(kept), Picture.objects.count(), Recording.objects.count()) == (0, 0, 0)


def test_a_voice_takes_the_place_of_a_photograph(cast: Cast, kept: Path) -> None:
    thanks = with_voice(cast, with_picture(cast, begin(cast)))
    read_journal()

    assert (thanks.picture, Picture.objects.count(), Recording.objects.count()) == (None, 0, 1)


def test_without_words_and_card_it_is_sent_once_what_goes_with_it_is_ready(cast: Cast) -> None:
    _, ruth = let_through(cast)
    thanks = begin(cast, "")
    with pytest.raises(actions.NothingToRead):
        actions.send_thanks(cast.keeper, thanks, now=NOON)
    thanks = with_picture(cast, thanks, developed=False)
    with pytest.raises(actions.NothingToRead):
        actions.send_thanks(cast.keeper, thanks, now=NOON)
    waiting = as_keeper(cast).get(reverse("send_thanks", args=[cast.memorial.slug, thanks.pk])).content.decode()

    develop_picture(thanks.picture_id, NOON)
    actions.send_thanks(cast.keeper, thanks, now=NOON)
    deliver()

    assert "as soon as what goes with it is ready" in waiting and "Send it" not in waiting
    assert "small.webp" in own_page(ruth)


def test_only_keepers_give_describe_and_take_away(cast: Cast) -> None:
    thanks, upload = begin(cast), io.BytesIO(photographs.a_photograph(size=(200, 150)))
    for viewer in (cast.helper, cast.stranger, cast.nobody):
        with pytest.raises(NotAllowed):
            actions.give_picture(viewer, thanks, upload=upload, name="a.jpg", now=NOON)
        with pytest.raises(NotAllowed):
            actions.describe_given(viewer, thanks, alt=ALT, now=NOON)
        with pytest.raises(NotAllowed):
            actions.take_given_away(viewer, thanks, now=NOON)


def test_what_is_no_photograph_is_refused_and_what_was_there_stays(cast: Cast, kept: Path) -> None:
    thanks = with_picture(cast, begin(cast))
    before = files_in(kept)

    with pytest.raises(NotAPicture):
        actions.give_picture(
            cast.keeper, thanks, upload=io.BytesIO(photographs.a_renamed_pdf()), name="a.jpg", now=NOON
        )
    read_journal()

    thanks.refresh_from_db()
    assert (files_in(kept), thanks.picture is not None) == (before, True)


def test_the_family_begins_without_words_and_adds_a_photograph_without_scripts(cast: Cast) -> None:
    browser, slug = as_keeper(cast), cast.memorial.slug
    begun = browser.post(reverse("write_thanks", args=[slug]), {"who": "all", "add": "thanks-picture"})
    thanks = Thanks.objects.get()
    file = SimpleUploadedFile("IMG_0412.JPG", photographs.a_photograph(size=(200, 150)))

    no_file = browser.post(begun["Location"], {}).content.decode()
    added = browser.post(begun["Location"], {"file": file}, follow=True)
    described = browser.post(added.redirect_chain[-1][0], {"alt": ALT})

    thanks.refresh_from_db()
    assert begun["Location"] == reverse("add_picture_to_thanks", args=[slug, thanks.pk])
    assert "No file is chosen yet." in no_file
    assert "It has arrived safely." in added.content.decode() and "You can leave it out." in added.content.decode()
    assert (described["Location"], thanks.alt) == (reverse("send_thanks", args=[slug, thanks.pk]), ALT)


def in_parts(browser: Client, thanks: Thanks, content: bytes, purpose: str = "thanks-picture") -> str:
    """Announces a file and sends it in two parts; answers with its address."""
    about = {"filename": "IMG_0412.JPG", "filetype": "", "purpose": purpose, "form": ""}
    pairs = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in about.items())
    address = reverse("arrivals_for_thanks", args=[thanks.memorial.slug, thanks.pk])
    said = {"Tus-Resumable": "1.0.0", "Upload-Length": str(len(content)), "Upload-Metadata": pairs}
    where = browser.generic("POST", address, headers=said).headers["Location"]
    for start, stop in ((0, 1000), (1000, None)):
        said = {"Tus-Resumable": "1.0.0", "Upload-Offset": str(start)}
        browser.generic("PATCH", where, content[start:stop], PART, headers=said)
    return where


def test_a_photograph_comes_in_parts_and_goes_with_it_once(cast: Cast, kept: Path) -> None:
    thanks, browser = begin(cast), as_keeper(cast)

    where = in_parts(browser, thanks, photographs.a_photograph(size=(200, 150)))
    read_journal()
    read_journal()

    thanks.refresh_from_db()
    assert browser.get(where).json() == {"address": reverse("describe_given", args=[cast.memorial.slug, thanks.pk])}
    assert Picture.objects.get() == thanks.picture
    assert browser_of(cast.helper).get(where).status_code == 404


def test_a_file_for_a_thanks_that_is_gone_is_let_go(cast: Cast, kept: Path) -> None:
    thanks, browser = begin(cast), as_keeper(cast)
    in_parts(browser, thanks, photographs.a_photograph(size=(200, 150)))

    actions.take_away_thanks(cast.keeper, thanks, now=NOON)
    read_journal()

    assert (files_in(kept), arriving.Arrival.objects.count()) == (0, 0)
