"""Hostile and broken recordings: each is refused quickly, in little memory, with a sentence (trust.md T15)."""

from __future__ import annotations

import resource
import struct
import time
from dataclasses import replace

import pytest

from snowdrop.media.refusals import (
    NotARecording,
    RecordingDamaged,
    RecordingHoldsMore,
    RecordingIsEmpty,
    RecordingRefused,
    RecordingTooFine,
    RecordingTooHeavy,
    RecordingTookTooLong,
    RecordingTooLarge,
    RecordingTooLong,
    recording_refusal_by_code,
)
from snowdrop.media.sniff import HEAD_BYTES, sniff_recording
from snowdrop.media.vocabulary import RECORDING_LIMITS, RecordingFormat
from tests.figures import Figures
from tests.media.screening import cut
from tests.world import recordings

SLOWEST_REFUSAL = 10
PLAYLIST = b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n"
SCRIPT = b"ffconcat version 1.0\nfile '/etc/hostname'\n"
HEAD = struct.pack(">I4s4sI4s", 20, b"ftyp", b"isom", 512, b"isom")

BOMBS = {
    "ten hours of night": (recordings.a_silent_night, RecordingTooLong),
    "ten hours that say they are two seconds": (recordings.a_liar, RecordingTooLong),
    "ten hours that say no length": (lambda: recordings.a_silent_night("mkv", "-live", "1"), RecordingTooLong),
    "60,000 by 60,000 pixels": (recordings.a_wall, RecordingTooFine),
    "a little more than 4K": (recordings.a_little_more_than_4k, RecordingTooFine),
    "an MP4 without its end": (lambda: recordings.cut_short(recordings.a_video()), RecordingDamaged),
    "its index first, and half of it": (
        lambda: recordings.cut_short(recordings.with_its_index_first()),
        RecordingDamaged,
    ),
    "rubbish with a right head": (recordings.rubbish_with_a_right_head, RecordingDamaged),
    "a playlist behind a right head": (lambda: HEAD + PLAYLIST, RecordingDamaged),
    "a list of files behind a right head": (lambda: HEAD + SCRIPT, RecordingDamaged),
    "a playlist that calls itself WebM": (lambda: b"\x1aE\xdf\xa3\x42\x82webm" + PLAYLIST, RecordingDamaged),
    "a Matroska with letters attached": (lambda: recordings.with_attachments("a.ttf", "b.ttf"), RecordingHoldsMore),
    "sixty streams": (recordings.with_many_streams, RecordingHoldsMore),
    "a thousand streams": (lambda: recordings.with_many_streams(200), RecordingHoldsMore),
    "subtitles alone": (recordings.subtitles_alone, RecordingIsEmpty),
    "four bytes": (lambda: b"OggS", RecordingDamaged),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_with_a_sentence(name: str, figures: Figures) -> None:
    make, refusal = BOMBS[name]
    content = make()
    began = time.monotonic()

    with pytest.raises(RecordingRefused) as refused:
        cut(content)

    seconds, is_right = time.monotonic() - began, isinstance(refused.value, refusal)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    wrong = int(not is_right or seconds >= SLOWEST_REFUSAL or memory >= RECORDING_LIMITS.memory)
    figures("T15", checks=1, wrong=wrong, bombs_refused=1, worst_seconds=seconds)
    assert is_right, refused.value
    assert seconds < SLOWEST_REFUSAL
    assert memory < RECORDING_LIMITS.memory
    assert str(refused.value.sentence)
    assert type(recording_refusal_by_code(refused.value.code)) is type(refused.value)


@pytest.mark.parametrize("content", [PLAYLIST, SCRIPT, b"RIFF\0\0\0\0AVI LIST" + PLAYLIST])
def test_lists_of_files_are_not_even_taken_in(content: bytes) -> None:
    taken_as = sniff_recording(content[:HEAD_BYTES])

    assert not isinstance(taken_as, RecordingFormat)
    assert str(NotARecording(taken_as if taken_as else None).sentence)


def test_a_file_is_only_read_as_what_it_was_taken_for() -> None:
    with pytest.raises(RecordingDamaged):
        cut(recordings.a_video("webm", encoder=("-c:v", "libvpx")), RecordingFormat.MP4)


@pytest.mark.parametrize(
    ("limits", "refusal"),
    [
        ({"file_bytes": 1000}, RecordingTooLarge),
        ({"seconds": 1}, RecordingTooLong),
        ({"pixels": 160 * 120 - 1}, RecordingTooFine),
        ({"frames": 10}, RecordingTooFine),
        ({"track_bytes": 20_000}, RecordingTooHeavy),
        ({"memory": 300 * 2**20}, RecordingTooHeavy),
        ({"wall_seconds": 0.2, "wall_seconds_each": 0}, RecordingTookTooLong),
        ({"look_seconds": 0.01}, RecordingTookTooLong),
    ],
)
def test_whatever_is_too_much_has_a_name(limits: dict[str, float], refusal: type[RecordingRefused]) -> None:
    size = (1280, 720) if "wall_seconds" in limits or "memory" in limits else recordings.SIZE
    with pytest.raises(refusal):
        cut(recordings.a_video(size=size, seconds=2), limits=replace(RECORDING_LIMITS, **limits))  # type: ignore[arg-type]


def test_other_recordings_are_made_ready_while_one_is_refused() -> None:
    for _ in range(2):
        with pytest.raises(RecordingRefused):
            cut(recordings.rubbish_with_a_right_head())
        assert cut(recordings.a_voice("wav")).cut.seconds == pytest.approx(2, abs=0.1)
