"""The family's screens of videos and voice notes, as a browser with and without scripts finds them."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from snowdrop.ground import clock
from snowdrop.media import arriving, uploads
from snowdrop.media.purposes import take_in_whole
from snowdrop.media.vocabulary import LIMITS
from snowdrop.tributes.models import Clip
from tests.tributes.conftest import ShareClip, a_small_clip
from tests.tributes.test_clips import CAPTIONS
from tests.world import photographs
from tests.world.browsers import browser_of, text_of
from tests.world.cast import Cast
from tests.world.sending import Sending

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(cast: Cast) -> Client:
    return browser_of(cast.keeper)


def at(cast: Cast, name: str, *parts: object) -> str:
    return reverse(name, args=[cast.memorial.slug, *parts])


def a_file(content: bytes | None = None, name: str = "IMG_0412.MOV") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, a_small_clip() if content is None else content)


def saying(clip: Clip, **changes: str) -> dict[str, str]:
    """A whole form of a clip, as a browser sends it."""
    return {"words": clip.words, "alt": "", "caption": "", "cover": "daisy", "audience": "keepers", **changes}


def test_a_clip_is_added_without_scripts(cast: Cast, family: Client) -> None:
    answer = family.post(at(cast, "add_clip"), {"clip": a_file(), "audience": "link"}, follow=True)

    clip = Clip.objects.get()
    assert (clip.audience, answer.request["PATH_INFO"]) == ("link", at(cast, "clip", clip.id))
    assert "It has arrived safely." in text_of(answer)
    assert "Look again" in text_of(answer)


def test_a_clip_that_came_in_parts_is_the_same_clip(cast: Cast, family: Client) -> None:
    sending = Sending(family, cast.memorial.slug, a_small_clip(), "IMG_0412.MOV", "clip", {"audience": "link"})
    sending.announce()
    sending.part(0, 1000)
    sending.part(1000)
    for entry in arriving.Arrival.objects.all():
        take_in_whole(entry.pk, clock.now())

    again = family.post(at(cast, "add_clip"), {"clip": a_file(), "audience": "keepers"})

    clip = Clip.objects.get()
    assert sending.outcome().json() == {"address": at(cast, "clip", clip.id)}
    assert (clip.audience, again["Location"]) == ("link", at(cast, "clip", clip.id))


def test_what_is_no_clip_is_refused_with_its_first_bytes(cast: Cast, family: Client) -> None:
    sending = Sending(family, cast.memorial.slug, photographs.a_renamed_pdf() + bytes(5000), "film.mp4", "clip")
    sending.announce()

    answer = sending.part(0)

    assert (answer.status_code, bool(answer.json()["problem"])) == (422, True)


@pytest.mark.parametrize("content", [photographs.a_gif(), photographs.a_renamed_pdf()])
def test_a_file_that_is_no_clip_is_answered_with_a_sentence(cast: Cast, family: Client, content: bytes) -> None:
    answer = family.post(at(cast, "add_clip"), {"clip": a_file(content), "audience": "keepers"})

    assert (answer.status_code, Clip.objects.count()) == (200, 0)
    assert "Please look" in text_of(answer)


def test_no_file_chosen_is_said(cast: Cast, family: Client) -> None:
    answer = family.post(at(cast, "add_clip"), {"audience": "keepers"})

    assert "No file is chosen yet." in text_of(answer)


def test_a_file_that_is_too_large_without_scripts_is_said_kindly(
    cast: Cast, family: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LIMITS", type(LIMITS)(file_bytes=1000))

    answer = family.post(at(cast, "add_clip"), {"clip": a_file(bytes(2000)), "audience": "keepers"})

    assert "This file is too large to be sent in one go" in text_of(answer)
    assert not Clip.objects.exists()


def test_only_the_page_on_which_one_speaks_may_ask_for_the_microphone(cast: Cast, family: Client) -> None:
    speaking, list_of_things = family.get(at(cast, "add_clip")), family.get(at(cast, "tributes"))

    assert "microphone=(self)" in speaking["Permissions-Policy"]
    assert "microphone=()" in list_of_things["Permissions-Policy"]
    assert "blob:" in speaking["Content-Security-Policy"]
    assert "blob:" not in list_of_things["Content-Security-Policy"]


def test_what_is_said_of_a_clip_is_kept_and_the_list_shows_it(cast: Cast, family: Client, add_clip: ShareClip) -> None:
    clip = add_clip(audience="keepers")

    family.post(at(cast, "clip", clip.id), saying(clip, words="He sings", alt="A slow song", audience="link"))

    clip.refresh_from_db()
    assert (clip.words, clip.alt, clip.cover, clip.audience) == ("He sings", "A slow song", "daisy", "link")
    listed, shown = family.get(at(cast, "tributes")), family.get(at(cast, "tributes") + "?photos=shown")
    assert "He sings" in text_of(listed)
    assert "<video" not in text_of(listed)
    assert "<video" in text_of(shown)


def test_a_still_is_chosen(cast: Cast, family: Client, add_clip: ShareClip) -> None:
    from snowdrop.tributes.screens_of_clips import shown_recording

    clip = add_clip(audience="keepers")
    stills = shown_recording(clip).stills  # type: ignore[union-attr]
    assert len(stills) > 1

    family.post(at(cast, "clip", clip.id), saying(clip, still=stills[-1]))

    assert shown_recording(Clip.objects.get()).still == stills[-1]  # type: ignore[union-attr]


def test_a_still_of_something_else_is_not_taken(cast: Cast, family: Client, add_clip: ShareClip) -> None:
    clip = add_clip(audience="keepers")

    answer = family.post(at(cast, "clip", clip.id), saying(clip, still="original"))

    assert answer.status_code == 200
    assert "Please look" in text_of(answer)


@pytest.mark.parametrize(
    "given",
    [
        {"words": CAPTIONS},
        {"words": "", "file": SimpleUploadedFile("a.srt", b"1\r\n00:00:00,200 --> 00:00:00,900\r\nSleep well\r\n")},
    ],
)
def test_captions_are_written_or_given_as_a_file_changed_and_taken_away(
    cast: Cast, family: Client, add_clip: ShareClip, given: dict[str, Any]
) -> None:
    clip = add_clip(audience="keepers")

    kept = family.post(at(cast, "captions", clip.id), {"language": "en", **given}, follow=True)
    again = family.get(at(cast, "captions", clip.id) + "?language=en")
    away = family.post(at(cast, "captions", clip.id), {"language": "en", "words": ""}, follow=True)

    assert "The captions are kept." in text_of(kept)
    assert "Sleep well" in text_of(again)
    assert "There are no captions in this language now." in text_of(away)
    assert "Sleep well" not in text_of(family.get(at(cast, "captions", clip.id) + "?language=en"))


def test_words_that_are_no_captions_are_answered_with_a_sentence_and_stay(
    cast: Cast, family: Client, add_clip: ShareClip
) -> None:
    clip = add_clip(audience="keepers")

    answer = family.post(at(cast, "captions", clip.id), {"language": "en", "words": "He hums."})

    assert answer.status_code == 200
    assert "He hums." in text_of(answer)


def test_a_clip_is_taken_away_and_put_back(cast: Cast, family: Client, add_clip: ShareClip) -> None:
    clip = add_clip(audience="everybody", words="He sings")
    page = at(cast, "memorial")
    assert "He sings" in text_of(family.get(page))

    asked = family.get(at(cast, "take_away_clip", clip.id))
    family.post(at(cast, "take_away_clip", clip.id))
    gone = text_of(family.get(page))
    family.post(at(cast, "put_back_clip", clip.id))

    assert "you can put it back" in text_of(asked)
    assert "He sings" not in gone
    assert "He sings" in text_of(family.get(page))


def test_a_clip_that_is_prepared_says_so_and_is_asked_for_again(
    cast: Cast, family: Client, add_clip: ShareClip
) -> None:
    clip = add_clip(audience="keepers", developed=False)

    page, listed = text_of(family.get(at(cast, "clip", clip.id))), text_of(family.get(at(cast, "tributes")))

    assert 'data-behaviour="refresh"' in page
    assert "<progress" in page
    assert "Something is being prepared." in listed


def test_the_screens_are_the_familys_alone(cast: Cast, add_clip: ShareClip) -> None:
    clip = add_clip(audience="everybody")

    for name in ("clip", "captions", "take_away_clip", "original_clip"):
        statuses = {
            who: browser_of(viewer).get(at(cast, name, clip.id)).status_code for who, viewer in cast.everybody().items()
        }
        assert statuses == {"keeper": 200, "helper": 404, "stranger": 404, "friend": 302, "nobody": 302}
