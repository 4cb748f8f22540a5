"""Captions: WebVTT or SRT goes in, clean WebVTT comes out, and what cannot be read is named with its line."""

from __future__ import annotations

import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from snowdrop.media.captions import LONGEST, read_captions
from snowdrop.media.refusals import NotCaptions

ONE = "WEBVTT\n\n00:00:00.200 --> 00:00:00.900\nSleep well, Ilse.\n"


@pytest.mark.parametrize(
    ("words", "clean"),
    [
        (ONE, ONE),
        ("\ufeff" + ONE.replace("\n", "\r\n"), ONE),
        ("1\n00:00:00,200 --> 00:00:00,900\nSleep well, Ilse.\n\n", ONE),
        ("00:00:00,200 --> 00:00:00,900\nSleep well, Ilse.", ONE),
        (
            "WEBVTT\n\nNOTE from the ward\n\nSTYLE\n::cue { color: red }\n\nthe first\n00:00.200 --> 00:00.900\n"
            "Sleep well, Ilse.\n",
            ONE,
        ),
        (
            "WEBVTT\n\n00:02.000 --> 00:03.000 line:0 align:start\n<v Mother>Again\n\n00:01.000 --> 00:02.000\nOnce",
            "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nOnce\n\n"
            "00:00:02.000 --> 00:00:03.000 line:0 align:start\n<v Mother>Again\n",
        ),
    ],
)
def test_captions_come_out_clean(words: str, clean: str) -> None:
    assert read_captions(words) == clean


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "There are no captions here."),
        ("WEBVTT\n\n", "There are no captions here."),
        ("Sleep well", "Line 1: it has words without times."),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nOnce\n\nAgain", "Line 6: it has words without times."),
        ("WEBVTT\n\n00:01 --> 00:02\nOnce", "Line 3: its times cannot be read."),
        ("WEBVTT\n\nfirst\n00:01.000 --> 00:99.000\nOnce", "Line 4: its times cannot be read."),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nOnce", "Line 3: it ends before it begins."),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nOnce\n00:03.000 --> 00:04.000\nAgain", "Line 5: an empty line is missing"),
        ("1\n00:00:xx,000 --> 00:00:02,000\nOnce", "Line 2: its times cannot be read."),
        ("WEBVTT\n\n00:01.000 --> 00:02.000 wide:9\nOnce", "Line 3: its times cannot be read."),
        ("WEBVTT" + " " * LONGEST, "These captions are too long."),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(words: str, sentence: str) -> None:
    with pytest.raises(NotCaptions) as refused:
        read_captions(words)

    assert str(refused.value.sentence).startswith(sentence)


@given(st.text(alphabet=st.sampled_from("WEBVT10:.,->\n ab<&\ufeff\x00\u2028"), max_size=200))
def test_whatever_is_written_is_clean_or_refused(words: str) -> None:
    try:
        clean = read_captions(words)
    except NotCaptions:
        return
    assert len(webvtt.from_string(clean, strict=True).captions) >= 1
