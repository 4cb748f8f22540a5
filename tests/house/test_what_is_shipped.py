"""Law: what we ship names nobody's machine: no path of a workplace, no host of a registry, no secret."""

from __future__ import annotations

import os
import re
import socket
from pathlib import Path
from urllib.parse import urlsplit

from tests.house import tree
from tests.house.laws import obeyed

HOMES = re.compile(r"(?<![\w.])/(?:home|Users|root)/\w+")
CREDENTIALS = re.compile(r"\b[a-z][a-z0-9+]*://([^\s/:@'\"{}<>]+):([^\s/@'\"{}<>]+)@", re.IGNORECASE)
SAMPLE_CREDENTIALS = {("user", "password")}
INDEXES = re.compile(r"--(?:extra-)?index-url|--find-links|--trusted-host|--default-index|\bindex-url\s*=")
SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bgh[pousr]_[A-Za-z0-9]{30}|\bAKIA[0-9A-Z]{16}\b|\bsk-[A-Za-z0-9]{20}"
)


def of_this_machine() -> set[str]:
    """What must not be found: where this checkout lies, the machine's name, the hosts that packages come from."""
    names = {str(tree.ROOT), str(Path.home())} - {"/", "/root"}
    if len(socket.gethostname()) > 8:
        names.add(socket.gethostname())
    for setting in (
        "PIP_INDEX_URL",
        "PIP_EXTRA_INDEX_URL",
        "UV_INDEX_URL",
        "UV_DEFAULT_INDEX",
        "UV_INDEX",
        "PIP_PROXY",
    ):
        names |= {host for url in os.environ.get(setting, "").split() if (host := urlsplit(url).hostname)}
    for config in (Path("/etc/pip.conf"), Path.home() / ".config/pip/pip.conf", Path.home() / ".pip/pip.conf"):
        if config.is_file():
            found = re.findall(r"https?://\S+", config.read_text(encoding="utf-8"))
            names |= {host for url in found if (host := urlsplit(url).hostname)}
    return {name for name in names if name not in {"pypi.org", "localhost", "127.0.0.1"} and len(name) > 5}


def test_no_file_names_the_machine_that_it_was_written_on() -> None:
    names = of_this_machine()
    broken = [
        f"{tree.named(path)} names {name!r}: say it relative to the project, or leave it out."
        for path in tree.files()
        for name in names
        if name in tree.text_of(path)
    ]
    broken += [
        f"{tree.named(path)} names {home!r}, somebody's home: say it relative to the project."
        for path in tree.files()
        for home in HOMES.findall(tree.text_of(path))
    ]

    obeyed("no path and no host of the machine that something was written on.", broken)


def test_no_file_holds_a_secret_or_an_address_with_a_password() -> None:
    broken = []
    for path in tree.files():
        for user, password in CREDENTIALS.findall(tree.text_of(path)):
            if (user, password) not in SAMPLE_CREDENTIALS:
                broken.append(
                    f"{tree.named(path)} holds a password in an address ({user}): let the environment bring it."
                )
        broken += [
            f"{tree.named(path)} holds a key: take it out, and change it." for _ in SECRETS.findall(tree.text_of(path))
        ]

    obeyed("no secret in a file.", broken)


def test_requirements_name_versions_and_checksums_and_no_place_to_fetch_them_from() -> None:
    broken = []
    for path in tree.sources("requirements", ending=".txt"):
        text = tree.text_of(path)
        if INDEXES.search(text) or "://" in text:
            broken.append(f"{tree.named(path)} names a place to fetch packages from: lock again with `make lock`.")
        for line in re.findall(r"^([A-Za-z0-9][^\s;\\]*)", text, re.MULTILINE):
            if "==" not in line:
                broken.append(f"{tree.named(path)} does not lock {line}: lock again with `make lock`.")
        if "--hash=sha256:" not in text:
            broken.append(f"{tree.named(path)} has no checksums: lock again with `make lock`.")

    obeyed("what is installed is locked, with checksums, from wherever the operator fetches.", broken)
