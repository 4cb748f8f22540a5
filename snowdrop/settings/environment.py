"""What an operator may set, read from the environment once; a wrong value is refused with a sentence that names it."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


class WrongSetting(SystemExit):
    """A setting cannot be used; the sentence says which one and why."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings of one instance. Folders are absolute; `address` has no slash at its end.

    `keys` is where the instance key lies, apart from backups of `data`. `proxies` is how many servers of the operator's
    own stand in front of this one.
    """

    data: Path
    keys: Path
    address: str
    proxies: int
    developing: bool
    database: str
    mail: str
    mail_from: str
    site_name: str
    leave_to: str
    secret: str

    @property
    def media(self) -> Path:
        """Where sealed photographs lie."""
        return self.data / "media"

    @property
    def published(self) -> Path:
        """Where published documents lie; it can be emptied at any time."""
        return self.data / "published"

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
    proxies = given.get("SNOWDROP_PROXIES", "0")
    if not (proxies.isascii() and proxies.isdigit()):
        raise WrongSetting(f"SNOWDROP_PROXIES is {proxies!r}; it must be a number, 0 or more.")
    keys = Path(given.get("SNOWDROP_KEYS") or data / "keys").resolve()
    return Environment(
        data=data,
        keys=keys,
        proxies=int(proxies),
        address=address,
        developing=developing == "yes",
        database=given.get("SNOWDROP_DATABASE", ""),
        mail=given.get("SNOWDROP_MAIL", ""),
        mail_from=given.get("SNOWDROP_MAIL_FROM") or f"no-reply@{urlsplit(address).hostname}",
        site_name=given.get("SNOWDROP_NAME", "Snowdrop"),
        leave_to=given.get("SNOWDROP_LEAVE_TO", "https://www.wikipedia.org/"),
        secret=given.get("SNOWDROP_SECRET") or _kept_secret(keys / "secret.txt"),
    )


def listening_address(words: Sequence[str]) -> str:
    """Where an instance without an address of its own is found: here, at the port that `run` is asked for.

    `serve` may stand behind another server: it takes its address from the operator alone.
    """
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--port", nargs="?", default="", const="")
    port = str(parser.parse_known_args(words)[0].port) if "run" in words[:2] else ""
    return f"http://localhost:{port if port.isascii() and port.isdigit() else 8000}"


def _kept_secret(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(handle, "w") as file:
        file.write(secret := secrets.token_urlsafe(48))
    return secret
