"""What a file is, from its first bytes; and the sentence for each kind that is not taken in."""

from __future__ import annotations

import struct
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snowdrop.media.refusals import NotAPicture, NotARecording
from snowdrop.media.sniff import HEAD_BYTES, sniff, sniff_recording
from snowdrop.media.vocabulary import Format, OtherKind, RecordingFormat
from tests.world import photographs, recordings


def boxes(leading: bytes, *others: bytes) -> bytes:
    brands = leading + b"\0\0\0\0" + b"".join(others)
    return struct.pack(">I", 8 + len(brands)) + b"ftyp" + brands + b"\0\0\0\x20free"


@pytest.mark.parametrize("taken_as", Format)
def test_every_accepted_format_is_known_by_its_beginning(taken_as: Format) -> None:
    assert sniff(photographs.a_photograph(taken_as, size=(40, 30))[:HEAD_BYTES]) is taken_as


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (photographs.a_renamed_pdf(), OtherKind.PDF),
        (photographs.a_gif(), OtherKind.GIF),
        (photographs.a_polyglot("archive"), OtherKind.GIF),
        (photographs.a_drawing_with_a_script(), OtherKind.MARKUP),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><html>", OtherKind.MARKUP),
        (boxes(b"isom", b"avc1"), OtherKind.VIDEO),
        (boxes(b"qt  "), OtherKind.VIDEO),
        (boxes(b"M4A ", b"isom"), OtherKind.SOUND),
        (boxes(b"crx "), OtherKind.RAW),
        (b"PK\x03\x04\x14\0", OtherKind.ARCHIVE),
        (b"II*\0\x08\0\0\0", OtherKind.TIFF),
        (b"II*\0\x08\0\0\0" + bytes(40) + b"Adobe DNG Converter", OtherKind.RAW),
        (b"II*\0\x10\0\0\0CR\x02\0", OtherKind.RAW),
        (b"MZ\x90\0", OtherKind.PROGRAM),
        (b"\x7fELF\x02", OtherKind.PROGRAM),
        (b"RIFF\0\0\0\0WAVE", OtherKind.SOUND),
        (b"RIFF\0\0\0\0AVI ", OtherKind.VIDEO),
        (b"RIFF\0\0\0\0ACON", None),
        (boxes(b"mif1", b"heic"), Format.HEIC),
        (boxes(b"mif1", b"avif", b"miaf"), Format.AVIF),
        (boxes(b"heix", b"mif1"), Format.HEIC),
        (b"", None),
        (b"just words", None),
    ],
)
def test_other_files_are_known_for_what_they_are(head: bytes, kind: object) -> None:
    assert sniff(head[:HEAD_BYTES]) is kind


@given(st.binary(max_size=HEAD_BYTES) | st.builds(lambda more: b"\0\0\0\x20ftyp" + more, st.binary(max_size=64)))
def test_sniffing_never_fails(head: bytes) -> None:
    sniff(head)


@pytest.mark.parametrize("kind", [*OtherKind, None])
def test_every_refused_kind_has_a_sentence_that_says_what_to_do(kind: OtherKind | None) -> None:
    sentence = str(NotAPicture(kind).sentence)
    assert sentence.startswith("This file")
    assert sentence.endswith("Photographs can be JPEG, PNG, WebP, HEIC or AVIF.")
    assert "!" not in sentence


RECORDINGS: dict[RecordingFormat, Callable[[], bytes]] = {
    RecordingFormat.MP4: recordings.a_video,
    RecordingFormat.MOV: lambda: recordings.a_video("mov"),
    RecordingFormat.MATROSKA: lambda: recordings.a_video("mkv"),
    RecordingFormat.WEBM: lambda: recordings.a_video("webm", encoder=("-c:v", "libvpx", "-c:a", "libopus")),
    RecordingFormat.WEBM_SOUND: recordings.a_voice_of_a_browser,
    RecordingFormat.MP3: lambda: recordings.a_voice("mp3"),
    RecordingFormat.M4A: lambda: recordings.a_voice("m4a", "-c:a", "aac"),
    RecordingFormat.AAC: lambda: recordings.a_voice("aac"),
    RecordingFormat.OGG: lambda: recordings.a_voice("ogg", "-c:a", "libopus"),
    RecordingFormat.WAV: lambda: recordings.a_voice("wav"),
}


@pytest.mark.parametrize("taken_as", RecordingFormat)
def test_every_accepted_recording_is_known_by_its_beginning(taken_as: RecordingFormat) -> None:
    assert sniff_recording(RECORDINGS[taken_as]()[:HEAD_BYTES]) is taken_as


def test_a_song_without_a_note_on_its_cover_is_known_too() -> None:
    bare = recordings.a_voice("mp3", "-id3v2_version", "0", "-write_xing", "0")
    assert sniff_recording(bare[:HEAD_BYTES]) is RecordingFormat.MP3


@pytest.mark.parametrize(
    ("head", "kind", "sentence"),
    [
        (photographs.a_photograph(size=(40, 30)), Format.JPEG, "This file seems to be a photograph."),
        (boxes(b"heic", b"mif1"), Format.HEIC, "This file seems to be a photograph."),
        (b"RIFF\0\0\0\0AVI LIST", OtherKind.VIDEO, "This file seems to be a recording of a kind"),
        (b"fLaC\0\0\0\x22", OtherKind.SOUND, "This file seems to be a recording of a kind"),
        (b"#EXTM3U\n#EXTINF:1,", None, "This file does not seem to be a video"),
        (b"", None, "This file does not seem to be a video"),
        (b"\xff\xfeU\0T\0F\0", None, "This file does not seem to be a video"),
    ],
)
def test_what_is_no_recording_is_told_so(head: bytes, kind: Format | OtherKind | None, sentence: str) -> None:
    assert sniff_recording(head[:HEAD_BYTES]) is kind
    assert str(NotARecording(kind).sentence).startswith(sentence)


@given(st.binary(max_size=HEAD_BYTES))
def test_no_beginning_is_too_strange_for_recordings(head: bytes) -> None:
    sniff_recording(head)
