"""What the family of the household shares: letters, photos and clips for each width, and their days."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Final
from uuid import uuid4

from snowdrop.audiences.table import Shown
from snowdrop.comfort import actions as comfort
from snowdrop.comfort.models_of_thanks import Thanks
from snowdrop.comfort.vocabulary_of_thanks import Purpose
from snowdrop.ground import clock
from snowdrop.media.actions import develop_picture
from snowdrop.media.actions_of_recordings import develop_recording
from snowdrop.media.arrival import Arrival, Label
from snowdrop.media.models import Rendition
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Helper, Memorial
from snowdrop.memorials.vocabulary import Audience
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions as tributes
from snowdrop.tributes import actions_of_speaking as speaking
from snowdrop.tributes.actions_of_arrivals import begin_sending
from snowdrop.tributes.actions_of_clips import add_clip, caption_clip, describe_clip
from snowdrop.tributes.actions_of_plans import plan_showing
from snowdrop.tributes.actions_of_taking_over import take_over
from snowdrop.tributes.models import KINDS, Letter, Photo, Version
from snowdrop.tributes.vocabulary import Purpose as Sending
from tests.house.belongings import CLIP_WIDTHS, THANKS, WIDTHS, WITH_VERSIONS, Household, mark
from tests.world import photographs, recordings

SPOKEN: Final = ("said", "asked", "draft", "taken")
"""What the speaker has written: said, asked for a yes, never said, taken over by the keeper."""
SPOKEN_PARTS: Final = ("title", "words", "name")


def share_tributes(one: Household) -> None:
    """A letter and a photo for each width, earlier versions, one of each that was taken away, and one on its way."""
    keeper, memorial, letters, photos = one.people["keeper"], one.memorial, [], []
    for width in (*WIDTHS, "gone"):
        audience = "everybody" if width == "gone" else width
        said = {part: mark("letter", part, width) for part in ("dedication", "title", "words", "signed")}
        after = letters[0].id if letters else None
        letters.append(tributes.write_letter(keeper, memorial, audience=audience, after=after, **said, now=clock.now()))
        photos.append(_photo(keeper, memorial, width, audience))
        one.marks += [*said.values(), *(mark("photo", part, width) for part in ("words", "alt", "caption"))]
    versions = [_version(one, letters[WIDTHS.index(width)], width) for width in WITH_VERSIONS]
    tributes.take_away(keeper, letters[-1], now=clock.now())
    tributes.take_away(keeper, photos[-1], now=clock.now())
    one.parts |= {
        "letter_id": [str(letter.id) for letter in letters],
        "version_id": versions,
        "photo_id": [str(photo.id) for photo in photos],
        "tribute_id": [str(letters[0].id), str(photos[0].id)],
        "name": [Rendition.objects.filter(picture=photos[WIDTHS.index("everybody")].picture).latest("width").name],
        "photo_id of picture": [str(photos[WIDTHS.index("everybody")].id)],
        "arrival_id": [str(_arrival(keeper, memorial).id)],
    }
    one.marks += [mark("file"), mark("arrival")]


def _version(one: Household, letter: Letter, width: str) -> str:
    """What a letter said before it was kept anew; the id of that."""
    keeper, memorial, now = one.people["keeper"], one.memorial, clock.now()
    said = {part: mark("letter", part, width) for part in ("dedication", "title", "words", "signed")}
    before = {part: mark("before", part, width) for part in said}
    for words in (before, said):
        tributes.write_letter(keeper, memorial, letter_id=letter.id, **words, now=now)
    one.marks += before.values()
    kept = [version for version in Version.objects.filter(letter=letter) if version.said["words"] == before["words"]]
    Version.objects.filter(letter=letter).exclude(pk=kept[0].pk).delete()
    return str(kept[0].id)


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


def share_clips(one: Household) -> None:
    """Videos with captions. What was taken away is not made ready."""
    keeper, memorial, clips = one.people["keeper"], one.memorial, []
    for seed, width in enumerate((*CLIP_WIDTHS, "gone")):
        upload, name = io.BytesIO(recordings.a_video(seconds=1, seed=seed)), f"{mark('file')}.mp4"
        audience = "everybody" if width == "gone" else width
        clip = add_clip(keeper, memorial, upload=upload, name=name, audience=audience, now=clock.now())
        said = {part: mark("clip", part, width) for part in ("words", "alt", "caption")}
        describe_clip(keeper, clip, **said, now=clock.now())
        if width != "gone":
            develop_recording(clip.recording_id, clock.now())
        words = f"WEBVTT\n\n00:00.100 --> 00:00.900\n{mark('clip', 'captions', width)}\n"
        caption_clip(keeper, clip, language="en", words=words, now=clock.now())
        clips.append(clip)
        one.marks += [*said.values(), mark("clip", "captions", width)]
    tributes.take_away(keeper, clips[-1], now=clock.now())
    one.parts["clip_id"] = [str(clip.id) for clip in clips]
    one.parts["tribute_id"].append(str(clips[0].id))
    one.parts["name"].append("captions-en.vtt")
    one.parts["clip_id of clip_bytes"] = [str(clips[CLIP_WIDTHS.index("everybody")].id)]
    one.parts["name of clip_bytes"] = ["video.mp4"]


def say_for_them(one: Household) -> None:
    """One who speaks has said something to everybody, asks a yes to something else, has begun and not said a third.

    A fourth was taken over. The first is the one that addresses are asked with, but where a draft is meant.
    """
    keeper, voice, memorial, now = one.people["keeper"], one.people["speaker"], one.memorial, clock.now()
    helper, ids = Helper.objects.get(memorial=memorial, person_id=voice.person_id), {name: uuid4() for name in SPOKEN}
    said = {
        which: {"spoken_id": ids[which], "language": "", **{part: mark("spoken", part, which) for part in SPOKEN_PARTS}}
        for which in SPOKEN
    }
    to = {"audience": Audience.EVERYBODY.value, "now": now}
    speaking.say(voice, memorial, **said["said"], **to)
    taken = speaking.say(voice, memorial, **said["taken"], **to)
    letter = take_over(keeper, taken, is_marked=False, now=now)
    speaking.keep_while_speaking(voice, memorial, **said["draft"], pen="", now=now)
    memorials.say_how_far(keeper, memorial, helper, up_to=Shown(Audience.EVERYBODY), waits=True, now=now)
    speaking.say(voice, memorial, **said["asked"], **to)
    one.parts |= {
        "helper_id of helper_voice": [str(helper.id)],
        "spoken_id": [str(ids[which]) for which in ("said", "asked", "draft", "taken")],
        "spoken_id of let_go_of_writing": [str(ids["draft"])],
        "letter_id of give_back": [str(letter.id)],
    }
    one.marks += [mark("spoken", part, which) for part in SPOKEN_PARTS for which in SPOKEN]


def give_with_thanks(one: Household, written: list[Thanks]) -> None:
    """A photograph with each, and marks in its name and in the words that stand for it; a voice is on its way."""
    keeper, now = one.people["keeper"], clock.now()
    for number, (which, thanks) in enumerate(zip(THANKS, written, strict=True)):
        upload, name = io.BytesIO(photographs.a_photograph(size=(200 + 40 * number, 300))), f"{mark('given')}.jpg"
        given = comfort.give_picture(keeper, thanks, upload=upload, name=name, now=now)
        develop_picture(given.picture_id, now)
        comfort.describe_given(keeper, thanks, alt=mark("alt", which), now=now)
    label = Label(f"{mark('arrival')}.m4a", "audio/mp4", {})
    voice = comfort.begin_giving(keeper, written[0], purpose=Purpose.VOICE, size=1000, label=label, now=now)
    one.parts |= {
        "thanks_id of thanks_bytes": [str(written[-1].id)],
        "thanks_id of arrival_for_thanks": [str(written[0].id)],
        "arrival_id of arrival_for_thanks": [str(voice.id)],
        "name of thanks_bytes": ["small.webp"],
        "name of read_thanks_bytes": ["small.webp"],
    }
    one.marks.append(mark("given"))


def _arrival(keeper: Viewer, memorial: Memorial) -> Arrival:
    """A photo of which nothing has come yet."""
    label = Label(f"{mark('arrival')}.jpg", "image/jpeg", {"audience": "keepers"})
    return begin_sending(keeper, memorial, purpose=Sending.PHOTO, size=1000, label=label, now=clock.now())


def plan_days(one: Household) -> None:
    """Everything that is shared, and the page, is to be shown to everybody on a day, as far as it is not yet."""
    keeper, memorial, now = one.people["keeper"], one.memorial, clock.now()
    when = {"to": Audience.EVERYBODY.value, "at": now + timedelta(days=9), "zone": "Europe/Berlin", "now": now}
    for kind in KINDS:
        for thing in kind.objects.filter(memorial=memorial).exclude(audience=Audience.EVERYBODY):
            plan_showing(keeper, thing, **when)
    if one.state != Audience.EVERYBODY:
        memorials.plan_publication(keeper, memorial, **when)
