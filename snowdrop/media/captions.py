"""Reads captions, WebVTT or SRT, and writes them anew as WebVTT that holds nothing but times and words."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import webvtt
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from webvtt.errors import MalformedCaptionError, MalformedFileError

from snowdrop.media.refusals import NotCaptions

LONGEST: Final = 400_000
"""Signs. An hour of talk takes about 80 thousand with its times."""

_HEADER: Final = "WEBVTT"
_LEFT_OUT: Final = ("NOTE", "STYLE", "REGION")
_ARROW: Final = "-->"


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that stand together, and the number of the first."""

    line: int
    lines: tuple[str, ...]


def read_captions(words: str) -> str:
    """The captions as clean WebVTT: remarks, styles and names of cues are left out, SRT is turned into it.

    Raises NotCaptions with a sentence that names the line.
    """
    if len(words) > LONGEST:
        raise NotCaptions(_("These captions are too long. Leave out what is not said."))
    blocks = list(_blocks(words))
    is_webvtt = bool(blocks) and blocks[0].lines[0].split(maxsplit=1)[0] == _HEADER
    cues = [_cue(block, is_webvtt) for block in blocks[is_webvtt:] if not _is_left_out(block, is_webvtt)]
    if not cues:
        raise NotCaptions(_("There are no captions here. Each begins with its times: 00:01.000 --> 00:04.000"))
    cues.sort(key=lambda cue: cue.start)
    return str(webvtt.WebVTT(captions=cues).content)


def _blocks(words: str) -> Iterator[_Block]:
    lines = words.removeprefix("\ufeff").replace("\x00", "").splitlines()
    first, block = 0, list[str]()
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            first = first if block else number
            block.append(line.rstrip())
        elif block:
            yield _Block(first, tuple(block))
            block = []


def _is_left_out(block: _Block, is_webvtt: bool) -> bool:
    return is_webvtt and _ARROW not in "".join(block.lines) and block.lines[0].split()[0] in _LEFT_OUT


def _cue(block: _Block, is_webvtt: bool) -> webvtt.Caption:
    """The one cue of a block, as the library reads it. Raises NotCaptions."""
    timed = [at for at, line in enumerate(block.lines) if _ARROW in line]
    if not timed:
        raise _refusal(
            block.line, _("it has words without times. There is an empty line too many, or times are missing")
        )
    if len(timed) > 1:
        raise _refusal(block.line + timed[1], _("an empty line is missing before it"))
    try:
        found = list(_read(block, is_webvtt, timed[0]))
    except (MalformedCaptionError, MalformedFileError):
        found = []
    if len(found) != 1:
        raise _refusal(
            block.line + timed[0], _("its times cannot be read. They are written as 00:01.000 --> 00:04.000")
        )
    cue = found[0]
    if not cue.start_time < cue.end_time:
        raise _refusal(block.line + timed[0], _("it ends before it begins"))
    return webvtt.Caption(cue.start, cue.end, cue.lines, settings=cue.settings)


def _read(block: _Block, is_webvtt: bool, timed: int) -> Iterator[webvtt.Caption]:
    if is_webvtt:
        yield from webvtt.WebVTT.from_string("\n".join((_HEADER, "", *block.lines[timed:])), strict=True)
    else:
        numbered = "\n".join(("1", *block.lines[timed:]))
        yield from webvtt.WebVTT.from_buffer(io.StringIO(numbered), format="srt")


def _refusal(line: int, problem: str | Promise) -> NotCaptions:
    return NotCaptions(_("Line %(line)d: %(problem)s.") % {"line": line, "problem": problem})
