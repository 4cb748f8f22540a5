"""What an operator may set, read from the environment once; a wrong value is refused with a sentence that names it."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import available_timezones

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class WrongSetting(SystemExit):
    """A setting cannot be used; the sentence says which one and why."""


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket of an object storage that speaks S3, and what opens it; `endpoint` has no slash at its end."""

    endpoint: str
    name: str
    region: str
    access_key: str
    secret_file: Path
    secret: str = field(repr=False)

    @property
    def address(self) -> str:
        """Where strangers would look for it."""
        return f"{self.endpoint}/{self.name}"


@dataclass(frozen=True, slots=True)
class Staffed:
    """When somebody who keeps people safe is there: weekdays (0 is Monday) with their hours, on the clocks of `zone`.

    An end that is not after its beginning is on the day after.
    """

    spans: tuple[tuple[int, time, time], ...]
    zone: str


@dataclass(frozen=True, slots=True)
class Copies:
    """Where copies of an instance go. `backups` (or `backups_bucket`) and `keys` are where `backup` puts what it makes.

    `second` and `second_keys` are folders that are kept like those of the data and of the keys all the time.
    """

    backups: Path | None = None
    backups_bucket: Bucket | None = None
    keys: Path | None = None
    second: Path | None = None
    second_keys: Path | None = None


@dataclass(frozen=True, slots=True)
class Siege:
    """When forms are asked for a moment: `mode` "auto", "always" or "off" (docs/decisions/0028).

    `share`: forms in ten seconds, from one network to one page, beyond which that network is asked.
    """

    mode: str
    share: int = 60


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings of one instance. Folders are absolute; `address` has no slash at its end.

    `keys` is where the keys lie, apart from backups of `data`. `media_bucket` and `keys_bucket` take the place of
    folders where several machines share them. `proxies` is how many servers of the operator's own stand in front of
    this one. `ffmpeg` is the program that makes videos ready; without one, Snowdrop has its own. `support_lines`
    is a file of support lines of the operator's own, or nothing; `staffed_hours` None where there are none.
    `metrics_port` is where programs of the operator's read figures, on this computer alone; 0 where none do.
    `siege` says when forms are asked for a moment (front/siege.py).
    """

    data: Path
    keys: Path
    media_bucket: Bucket | None
    keys_bucket: Bucket | None
    address: str
    proxies: int
    developing: bool
    database: str
    mail: str
    mail_from: str
    mail_bounces: str
    site_name: str
    discreet_name: str
    leave_to: str
    secret: str
    ffmpeg: str
    support_lines: str
    staffed_hours: Staffed | None
    copies: Copies
    metrics_port: int
    siege: Siege

    @property
    def media(self) -> Path:
        """Where sealed photographs, clips and voices lie, unless they lie in a bucket."""
        return self.data / "media"

    @property
    def published(self) -> Path:
        """Where published documents lie; it can be emptied at any time."""
        return self.data / "published"

    @property
    def running(self) -> Path:
        """Where the processes of this machine tell how they run; it can be emptied while nothing serves."""
        return self.data / "running"

    @property
    def secure(self) -> bool:
        """Whether people reach the instance over https."""
        return self.address.startswith("https://")


def read_environment(given: Mapping[str, str] = os.environ, words: Sequence[str] = sys.argv) -> Environment:
    """Reads every SNOWDROP_… setting; `words` are those of the command. Raises WrongSetting."""
    data = Path(given.get("SNOWDROP_DATA", "data")).resolve()
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    address = given.get("SNOWDROP_ADDRESS", listening_address(words)).rstrip("/")
    if not address.startswith(("http://", "https://")):
        raise WrongSetting(f"SNOWDROP_ADDRESS is {address!r}; it must begin with http:// or https://.")
    developing = given.get("SNOWDROP_DEVELOPING", "yes" if urlsplit(address).hostname == "localhost" else "no")
    if developing not in {"yes", "no"}:
        raise WrongSetting(f"SNOWDROP_DEVELOPING is {developing!r}; it must be yes or no.")
    ffmpeg = given.get("SNOWDROP_FFMPEG", "")
    if ffmpeg and not (Path(ffmpeg).is_file() and os.access(ffmpeg, os.X_OK)):
        raise WrongSetting(f"SNOWDROP_FFMPEG is {ffmpeg!r}; it must be a program that this user may run.")
    keys = Path(given.get("SNOWDROP_KEYS") or data / "keys").resolve()
    media_bucket, keys_bucket = _bucket(given, "SNOWDROP_S3"), _bucket(given, "SNOWDROP_KEYS_S3")
    if media_bucket and keys_bucket and media_bucket.address == keys_bucket.address:
        raise WrongSetting("SNOWDROP_KEYS_S3 must be a bucket of its own: keys are kept apart from what they open.")
    return Environment(
        data=data,
        keys=keys,
        media_bucket=media_bucket,
        keys_bucket=keys_bucket,
        proxies=_proxies(given.get("SNOWDROP_PROXIES", "0")),
        address=address,
        developing=developing == "yes",
        database=given.get("SNOWDROP_DATABASE", ""),
        mail=given.get("SNOWDROP_MAIL", ""),
        mail_from=given.get("SNOWDROP_MAIL_FROM") or f"no-reply@{urlsplit(address).hostname}",
        mail_bounces=given.get("SNOWDROP_MAIL_BOUNCES", ""),
        site_name=given.get("SNOWDROP_NAME", "Snowdrop"),
        discreet_name=given.get("SNOWDROP_DISCREET_NAME", "Notes"),
        leave_to=given.get("SNOWDROP_LEAVE_TO", "https://www.wikipedia.org/"),
        ffmpeg=ffmpeg,
        support_lines=_support_lines(given.get("SNOWDROP_SUPPORT_LINES", "")),
        staffed_hours=_staffed(given.get("SNOWDROP_STAFFED_HOURS", "")),
        copies=_copies(given, data, keys),
        metrics_port=_port(given.get("SNOWDROP_METRICS_PORT", "0")),
        siege=_siege(given.get("SNOWDROP_SIEGE", "auto")),
        secret=given.get("SNOWDROP_SECRET") or _kept_secret(keys / "secret.txt"),
    )


def with_database(address: str, given: Mapping[str, str] = os.environ) -> dict[str, str]:
    """What a process is started with for which the database is another, and everything else the same."""
    return {**given, "SNOWDROP_DATABASE": address}


def listening_address(words: Sequence[str]) -> str:
    """Where an instance without an address of its own is found: here, at the port that `run` is asked for.

    `serve` may stand behind another server: it takes its address from the operator alone.
    """
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--port", nargs="?", default="", const="")
    port = str(parser.parse_known_args(words)[0].port) if "run" in words[:2] else ""
    return f"http://localhost:{port if port.isascii() and port.isdigit() else 8000}"


def _folder(given: Mapping[str, str], name: str) -> Path | None:
    return Path(given[name]).resolve() if given.get(name) else None


def _copies(given: Mapping[str, str], data: Path, keys: Path) -> Copies:
    """A second copy is of the embedded database, in folders of its own, its keys apart. Raises WrongSetting."""
    second, its_keys = _folder(given, "SNOWDROP_SECOND_COPY"), _folder(given, "SNOWDROP_SECOND_COPY_OF_KEYS")
    if second and given.get("SNOWDROP_DATABASE", "").startswith("postgres"):
        raise WrongSetting(
            "SNOWDROP_SECOND_COPY is for the embedded database. PostgreSQL keeps a second copy by itself: a streaming"
            " replica (docs/running.md)."
        )
    if its_keys and not second:
        raise WrongSetting("SNOWDROP_SECOND_COPY_OF_KEYS needs SNOWDROP_SECOND_COPY.")
    copies = [folder for folder in (second, its_keys) if folder]
    for one, other in [(copy, other) for copy in copies for other in (data, keys)] + list(pairwise(copies)):
        if one.is_relative_to(other) or other.is_relative_to(one):
            raise WrongSetting(f"SNOWDROP_SECOND_COPY: {one} and {other} must be apart, neither inside the other.")
    return Copies(
        backups=_folder(given, "SNOWDROP_BACKUPS"),
        backups_bucket=_bucket(given, "SNOWDROP_BACKUPS_S3"),
        keys=_folder(given, "SNOWDROP_BACKUPS_OF_KEYS"),
        second=second,
        second_keys=its_keys,
    )


def _proxies(said: str) -> int:
    if not (said.isascii() and said.isdigit()):
        raise WrongSetting(f"SNOWDROP_PROXIES is {said!r}; it must be a number, 0 or more.")
    return int(said)


def _port(said: str) -> int:
    if not (said.isascii() and said.isdigit() and int(said) < 65536):
        raise WrongSetting(f"SNOWDROP_METRICS_PORT is {said!r}; it must be the number of a port that is free.")
    return int(said)


def _siege(said: str) -> Siege:
    """`auto`, `always`, `off`, or a number: auto, with so many from one network. Raises WrongSetting."""
    if said in {"auto", "always", "off"}:
        return Siege(said)
    if not (said.isascii() and said.isdigit() and int(said) > 0):
        raise WrongSetting(f"SNOWDROP_SIEGE is {said!r}; it must be auto, always, off, or a number.")
    return Siege("auto", int(said))


def _support_lines(said: str) -> str:
    if said and not Path(said).is_file():
        raise WrongSetting(f"SNOWDROP_SUPPORT_LINES is {said!r}; it must be a file that this user may read.")
    return said


def _staffed(said: str) -> Staffed | None:
    """`mon tue wed 09:00-17:00; sat 10:00-12:00 Europe/Berlin`. Raises WrongSetting."""
    if not said:
        return None
    hours, _, zone = said.strip().rpartition(" ")
    try:
        spans = tuple(span for part in hours.split(";") for span in _spans(part.split()))
        if zone not in available_timezones():
            raise ValueError
    except (ValueError, IndexError):
        raise WrongSetting(
            f"SNOWDROP_STAFFED_HOURS is {said!r}; it must look like"
            " “mon tue wed thu fri 09:00-17:00; sat 10:00-12:00 Europe/Berlin”."
        ) from None
    return Staffed(tuple(sorted(spans)), zone)


def _spans(words: list[str]) -> Iterator[tuple[int, time, time]]:
    begins, ends = (time.fromisoformat(hour) for hour in words[-1].split("-"))
    if len(words) < 2:
        raise ValueError
    for day in words[:-1]:
        yield _WEEKDAYS.index(day), begins, ends


def _bucket(given: Mapping[str, str], name: str) -> Bucket | None:
    """`https://access-key@host/bucket?region=…`; the secret lies in a file of its own. Raises WrongSetting."""
    url = urlsplit(given.get(name, ""))
    if not url.geturl():
        return None
    asked = parse_qs(url.query)
    parts = (url.hostname, url.username, url.path.strip("/"))
    if (
        url.scheme not in {"https", "http"}
        or not all(parts)
        or "/" in parts[2]
        or url.password
        or asked.keys() - {"region"}
    ):
        raise WrongSetting(f"{name} must look like https://access-key@s3.example.org/bucket?region=eu-central-1.")
    secret = Path(given.get(f"{name}_SECRET", ""))
    if not secret.is_file():
        raise WrongSetting(f"{name}_SECRET must name the file in which the secret of {name} lies.")
    if find_spec("obstore") is None:
        raise WrongSetting(f"{name} needs what `sh scripts/bootstrap.sh s3` installs.")
    host = url.netloc.rpartition("@")[2]
    return Bucket(
        endpoint=f"{url.scheme}://{host}",
        name=parts[2],
        region=asked.get("region", ["us-east-1"])[0],
        access_key=unquote(url.username or ""),
        secret_file=secret,
        secret=secret.read_text().strip(),
    )


def _kept_secret(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(handle, "w") as file:
        file.write(secret := secrets.token_urlsafe(48))
    return secret
