"""Videos and voice notes: kept once, under a cover, played by somebody's own act, seen by those who were chosen."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.urls import reverse

from snowdrop.audiences.table import UnknownAudience
from snowdrop.ground import published
from snowdrop.ground.models import Entry
from snowdrop.ground.refusals import NotAllowed
from snowdrop.media.models import Recording
from snowdrop.media.on_page import length_in_words, share_in_words
from snowdrop.media.refusals import MediaRefused
from snowdrop.tributes import actions, actions_of_clips
from snowdrop.tributes.models import Clip, Letter, Photo, Withdrawal
from snowdrop.tributes.vocabulary import Way
from tests.tributes.conftest import Share, ShareClip, a_small_clip
from tests.world import photographs
from tests.world.browsers import browser_of, text_of
from tests.world.cast import NOON, Cast
from tests.world.on_page import shared_with

pytestmark = pytest.mark.django_db

CAPTIONS = "WEBVTT\n\n00:00:00.200 --> 00:00:00.900\nSleep well, Ilse.\n"


def test_a_clip_lies_under_the_memorials_flower(cast: Cast, add_clip: ShareClip) -> None:
    add_clip(developed=False, audience="keepers")

    clip = Clip.objects.get()
    assert (clip.cover, clip.audience, clip.words, clip.place) == (cast.memorial.flower, "keepers", "", 0)
    assert set(Entry.objects.order_by("-id").values_list("verb", flat=True)[:2]) == {"recording.taken_in", "clip.added"}


def test_the_same_file_is_kept_once_with_what_was_said_of_it(cast: Cast, add_clip: ShareClip, kept: Path) -> None:
    clip = add_clip(words="He sings", developed=False, audience="keepers")
    actions.take_away(cast.keeper, clip, now=NOON)
    assert Withdrawal.objects.count() == 1

    again = add_clip(developed=False, audience="everybody", name="copy of it.mov")

    assert (again.pk, Clip.objects.get().words, Clip.objects.get().audience) == (clip.pk, "He sings", "keepers")
    assert (Recording.objects.count(), Withdrawal.objects.count()) == (1, 0)
    assert len([path for path in kept.rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize("content", [photographs.a_renamed_pdf(), photographs.a_gif(), b""])
def test_what_is_no_clip_is_refused_with_a_sentence_and_nothing_is_kept(cast: Cast, kept: Path, content: bytes) -> None:
    with pytest.raises(MediaRefused) as refused:
        actions_of_clips.add_clip(cast.keeper, cast.memorial, upload=io.BytesIO(content), name="a.mp4", now=NOON)

    assert str(refused.value.sentence)
    assert (Clip.objects.count(), Recording.objects.count()) == (0, 0)
    assert not [path for path in kept.rglob("*") if path.is_file()]


def test_only_those_who_keep_the_memorial_act_on_its_clips(cast: Cast, add_clip: ShareClip) -> None:
    clip = add_clip(audience="everybody")
    acts = (
        lambda viewer: actions_of_clips.add_clip(
            viewer, cast.memorial, upload=io.BytesIO(a_small_clip(seed=1)), name="a.mp4", now=NOON
        ),
        lambda viewer: actions_of_clips.describe_clip(viewer, clip, words="Mine", now=NOON),
        lambda viewer: actions_of_clips.caption_clip(viewer, clip, language="en", words=CAPTIONS, now=NOON),
        lambda viewer: actions.take_away(viewer, clip, now=NOON),
        lambda viewer: actions.move(viewer, clip, way=Way.LATER, now=NOON),
    )

    for viewer in (cast.helper, cast.friend, cast.stranger, cast.nobody):
        for act in acts:
            with pytest.raises(NotAllowed):
                act(viewer)

    assert (Clip.objects.get().words, Withdrawal.objects.count()) == ("", 0)


def test_an_audience_that_is_not_in_the_table_changes_nothing(cast: Cast, add_clip: ShareClip) -> None:
    clip = add_clip(audience="keepers")

    with pytest.raises(UnknownAudience):
        actions_of_clips.describe_clip(cast.keeper, clip, audience="the whole town", now=NOON)

    assert Clip.objects.get().audience == "keepers"


def test_clips_letters_and_photos_stand_in_one_line(cast: Cast, add: Share, add_clip: ShareClip) -> None:
    letter = actions.write_letter(cast.keeper, cast.memorial, words="Dear Ilse", audience="everybody", now=NOON)
    clip, photo = add_clip(audience="everybody"), add(audience="everybody")

    actions.move(cast.keeper, clip, way=Way.EARLIER, now=NOON)
    actions.move(cast.keeper, photo, way=Way.EARLIER, now=NOON)

    places = {type(one): one.place for kind in (Letter, Photo, Clip) for one in kind.objects.all()}
    assert places == {Clip: 0, Photo: 1, Letter: 2}
    things = shared_with(cast.nobody, cast.memorial).things
    assert [bool(thing.clip) for thing in things] == [True, False, False]
    assert letter.pk == Letter.objects.get().pk


def test_the_page_offers_a_clip_under_its_cover_with_nothing_that_plays_by_itself(
    cast: Cast, add_clip: ShareClip
) -> None:
    clip = add_clip(audience="everybody")
    actions_of_clips.describe_clip(cast.keeper, clip, words="He sings", alt="A slow song", caption="In May", now=NOON)
    actions_of_clips.caption_clip(cast.keeper, clip, language="en", words=CAPTIONS, now=NOON)

    page = text_of(browser_of(cast.nobody).get(reverse("memorial", args=[cast.memorial.slug])))

    video = page[page.index("<video") : page.index("</video>")]
    assert 'preload="none"' in video
    assert "autoplay" not in page
    assert '<track kind="captions"' in video
    assert page.index("<details") < page.index("He sings") < page.index("<video") < page.index("A slow song")
    assert page.index("</details>", page.index("<video")) < page.index("In May")


def test_each_viewer_finds_the_clips_that_are_theirs(cast: Cast, add_clip: ShareClip) -> None:
    clip, found = add_clip(), {}

    for audience in ("everybody", "link", "keepers"):
        actions_of_clips.describe_clip(cast.keeper, clip, audience=audience, now=NOON)
        viewers = cast.everybody().items()
        found[audience] = {name for name, viewer in viewers if shared_with(viewer, cast.memorial).things}

    assert found == {
        "everybody": {"keeper", "helper", "friend", "stranger", "nobody"},
        "link": {"keeper", "helper", "friend"},
        "keepers": {"keeper"},
    }


def test_a_clip_that_is_prepared_or_taken_away_is_not_on_the_page(cast: Cast, add_clip: ShareClip) -> None:
    add_clip(audience="everybody", developed=False)
    gone = add_clip(seed=1, audience="everybody")
    assert len(shared_with(cast.keeper, cast.memorial).things) == 1

    actions.take_away(cast.keeper, gone, now=NOON)

    assert shared_with(cast.keeper, cast.memorial).things == ()


@pytest.mark.parametrize(
    "act",
    [
        lambda viewer, clip: actions.take_away(viewer, clip, now=NOON),
        lambda viewer, clip: actions_of_clips.describe_clip(viewer, clip, audience="keepers", now=NOON),
        lambda viewer, clip: actions_of_clips.caption_clip(viewer, clip, language="en", words=CAPTIONS, now=NOON),
    ],
)
@pytest.mark.django_db(transaction=True)
def test_the_published_page_is_taken_away_before_the_act_returns(cast: Cast, add_clip: ShareClip, act: object) -> None:
    clip = add_clip(audience="everybody", developed=False)
    published.put(cast.memorial.slug, b"the page", still_public=lambda: True, mark=published.begin(cast.memorial.slug))
    assert published.path_of(cast.memorial.slug).exists()

    act(cast.keeper, clip)  # type: ignore[operator]

    assert not published.path_of(cast.memorial.slug).exists()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 second"), (48, "48 seconds"), (89, "89 seconds"), (90, "about 2 minutes"), (3600, "about 60 minutes")],
)
def test_how_long_it_is_is_said_in_words(seconds: float, words: str) -> None:
    assert length_in_words(seconds) == words


@pytest.mark.parametrize(("share", "words"), [(0, "It has begun."), (0.35, "About a third"), (1, "Nearly all")])
def test_how_much_is_done_is_said_in_words(share: float, words: str) -> None:
    assert str(share_in_words(share)).startswith(words)
