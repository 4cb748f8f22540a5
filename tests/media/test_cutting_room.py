"""Recordings from real encoders go in; one kind of video or voice comes out, upright, playable, and telling nothing."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable

import pytest
from PIL import Image

from snowdrop.media import cutting_room
from snowdrop.media.contents import read_contents
from snowdrop.media.memory import file_in_memory
from snowdrop.media.vocabulary import RecordingFormat, RecordingKind
from tests.figures import Figures
from tests.media.atoms import boxes_of, names_of
from tests.media.screening import cut, is_the_scene, picture_at, processes_of, said_of
from tests.world import recordings

VP9 = ("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libopus")

VIDEOS: dict[str, Callable[[], bytes]] = {
    "H.264 in MP4": recordings.a_video,
    "its index first": recordings.with_its_index_first,
    "HEVC in MOV": recordings.a_phone_video,
    "VP9 in WebM": lambda: recordings.a_video("webm", encoder=VP9),
    "VP8 in WebM without a length": lambda: recordings.a_video(
        "webm", encoder=("-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus"), more=("-live", "1")
    ),
    "H.264 in Matroska": lambda: recordings.a_video("mkv"),
    "without sound": lambda: recordings.a_video(sound=False),
}
VOICES: dict[str, Callable[[], bytes]] = {
    "Opus of a browser": recordings.a_voice_of_a_browser,
    "Opus in Ogg": lambda: recordings.a_voice("ogg", "-c:a", "libopus"),
    "MP3": lambda: recordings.a_voice("mp3"),
    "WAV": lambda: recordings.a_voice("wav"),
    "AAC": lambda: recordings.a_voice("aac"),
    "M4A": lambda: recordings.a_voice("m4a", "-c:a", "aac"),
    "sound alone in MP4": lambda: recordings.a_voice("mp4", "-c:a", "aac"),
}
ALLOWED_BOXES = {
    *("ftyp", "free", "mdat", "moov", "mvhd", "trak", "tkhd", "edts", "elst", "mdia", "mdhd", "hdlr", "minf", "vmhd"),
    *("smhd", "dinf", "dref", "stbl", "stsd", "stts", "stss", "ctts", "stsc", "stsz", "stco", "sgpd", "sbgp"),
    *("udta", "meta"),
}
EMPTY_META = bytes(4) + b"\0\0\0\x21hdlr" + bytes(8) + b"mdirappl" + bytes(9) + b"\0\0\0\x08ilst"


@pytest.mark.parametrize("name", VIDEOS)
def test_a_video_comes_out_upright_and_can_be_sought_in(name: str) -> None:
    made = cut(VIDEOS[name]())

    assert made.cut.kind is RecordingKind.VIDEO
    assert {made.cut.width, made.cut.height} == {160, 120}
    assert made.cut.seconds == pytest.approx(8 if name == "its index first" else 2, abs=0.15)
    assert ("Video: h264" in said_of(made.track), "Audio: aac" in said_of(made.track)) == (
        True,
        name != "without sound",
    )
    for moment in (0, 1.5):
        picture = picture_at(made.track, moment)
        assert picture.size == (made.cut.width, made.cut.height)
        assert is_the_scene(picture)
    assert len(made.cut.stills) == 4
    assert all(is_the_scene(Image.open(io.BytesIO(still))) for still in made.cut.stills)


@pytest.mark.parametrize("name", VOICES)
def test_a_voice_comes_out_as_one_kind(name: str) -> None:
    made = cut(VOICES[name]())

    assert (made.cut.kind, made.cut.stills, made.cut.width) == (RecordingKind.VOICE, (), 0)
    assert made.cut.seconds == pytest.approx(2, abs=0.15)
    assert "Audio: aac" in said_of(made.track)
    assert "Video:" not in said_of(made.track)
    assert names_of(made.track)[:2] == ["ftyp", "moov"]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_video_is_upright_however_the_phone_was_held(turned: int, figures: Figures) -> None:
    made = cut(recordings.a_video(turned=turned))

    is_upright = is_the_scene(picture_at(made.track, 1)) and (made.cut.width, made.cut.height) == recordings.SIZE
    figures("T11", checks=1, wrong=int(not is_upright))
    assert is_upright


@pytest.mark.parametrize("ending", ["mov", "mp4", "mkv"])
def test_nothing_is_published_but_pictures_and_sound(ending: str, figures: Figures) -> None:
    original = recordings.a_phone_video(ending)
    assert recordings.TITLE.encode() in original
    assert recordings.PLACE.encode() in original or b"loci" in original

    made = cut(original)

    traces = [trace for trace in recordings.TRACES if any(trace in file for file in (made.track, *made.cut.stills))]
    boxes = list(boxes_of(made.track))
    unknown = {path.split("/")[-1] for path, _ in boxes} - ALLOWED_BOXES
    notes = [inside for path, inside in boxes if path.endswith("meta") and inside != EMPTY_META]
    figures("T11", checks=len(recordings.TRACES) + len(boxes), wrong=len(traces) + len(unknown) + len(notes))
    assert (traces, unknown, notes) == ([], set(), [])
    assert "Chapter" not in said_of(made.track)
    assert "Data:" not in said_of(made.track)


def test_the_index_comes_first_so_that_it_plays_while_it_comes() -> None:
    original = recordings.a_video()
    assert names_of(original).index("mdat") < names_of(original).index("moov")

    assert names_of(cut(original).track) == ["ftyp", "moov", "free", "mdat"]


def test_nothing_that_the_encoder_says_stands_beside_the_pictures() -> None:
    original = recordings.a_video()
    assert b"x264 - core" in original

    assert b"x264 - core" not in cut(original).track


@pytest.mark.parametrize(
    ("size", "published"),
    [
        ((322, 242), (322, 242)),
        ((2560, 1440), (1920, 1080)),
        ((1440, 2560), (1080, 1920)),
        ((1500, 1500), (1080, 1080)),
    ],
)
def test_it_is_published_at_1080p_at_the_most(size: tuple[int, int], published: tuple[int, int]) -> None:
    made = cut(recordings.a_video(size=size, seconds=0.2, rate=10, sound=False))

    assert (made.cut.width, made.cut.height) == published


def test_odd_sides_become_even() -> None:
    made = cut(recordings.a_video("mkv", size=(161, 121), encoder=("-c:v", "mjpeg"), pixels="yuvj444p", sound=False))

    assert (made.cut.width, made.cut.height) == (160, 120)


def test_stretched_pixels_become_square() -> None:
    made = cut(recordings.a_video(more=("-aspect", "2:1"), sound=False))

    assert made.cut.width == pytest.approx(2 * made.cut.height, abs=4)


@pytest.mark.parametrize(("rate", "published"), [(24, 24), (30, 30), (50, 25), (60, 30), (120, 30)])
def test_of_very_many_frames_even_ones_are_left(rate: int, published: int) -> None:
    contents = read_contents(said_of(cut(recordings.a_video(rate=rate, seconds=1, sound=False)).track))

    assert contents
    assert contents.rate == pytest.approx(published, rel=0.02)


def test_a_video_of_changing_speed_keeps_its_length() -> None:
    hurried = ("-vf", "setpts='PTS+if(gt(N,20),1,0)/TB'", "-fps_mode", "vfr")
    made = cut(recordings.a_video("mkv", more=hurried, sound=False))

    assert made.cut.seconds == pytest.approx(3, abs=0.2)


def test_high_dynamic_range_comes_down_to_what_every_screen_shows() -> None:
    assert (
        "arib-std-b67" in recordings.ffmpeg("-f", "mov", "-i", "-", given=recordings.a_bright_video()).stderr.decode()
    )

    said = said_of(cut(recordings.a_bright_video()).track)

    assert "yuv420p(tv, bt709" in said
    assert "arib-std-b67" not in said


def test_without_tone_mapping_a_video_keeps_saying_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting_room, "maps_tones", lambda: False)

    assert "arib-std-b67" in said_of(cut(recordings.a_bright_video()).track)


def test_a_cover_on_a_song_is_no_video() -> None:
    cover = ("-f", "lavfi", "-i", "color=red:size=64x64:rate=1:duration=1", "-map", "0", "-map", "1")
    song = recordings.a_voice("mp3", *cover, "-disposition:v", "attached_pic")

    assert cut(song).cut.kind is RecordingKind.VOICE


def test_how_far_it_is_is_told_and_whoever_does_not_want_it_any_more_ends_it() -> None:
    class Enough(Exception):
        pass

    shares, others = list[float](), processes_of(os.getpid())

    def tell(share: float) -> None:
        shares.append(share)
        if len(shares) == 2:
            raise Enough

    with file_in_memory() as original, file_in_memory() as product:
        original.write(recordings.a_video(size=(1280, 720), seconds=20))
        with pytest.raises(Enough):
            cutting_room.cut(original, product, RecordingFormat.MP4, tell=tell)
    assert shares == sorted(shares)
    assert 0 <= shares[0] < shares[-1] <= 1
    assert processes_of(os.getpid()) == others


@pytest.mark.slow
def test_a_phones_4k_video_is_made_ready() -> None:
    grain = ("-vf", "scale=3840:2160,noise=alls=12", "-b:v", "45M")
    original = recordings.a_phone_video(size=(1920, 1080), seconds=3, rate=30, more=grain, turned=0)
    began = time.monotonic()

    made = cut(original)

    print(f"{len(original) / 1e6:.0f} MB, 3 s of 4K HEVC: ready after {time.monotonic() - began:.1f} s")
    assert (made.cut.width, made.cut.height) == (1920, 1080)
    assert is_the_scene(picture_at(made.track, 2))
