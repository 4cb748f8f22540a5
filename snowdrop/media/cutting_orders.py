"""What FFmpeg is told to do, as arguments: look, measure, make the published video or voice, take a still."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from snowdrop.media.contents import Contents
from snowdrop.media.vocabulary import LONGEST_SIDE, MOST_FRAMES_A_SECOND, SHORTEST_SIDE, RecordingLimits

Arguments = tuple[str, ...]

_DECODERS: Final = (
    "h264,hevc,vp8,vp9,av1,libdav1d,mpeg4,h263,mjpeg,prores,"
    "aac,alac,mp3,mp3float,opus,libopus,vorbis,flac,amrnb,amrwb,"
    "pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_f32le,pcm_u8,pcm_mulaw,pcm_alaw"
)
"""What phones, cameras, browsers and voice recorders write; the several hundred others are not for strangers' files."""

_BARE: Final = (
    *("-map_metadata", "-1", "-map_chapters", "-1", "-dn", "-sn"),
    *("-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"),
)
"""Nothing goes over but pictures and sound: no place, no title, no device, no chapters, not even FFmpeg's own name."""

_INDEX_FIRST: Final = ("-movflags", "+faststart", "-write_tmcd", "0", "-protocol_whitelist", "fd", "-f", "mp4", "fd:")
"""MP4 whose index comes first, so that it can be sought in while it comes."""

_MOST_SOUND_BITS: Final = 128_000
_MOST_PICTURE_BITS: Final = 5_000_000
_LEAST_PICTURE_BITS: Final = 100_000
_LONGEST_STILL: Final = 1280
_CHANNELS_AND_RATES: Final = "channel_layouts=mono|stereo:sample_rates=48000|44100|32000|24000|22050|16000"
_TO_ORDINARY_RANGE: Final = (
    "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv"
)


def read(demuxer: str, source: int, limits: RecordingLimits, threads: int) -> Arguments:
    """The recording as the only input: read as what it was taken for, from an open file, by few decoders."""
    return (
        *("-protocol_whitelist", "fd", "-format_whitelist", demuxer, "-codec_whitelist", _DECODERS),
        *("-max_pixels", str(limits.pixels), "-max_streams", str(4 * limits.streams), "-threads", str(threads)),
        *("-f", demuxer, "-fd", str(source), "-i", "fd:"),
    )


def look(demuxer: str, source: int, limits: RecordingLimits) -> Arguments:
    """Lists what there is. FFmpeg then complains that it was told to make nothing, which is meant."""
    return (*_begin("info"), *read(demuxer, source, limits, 1))


def measure(demuxer: str, source: int, limits: RecordingLimits, telling: int) -> Arguments:
    """Reads to the end without decoding, to find out how long it is."""
    everything = ("-map", "0:V:0?", "-map", "0:a:0?", "-c", "copy", "-f", "null", "fd:")
    return (*_begin("error"), *_telling(telling), *read(demuxer, source, limits, 1), *everything)


def make_video(
    opened: Arguments, telling: int, limits: RecordingLimits, pictures: str, bits: int, threads: int
) -> Arguments:
    """H.264 and AAC in MP4. `pictures` are the filters, `bits` the most that a second of moving picture may take."""
    return (
        *(*_begin("error"), *_telling(telling), *opened),
        *("-map", "0:V:0", "-map", "0:a:0?", *_BARE, "-t", str(limits.seconds + 2)),
        *("-vf", pictures, "-fps_mode", "vfr"),
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-profile:v", "high", "-threads", str(threads)),
        *("-maxrate", str(bits), "-bufsize", str(2 * bits), "-g", str(3 * MOST_FRAMES_A_SECOND)),
        *("-bsf:v", "filter_units=remove_types=6"),  # what encoder and camera say beside the pictures (SEI)
        *(*_sound(_MOST_SOUND_BITS), *_INDEX_FIRST),
    )


def make_voice(opened: Arguments, telling: int, limits: RecordingLimits) -> Arguments:
    """AAC in MP4, in one channel or two."""
    return (
        *(*_begin("error"), *_telling(telling), *opened),
        *("-map", "0:a:0", *_BARE, "-t", str(limits.seconds + 2), *_sound(96_000), *_INDEX_FIRST),
    )


def take_still(source: int, at: float, limits: RecordingLimits) -> Arguments:
    """One picture of a published video as WebP: the most telling of the half second after `at` (seconds)."""
    fitting = f"scale='min({_LONGEST_STILL},iw)':'min({_LONGEST_STILL},ih)':force_original_aspect_ratio=decrease"
    return (
        *(*_begin("error"), "-ss", f"{at:.3f}", *read("mov", source, limits, 1)),
        *("-map", "0:V:0", *_BARE, "-vf", f"{fitting},thumbnail=15", "-frames:v", "1"),
        *("-c:v", "libwebp", "-quality", "80", "-f", "image2pipe", "fd:"),
    )


def picture_bits(seconds: float, limits: RecordingLimits) -> int:
    """Bits that a second of the moving picture may take: 5 million, less if it is so long that it would not fit."""
    room = int(limits.track_bytes * 8 * 0.9 / max(seconds, 1)) - _MOST_SOUND_BITS
    return max(_LEAST_PICTURE_BITS, min(_MOST_PICTURE_BITS, room))


def pictures(contents: Contents, to_ordinary_range: bool) -> str:
    """The filters that make of any picture an ordinary one: not too many, square pixels, not too large, SDR."""
    return ",".join(_filters(contents, to_ordinary_range))


def _filters(contents: Contents, to_ordinary_range: bool) -> Iterator[str]:
    if contents.rate is None or contents.rate > MOST_FRAMES_A_SECOND + 1:
        yield f"fps={_even_rate(contents.rate or MOST_FRAMES_A_SECOND):.6g}"
    if not contents.square_pixels:
        yield "scale='min(8192,max(2,iw*sar))':ih,setsar=1"
    width = f"if(gte(iw,ih),min({LONGEST_SIDE},iw),min({SHORTEST_SIDE},iw))"
    height = f"if(gte(iw,ih),min({SHORTEST_SIDE},ih),min({LONGEST_SIDE},ih))"
    yield f"scale='{width}':'{height}':force_original_aspect_ratio=decrease:force_divisible_by=2"
    if to_ordinary_range:
        yield _TO_ORDINARY_RANGE
    yield "format=yuv420p,setsar=1,sidedata=delete"


def _even_rate(rate: float) -> float:
    """Every frame, every second, every third: what leaves at most 30 in a second, at even distances."""
    return rate / math.ceil(rate / (MOST_FRAMES_A_SECOND + 1))


def _begin(loudness: str) -> Arguments:
    return ("-hide_banner", "-nostdin", "-nostats", "-y", "-v", loudness, "-max_alloc", str(1 << 28))


def _telling(to: int) -> Arguments:
    return ("-stats_period", "0.5", "-progress", f"pipe:{to}")


def _sound(bits: int) -> Arguments:
    return ("-af", f"aresample=async=1000,aformat={_CHANNELS_AND_RATES}", "-c:a", "aac", "-b:a", str(bits))
