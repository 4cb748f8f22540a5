"""Where the database is: one setting, as a URL, becomes what Django connects with."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from snowdrop.settings.environment import WrongSetting

EMBEDDED: Final = "snowdrop.sqlite3"
"""The file of the embedded database, in the folder of data."""
_ASKED: Final = frozenset({"host", "sslmode", "sslrootcert", "sslcert", "sslkey"})
"""What may stand behind the question mark: the folder of a socket, and how PostgreSQL is reached over TLS."""


def database(said: str, data: Path) -> dict[str, Any]:
    """What Django connects with. Nothing, or sqlite:///, is the embedded database. Raises WrongSetting."""
    url = urlsplit(said)
    if not said or url.scheme == "sqlite":
        return _sqlite(url, data)
    if url.scheme in {"postgres", "postgresql"}:
        return _postgresql(url)
    raise WrongSetting(
        "SNOWDROP_DATABASE must begin with postgresql:// or sqlite:/// (leave it out for the embedded database)."
    )


def _sqlite(url: SplitResult, data: Path) -> dict[str, Any]:
    """`sqlite:///srv/snowdrop.sqlite3` is the file /srv/snowdrop.sqlite3, with three slashes and with four."""
    if url.netloc or url.query:
        raise WrongSetting("SNOWDROP_DATABASE must look like sqlite:///srv/snowdrop/data/snowdrop.sqlite3.")
    path = unquote(url.path).lstrip("/")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": Path("/", path) if path else data / EMBEDDED,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # FULL: what was acknowledged survives a power cut. secure_delete: what is deleted is gone.
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
            "PRAGMA secure_delete=ON;PRAGMA mmap_size=134217728;PRAGMA journal_size_limit=27103364;"
            "PRAGMA cache_size=-20000;PRAGMA temp_store=MEMORY;",
        },
        "TEST": {"NAME": data / "test.sqlite3"},
    }


def _postgresql(url: SplitResult) -> dict[str, Any]:
    asked = {name: values[0] for name, values in parse_qs(url.query).items()}
    if unknown := sorted(asked.keys() - _ASKED):
        raise WrongSetting(f"SNOWDROP_DATABASE has “{unknown[0]}” behind the question mark, which is not known there.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": url.path.lstrip("/"),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": asked.pop("host", "") or url.hostname or "",
        "PORT": url.port or "",
        "CONN_MAX_AGE": 0,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}, **asked},
    }
