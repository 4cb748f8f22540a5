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
_POOL: Final = {"min_size": 1, "max_size": 8, "timeout": 10, "reconnect_timeout": 2}
"""What is lost is tried anew for 2 s, then whenever somebody needs it: by itself the pool would wait ever longer."""
_OVER_THE_NETWORK: Final = {
    "connect_timeout": 3,
    "keepalives_idle": 5,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
"""A machine that has lost its power says nothing: noticed in 20 s, in 10 (in ms here) if something was just asked."""


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
        "ENGINE": "snowdrop.ground.sqlite",
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
    """Of several machines (`host1,host2`) the one is used that takes writes: the others are its standbys."""
    asked = {name: values[0] for name, values in parse_qs(url.query).items()}
    if unknown := sorted(asked.keys() - _ASKED):
        raise WrongSetting(f"SNOWDROP_DATABASE has “{unknown[0]}” behind the question mark, which is not known there.")
    hosts, ports = _machines(url)
    host = asked.pop("host", "") or ",".join(hosts)
    if len(hosts) > 1:
        asked["target_session_attrs"] = "read-write"
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": url.path.lstrip("/"),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": host,
        "PORT": ",".join(ports),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,  # after a restart the pool still holds connections that lead nowhere
        "OPTIONS": {"pool": _POOL, **({} if host.startswith("/") else _OVER_THE_NETWORK), **asked},
    }


def _machines(url: SplitResult) -> tuple[list[str], list[str]]:
    """The hosts, and their ports: none, or one for each. Raises WrongSetting."""
    hosts, ports = [], []
    for said in url.netloc.rpartition("@")[2].split(","):
        try:
            one = urlsplit(f"//{said}")
            hosts.append(one.hostname or "")
            ports.append(str(one.port or ""))
        except ValueError as problem:
            raise WrongSetting(f"SNOWDROP_DATABASE names the machine “{said}”: {problem}.") from problem
    if len(hosts) > 1 and not all(hosts):
        raise WrongSetting("SNOWDROP_DATABASE names no machine before or after a comma.")
    return hosts, ports if any(ports) else []
