"""Real videos and voice notes from real encoders, with all that phones write into them, and broken or hostile ones."""

from __future__ import annotations

import io
import struct
import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Final

import imageio_ffmpeg
from PIL import Image

TITLE: Final = "canary title by the lake"
PLACE: Final = "+54.4321+009.8765/"
DEVICE: Final = "Meadowlark M7"
CHAPTER: Final = "canary chapter"
TRACES: Final = tuple(text.encode() for text in (TITLE, PLACE, "54.4321", DEVICE, CHAPTER, "\xa9xyz", "com.apple"))
"""Byte strings of which none may be found in what is published."""

CORNERS: Final = ((200, 30, 30), (30, 160, 40), (40, 60, 200), (220, 200, 60))
"""Red, green, blue and yellow: upper left, upper right, lower left, lower right of the scene as it should be seen."""

SIZE: Final = (160, 120)


def ffmpeg(*arguments: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Runs the real FFmpeg, without walls: the independent encoder and reader of these tests."""
    words = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-y", *map(str, arguments)]
    return subprocess.run(words, input=given, capture_output=True, check=False, timeout=300)


@lru_cache(maxsize=64)
def made(ending: str, *arguments: str, given: bytes = b"") -> bytes:
    """The file that FFmpeg makes by these arguments; its ending says what it is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"recording.{ending}"
        ended = ffmpeg("-v", "error", *arguments, path, given=given)
        assert ended.returncode == 0, ended.stderr.decode()
        return path.read_bytes()


def the_scene(size: tuple[int, int] = SIZE) -> Image.Image:
    """Four fields of colour, so that every turn shows."""
    scene = Image.new("RGB", (2, 2))
    scene.putdata(CORNERS)
    return scene.resize(size, Image.Resampling.NEAREST)


def a_video(
    ending: str = "mp4",
    *,
    encoder: tuple[str, ...] = ("-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac"),
    size: tuple[int, int] = SIZE,
    seconds: float = 2,
    rate: int = 25,
    pixels: str = "yuv420p",
    sound: bool = True,
    turned: int = 0,
    more: tuple[str, ...] = (),
    seed: int = 0,
    megabytes: float = 0,
) -> bytes:
    """A video of the scene with a hum. `turned`: the degrees by which a player has to turn it, clockwise.

    Each seed hums another note. With `megabytes` it is so large, by room left free in an MP4.
    """
    stored = the_scene(size).rotate(turned, expand=True)
    picture = io.BytesIO()
    stored.save(picture, "PNG")
    hum = ("-f", "lavfi", "-i", f"sine=frequency={330 + 20 * seed}:duration={seconds}") if sound else ()
    video = made(
        ending,
        *("-loop", "1", "-framerate", str(rate), "-t", str(seconds), "-f", "png_pipe", "-i", "-"),
        *(*hum, *encoder, "-pix_fmt", pixels, *more),
        given=picture.getvalue(),
    )
    if turned:
        video = _told_to_turn(video, ending, turned)
    room = int(megabytes * 2**20) - len(video)
    return video + struct.pack(">I4s", room, b"free") + bytes(room - 8) if room > 8 else video


def a_phone_video(ending: str = "mov", *, turned: int = 90, **more: object) -> bytes:
    """HEVC in MOV as a phone writes it: held upright, with place, title, device and chapters."""
    told = _with_chapters()
    encoder = ("-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none", "-tag:v", "hvc1")
    video = a_video(ending, encoder=(*encoder, "-c:a", "aac"), turned=turned, **more)  # type: ignore[arg-type]
    notes = {"title": TITLE, "location": PLACE, "com.apple.quicktime.location.ISO6709": PLACE, "model": DEVICE}
    return _again(
        video,
        ending,
        *("-f", "ffmetadata", "-i", told, "-map", "0", "-map_chapters", "1", "-c", "copy"),
        *(word for name, value in notes.items() for word in ("-metadata", f"{name}={value}")),
        *("-metadata:s:v", f"title={TITLE}"),
    )


def a_voice(ending: str, *encoder: str, seconds: float = 2) -> bytes:
    """A hum, as a voice note: "mp3", "wav", "ogg", "m4a", "aac", "webm"."""
    return made(ending, "-f", "lavfi", "-i", f"sine=duration={seconds}", *encoder, "-metadata", f"title={TITLE}")


def a_voice_of_a_browser(seconds: float = 2) -> bytes:
    """Opus in WebM without a length, as a browser's recorder writes it."""
    return a_voice("webm", "-c:a", "libopus", "-live", "1", seconds=seconds)


def a_bright_video() -> bytes:
    """Ten bits of high dynamic range (HLG), as phones film."""
    range_of_it = "log-level=none:colorprim=bt2020:transfer=arib-std-b67:colormatrix=bt2020nc"
    colours = ("-color_primaries", "bt2020", "-color_trc", "arib-std-b67", "-colorspace", "bt2020nc")
    encoder = ("-c:v", "libx265", "-preset", "ultrafast", "-x265-params", range_of_it, *colours, "-tag:v", "hvc1")
    return a_video("mov", encoder=encoder, pixels="yuv420p10le", sound=False)


def a_silent_night(ending: str = "mp4", *more: str, hours: int = 10) -> bytes:
    """Hours of black in a few hundred kilobytes."""
    black = f"color=black:size=32x32:rate=1:duration={hours * 3600}"
    return made(ending, "-f", "lavfi", "-i", black, "-c:v", "libx264", "-preset", "ultrafast", *more)


def a_liar() -> bytes:
    """Hours of black whose every header says two seconds."""
    video = bytearray(a_silent_night())
    for box, place in ((b"mvhd", 20), (b"mdhd", 20), (b"tkhd", 24)):
        at = video.index(box)
        scale = int.from_bytes(video[at + 16 : at + 20], "big") if box != b"tkhd" else 1000
        video[at + place : at + place + 4] = (2 * scale).to_bytes(4, "big")
    at = video.index(b"elst")
    video[at : at + 4] = b"free"
    return bytes(video)


def a_wall(side: int = 60_000) -> bytes:
    """A video whose every picture says that it is far larger than anything that anybody films."""
    video = bytearray(a_video("mov", encoder=("-c:v", "mjpeg"), sound=False))
    start_of_frame = b"\xff\xc0\x00\x11\x08"
    at = video.find(start_of_frame)
    assert at > 0
    while at >= 0:
        video[at + 5 : at + 9] = struct.pack(">HH", side, side)
        at = video.find(start_of_frame, at + 1)
    return bytes(video)


def a_little_more_than_4k() -> bytes:
    """A real video of 10.3 megapixels."""
    return a_video("mov", encoder=("-c:v", "mjpeg"), size=(4096, 2512), seconds=0.4, rate=5, sound=False)


def cut_short(content: bytes, share: float = 0.5) -> bytes:
    """Only the beginning of a file."""
    return content[: int(len(content) * share)]


def with_its_index_first(**more: object) -> bytes:
    """An MP4 that can be played while it comes, and so also when its end is missing."""
    return a_video(more=("-movflags", "+faststart"), seconds=8, **more)  # type: ignore[arg-type]


def rubbish_with_a_right_head() -> bytes:
    """It begins like an MP4, and goes on like nothing."""
    return struct.pack(">I4s4sI4s", 20, b"ftyp", b"isom", 512, b"isom") + bytes(range(256)) * 4000


def with_attachments(*names: str) -> bytes:
    """A Matroska video to which files are attached."""
    with tempfile.TemporaryDirectory() as folder:
        font = Path(folder) / "letters.ttf"
        font.write_bytes(b"\0\1\0\0" + bytes(5000))
        return made("mkv", *_colour(), *(word for _ in names for word in ("-attach", str(font))), *_of_fonts(names))


def with_many_streams(count: int = 60) -> bytes:
    """A Matroska file of very many small pictures that run beside each other."""
    return made("mkv", *_colour(), *(word for _ in range(count) for word in ("-map", "0:v")), "-c:v", "mjpeg")


def subtitles_alone() -> bytes:
    """A Matroska file in which there are only words."""
    return made("mkv", "-f", "srt", "-i", "-", given=b"1\n00:00:00,000 --> 00:00:01,000\nSleep well\n\n")


def _of_fonts(names: tuple[str, ...]) -> list[str]:
    return [
        word
        for number, name in enumerate(names)
        for word in (f"-metadata:s:t:{number}", f"filename={name}", f"-metadata:s:t:{number}", "mimetype=font/ttf")
    ]


def _colour(size: str = "64x64", seconds: int = 1) -> tuple[str, ...]:
    return ("-f", "lavfi", "-i", f"color=gray:size={size}:rate=5:duration={seconds}")


def _told_to_turn(video: bytes, ending: str, turned: int) -> bytes:
    """The same, with a note that players have to turn it (FFmpeg counts against the clock)."""
    with tempfile.TemporaryDirectory() as folder:
        lying, turning = Path(folder) / f"lying.{ending}", Path(folder) / f"turning.{ending}"
        lying.write_bytes(video)
        ffmpeg("-v", "error", "-display_rotation", str(-turned), "-i", lying, "-c", "copy", turning)
        return turning.read_bytes()


def _again(video: bytes, ending: str, *arguments: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / f"before.{ending}", Path(folder) / f"after.{ending}"
        before.write_bytes(video)
        ended = ffmpeg("-v", "error", "-i", before, *arguments, after)
        assert ended.returncode == 0, ended.stderr.decode()
        return after.read_bytes()


@lru_cache(maxsize=1)
def _with_chapters() -> str:
    path = Path(tempfile.mkdtemp()) / "chapters.txt"
    path.write_text(f";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1000\ntitle={CHAPTER}\n")
    return str(path)
