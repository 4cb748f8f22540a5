"""Whether the settings fit an instance that strangers can reach (trust.md T29)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks

from snowdrop.console.doctor.findings import Finding

HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names of this computer, which strangers cannot reach."""


def look() -> Iterator[Finding]:
    """The settings of this instance, and what Django itself warns of."""
    here = settings.SNOWDROP
    host = urlsplit(here.address).hostname
    public = host not in HERE
    if public and here.developing:
        yield Finding(
            f"Whoever reaches {here.address} can read every mail that is sent, with the codes to sign in.",
            "Remove SNOWDROP_DEVELOPING=yes from the settings, and start the server again.",
        )
    if settings.DEBUG:
        yield Finding("Pages that fail show what the program was doing.", "Set DEBUG = False in the settings.")
    if public and not here.secure:
        yield Finding(
            f"People reach {here.address} without encryption.",
            "Put a web server with https in front, and begin SNOWDROP_ADDRESS with https://.",
        )
    if here.secure and not here.proxies:
        yield Finding(
            "All visitors count as one network, for the limits on tries do not see where they come from.",
            "Set SNOWDROP_PROXIES to the number of your own servers in front (docs/running.md).",
        )
    if any(name.startswith((".", "*")) for name in settings.ALLOWED_HOSTS):
        yield Finding("The server answers under names that strangers choose.", "List whole names in ALLOWED_HOSTS.")
    if public:
        yield from _django_warns()


def _django_warns() -> Iterator[Finding]:
    for message in checks.run_checks(include_deployment_checks=True):
        if message.level >= checks.WARNING and not message.is_silenced():
            yield Finding(f"Django warns: {message.msg}", message.hint or f"Look up {message.id} in Django's manual.")
