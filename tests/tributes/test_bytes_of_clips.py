"""The bytes of clips: rights are asked at every request, for the track, each still and the captions."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from django.urls import reverse

from snowdrop.media.actions_of_recordings import develop_recording
from snowdrop.media.serving import ASKED_EVERY, DoorShut
from snowdrop.memorials import actions as memorials
from snowdrop.tributes import actions, actions_of_clips
from snowdrop.tributes.models import Clip
from snowdrop.tributes.screens_of_clips import shown_recording
from tests.figures import Figures
from tests.tributes.asking_for_bytes import Asking, body_of
from tests.tributes.conftest import ShareClip, a_small_clip
from tests.tributes.test_clips import CAPTIONS
from tests.world import recordings
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast

pytestmark = pytest.mark.django_db


def address(cast: Cast, clip: Clip, name: str) -> str:
    return reverse("clip_bytes", args=[cast.memorial.slug, clip.id, name])


def names_of(clip: Clip) -> list[str]:
    """Everything that a clip has bytes for."""
    shown = shown_recording(clip)
    assert shown
    return [shown.track.name, *shown.stills, "captions-en.vtt"]


@pytest.fixture
def clip(cast: Cast, add_clip: ShareClip) -> Clip:
    """A video with captions that everybody may see."""
    clip = add_clip(audience="everybody")
    actions_of_clips.caption_clip(cast.keeper, clip, language="en", words=CAPTIONS, now=NOON)
    return clip


def test_bytes_are_served_to_those_whom_clip_and_memorial_let_in(cast: Cast, clip: Clip, figures: Figures) -> None:
    browsers, found = {name: browser_of(viewer) for name, viewer in cast.everybody().items()}, {}
    track, still, *_, captions = names_of(clip)
    asking = Asking(reverse("clip_bytes", args=["nowhere", clip.id, track]), own=(cast.memorial.slug, "nowhere"))

    for published_to, audience, name in (
        ("everybody", "everybody", track),
        ("everybody", "keepers", still),
        ("link", "everybody", captions),
    ):
        memorials.publish_memorial(cast.keeper, cast.memorial, to=published_to, now=NOON)
        actions_of_clips.describe_clip(cast.keeper, clip, audience=audience, now=NOON)
        found[published_to, audience] = asking.who_is_served(browsers, address(cast, clip, name))

    meant = {
        ("everybody", "everybody"): {"keeper", "helper", "friend", "stranger", "nobody"},
        ("everybody", "keepers"): {"keeper"},
        ("link", "everybody"): {"keeper", "helper", "friend"},
    }
    asking.expect(found, meant)
    asking.say(figures)


def test_the_next_range_after_a_clip_was_narrowed_taken_away_or_its_link_ended_is_nothing(
    cast: Cast, clip: Clip
) -> None:
    track, part = address(cast, clip, names_of(clip)[0]), {"Range": "bytes=0-9"}
    friend, anybody = browser_of(cast.friend), Client()
    assert anybody.get(track, headers=part).status_code == 206

    actions_of_clips.describe_clip(cast.keeper, clip, audience="link", now=NOON)

    assert anybody.get(track, headers=part).status_code == 404
    assert friend.get(track, headers=part).status_code == 206
    memorials.take_back_private_link(cast.keeper, cast.memorial, cast.link, now=NOON)
    assert friend.get(track, headers=part).status_code == 404
    actions.take_away(cast.keeper, clip, now=NOON)
    assert browser_of(cast.keeper).get(track, headers=part).status_code == 404


def test_who_loses_the_right_loses_a_video_that_is_playing(cast: Cast) -> None:
    """The bytes are on their way when somebody narrows it: no more than a little follows (trust.md T03, T05)."""
    noise = recordings.a_video(size=(320, 240), seconds=4, sound=False, more=("-vf", "noise=alls=100:allf=t"))
    clip = actions_of_clips.add_clip(
        cast.keeper, cast.memorial, upload=io.BytesIO(noise), name="a.mp4", audience="everybody", now=NOON
    )
    develop_recording(clip.recording_id, NOON)
    answer = Client().get(address(cast, clip, names_of(clip)[0]))
    pieces = iter(answer.streaming_content)  # type: ignore[attr-defined]
    size, seen = int(answer["Content-Length"]), len(next(pieces))
    assert size > 3 * ASKED_EVERY

    actions_of_clips.describe_clip(cast.keeper, clip, audience="keepers", now=NOON)

    with pytest.raises(DoorShut):
        for piece in pieces:
            seen += len(piece)
    assert seen <= ASKED_EVERY + 64 * 1024


@pytest.mark.parametrize(
    ("published_to", "audience", "kept"),
    [
        ("everybody", "everybody", "no-cache"),
        ("everybody", "link", "private, no-store"),
        ("link", "everybody", "private, no-store"),
    ],
)
def test_only_what_everybody_may_see_is_kept_by_caches(
    cast: Cast, clip: Clip, published_to: str, audience: str, kept: str
) -> None:
    actions_of_clips.describe_clip(cast.keeper, clip, audience=audience, now=NOON)
    memorials.publish_memorial(cast.keeper, cast.memorial, to=published_to, now=NOON)

    for name in names_of(clip):
        answer = browser_of(cast.friend).get(address(cast, clip, name))

        assert (answer.status_code, answer["Cache-Control"]) == (200, kept)
        assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert answer["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert (answer["X-Content-Type-Options"], answer["Cross-Origin-Resource-Policy"]) == ("nosniff", "same-origin")


def test_a_clip_is_found_only_below_its_own_memorial_and_by_its_own_names(cast: Cast, clip: Clip) -> None:
    other = memorials.open_memorial(cast.keeper, now=NOON)
    memorials.publish_memorial(cast.keeper, other, to="everybody", now=NOON)
    track = names_of(clip)[0]

    assert Client().get(address(cast, clip, track)).status_code == 200
    assert Client().get(reverse("clip_bytes", args=[other.slug, clip.id, track])).status_code == 404
    assert Client().get(address(cast, clip, "other.mp4")).status_code == 404
    assert Client().get(address(cast, clip, "captions-de.vtt")).status_code == 404
    assert Client().post(address(cast, clip, track)).status_code == 405


def test_a_clip_that_is_not_ready_has_no_bytes(cast: Cast, add_clip: ShareClip) -> None:
    ready, waiting = add_clip(audience="everybody"), add_clip(seed=1, audience="everybody", developed=False)

    for name in names_of(ready)[:2]:
        assert browser_of(cast.keeper).get(address(cast, waiting, name)).status_code == 404


def test_the_original_is_for_keepers_alone_and_comes_back_byte_for_byte(cast: Cast, clip: Clip) -> None:
    original = reverse("original_clip", args=[cast.memorial.slug, clip.id])

    answers = {name: browser_of(viewer).get(original) for name, viewer in cast.everybody().items()}

    statuses = {name: answer.status_code for name, answer in answers.items()}
    assert statuses == {"keeper": 200, "helper": 404, "stranger": 404, "friend": 302, "nobody": 302}
    assert body_of(answers["keeper"]) == a_small_clip()
    assert answers["keeper"]["Content-Disposition"] == 'attachment; filename="IMG_0412.MOV"'
